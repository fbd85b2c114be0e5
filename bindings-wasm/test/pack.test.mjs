// What `npm pack` puts into the package: all that its entries lead to, and nothing else.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--silent"], { cwd: root, encoding: "utf8" }));
const paths = packed.files.map(({ path }) => path).sort();

test("the files are these", () => {
  const written = readdirSync(new URL("../js/", import.meta.url)).map((name) => `dist/${name}`);
  const expected = ["README.md", "package.json", "naba.js", "naba_bg.wasm", "LICENSE-APACHE", "LICENSE-MIT"]
    .map((name) => (/^[Rp]/.test(name) ? name : `dist/${name}`))
    .concat(written);
  assert.deepEqual(paths, expected.sort());
});

test("every entry and every import of a file is among them", () => {
  const said = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const entries = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(entries));
  for (const entry of [said.main, said.types, ...entries(said.exports), ...said.sideEffects]) {
    assert.ok(paths.includes(entry.replace("./", "")), entry);
  }
  for (const path of paths.filter((path) => path.endsWith(".js"))) {
    const text = readFileSync(root + path, "utf8");
    for (const [, name] of text.matchAll(/(?:from |new URL\()["']\.\/([^"']+)["']/g)) assert.ok(paths.includes(`dist/${name}`), `${path}: ${name}`);
  }
  assert.deepEqual(said.dependencies, undefined);
});

test("nothing in it fetches but the loader, nor evaluates text", () => {
  for (const path of paths.filter((path) => path.endsWith(".js"))) {
    const text = readFileSync(root + path, "utf8");
    assert.doesNotMatch(text, /\beval\(|new Function\(|XMLHttpRequest|WebSocket|sendBeacon/, path);
    if (path !== "dist/naba.js") assert.doesNotMatch(text, /\bfetch\(/, path);
    assert.doesNotMatch(text, /https?:\/\//, path);
  }
});
