// The events of all pages in the order of their days, each once with the pages that tell of it.
import { fill, h, words } from "./dom.js";
import { country, date, joined, language, month, n, t } from "./i18n.js";

/** Draws the entries of a timeline; `open` shows an event of a record, given the places of both. */
export function showTimeline(root, entries, open) {
  root.replaceChildren();
  if (entries.length === 0) {
    root.append(h("p", { class: "empty" }, t("noTimeline")));
    return;
  }
  const months = [...Map.groupBy(entries, ({ firstDay }) => firstDay.slice(0, 7))];
  const list = h("ol", { class: "months" });
  const group = ([first, those]) =>
    h("li", {}, h("h3", {}, h("time", { datetime: first }, month(first))), h("ol", {}, those.map((entry) => line(entry, open))));
  fill(list, months, group, (count) => n("moreMonths", count), 60);
  root.append(list);
}

function line({ title, type, firstDay, lastDay, city, country: code, organizer, eventStatus, salience, pages }, open) {
  const lang = pages[0]?.inLanguage;
  const parts = [city && words(city, lang), code && country(code), ...organizer.slice(0, 3).map((name) => words(name))];
  return h(
    "li",
    { class: `entry ${salience} ${eventStatus}` },
    h("time", { datetime: firstDay }, date(firstDay, lastDay)),
    h(
      "div",
      {},
      h("p", { class: "title" }, h("span", { class: "kind" }, t(`event.${type}`)), " ", words(title, lang)),
      parts.some(Boolean) && h("p", { class: "where" }, joined(parts.filter(Boolean))),
      h(
        "p",
        { class: "told-by" },
        once(pages).map(({ record, event, title, inLanguage }) =>
          h("button", { type: "button", class: "plain", onclick: () => open(record, event) }, h("span", { class: "tongue" }, language(inLanguage)), " ", words(title, inLanguage)),
        ),
      ),
    ),
  );
}

// One for each record, and not too many: a page that says the same again and again is one page.
const once = (pages) => [...new Map(pages.map((page) => [page.record, page])).values()].slice(0, 24);
