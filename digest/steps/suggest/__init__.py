"""Suggests to the editor what ``topics.yml`` could hold; nothing that it says is in force."""

from digest.steps.suggest.phrases import suggest_phrases
from digest.steps.suggest.themes import suggest_themes

__all__ = ["suggest_phrases", "suggest_themes"]
