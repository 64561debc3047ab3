"""The words of lines that pages, mails and wires put around an article, in six languages: tables, nothing else."""

from __future__ import annotations

import re

HEAD = 3
"""Blocks that stand above the text: kicker, title, byline."""

LONGEST_LABEL, SHORTEST_TITLE = 4, 4
"""Words of a section's name before a headline, and of a headline that is looked for in what stands above the text."""

LONGEST = 25
"""Words: a longer line is prose, whatever it begins with."""

_DATE = r"(?:\w+ \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_CHANNEL = "facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger|telegram|instagram|flipboard|copy link|x"
_SHARE = f"share|tweet|e-?mail|print|save|comments?|{_CHANNEL}"
_AGENCY = "AP(?: Photo)?|AFP|EPA(?:-EFE)?|Reuters|Getty(?: Images)?|Shutterstock|iStock|Bloomberg|UPI|Zuma(?: Press)?|TASS|Xinhua"
PICTURE_AGENCY = (
    r"(?:The )?Associated Press|AP(?: Photo)?+|AFP|EPA(?:-EFE)?+|R(?:euters|EUTERS)|Getty(?: Images)?+|Shutterstock|Bloomberg|UPI"
    r"|TASS|Xinhua"
)
"""Who distributes pictures, as credits name them; case counts."""

_NAMES = r"[A-Z][\w.’'&-]*(?:,? [A-Z][\w.’'&-]*){0,5}"
_PERSON = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
_LETTER = "newsletters?|inbox|e-?mails?|alerts?|briefing|updates|free|daily|weekly"
_LETTER_ABROAD = r"newsletters?|bolet[íi]n|boletim|bollettino|infolettre|whatsapp|telegram|canal|alert\w*|(?:e-?)?mail"

_SHARE_ABROAD = (
    "compartir|comparte|compartilhar?|compartilhe|partilhar|partager|partagez|teilen|condividi|commenti|comentarios|comentários"
    "|commentaires|kommentare|imprimir|imprimer|drucken|stampa|guardar|enviar"
)
_AGO = "yesterday|today|just now|hier|aujourd[’']hui|ieri|oggi|ayer|hoy|ontem|hoje|gestern|heute|il y a|vor|hace|há"

