// Views of records in Node: the same as in Rust, to the byte.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { extract, extractJson, network, timeline, toCsv, toIcs, toJsonLd, toMarkdown, toTable } from "naba";
import { hostile } from "./laws.mjs";

const root = fileURLToPath(new URL("../../tests/exports", import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const tables = ["articles", "events", "organizations", "mentions", "warnings"];

test("there are records", () => assert.ok(folders.length >= 4));

for (const { name } of folders) {
  test(name, () => {
    const read = (file) => readFileSync(join(root, name, file), "utf8");
    const record = JSON.parse(read("record.json"));
    assert.equal(toJsonLd(record), read("graph.jsonld"));
    assert.equal(toIcs(record), read("calendar.ics"));
    assert.equal(toMarkdown(record), read("articles.md"));
    const expected = JSON.parse(read("tables.json"));
    for (const table of tables) {
      assert.equal(toCsv(record, table), read(`${table}.csv`));
      assert.deepEqual(toTable(record, table), expected[table]);
    }
    assert.equal(JSON.parse(toJsonLd(record))["@context"], "https://schema.org");
  });
}

for (const [name, page] of Object.entries(hostile)) {
  test(`views of ${name}`, () => {
    const record = extract(page);
    assert.ok(Array.isArray(JSON.parse(toJsonLd(record))["@graph"]));
    assert.match(toIcs(record), /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    assert.equal(toMarkdown(record), toMarkdown(record));
    for (const { span_start, span_end, exact } of toTable(record, "mentions")) {
      assert.equal(record.text.slice(span_start, span_end), exact);
    }
  });
}

test("JSON stands for its record", () => {
  const json = extractJson("L'UNESCO a tenu un forum à Rabat le 3 juin 2024.");
  const record = JSON.parse(json);
  for (const view of [toJsonLd, toIcs, toMarkdown, timeline, network]) assert.deepEqual(view(json), view(record));
  assert.deepEqual(toTable([json, record], "events"), toTable([record, record], "events"));
  assert.equal(timeline([json, record])[0].pages.length, 2);
  assert.equal(network([json, record]).nodes[0].records.length, 2);
  assert.deepEqual(timeline([]), []);
  assert.throws(() => toJsonLd("نبأ"), { name: "Error", message: /^record: / });
  assert.throws(() => timeline([undefined]), { name: "TypeError" });
});

test("what is no record or no table", () => {
  assert.throws(() => toJsonLd({}), { name: "Error", message: /^record: missing field `text`/ });
  assert.throws(() => toIcs(undefined), { name: "TypeError", message: "record: expected an object or JSON, not undefined" });
  assert.throws(() => toIcs(null), { name: "Error", message: /^record: / });
  assert.throws(() => toTable(extract("نبأ"), "people"), { name: "Error", message: /table: `people` is none of/ });
  assert.throws(() => toCsv(extract("نبأ")), { name: "TypeError", message: "table: expected a string, not undefined" });
});
