// What holds the playground together: the pages, which of them is shown, and the worker that reads them.
import { showArticles } from "./article.js";
import { makeData } from "./data.js";
import { announce, download, h } from "./dom.js";
import { showEvents } from "./events.js";
import { likely, number, setLanguage, t } from "./i18n.js";
import { showPages, showSource, watch } from "./input.js";
import { reveal } from "./marks.js";
import { createWorker } from "./naba.js";
import { showOrganizations } from "./organizations.js";
import { showPage } from "./page.js";
import { showTimeline } from "./timeline.js";

const at = (id) => document.getElementById(id);
const naba = createWorker();
const showData = makeData(at("data"), naba);

/** The pages: each a `name`, the `page`, its `contentType`, and when it was read its `record`, its `json` and how long that took. */
let pages = [];
let current = 0;
let entries = [];

const show = (span) => reveal(at("lines"), span);

async function read(page) {
  const asked = (page.asked = Symbol());
  const start = performance.now();
  const bytes = typeof page.page === "string" ? new TextEncoder().encode(page.page) : page.page;
  const options = { contentType: page.contentType || undefined, format: at("format").value || undefined };
  try {
    const json = await naba.extractJson(bytes, options);
    if (page.asked !== asked) return;
    Object.assign(page, { json, record: JSON.parse(json), took: performance.now() - start, failure: undefined });
  } catch (error) {
    Object.assign(page, { record: undefined, failure: error.message });
  }
}

/** Reads pages, then shows one of them; `isTyped` when the field has its text, and perhaps more by then. */
async function readAll(those, next = current, isTyped = false) {
  at("result").ariaBusy = "true";
  at("status").textContent = t("reading");
  await Promise.all(those.map(read));
  if (!those.every((page) => pages.includes(page))) return;
  await select(next, true, isTyped);
}

/** Lets the browser draw, and people type. */
const breath = () => new Promise((done) => setTimeout(done));

async function select(index, isNew = false, isTyped = false) {
  current = Math.max(0, Math.min(index, pages.length - 1));
  const page = pages[current];
  showPages(at("pages"), pages, current, { select, remove });
  if (!isTyped) showSource(page?.page ?? "");
  at("empty").hidden = pages.length > 0;
  at("result").hidden = !page?.record;
  at("status").textContent = status(page);
  if (!page?.record) return;
  const { articles, events } = page.record;
  if (isNew) announce(`${status(page)}. ${t("articles")}: ${articles.length}. ${t("events")}: ${events.length}.`);
  for (const step of [...drawing(page), () => drawTimeline(isNew), () => showData(page)]) {
    await step();
    await breath();
    if (pages[current] !== page) return;
  }
  at("result").ariaBusy = "false";
}

function status(page) {
  if (!page) return "";
  if (page.failure) return `${t("failed")}: ${page.failure}`;
  return page.took === undefined ? t("reading") : `${t("done")} · ${number(Math.max(1, Math.round(page.took)))} ms · ${page.record.format === "html" ? "HTML" : t("format.text")}`;
}

// The steps that draw a page; the first is what one looks at first.
const drawing = ({ record }) => [
  () => {
    showPage({ list: at("lines"), summary: at("summary") }, record);
    at("lines").parentElement.scrollTop = 0;
  },
  () => showArticles(at("articles"), record),
  () => showWarnings(record.warnings),
  () => showEvents(at("events"), record, { reveal: show, save: (event) => save(record, event) }),
  () => showOrganizations(at("organizations"), record, show),
];

async function save(record, event) {
  const calendar = await naba.toIcs({ ...record, events: [event] });
  download(calendar, `${event.type}-${event.startDate?.from ?? event.endDate?.from}.ics`, "text/calendar");
}

async function drawTimeline(isNew) {
  const read = pages.filter(({ record }) => record);
  if (isNew) entries = await naba.timeline(read.map(({ json }) => json));
  showTimeline(at("timeline"), entries, async (place, event) => {
    const { record } = read[place];
    await select(pages.indexOf(read[place]));
    show(record.events.find(({ id }) => id === event).span);
  });
}

function showWarnings(warnings) {
  at("warnings").hidden = warnings.length === 0;
  const line = ({ span, message }) =>
    h("li", {}, h("bdi", {}, message), span && span[0] < span[1] && [" ", h("button", { type: "button", class: "plain", onclick: () => show(span) }, t("showOnPage"))]);
  at("warnings").querySelector("ul").replaceChildren(...warnings.slice(0, 50).map(line));
}

function remove(index) {
  pages = pages.filter((_, other) => other !== index);
  const next = index < current ? current - 1 : current;
  if (pages.length > 0) return select(next, true);
  return select(0);
}

watch({
  typed: (text) => {
    if (text.trim() === "") {
      if (pages[current]) remove(current);
      return;
    }
    if (pages[current]) Object.assign(pages[current], { page: text, contentType: undefined });
    else pages.push({ name: t("page"), page: text });
    readAll([pages[Math.min(current, pages.length - 1)]], current, true);
  },
  added: (those) => {
    if (those.length === 0) return;
    pages = pages.filter((page) => !those.some(({ name, page: again }) => page.name === name && page.page === again));
    const next = pages.length;
    pages.push(...those);
    readAll(those, next);
  },
});

at("clear").addEventListener("click", () => {
  current = pages.length;
  showPages(at("pages"), pages, current, { select, remove });
  showSource("");
  at("result").hidden = true;
  at("empty").hidden = false;
  at("status").textContent = "";
  at("source").focus();
});
at("format").addEventListener("change", () => pages[current] && readAll([pages[current]]));
at("rules").addEventListener("click", () => {
  const shown = at("lines").classList.toggle("rules");
  at("rules").setAttribute("aria-pressed", String(shown));
});
at("language").addEventListener("change", () => {
  setLanguage(at("language").value);
  document.title = t("title");
  if (pages.length > 0) select(current);
});

at("language").value = likely();
setLanguage(likely());
document.title = t("title");
naba.ready.catch((error) => (at("status").textContent = `${t("failed")}: ${error.message}`));
