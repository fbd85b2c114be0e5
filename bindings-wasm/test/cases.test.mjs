// The shared cases in Node: the same records as in Rust, to the byte.
import assert from "node:assert/strict";
import test from "node:test";

import * as naba from "naba";
import { cases } from "./cases.mjs";
import { checkCase } from "./laws.mjs";

const all = cases();

test("there are cases", () => assert.ok(all.length >= 6));

for (const each of all) test(each.name, () => checkCase(naba, each));
