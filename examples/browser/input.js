// The ways a page comes in: typed, pasted, dropped, opened, or one of the samples.
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** More than this is not shown in the field: laying it out would stop everything else. */
export const LONG = 100_000;

/**
 * Watches all ways in. `typed` is told the text of the field; `added` an array of pages, each a name and the page itself,
 * decoded or as bytes.
 */
export function watch({ typed, added }) {
  const field = document.getElementById("source");
  const files = document.getElementById("files");
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => typed(field.value), field.value.length > 20_000 ? 400 : 150);
  });
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (text.length <= LONG) return;
    event.preventDefault();
    added([{ name: t("page"), page: text }]);
  });
  document.getElementById("open").addEventListener("click", () => files.click());
  files.addEventListener("change", async () => {
    added(await read(files.files));
    files.value = "";
  });
  for (const button of document.querySelectorAll("[data-sample]")) {
    button.addEventListener("click", async () => {
      const names = button.dataset.sample.split(" ");
      added(await Promise.all(names.map(async (name) => ({ name, page: await (await fetch(`samples/${name}`)).text() }))));
    });
  }
  watchDrops(added);
}

function watchDrops(added) {
  const sign = document.getElementById("drop");
  // Words that are dragged into the field are the browser's to move.
  const has = ({ dataTransfer: { types }, target }) => types.includes("Files") || (types.includes("text/plain") && target.id !== "source");
  addEventListener("dragover", (event) => {
    if (!has(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) sign.hidden = true;
  });
  addEventListener("drop", async (event) => {
    sign.hidden = true;
    if (!has(event)) return;
    event.preventDefault();
    const { files } = event.dataTransfer;
    const text = event.dataTransfer.getData("text/plain");
    if (files.length > 0) added(await read(files));
    else if (text) added([{ name: t("page"), page: text }]);
  });
}

const read = (files) =>
  Promise.all(
    [...files].map(async (file) => ({ name: file.name, contentType: file.type, page: new Uint8Array(await file.arrayBuffer()) })),
  );

/** Shows the page that is read in the field, unless it is long. */
export function showSource(page) {
  const field = document.getElementById("source");
  const text = typeof page === "string" ? page : decoded(page);
  const long = text === undefined || text.length > LONG;
  if (!long && field.value === text) return;
  field.value = long ? "" : text;
  field.placeholder = long ? t("long") : t("placeholder");
}

// Bytes as a text, when they are UTF-8: what is shown for others would not be what was read.
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The pages that are there, as buttons: one is shown, each can go. */
export function showPages(root, pages, current, { select, remove }) {
  const held = root.contains(document.activeElement);
  root.hidden = pages.length < 2;
  root.replaceChildren(
    ...pages.map(({ name, record }, at) => {
      const title = record?.articles[0]?.headline?.text ?? name;
      return h(
        "span",
        { class: "one" },
        h("button", { type: "button", class: "select", "aria-current": at === current && "page", dir: "auto", onclick: () => select(at) }, title.slice(0, 80)),
        h("button", { type: "button", class: "remove", "aria-label": `${t("remove")}: ${title}`, onclick: () => remove(at) }, "×"),
      );
    }),
  );
  if (held) root.querySelector("[aria-current]")?.focus();
}
