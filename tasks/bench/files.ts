import assert from "node:assert/strict";
import { benchPython, measure, type Measured, run } from "./processes.ts";

/** A kind of file: the size beside highspy, half its size, and its size. */
const FILES = [
  ["daily running totals of 13 measures", "runningTotals", 60, 300, 600],
  ["a country and its 21 regions", "regions", 6, 12, 24],
  ["ratios among six measures", "ratios", 6, 12, 24],
] as const;

interface Answered extends Measured {
  readonly answers: readonly (readonly (number | null)[])[];
}

async function ours(name: string, size: number): Promise<Answered> {
  const args = [name, String(size)];
  const permissions = ["--allow-read"];
  return await measure(
    "tasks/bench/shape_case.ts",
    permissions,
    ...args,
  ) as Answered;
}

async function highspy(
  python: string,
  name: string,
  size: number,
): Promise<Answered> {
  const input = await run(Deno.execPath(), [
    ...["run", "--quiet", "--no-prompt", "--allow-read"],
    ...["tasks/bench/shape_case.ts", name, String(size), "rows"],
  ]);
  const script = ["tasks/bench/highspy_program.py"];
  return JSON.parse(await run(python, script, input)) as Answered;
}

/** Both found the same, but for the rounding of doubles. */
function same(own: Answered, other: Answered): void {
  assert.equal(own.answers.length, other.answers.length);
  own.answers.forEach((pair, i) =>
    pair.forEach((value, side) => {
      const theirs = other.answers[i]![side]!;
      const told = `answer ${i}: ${value}, by highspy ${theirs}`;
      if (value === null) assert.equal(theirs, null, told);
      else {
        const room = 1e-6 * Math.max(1, Math.abs(value));
        assert.ok(Math.abs(value - theirs) <= room, told);
      }
    })
  );
}

/**
 * Whole files of three shapes: conflicts, every monthly bound, and what the
 * others imply for each claim, exact and certified, against the same bounds and
 * ranges by highspy in doubles, which is given what to leave out.
 */
export async function benchFiles(): Promise<string[][]> {
  const python = await benchPython();
  const rows = [["files", "claims", "seconds", "peak MB", "ratio"]];
  const add = (
    name: string,
    claims: string,
    { seconds, memory }: Measured,
    ratio = "",
  ) => {
    const megabytes = (memory / 1024).toFixed(0);
    rows.push([name, claims, seconds.toFixed(2), megabytes, ratio]);
  };
  for (const [name, shape, beside, half, whole] of FILES) {
    const own = await ours(shape, beside);
    const other = await highspy(python, shape, beside);
    same(own, other);
    const small = await ours(shape, half);
    const large = await ours(shape, whole);
    const count = (one: Answered) => Number(one.claims).toLocaleString("en");
    const by = (a: Measured, b: Measured) =>
      `${(a.seconds / b.seconds).toFixed(1)} ×`;
    add(`${name}: highspy, warm`, count(own), other);
    const certified = "the same, certified, with all conflicts";
    add(certified, count(own), own, by(other, own));
    add("more of them", count(small), small);
    add("twice as many", count(large), large, by(large, small));
  }
  return rows;
}
