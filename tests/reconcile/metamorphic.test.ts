/**
 * What must stay the same, or change in a known way, when the same things are
 * said in other words: fixed seeds of the random systems, no solver beside it.
 */
import assert from "node:assert/strict";
import { resultTables } from "../../lib/frames/result_tables.ts";
import { answerParts } from "../../lib/site/explorer/answers.ts";
import { collections } from "../../lib/site/explorer/data.ts";
import { selectionOf } from "../../lib/site/explorer/selection.ts";
import { defaultState } from "../../lib/site/explorer/state.ts";
import type { Claim } from "../../lib/quantity/claim.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ResultJson } from "./oracle/compare.ts";
import { randomSystem, type System } from "./oracle/generate.ts";
import type { Input, Options } from "./oracle/input.ts";
import { Random } from "./oracle/random.ts";
import { wideSystem } from "./oracle/wide.ts";

const SEEDS = 8;

/** Systems of both sorts, without options in which the order of rows counts. */
function* systems(): Generator<System & { readonly name: string }> {
  for (const [name, make] of Object.entries({ randomSystem, wideSystem })) {
    for (let seed = 0; seed < SEEDS; seed++) {
      const { input, options: { width, same, reading } } = make(seed);
      const options = {
        most: 2000,
        ...width === undefined ? {} : { width },
        ...same ? { same } : {},
        ...reading ? { reading } : {},
      };
      yield { name: `${name}(${seed})`, input, options };
    }
  }
}

async function answer(input: Input, options: Options): Promise<ResultJson> {
  using result = await reconcile(input, options);
  return JSON.parse(JSON.stringify(result));
}

const answers = new Map<string, Promise<ResultJson>>();

/** The answer to a system as it is drawn, worked out once. */
function ownAnswer(
  { name, input, options }: System & { readonly name: string },
): Promise<ResultJson> {
  const known = answers.get(name) ?? answer(input, options);
  answers.set(name, known);
  return known;
}

/** An answer without what may be told in several ways: the proofs' words. */
function plain(result: ResultJson) {
  const { conflicts, claims, bounds, ...rest } = result;
  const key = (b: ResultJson["bounds"][number]) => `${b.measure} ${b.start}`;
  return {
    ...rest,
    slack: Math.round(result.slack * 1e5),
    conflicts: conflicts.map(({ claims }) => claims),
    claims: Object.fromEntries(claims.map((row) => [row.claim, row])),
    bounds: Object.fromEntries(bounds.map((b) => [key(b), b])),
  };
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.whole(0, left.length - 1), 1)[0]!);
}

/** A system whose claims and readings are changed row by row. */
function mapped(
  input: Input,
  change: <T extends object>(row: T) => T,
): Input {
  return {
    ...input,
    claims: input.claims.map(change),
    ...input.readings ? { readings: input.readings.map(change) } : {},
  };
}

Deno.test("the order of rows says nothing", async () => {
  const random = new Random(1);
  for (const system of systems()) {
    const { name, input, options } = system;
    const own = plain(await ownAnswer(system));
    const other = Object.fromEntries(
      Object.entries(input).map(([table, rows]) => [
        table,
        shuffled<unknown>(random, rows),
      ]),
    ) as unknown as Input;
    assert.deepEqual(plain(await answer(other, options)), own, name);
  }
});

