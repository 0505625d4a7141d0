import assert from "node:assert/strict";
import { join } from "node:path";
import { breakDataset, writeLargeDataset } from "./large_dataset.ts";
import { benchPython, measure, type Measured, run } from "./processes.ts";

const FOLDER = ".cache/bench";
const SIZES = [100_000, 300_000, 1_000_000];
const ROUNDS = 3;
/** Frictionless reads row by row in Python: a million would take a quarter of an hour. */
const FRICTIONLESS_SIZE = 20_000;
const FRICTIONLESS = ".venv/bin/python";

const POLARS = ["--allow-read", "--allow-ffi", "--allow-env", "--allow-sys"];

function read(folder: string): Promise<Measured> {
  return measure("tasks/bench/load_case.ts", POLARS, "read", folder);
}

function load(folder: string): Promise<Measured> {
  return measure("tasks/bench/load_case.ts", ["--allow-read"], "load", folder);
}

async function script(
  python: string,
  name: string,
  folder: string,
): Promise<Measured> {
  return JSON.parse(await run(python, [`tasks/bench/${name}.py`, folder]));
}

/** The middle one by time. */
function median(runs: readonly Measured[]): Measured {
  return runs.toSorted((a, b) => a.seconds - b.seconds)[runs.length >> 1]!;
}

/** Runs in turn, so that what else the machine does falls on all alike. */
async function inTurn(
  works: readonly (() => Promise<Measured>)[],
): Promise<Measured[]> {
  const runs: Measured[][] = works.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, work] of works.entries()) runs[i]!.push(await work());
  }
  return runs.map(median);
}

/**
 * Loading and checking a dataset, against only reading its claims with Polars,
 * and against other checkers with the same rules for cells, ids and keys. (Ours
 * also checks what no single cell shows: periods, ranges, whole months.)
 */
export async function benchLoading(): Promise<string[][]> {
  const python = await benchPython();
  const checkers: readonly [string, (folder: string) => Promise<Measured>][] = [
    ["ours", load],
    ["pandera", (folder) => script(python, "check_pandera", folder)],
    [
      "frictionless",
      (folder) => script(FRICTIONLESS, "check_frictionless", folder),
    ],
  ];

  // Equal checks: each finds the same mistakes on the same lines.
  const broken = join(FOLDER, "broken");
  await writeLargeDataset(broken, 2000);
  const lines = await breakDataset(broken);
  for (const [name, check] of checkers) {
    const found = (await check(broken)).problems as string[];
    for (const line of lines) {
      assert.ok(
        found.some((problem) => problem.startsWith(`${line} `)),
        `${name} finds nothing on line ${line}`,
      );
    }
  }

  const rows = [[
    "loading and checking claims.csv",
    "claims",
    "seconds",
    "claims/s",
    "peak MB",
    "times readCSV",
  ]];
  const add = (
    name: string,
    claims: number,
    measured: Measured,
    bare?: Measured,
  ) => {
    assert.equal(measured.claims, claims);
    assert.deepEqual(measured.problems ?? [], []);
    const { seconds, memory } = measured;
    rows.push([
      name,
      claims.toLocaleString("en"),
      seconds.toFixed(2),
      Math.round(claims / seconds).toLocaleString("en"),
      (memory / 1024).toFixed(0),
      bare ? (seconds / bare.seconds).toFixed(1) : "",
    ]);
  };
  for (const claims of SIZES) {
    const folder = join(FOLDER, `claims-${claims}`);
    await writeLargeDataset(folder, claims);
    const pandera = checkers[1]![1];
    const [bare, own, other] = await inTurn([
      () => read(folder),
      () => load(folder),
      () => pandera(folder),
    ]) as [Measured, Measured, Measured];
    add("pl.readCSV alone, nothing checked", claims, bare);
    add("loadDataset: @std/csv and zod", claims, own, bare);
    add("and its typed rows made", claims, own.rowsMade as Measured, bare);
    add("Polars with pandera for Python, a frame", claims, other, bare);
  }
  const folder = join(FOLDER, `claims-${FRICTIONLESS_SIZE}`);
  await writeLargeDataset(folder, FRICTIONLESS_SIZE);
  const [own, other] = await inTurn([
    () => load(folder),
    () => checkers[2]![1](folder),
  ]) as [Measured, Measured];
  add("loadDataset, fewer claims", FRICTIONLESS_SIZE, own);
  add("frictionless for Python, as many", FRICTIONLESS_SIZE, other);
  await Deno.remove(FOLDER, { recursive: true });
  return rows;
}
