// The entry for a worker thread of Node; it does not keep a program alive that has nothing else to do.
import { Worker } from "node:worker_threads";

import { client } from "./client.js";

export function createWorker(options) {
  const worker = new Worker(new URL("./thread.node.js", import.meta.url), { name: "naba", execArgv: [] });
  let open = 0;
  const send = (message) => {
    worker.postMessage(message);
    if (open++ === 0) worker.ref();
  };
  const listen = (answered, failed) => {
    worker.on("message", (message) => {
      if (--open === 0) worker.unref();
      answered(message);
    });
    worker.on("error", failed);
  };
  return client({ send, listen, stop: () => void worker.terminate() }, options);
}
