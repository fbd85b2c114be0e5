// The package as an app of Vite has it, in Chromium: built and served, and in the development server.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { extract } from "naba";
import { createServer } from "vite";

import { cases } from "./cases.mjs";
import { start } from "./chromium.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const vite = fileURLToPath(new URL("../node_modules/.bin/vite", import.meta.url));

let app;
let chromium;
before(async () => {
  app = await mkdtemp(join(tmpdir(), "naba-vite-"));
  await cp(new URL("vite/", import.meta.url), app, { recursive: true });
  // Packed and unpacked, not linked.
  execFileSync("npm", ["install", "--install-links", "--no-save", "--offline", "--silent", root], { cwd: app });
  execFileSync(vite, ["build", "--logLevel", "warn"], { cwd: app });
  chromium = await start({ folder: pathToFileURL(join(app, "dist/")) });
});
after(async () => {
  await chromium?.stop();
  await rm(app, { recursive: true, force: true });
});

/** Has the app at an address read the shared cases; gives what it asked its server for. */
async function read(address) {
  const page = await chromium.browser.newPage();
  const asked = new Set();
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === address) asked.add(pathname);
    else if (!request.url().startsWith("data:")) complaints.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(address);
    await page.waitForFunction(() => window.read, undefined, { timeout: 10_000 }).catch(({ message }) => complaints.push(message));
    assert.deepEqual(complaints, []);
    for (const { name, page: text, options } of cases()) {
      const records = await page.evaluate(([text, options]) => window.read(text, options), [text, options]);
      const expected = extract(text, options);
      assert.deepEqual(records, [expected, expected], name);
    }
    assert.deepEqual(complaints, []);
    return [...asked];
  } finally {
    await page.close();
  }
}

test("built: the records that Node gives, from the module among the assets", async () => {
  const modules = (await readdir(join(app, "dist/assets"))).filter((name) => name.endsWith(".wasm"));
  assert.equal(modules.length, 1);
  const asked = await read(chromium.address);
  assert.deepEqual(asked.filter((path) => path.endsWith(".wasm")), [`/assets/${modules[0]}`]);
});

test("in the development server: the same, without a setting", async () => {
  const server = await createServer({ root: app, logLevel: "warn", server: { host: "127.0.0.1", port: 0 } });
  try {
    await server.listen();
    await read(`http://127.0.0.1:${server.httpServer.address().port}`);
  } finally {
    await server.close();
  }
});
