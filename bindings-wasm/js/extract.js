// What both entries share: the public functions over the compiled module.
import { datesJson, extractJson as call } from "./naba.js";

export function extractJson(page, options) {
  return call(string("page", page), options === undefined ? "" : JSON.stringify(options));
}

export function extract(page, options) {
  return JSON.parse(extractJson(page, options));
}

export function dates(text, options) {
  return JSON.parse(datesJson(string("text", text), options === undefined ? "" : JSON.stringify(options)));
}

function string(name, value) {
  if (typeof value !== "string") throw new TypeError(`${name}: expected a string, not ${typeof value}`);
  return value;
}
