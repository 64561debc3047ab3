"""The geometry of the charts: numbers and labels; the templates draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from digest.model import Article, ArticleId, Published
from digest.steps.pages import say
from digest.steps.pages.view import View, rounded
from digest.text.calendar import say_day_month, say_day_year, say_month, short_month, weekday
from digest.text.catalogue import Words

WIDTH = 340
"""User units of a chart in the rail; with this width 12 units of type are 12 pixels there."""

MOST_DAYS = 10
"""More days than these are counted by week: beyond ten the day labels touch (seen at 340 units)."""

MOST_WEEKS = 12
"""More weeks than these are counted by month."""

LAST_WEEKS = 16
"""Weeks of a topic: with one bar more, numbers of three digits still stand apart."""

MOST_MONTHS = 12
"""Older months are summed up in the first bar."""

DOT = 10.0
"""User units that a dot is wide."""

MOST_LANES = 12
"""Outlets drawn in one chart; the table has them all."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: own reports and copies within a span of time."""

    label: str
    """Under the bar; may be empty."""
    name: str
    """In the table: ``Week of 24 June 2019``."""
    own: int
    copies: int


def bars(marks: Sequence[Bar], height: int = 96) -> View:
    """Lay out a bar chart ``WIDTH`` units wide, its base line at ``height``."""
    top = max([bar.own + bar.copies for bar in marks] + [1])
    step = WIDTH / max(1, len(marks))
    wide = min(34.0, step * 0.62)
    drawn = []
    for i, bar in enumerate(marks):
        middle = step * (i + 0.5)
        own = (height - 18) * bar.own / top
        copies = (height - 18) * bar.copies / top
        drawn.append(
            {
                "x": rounded(middle - wide / 2),
                "middle": rounded(middle),
                "width": rounded(wide),
                "own_y": rounded(height - own),
                "own_height": rounded(own),
                "copies_x": rounded(middle - wide / 2 + 0.75),
                "copies_width": rounded(wide - 1.5),
                "copies_y": rounded(height - own - copies + 0.75),
                "copies_height": rounded(max(0.0, copies - 1.5)),
                "value": bar.own + bar.copies,
                "value_y": rounded(height - own - copies - 5),
                "label": bar.label,
                "name": bar.name,
                "own": bar.own,
                "copies": bar.copies,
            }
        )
    return {
        "width": WIDTH, "height": height + 22, "base": height, "label_y": height + 17, "bars": drawn,
        "any_copies": any(bar.copies for bar in marks),
    }  # fmt: skip


def spark(values: Sequence[int], width: int = 96, height: int = 22) -> View:
    """Lay out a bar chart the size of a word."""
    top = max([*values, 1])
    step = width / max(1, len(values))
    drawn = []
    for i, value in enumerate(values):
        tall = max(1.0, (height - 1) * value / top)
        drawn.append(
            {"x": rounded(step * i + 1), "y": rounded(height - tall), "width": rounded(step - 2), "height": rounded(tall)}
        )
    return {"width": width, "height": height, "bars": drawn}


def day_bars(t: Words, articles: Sequence[Article], copies: frozenset[ArticleId], last: date, days: int) -> list[Bar]:
    """Count articles a day, for ``days`` days up to ``last``."""
    found = []
    for back in range(days - 1, -1, -1):
        day = last - timedelta(days=back)
        there = [article for article in articles if article.day == day]
        copied = sum(article.id in copies for article in there)
        label = (
            f"{weekday(t, day)[:3]} {day.day}"
            if days <= 7
            else (str(day.day) if days > 8 else f"{weekday(t, day)[:2]} {day.day}")
        )
        found.append(Bar(label, say_day_year(t, day), len(there) - copied, copied))
    return found


def coverage(
    t: Words, articles: Sequence[Article], copies: frozenset[ArticleId], last: date, *, weekly: bool = False
) -> tuple[str, list[Bar]]:
    """Count articles by day, week or month up to ``last``, whichever shows their whole span in a few bars.

    Gives the unit's name and the bars.  Weeks begin on Monday.  ``weekly``: no months, but the last ``LAST_WEEKS`` weeks, and
    one bar for all before them.
    """
    first = min((article.day for article in articles if article.day), default=last)
    if (last - first).days < MOST_DAYS:
        return "day", day_bars(t, articles, copies, last, max(4, (last - first).days + 1))
    monday = last - timedelta(days=last.weekday())
    weeks = ((monday - (first - timedelta(days=first.weekday()))).days) // 7 + 1
    if weeks <= MOST_WEEKS or weekly:
        return "week", _week_bars(t, articles, copies, monday, weeks)
    months = _months(first, last)
    earlier, shown = months[:-MOST_MONTHS], months[-MOST_MONTHS:]
    if earlier:
        earlier, shown = [*earlier, shown[0]], shown[1:]
    found = []
    for group in ([earlier] if earlier else []) + [[month] for month in shown]:
        there = [article for article in articles if article.day and article.day.isoformat()[:7] in group]
        copied = sum(article.id in copies for article in there)
        early = len(group) > 1
        name = t("chart.before.month", month=say_month(t, group[-1])) if early else say_month(t, group[0])
        found.append(Bar(t("chart.before") if early else short_month(t, int(group[0][5:])), name, len(there) - copied, copied))
    return "month", found


