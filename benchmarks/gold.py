"""Scores the gold set of ``tests/gold`` field by field: ``python -m benchmarks.gold`` (``-v`` lists every miss).

Beside ours, where they apply (saved pages): trafilatura and newspaper4k, asked for title, date and authors. Newspaper4k is
needed for this alone: ``pip install newspaper4k``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version

from tests.gold_cases import FIELDS, FOLDER, Case, cases, misses, table

Reader = Callable[[str], dict[str, str]]


def trafilatura(text: str) -> dict[str, str]:
    """Read a page with trafilatura."""
    from trafilatura import bare_extraction

    found = bare_extraction(text, with_metadata=True)
    facts = found.as_dict() if found else {}
    return {
        "title": facts.get("title") or "",
        "date": (facts.get("date") or "")[:10],
        "authors": facts.get("author") or "",
        "body": facts.get("text") or "",
    }


def newspaper(text: str) -> dict[str, str]:
    """Read a page with newspaper4k."""
    from newspaper import Article

    article = Article("https://example.org/a")
    article.download(input_html=text)
    article.parse()
    day = article.publish_date.isoformat()[:10] if article.publish_date else ""
    return {"title": article.title or "", "date": day, "authors": "; ".join(article.authors), "body": article.text or ""}


def baseline(reader: Reader, chosen: Sequence[Case]) -> dict[str, float]:
    """Give field: share of the pages in which a library has it right (a date to the day)."""
    right = dict.fromkeys(("title", "date", "authors"), 0)
    for case in chosen:
        found = reader((FOLDER / case.name).read_text(encoding="utf-8"))
        for field in right:
            wanted = "".join(case.expected.get(field, ()))
            right[field] += found[field] == (wanted[:10] if field == "date" else wanted)
    return {field: count / len(chosen) for field, count in right.items()}


def main() -> None:
    """Print the tables."""
    say = sys.stdout.write
    everything = cases()
    parts = (
        ("written before", [case for case in everything if not case.held_out]),
        ("held out", [case for case in everything if case.held_out]),
    )
    for name, chosen in (*parts, ("all", everything)):
        if chosen:
            say(f"{name}: {len(chosen)} articles\n")
            say("".join(f"  {field:<11}{share:.3f}\n" for field, share in table(chosen).items()))
    pages = [case for case in everything if case.name.endswith(".html")]
    say(f"saved pages: {len(pages)}\n")
    ours = table(pages)
    say("  ours                 " + "  ".join(f"{field} {ours[field]:.3f}" for field in ("title", "date", "authors")) + "\n")
    for reader, package in ((trafilatura, "trafilatura"), (newspaper, "newspaper4k")):
        try:
            shares = baseline(reader, pages)
        except ImportError:
            say(f"  {package} is not installed\n")
            continue
        say(
            f"  {package + ' ' + version(package):<21}"
            + "  ".join(f"{field} {share:.3f}" for field, share in shares.items())
            + "\n"
        )
    if "-v" in sys.argv:
        for case in everything:
            for field in FIELDS:
                if field in (wrong := misses(case)):
                    say(f"{case.name}: {field}\n    expected {wrong[field][0]}\n    found    {wrong[field][1]}\n")


if __name__ == "__main__":
    main()
