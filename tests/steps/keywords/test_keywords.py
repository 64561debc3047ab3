"""Keywords: whole names and noun phrases in their usual form, ranked, and merged by voices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Keyword
from digest.steps.keywords import extract_keywords, find_candidates, fold_names, merge_keywords, propose
from digest.steps.keywords.candidates import Candidate, describe_candidates
from digest.steps.keywords.merge import rank
from digest.steps.keywords.told import Text
from digest.steps.keywords.weights import weights_of
from tests.support import make_article

VISIT = make_article(
    "visit",
    "Harbour town greets Chancellor Edda Lindqvist",
    [
        "Norvian Chancellor Edda Lindqvist opened the Kestrel Bridge on Monday, the longest rail bridge of the north.",
        "Mrs Lindqvist told reporters that the rail bridge had cost less than the ferry terminal beside it.",
        "Unions had called for strikes. The strike over dock wages ended when Lindqvist met the union of dock workers.",
        "“Bridges are cheaper than quarrels,” said Mrs Lindqvist. The opposition spoke of dock wages as a scandal.",
        "The Kestrel Bridge will carry forty trains a day, and dock workers will pay a lower fare.",
    ],
    day="2021-05-03",
    outlet="the-harbour-post",
    authors=["Tilda Moor"],
)
FERRY = make_article(
    "ferry",
    "Kestrel Bridge opens and the ferry stops",
    [
        "TOFTE (Harbour Post) - The last ferry left at noon, when the Kestrel Bridge opened for trains.",
        "Edda Lindqvist, the chancellor, thanked the dock workers. Their dock wages rise by a tenth.",
        "The ferry had run for ninety years. The ferry terminal becomes a museum.",
    ],
    outlet="coast-courier",
)


def keywords_of(article: Article, limit: int = 10) -> tuple[Keyword, ...]:
    return extract_keywords(article, propose(article.title, [block.text for block in article.blocks], article.language), limit)


def texts_of(article: Article, limit: int = 10) -> list[str]:
    return [keyword.text for keyword in keywords_of(article, limit)]


def merged(voices: list[list[Article]], limit: int = 10) -> list[str]:
    """Give an event's keywords as an index files them."""
    return [keyword.filed for keyword in listed(voices, limit)]


def listed(voices: list[list[Article]], limit: int = 10) -> tuple[Keyword, ...]:
    articles = {article.id: article for voice in voices for article in voice}
    found = {name: keywords_of(article, 3 * limit) for name, article in articles.items()}
    return merge_keywords([[article.id for article in voice] for voice in voices], articles, found, limit)


class TestPropose:
    def test_gives_plain_json(self) -> None:
        """The memo stores it: pairs of a string and a float, nothing of numpy."""
        found = propose(VISIT.title, [block.text for block in VISIT.blocks], "en")
        assert found == json.loads(json.dumps(found))
        assert all(type(text) is str and type(score) is float for text, score in found)

    def test_nothing_runs_across_the_headline_or_a_paragraph(self) -> None:
        found = {str(text) for text, _ in propose("Storm hits harbour", ["Fishing boats sank", "Insurance pays nothing"], "en")}
        assert not [text for text in found if "harbour fishing" in text or "sank insurance" in text]
        assert "fishing boats" in found

    @pytest.mark.parametrize("language", ["en", "de", "xx", ""])
    def test_no_words_no_candidates(self, language: str) -> None:
        assert propose("", [], language) == []
        assert propose("", [""], language) == []

    def test_an_unknown_language_still_gives_candidates(self) -> None:
        assert propose("", ["Haus und noch ein Haus"], "xx")


