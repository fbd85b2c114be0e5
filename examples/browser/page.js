// The original, line by line: what was kept, what was read, what was removed, and the rule that says so.
import { fill, h } from "./dom.js";
import { n, t } from "./i18n.js";
import { marked, nested } from "./marks.js";

const kept = new Set(["headline", "dateline", "date", "byline", "body", "subheading", "listItem", "quote", "caption"]);
const read = new Set(["source", "keywords"]);

/** What became of a line. */
export const fate = (label) => (kept.has(label) ? "kept" : read.has(label) ? "read" : "removed");

/** The longest piece of a line that is laid out as one. */
const LONGEST = 4000;

/** The lines of a record that are not blank, cut where one is too long to be laid out. */
function lines({ text, segments }) {
  return segments.flatMap(({ span: [start, end], label, rule, article }) => {
    const pieces = [];
    for (let from = start; from < end; ) {
      const to = cut(text, from, end);
      if (text.slice(from, to).trim() !== "") pieces.push({ span: trimmed(text, from, to), label, rule, article });
      from = to;
    }
    return pieces;
  });
}

// Where a piece that begins at `from` ends: at a space, and never inside a character.
function cut(text, from, end) {
  if (end - from <= LONGEST) return end;
  const space = text.lastIndexOf(" ", from + LONGEST);
  const to = space > from ? space + 1 : from + LONGEST;
  return /[\uDC00-\uDFFF]/.test(text[to]) ? to + 1 : to;
}

function trimmed(text, from, to) {
  const words = text.slice(from, to);
  return [to - words.trimStart().length, from + words.trimEnd().length];
}

/** Draws the page of a record into a list, with how many lines met which fate above it. */
export function showPage({ list, summary }, record) {
  const mentions = nested(record);
  const all = lines(record);
  const counts = Map.groupBy(all, ({ label }) => fate(label));
  summary.replaceChildren(
    ...["kept", "read", "removed"].map((name) => h("span", { class: name }, n(name, counts.get(name)?.length ?? 0))),
  );
  const row = ({ span, label, rule, article }) => {
    const lang = record.articles[article]?.inLanguage;
    return h(
      "li",
      { class: `line ${fate(label)} label-${label}`, "data-from": span[0], "data-to": span[1] },
      h("span", { class: "label" }, t(`label.${label}`)),
      h("div", { dir: "auto", class: "text", lang: lang === "und" ? undefined : lang }, marked(record.text, span, mentions)),
      h("span", { class: "rule", dir: "ltr" }, rule),
    );
  };
  list.replaceChildren();
  fill(list, all, row, (count) => n("moreLines", count));
}
