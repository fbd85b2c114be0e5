// What README tells who uses Vite: the package on the page, and in a worker.
import init, { extract } from "naba";
import { createWorker } from "naba/worker";

await init();
const worker = createWorker();
window.read = async (page, options) => [extract(page, options), await worker.extract(page, options)];
