import assert from "node:assert/strict";
import { benchPython, measure, type Measured, run } from "./processes.ts";

function ours(name: string): Promise<Measured> {
  return measure("tasks/bench/run_case.ts", ["--allow-read"], name);
}

/** The engine: bounds, sizes, conflicts, and the reports from the command line. */
export async function benchEngine(): Promise<string[][]> {
  const rows: string[][] = [["", "seconds", "peak MB", "ratio"]];

  function add(name: string, measured: Measured, ratio = ""): void {
    const { seconds, memory } = measured;
    rows.push([
      name,
      seconds.toFixed(3),
      (memory / 1024).toFixed(0),
      ratio,
    ]);
  }

  // Every monthly bound of 10,000 claims on 120 months of one measure.
  const interpreter = await benchPython();
  const input = JSON.stringify(await ours("rows"));
  const other = JSON.parse(
    await run(interpreter, ["tasks/bench/highspy_bounds.py"], input),
  ) as Measured & { bounds: number[][] };
  const bounds = await ours("bounds") as Measured & { bounds: number[][] };
  assert.equal(bounds.bounds.length, other.bounds.length);
  bounds.bounds.forEach((pair, i) =>
    pair.forEach((value, side) =>
      assert.ok(Math.abs(value - other.bounds[i]![side]!) < 1e-3)
    )
  );
  add("10,000 claims, 240 bounds: highspy, warm", other);
  const times = (a: Measured, b: Measured) =>
    `${(a.seconds / b.seconds).toFixed(0)} ×`;
  add("the same rows: difference network", bounds, times(other, bounds));
  add("the same from the claims' text on", await ours("whole"));

  // Measures that share nothing: time grows as they do.
  let before: Measured | undefined;
  for (const measures of [1000, 5000, 10_000]) {
    const measured = await ours(`many${measures}`);
    const name = `${(measures * 50).toLocaleString("en")} claims, ` +
      `${measures.toLocaleString("en")} measures`;
    add(name, measured, before ? times(measured, before) : "");
    before = measured;
  }

  // All conflicts of 200 claims with 30 planted contradictions.
  const fresh = await ours("fresh");
  const planted = await ours("planted");
  assert.deepEqual(planted.conflicts, fresh.conflicts);
  const found = (planted.conflicts as string[]).length;
  add(`200 claims, ${found} conflicts: a fresh LP a test`, fresh);
  add("the same search on the network", planted, times(fresh, planted));

  // The reports, from the command line, with a warm cache.
  const command = [
    "run",
    "--quiet",
    "--no-prompt",
    "--allow-read",
    "--allow-env=NO_COLOR",
    "lib/cli.ts",
    "reconcile",
    "data",
    "--collection",
    "reports",
    "--json",
  ];
  await run(Deno.execPath(), command);
  const began = performance.now();
  await run(Deno.execPath(), command);
  const seconds = (performance.now() - began) / 1000;
  rows.push([
    "reconcile data --collection reports --json",
    seconds.toFixed(3),
    "",
    "",
  ]);
  return rows;
}
