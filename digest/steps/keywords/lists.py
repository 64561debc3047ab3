"""The words that decide what is a name, a phrase or neither: our own lists, lower case."""

from __future__ import annotations

import re

from digest.text.words import stem

NAME_STOPS = frozenset("new may will first big best long".split())
"""Stop words that stand in names: "New York", "Theresa May"."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "am pm a.m p.m gmt bst est edt pst utc".split()
)

MEASURES = frozenset(
    "percent percentage million billion trillion degree degrees dollar dollars euro euros pound pounds mile miles kilometre "
    "kilometres kilometer kilometers km kg meter meters metre metres inch inches foot feet second seconds minute minutes hour "
    "hours month months decade decades century centuries weekend weekends afternoon evening night dozen dozens half couple "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety thousand thousands hundreds".split()
)
"""Numbers, units and times: they count something and name nothing."""

PARTICLES = frozenset("de da dos von van der den bin al el la di du of".split())
"""Lower-case words inside a name: "Mohammed bin Salman", "Bank of England"."""

INNER_POSSESSIVES = frozenset("women men children people valentine veteran mother father new".split())
"""Words whose possessive belongs to a phrase ("women's rights"); any other one ends it ("Trump's tariffs")."""

ROLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady president vice-president prime minister secretary chancellor king queen "
    "prince princess sen senator rep representative gov governor gen general col colonel lt lieutenant sgt sergeant "
    "capt captain cpl maj major adm admiral judge justice chief speaker leader attorney ambassador mayor congressman "
    "congresswoman chairman chairwoman commissioner director professor prof rev reverend pope detective officer "
    "sheriff deputy inspector coach councilman actor actress democrat republican counsel chair whip ceo cfo editor writer "
    "editor-in-chief director-general adviser advisor rabbi bishop archbishop cardinal imam agent researcher researchers "
    "spokesman spokeswoman commander president-elect undersecretary reporter correspondent author host analyst".split()
)
"""Words before a person's name that are not part of it; what stands before them describes the person."""

LABELS = frozenset("more watch read photo image video copyright caption file replay".split())
"""Words on and under pictures and links, that run into the text in capitals: "Getty Images Image", "FILE PHOTO"."""

CROWNS = frozenset("king queen prince princess pope".split())
"""Roles that stay where a single name follows: "Pope Francis"."""

BODIES = frozenset(
    "house senate congress department ministry court committee council commission party office agency bureau university school "
    "college church street bank union league association institute foundation center centre city state states county district "
    "kingdom nations republic korea africa america east west north south sea river lake island islands times post journal news "
    "company corporation inc corp group motors electric airlines assembly service administration act bill law day war world cup "
    "games series park hall airport hospital hotel summit agreement accord treaty guard force forces army navy police team club "
    "election elections prize award awards week month year show street road avenue square beach valley hills mountain "
    "constitution capitol embassy coast amendment organization organisation reserve patrol intelligence caucus convention fund "
    "program programme project enforcement corps tower room action affairs arrivals policy rights services development "
    "prevention".split()
)
"""Last words of names that are not persons: they never stand for the whole name, and no role comes off before them."""

MEMBERS = frozenset("democrats republicans gop dems tories conservatives liberals".split())
"""Parties and their members: they are not called after a part of them ("House Democrats"), nor are peoples."""

REMITS = frozenset(
    "state staff defense defence intelligence services security charge affairs safety rights education labor labour treasury "
    "energy justice commerce health agriculture transportation transport interior finance exchequer".split()
)
"""What offices are for: "Secretary of State", "Chief of Staff". What follows one is whoever holds the office."""

DESCRIBING = re.compile(r"(?:[ai]c|al|-led|-controlled|-based)$")
"""Endings of the adjectives that names of institutions open with, and never end in: "House Democratic" lacks its noun."""

INSTITUTIONS = frozenset(stem(word) for word in BODIES)

HOME = frozenset({("u.s",), ("us",), ("american",), ("unit", "state")})
"""What stands before an institution's name in some reports only, as stems: "the U.S. Supreme Court"."""

NEWSROOMS = frozenset(
    "ap afp reuters cnn bbc nbc abc cbs npr pbs msnbc upi tass xinhua bloomberg politico axios buzzfeed "
    "getty-images associated-press fox-news abc-news nbc-news cbs-news cbs-this-morning sky-news bbc-news the-hill usa-today "
    "new-york-times the-new-york-times washington-post the-washington-post wall-street-journal the-wall-street-journal "
    "the-guardian guardian financial-times los-angeles-times daily-mail huffpost huffington-post new-york-post "
    "agence-france-presse press-association buzzfeed-news washington-examiner washington-times the-daily-caller "
    "breitbart-news".split()
)
"""Agencies and outlets that reports quote, as slugs: a keyword only where a headline names one."""

