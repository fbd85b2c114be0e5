// The entry for workers: the functions of the package, each giving a promise.
import type * as naba from "./extract.js";

export type * from "./extract.js";

/** The same function, run elsewhere. */
type Promised<F> = F extends (...given: infer A) => infer R ? (...given: A) => Promise<R> : never;

type Names =
  | "extract"
  | "extractJson"
  | "clean"
  | "dates"
  | "organizations"
  | "people"
  | "places"
  | "toJsonLd"
  | "toIcs"
  | "toMarkdown"
  | "toTable"
  | "toCsv"
  | "timeline"
  | "network";

/** Every function of the package, answered by one worker in the order of the calls. */
export type NabaWorker = { readonly [Name in Names]: Promised<(typeof naba)[Name]> } & {
  /** Fulfilled when the module is loaded; rejected when it cannot be. No need to wait for it. */
  readonly ready: Promise<void>;
  /** Ends the worker; what is not yet answered is rejected. */
  terminate(): void;
};

export interface WorkerOptions {
  /** Organisations and places of one's own, as for `Extractor`. */
  data?: naba.OwnData;
  /** The address of `naba_bg.wasm` when it does not stand beside the script. */
  source?: string | URL;
}

/** Starts a worker: a Web Worker in browsers, a thread in Node. */
export function createWorker(options?: WorkerOptions): NabaWorker;
