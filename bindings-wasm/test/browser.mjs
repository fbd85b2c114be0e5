// The shared cases and the laws in Chromium, from the package as a page would load it.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { cases } from "./cases.mjs";

const kinds = { html: "text/html", js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm" };
const root = new URL("../", import.meta.url);

const server = createServer(async ({ url }, response) => {
  try {
    if (!/^\/((dist|test)\/[\w.]+)?$/.test(url)) throw new Error("not served");
    const body = url === "/" ? "<!doctype html><title>naba</title>" : await readFile(new URL(`.${url}`, root));
    const kind = kinds[url === "/" ? "html" : url.split(".").at(-1)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": kind }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const profile = await mkdtemp(join(tmpdir(), "naba-chromium-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"].concat(
    ["--disable-component-update", "--disable-sync"],
  ),
});

let failures;
let passes;
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  ({ passes, failures } = await page.evaluate(async (cases) => {
    const { default: init, ...naba } = await import("/dist/web.js");
    const { checkCase, checkLaws, hostile } = await import("/test/laws.mjs");
    await init();
    const failures = [];
    const run = (name, check) => {
      try {
        check();
      } catch (error) {
        failures.push(`${name}: ${error.message}`);
      }
    };
    for (const each of cases) run(each.name, () => checkCase(naba, each));
    for (const [name, page] of Object.entries(hostile)) {
      run(name, () => checkLaws(naba, page));
      run(`${name}, as HTML`, () => checkLaws(naba, page, { format: "html" }));
    }
    return { failures, passes: cases.length + 2 * Object.keys(hostile).length - failures.length };
  }, cases()));
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true });
}

for (const failure of failures) console.error(failure);
console.log(`chromium: ${passes} passed, ${failures.length} failed`);
process.exitCode = failures.length || !passes ? 1 : 0;
