"""Keywords that a person would choose: YAKE proposes, we clean, rank and merge.

``propose`` runs YAKE once over an article (the slow part, remembered between builds), ``extract_keywords`` turns what it
proposes into the article's keywords, and ``merge_keywords`` makes an event's keywords from those of its articles.
"""

from digest.steps.keywords.extract import extract_keywords
from digest.steps.keywords.merge import merge_keywords
from digest.steps.keywords.propose import propose

__all__ = ["extract_keywords", "merge_keywords", "propose"]
