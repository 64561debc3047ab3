"""What stands well behind its neighbour alone: openings that go on with a story, and descriptions instead of a name."""

from __future__ import annotations

import re

from digest.text.words import names

GOES_ON = re.compile(
    r"""(?:When|As|After|Before|While)\ [^,]{2,50}?\ (?:tried|attempted|sought|began|went\ on|continued|refused)\ to
          \ (?:respond|answer|reply|object|interrupt|speak|explain|continue|interject)\b
      | (?:[A-Z][\w.’'\-]*,?\ ){1,4}(?:(?:then|also)\ )?(?:proceeded\ to|went\ on\ to|continued\ by|continued\ on|concluded\ by)\b
      | (?:[A-Z][\w.’'\-]*,?\ ){1,4}(?:followed\ (?:with|at|suit)|came\ (?:next|second|third))\b
      | (?:In\ )?(?:[Rr]eferring|[Rr]esponding|[Rr]eplying|[Rr]eacting|[Aa]lluding)\ (?:\w+\ )?to
          \ (?:[A-Z][\w.\-]*\ )*[A-Z][\w.\-]*[’']s?\ (?:\w+\ )?(?:post|tweet|remark|comment|letter|statement|claim|speech)s?\b
      | The\ (?:relatively|comparatively|unusually|fairly|rather|surprisingly|somewhat|unexpectedly)\ [a-z]+\ [a-z]+
      | The\ (?:actual|very)\ [a-z]+
      | In\ (?:adding|doing|saying|so\ doing)\b
      | In\ [a-z]+ing\ [^,]+(?:,\ [^,]+)*?,\ (?:[A-Z][\w.’'\-]*\ ){1,4}(?:resumed|renewed|revived|repeated|continued)\b""",
    re.VERBOSE,
)
"""Openings of a sentence in the middle of a story: "When Lund tried to answer", "Maas went on to name the banks"."""

FOUND = re.compile(
    r"\b[Tt]he (?:findings?|conclusions?)\b(?! (?:that|of|in|by|from|at|comes?|came)\b)"
    r"|\bthe (?:people|person|sources?|officials?) said\.$"
    r"|\bone of (?:these|those) (?!who\b)[a-z]"
    r"|^(?:Asked|Pressed|Questioned) (?:about|whether|if|by|on|why|how|what)\b"
)
"""What was found, who said so, what it is one of and what was asked must have been told even where it opens a report: a headline
told it there."""

STANDS_FOR = re.compile(
    r"\b[Tt]he (?:[A-Z][\w.\-]+ )+(?:Democrat|Republican|senator|lawmaker|congress(?:man|woman)|[Ff]ront-?runner|mogul"
    r"|billionaire|tycoon|insurer|retailer)\b(?!['’\-]? ?[A-Z]| (?:who|whose|from|for|in|leading|running)\b|, [A-Z])"
)
"""A description in the place of a name: "the Northern Republican"."""


COUNTED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring|[Aa]fter|[Bb]efore|[Ff]or|[Ff]rom|[Bb]y) the (?:first|second|third|fourth)"
    r" (?!(?:half|quarter|round|term|place|world|lady|amendment|degree|person|instance|hour|decade|century|floor)\b)"
    r"(?P<noun>[a-z]+)\b"
    r"(?! (?:of|in|for|since|on|to|that|this|between|with|where|who|when)\b| [A-Z])"
)


def counted(text: str) -> list[str]:
    """Give the nouns of which a sentence counts one, also where it quotes: "in the first interview" has been told of."""
    return [match["noun"] for match in COUNTED.finditer(text)]


def stands_behind(bare: str) -> bool:
    """Say whether a sentence, its quotations masked, goes on with what its neighbour told or describes whom that one named."""
    if GOES_ON.match(bare.lstrip("”")):
        return True
    found = STANDS_FOR.search(bare)
    return found is not None and not any(" " in name for name in names("x " + bare[: found.start()]))
