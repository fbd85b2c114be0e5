// What must hold of every record, in Node and in a browser alike: no imports, so that both can load it.

/** Fails with a sentence and the two values unless they are the same text. */
function same(actual, expected, what) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const near = (text) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  throw new Error(`${what}, at ${at}: ${near(actual)} is not ${near(expected)}`);
}

/** Visits every object of a value. */
export function eachObject(value, visit) {
  if (Array.isArray(value)) for (const item of value) eachObject(item, visit);
  else if (value !== null && typeof value === "object") {
    visit(value);
    for (const item of Object.values(value)) eachObject(item, visit);
  }
}

/** A record in UTF-8 bytes with its spans in UTF-16 code units, by arithmetic of its own. */
export function inUtf16(record) {
  const units = new Map();
  let bytes = 0;
  let unit = 0;
  for (const character of record.text) {
    units.set(bytes, unit);
    const code = character.codePointAt(0);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    unit += character.length;
  }
  units.set(bytes, unit);
  const convert = (byte) => {
    if (!units.has(byte)) throw new Error(`byte ${byte} is inside a character`);
    return units.get(byte);
  };
  const converted = structuredClone(record);
  converted.positions = "utf-16";
  eachObject(converted, (object) => {
    for (const key of ["span", "core"]) if (isSpan(object[key])) object[key] = object[key].map(convert);
  });
  return converted;
}

function isSpan(value) {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
}

/** One case of tests/cases: what the library says is what the case expects, to the byte, and keeps the laws. */
export function checkCase(naba, { page, options, expected }) {
  const json = naba.extractJson(page, options);
  same(json, JSON.stringify(inUtf16(JSON.parse(expected))), "the record is not the expected one");
  for (const view of [naba.toJsonLd, naba.toIcs, naba.toMarkdown]) {
    same(view(JSON.parse(json)), view(JSON.parse(expected)), "a view depends on the unit of positions");
  }
  checkLaws(naba, page, options);
}

/** The laws of one page. */
export function checkLaws(naba, page, options) {
  const json = naba.extractJson(page, options);
  const record = naba.extract(page, options);
  same(JSON.stringify(record), json, "`extract` differs from `extractJson`");
  if (page.isWellFormed()) {
    const bytes = new TextEncoder().encode(page);
    const unmarked = naba.extractJson(page.replace(/^\uFEFF/, ""), options);
    same(naba.extractJson(bytes, { contentType: "text/plain", ...options }), unmarked, "bytes differ from their text");
  }
  same(naba.extractJson(page, options), json, "the second record of the same page differs");
  if (record.format === "text") same(record.text, page.toWellFormed(), "the text is not the page");
  const length = record.text.length;

  let end = 0;
  for (const { span, article } of record.segments) {
    if (span[0] !== end || span[1] <= end) throw new Error(`segments do not tile the text at ${end}: ${span}`);
    if (article !== undefined && !record.articles[article]) throw new Error(`no article ${article}`);
    end = span[1];
  }
  if (end !== length) throw new Error(`segments end at ${end} of ${length}`);

  eachObject(record, (object) => {
    for (const span of [object.span, object.core]) {
      if (span === undefined) continue;
      if (!isSpan(span) || !(0 <= span[0] && span[0] <= span[1] && span[1] <= length)) {
        throw new Error(`not a span of the text: ${JSON.stringify(span)}`);
      }
    }
    if (object.span === undefined) return;
    for (const said of [object.exact, object.text]) {
      if (said !== undefined) same(record.text.slice(...object.span), said, "a span does not quote what it says");
    }
  });
}

/** Pages that nobody writes and somebody sends. */
export const hostile = {
  empty: "",
  "one line end": "\n",
  "old line ends": "\r\r\n\n\r\u2028\u2029\u0085\v\f",
  "byte order mark": "\uFEFFعنوان\n\uFEFF",
  NULs: "\0".repeat(5000),
  "combining marks": "\u0301\u064B\u0670".repeat(5000),
  "overrides of direction": "\u202E\u2066\u200F".repeat(3000) + "نص\u202C\u2069",
  "astral characters": "😀𝄞👩‍👩‍👧‍👦\n".repeat(500),
  "lone surrogates": "نبأ \uD83D ثم \uDE00\n\uD800",
  "one line of a megabyte": "كلمة word 😀 ".repeat(55000),
  "a megabyte of lines": "خبر\n".repeat(125000),
  "a megabyte without a space": "س".repeat(500000),
  brackets: "(".repeat(20000) + "«".repeat(20000),
  "tag soup": "<div class=share><table><p hidden><a href='javascript:a()'>نص<script></b>&lt;&#0;<!--".repeat(500),
  digits: "12/05/2024 ".repeat(5000) + "9".repeat(50000),
};
