"""sumy's LexRank, the reference for what a summary costs (``pip install sumy``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sumy.nlp.stemmers import Stemmer  # not a dependency: needed here alone
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer


class Plain(Tokenizer):
    """One sentence a paragraph; sumy's own tokenizer needs a download."""

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Leave a paragraph whole."""
        return (paragraph,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Cut a sentence into runs of letters and digits."""
        return tuple(re.findall(r"\w+", sentence))

    def _get_sentence_tokenizer(self, _language: str) -> None:
        return None

    def _get_word_tokenizer(self, _language: str) -> None:
        return None


def lexrank(sentences: Sequence[str]) -> Callable[[], object]:
    """Give what ranks sentences, which are read before; five are taken."""
    parsed = PlaintextParser.from_string("\n\n".join(sentences), Plain("english")).document
    return lambda: LexRankSummarizer(Stemmer("english"))(parsed, 5)
