"""Short reports in our own words: two outlets on each of three events, and a copy."""

from __future__ import annotations

from digest.model import Article
from tests.support import make_article

BRIDGE = [
    "The Harlow bridge over the river Senn was closed on Tuesday after engineers found cracks in two of its steel cables.",
    "The mayor of Harlow, Petra Lind, said traffic would be sent over the ferry until the cables were replaced.",
    "Some 14,000 cars cross the Harlow bridge every day, according to the transport office.",
]
BRIDGE_TOO = [
    "Drivers in Harlow face weeks of detours because the bridge across the Senn has been shut.",
    "Cracks in two steel cables were discovered during a routine check, the transport office said, and Petra Lind, the mayor,"
    " asked commuters to take the ferry.",
    "About 14,000 cars use the bridge each day.",
]
CHEESE = [
    "A cheese from the valley of Orvin won first prize at the dairy fair in Lestingen on Tuesday.",
    "The jury praised the sharp rind of the Orvin Blue, which is aged in a former salt mine.",
    "Dairy farmers of the valley have tried for twenty years to win the Lestingen prize.",
]
CHEESE_TOO = [
    "Orvin Blue, a cheese that ripens in an old salt mine, has taken the top prize of the Lestingen dairy fair.",
    "Farmers from the valley of Orvin had competed for twenty years without success, the jury said when it praised the rind.",
]
SECOND_BRIDGE = [
    "The Morland bridge over the river Aske was opened on Tuesday after three years of building.",
    "The minister of works, Jan Oduya, cut the ribbon and rode across in a cable car that dates from 1911.",
    "Morland expects twice as many visitors, its hotel keepers said.",
]


def reports() -> list[Article]:
    """The five articles, one day, four outlets."""
    return [
        make_article("bridge-a", "Harlow bridge closed after cracks are found", BRIDGE, day="2021-03-02", outlet="a"),
        make_article("bridge-b", "Cracked cables shut the bridge at Harlow", BRIDGE_TOO, day="2021-03-02", outlet="b"),
        make_article("cheese-a", "Orvin Blue wins at Lestingen", CHEESE, day="2021-03-02", outlet="a"),
        make_article("cheese-c", "Salt mine cheese takes the dairy prize", CHEESE_TOO, day="2021-03-03", outlet="c"),
        make_article("morland", "Morland bridge opened", SECOND_BRIDGE, day="2021-03-02", outlet="d"),
    ]
