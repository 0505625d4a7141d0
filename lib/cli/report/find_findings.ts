import { join } from "node:path";
import type { Dataset } from "../../dataset/load.ts";
import { writeWhole } from "../../frames/write_whole.ts";
import {
  type Findings,
  isAnswered,
  unsettled,
} from "../../site/claims/findings.ts";
import type { Registers } from "../../analysis/takes_registers.ts";
import type { Tables } from "../../reconcile/model/tables.ts";
import { sha256 } from "../jupyter/environment/digest.ts";
import { Interrupted, TaskFailure } from "../jupyter/environment/failure.ts";
import { ROOT } from "../jupyter/environment/paths.ts";
import type { Progress } from "../jupyter/environment/progress.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Answer, Task } from "./findings_worker.ts";
import type { Assumed } from "./select.ts";

/** How many conflicts of a collection are listed. */
const MOST = 200;

/** The least that a collection is given, in seconds, while there is time. */
const LEAST = 1;

/** How much longer than it was given the engine may take, in seconds. */
const GRACE = 1;

/** How much longer all may take than was given, starting threads and all. */
const OVER = { times: 1.5, seconds: 5 };

// What findings are made by. The tables stand in the key themselves.
const CODE = [
  "lib/quantity",
  "lib/reconcile",
  "lib/analysis",
  "lib/chart",
  "lib/site/claims/findings.ts",
  "deno.lock",
];

/** How many findings are kept; the oldest go first. */
const KEPT = 12;

/** One text for a value; of a width to the letter too, which holds big integers. */
function asText(value: unknown): string {
  return JSON.stringify(
    value,
    (_, inner) => typeof inner === "bigint" ? `${inner}` : inner,
  );
}

/** The tables of each collection, on its own, in the order of the collections. */
function* tablesOf(
  dataset: Dataset,
): Generator<{ collection: string | null; tables: Tables }> {
  const { measures, hedges } = dataset;
  const claimsOf = Map.groupBy(
    dataset.claims,
    (claim) => claim.collection || null,
  );
  const readingsOf = Map.groupBy(dataset.readings, (row) => row.claim_id);
  const sourceOf = new Map(dataset.sources.map((row) => [row.source_id, row]));
  for (const [collection, claims] of claimsOf) {
    const cited = new Set(claims.map(({ source_id }) => source_id ?? ""));
    const named = new Set(claims.map(({ claim_id }) => claim_id));
    yield {
      collection,
      tables: {
        claims,
        measures,
        readings: claims.flatMap((row) => readingsOf.get(row.claim_id) ?? []),
        sources: [...cited].flatMap((id) => sourceOf.get(id) ?? []),
        hedges,
        splits: dataset.splits,
        balances: dataset.balances,
        relations: dataset.relations.filter(({ from, to }) =>
          named.has(from) && named.has(to)
        ),
      },
    };
  }
}