class TestExtract:
    def test_names_are_whole_and_without_titles(self) -> None:
        found = texts_of(VISIT, 30)
        assert "Edda Lindqvist" in found
        assert "Kestrel Bridge" in found
        for fragment in (
            "Lindqvist",
            "Mrs Lindqvist",
            "Chancellor Edda",
            "Norvian Chancellor",
            "Chancellor Edda Lindqvist",
            "Edda",
        ):
            assert fragment not in found

    def test_a_phrase_stands_for_its_words(self) -> None:
        found = texts_of(VISIT, 20)
        assert "dock wages" in found
        assert "wages" not in found

    def test_no_clauses_days_or_measures(self) -> None:
        low = " | ".join(texts_of(VISIT, 30)).lower()
        for word in ("told", "said", "monday", "called", "forty", "a day", "reporters"):
            assert word not in low

    def test_no_outlet_byline_or_dateline(self) -> None:
        article = make_article(
            "a",
            "Tilda Moor on the ferry",
            [
                "TOFTE (Norvian Wire) - Tilda Moor saw the ferry leave, reports the Harbour Post.",
                "The Harbour Post asked the ferry crew.",
            ],
            outlet="the-harbour-post",
            authors=["Tilda Moor"],
        )
        found = texts_of(article, 30)
        assert not {"Tilda Moor", "Moor", "Harbour Post", "Norvian Wire", "Tofte", "TOFTE"} & set(found)
        assert any("ferry" in text for text in found)

    def test_plural_and_possessive_are_one_keyword(self) -> None:
        article = make_article(
            "a", "Tunnels", ["The tunnel is old.", "All tunnels leak.", "The tunnel's roof fell, and a tunnel was shut."]
        )
        found = [text.lower() for text in texts_of(article)]
        assert sum(text.startswith("tunnel") for text in found) == 1

    def test_the_form_is_the_articles_own(self) -> None:
        """Capitals of a headline that capitalises every word, or of a sentence's first word, say nothing."""
        article = make_article(
            "a",
            "Glass Recycling Doubles In Northern Valleys",
            ["Glass recycling has doubled.", "Much of the glass recycling is done by NORVAG.", "The firm NORVAG buys it."],
        )
        found = texts_of(article)
        assert "glass recycling" in found
        assert "NORVAG" in found

    def test_a_short_form_counts_for_the_full_name(self) -> None:
        article = make_article(
            "a",
            "Norvian Rail Union calls a strike",
            [
                "The Norvian Rail Union called a strike. The Norvian Rail Union wants more pay.",
                "A letter by the NRU speaks of pay.",
            ],
        )
        found = texts_of(article)
        assert "Norvian Rail Union" in found
        assert "NRU" not in found

    def test_a_place_is_not_a_persons_last_name(self) -> None:
        article = make_article(
            "a",
            "Festival opens in Tofte",
            ["The festival at Hotel Tofte opened in Tofte.", "Guests came to Tofte by boat. Rooms in Tofte were full."],
        )
        assert "Tofte" in texts_of(article)

    def test_the_month_of_may_is_no_name_and_mrs_may_is(self) -> None:
        paragraphs = ["Mrs May met fishers in Tofte.", "Talks with the fishers had stalled since May.", "Fishers trust Mrs May."]
        assert "May" not in texts_of(make_article("a", "Fishers wait", [paragraphs[1]]), 30)
        assert "Theresa May" in texts_of(make_article("a", "Fishers meet Theresa May", paragraphs), 30)

    def test_recurring_blocks_are_left_out(self) -> None:
        paragraphs = ["The ferry left at noon.", "Subscribe to our gardening newsletter."]
        with_it = make_article("a", "Ferry leaves", paragraphs)
        without = make_article("a", "Ferry leaves", paragraphs, recurring=[1])
        assert any("newsletter" in text for text in texts_of(with_it))
        assert not any("newsletter" in text for text in texts_of(without))

    def test_weights_fall_from_one(self) -> None:
        weights = [keyword.weight for keyword in keywords_of(VISIT)]
        assert weights[0] == 1
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight == round(weight, 6) for weight in weights)

    def test_a_text_without_a_phrase_has_no_keywords(self) -> None:
        assert keywords_of(make_article("a", "", ["And so it was."])) == ()

    @pytest.mark.parametrize("language", ["de", "fr", "xx"])
    def test_other_languages_give_keywords_too(self, language: str) -> None:
        article = make_article(
            "a",
            "Brücke eröffnet",
            ["Edda Lindqvist eröffnete die Kestrelbrücke.", "Die Kestrelbrücke war teuer."],
            language=language,
        )
        assert "Edda Lindqvist" in texts_of(article)


