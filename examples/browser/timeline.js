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
  const list = h("ol", { class: "entries" });
  // The first of a month says which month it is.
  const begins = new Set(entries.filter(({ firstDay }, at) => firstDay.slice(0, 7) !== entries[at - 1]?.firstDay.slice(0, 7)));
  fill(list, entries, (entry) => line(entry, begins.has(entry), open), (count) => n("moreEvents", count), 60);
  root.append(list);
}

function line({ title, type, firstDay, lastDay, city, country: code, organizer, eventStatus, salience, pages }, isFirst, open) {
  const lang = pages[0]?.inLanguage;
  const parts = [city && words(city, lang), code && country(code), ...organizer.slice(0, 3).map((name) => words(name))];
  return h(
    "li",
    { class: `entry ${salience} ${eventStatus}` },
    isFirst && h("h3", {}, h("time", { datetime: firstDay.slice(0, 7) }, month(firstDay.slice(0, 7)))),
    h("time", { class: "day", datetime: firstDay }, date(firstDay, lastDay)),
    h(
      "div",
      { class: "telling" },
      h("p", { class: "title" }, h("span", { class: "kind" }, t(`event.${type}`)), " ", words(title, lang)),
      parts.some(Boolean) && h("p", { class: "where" }, joined(parts.filter(Boolean))),
      h(
        "p",
        { class: "told-by" },
        once(pages).map(({ record, event, title, inLanguage }) =>
          h(
            "button",
            { type: "button", class: "plain", onclick: () => open(record, event) },
            h("span", { class: "tongue" }, language(inLanguage)),
            " ",
            words(title, inLanguage),
          ),
        ),
      ),
    ),
  );
}

// One for each record, and not too many: a page that says the same again and again is one page.
const once = (pages) => [...new Map(pages.map((page) => [page.record, page])).values()].slice(0, 24);
