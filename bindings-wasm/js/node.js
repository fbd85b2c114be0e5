// The entry for Node: ready at import.
import { readFileSync } from "node:fs";
import { initSync } from "./naba.js";

initSync({ module: readFileSync(new URL("./naba_bg.wasm", import.meta.url)) });

export * from "./extract.js";

// Nothing is left to do; here so that the same program runs in Node and in browsers.
export default async function init() {}
