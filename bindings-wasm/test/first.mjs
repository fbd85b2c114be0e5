// Loads the package and reads one page; `window.times` has the milliseconds since navigation.
import init, { extractJson } from "../dist/web.js";

const sample = fetch("../../examples/browser/samples/arabic.txt").then((response) => response.text());
const [text] = await Promise.all([sample, init()]);
const loaded = performance.now();
extractJson(text);
window.times = { loaded, first: performance.now() };
