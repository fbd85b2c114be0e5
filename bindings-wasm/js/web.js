// The entry for browsers and bundlers: ready after `await init()`.
import load from "./naba.js";

export * from "./extract.js";

export default async function init(source) {
  await load(source === undefined ? undefined : { module_or_path: source });
}
