"""Keywords that a person would choose: YAKE proposes, we clean, rank and merge.

``propose`` runs YAKE once over an article (the slow part, remembered between builds), ``find_candidates`` turns what it
proposes into whole names and phrases, ``fold_names`` gives names the form that the archive up to that day has for them,
``choose_keywords`` makes an article's keywords of them, and ``merge_keywords`` an event's from those of its articles.
"""

from digest.steps.keywords.extract import choose_keywords, extract_keywords, find_candidates
from digest.steps.keywords.merge import merge_keywords
from digest.steps.keywords.packed import Candidates
from digest.steps.keywords.propose import propose
from digest.steps.keywords.usual import fold_names

__all__ = ["Candidates", "choose_keywords", "extract_keywords", "find_candidates", "fold_names", "merge_keywords", "propose"]
