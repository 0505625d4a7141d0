/**
 * `deno task bench`: the engine against other ways to the same answers, each
 * case in a process of its own, all in one run. Needs Python 3 for highspy,
 * which is installed into `.cache/bench-venv`.
 *
 * @module
 */
import assert from "node:assert/strict";

const VENV = ".cache/bench-venv";
const HIGHSPY = "highspy==1.15.1";
const decoder = new TextDecoder();

async function run(
  command: string,
  args: string[],
  input?: string,
): Promise<string> {
  const child = new Deno.Command(command, {
    args,
    stdin: input === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  if (input !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(input));
    await writer.close();
  }
  const { code, stdout, stderr } = await child.output();
  if (code > 1) throw new Error(`${command}: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}

interface Measured {
  readonly seconds: number;
  readonly memory: number;
  readonly [key: string]: unknown;
}

async function ours(name: string): Promise<Measured> {
  const text = await run(Deno.execPath(), [
    "run",
    "--quiet",
    "--allow-read",
    "tasks/bench/run_case.ts",
    name,
  ]);
  return JSON.parse(text) as Measured;
}

async function python(): Promise<string> {
  const own = `${VENV}/bin/python`;
  try {
    await run(own, ["-c", "import highspy"]);
  } catch {
    await run("python3", ["-m", "venv", VENV]);
    await run(own, ["-m", "pip", "install", "--quiet", HIGHSPY, "numpy"]);
  }
  return own;
}

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
const interpreter = await python();
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
  "tasks/reconcile.ts",
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

const widths = rows[0]!.map((_, i) =>
  Math.max(...rows.map((row) => row[i]!.length))
);
for (const row of rows) {
  console.log(
    row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)
    ).join("  "),
  );
}
