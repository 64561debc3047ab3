"""Knows the lines that pages put between paragraphs and that belong to no article."""

from __future__ import annotations

import re

from digest.model import Block, Kind

_HEAD = 3
"""Blocks that stand above the text: kicker, title, byline."""

LONGEST = 25
"""Words: a longer line is prose, whatever it begins with."""

_DATE = r"(?:\w+ \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_CHANNEL = "facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger|telegram|instagram|flipboard|copy link|x"
_SHARE = f"share|tweet|e-?mail|print|save|comments?|{_CHANNEL}"
_AGENCY = "AP(?: Photo)?|AFP|EPA(?:-EFE)?|Reuters|Getty(?: Images)?|Shutterstock|iStock|Bloomberg|UPI|Zuma(?: Press)?|TASS|Xinhua"
_NAMES = r"[A-Z][\w.’'&-]*(?:,? [A-Z][\w.’'&-]*){0,5}"
_LETTER = "newsletters?|inbox|e-?mails?|alerts?|briefing|updates|free|daily|weekly"

_SHARE_ABROAD = (
    "compartir|comparte|compartilhar?|compartilhe|partilhar|partager|partagez|teilen|condividi|commenti|comentarios|comentários"
    "|commentaires|kommentare|imprimir|imprimer|drucken|stampa|guardar|enviar"
)
_AGO = "yesterday|today|just now|hier|aujourd[’']hui|ieri|oggi|ayer|hoy|ontem|hoje|gestern|heute|il y a|vor|hace|há"

_LINES = re.compile(
    "|".join(
        (
            # advertising
            r"advert(?:isement|isements|s)?|ads?|sponsored(?: content)?|paid content|promoted(?: content)?",
            r"publicidad|publicité|anzeige|werbung|pubblicità|publicidade",
            # where the page stands
            r"(?:home|start|startseite|inicio|início|accueil)\s*[/|>»›·]\s*.{1,80}",
            # where the page says how to go on
            r"(?:the )?(?:story|article) continue[sd]? (?:below|after)(?: (?:the |this )?(?:ad\w*|video|photo|gallery))?",
            r"(?:continue reading(?: below| the main story)?"
            r"|scroll (?:down )?(?:for more|to continue)|read (?:on|more)|(?:show|see) more)",
            r"more on this(?: story)?",
            r"(?:slideshow|gallery|photos?|images?)(?: \(?\d+ (?:images|photos|pictures)\)?)",
            r"click to get .{0,60}",
            r"click here(?: (?:for|to (?:get|subscribe|sign|read|download|view|watch|join))\b.{0,60})?",
            r"download (?:our|the) app\b.{0,60}",
            # other articles
            r"(?:read (?:more|also|next)|related|see also|also read|more|watch(?: also| live)?|recommended)\s*[:|>»].{0,140}",
            r"(?:related (?:articles?|stories|topics|content|coverage|links?)|more stories|most (?:read|popular)|top stories)",
            r"(?:you (?:may|might) also like|recommended for you|trending(?: now)?|around the web)",
            r"(?:lire aussi|leia (?:mais|também)|leggi anche|lesen sie auch|lea también)\b.{0,140}|leer más",
            r"(?:mehr zum thema|auch interessant|siehe auch|sur le même sujet|à lire aussi|voir aussi)\b.{0,140}",
            r"(?:más información|ver también|te puede interesar|saiba mais|veja também|per approfondire|vedi anche)\b.{0,140}",
            # sharing, following, subscribing
            r"(?:artikel|beitrag|seite) (?:teilen|drucken|versenden|merken)|(?:heard|seen) on [A-Z].{3,40}",
            r"(?:partager|compartir|condividi|compartilhar|partilhar)"
            r" (?:cet |l[’']|el |este |o |questo )(?:article|artículo|artigo|articolo)",
            r"(?:suscr[íi]b\w+|inscrivez-vous|abonnez-vous|iscriviti|abbonati|assine|subscreva|inscreva-se|melden sie sich"
            r"|abonnieren sie)\b"
            r".{0,60}\b(?:newsletter|bolet[íi]n|boletim|bollettino|infolettre|whatsapp|telegram|canal|alert\w*).{0,40}",
            r"newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|newsletter bestellen)",
            rf"(?:{_SHARE})(?:(?:\s|[|·•/,])+(?:{_SHARE}|on|via|this|with|article|story|page|link|and|or))*",
            rf"(?:{_SHARE_ABROAD})"
            rf"(?:(?:\s|[|·•/,])+(?:{_SHARE_ABROAD}|en|sur|auf|bei|su|no|via|por|e-?mail|{_CHANNEL}))*",
            rf"(?:share this|share on|follow us|like us on|find us on|follow .{{1,40}} on (?:{_CHANNEL}))\b.{{0,80}}",
            rf"(?:sign up|subscribe|register)\b.{{0,60}}\b(?:{_LETTER}).{{0,60}}",
            r"newsletter sign-?up|(?:get|receive) .{0,60}\b(?:newsletters?|in your inbox|delivered to your).{0,60}",
            r"(?:article|contenu) réservé aux abonnés|contenido (?:exclusivo )?para suscriptores|nur für abonnenten",
            r"riservato agli abbonati|(?:conteúdo )?exclusivo para assinantes|(?:for )?subscribers(?: only)?|premium",
            # pictures
            r"(?:image|photo|picture|video) (?:source|caption|credit),.{0,140}",
            r"(?:foto|fotos|bild|bilder|imagen|immagine|imagem|photo|crédit photo|vidéo|vídeo)\s*[:©/|].{0,80}",
            r"(?:image|photo|picture|photograph|video)(?: (?:credit|copyright|source|by|courtesy(?: of)?))?\s*[:©/|].{0,80}",
            r"(?:image|photo|picture|photograph) (?:credit|copyright|courtesy of|by) .{0,60}",
            r"(?:enlarge this image|(?:toggle|hide|image|media|video|photo) caption|media playback is unsupported)\b.{0,140}",
            rf"(?:{_NAMES}\s?[/|]\s?)?\(?(?:{_AGENCY})\)?(?:\s*[/|,]\s*.{{0,40}}| via .{{0,30}})?",
            rf"(?-i:{_NAMES}(?:/{_NAMES})?(?: ?/ ?| )via (?:{_AGENCY}))",
            # the wire
            r"\((?:updated?|adds|recasts|corrects|writes through)\b.{0,100}\)|enditem|loading",
            # the page itself
            r"(?:published|posted|updated|publi[ée]e?|mis à jour|publicado|atualizado|actualizado|aktualisiert|veröffentlicht"
            rf"|pubblicato|aggiornato)\s+(?:{_AGO})\b.{{0,40}}",
            r"©.{0,100}|copyright\s*(?:©|\(c\)|\d{4}).{0,100}|all rights reserved.{0,100}",
            rf"(?:last )?(?:updated|modified)\s*(?:on|at|:)?\s*(?:\w+,? )?(?:{_DATE}|\d{{1,2}}[:.]\d\d).{{0,40}}",
            r"(?:\d+|one) (?:min(?:ute)?s?|hours?|days?)(?: (?:read|ago))",
            r"(?:this (?:article|story|post) (?:was )?(?:originally |first )?(?:appeared|published) (?:on|in|at)) .{0,80}",
            r"(?:please )?(?:enable|turn on) javascript.{0,60}",
        )
    ),
    re.IGNORECASE,
)
"""Recurring short lines of public news pages, generalised; each must match the whole line."""

