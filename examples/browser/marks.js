// What is named in a stretch of text, as elements inside one another, and those elements by the entity they name.
import { h } from "./dom.js";

/** The mentions of a record in the order of the text, the outer ones first; those that would cross another are left out. */
export function nested(record) {
  const all = record.articles.flatMap(({ mentions }) => mentions).filter(({ span: [start, end] }) => start < end);
  all.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const open = [];
  return all.filter(({ span: [start, end] }) => {
    while (open.length > 0 && open.at(-1) <= start) open.pop();
    if (open.length > 0 && open.at(-1) < end) return false;
    open.push(end);
    return true;
  });
}

/** The place of the first mention that ends after `at`. */
function firstAfter(mentions, at) {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].span[0] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The text from `start` to `end` as nodes with its mentions marked. `shown` says which words stand for a stretch of the
 * text, for views that leave something out.
 */
export function marked(text, [start, end], mentions, shown = (from, to) => text.slice(from, to)) {
  let next = firstAfter(mentions, start);
  const inside = (from, to) => {
    const nodes = [];
    let at = from;
    while (next < mentions.length && mentions[next].span[0] < to) {
      const mention = mentions[next++];
      const [first, last] = mention.span;
      if (last > to) continue;
      nodes.push(shown(at, first));
      const mark = h("mark", { class: mention.type, "data-start": first, "data-end": last, "data-id": mention.id });
      mark.append(...inside(first, last));
      nodes.push(mark);
      at = last;
    }
    nodes.push(shown(at, to));
    return nodes.filter((node) => node !== "");
  };
  return inside(start, end);
}

/** Shows where something stands on the page: scrolls to its mark, or to its line, and lets it shine for a moment. */
export function reveal(root, [start, end]) {
  const exact = root.querySelector(`mark[data-start="${start}"][data-end="${end}"]`);
  const lines = [...root.querySelectorAll("[data-from]")];
  const target = exact ?? lines.find((line) => Number(line.dataset.to) > start && Number(line.dataset.from) <= start);
  if (!target) return;
  root.querySelector(".found")?.classList.remove("found");
  target.classList.add("found");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}
