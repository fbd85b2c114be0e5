// What the package promises, measured: `npm run bars`, by hand, on a quiet machine. Prints each number beside its bar.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { start } from "./chromium.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const names = ["ar/clean-article", "fr/communique", "fr/newspaper-article", "en/clean-article", "en/short-report", "ar/reprint-with-source"];
const files = names.map((name) => join(root, "tests/cases", name, "page.txt"));
const pages = files.map((file) => readFileSync(file, "utf8"));
const bytes = (text) => Buffer.byteLength(text);
const total = pages.reduce((sum, page) => sum + bytes(page), 0);
/** Pages of 5 KB made of one after the other of these, so that no two are the same. */
const fiveKb = Array.from({ length: 60 }, (_, at) => {
  let text = "";
  for (let next = at; bytes(text) < 5000; next++) text += `${pages[next % pages.length]}\n`;
  while (bytes(text) > 5000) text = text.slice(0, -1);
  return text;
});

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const tell = (what, value, bar) => console.log(`${what.padEnd(66)}${value.padStart(14)}   ${bar}`);

/** Runs in Node and in a browser alike: the milliseconds of each page, and of the best round through others. */
function measure({ extractJson }, fiveKb, pages) {
  const time = (text) => {
    const start = performance.now();
    extractJson(text);
    return performance.now() - start;
  };
  for (let round = 0; round < 3; round++) fiveKb.forEach(time);
  const later = fiveKb.map(time);
  let best = Infinity;
  for (let round = 0; round < 30; round++) {
    const start = performance.now();
    for (const page of pages) extractJson(page);
    best = Math.min(best, performance.now() - start);
  }
  return { later, best };
}

function sizes() {
  const module = readFileSync(new URL("../dist/naba_bg.wasm", import.meta.url));
  const packed = (part) => gzipSync(part, { level: 9 }).length;
  const sections = [];
  for (let at = 8; at < module.length; ) {
    const id = module[at++];
    let [size, shift, byte] = [0, 0, 0x80];
    while (byte & 0x80) {
      byte = module[at++];
      size |= (byte & 0x7f) << shift;
      shift += 7;
    }
    sections.push({ id, part: module.subarray(at, at + size) });
    at += size;
  }
  const section = (id) => packed(Buffer.concat(sections.filter((each) => each.id === id).map(({ part }) => part)));
  const kb = (value) => `${(value / 1000).toFixed(0)} KB`;
  tell("module, gzip -9", kb(packed(module)), "at most 1,200 KB");
  tell("  its code", kb(section(10)), "");
  tell("  its data: tables of languages, registry, Unicode", kb(section(11)), "");
  const glue = ["naba.js", "extract.js", "web.js", "worker.js", "thread.js", "client.js", "answer.js"];
  tell("JavaScript, gzip -9", kb(glue.reduce((sum, name) => sum + packed(readFileSync(new URL(`../dist/${name}`, import.meta.url))), 0)), "");
}

function native() {
  const said = execFileSync("cargo", ["bench", "-q", "--locked", "-p", "naba", "--bench", "host", "--", ...files], { cwd: root, encoding: "utf8" });
  return Number(said);
}

const speed = (what, { later, best }, nativeBest) => {
  tell(`${what}: a later page of 5 KB, median`, ms(median(later)), "under 2 ms");
  tell(`${what}: the slowest of ${later.length}`, ms(Math.max(...later)), "");
  tell(`${what}: ${pages.length} pages, ${total} bytes`, `${ms(best)}`, `${((100 * nativeBest) / best).toFixed(0)} % of native speed (${ms(nativeBest)}), at least 50 %`);
};

sizes();
const nativeBest = native();
speed("Node", measure(await import("naba"), fiveKb, pages), nativeBest);

const { browser, address, stop } = await start();
try {
  const page = await browser.newPage();
  const times = [];
  for (let round = 0; round < 9; round++) {
    await page.goto(`${address}/bindings-wasm/test/first.html`);
    times.push(await (await page.waitForFunction(() => window.times)).jsonValue());
    await page.goto("about:blank");
  }
  const [cold, ...warm] = times;
  tell("Chromium: first record after navigation, cold", ms(cold.first), "");
  tell("Chromium: first record after navigation, warm cache, median", ms(median(warm.map(({ first }) => first))), "at most 150 ms");
  tell("Chromium:   of which loading and instantiating", ms(median(warm.map(({ loaded }) => loaded))), "");
  await page.goto(address);
  const run = `(async () => { const naba = await import("/bindings-wasm/dist/web.js"); await naba.default(); return (${measure})(naba, ${JSON.stringify(fiveKb)}, ${JSON.stringify(pages)}); })()`;
  speed("Chromium", await page.evaluate(run), nativeBest);
} finally {
  await stop();
}