LINES = re.compile(
    "|".join(
        (
            # advertising
            r"advert(?:isement|isements|s)?(?:\s*[-–—:]\s*(?:story |article )?(?:continue|scroll|continues).{0,40})?",
            r"ads?|sponsored(?: content)?|paid content|promoted(?: content)?",
            r"publicidad|publicité|anzeige|werbung|pubblicità|publicidade",
            # where the page stands
            r"(?:home|start|startseite|inicio|início|accueil)\s*[/|>»›·]\s*.{1,80}",
            # where the page says how to go on
            r"(?:the )?(?:story|article) continue[sd]? (?:below|after)(?: (?:the |this )?(?:ad\w*|video|photo|gallery))?",
            r"(?:continue reading(?: below| the main story)?"
            r"|scroll (?:down )?(?:for more|to continue)|read (?:on|more)|(?:show|see) more)",
            r"more on this(?: story)?|more|related|watch|related (?:news|videos?)|read (?:or|and) share this story\b.{0,80}",
            r"close|.{9,150}(?<![.!…])(?<![.!…][”\"’')\]]) (?-i:Read more)|(?:continue (?:to|on) (?:next )?)?page \d{1,3}",
            r"(?:.{1,60}[\s|,–—-])?page \d{1,3} (?:of|/) \d{1,3}(?:[\s|,–—-].{1,60})?",
            r"(?:slideshow|(?:photo |image )?gallery|photos?|images?)(?: \(?\d+ (?:images|photos|pictures)\)?)",
            r"click to get .{0,60}",
            r"click here(?: (?:for|to (?:get|subscribe|sign|read|download|view|watch|join))\b.{0,60})?",
            r"download (?:our|the) app\b.{0,60}",
            # other articles
            r"(?:read (?:more|also|next)|related|see also|also read|more|watch(?: also| live)?|recommended)\s*[:|>»].{0,140}",
            r"(?:related (?:articles?|stories|topics|content|coverage|links?)|more stories|most (?:read|popular)|top stories)",
            r"(?:read|watch|listen|lea|lire|lesen|leggi|leia)\s*:.{0,140}|approfondimenti|transcript|download|reuse this content",
            r"(?:lo más|le più|os mais|as mais) (?:leído|visto|lidas|lidos|lette|viste)",
            r"les plus lus|meist ?gelesen(?:e artikel)?|i più letti",
            r"(?:archivado en|etiquetas|mots[- ]clés|schlagworte|parole chiave|palavras-chave|filed under|keywords)\s*:"
            r".{0,120}",
            r"(?:mais|más|più) (?:lidas|lidos|leídas|leídos|lette|letti)|te recomendamos|quizás te interese"
            r"|ti potrebbe interessare|vous aimerez aussi|das könnte sie auch interessieren|recomendadas?",
            r"dieses thema im programm\b.{0,120}",
            r"bildunterschrift\s*:.{0,140}|quelle\s*:\s*(?:dpa|afp|ap|sid|epd|kna|reuters).{0,30}",
            r"(?:view|post|add|leave|read|show|hide) (?:a |all |\d+ )?comments?|scroll down for \w+|back to top|jump to \w+",
            r"comentar|commenter|kommentieren|commenta|zur startseite|detailansicht öffnen",
            r"bild(?:er)? vergrößern|more from (?-i:[A-Z])[\w&. -]{2,40}",
            r"most (?:viewed|shared)|editors?[’'] picks?|(?:related|popular|trending) (?:topics|tags)|(?:tags?|topics):.{0,80}",
            r"(?:you (?:may|might) also like|recommended for you|trending(?: now)?|around the web)",
            r"(?:lire aussi|leia (?:mais|também)|leggi anche|lesen sie auch|lea también)\b.{0,140}|leer más",
            r"(?:mehr zum thema|auch interessant|siehe auch|sur le même sujet|à lire aussi|voir aussi)\b.{0,140}",
            r"(?:más información|ver también|te puede interesar|saiba mais|veja também|per approfondire|vedi anche)\b.{0,140}",
            # mails
            r"(?:view|read|open|see) (?:this (?:e-?mail|message|newsletter|issue) )?(?:in|on) (?:your |a |the )?(?:web )?"
            r"(?:browser|web)\b.{0,40}",
            r"(?:trouble|problems) (?:viewing|reading) this\b.{0,80}|(?:e-?mail|message) not displaying\b.{0,60}",
            r"you (?:are receiving|are getting|received|get) this (?:e-?mail|newsletter|message|because)\b.{0,160}",
            r"(?:was )?this (?:e-?mail|newsletter) (?:was )?(?:sent|forwarded) to you\b.{0,120}",
            r"(?:click here to )?unsubscribe(?: (?:from|here|at|\||·) ?.{0,80})?",
            r"(?:manage|update|change|edit) (?:your )?(?:e-?mail |newsletter )?(?:preferences|settings|subscriptions?)\b.{0,60}",
            r"(?:im browser (?:ansehen|anzeigen|öffnen|lesen)|ver (?:en el|no) navegador|visualizza nel browser"
            r"|(?:voir|afficher|lire) dans (?:le |votre )?navigateur|newsletter abbestellen|abmelden|darse de baja"
            r"|se (?:désabonner|désinscrire)|cancelar (?:a )?(?:inscrição|subscrição|suscripción)|annulla l[’']iscrizione"
            r"|disiscriviti)\b.{0,80}",
            # sharing, following, subscribing
            r"(?:artikel|beitrag|seite) (?:teilen|drucken|versenden|merken)|(?:heard|seen) on [A-Z].{3,40}",
            r"(?:partager|compartir|condividi|compartilhar|partilhar)"
            r" (?:cet |l[’']|el |este |o |questo )(?:article|artículo|artigo|articolo)",
            r"(?:suscr[íi]b\w+|inscrivez-vous|abonnez-vous|iscriviti|abbonati|assine|subscreva|inscreva-se|melden sie sich"
            r"|abonnieren sie|ap[úu]nta(?:te|rse)|reg[íi]stra(?:te|rse)|recib[ae]|receba|ricevi|recevez|registe-se|registrati"
            r"|jetzt anmelden)\b"
            rf".{{0,60}}\b(?:{_LETTER_ABROAD})\b.{{0,40}}",
            r"(?:síguenos|síganos|siguenos|siga-nos|sigam-nos|seguici|suivez-nous|folgen sie uns|folge uns)\b.{0,80}",
            r"(?:sigue (?:toda|nuestr|las noticias)|siga as notícias|segui (?:tutt|le notizie)|suivez toute)\w*\b.{0,60}\b"
            rf"(?:{_CHANNEL})\b.{{0,40}}",
            r"sign (?:up|in) (?:for|to) (?-i:[A-Z])\S*(?: \S+){0,5}",
            r"(?:our|your|get|join|all|the|a|every) .{0,80}\b(?:newsletter|briefing|stories|news|headlines)\b"
            r".{0,60}\byour (?:inbox|e-?mail)\b.{0,60}",
            r"(?:enter |type )?(?:your )?e-?mail(?: address)?(?: here)?",
            r"(?:subscribe|sign up|sign in|log ?in|register)(?: now| today)?",
            r"(?:click here to |e-?mail newsletters )?sign up for (?:our|the|one of our) .{0,80}"
            r"\b(?:newsletters?|e-?mails?|briefing|alerts?)\b.{0,80}",
            r"already (?:a |have an? )?(?:subscriber|member|subscription|account)s?\?.{0,60}|continue reading with .{0,60}",
            r"(?:subscribe|try|join|start|get)\b.{0,80}\bcancel (?:at )?any ?time\b.{0,80}",
            r"thank(?:s| you) for reading .{2,60}[!.] subscribe\b.{0,100}|this material may be protected by copyright",
            r"(?:thank you|thanks) for (?:subscribing|signing up|joining)\b.{0,60}",
            r"by (?:signing up|subscribing|clicking|submitting|providing|entering)\b.{0,30}"
            r"\byou (?:agree|accept|confirm|consent)\b.{0,120}",
            r"(?:mit der anmeldung|en vous inscrivant|al suscribirte|ao subscrever|iscrivendoti)\b.{0,140}",
            r"(?:please )?(?:read|see) our (?:privacy|terms|cookie)\b.{0,60}",
            r"(?:terms of (?:use|service)|privacy policy)(?: (?:and|\||apply).{0,60})?",
            r"(?:(?:got|have|do you have) (?:a|any) (?:news |story )?(?:tip|story|photo|suggestion|question|comment)s?\b"
            r"|tem alguma (?:sugestão|dica)\b|¿?tienes (?:algo que contar|una pista)|hai una (?:notizia|segnalazione)).{0,40}\?"
            r"\W*(?:please )?(?:e-?mail|contact|send|tell|write|let us|get in touch|reach|share|submit|call|envi|escr|scriv)"
            r".{0,80}",
            r"\d[\d.,]*\s?[km]? (?:shares?|comments?|likes?|views?|reactions?)",
            r"\d[\d.,]* (?:kommentare|comentarios|comentários|commenti|commentaires)",
            r"comments? \(\d+\)|(?:add|set) .{0,30}\bpreferred source\b.{0,30}",
            r"add to (?:favou?rites|reading list|bookmarks)|bookmark",
            r"newsletters?|je m[’']inscris|.{3,60}\bdans votre (?:boîte mail|boîte aux lettres|messagerie)",
            r"support (?:local|independent|our) (?:journalism|news|reporting)\b.{0,60}|donate(?: now| today)?",
            r"(?:become|be) a (?:member|subscriber|supporter)\b.{0,40}",
            r"log ?in (?:or|to)\b.{0,50}",
            r"(?:artigo|notícia|articolo|artículo) (?:corrigid|atualizad|corrett|aggiornat|corregid|actualizad)[oa]"
            r"\b.{0,40}",
            r"(?:abonnez-vous|subscribe|suscr[íi]b\w+|abonnieren sie|assine|abbonati|log in|sign in|register)\b.{0,30}\b"
            r"(?:pour|to|para(?: seguir)?|um|per) (?:lire|read|continue|leer|ler|weiterzulesen|continuare|leggere|keep)\b.{0,40}",
            r"(?:do|are|were|have|did) you .{3,60}\?\W*(?:please )?(?:e-?mail|contact|send|tell us|write|let us|get in touch)\b"
            r".{0,80}",
            r"newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|newsletter bestellen)",
            rf"(?:{_SHARE})(?:(?:\s|[|·•/,])+(?:{_SHARE}|on|via|this|with|article|story|page|link|and|or))*",
            rf"(?:{_SHARE_ABROAD})"
            rf"(?:(?:\s|[|·•/,])+(?:{_SHARE_ABROAD}|en|sur|auf|bei|su|no|via|por|e-?mail|{_CHANNEL}))*",
            rf"(?:stay (?:up to date|connected|informed)\W+)?follow .{{1,40}}(?:on|:)(?:\W*(?:{_CHANNEL}))+",
            r"join the conversation\b.{0,60}|trending stories|usa today(?: network)?|report an error\b.{0,60}",
            r"copy link(?: copy)?|like this\W+like loading",
            r"watch this (?:story|video|report)|(?:(?:hide|show) transcript\W*)+|having trouble viewing\b.{0,160}",
            r"get the .{2,30} app|this slideshow requires javascript|add a location to your tweets",
            rf"(?:share this|share on|follow us|like us on|find us on|follow .{{1,40}} on (?:{_CHANNEL}))\b.{{0,80}}",
            rf"(?:sign up|subscribe|register)\b.{{0,60}}\b(?:{_LETTER}).{{0,60}}",
            r"newsletter sign-?up|(?:get|receive) .{0,60}\b(?:newsletters?|in your inbox|delivered to your).{0,60}",
            r"(?:article|contenu) réservé aux abonnés|contenido (?:exclusivo )?para suscriptores|nur für abonnenten",
            r"riservato agli abbonati|(?:conteúdo )?exclusivo para assinantes|(?:for )?subscribers(?: only)?|premium",
            # listening, reading on
            r"(?:listen(?: to (?:this )?(?:article|story))?|(?:play|watch) (?:the |this )?(?:audio|video|episode))\b.{0,20}",
            r"0{1,2}:\d\d|\d{1,2}-minute (?:listen|read|watch)",
            r"(?:artikel|beitrag|text) (?:zum hören|anhören|vorlesen)\b.{0,30}|(?:écouter|escuchar|ouvir|ascolta)"
            r" (?:cet |l[’']|el |este |o |questo )(?:article|artículo|artigo|articolo)\b.{0,20}",
            r"\d+\s*(?:minut[oi]s?|min\.?|minuten) (?:di lettura|de lectura|de leitura|de lecture|lesezeit)",
            r"(?:reading time|lesezeit|temps de lecture|lecture|tiempo de lectura|tempo de leitura|tempo di lettura|lettura)\s*:?"
            r"\s*\d+\s*min\w*",
            r"(?:ajouter|retrouver|enregistrer|guardar|salvar|salva|añadir|adicionar|aggiungi|zur) .{0,20}"
            r"\b(?:sélections?|favoris|favoritos?|preferiti|merkliste)",
            r"il vous reste .{0,60}\bà lire\b.{0,80}|la suite est réservée\b.{0,60}",
            r"this (?:article|story) is more than .{1,20} old|(?:share )?all sharing options for:.{0,160}",
            r"this video is no longer available|you need the latest version of .{0,120}",
            r"(?:want|get) the (?:best|latest) .{2,40} in your inbox\?.{0,60}",
            r"you must (?:sign|log) in .{0,60}\bto (?:continue|read)\b.{0,40}",
            r".{2,40} may be compensated and/or receive an affiliate commission\b.{0,80}",
            # pictures
            r"\d{1,3} ?(?:/|of|von|de|sur|di) ?\d{1,3}|(?:previous|next)(?: (?:slide|image|photo))?",
            r"(?:image|photo|picture|video) (?:source|caption|credit),.{0,140}",
            r"(?:foto|fotos|bild|bilder|imagen|immagine|imagem|photo|crédit photo|vidéo|vídeo)\s*[:©/|].{0,80}",
            r"(?:image|photo|picture|photograph|video)s?(?: (?:credit|copyright|source|by|courtesy(?: of)?))?\s*[:©/|].{0,80}",
            r"(?:image|photo|picture|photograph) (?:credit|copyright|courtesy of|by) .{0,60}",
            r"(?:enlarge this image|(?:toggle|hide|image|media|video|photo) caption|media playback is unsupported)\b.{0,140}",
            rf"(?:{_NAMES}\s?[/|]\s?)?\(?(?:{_AGENCY})\)?(?:\s*[/|,]\s*.{{0,40}}| via .{{0,30}})?",
            rf"(?-i:{_NAMES}(?:/{_NAMES})?(?: ?/ ?| )via (?:{_AGENCY}))|(?-i:{_PERSON} ?/ ?{_NAMES})",
            # the wire
            r"\((?:updated?|adds|recasts|corrects|writes through)\b.{0,100}\)|enditem|loading",
            r"(?:\((?:photos?|fotos?|v[íi]deos?|audio|gr[áa]fico|infograf[íi]a)\)\s*)+",
            r"\([a-zäöü]{2,4}\)|\(*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)*",
            r"[a-zäöü]{2,4}(?:/[a-zäöü]{2,4}){1,3}|(?-i:[A-Z]{2,4}(?: ?//? ?[A-Z]{2,4}){1,3})",
            r"(?:(?:the )?[A-Z].{0,80})?\bcontributed (?:to|reporting to) this (?:report|story|article)|our standards:.{0,80}",
            r"(?:(?:additional|further) reporting|(?:reporting and )?editing|edited|writing|compiled|translated|produced)"
            rf" by (?-i:{_NAMES}(?:(?:;|,? and| in) {_NAMES})*)",
            # the page itself
            r"(?:published|posted|updated|publi[ée]e?|mis à jour|publicado|atualizado|actualizado|aktualisiert|veröffentlicht"
            rf"|pubblicato|aggiornato)\s+(?:{_AGO})\b.{{0,40}}",
            r"©.{0,160}|copyright\s*(?:©|\(c\)|\d{4}).{0,160}|all rights reserved.{0,160}|riproduzione riservata.{0,60}",
            r"(?:tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados"
            r"|tutti i diritti riservati)\b.{0,60}",
            r"(?:first )?(?:published|posted|updated)|(?:last )?(?:updated|modified) \d{3,4} [a-z]{2,4}\b.{0,60}",
            r"(?:ultimo aggiornamento|última (?:actualización|atualização)|dernière mise à jour"
            r"|letztes? (?:aktualisierung|update)"
            r"|actualizado|atualizado|aggiornato|mis à jour|aktualisiert)\b.{0,50}\d{1,2}[:.h]\d\d.{0,20}",
            rf"(?:last )?(?:updated|modified)\s*(?:on|at|:)?\s*(?:\w+,? )?(?:{_DATE}|\d{{1,2}}[:.]\d\d).{{0,40}}",
            r"(?:\d+|one) (?:(?:min(?:ute)?s?|hours?|days?)(?: (?:read|ago))|min|minutes)",
            r"(?:this (?:article|story|post) (?:was )?(?:originally |first )?(?:appeared|published) (?:on|in|at)) .{0,80}",
            r"(?:please )?(?:enable|turn on) javascript\b(?:.{0,60}|.{0,40}\bverify(?: that)? you are .{0,80})",
        )
    ),
    re.IGNORECASE,
)
"""Recurring short lines of public news pages, generalised; each must match the whole line."""

