"""What stays at hand of an article after it was compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from digest.model import Article
from digest.steps.events.packed import Hashes
from digest.steps.events.profile import Profile


@dataclass(frozen=True, slots=True)
class Shelved:
    """Enough to explain what it is like, and to find copies of it and round-ups that touch it."""

    article: Article
    body: Mapping[str, float]
    """Term: weight, as in ``Profile.channels``; empty where there is no such channel."""
    names: Mapping[str, float]
    surface: Mapping[str, str]
    runs: Hashes
    day: date | None


def shelved(profile: Profile) -> Shelved:
    """Give what stays of a profile."""
    body, names = (profile.channels.get(name, {}) for name in ("body", "names"))
    return Shelved(profile.article, body, names, profile.surface, profile.facts.runs, profile.day)
