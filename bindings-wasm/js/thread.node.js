// What runs in the worker thread that `worker.node.js` makes.
import { parentPort } from "node:worker_threads";

import { answerer } from "./answer.js";
import * as naba from "./node.js";

const answer = answerer(naba, (message) => parentPort.postMessage(message));
parentPort.on("message", answer);