KICKER = re.compile(
    r"(?:[^|»]{1,25} [|»] )?(?:"
    r"opinion|analysis|exclusive|breaking(?: news)?|editorial|live(?: updates)?|comment|explainer|feature|interview"
    r"|news|world|politics|business|sports?|health|science|technology|tech|culture|lifestyle|local(?: news)?|(?:uk|us|world) news"
    r"|climate|environment|economy|education|travel|money|society|national|international|crime|weather"
    r"|internacional|política|economía|sociedad|cultura|deportes|ciencia|politique|économie|société|monde|sciences"
    r"|politik|wirtschaft|panorama|kultur|wissenschaft|gesellschaft|ausland|inland|politica|economia|esteri|cronaca|scienza"
    r"|mundo|sociedade|ciência|desporto|esportes"
    r"|opinión|análisis|exclusiva|entrevista|meinung|kommentar|analyse|opinione|analisi|opinião|análise|tribune|avis|entretien"
    r"|lokales|regionales|vermischtes|sport|meinungen|aus aller welt|faits divers|sucesos|local|cotidiano|país)",
    re.IGNORECASE,
)
"""What a newspaper prints above or below a title."""

TITLE = re.compile(r"(?:watch|video|photos?|gallery|live)\s*:\s+(?:\S+\s+){2,}\S+", re.IGNORECASE)
"""What is a title where it is the first line ("Watch: Cow rides the escalator") and furniture below."""

