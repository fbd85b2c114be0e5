// The worker in Node: the same answers as without one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

import * as naba from "naba";
import { createWorker } from "naba/worker";

const page = "<h1>منتدى في الرباط</h1><p>نظمت اليونسكو منتدى المخطوطات في الرباط يوم 3 يونيو 2024.</p>";
const options = { format: "html" };

test("every function gives what it gives without a worker", async () => {
  const worker = createWorker();
  const record = await worker.extract(page, options);
  assert.deepEqual(record, naba.extract(page, options));
  assert.equal(await worker.extractJson(page, options), naba.extractJson(page, options));
  assert.deepEqual(await worker.extract(new TextEncoder().encode(page)), record);
  assert.deepEqual(await worker.clean(page, options), naba.clean(page, options));
  for (const name of ["dates", "organizations", "people", "places"]) {
    assert.deepEqual(await worker[name](record.text, { language: "ar" }), naba[name](record.text, { language: "ar" }), name);
  }
  for (const name of ["toJsonLd", "toIcs", "toMarkdown", "timeline", "network"]) {
    assert.deepEqual(await worker[name](record), naba[name](record), name);
  }
  assert.deepEqual(await worker.toTable(record, "events"), naba.toTable(record, "events"));
  assert.equal(await worker.toCsv([record], "events"), naba.toCsv([record], "events"));
  assert.equal((await worker.timeline([record, record]))[0].pages.length, 2);
  worker.terminate();
});

test("it has every function of the package", () => {
  const worker = createWorker();
  const functions = Object.keys(naba).filter((name) => name !== "default" && name !== "Extractor");
  assert.deepEqual(Object.keys(worker).sort(), [...functions, "ready", "terminate"].sort());
  worker.terminate();
});

test("faults are those of the package, and leave the worker well", async () => {
  const worker = createWorker();
  await assert.rejects(worker.extract("", { retrieved: "soon" }), { name: "Error", message: /`soon`/ });
  await assert.rejects(worker.extract(7), { name: "TypeError", message: /^page: expected/ });
  await assert.rejects(worker.toTable(await worker.extract("نبأ"), "people"), /is none of/);
  assert.equal((await worker.extract("نبأ")).text, "نبأ");
  worker.terminate();
  await assert.rejects(worker.extract("نبأ"), /terminated/);
});

test("data of one's own; those that make no sense are told by every call", async () => {
  const data = { organization: [{ id: "dunes", type: "network", names: { fr: ["Caravane des dunes"] } }] };
  const worker = createWorker({ data });
  assert.equal((await worker.organizations("La Caravane des dunes arrive."))[0].linked, true);
  worker.terminate();
  const broken = createWorker({ data: { organization: [{ id: "dunes" }] } });
  await assert.rejects(broken.ready);
  await assert.rejects(broken.extract("نبأ"));
  broken.terminate();
});

test("a program that has nothing else to do ends", () => {
  const program = 'import { createWorker } from "naba/worker"; console.log((await createWorker().extract("نبأ")).text);';
  const cwd = fileURLToPath(new URL("../", import.meta.url));
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd, encoding: "utf8", timeout: 30_000 });
  assert.equal(said, "نبأ\n");
});
