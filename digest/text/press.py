"""How newspapers and stations are named."""

from __future__ import annotations

import re

PRESS = re.compile(
    r"\b(?:news|times|post|herald|tribune|gazette|chronicle|journal|daily|press|observer|telegraph|guardian|mail|express|mirror"
    r"|standard|independent|courier|examiner|sun|star|today|weekly|review|magazine|wire|radio|tv|bbc|cnn|npr|reuters|ap|diario"
    r"|periódico|noticias|gaceta|heraldo|prensa|courrier|gazette|presse|dépêche|actualités|zeitung|tagblatt|nachrichten|anzeiger"
    r"|kurier|bote|rundschau|corriere|giornale|gazzetta|notizie|messaggero|jornal|folha|notícias|correio|gazeta)\b",
    re.IGNORECASE,
)
"""Words in the names of newspapers and stations."""
