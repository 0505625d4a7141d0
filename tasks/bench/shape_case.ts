/**
 * Runs one file of a shape in a process of its own: `shape_case.ts SHAPE SIZE`
 * answers every monthly bound and what the others imply for each total, and
 * prints `seconds`, `memory` and the answers; with `rows` behind it, it prints
 * the same questions as rows for a linear solver instead.
 *
 * @module
 */
import { firstDay } from "../../lib/quantity/date.ts";
import { prepare } from "../../lib/reconcile/model/prepare.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import { buildSystem, cellsOf } from "../../lib/reconcile/model/system.ts";
import type { Count } from "../../lib/reconcile/model/item.ts";
import { peak } from "./peak.ts";
import { ratios, regions, runningTotals } from "./shapes.ts";

const SHAPES = { runningTotals, regions, ratios };

const [name, size, rows] = Deno.args as [keyof typeof SHAPES, string, string?];
const shape = SHAPES[name](Number(size));
const options = { seconds: 3600, most: 1000 };

const began = performance.now();
using result = await reconcile(shape, options);
const monthly = result.monthly();
const implied = result.claims;
const seconds = (performance.now() - began) / 1000;
if (!result.cheapestRepair.certain || !result.impliedCertain) {
  throw new Error("The time ran out");
}

const { items, measures } = prepare(shape, options);
const system = buildSystem(items, measures);
// Months that end where no claim does are not compared,
const months = monthly.filter(({ measure, start, end }) => {
  const { familyOf, indexOf } = measures;
  const list = system.milestones[familyOf[indexOf.get(measure)!]!]!;
  return list.includes(firstDay(start)) && list.includes(firstDay(end) + 1);
});
// nor is what a conflict has part in: it hangs on the repair of its others.
const torn = new Set(result.conflicts.flatMap(({ claims }) => claims));
if (!result.conflictsComplete) throw new Error("Conflicts are missing");
const alone = items.filter(({ claim, of }) => !of && !torn.has(claim.claim_id));

if (rows) {
  console.log(JSON.stringify(program()));
} else {
  const answers = [
    ...months.map(({ low, high }) => [low, high]),
    ...alone.map(({ index }) => {
      const { implied_low, implied_high } = implied[index]!;
      return [implied_low, implied_high];
    }),
  ];
  const memory = await peak();
  const claims = items.length;
  console.log(JSON.stringify({ seconds, memory, claims, answers }));
}

/**
 * The same as a linear program on the cumulative curve of each measure: what
 * the claims say, what background facts say, and what is asked.
 */
function program() {
  const { base, milestones } = system;
  const offset: number[] = [];
  let columns = 0;
  for (const family of measures.familyOf) {
    offset.push(columns - base[family]!);
    columns += milestones[family]!.length;
  }
  type Row = [
    columns: number[],
    values: number[],
    low: number | null,
    high: number | null,
  ];
  const terms = (count: Count, by = 1): [number, number][] => {
    const { measure, from, to } = cellsOf(system, count);
    return [[offset[measure]! + to, by], [offset[measure]! + from, -by]];
  };
  const list: Row[] = [];
  const add = (
    of: readonly [number, number][],
    low: number | null,
    high: number | null,
  ) => list.push([of.map(([c]) => c), of.map(([, v]) => v), low, high]);
  const left = new Set(result.cheapestRepair.drop);
  const rowsOf = items.map(({ claim, constraints }) => {
    const own: number[] = [];
    if (left.has(claim.claim_id)) return own;
    for (const { count, of, side, value } of constraints) {
      own.push(list.length);
      const bound = toNumber(value);
      const sum = [...terms(count), ...(of ? terms(of, -bound) : [])];
      const at = of ? 0 : bound;
      add(sum, side === "low" ? at : null, side === "high" ? at : null);
    }
    return own;
  });
  measures.familyOf.forEach((family, measure) => {
    const first = offset[measure]! + base[family]!;
    for (let i = 0; i + 1 < milestones[family]!.length; i++) {
      add([[first + i + 1, 1], [first + i, -1]], 0, null);
    }
  });
  for (const family of measures.families) {
    for (const { whole, parts } of family.full) {
      const own = measures.familyOf[whole]!;
      milestones[own]!.forEach((_, i) => {
        const at = (m: number) => offset[m]! + base[own]! + i;
        add(
          [[at(whole), 1], ...parts.map((p): [number, number] => [at(p), -1])],
          0,
          0,
        );
      });
    }
  }
  // A curve starts at zero.
  const fixed = measures.familyOf.map((family, m) =>
    offset[m]! + base[family]!
  );
  const asked = [
    ...months.map(({ measure, start, end }) => {
      const days = { measure, start: firstDay(start), end: firstDay(end) };
      return { of: terms(days), without: [] as number[] };
    }),
    ...alone.map(({ count, index }) => ({
      of: terms(count),
      without: rowsOf[index]!,
    })),
  ];
  return { columns, rows: list, fixed, asked };
}