Deno.test("names say nothing but which of equals comes first", async () => {
  const renaming = (measure: unknown) =>
    typeof measure === "string" && measure !== "" && measure !== "-"
      ? `the count ${measure}`
      : measure;
  for (const system of systems()) {
    const { name, input, options } = system;
    const own = plain(await ownAnswer(system));
    const other: Input = {
      ...mapped(input, (row) => {
        const { claim_id, measure, of_measure } = row as unknown as Claim;
        return {
          ...row,
          claim_id: `z-${claim_id}`,
          measure: renaming(measure),
          of_measure: renaming(of_measure),
        };
      }),
      ...input.measures
        ? {
          measures: input.measures.map((row) => ({
            ...row,
            measure: renaming(row.measure) as string,
            part_of: renaming(row.part_of) as string,
          })),
        }
        : {},
    };
    const { reading = {}, same = [] } = options;
    const renamed = plain(
      await answer(other, {
        ...options,
        reading: Object.fromEntries(
          Object.entries(reading).map(([id, to]) => [`z-${id}`, to]),
        ),
        same: same.map(([a, b]) =>
          [renaming(a), renaming(b)] as [string, string]
        ),
      }),
    );
    const back = JSON.stringify(renamed)
      .replaceAll('"z-', '"').replaceAll('"the count ', '"');
    assert.deepEqual(JSON.parse(back), own, name);
  }
});

/** The place of the last digit that is not a trailing zero. */
function unitOf(stated: string): string {
  const [whole = "", part = ""] = stated.split(".");
  if (part !== "") return `0.${"0".repeat(part.length - 1)}1`;
  return `1${/^0*$/.test(whole) ? "" : /0*$/.exec(whole)![0]}`;
}

/** A decimal times 1,000, digit by digit. */
function thousandfold(text: string): string {
  const [whole = "", part = ""] = text.split(".");
  const digits = part.padEnd(3, "0");
  const rest = digits.slice(3);
  return `${whole}${digits.slice(0, 3)}${rest === "" ? "" : `.${rest}`}`;
}

/** Whether two numbers are one, but for the rounding of each. */
function near(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 4 * Number.EPSILON * Math.abs(a);
}

Deno.test("counted in thousandths, all counts are a thousand times as many", async () => {
  for (const system of systems()) {
    const { name, input, options } = system;
    if (options.reading) continue;
    // Every rounding is stated, so that the digits say nothing more; and what
    // stands bare, exact only where the unit is 1, is exact or is not.
    const stated: Input = {
      ...input,
      hedges: [...input.hedges ?? [], {
        hedge: "half",
        low: "0.5",
        high: "0.5",
      }],
      claims: input.claims.map((claim) => {
        const rounding = claim.rounding || unitOf(claim.stated!);
        const bare = Number(rounding) === 1 ? "exact" : "half";
        const { hedge } = claim;
        return {
          ...claim,
          rounding,
          hedge: !hedge || hedge === "bare" ? bare : hedge,
        };
      }),
    };
    const counts = (kind: Claim["kind"]) => kind === "total" || kind === "rate";
    const scaled: Input = {
      ...stated,
      claims: stated.claims.map((claim) =>
        counts(claim.kind)
          ? {
            ...claim,
            stated: thousandfold(claim.stated!),
            stated_high: claim.stated_high && thousandfold(claim.stated_high),
            rounding: thousandfold(claim.rounding!),
          }
          : claim
      ),
    };
    const a = await answer(stated, options), b = await answer(scaled, options);
    assert.equal(a.consistent, b.consistent, name);
    assert.ok(Math.abs(a.slack - b.slack) <= 2e-6, name);
    const sets = (result: ResultJson) => [
      result.conflicts.map(({ claims }) => claims),
      result.repairs,
      result.bounds_without,
    ];
    assert.deepEqual(sets(a), sets(b), name);
    const times = (x: number | null) => x === null ? null : x * 1000;
    a.bounds.forEach((own, i) => {
      const other = b.bounds[i]!;
      assert.ok(
        near(times(own.low), other.low) && near(times(own.high), other.high),
        `${name}: ${JSON.stringify([own, other])}`,
      );
    });
    a.claims.forEach((own, i) => {
      const other = b.claims[i]!;
      const by = counts(input.claims[i]!.kind)
        ? times
        : (x: number | null) => x;
      assert.ok(
        near(by(own.implied_low), other.implied_low) &&
          near(by(own.implied_high), other.implied_high),
        `${name}: ${JSON.stringify([own, other])}`,
      );
    });
  }
});