CASES = Path(__file__).parents[2] / "cases" / "keywords.md"


def read_cases() -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Give the cases by their names: the lines of the article, what must be among its keywords, and what must not."""
    found = {}
    for part in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        lines = part.splitlines()
        quoted = [line.removeprefix(">").strip() for line in lines if line.startswith(">") and line != ">"]
        lists = {line[:3]: line[5:].split("; ") for line in lines if line.startswith(("has: ", "not: "))}
        found[lines[0]] = (quoted, lists["has"], lists["not"])
    return found


@pytest.mark.parametrize("name", read_cases())
def test_cases(name: str) -> None:
    """What ``tests/cases/keywords.md`` says."""
    lines, has, has_not = read_cases()[name]
    found = texts_of(make_article("a", lines[0], lines[1:]), 30)
    assert not [text for text in has if text not in found], found
    assert not [text for text in has_not if text in found], found


class TestFold:
    def fold(self, *articles: Article) -> dict[str, list[str]]:
        candidates = {one.id: find_candidates(one, propose(one.title, list(one.told), "en")) for one in articles}
        folded = fold_names(articles, candidates)
        return {name: [keyword.text for keyword in found] for name, found in folded.items()}

    def test_a_person_known_from_an_earlier_day_has_the_whole_name(self) -> None:
        lone = make_article(
            "lone", "A speech in Tofte", ["Mrs Lindqvist spoke of the ferry. Lindqvist was brief."], day="2021-05-04"
        )
        assert "Edda Lindqvist" in self.fold(VISIT, lone)["lone"]

    def test_a_later_day_changes_nothing(self) -> None:
        lone = make_article(
            "lone", "A speech in Tofte", ["Mrs Lindqvist spoke of the ferry. Lindqvist was brief."], day="2021-05-02"
        )
        assert self.fold(VISIT, lone)["lone"] == self.fold(lone)["lone"]
        assert "Lindqvist" in self.fold(lone)["lone"]

    def test_a_family_name_of_two_people_stays_alone(self) -> None:
        other = make_article("other", "Skiing", ["Arvid Lindqvist won the race. Arvid Lindqvist is young."], day="2021-05-03")
        lone = make_article(
            "lone", "A speech in Tofte", ["Mrs Lindqvist spoke of the ferry. Lindqvist was brief."], day="2021-05-04"
        )
        assert "Lindqvist" in self.fold(VISIT, other, lone)["lone"]

    def test_a_family_name_that_hardly_anybody_else_bears_means_the_one(self) -> None:
        known = [
            make_article(f"known-{n}", "A visit", ["Edda Lindqvist came. Edda Lindqvist left."], day="2021-05-03")
            for n in range(9)
        ]
        other = make_article("other", "Skiing", ["Arvid Lindqvist won the race. Arvid Lindqvist is young."], day="2021-05-03")
        lone = make_article(
            "lone", "A speech in Tofte", ["Mrs Lindqvist spoke of the ferry. Lindqvist was brief."], day="2021-05-04"
        )
        assert "Edda Lindqvist" in self.fold(*known, other, lone)["lone"]
        assert "Lindqvist" in self.fold(*known[:8], other, lone)["lone"]

    def test_a_place_is_not_taken_for_a_person(self) -> None:
        person = make_article("person", "A prize", ["Agnes Tofte won a prize. Agnes Tofte paints boats."], day="2021-05-03")
        town = make_article("town", "Fog", ["Fog covers Tofte. Boats near Tofte wait."], day="2021-05-04")
        assert "Tofte" in self.fold(person, town)["town"]

    def test_initials_go_where_the_archive_has_the_name_without(self) -> None:
        formal = make_article("formal", "A visit", ["Edda K. Lindqvist came. Edda K. Lindqvist left."], day="2021-05-04")
        assert "Edda Lindqvist" in self.fold(VISIT, formal)["formal"]
        assert "Edda K. Lindqvist" in self.fold(formal)["formal"]


class TestMerge:
    def test_a_name_with_its_office_is_filed_under_the_name(self) -> None:
        """A reader finds one form that reports use; an index has one heading for the person."""
        opening = ["Chancellor Edda Lindqvist opens the bridge.", "The ferry stops, said Chancellor Edda Lindqvist in Tofte."]
        reports = [
            make_article(name, "Chancellor Edda Lindqvist opens bridge", opening, outlet=name) for name in ("post", "wire")
        ]
        found = self.candidates(reports)
        assert found["Chancellor Edda Lindqvist"].holder == ("edda", "lindqvist")
        assert found["Chancellor Edda Lindqvist"].heading
        assert sum("Lindqvist" in keyword.text for keyword in listed([[report] for report in reports])) == 1

    def test_no_form_of_a_name_is_likelier_than_the_family_name_that_it_ends_in(self) -> None:
        told = ["Chancellor Edda Lindqvist opens the bridge.", "Lindqvist said that the ferry stops."]
        reports = [make_article(name, "Chancellor Lindqvist opens bridge", told, outlet=name) for name in ("post", "wire")]
        found = self.candidates(reports)
        forms = {"Edda Lindqvist", "Chancellor Edda Lindqvist", "Chancellor Lindqvist"}
        assert {form for form, one in found.items() if one.named} == forms
        event = {**weights_of("event"), "a word more": 0.0, "a heading more": 0.0}
        ranked = rank({(form,): one for form, one in found.items()}, event, weights_of("form"))
        assert max(ranked[(form,)] for form in forms) < ranked[("Lindqvist",)]

    def test_a_family_name_that_is_a_month_does_not_stand_alone(self) -> None:
        told = ["Mrs May opened the bridge, and Edda May left. Mrs May had promised it.", "Mrs May spoke of dock wages in June."]
        reports = [make_article(name, "May opens bridge", told, outlet=name) for name in ("post", "wire")]
        found = self.candidates(reports)
        assert "Edda May" in found
        assert "May" not in found

    def test_a_family_name_that_stands_after_in_now_and_then_is_that_of_the_person(self) -> None:
        told = [
            "Edda Lindqvist opened the bridge in Lindqvist’s last month. Lindqvist had promised it, and Lindqvist paid for it.",
            "Lindqvist spoke of dock wages. Lindqvist was cheered when Lindqvist said that the ferry stops.",
            "Nobody spoke to Lindqvist of the fares. Lindqvist and the mayor left. Lindqvist’s train was late.",
        ]
        reports = [make_article(name, "Lindqvist opens bridge", told, outlet=name) for name in ("post", "wire")]
        assert self.candidates(reports)["Lindqvist"].holder == ("edda", "lindqvist")

    def test_a_name_that_opens_a_noun_phrase_is_no_part_of_it(self) -> None:
        """Nor is a noun after a word that merely describes it; but "attorney" of "attorney general" is."""
        told = ["The Norvia inquiry goes on, said the attorney general. The Norvia inquiry lasts.", "It was a historic inquiry."]
        reports = [make_article(name, "Norvia inquiry goes on", told, outlet=name) for name in ("post", "wire")]
        found = self.candidates(reports)
        assert "Norvia" in found
        assert "attorney" not in found

    @staticmethod
    def candidates(reports: Sequence[Article]) -> dict[str, Candidate]:
        """Give the candidates of an event by their forms."""
        by_id = {report.id: report for report in reports}
        proposed = {one.id: find_candidates(one, propose(one.title, list(one.told), one.language)) for one in reports}
        texts = [[Text(report)] for report in reports]
        return {
            one.form: one for one in describe_candidates([[report.id] for report in reports], by_id, proposed, texts).values()
        }

    def test_the_family_name_alone_stands_where_headlines_have_it_and_leads_to_the_whole_name(self) -> None:
        told = [
            "Lindqvist opened the bridge. Lindqvist had promised it for years, and Lindqvist paid for it.",
            "The harbour, the trains and the dock wages were what Lindqvist spoke of. Nobody spoke of the ferry or the fares.",
        ]
        reports = [
            make_article("post", "Lindqvist opens bridge", [*told, "The chancellor, Edda Lindqvist, is 61."], outlet="post"),
            make_article("wire", "Lindqvist opens bridge", told, outlet="wire"),
        ]
        found = {keyword.text: keyword for keyword in listed([[report] for report in reports])}
        assert found["Lindqvist"].filed == "Edda Lindqvist"
        assert "Edda Lindqvist" not in found

    def test_a_first_name_is_no_keyword(self) -> None:
        told = ["Edda Lindqvist opened the bridge.", "It was Edda Lindqvist who promised it, said the mother of Edda Lindqvist."]
        found = merged([[make_article(name, "Edda Lindqvist opens bridge", told, outlet=name)] for name in ("post", "wire")])
        assert "Edda" not in found

    def test_a_word_that_stands_only_inside_a_name_is_none(self) -> None:
        told = [
            "North Norvia sent a ferry.",
            "The ferry of North Norvia sank, and North Norvia mourns.",
            "It was a North Norvia boat.",
        ]
        found = merged([[make_article(name, "Ferry of North Norvia sinks", told, outlet=name)] for name in ("post", "wire")])
        assert "North Norvia" in found
        assert "Norvia" not in found

    def test_no_form_of_a_name_stays_where_the_name_is_left_out(self) -> None:
        """There is no "Edda Lindqvist" but in "Edda Lindqvist Jr", so "Lindqvist" has nothing that it could be filed under."""
        told = [
            "Sailors were saved by Edda Lindqvist Jr. off Tofte. Lindqvist sailed for an hour, and Lindqvist was cheered.",
            "Lindqvist gave no interview. The harbour thanked Edda Lindqvist Jr. and the crew of Lindqvist on Monday.",
        ]
        reports = {name: make_article(name, "Lindqvist saves nine", told, outlet=name) for name in ("post", "wire")}
        names = tuple(Keyword(text, 1.0) for text in ("Edda Lindqvist", "Edda Lindqvist Jr", "Lindqvist"))
        texts = [[Text(report)] for report in reports.values()]
        found = describe_candidates([["post"], ["wire"]], reports, dict.fromkeys(reports, names), texts)
        assert ("edda", "lindqvist", "jr") in found
        assert ("edda", "lindqvist") not in found
        assert {one.holder for one in found.values() if one.holder} <= found.keys()

    def test_no_piece_of_an_index_or_a_brand_is_a_family_name(self) -> None:
        """Though a name ends with "Average", it is no person: it never stands alone."""
        told = [
            "The Tofte Lind Fishery Average fell by a tenth on Monday. Skippers sold after the Tofte Lind Fishery Average fell.",
            "Never had the Tofte Lind Fishery Average lost so much. Edda Lindqvist of Norvik Foods sold nothing, Lindqvist said.",
        ]
        reports = {name: make_article(name, "Fishery Average falls", told, outlet=name) for name in ("post", "wire")}
        names = tuple(Keyword(text, 1.0) for text in ("Tofte Lind Fishery Average", "Average", "Norvik Foods", "Edda Lindqvist"))
        texts = [[Text(report)] for report in reports.values()]
        found = describe_candidates([["post"], ["wire"]], reports, dict.fromkeys(reports, names), texts)
        forms = {one.form for one in found.values()}
        assert {"Tofte Lind Fishery Average", "Norvik Foods", "Lindqvist"} <= forms
        assert not {"Average", "Foods", "Lind"} & forms

    def test_a_phrase_with_of_is_one_keyword_where_reports_repeat_it(self) -> None:
        told = ["The abuse of power was denied.", "Abuse of power is what the court looked at. It heard of an abuse of power."]
        reports = {name: make_article(name, "Court hears of abuse of power", told, outlet=name) for name in ("post", "wire")}
        candidates = {name: find_candidates(one, propose(one.title, list(one.told), "en")) for name, one in reports.items()}
        found = {keyword.text for keyword in merge_keywords([["post"], ["wire"]], reports, candidates, 10)}
        assert "abuse of power" in found
        assert "abuse" not in found
        alone = {keyword.text for keyword in merge_keywords([["post"]], reports, candidates, 10)}
        assert "abuse of power" not in alone, "one voice"

    def test_a_body_with_and_in_its_name_is_whole(self) -> None:
        """Nobody files anything under "Ferry Administration", and two countries are no body."""
        told = [
            "Boats were held in Tofte by the Norvian Food and Ferry Administration on Monday.",
            "The Food and Ferry Administration gave no reason. Skippers blame the Food and Ferry Administration.",
            "In Norvia and North Korea boats are held often. Norvia and North Korea have the oldest boats.",
            "North Korea says no more than Norvia does.",
        ]
        reports = {name: make_article(name, "Boats held in Tofte", told, outlet=name) for name in ("post", "wire")}
        candidates = {name: find_candidates(one, propose(one.title, list(one.told), "en")) for name, one in reports.items()}
        found = {keyword.text for keyword in merge_keywords([["post"], ["wire"]], reports, candidates, 20)}
        assert "Food and Ferry Administration" in found
        assert not {"Ferry Administration", "Norvia and North Korea"} & found

    def test_a_body_and_a_person_are_two_names(self) -> None:
        """A headline or a lost word glues them together."""
        told = [
            "The motion of the Fishery Committee Edda Lindqvist said was hers.",
            "Edda Lindqvist left early. The ferries stopped when Lindqvist left.",
        ]
        reports = {name: make_article(name, "Ferries stop", told, outlet=name) for name in ("post", "wire")}
        candidates = {name: find_candidates(one, propose(one.title, list(one.told), "en")) for name, one in reports.items()}
        found = {keyword.text for keyword in merge_keywords([["post"], ["wire"]], reports, candidates, 20)}
        assert "Fishery Committee Edda Lindqvist" not in found
        assert {"Edda Lindqvist", "Lindqvist"} & found

    @pytest.mark.parametrize("word", ["IT", "Un", "Democratic", "First"])
    def test_a_piece_of_grammar_in_capitals_is_none(self, word: str) -> None:
        told = [f"We saw {word} at the ferry.", f"The ferry and {word} were late, and {word} left."]
        found = merged([[make_article(name, "Ferry late", told, outlet=name)] for name in ("post", "wire")])
        assert word not in found

    def test_the_pronoun_us_is_no_country(self) -> None:
        text = Text(
            make_article("a", "They help us", ["The boats help us. The US has boats, and boats bring us to the U.S. coast."])
        )
        assert len(text.places(("us",))) == 2
        assert not text.titled(("us",))

    def test_members_of_a_party_are_not_a_part_of_them(self) -> None:
        """Who writes "Republicans" does not mean those of the Senate."""
        told = ["Senate Republicans left.", "Republicans want ferries. Republicans in Tofte agreed.", "All Republicans voted."]
        found = merged([[make_article(name, "Republicans vote", told, outlet=name)] for name in ("post", "wire")])
        assert "Republicans" in found

    def test_what_both_report_comes_before_what_one_dwells_on(self) -> None:
        found = merged([[VISIT], [FERRY]])
        assert set(found[:2]) == {"Kestrel Bridge", "Edda Lindqvist"}
        assert found.index("dock wages") < found.index("museum") if "museum" in found else True

    def test_what_the_summary_says_comes_before_what_it_leaves_out(self) -> None:
        told = ["The ferry and the bridge were opened.", "The mayor praised the bridge. The mayor praised the ferry."]
        reports = {name: make_article(name, "A day in Tofte", told, outlet=name) for name in ("post", "wire")}
        words = (Keyword("ferry", 1.0), Keyword("bridge", 1.0))

        def order(*summary: str) -> list[str]:
            found = merge_keywords([["post"], ["wire"]], reports, dict.fromkeys(reports, words), 10, summary)
            return [keyword.text for keyword in found]

        assert order("A day in Tofte", "The ferry was opened.") == ["ferry", "bridge"]
        assert order("A day in Tofte", "The bridge was opened.") == ["bridge", "ferry"]

    def test_neither_a_mood_nor_the_ground_of_a_country_is_a_keyword(self) -> None:
        told = [
            "With a smile the chancellor stood on North Norvian soil.",
            "A smile, at 4 p.m., on North Norvian soil.",
            "Ferries left.",
        ]
        found = merged([[make_article(name, "Ferries leave with a smile", told, outlet=name)] for name in ("post", "wire")])
        assert not {"smile", "p.m.", "soil", "North Norvian soil"} & set(found)

    def test_copies_count_once(self) -> None:
        """Three articles of one voice say no more than one of them."""
        copies = [make_article(f"copy-{n}", FERRY.title, [block.text for block in FERRY.blocks]) for n in range(3)]
        assert merged([[VISIT], copies[:1]]) == merged([[VISIT], copies])

    def test_a_family_name_here_is_the_full_name_there(self) -> None:
        lone = make_article(
            "lone", "Lindqvist opens bridge", ["Mrs Lindqvist opened it.", "The crowd cheered as Lindqvist spoke."]
        )
        found = merged([[VISIT], [lone]])
        assert "Edda Lindqvist" in found
        assert "Lindqvist" not in found

    def test_an_event_of_one_article_has_that_articles_keywords(self) -> None:
        assert set(merged([[VISIT]])) <= set(texts_of(VISIT, 30))

    def test_no_keywords_none_merged(self) -> None:
        empty = make_article("a", "", ["And so it was."])
        assert merge_keywords([["a"]], {"a": empty}, {"a": ()}, 10) == ()

    def test_the_order_of_the_voices_does_not_matter(self) -> None:
        other = make_article(
            "other", "Ferry museum planned", ["The old ferry terminal becomes a museum.", "Trains use the Kestrel Bridge."]
        )
        results = {tuple(merged([[article] for article in order])) for order in permutations([VISIT, FERRY, other])}
        assert len(results) == 1


SENTENCES = [
    "Norvian Chancellor Edda Lindqvist opened the Kestrel Bridge.",
    "Mrs Lindqvist thanked the dock workers of Tofte.",
    "The dock workers want higher dock wages.",
    "“We will strike,” said Olof Brandt of the Norvian Rail Union.",
    "Mr Brandt's union, the NRU, met on Friday.",
    "Rail fares rise by 4 percent.",
    "THE BRIDGE IS OPEN",
    "It cost $2bn (£1.5bn), the U.S. firm Halden & Sons said…",
    "# What Happens To The Ferry?",
    "…",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12), st.integers(1, 12))
def test_no_keyword_stands_inside_another_and_all_stand_in_the_article(paragraphs: list[str], limit: int) -> None:
    article = make_article("a", "Edda Lindqvist opens Kestrel Bridge", paragraphs)
    found = texts_of(article, limit)
    assert len(found) <= limit
    assert len({text.lower() for text in found}) == len(found)
    for text in found:
        assert text.lower() in f"{article.title}\n{article.text}".lower()
        assert not any(text != other and f" {text.lower()} " in f" {other.lower()} " for other in found)
