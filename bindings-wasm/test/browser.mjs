// The shared cases and the laws in Chromium, from the package as a page would load it.
import { cases } from "./cases.mjs";
import { start } from "./chromium.mjs";

const { browser, address, stop } = await start();

let failures;
let passes;
try {
  const page = await browser.newPage();
  await page.goto(address);
  ({ passes, failures } = await page.evaluate(async (cases) => {
    const { default: init, ...naba } = await import("/bindings-wasm/dist/web.js");
    const { checkCase, checkLaws, hostile } = await import("/bindings-wasm/test/laws.mjs");
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
    const { createWorker } = await import("/bindings-wasm/dist/worker.js");
    const worker = createWorker();
    for (const { name, page, options } of cases.slice(0, 20)) {
      const same = (await worker.extractJson(page, options)) === naba.extractJson(page, options);
      if (!same) failures.push(`${name}: the worker gives another record`);
    }
    worker.terminate();
    return { failures, passes: cases.length + 2 * Object.keys(hostile).length - failures.length };
  }, cases()));
} finally {
  await stop();
}

for (const failure of failures) console.error(failure);
console.log(`chromium: ${passes} passed, ${failures.length} failed`);
process.exitCode = failures.length || !passes ? 1 : 0;