def _week_bars(t: Words, articles: Sequence[Article], copies: frozenset[ArticleId], monday: date, weeks: int) -> list[Bar]:
    """Count articles a week up to the one of ``monday``; ``weeks`` since the first of them."""
    shown = max(4, min(weeks, LAST_WEEKS))
    start = monday - timedelta(weeks=shown - 1)
    within = [article.day for article in articles if article.day and article.day >= start]
    if weeks > shown and within:  # no empty weeks after the bar of all earlier ones, but four in all
        shown = max(4, (monday - min(within)).days // 7 + 2)
        start = monday - timedelta(weeks=shown - 1)
    found = []
    if weeks > shown:
        early = [article for article in articles if article.day and article.day < start]
        copied = sum(article.id in copies for article in early)
        found.append(Bar(t("chart.before"), t("chart.before.week", day=say_day_year(t, start)), len(early) - copied, copied))
    for back in range(shown - 1, -1, -1):
        begin = monday - timedelta(weeks=back)
        there = [article for article in articles if article.day and begin <= article.day < begin + timedelta(days=7)]
        copied = sum(article.id in copies for article in there)
        every = -(-(shown + 1) // 7)
        label = f"{begin.day} {short_month(t, begin.month)}" if back % every == 0 else ""
        found.append(Bar(label, t("chart.week.of", day=say_day_year(t, begin)), len(there) - copied, copied))
    return found


def lanes(t: Words, articles: Sequence[tuple[int, str, Article]], copies: frozenset[ArticleId]) -> View | None:
    """Lay out who reported when: a lane an outlet, a mark an article; None unless two articles differ in what is known of it.

    ``articles``: (number of the report, outlet's name, article).  A mark is a dot at its time, or as long as its day where no
    time is given; that of a copy is hollow.
    """
    dated = [(number, outlet, article) for number, outlet, article in articles if article.published and article.day]
    if len(dated) < 2:
        return None
    days = [article.day for _, _, article in dated if article.day]
    first, last = min(days), max(days)
    if first == last and not any(say.clock(article.published) for _, _, article in dated if article.published):
        return None
    span = (last - first).days + 1
    left, right = 8.0, WIDTH - 8.0
    unit = (right - left) / span
    every = max(1, -(-span // 6))
    names = list(dict.fromkeys(outlet for _, outlet, _ in dated))
    rows: list[View] = []
    rings = spans = False
    for name in names[:MOST_LANES]:
        y = 26 + 36 * len(rows)
        dots = []
        for _, outlet, article in dated:
            if outlet == name and article.published and article.day:
                begin, ring = left + unit * (article.day - first).days, article.id in copies
                rings = rings or ring
                if say.clock(article.published):
                    x, wide, high = begin + unit * _part_of_day(article.published) - DOT / 2, DOT, DOT
                else:
                    wide, high = max(DOT, unit - 4), DOT * 0.6
                    x, spans = begin + (unit - wide) / 2, True
                dots.append({"x": rounded(x), "y": rounded(y - high / 2), "width": rounded(wide), "height": high, "ring": ring})
        rows.append({"name": name, "y": y, "label_y": y - 11, "dots": dots})
    bottom = 36 * len(rows) + 6
    ticks = [
        {
            "x": rounded(left + unit * i),
            "label_x": rounded(left + unit * (i + min(every, span - i) / 2)),
            "label": _tick(t, first + timedelta(days=i), every),
        }
        for i in range(0, span, every)
    ]
    table = [
        {
            "number": number,
            "outlet": outlet,
            "when": say.short_date(t, article.published, time=True),
            "kind": t("copy") if article.id in copies else t("chart.own"),
        }
        for number, outlet, article in sorted(articles)
    ]
    return {
        "width": WIDTH, "height": bottom + 20, "bottom": bottom, "label_y": bottom + 15, "left": left, "right": right,
        "lanes": rows, "ticks": ticks, "table": table, "rings": rings, "spans": spans,
        "desc": t(
            "chart.lanes.one" if first == last else "chart.lanes",
            articles=t("count.article", count=len(dated)), publishers=t("count.publisher", count=len(names)),
            day=say_day_month(t, first), first=say_day_month(t, first), last=say_day_month(t, last),
        ),
        "more": len(names) - MOST_LANES if len(names) > MOST_LANES else 0,
    }  # fmt: skip


def _part_of_day(published: Published) -> float:
    moment = datetime.fromisoformat(published.iso)
    return (moment.hour * 60 + moment.minute) / (24 * 60)


def _tick(t: Words, day: date, every: int) -> str:
    return say_day_month(t, day) if every == 1 else f"{day.day} {short_month(t, day.month)}"


def _months(first: date, last: date) -> list[str]:
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        found.append(f"{year:04}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
