"""Prints, for each event, the sentence of its summary that most independent reports share.

    python benchmarks/shared.py build/docs/data/events.json

Needs nothing but Python, and nothing of this package.
"""

# ruff: noqa: T201 - what it finds is printed

import json
import sys
from pathlib import Path


def main(path: Path) -> None:
    """Print the sentences of a file ``events.json``."""
    for event in json.loads(path.read_text(encoding="utf-8"))["events"]:
        shared = []
        for number, sentence in enumerate(event["summary"], 1):
            cited = {citation["article"] for citation in sentence["citations"]}
            voices = sum(not cited.isdisjoint(voice) for voice in event["voices"])
            shared.append((voices, -number, sentence["text"]))
        if shared:
            voices, _, text = max(shared)
            print(f"{event['title']}\n  {voices} of {len(event['voices'])} independent reports: {text}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
