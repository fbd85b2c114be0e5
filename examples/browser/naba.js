// Where the playground finds the package; in an application this is "naba/worker".
export { createWorker } from "../../bindings-wasm/dist/worker.js";
