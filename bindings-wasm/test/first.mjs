// Loads the package and reads one page; `window.times` has the milliseconds since navigation.
import init, { extractJson } from "../dist/web.js";

const text = await (await fetch("../../examples/browser/samples/arabic.txt")).text();
await init();
const loaded = performance.now();
extractJson(text);
window.times = { loaded, first: performance.now() };
