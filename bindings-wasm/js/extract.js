// What both entries share: the public functions over the compiled module.
import { extractJson as call } from "./naba.js";

export function extractJson(page, options) {
  if (typeof page !== "string") throw new TypeError(`page: expected a string, not ${typeof page}`);
  return call(page, options === undefined ? "" : JSON.stringify(options));
}

export function extract(page, options) {
  return JSON.parse(extractJson(page, options));
}
