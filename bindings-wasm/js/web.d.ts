// The entry for browsers and bundlers: ready after `await init()`.
export * from "./extract.js";

/** Loads the module: from beside the script, or from an address, a response or bytes of one's own. */
export default function init(
  source?: string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise<Response>,
): Promise<void>;