_KICKER = re.compile(
    r"opinion|analysis|exclusive|breaking(?: news)?|editorial|live(?: updates)?|comment|explainer|feature|interview"
    r"|opinión|análisis|exclusiva|entrevista|meinung|kommentar|analyse|opinione|analisi|opinião|análise|tribune|avis|entretien",
    re.IGNORECASE,
)
"""What a newspaper prints above or below a title."""

_TITLE = re.compile(r"(?:watch|video|photos?|gallery|live)\s*:\s+(?:\S+\s+){2,}\S+", re.IGNORECASE)
"""What is a title where it is the first line ("Watch: Cow rides the escalator") and furniture below."""

LONGEST_CAPTION = 60
"""Words of a caption that ends in its credit."""

_CAPTION = re.compile(
    r".{0,400}(?:[(\[](?:(?:file )?(?:photo|image|picture|foto|bild|imagen|immagine|imagem)\b|(?-i:AP) photo)[^()\[\]]{0,80}"
    rf"|(?-i:[(\[](?:{_NAMES} ?/ ?|{_NAMES} via )(?:{_AGENCY})))[)\]]",
    re.IGNORECASE,
)
"""What is seen in a picture, with the credit in brackets at its end."""


def is_boilerplate(block: Block, index: int) -> bool:
    """Say whether a block is furniture of the page: an advertisement's label, a share bar, a newsletter box, a credit.

    ``index`` is its place among the blocks: "Opinion" is furniture at the head alone, and the first line may be a title that
    looks like a link to a film.
    """
    text = block.text.strip(" \t|·•-–—*[]<>»:.!")
    length = len(block.text.split())
    if index == 0 and _TITLE.fullmatch(block.text):
        return False
    if index < _HEAD and _KICKER.fullmatch(text):
        return True
    if block.kind is Kind.QUOTE or length > LONGEST_CAPTION:
        return False
    return (length <= LONGEST and bool(_LINES.fullmatch(text))) or bool(_CAPTION.fullmatch(text))