OFFICES = frozenset(
    "president vice-president leader chief general minister secretary chairman director speaker representative senator official "
    "spokesman spokeswoman lawmaker member reporter counterpart".split()
)
"""Nouns for whoever holds an office: alone, or with a country before them, they stand for a name that is missing."""

GENERIC = frozenset(
    "meeting remark question matter statement comment answer type kind end thing way move issue pair source interview decision "
    "state plan effort role reason result side change case man woman men women person person guy lot bit fact idea sense name "
    "part start need use return rest area item detail example step level head hand line point view story article report photo "
    "video picture image page post list set order front top bottom middle open close member group "
    "world country office paragraph day week year time period "
    "measure announcement application association behaviour concession condition figure history light position predecessor "
    "purpose reading request staff summary tie protection journalist photographer amount total range version form kind sort "
    "place location site room corner ground chance opportunity possibility reaction response approach attempt attitude opinion "
    "thought mind feeling experience knowledge attention advantage success failure difference similarity relation relationship "
    "connection situation circumstance status context background goal aim target basis principle feature aspect factor element "
    "component piece section portion majority rest variety number couple collection everyone anyone someone nobody friend guest "
    "crowd audience expert analyst observer critic supporter opponent appearance arrival departure presence absence beginning "
    "ending moment occasion stage phase session term season generation future past present tonight today yesterday tomorrow "
    "morning word phrase sentence message note document text quote call conversation discussion hint sign mark trace "
    "description explanation definition meaning permission organization organisation light village continent bloc fan aide "
    "assistant colleague boss owner resident neighbor neighbour neighborhood visitor passenger viewer reader copy body "
    "work job task activity action event incident development progress change increase decrease rise fall growth loss gain host "
    "consequence market subject notice respect company government firm smile grin glance margin licence license noon midnight "
    "soil".split()
)
"""Nouns that tell a reader nothing on their own."""

ABSTRACT = frozenset(
    "problem number trouble concern worry threat warning fear hope promise claim support help demand request need effect impact "
    "influence importance quality character attitude manner style title term margin stance tone mood level scale size rate pace "
    "speed height length width depth weight pressure tension sense spirit chance risk doubt certainty decency honesty courage "
    "anger joy surprise shock loss gain answer word remark reply message offer visit trip dinner lunch breakfast smile look "
    "face voice appointment start finish moment way method means practice habit process procedure arrangement preparation loser "
    "winner hero villain friend enemy rival aide guest figure".split()
)
"""Nouns that end no heading of an index: they say how much, how, or in which mood."""

THIN = frozenset(stem(word) for word in "problem concern issue matter question staff member personnel situation".split())
"""Stems of nouns that add nothing to what stands before them: "security problem", "enforcement staff"."""

DESCRIPTIVE = frozenset(
    "actual basic classic contrary critical crucial dramatic enthusiastic equal essential exceptional extraordinary familiar "
    "fantastic final historic identical initial logical necessary normal notable optimistic ordinary original particular "
    "partial peculiar pessimistic popular potential practical primary principal professional radical real realistic regular "
    "satisfactory secondary serial several similar singular specific spectacular successful temporary terrific total "
    "traditional tragic typical unusual usual various vital voluntary".split()
)
"""Adjectives that end as classifying ones do, and merely describe."""

ALONE = frozenset("house senate congress parliament treasury army navy".split())
"""Names of institutions that are whole in one word."""

HOLDERS = frozenset(stem(word) for word in OFFICES)
GROUND = frozenset(stem(word) for word in "soil ground territory".split())
"""Stems of nouns that, after a country, say no more than the country does: "North Korean soil"."""
EMPTY = HOLDERS | {stem(word) for word in GENERIC}
"""Both lists as stems."""

VAGUE = frozenset(stem(word) for word in ABSTRACT)

FAMILY_FIRST = frozenset("xi kim moon hu wen deng mao jiang".split())
"""Family names that stand before the given name and that reports use alone."""

LINKING = frozenset(
    "regarding alleging including following involving concerning containing saying calling according accusing claiming "
    "seeking urging showing citing".split()
)
"""Words in -ing that lead on to something else: "a report alleging fraud"."""

PLACING = frozenset("in at near outside across".split())
"""A lone name after one of these is a place, whoever is called so too."""

VERBAL = frozenset("to will would can could may might must should shall not who they we you i don't didn't doesn't".split())
"""What comes after these is a verb, even where it is more often a noun."""

ARTICLES = frozenset("the a an this that his her their its no".split())

QUANTITIES = frozenset(
    stem(word)
    for word in (
        "number thousand thousands hundreds dozens million billion lot group kind one most all some any many none part end rest "
        "series list range couple pair handful majority half quarter percent amount plenty bit sort type piece copy day week "
        "month year hour minute top front side middle case member people man men woman women instance"
    ).split()
)
"""Stems of nouns that only say how much of what follows "of"."""
