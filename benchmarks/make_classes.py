"""Make ``digest/text/data/classes-en.txt`` from the lexicon of Eric Brill's tagger and the word frequencies of wordfreq.

    pip download --no-deps textblob==0.20.1 && unzip textblob-0.20.1-py3-none-any.whl 'textblob/en/en-lexicon.txt'
    pip install wordfreq==3.1.1
    python -m benchmarks.make_classes textblob/en/en-lexicon.txt > digest/text/data/classes-en.txt

The lexicon gives each word the tag that it most often has; nouns and names are left out, because a word that is not
listed counts as a noun. Words rarer than 0.8 in a million (Zipf 2.9) are left out too: their endings say enough.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

CLASSES = {
    "adjective": "JJ JJR JJS",
    "verb": "VB VBP VBZ VBD MD",
    "participle": "VBN",
    "gerund": "VBG",
    "adverb": "RB RBR RBS UH IN",
}
DEMONYM = "demonym"
"""A capitalised adjective: "Russian"."""
LEAST_ZIPF = 2.9
LINE = 20


def main() -> None:
    """Print the table: a class and up to twenty of its words a line."""
    from wordfreq import zipf_frequency  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415, RUF100

    class_of = {tag: name for name, tags in CLASSES.items() for tag in tags.split()}
    found: dict[str, set[str]] = defaultdict(set)
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    tags = dict(line.split() for line in lines if not line.startswith(";;;") and len(line.split()) == 2)
    for word, tag in tags.items():
        name = class_of.get(tag.split("|")[0])
        plain = word.isascii() and word.isalpha() and len(word) > 2 and zipf_frequency(word, "en") >= LEAST_ZIPF
        if name and plain and word == word.lower():
            found[name].add(word)
        elif name == "adjective" and plain and word.istitle() and word.lower() not in tags:
            found[DEMONYM].add(word.lower())
    for name in (*CLASSES, DEMONYM):
        listed = sorted(found[name])
        for start in range(0, len(listed), LINE):
            sys.stdout.write(f"{name} {' '.join(listed[start : start + LINE])}\n")


if __name__ == "__main__":
    main()
