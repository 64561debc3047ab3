/* digest.js: the search, the switch between light and dark, and the marks on a page that search opened.
   Pages read without it. It asks this site alone, and search loads nothing before it is opened. */
(() => {
  "use strict";

  const root = new URL("..", document.currentScript.src);
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /* ------------------------------------------------------------ light and dark */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => (document.body.dataset.mdColorMedia ? document.body.dataset.mdColorScheme : dark.matches ? "slate" : "default");
  document.querySelector("[data-d-scheme]")?.addEventListener("click", () => {
    const scheme = chosen() === "slate" ? "default" : "slate";
    const media = `(prefers-color-scheme: ${scheme === "slate" ? "dark" : "light"})`;
    document.body.dataset.mdColorMedia = media;
    document.body.dataset.mdColorScheme = scheme;
    __md_set("__palette", { index: scheme === "slate" ? 1 : 0, color: { media, scheme } });
  });

  /* ------------------------------------------------------------ what search looked for, marked on the page it opened */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);

  function mark(wanted) {
    if (!wanted.length || !window.Highlight) return;
    const stems = wanted.map((word) => (word.length > 4 ? word.replace(/(?:es|s|ed|ing)$/, "") : word));
    const ranges = [];
    const texts = document.createTreeWalker(document.querySelector(".d-page"), NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const found of node.data.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*/gu)) {
        const word = plain(found[0]);
        if (!stems.some((stem) => word.startsWith(stem))) continue;
        const range = new Range();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("d-found", new Highlight(...ranges));
  }

  const here = new URL(location.href);
  if (here.searchParams.has("mark")) {
    mark(wordsOf(here.searchParams.get("mark")));
    here.searchParams.delete("mark");
    history.replaceState(history.state, "", here); // a link that is copied from here leads to the page alone
  }

  /* ------------------------------------------------------------ search */
  const STEP = 5; // results at a time: each costs a file of one to three kilobytes
  const WAITS = [400, 400, 400, 200, 120, 90]; // milliseconds without a key, by the letters of the last word: its beginning may cost a part of the index, and a short one, or a word of most pages, much time
  const RANKING = { metaWeights: { title: 5, event: 5 } }; // an event before its articles: its headline counts twice
  const KINDS = { event: t("events.title"), article: t("articles.title"), topic: t("topics.title"), source: t("sources.title"), keyword: t("keywords.title"), text: t("search.pages"), page: t("search.pages") };
  const NAMES = { event: t("search.event"), article: t("search.article"), topic: t("topic"), source: t("record.source"), keyword: t("keyword") };
  const FACETS = { kind: t("table.kind"), topic: t("topic"), source: t("record.source"), date: t("search.date") };
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang; // the pages say 29 June 2019, too
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });

  let dialog, field, hits, status, more, index, selects = {}, months = [], common = new Set(), results = [], shown = 0, wanted = [], turn = 0, timer;

  const spoken = (iso) => (iso.length === 10 ? day : month).format(new Date(iso.length === 7 ? `${iso}-01` : iso));
  const label = (facet, value) => (facet === "kind" ? KINDS[value] || value : facet === "date" && value.length > 4 ? spoken(value) : value);

  function lay() {
    field = make("input", { type: "search", class: "d-search__field", "aria-label": t("search.words"), "aria-controls": "d-hits", autocomplete: "off", spellcheck: "false", placeholder: t("search.hint") });
    status = make("p", { class: "d-search__status", role: "status" });
    hits = make("ol", { class: "d-hits", id: "d-hits" });
    more = make("button", { type: "button", class: "d-search__more", hidden: "" }, t("search.more"));
    const close = make("button", { type: "button", class: "d-search__close" }, t("search.close.button"));
    const facets = make("div", { class: "d-search__facets", role: "group", "aria-label": t("search.narrow") });
    for (const [name, title] of Object.entries(FACETS)) {
      selects[name] = make("select", { name });
      facets.append(make("label", {}, make("span", {}, title), selects[name]));
      selects[name].append(new Option(t("search.any"), ""));
      selects[name].addEventListener("change", look);
    }
    const keys = make("p", { class: "d-search__keys" });
    for (const [key, does] of [["↓ ↑", t("search.choose")], ["Enter", t("search.open")], ["Esc", t("search.close")]]) keys.append(make("span", {}, make("kbd", {}, key), ` ${does}`));
    dialog = make("dialog", { class: "d-search", "aria-label": t("search.search") },
      make("div", { class: "d-search__head" }, make("search", {}, field), close), facets,
      make("div", { class: "d-search__body" }, status, hits, more), keys);
    document.body.append(dialog);
    field.addEventListener("input", () => {
      const last = plain(field.value.split(/\s/).pop());
      dialog.setAttribute("aria-busy", "true");
      clearTimeout(timer);
      timer = setTimeout(look, WAITS[common.has(last) ? 0 : Math.min(last.length || 5, 5)]);
    });
    close.addEventListener("click", () => dialog.close());
    more.addEventListener("click", async () => { const at = shown; await show(); hits.children[at]?.querySelector("a").focus(); });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("keydown", steer);
  }

  async function open(query) {
    if (!dialog) lay();
    if (!dialog.open) dialog.showModal();
    field.focus();
    if (query) for (const [name, value] of query) if (name === "q") field.value = value;
    field.select();
    if (index) return;
    try {
      const pagefind = await import(new URL("pagefind/pagefind.js", root));
      index = await pagefind.createInstance({ noWorker: true, ranking: RANKING });
      const known = await (await fetch(new URL("pagefind/facets.json", root))).json();
      common = new Set(known.common);
      months = (known.month || []).toReversed();
      known.date = [...months, ...(known.year || [])].sort((a, b) => (a.slice(0, 4) === b.slice(0, 4) ? a.length - b.length : 0) || (a < b ? 1 : -1));
      for (const [name, select] of Object.entries(selects)) {
        const values = (known[name] || []).filter((value) => value !== "page");
        if (name !== "date") values.sort((a, b) => label(name, a).localeCompare(label(name, b), language));
        for (const value of values) select.append(new Option(label(name, value), value));
        if (query?.get(name)) select.value = query.get(name);
      }
    } catch {
      index = undefined;
      status.textContent = t("search.failed");
      return;
    }
    look();
  }

  async function look() {
    clearTimeout(timer);
    if (!index) return;
    const mine = ++turn;
    dialog.setAttribute("aria-busy", "true");
    const typed = field.value.trim();
    let words = typed;
    const filters = {};
    for (const [name, { value }] of Object.entries(selects)) {
      if (!value) continue;
      if (name === "date") filters[value.length === 4 ? "year" : "month"] = value;
      else filters[name] = value === "text" ? { any: ["text", "page"] } : value;
    }
    const narrowed = Object.keys(filters).length > 0;
    wanted = wordsOf(words);
    const telling = wanted.filter((word) => !common.has(word));
    if (telling.length && telling.length < wanted.length && !words.includes('"')) { // "the trade war": what most pages have tells none from another, and takes long
      wanted = telling;
      words = telling.join(" ");
    }
    let found, note = "";
    if (wanted.length || words.length > 1) {
      found = await index.search(words, { filters });
      if (!found.results.length && wanted.length > 1) {
        found = await either(wanted, filters);
        if (found.results.length) note = t("search.some") + " ";
      }
    } else if (narrowed) {
      found = await newest(filters);
    }
    if (mine !== turn) return;
    results = found ? found.results : [];
    shown = 0;
    const size = results.length === 1 ? t("search.one") : t("search.count").replace("{count}", results.length.toLocaleString(language));
    await show(mine);
    if (mine !== turn) return;
    status.textContent = !found ? "" : results.length ? note + size : narrowed ? t("search.nothing.narrow") : t("search.nothing");
    dialog.dataset.shows = typed;
    dialog.removeAttribute("aria-busy");
  }

  /* The pages that have any of the words: those with more of them first, then by score. */
  async function either(words, filters) {
    const merged = new Map();
    for (const part of await Promise.all(words.map((word) => index.search(word, { filters })))) {
      for (const one of part.results) {
        const before = merged.get(one.id);
        if (!before || one.score > before.best.score) merged.set(one.id, { best: one, all: (before?.all || 0) + 1, score: (before?.score || 0) + one.score });
        else { before.all += 1; before.score += one.score; }
      }
    }
    const order = [...merged.values()].sort((a, b) => b.all - a.all || b.score - a.score);
    return { results: order.map((one) => one.best) };
  }

  /* All pages of a choice, newest month first: an index that sorts would cost every first search thirty kilobytes at 10,000 articles. */
  async function newest(filters) {
    if (filters.month) return index.search(null, { filters });
    const parts = [];
    for (const one of months) if (!filters.year || one.startsWith(filters.year)) parts.push(...(await index.search(null, { filters: { ...filters, month: one } })).results);
    const dated = new Set(parts.map((one) => one.id));
    const rest = (await index.search(null, { filters })).results.filter((one) => !dated.has(one.id));
    return { results: [...parts.filter((one) => dated.delete(one.id)), ...rest] };
  }

  async function show(mine = turn) {
    const part = await Promise.all(results.slice(shown, shown + STEP).map((one) => one.data()));
    if (mine !== turn) return;
    if (!shown) hits.replaceChildren();
    hits.append(...part.map(draw));
    shown += part.length;
    more.hidden = shown >= results.length;
  }

  function draw(page) {
    const words = page.raw_content.split(page.raw_content.includes("\u200B") ? "\u200B" : /\s+/);
    const found = new Map(page.weighted_locations.map((one) => [one.location, one.balanced_score]));
    const place = best(page, found, words.length);
    const address = new URL(page.raw_url.replace(/^\//, ""), root);
    if (wanted.length) address.searchParams.set("mark", wanted.join(" "));
    if (place.id) address.hash = place.id;
    const text = make("p", { class: "d-hit__text" });
    if (place.late) text.append("… ");
    for (let at = place.start; at < place.end; at++) {
      const word = words[at].replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      text.append(found.has(at) ? make("mark", {}, word) : word, " ");
    }
    if (place.cut) text.append("…");
    const facts = [NAMES[page.meta.kind], page.meta.day && spoken(page.meta.day)];
    if (page.meta.kind === "article") facts.push(...(page.filters.source || []));
    else if (page.meta.kind === "event") facts.push(...(page.filters.topic || []));
    const link = make("a", { href: address.href }, page.meta.title || "");
    link.addEventListener("click", () => dialog.close());
    return make("li", { class: "d-hit" }, make("p", { class: "d-hit__facts" }, facts.filter(Boolean).join(" · ")), make("p", { class: "d-hit__title" }, link), text);
  }

  /* The sentence that holds most of what was looked for, else the words around it. */
  function best(page, found, length) {
    const anchors = page.anchors.filter((one) => /^(?:s|sum-)\d+$/.test(one.id)).sort((a, b) => a.location - b.location);
    const ends = page.anchors.map((one) => one.location).sort((a, b) => a - b);
    const first = anchors.length ? anchors[0].location : (page.meta.title || "").split(/\s+/).length; // after the headline
    let chosen, most = 0;
    anchors.forEach((anchor) => {
      const end = ends.find((at) => at > anchor.location) ?? Math.min(length, anchor.location + 40); // what comes next may be a heading
      let sum = 0;
      for (const [location, score] of found) if (location >= anchor.location && location < end) sum += score + 1;
      if (sum > most) [chosen, most] = [{ id: anchor.id, start: anchor.location, end }, sum];
    });
    if (!chosen) {
      const hit = [...found.keys()].find((location) => location >= first) ?? first;
      const start = anchors.length ? first : Math.max(first, hit - 8);
      chosen = { id: "", start, end: Math.min(length, start + 30), late: start > first };
    }
    const limit = 45;
    if (chosen.end - chosen.start > limit) Object.assign(chosen, { end: chosen.start + limit, cut: true });
    return chosen;
  }

  function steer(event) {
    const links = [...hits.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault(); // in a search field it would only empty the field
      dialog.close();
    }
    if (event.target.tagName === "SELECT") return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) field.focus();
      else if (next < links.length) links[next].focus();
      else if (!more.hidden) more.focus();
    } else if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      links[0]?.click();
    } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
    }
  }

  document.querySelector("[data-d-search]")?.addEventListener("click", () => open());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog?.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/" || event.key === "s") {
      event.preventDefault();
      open();
    }
  });
  if (["q", ...Object.keys(FACETS)].some((name) => here.searchParams.has(name))) open(here.searchParams);
})();
