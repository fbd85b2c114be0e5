// The table of tests/accuracy/dates, read in Node: the same dates as in Rust, in UTF-16 code units.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { parse } from "smol-toml";
import { dates } from "naba";

const folder = new URL("../../tests/accuracy/dates/", import.meta.url);
const pair = ({ exact, edtf }) => `${exact} = ${edtf ?? "-"}`;

for (const language of ["ar", "fr", "en"]) {
  test(`dates of ${language}`, () => {
    const table = parse(readFileSync(new URL(`${language}.toml`, folder), "utf8"));
    for (const { text, anchor, dates: expected } of table.case) {
      const found = dates(text, { language, ...(anchor && { anchor }) });
      for (const date of found) assert.equal(text.slice(...date.span), date.exact);
      assert.deepEqual(found.map(pair).sort(), expected.map(pair).sort(), text);
    }
  });
}

test("positions after an emoji, and what is refused", () => {
  const [date] = dates("😀 le 12 mai 2024");
  assert.deepEqual([date.span, date.edtf], [[6, 17], "2024-05-12"]);
  assert.throws(() => dates("hier", { anchor: "yesterday" }), /anchor: `yesterday` is not a day/);
  assert.throws(() => dates("hier", { tongue: "fr" }), /options: unknown field/);
  assert.throws(() => dates(12), TypeError);
});