Deno.test("400 years later, of as many days and weeks, all is the same", async () => {
  const later = (date: unknown) =>
    typeof date === "string" && /^\d{4}-/.test(date)
      ? `${Number(date.slice(0, 4)) + 400}${date.slice(4)}`
      : date;
  const dates = ["start", "end", "of_start", "of_end"];
  const dated = <T extends object>(row: T): T =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => [
        column,
        dates.includes(column) ? later(cell) : cell,
      ]),
    ) as T;
  for (const system of systems()) {
    const { name, input, options } = system;
    const own = await ownAnswer(system);
    const moved = await answer(mapped(input, dated), options);
    const { conflicts, bounds } = own;
    assert.deepEqual(
      moved.conflicts.map(({ proof, background }) => [proof, background]),
      conflicts.map(({ proof, background }) => [
        proof.map(dated),
        background.map(dated),
      ]),
      name,
    );
    assert.deepEqual(moved.bounds, bounds.map(dated), name);
    assert.deepEqual(
      { ...moved, conflicts: [], bounds: [] },
      { ...own, conflicts: [], bounds: [] },
      name,
    );
  }
});

Deno.test("what is said twice is no more true, and costs twice as much to drop", async () => {
  const twin = (id: string) => `${id}~`;
  for (const system of systems()) {
    const { name, input, options } = system;
    if (input.claims.length > 6) continue;
    const again = input.claims.map((claim) => ({
      ...claim,
      claim_id: twin(claim.claim_id),
    }));
    const { readings = [] } = input;
    const { reading = {} } = options;
    const doubled: Input = {
      ...input,
      claims: [...input.claims, ...again],
      readings: [
        ...readings,
        ...readings.map((row) => ({ ...row, claim_id: twin(row.claim_id) })),
      ],
    };
    const own = await ownAnswer(system);
    const both = await answer(doubled, {
      ...options,
      reading: {
        ...reading,
        ...Object.fromEntries(
          Object.entries(reading).map(([id, to]) => [twin(id), to]),
        ),
      },
    });
    assert.equal(both.consistent, own.consistent, name);
    assert.ok(Math.abs(both.slack - own.slack) <= 2e-6, name);
    const sum = own.conflicts.reduce((n, c) => n + 2 ** c.claims.length, 0);
    assert.equal(both.conflicts.length, sum, name);
    const pairs = (drop: readonly string[]) =>
      JSON.stringify(drop.flatMap((id) => [id, twin(id)]).sort());
    assert.deepEqual(
      new Map(both.repairs.map(({ drop, weight }) => [
        JSON.stringify(drop),
        weight,
      ])),
      new Map(own.repairs.map(({ drop, weight }) => [pairs(drop), 2 * weight])),
      name,
    );
    if (JSON.stringify(both.bounds_without) === pairs(own.bounds_without)) {
      assert.deepEqual(both.bounds, own.bounds, name);
    }
    // What one says, the other implies: nothing wider.
    if (!own.consistent) continue;
    for (const { low, high, implied_low, implied_high } of both.claims) {
      // No ratio follows where the other count can only be 0.
      if (implied_low === null) continue;
      const inside = implied_low >= low! &&
        (high === null || (implied_high !== null && implied_high <= high));
      assert.ok(inside, name);
    }
  }
});

Deno.test("claims that say nothing change nothing", async () => {
  const random = new Random(2);
  for (const system of systems()) {
    const { name, input, options } = system;
    const own = await ownAnswer(system);
    // Of what is claimed for its period, so that no span grows.
    const { measure, start, end } = random.pick(input.claims);
    const about = { measure, start, end, stated: "0", hedge: "at_least" };
    const empty: Claim[] = [
      { claim_id: "~nothing", kind: "total", ...about },
      { claim_id: "~none", kind: "ratio", of_measure: measure, ...about },
    ];
    const more = await answer(
      { ...input, claims: [...input.claims, ...empty] },
      options,
    );
    const bare = plain(more);
    delete bare.claims["~nothing"];
    delete bare.claims["~none"];
    assert.deepEqual(bare, plain(own), name);
  }
});

