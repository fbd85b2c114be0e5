// The record and its views as text, one tab each, to copy or to save.
import { announce, download, h } from "./dom.js";
import { t } from "./i18n.js";

/** More than this is not laid out. */
const LONGEST = 60_000;

const views = [
  { name: "JSON", file: "record.json", type: "application/json", write: async (_, json) => indented(json) },
  { name: "JSON-LD", file: "record.jsonld", type: "application/ld+json", write: (naba, json) => naba.toJsonLd(json).then(indented) },
  { name: "Markdown", file: "articles.md", type: "text/markdown", write: (naba, json) => naba.toMarkdown(json) },
  { name: "iCalendar", file: "events.ics", type: "text/calendar", write: (naba, json) => naba.toIcs(json) },
  { name: "CSV", file: "events.csv", type: "text/csv", write: (naba, json) => naba.toCsv(json, "events") },
];

// What is long stays on one line: to write it again takes longer than a frame.
const indented = (json) => (json.length > 1_000_000 ? json : JSON.stringify(JSON.parse(json), undefined, 2));

/** Makes the tabs once; gives the function that shows a page's record in them. */
export function makeData(root, naba) {
  let page;
  let chosen = 0;
  let text = "";
  const output = h("pre", { tabindex: "0", dir: "auto" });
  const note = h("p", { class: "note", hidden: true });
  const copy = h("button", { type: "button", onclick: onCopy });
  const save = h("button", { type: "button", onclick: () => download(text, views[chosen].file, views[chosen].type) });
  const panel = h("div", { role: "tabpanel", id: "data-panel", "aria-labelledby": "data-tab-0" }, output);
  const tabs = views.map(({ name }, at) =>
    h("button", { type: "button", role: "tab", id: `data-tab-${at}`, "aria-controls": "data-panel", onclick: () => choose(at) }, name),
  );
  const list = h("div", { role: "tablist", "aria-labelledby": "data-name", onkeydown: onKey }, tabs);
  root.replaceChildren(h("div", { class: "bar" }, list, h("span", { class: "buttons" }, copy, save)), note, panel);

  async function choose(at) {
    chosen = at;
    tabs.forEach((tab, other) => {
      tab.setAttribute("aria-selected", String(other === at));
      tab.tabIndex = other === at ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `data-tab-${at}`);
    output.setAttribute("aria-label", views[at].name);
    const shown = page;
    const written = shown ? await views[at].write(naba, shown.json) : "";
    if (at !== chosen || shown !== page) return;
    text = written;
    const end = /[\uD800-\uDBFF]/.test(text[LONGEST - 1]) ? LONGEST - 1 : LONGEST;
    output.textContent = text.slice(0, end);
    note.hidden = text.length <= LONGEST;
  }

  function onKey(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    const way = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const ends = { Home: 0, End: views.length - 1 };
    const to = ends[event.key] ?? (event.key in steps ? (chosen + way * steps[event.key] + views.length) % views.length : undefined);
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
    tabs[to].focus();
  }

  async function onCopy() {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed here: what is shown is selected, to be copied by hand.
      getSelection().selectAllChildren(output);
      return;
    }
    copy.textContent = t("copied");
    announce(t("copied"));
    setTimeout(() => (copy.textContent = t("copy")), 1500);
  }

  return (next) => {
    page = next;
    copy.textContent = t("copy");
    save.textContent = t("save");
    note.textContent = t("shortened");
    return choose(chosen);
  };
}
