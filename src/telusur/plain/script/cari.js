// Searches the findings in the visitor's browser, by words in any form and by filters. Which words are
// forms of one another is told by roots.js.
(() => {
  const SIZE = 20, MOST = 4, SHOWN = 2, HALF = 0.5, BEGINNING = 4;
  const box = document.getElementById("hasil");
  const { say, one, many, kinds, status } = JSON.parse(box.dataset.words);
  const language = document.documentElement.lang;
  const asked = new URLSearchParams(location.search);
  const given = (name) => (asked.get(name) ?? "").trim();
  const table = (rows) => new Map(rows.map((row) => [row[0], row]));
  const known = telusurTemuan, documents = table(known.documents), places = table(known.places);
  const sites = table(known.sites), clauses = table(known.clauses), challenges = table(known.challenges);
  const names = new Set(known.names), common = new Set(known.common);

  const tokens = (text) =>
    text.normalize("NFKC").replace(/\p{Cf}/gu, "").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const isExact = (word) => names.has(word) || /^\p{N}/u.test(word);
  // A name of a place and a figure stand as they are too: Serang is not serangan.
  const terms = (word) => (isExact(word) ? [`=${word}`, ...telusurRoots(word)] : telusurRoots(word));
  const number = (n) => n.toLocaleString(language);
  const count = (key, n) => (n === 1 ? one : many)[key].replace("{n}", number(n));
  const fill = (key, told) => say[key].replace(/\{(\w+)\}/g, (_, name) => told[name]);
  const day = (written) => written && new Date(`${written.slice(0, 10)}T00:00Z`).toLocaleDateString(
    language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  const findings = known.findings.map(
    ([id, quote, kind, place, smaller, site, report, justified, about, links, way]) =>
      ({ id, quote: quote.split(/\s+/).join(" "), kind, place, smaller, site, report, justified, about, links, way }));
  const stands = (found) => [found.smaller, found.place, (found.place ?? "").split(".")[0]]
    .map((code) => places.get(code)?.[1]).concat(sites.get(found.site)?.[1]).filter(Boolean).join(", ");

  // --- what is asked for ---

  const within = (code, wanted) => code === wanted || code?.startsWith(`${wanted}.`);
  const inside = (clause, wanted) => {
    for (let id = clause; id; id = clauses.get(id)?.[3]) if (id === wanted) return true;
    return false;
  };
  const date = (found) => documents.get(found.report)[2].slice(0, 10);
  // 2021 and 2021-5 mean their first day, or their last; nothing is what is no day.
  const dayOf = (written, last) => {
    const [, year, month, number] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(written) ?? [];
    const whole = (...parts) => [year, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
    const first = new Date(`${whole(month ?? 1, number ?? 1)}T00:00Z`);
    if (isNaN(first) || !first.toISOString().startsWith(whole(month ?? 1, number ?? 1))) return "";
    const day = last && !number ? new Date(Date.UTC(year, month ?? 12, 0)) : first;
    return day.toISOString().slice(0, 10);
  };
  const DAYS = { sejak: dayOf(given("sejak"), false), sampai: dayOf(given("sampai"), true) };
  const wrong = Object.keys(DAYS).filter((name) => given(name) && !DAYS[name]);
  const FILTERS = {
    tempat: (found, wanted) => within(found.place, wanted) || within(found.smaller, wanted),
    lokasi: (found, wanted) => found.site === wanted,
    jenis: (found, wanted) => found.kind === wanted,
    tantangan: (found, wanted) => wanted === "none" ? !found.about.length : found.about.includes(wanted),
    ketentuan: (found, wanted) => found.links.some(([clause]) => inside(clause, wanted)),
    sejak: (found, wanted) => date(found) >= wanted,
    sampai: (found, wanted) => date(found) && date(found) <= wanted,
    status: (found, wanted) => wanted === "none" ? !found.links.length && !found.justified
      : found.links.some(([, standing]) => standing === wanted),
  };
  const filters = Object.entries(FILTERS).map(([name, fits]) => [name, DAYS[name] ?? given(name), fits]).filter(([, wanted]) => wanted);
  const fits = (found) => filters.every(([, wanted, fit]) => fit(found, wanted));

  const typed = given("kata").slice(0, 600);
  const words = [...new Set(tokens(typed))].filter((word) => !common.has(word) && (word.length > 1 || isExact(word))).slice(0, 40);
  const phrases = [...typed.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/g)].map((found) => ` ${tokens(found[1]).join(" ")} `);

  // How much each finding speaks of each term: of a quote twice as much as of where and in what report.
  function indexed() {
    const index = new Map();
    findings.forEach((found, id) => {
      for (const [text, worth] of [[found.quote, 2], [stands(found), 1], [documents.get(found.report)[1], 1]]) {
        const all = tokens(text);
        for (const term of all.flatMap(terms)) {
          const held = index.get(term) ?? index.set(term, new Map()).get(term);
          held.set(id, (held.get(id) ?? 0) + worth / Math.sqrt(all.length));
        }
      }
    });
    return index;
  }

  // What the findings that have one of the terms are worth; a term that few have counts for more.
  function weighed(index, wanted) {
    const hits = new Map();
    for (const held of wanted.map((term) => index.get(term)).filter(Boolean))
      for (const [id, much] of held)
        hits.set(id, (hits.get(id) ?? 0) + Math.log(1 + findings.length / held.size) * much / (much + 1));
    return hits;
  }

  function search() {
    if (!words.length) return { hits: findings.filter(fits).map((found) => ({ found, has: [] })), unknown: [] };
    const index = indexed();
    const began = (word) => [...index.keys()].filter((term) => term.startsWith(word));
    const sought = words.map((word) => {
      const hits = weighed(index, isExact(word) ? [`=${word}`] : telusurRoots(word));
      return hits.size || word.length < BEGINNING ? hits : weighed(index, began(word));
    });
    const hits = findings.map((found, id) => ({
      found, has: words.filter((_, at) => sought[at].has(id)),
      score: sought.reduce((sum, hits) => sum + (hits.get(id) ?? 0), 0),
    })).filter((hit) => hit.score && hit.has.length >= words.length * HALF && fits(hit.found)
      && phrases.every((phrase) => ` ${tokens(hit.found.quote).join(" ")} `.includes(phrase)));
    const whole = (hit) => hit.has.length === words.length;
    hits.sort((a, b) => whole(b) - whole(a) || b.score - a.score);
    return { hits, unknown: words.filter((_, at) => !sought[at].size) };
  }

  function shortcuts() {
    const same = typed.toLowerCase().replace(/\s+/g, " ");
    if (!same) return [];
    const all = (text) => words.length && words.every((word) =>
      tokens(text).some((other) => telusurRoots(other).some((root) => telusurRoots(word).includes(root))));
    const cited = known.clauses.filter(([, label]) => label.toLowerCase() === same);
    const headed = known.clauses.filter(([, , heading, , level]) => (level === "pasal" || level === "ayat") && all(heading ?? ""));
    const called = known.places.filter(([, name]) =>
      name.toLowerCase() === same || name.toLowerCase().endsWith(` ${same}`));
    return [...called.slice(0, MOST).map(([, name, way]) => ["place", name, way]),
      ...(cited.length ? cited : headed).slice(0, MOST).map(([, label, heading, , , way]) =>
        ["clause", heading ? `${label} · ${heading}` : label, way])];
  }

  // --- what is shown ---

  function make(tag, attributes = {}, ...inner) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inner);
    return element;
  }
  const link = (way, text, fragment = "") => make("a", { href: way + fragment }, text);

  function marked(text) {
    const sought = new Set(words.flatMap((word) => isExact(word) ? [`=${word}`] : telusurRoots(word)));
    return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece, at) => {
      const word = piece.toLowerCase();
      const has = at % 2 && words.length && (terms(word).some((term) => sought.has(term))
        || words.some((one) => one.length >= BEGINNING && !isExact(one) && word.startsWith(one)));
      return has ? make("mark", {}, piece) : piece;
    });
  }

  function shown({ found }) {
    const [, title, when, report] = documents.get(found.report);
    const source = make("p", { class: "hit-source" },
      make("span", { class: `kind kind-${found.kind}` }, make("span", { class: "shape", "aria-hidden": "true" }), kinds[found.kind] ?? found.kind));
    for (const code of [found.smaller, found.place]) {
      const place = places.get(code);
      if (place) source.append(" · ", link(place[2], place[1]));
    }
    source.append(" · ", link(report, title, `#${encodeURIComponent(found.id)}`), `, ${day(when) || say["search.undated"]}`);
    const about = found.about.map((id) => challenges.get(id)?.[language === "en" ? 2 : 1]).filter(Boolean);
    if (about.length) source.append(` · ${about.join(", ")}`);
    const more = make("p", { class: "hit-more" });
    const surer = found.links.filter(([, standing]) => standing !== "weak");
    const weak = found.links.length - surer.length;
    if (surer.length) more.append(`${say["search.links"]} `);
    else if (!weak && !found.justified) more.append(make("span", { class: "gap-mark" }, say["search.links.none"]));
    for (const [clause, standing] of surer.slice(0, SHOWN))
      more.append(link(clauses.get(clause)[5], clauses.get(clause)[1]), " ",
        make("span", { class: `stand stand-${standing}` }, status[standing] ?? standing), " ");
    if (surer.length > SHOWN) more.append(fill("search.links.more", { n: number(surer.length - SHOWN) }), " ");
    if (weak) more.append(make("a", { href: found.way }, make("span", { class: "stand stand-weak" }, count("stand.weak.n", weak))));
    return make("li", { class: "hit" },
      make("blockquote", { class: "quote", lang: "id" }, make("a", { href: found.way }, ...marked(found.quote))), source, more);
  }

  function ways(page, last) {
    const to = (wanted, key, rel, sign) => {
      const address = new URLSearchParams(asked);
      address.set("halaman", wanted);
      return make("a", { rel, href: `?${address}#hasil` }, ...sign(say[key]));
    };
    return make("nav", { class: "pages", "aria-label": say.pages }, make("p", {},
      page > 1 ? to(page - 1, "pages.before", "prev", (text) => [`← ${text}`]) : "",
      make("span", {}, fill("pages.now", { page: number(page), last: number(last) })), " ",
      page < last ? to(page + 1, "pages.after", "next", (text) => [`${text} →`]) : ""));
  }

  function show() {
    const { hits, unknown } = search();
    const complete = hits.filter((hit) => hit.has.length === words.length).length;
    const last = Math.max(1, Math.ceil(hits.length / SIZE));
    const page = Math.min(Math.max(parseInt(given("halaman"), 10) || 1, 1), last);
    const also = shortcuts();
    if (also.length)
      box.append(make("aside", { class: "shortcuts", "aria-label": say["search.shortcuts"] },
        make("p", {}, make("strong", {}, say["search.shortcuts"])),
        make("ul", { class: "plain" }, ...also.map(([kind, name, way]) =>
          make("li", {}, make("span", { class: "soft" }, say[`search.shortcut.${kind}`]), " ", link(way, name))))));
    box.append(make("h2", {}, hits.length ? count("search.found", hits.length) : say["search.none"]));
    if (words.length && hits.length)
      box.append(make("p", { class: "soft" }, `${count("search.found.complete", complete)}; ${count("plain.others", hits.length - complete)}.`));
    for (const word of unknown) box.append(make("p", {}, fill("search.unknown", { word })));
    for (const name of wrong)
      box.append(make("p", { class: "note warn" }, fill("search.wrong", { what: `${say[`search.${name}`]}: ${given(name).slice(0, 60)}` })));
    if (!hits.length) box.append(make("p", {}, say[phrases.length ? "search.none.quotes" : "search.none.words"]));
    if (filters.length) {
      const bare = new URLSearchParams(typed ? { kata: typed } : {});
      box.append(make("p", {}, link(`?${bare}`, say["search.clear"])));
    }
    const list = make("ol", { class: "hits", start: (page - 1) * SIZE + 1 });
    let divided = !words.length || (page - 1) * SIZE > complete;
    for (const hit of hits.slice((page - 1) * SIZE, page * SIZE)) {
      if (!divided && hit.has.length < words.length) {
        divided = true;
        list.append(make("li", { class: "divide" }, make("h3", {}, say["plain.some"])));
      }
      list.append(shown(hit));
    }
    if (hits.length) box.append(list);
    if (last > 1) box.append(ways(page, last));
  }

  // The form says what is asked for, as it would from a server.
  for (const field of document.querySelectorAll("form.asking [name]")) if (asked.has(field.name)) field.value = DAYS[field.name] ?? given(field.name);
  document.querySelector("form.asking details")?.toggleAttribute("open", filters.length > 0 || !words.length);
  show();
})();