Deno.test("the order of asking changes no answer", async () => {
  const random = new Random(3);
  for (const system of systems()) {
    const { name, input, options } = system;
    const own = await ownAnswer(system);
    using result = await reconcile(input, options);
    const asks: (() => unknown)[] = [
      ...own.bounds.map((b) => () => {
        const { measure, start, end, low, high } = result.bounds(
          b.measure,
          b.start,
          b.end,
        );
        assert.deepEqual({ measure, start, end, low, high }, b, name);
      }),
      ...own.claims.map((row) => () => {
        const { low, high, impliedLow, impliedHigh } = result.implied(
          row.claim,
        );
        assert.deepEqual(
          [low, high, impliedLow, impliedHigh],
          [row.low, row.high, row.implied_low, row.implied_high],
          name,
        );
      }),
      () => assert.deepEqual(result.cheapestRepair.drop, own.bounds_without),
      () => assert.deepEqual(result.repairs, own.repairs, name),
      () =>
        assert.deepEqual(
          result.conflicts.map(({ claims }) => claims),
          own.conflicts.map(({ claims }) => claims),
          name,
        ),
      () => assert.deepEqual(result.slack, own.slack, name),
    ];
    for (const ask of shuffled(random, asks)) ask();
    assert.deepEqual(plain(JSON.parse(JSON.stringify(result))), plain(own));
  }
});

Deno.test("tables and the explorer say what the result says", async () => {
  for (const system of systems()) {
    const { name, input, options } = system;
    const { width = 1, reading = {}, same } = options;
    if (same) continue;
    const data = {
      claims: input.claims,
      measures: input.measures ?? [],
      readings: input.readings ?? [],
      sources: input.sources ?? [],
      hedges: input.hedges ?? [],
      relations: [],
    } as unknown as Parameters<typeof selectionOf>[0];
    const state = {
      ...defaultState(data),
      collections: collections(data),
      width: String(width),
      readings: reading,
      per: "month" as const,
    };
    using result = await reconcile(input, { width, reading });
    const json = result.toJSON();
    const tables = resultTables(json);
    const columns = (of: "bounds" | "implied", names: readonly string[]) =>
      names.map((column) => tables[of].getColumn(column).toArray());
    assert.deepEqual(
      columns("bounds", ["low", "high"]),
      [json.bounds.map(({ low }) => low), json.bounds.map((b) => b.high)],
      name,
    );
    assert.deepEqual(
      columns("implied", ["implied_low", "implied_high"]),
      [
        json.claims.map(({ implied_low }) => implied_low),
        json.claims.map(({ implied_high }) => implied_high),
      ],
      name,
    );
    assert.equal(tables.conflicts.height, json.conflicts.length, name);
    assert.equal(tables.repairs.height, json.repairs.length, name);

    const selection = selectionOf(data, state);
    using explored = await reconcile(selection.data, selection.options);
    for (const answered of answerParts(explored, selection, state)) {
      if (answered.part === "verdict") {
        assert.equal(answered.consistent, json.consistent, name);
      } else if (answered.part === "repair") {
        assert.deepEqual(answered.drop, json.bounds_without, name);
      } else if (answered.part === "bounds") {
        assert.deepEqual(
          answered.months,
          json.bounds.filter(({ measure }) => measure === answered.measure),
          name,
        );
      } else if (answered.part === "lists") {
        assert.deepEqual(
          [
            answered.conflicts.map(({ claims }) => claims),
            answered.repairs,
          ],
          [json.conflicts.map(({ claims }) => claims), json.repairs],
          name,
        );
      } else if (answered.part === "slack") {
        assert.equal(answered.slack, json.slack, name);
      }
    }
  }
});