/** A thread that reconciles, and is given up where it takes too long. */
class Reconciler {
  readonly #signal: AbortSignal | undefined;
  #worker: Worker | undefined;
  /** What the thread has said and nobody has taken. */
  #said: Answer[] = [];
  #arrived: (() => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /** The findings; `undefined` where they are not there in time. */
  async ask(task: Task, seconds: number): Promise<Findings | undefined> {
    if (!this.#worker) {
      this.#worker = new Worker(
        new URL("./findings_worker.ts", import.meta.url),
        { type: "module" },
      );
      this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        this.#said.push(data);
        this.#arrived?.();
      };
      // That it starts is no part of the time.
      await this.#answer(this.#worker);
    }
    const worker = this.#worker;
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => {
      this.end();
      late.resolve(undefined);
    }, (seconds + GRACE) * 1000);
    let findings: Findings | undefined;
    let answer = this.#answer(worker);
    worker.postMessage(task);
    try {
      while (true) {
        const said = await Promise.race([answer, late.promise]);
        if (said && "error" in said) throw new TaskFailure(said.error);
        if (!said || !("findings" in said)) return findings;
        findings = said.findings;
        if (!said.more) return findings;
        answer = this.#answer(worker);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** What the thread says next. */
  async #answer(worker: Worker): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const stop = () => {
      this.end();
      reject(new Interrupted("Stopped."));
    };
    if (this.#signal?.aborted) stop();
    this.#signal?.addEventListener("abort", stop);
    // Two may come at once.
    this.#arrived = resolve;
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    if (this.#said.length > 0) resolve();
    await promise.finally(() =>
      this.#signal?.removeEventListener("abort", stop)
    );
    return this.#said.shift()!;
  }

  /** Ends the thread; the next question starts another. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#said = [];
  }

  [Symbol.dispose](): void {
    this.end();
  }
}

async function read(path: string): Promise<Findings | undefined> {
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch {
    // None yet, or cut short.
    return undefined;
  }
}

async function forgetOld(folder: string): Promise<void> {
  const files: { path: string; time: number }[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const path = join(folder, name);
    const { mtime } = await Deno.stat(path);
    files.push({ path, time: mtime?.getTime() ?? 0 });
  }
  files.sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(KEPT)) await Deno.remove(path);
}

/** Where findings are kept, and how long finding them may take. */
export interface FindOptions {
  /** The folder in which they are kept. */
  readonly cache: string;
  /**
   * Seconds for all collections together: each gets its share of what is left,
   * so that a dataset takes no longer the more collections it has.
   */
  readonly seconds: number;
  /** What is assumed of the claims. */
  readonly assumed?: Assumed;
  /** For a measure, the registers that its claims are held against. */
  readonly registers?: Registers;
  readonly progress: Progress;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What the claims of each collection imply on their own. Worked out once for
 * the same tables, the same engine and the same time, and kept.
 */
export async function findFindings(
  dataset: Dataset,
  { cache, seconds, assumed = {}, registers = {}, progress, signal }:
    FindOptions,
): Promise<Findings[]> {
  await Deno.mkdir(cache, { recursive: true });
  const shared = sha256(
    await fingerprint(ROOT, CODE) +
      asText({ most: MOST, seconds, ...assumed }),
  );
  using reconciler = new Reconciler(signal);
  const collections = [...tablesOf(dataset)];
  // What another thread is told are tables without what reads them.
  const plain: Dataset = { ...dataset };
  const official = dataset.claims.filter(({ status }) => status === "official");
  const selected = Object.keys(assumed).length > 0;
  const found: Findings[] = [];
  let left = seconds;
  const begun = performance.now();
  const all = (seconds * OVER.times + OVER.seconds) * 1000;
  for (const [i, { collection, tables }] of collections.entries()) {
    const { claims } = tables;
    const answered = !found.some(isAnswered);
    const key = sha256(
      shared + JSON.stringify({
        ...{ collection, answered, ...tables },
        ...(answered ? { held: [official, registers] } : {}),
      }),
    );
    const path = join(cache, `${key}.json`);
    let findings = await read(path);
    if (!findings && performance.now() - begun > all) {
      findings = unsettled(collection);
    } else if (!findings) {
      const n = claims.length;
      progress.start(
        `Reconciling ${n} ${n === 1 ? "claim" : "claims"}${
          collection === null ? "" : ` of ${collection}`
        }`,
      );
      const started = performance.now();
      const share = Math.max(LEAST, left / (collections.length - i));
      findings = await reconciler.ask(
        {
          collection,
          tables,
          options: { most: MOST, ...assumed, seconds: share },
          answered,
          ...(answered ? { held: { dataset: plain, registers } } : {}),
        },
        share,
      ) ?? unsettled(collection);
      const spent = (performance.now() - started) / 1000;
      left = Math.max(0, left - Math.min(spent, share));
      progress.done();
      await writeWhole(path, JSON.stringify(findings));
    }
    found.push(selected ? { ...findings, selected } : findings);
  }
  await forgetOld(cache);
  return found;
}