TAIL = 3
"""Blocks at the end."""

ABOUT = re.compile(
    rf"(?-i:{_PERSON}) is (?:an?|the) (?:[\w-]+ ){{0,4}}(?:columnist|reporter|writer|correspondent|editor|journalist|contributor)"
    r"(?: (?:for|at|with|of|in|based in|covering|who covers) (?:(?! (?:who|was|were|has|had|is) )[^,.]){2,60})?"
    rf"|(?-i:{_PERSON}) (?:covers|writes about|reports on) [^.]{{3,80}}(?:\. (?:follow|contact|reach|e-?mail|write) .{{3,80}})?",
    re.IGNORECASE,
)
"""Who wrote this, below the byline or at the end."""

LONGEST_CAPTION = 60
"""Words of a caption that ends in its credit."""

_CREDITED = rf"(?-i:{_NAMES})(?: ?/ ?(?-i:{_NAMES}))?"
_CREDIT = (
    rf"(?:{_PERSON} ?/ ?{_NAMES}(?: ?/ ?{_NAMES})*(?: via (?:{PICTURE_AGENCY}))?(?:, FILE)?"
    rf"|REUTERS ?/ ?{_NAMES}(?: ?/ ?(?:File|Pool|Handout)[^.!?]{{0,30}})?(?: - \w{{8,16}}(?:/File Photo)?)?)"
)
LONG = re.compile(
    r"\(?(?:©|copyright (?:©|\(c\)|\d{4})|\(source:).{0,300}\b(?:all rights reserved|may not be (?:published|reproduced))\b"
    r".{0,300}"
    r"|\((?:©|copyright)[^()]{2,60}\)|the post .{3,200} (?:appeared )?first (?:appeared )?on .{2,60}"
    r"|.{0,400}(?:[(\[](?:(?:file )?(?:photo|image|picture|foto|bild|imagen|immagine|imagem)\b|(?-i:AP) photo)[^()\[\]]{0,80}"
    rf"|(?-i:[(\[](?:File: ?)?(?:{_NAMES} ?/ ?|{_NAMES} via )(?:{_AGENCY}))|(?-i:[(\[](?:File: ?)?{_CREDIT})) ?[)\]]"
    r"|.{10,400}[.!?»”\"] (?:photo(?:graph)?|picture|image|foto|bild|imagen|immagine|imagem)s?"
    rf"(?: by| credit)?\s?[:©] ?{_CREDITED}|.{{10,400}}(?:[.!?]|[.!?][\"”’)] |\|) (?-i:{_CREDIT}(?: {_CREDIT})?)",
    re.IGNORECASE,
)
"""What is seen in a picture, with its credit at the end; what a blog's feed puts below each entry; who owns the rights."""

CREDITED_FILM = re.compile(
    r"CLOSE .{10,400}(?:[.!?…][\"”’]?|\([A-Z][a-z]{2,8}\.? \d{1,2}\))(?: Video provided by)?(?: the)?(?: [A-Z]\w*){1,4}"
)
"""What is seen in a film, between the button of its box and its credit."""


TAIL_LABEL = re.compile(
    r"(?:related|more|popular|trending)(?: (?:topics|tags|stories|articles|on this story|internet links))?|topics|tags"
    r"|most (?:read|viewed|popular)|read more|(?:related )?(?:links|coverage)|mehr zum thema|sur le même sujet|más información"
    r"|saiba mais|leggi anche|more from (?-i:[A-Z])[\w&. -]{2,40}|te recomendamos|temas|thèmes|themen|tópicos|argomenti",
    re.IGNORECASE,
)
"""What stands above a list of links; the lines below it belong to it where nothing but such lines follows."""

CAPTION_LABEL = re.compile(r"(?:image|photo|picture|video|media) caption\s*[,:]?", re.IGNORECASE)
"""A label whose caption stands on the next line."""

LONGEST_LINK = 14
"""Words of a line in a list of links."""
