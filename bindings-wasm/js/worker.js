// The entry for a Web Worker: the package on a thread of its own, so that no page, however long, stops the one that draws.
import { client } from "./client.js";

export function createWorker(options) {
  const worker = new Worker(new URL("./thread.js", import.meta.url), { type: "module", name: "naba" });
  const listen = (answered, failed) => {
    worker.addEventListener("message", ({ data }) => answered(data));
    worker.addEventListener("error", (event) => failed(new Error(event.message || "the worker could not be loaded")));
  };
  return client({ send: (message) => worker.postMessage(message), listen, stop: () => worker.terminate() }, options);
}
