// The laws on hostile pages, and the face of the package in Node.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

import init, * as naba from "naba";
import { checkLaws, hostile } from "./laws.mjs";

for (const [name, page] of Object.entries(hostile)) {
  test(name, () => checkLaws(naba, page));
  test(`${name}, as HTML`, () => checkLaws(naba, page, { format: "html" }));
}

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

test("bytes: by mark, by evidence, by header, by the page", () => {
  const page = "<!doctype html><h1>عنوان</h1><p>نص الصفحة، وفيه جملة.</p>";
  const expected = naba.extractJson(page, { format: "html" });
  const utf8 = new TextEncoder().encode(page);
  assert.equal(naba.extractJson(utf8), expected);
  assert.equal(naba.extractJson(utf8, { contentType: "text/html; charset=windows-1252", format: "html" }), expected);
  assert.equal(naba.extract(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8])).text, "عنوان\nنص الصفحة، وفيه جملة.\n");
  const utf16 = Buffer.from("\uFEFF" + page, "utf16le");
  assert.equal(naba.extractJson(utf16), expected);
  assert.equal(naba.extract(utf16, { format: "text" }).text, page);

  const arabic = [0xc7, 0xe1, 0xe3, 0xda, 0xd1, 0xd6];
  const paragraph = [...Buffer.from("<p>"), ...arabic];
  const text = (bytes, contentType) => naba.extract(Uint8Array.from(bytes), { contentType }).text;
  assert.equal(text(paragraph, "text/html; charset=windows-1256"), "المعرض\n");
  assert.equal(text(paragraph, "text/html; charset=klingon"), "ÇáãÚÑÖ\n");
  assert.equal(text([...Buffer.from("<meta charset=Windows-1256>"), ...paragraph], "text/html; charset=utf-8"), "المعرض\n");
  assert.equal(text(arabic, "text/plain; charset=cp1256"), "المعرض");
  const euro = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
  const letters = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
  assert.equal(text(euro, "text/plain; charset=latin1"), letters);
  assert.equal(text([], undefined), "");
});

test("`clean` has the articles and no names", () => {
  const page = "<h1>Un accord signé</h1><p>L'UNESCO a signé un accord à Rabat avec le ministère, le 12 mai 2024.</p>";
  const [whole, clean] = [naba.extract(page, { format: "html" }), naba.clean(page, { contentType: "text/html" })];
  assert.ok(whole.organizations.length > 0 && clean.organizations.length === 0);
  assert.deepEqual(clean.segments, whole.segments);
  assert.equal(clean.articles[0].articleBody, whole.articles[0].articleBody);
});

test("what makes no sense throws and says why", () => {
  assert.throws(() => naba.extract("", { retrieved: "soon" }), { name: "Error", message: /`soon`/ });
  assert.throws(() => naba.extract("", { reads: "2024-05-17" }), { name: "Error", message: /unknown field `reads`/ });
  assert.throws(() => naba.extract("", 7), { name: "Error", message: /options: / });
  assert.throws(() => naba.extract(), { name: "TypeError", message: /^page: expected a string or a Uint8Array, not undef/ });
  assert.throws(() => naba.extractJson(new ArrayBuffer(1)), { name: "TypeError" });
  assert.throws(() => naba.dates(new Uint8Array()), { name: "TypeError", message: /^text: expected a string, not obj/ });
  assert.throws(() => naba.extract(new Uint8Array(), 7), { name: "Error", message: /options: / });
  assert.throws(() => naba.extract(new Uint8Array(), { contentType: 7 }), { name: "Error", message: /options: / });
  assert.throws(() => naba.extract("", { format: "pdf" }), { name: "Error", message: /unknown variant/ });
  assert.equal(naba.extract("نبأ").text, "نبأ");
});

test("ready at import and by `require`; `init` is there for programs that run in browsers too", async () => {
  await init();
  const required = createRequire(import.meta.url)("naba");
  assert.equal(required.extractJson("نبأ"), naba.extractJson("نبأ"));
});
