// The words of the interface in three languages, and how each writes days, numbers and names of countries.
import ar from "./i18n/ar.js";
import en from "./i18n/en.js";
import fr from "./i18n/fr.js";

const tables = { ar, en, fr };
const locales = { ar: "ar-u-nu-latn", en: "en-GB", fr: "fr" };
let current = "en";

/** Takes a language, and writes what stands in the page itself: `data-t` is its text, `data-t-…` an attribute. */
export function setLanguage(tag) {
  current = tag in tables ? tag : "en";
  document.documentElement.lang = current;
  document.documentElement.dir = current === "ar" ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const name of ["aria-label", "placeholder"]) {
    for (const element of document.querySelectorAll(`[data-t-${name}]`)) {
      element.setAttribute(name, t(element.getAttribute(`data-t-${name}`)));
    }
  }
}

/** The language a reader is likely to want. */
export function likely() {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in tables) ?? "en";
}

/** The words for a key. A value that a later version of the library adds has a readable key. */
export function t(key) {
  const words = tables[current][key] ?? tables.en[key];
  return words ?? key.slice(key.lastIndexOf(".") + 1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The words for a key with a number. */
export const n = (key, count) => `${t(key)} · ${number(count)}`;

export const number = (value) => new Intl.NumberFormat(locales[current]).format(value);

export function money({ value, currency }) {
  try {
    return new Intl.NumberFormat(locales[current], { style: "currency", currency, maximumFractionDigits: 0 }).format(value);
  } catch {
    return `${number(value)} ${currency}`;
  }
}

const named = (type, code) => {
  try {
    return new Intl.DisplayNames(locales[current], { type }).of(code);
  } catch {
    return code;
  }
};
export const country = (code) => named("region", code);
export const language = (tag) => (tag === "und" ? "" : named("language", tag));

/** Nodes with the comma of the language between them. */
export function joined(nodes) {
  const comma = current === "ar" ? "، " : ", ";
  const all = document.createDocumentFragment();
  nodes.forEach((node, at) => all.append(...(at > 0 ? [comma, node] : [node])));
  return all;
}

const utc = (day) => new Date(`${day}T00:00:00Z`);
const format = (options) => new Intl.DateTimeFormat(locales[current], { timeZone: "UTC", ...options });
const whole = { month: { month: "long", year: "numeric" }, year: { year: "numeric" }, day: { dateStyle: "long" } };

/** A day, several, or the month or year that they make up. */
export function date(from, to = from) {
  if (from === to) return format(whole.day).format(utc(from));
  const next = new Date(utc(to).getTime() + 86_400_000).toISOString().slice(0, 10);
  const fills = (unit, length) => from.endsWith(unit) && next.endsWith(unit) && from.slice(0, length) === to.slice(0, length);
  if (fills("-01-01", 4)) return format(whole.year).format(utc(from));
  if (fills("-01", 7)) return format(whole.month).format(utc(from));
  return format(whole.day).formatRange(utc(from), utc(to));
}

/** The month of `YYYY-MM`. */
export const month = (first) => format(whole.month).format(utc(`${first}-01`));

/** What stands on a leaf of a calendar, as exact as the date is. */
export function calendarDay(edtf = "", from) {
  const part = (options) => format(options).format(utc(from));
  const year = part({ year: "numeric" });
  if (/^\d{4}-\d{2}-\d{2}/.test(edtf)) return { day: part({ day: "numeric" }).replace(/\D+$/, ""), month: part({ month: "short" }), year };
  if (/^\d{4}-(0[1-9]|1[0-2])\b/.test(edtf)) return { day: part({ month: "short" }), month: "", year };
  return { day: year, month: "", year: "" };
}
