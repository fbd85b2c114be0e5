// The laws on hostile pages, and the face of the package in Node.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

import init, * as naba from "naba";
import { checkLaws, hostile } from "./laws.mjs";

for (const [name, page] of Object.entries(hostile)) test(name, () => checkLaws(naba, page));

test("a lone surrogate is read as U+FFFD at its own place, with a warning", () => {
  const page = "نبأ \uD83D.\n\uDC00\uD83D😀 نص";
  const record = naba.extract(page);
  assert.equal(record.text, "نبأ \uFFFD.\n\uFFFD\uFFFD😀 نص");
  assert.equal(record.text.length, page.length);
  assert.equal(record.segments.at(-1).span[1], page.length);
  assert.ok(record.warnings.some((warning) => warning.code === "damagedText"));
});

test("options", () => {
  const record = naba.extract("نبأ", { url: "https://example.org/1", retrieved: "2024-05-17", format: "text" });
  assert.equal(record.url, "https://example.org/1");
  assert.equal(record.retrieved, "2024-05-17");
  assert.equal(record.positions, "utf-16");
  assert.equal(JSON.stringify(naba.extract("نبأ", {})), naba.extractJson("نبأ"));
  assert.equal(naba.extract("نبأ", { url: undefined }).url, undefined);
});

test("what makes no sense throws and says why", () => {
  assert.throws(() => naba.extract("", { retrieved: "soon" }), { name: "Error", message: /`soon`/ });
  assert.throws(() => naba.extract("", { reads: "2024-05-17" }), { name: "Error", message: /unknown field `reads`/ });
  assert.throws(() => naba.extract("", 7), { name: "Error", message: /options: / });
  assert.throws(() => naba.extract(), { name: "TypeError", message: "page: expected a string, not undefined" });
  assert.throws(() => naba.extractJson(new Uint8Array()), { name: "TypeError" });
  assert.equal(naba.extract("نبأ").text, "نبأ");
});

test("ready at import and by `require`; `init` is there for programs that run in browsers too", async () => {
  await init();
  const required = createRequire(import.meta.url)("naba");
  assert.equal(required.extractJson("نبأ"), naba.extractJson("نبأ"));
});
