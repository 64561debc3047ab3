"""Names that stand for one thing, and words of which one says the opposite of the other."""

from __future__ import annotations

ALIASES = """
    mumbai bombay | kolkata calcutta | chennai madras | beijing peking china chinese | yangon rangoon | myanmar burma | istanbul
    constantinople | saigon ho-chi-minh | astana nur-sultan | swaziland eswatini | turkey turkiye türkiye ankara turkish
    britain uk england london british | america us usa washington american | russia moscow kremlin russian | iran tehran iranian
    france paris french | germany berlin german | japan tokyo japanese | israel jerusalem israeli | ukraine kiev kyiv ukrainian
    netherlands holland dutch | czechia czech | persia iran | india delhi indian | pakistan islamabad pakistani |
    syria damascus syrian |
    north-korea pyongyang | seoul south-korea korea | egypt cairo egyptian | iraq baghdad iraqi | afghanistan kabul afghan
    saudi riyadh | italy rome italian | spain madrid spanish | brussels eu europe european | canada ottawa canadian
    australia canberra australian | mexico mexican | kashmir | macedonia skopje | daesh isis isil is | congress capitol
"""
REGIONS = frozenset(
    """
    afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia
    bosnia brazil britain bulgaria cambodia cameroon canada chile china colombia congo croatia cuba cyprus denmark ecuador
    egypt england estonia ethiopia finland france georgia germany ghana greece haiti hungary iceland india indonesia iran
    iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait laos latvia lebanon libya lithuania
    malaysia mali malta mexico moldova mongolia morocco myanmar nepal netherlands nicaragua nigeria norway oman pakistan
    panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland serbia singapore slovakia slovenia
    somalia spain sudan sweden switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay venezuela
    vietnam wales yemen zambia zimbabwe gaza europe africa asia alabama alaska arizona arkansas california carolina colorado
    connecticut dakota delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
    tennessee texas utah vermont virginia wisconsin wyoming
""".split()
)
"""Countries and states: a place in one of them is no other place than it."""


def _rows(table: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in table.replace("\n", "|").split("|") if row.strip())


ALIKE = _rows(ALIASES)

OPPOSITES = """
    accepted rejected | approved rejected | adopted rejected | backed opposed | supported opposed | supports opposes
    support oppose | admitted denied | confirmed denied | allowed banned | legal illegal | lawful unlawful
    constitutional unconstitutional | rose fell | rise fall | risen fallen | gained lost | rising falling | climbed dropped
    up down | increased decreased | increase decrease | higher lower | highest lowest | more fewer | above below
    best worst | won lost | beat lost | guilty innocent | convicted acquitted | upheld overturned | alive dead
    survived died | all none | possible impossible | likely unlikely | safe unsafe | true false | open closed
    opened closed | bought sold | before after | began ended | north south | east west | northern southern | eastern western
    northeast southwest | northwest southeast | father mother | son daughter | brother sister | husband wife | man woman
    boy girl | men women | boys girls | morning afternoon | morning evening | winter summer | spring autumn | left right
    arrived left | include exclude
"""
PAIRS = frozenset(_rows(OPPOSITES))

TURNING = frozenset(word for pair in PAIRS for word in pair)


def one_name(one: str, two: str) -> bool:
    """Say whether two names, lower case, may stand for one place or government ("Mumbai", "Bombay"; "Durres", "Albania")."""
    return (one in REGIONS) != (two in REGIONS) or any(one in names and two in names for names in ALIKE)
