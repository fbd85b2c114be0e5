// The public functions, the same in every entry.
import type {
  Format,
  NamedOrganization,
  NamedPerson,
  NamedPlace,
  Network,
  OwnData,
  Record,
  Temporal,
  TimelineEntry,
} from "./types.js";

export type * from "./types.js";

/** What a caller may say about a page. Any other key is an error. */
export interface Options {
  /** The address of the page. */
  url?: string;
  /** The day it was fetched, `YYYY-MM-DD`. */
  retrieved?: string;
  /**
   * What the page is given as. When left out, what `contentType` says; of bytes, else, what they look like; text otherwise.
   */
  format?: Format;
  /** The `Content-Type` it came with. */
  contentType?: string;
}

/** A page: decoded, or as it was fetched. A `Buffer` is a `Uint8Array` too. */
export type Page = string | Uint8Array;

/**
 * The record of a page: `record.text.slice(...span)` is what a span stands for.
 *
 * Bytes are decoded by the platform's `TextDecoder`: by their byte order mark; as UTF-8, when they are; as `contentType`
 * says, then as the page itself says. Bytes that are not UTF-8 and declare nothing else are read as windows-1252, where
 * the library in Rust and in Python tells what they look most like: say `contentType` when you know.
 *
 * Any string gives a record; only options that make no sense throw. A lone surrogate, which no encoding of Unicode can
 * hold, is read as U+FFFD: `record.text` shows that, every position stays that of `page`, and a warning tells.
 */
export function extract(page: Page, options?: Options): Record;

/** The same record as JSON text. */
export function extractJson(page: Page, options?: Options): string;

/** Only what a page is made of: its segments and its articles, cleaned and dated, without the names and events in them. */
export function clean(page: Page, options?: Options): Record;

/** What a caller may say about a text whose dates are read. Any other key is an error. */
export interface DateOptions {
  /** BCP-47 tag of the language of the text; all are tried without one. */
  language?: string;
  /** The day that "today" means, `YYYY-MM-DD`; without one, what is relative stays unresolved. */
  anchor?: string;
}

/** The dates of a text, in its order; `text.slice(...date.span) === date.exact`. Only an `anchor` that is no day throws. */
export function dates(text: string, options?: DateOptions): Temporal[];

/** What a caller may say about a text whose names are read. Any other key is an error. */
export interface NameOptions {
  /** BCP-47 tag of the language of the text; words of all languages count without one. */
  language?: string;
}

/** The organisations a text names, in its order, each with its `mentions`; `text.slice(...mention.span) === mention.exact`. */
export function organizations(text: string, options?: NameOptions): NamedOrganization[];

/** The people a text names, each with titles, offices and `mentions`. */
export function people(text: string, options?: NameOptions): NamedPerson[];

/** The places a text names, each with its `mentions`. */
export function places(text: string, options?: NameOptions): NamedPlace[];

/**
 * The same functions with organisations and places of one's own beside those the library knows.
 *
 * It indexes all names again: make one and keep it. Data that make no sense throw, and the message names the entry.
 */
export class Extractor {
  constructor(data?: OwnData);
  extract(page: Page, options?: Options): Record;
  extractJson(page: Page, options?: Options): string;
  clean(page: Page, options?: Options): Record;
  dates(text: string, options?: DateOptions): Temporal[];
  organizations(text: string, options?: NameOptions): NamedOrganization[];
  people(text: string, options?: NameOptions): NamedPerson[];
  places(text: string, options?: NameOptions): NamedPlace[];
}

/** A record, or its JSON as `extractJson` gives it: what is not looked at need not be parsed. */
export type Given = Record | string;

/**
 * A record as JSON-LD in the words of schema.org. Its `@id`s depend only on the page; dates that ISO 8601 cannot write are
 * left out or cut to what is sure. Safe inside a `<script>`.
 */
export function toJsonLd(record: Given): string;

/** The events that have a day, of one record or of many, as an iCalendar file: whole days, no clock read, the same file every time. */
export function toIcs(records: Given | readonly Given[]): string;

/** The clean articles of a record as Markdown, each with the facts of its events. */
export function toMarkdown(record: Given): string;

/** The tables of a record; README lists their columns. */
export type Table = "articles" | "events" | "organizations" | "mentions" | "warnings";

/** A value of a table: what the page does not say is `null`. */
export type Cell = string | number | boolean | string[] | null;

/** A table of one record or of many as rows that all have all columns. Positions are those of the record. */
export function toTable(records: Given | readonly Given[], table: Table): { [column: string]: Cell }[];

/** The same as CSV (RFC 4180) without a byte order mark; items of lists are joined by `|`, formulas made harmless. */
export function toCsv(records: Given | readonly Given[], table: Table): string;

/** The events of many records in the order of their days, each once with all pages that tell of it, in whatever language. */
export function timeline(records: Given | readonly Given[]): TimelineEntry[];

/** The organisations of many records, each once, and who does something together with whom. */
export function network(records: Given | readonly Given[]): Network;
