// The entry for Node: ready at import.
export * from "./extract.js";

/** Does nothing here: the module is ready at import. */
export default function init(): Promise<void>;
