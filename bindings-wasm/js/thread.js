// What runs in the Web Worker that `worker.js` makes.
import * as naba from "./web.js";
import { answerer } from "./answer.js";

const answer = answerer(naba, (message) => postMessage(message));
addEventListener("message", ({ data }) => answer(data));
