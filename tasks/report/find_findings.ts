import { join } from "node:path";
import type { Dataset } from "../../lib/dataset/load.ts";
import { writeWhole } from "../../lib/export/write_whole.ts";
import { collectionsOf } from "../../lib/page/entry.ts";
import type { Findings } from "../../lib/page/findings.ts";
import type { Tables } from "../../lib/reconcile/tables.ts";
import { sha256 } from "../environment/digest.ts";
import { Interrupted, TaskFailure } from "../environment/failure.ts";
import { ROOT } from "../environment/paths.ts";
import type { Progress } from "../environment/progress.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Answer, Task } from "./findings_worker.ts";

// How many conflicts are listed, and how long a collection may take: far longer
// than that many need, so that a slow machine finds the same.
const OPTIONS = { seconds: 600, most: 200 };

// What findings are made by. The tables stand in the key themselves.
const CODE = [
  "lib/quantity",
  "lib/reconcile",
  "lib/page/findings.ts",
  "deno.lock",
];

/** How many findings are kept; the oldest go first. */
const KEPT = 12;

/** The tables of one collection, on its own. */
function tablesOf(dataset: Dataset, collection: string | null): Tables {
  const claims = dataset.claims.filter((claim) =>
    (claim.collection || null) === collection
  );
  const ids = new Set(claims.map((claim) => claim.claim_id));
  return {
    claims,
    measures: dataset.measures,
    readings: dataset.readings.filter((row) => ids.has(row.claim_id)),
    sources: dataset.sources,
    hedges: dataset.hedges,
  };
}

function ask(task: Task, signal: AbortSignal | undefined): Promise<Findings> {
  const worker = new Worker(
    new URL("./findings_worker.ts", import.meta.url),
    { type: "module" },
  );
  const { promise, resolve, reject } = Promise.withResolvers<Findings>();
  const stop = () => reject(new Interrupted("Stopped."));
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if ("findings" in data) resolve(data.findings);
    else reject(new TaskFailure(data.error));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    reject(new Error(event.message));
  });
  worker.postMessage(task);
  return promise.finally(() => {
    signal?.removeEventListener("abort", stop);
    worker.terminate();
  });
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

/**
 * What the claims of each collection imply on their own. Worked out once for
 * the same tables and the same engine, and kept in `cache`.
 */
export async function findFindings(
  dataset: Dataset,
  cache: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Findings[]> {
  await Deno.mkdir(cache, { recursive: true });
  const engine = await fingerprint(ROOT, CODE);
  const found: Findings[] = [];
  for (const collection of collectionsOf(dataset)) {
    const tables = tablesOf(dataset, collection);
    const task = { collection, tables, options: OPTIONS };
    const key = sha256(engine + JSON.stringify(task));
    const path = join(cache, `${key}.json`);
    let findings = await read(path);
    if (!findings) {
      const n = tables.claims.length;
      progress.start(
        `Reconciling ${n} ${n === 1 ? "claim" : "claims"}${
          collection === null ? "" : ` of ${collection}`
        }`,
      );
      findings = await ask(task, signal);
      progress.done();
      await writeWhole(path, JSON.stringify(findings));
    }
    found.push(findings);
  }
  await forgetOld(cache);
  return found;
}
