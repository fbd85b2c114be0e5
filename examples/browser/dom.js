// Elements made from code: words of a page only ever become text nodes, never markup.

/** An element with attributes and children; strings become text, `undefined` and `false` nothing. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

/** Words of a page among ours: isolated, so that neither turns the other. */
export function words(text, lang) {
  return h("bdi", { lang: lang === "und" ? undefined : lang }, text);
}

/** An address as a link when it is one that a reader may follow, else as words. */
export function link(address, text = address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return words(text);
  return h("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, words(text));
}

/** Puts what `make` gives for each item into a list, the first `most` at once, and the others as a reader asks for them. */
export function fill(list, items, make, more, most = 200) {
  const from = list.childElementCount;
  list.append(...items.slice(0, most).map(make));
  if (from > 0) list.children[from]?.querySelector("a, button")?.focus();
  const rest = items.slice(most);
  if (rest.length === 0) return;
  const button = h("button", { type: "button", class: "more" }, more(rest.length));
  const row = h(list.matches("ol, ul") ? "li" : "p", { class: "more-row" }, button);
  button.addEventListener("click", () => {
    row.remove();
    fill(list, rest, make, more, most * 2);
  });
  list.append(row);
}

/** Offers a text as a file. */
export function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = h("a", { href: url, download: name, hidden: true });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Tells those who listen rather than look. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
