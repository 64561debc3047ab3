"""What the browser is asked to run: a trap for dialogs, and questions about what a page became."""

from __future__ import annotations

TRAP = "window.alert = window.confirm = window.prompt = window.print = window.open = () => { window.hacked = 2 }"

SNAPSHOT = """
const found = [];
const walk = node => {
  if (node.nodeType === 3) {
    const text = node.data.replace(/\\s+/g, " ").trim();
    if (text) found.push(["text", text]);
  } else if (node.nodeType === 1) {
    const own = [...node.attributes].map(a => [a.name, a.value.replace(/\\s+/g, " ").trim()]);
    found.push(["tag", node.tagName, ...own]);
    if (!["SCRIPT", "STYLE"].includes(node.tagName)) node.childNodes.forEach(walk);
    if (node.tagName === "TEMPLATE") node.content.childNodes.forEach(walk);
    if (node.shadowRoot) node.shadowRoot.childNodes.forEach(walk);
  } else if (node.nodeType !== 10) found.push(["other", `${node.nodeType} ${node.data}`]);
};
walk(document.documentElement);
const box = selector => { const n = document.querySelector(selector); if (!n) return null;
  const r = n.getBoundingClientRect(); const s = getComputedStyle(n);
  return {x: r.x, y: Math.round(r.y + scrollY), width: r.width, height: r.height, bottom: Math.round(r.bottom + scrollY),
          shown: s.display + s.visibility + s.opacity + s.position}; };
return {found, hacked: window.hacked, wide: document.documentElement.scrollWidth, title: document.title, cookies: document.cookie,
        header: box("header.md-header"), nav: box(".d-nav"), page: box(".d-page"), footer: box("footer"), at: location.pathname,
        base: document.baseURI === location.href, images: document.images.length, forms: document.forms.length};
"""

SETTLED = """
const meta = document.querySelector(".md-search-result__meta");
const loading = [...document.querySelectorAll("*")].some(node => node.shadowRoot?.textContent.includes("Loading search"));
const other = /zensical/i.test(document.querySelector("meta[name=generator]")?.content ?? "");
const there = !other || [...document.querySelectorAll("*")].some(node => node.shadowRoot?.querySelector("ol"));
return there && !loading && !(meta && meta.textContent.includes("Initializing"));
"""

ANSWERED = """
const search = document.querySelector(".d-search");
return search.dataset.shows === arguments[0].trim() && !search.hasAttribute("aria-busy");
"""

ALL_SHOWN = """
const more = document.querySelector(".d-search__more");
if (!more.hidden) more.click();  // results come some at a time
return more.hidden;
"""

RESULTS = """
return [...document.querySelectorAll(".d-search__body *")].map(node => [node.tagName.toLowerCase(),
  [...node.attributes].map(a => a.name), node.getAttribute("href") || ""]);
"""

IN_SHADOW = """
const root = [...document.querySelectorAll("*")].find(node => node.shadowRoot).shadowRoot;
"""
