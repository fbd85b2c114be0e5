// What both entries share: the public functions over the compiled module.
import * as core from "./naba.js";

export class Extractor {
  #core;

  constructor(data) {
    this.#core = new core.Core(json(data));
  }

  extractJson(page, options) {
    return this.#core.extract(string("page", page), json(options));
  }

  extract(page, options) {
    return JSON.parse(this.extractJson(page, options));
  }

  dates(text, options) {
    return JSON.parse(this.#core.dates(string("text", text), json(options)));
  }

  organizations(text, options) {
    return JSON.parse(this.#core.organizations(string("text", text), json(options)));
  }

  people(text, options) {
    return JSON.parse(this.#core.people(string("text", text), json(options)));
  }

  places(text, options) {
    return JSON.parse(this.#core.places(string("text", text), json(options)));
  }
}

// The extractor of the functions below; made when the first is called, for the module has to be loaded by then.
let shared;
const builtin = () => (shared ??= new Extractor());

export const extractJson = (page, options) => builtin().extractJson(page, options);
export const extract = (page, options) => builtin().extract(page, options);
export const dates = (text, options) => builtin().dates(text, options);
export const organizations = (text, options) => builtin().organizations(text, options);
export const people = (text, options) => builtin().people(text, options);
export const places = (text, options) => builtin().places(text, options);

export const toJsonLd = (record) => core.toJsonLd(given(record));
export const toIcs = (record) => core.toIcs(given(record));
export const toMarkdown = (record) => core.toMarkdown(given(record));
export const toTable = (record, table) => JSON.parse(core.toTable(given(record), string("table", table)));
export const toCsv = (record, table) => core.toCsv(given(record), string("table", table));

function json(value) {
  return value === undefined ? "" : JSON.stringify(value);
}

function given(record) {
  if (typeof record !== "object") throw new TypeError(`record: expected an object, not ${typeof record}`);
  return JSON.stringify(record);
}

function string(name, value) {
  if (typeof value !== "string") throw new TypeError(`${name}: expected a string, not ${typeof value}`);
  return value;
}
