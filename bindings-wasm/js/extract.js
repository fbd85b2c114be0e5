// What both entries share: the public functions over the compiled module.
import * as core from "./naba.js";

export class Extractor {
  #core;

  constructor(data) {
    this.#core = new core.Core(json(data));
  }

  extractJson(page, options) {
    const read = decoded(page, options);
    return this.#core.extract(read.page, json(read.options));
  }

  extract(page, options) {
    return JSON.parse(this.extractJson(page, options));
  }

  clean(page, options) {
    const read = decoded(page, options);
    return JSON.parse(this.#core.clean(read.page, json(read.options)));
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
export const clean = (page, options) => builtin().clean(page, options);
export const dates = (text, options) => builtin().dates(text, options);
export const organizations = (text, options) => builtin().organizations(text, options);
export const people = (text, options) => builtin().people(text, options);
export const places = (text, options) => builtin().places(text, options);

export const toJsonLd = (record) => core.toJsonLd(given(record));
export const toIcs = (record) => core.toIcs(given(record));
export const toMarkdown = (record) => core.toMarkdown(given(record));
export const toTable = (record, table) => JSON.parse(core.toTable(given(record), string("table", table)));
export const toCsv = (record, table) => core.toCsv(given(record), string("table", table));
export const timeline = (records) => JSON.parse(core.timeline(given(records)));
export const network = (records) => JSON.parse(core.network(given(records)));

function json(value) {
  return value === undefined ? "" : JSON.stringify(value);
}

// A page as a string; of bytes, with the format they have. Core says which encodings they may be in, the platform decodes.
function decoded(page, options) {
  if (!(page instanceof Uint8Array)) return { page: string("page", page), options };
  if (options !== undefined && (typeof options !== "object" || options === null)) return { page: "", options };
  const type = options?.contentType;
  const { format, labels } = JSON.parse(core.sniff(page, typeof type === "string" ? type : undefined));
  const decoder = labels.map(decoderOf).find(Boolean) ?? new TextDecoder("windows-1252");
  const text = decoder.decode(page);
  const mended = decoder.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, letter1252) : text;
  return { page: mended, options: { ...options, format: options?.format ?? format } };
}

// Some versions of Node (20 among them) read windows-1252 as if its 32 letters after ASCII were controls.
const letters1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const letter1252 = (control) => letters1252[control.charCodeAt(0) - 0x80];

function decoderOf(label) {
  try {
    return new TextDecoder(label);
  } catch {
    // No encoding of the platform's.
    return undefined;
  }
}

// One record or many as JSON; what is JSON already need not be read to be written again.
function given(record) {
  if (typeof record === "string") return record;
  if (Array.isArray(record)) return `[${record.map(given)}]`;
  if (typeof record !== "object") throw new TypeError(`record: expected an object or JSON, not ${typeof record}`);
  return JSON.stringify(record);
}

function string(name, value) {
  const expected = name === "page" ? "a string or a Uint8Array" : "a string";
  if (typeof value !== "string") throw new TypeError(`${name}: expected ${expected}, not ${typeof value}`);
  return value;
}
