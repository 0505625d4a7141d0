import { monthEnd, monthStart, show } from "./day.ts";
import { forest, spreadTruth } from "./forest.ts";
import type { System } from "./generate.ts";
import type { Input, Options } from "./input.ts";
import { pairsOf } from "./parts.ts";
import { Random } from "./random.ts";
import type { Count } from "./statement.ts";
import { endCell, startCell } from "./truth.ts";
import { unitsIn } from "./statement.ts";
import type {
  AlternativeReading,
  Balance,
  Claim,
  Kind,
  Measure,
  Relation,
  Source,
  Split,
} from "../../../lib/quantity/claim.ts";

/** What of the language of claims a system may use. */
export type Piece =
  | "per"
  | "same_as"
  | "vintages"
  | "splits"
  | "levels"
  | "differences"
  | "highest"
  | "balances";

/** All of it. */
export const PIECES: readonly Piece[] = [
  "per",
  "same_as",
  "vintages",
  "splits",
  "levels",
  "differences",
  "highest",
  "balances",
];

const HEDGES = [
  ...["exact", "exact", "exact", "bare", "about", "nearly", "over"],
  ...["at_least", "up_to", "plural"],
];
const PERS = ["day", "week", "month", "quarter", "year"] as const;
const IDS = ["a", "B", "c10", "c2", "a-1", "A", "b", "Z", "é", "10"];
const ORIGINS = ["Ministry", "agency", "Zeta"];
const SOURCES: readonly Source[] = [
  { source_id: "early", published: "2019" },
  { source_id: "month", published: "2021-06" },
  { source_id: "late", published: "2021-06-30" },
  { source_id: "undated", published: null },
];
const AS_OF = ["2020", "2020-12-30", "2021-06", "2021-06-30", null, null];

const READ = [
  ...["measure", "stated", "stated_high", "start", "end", "per"] as const,
  ...["spread", "of_measure", "of_start", "of_end"] as const,
];

type Cells = Partial<{ -readonly [K in keyof Claim]: Claim[K] }>;

/** A number as it may be stated. */
function digits(random: Random, value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  if (random.chance(0.03)) return "0";
  if (size === 0) return "0";
  if (size < 3) return sign + size.toFixed(random.whole(1, 3));
  const places = Math.floor(Math.log10(size)) + 1;
  const unit = 10 ** Math.max(0, places - random.whole(1, 4));
  return sign + String(Math.round(size / unit) * unit);
}

/** Measures, their parts and what fills which, and what is true of them. */
class Scene {
  readonly random: Random;
  readonly measures: Measure[];
  readonly splits: Split[] = [];
  readonly balances: Balance[] = [];
  readonly levels = new Set<string>();
  readonly first: number;
  readonly last: number;
  readonly days: readonly number[];
  readonly #counts: (count: Count) => number;
  readonly #stores = new Map<string, number>();

  constructor(random: Random, pieces: ReadonlySet<Piece>) {
    this.random = random;
    const month = 2020 * 12 + random.whole(0, 11);
    const long = random.pick([0, 0, 1, 2, 5]);
    this.first = monthStart(month);
    this.last = monthEnd(month + long);
    const flows = forest(random, random.pick([1, 2, 3, 5]));
    const stocks: Measure[] = [];
    if (pieces.has("levels") && random.chance(0.7)) {
      for (const row of forest(random, random.pick([1, 1, 2, 3]))) {
        const id = (name: string) => name.replace("w", "s");
        stocks.push({
          ...row,
          measure: id(row.measure),
          part_of: row.part_of ? id(row.part_of) : null,
        });
      }
    }
    const named = stocks.length > 0;
    for (const { measure } of stocks) this.levels.add(measure);
    if (pieces.has("splits") && random.chance(0.7)) {
      this.#split(flows);
      if (random.chance(0.4)) this.#split(stocks);
    }
    const marked = random.chance(0.8);
    this.measures = [
      ...flows,
      ...stocks.map((row): Measure => ({
        ...row,
        counts: marked || row.part_of === null ? "level" : null,
      })),
    ];
    const { count } = spreadTruth(random, this.measures, month, month + long);
    this.#counts = count;
    if (pieces.has("balances") && named && random.chance(0.8)) {
      this.#fill(flows, stocks);
    }
    if (pieces.has("same_as") && random.chance(0.2)) {
      const kin = random.chance(0.7) || stocks.length < 2 ? flows : stocks;
      const [a, b] = [random.pick(kin), random.pick(kin)];
      const at = this.measures.findIndex((row) => row.measure === a.measure);
      if (a.measure !== b.measure) {
        this.measures[at] = { ...this.measures[at]!, same_as: b.measure };
      }
    }
    const days = new Set([this.first, this.last + 1]);
    for (let i = random.whole(1, 4); i > 0; i--) {
      days.add(
        random.chance(0.4)
          ? monthStart(month + random.whole(0, long))
          : random.whole(this.first, this.last),
      );
    }
    this.days = [...days].sort((a, b) => a - b);
  }

  /** Another dimension of some whole, of parts that are there or new. */
  #split(rows: Measure[]): void {
    if (rows.length === 0) return;
    const { random } = this;
    const whole = random.pick(rows).measure;
    for (const dimension of random.pick([["sex"], ["sex", "age"], [null]])) {
      this.#divide(rows, whole, dimension);
    }
  }

  #divide(rows: Measure[], whole: string, dimension: string | null): void {
    const { random } = this;
    const above = new Set([whole]);
    for (let grown = true; grown;) {
      grown = false;
      for (
        const { part, whole } of pairsOf({
          claims: [],
          ...this,
          measures: rows,
        })
      ) {
        if (!above.has(part) || above.has(whole)) continue;
        above.add(whole);
        grown = true;
      }
    }
    for (let i = random.whole(1, 2); i > 0; i--) {
      const old = random.pick(rows).measure;
      const part = random.chance(0.4) && !above.has(old)
        ? old
        : `${whole}-${dimension}${i}`;
      const known = this.splits.some((row) =>
        row.whole === whole && row.part === part &&
        row.dimension === dimension
      );
      if (known) continue;
      if (!rows.some(({ measure }) => measure === part)) {
        rows.push({ measure: part });
        if (this.levels.has(whole)) this.levels.add(part);
      }
      const split = random.pick(["full", "full", "part", null] as const);
      this.splits.push({ whole, dimension, part, split });
    }
  }

  /** Flows that fill a level. */
  #fill(flows: readonly Measure[], stocks: readonly Measure[]): void {
    const { random } = this;
    for (let i = random.pick([1, 1, 2]); i > 0; i--) {
      const level = random.pick(stocks).measure;
      for (const direction of ["in", "out"] as const) {
        if (random.chance(0.15)) continue;
        const full = random.chance(0.75);
        const { measure: flow } = random.pick(flows);
        const known = this.balances.some((row) =>
          row.level === level && (row.flow === flow)
        );
        if (known) continue;
        const split = full ? "full" : random.pick(["part", null] as const);
        this.balances.push({ level, flow, direction, split });
      }
      this.#stores.set(level, random.whole(0, 200));
    }
  }

  /** What is true of a count, or of one day of a level. */
  count({ measure, start, end }: Count): number {
    const from = Math.max(start, this.first);
    const to = Math.min(end, this.last);
    if (!this.levels.has(measure)) {
      return from > to ? 0 : this.#counts({ measure, start: from, end: to });
    }
    const base = this.#stores.get(measure);
    if (base === undefined) {
      return this.#counts({ measure, start: to, end: to });
    }
    let sum = base;
    for (const { level, flow, direction } of this.balances) {
      if (level !== measure || to < this.first) continue;
      const by = this.#counts({ measure: flow, start: this.first, end: to });
      sum += direction === "in" ? by : -by;
    }
    return Math.max(0, sum);
  }

  /** Some days between two cuts. */
  period(): [number, number] {
    const { random, days } = this;
    const from = random.whole(0, days.length - 2);
    const to = random.whole(from + 1, days.length - 1);
    return [days[from]!, days[to]! - 1];
  }

  /** A count, or a day of a level, of some measure. */
  some(of?: string): Count {
    const { random } = this;
    const measure = of ?? random.pick(this.measures).measure;
    const [start, end] = this.period();
    return this.levels.has(measure)
      ? { measure, start: end, end }
      : { measure, start, end };
  }
}

/** The cells of a claim's own period. */
function dates(random: Random, { start, end }: Count, level: boolean): Cells {
  if (!level) {
    return { start: startCell(random, start), end: endCell(random, end) };
  }
  const cell = endCell(random, end);
  return { start: cell, end: random.chance(0.6) ? cell : null };
}

/** A claim of a kind about what is true, by a factor. */
function cellsOf(scene: Scene, kind: Kind, by: number): Cells | null {
  const { random } = scene;
  const flow = scene.measures.filter(({ measure }) =>
    !scene.levels.has(measure)
  );
  if (kind === "level") {
    const levels = [...scene.levels];
    if (levels.length === 0) return null;
    const count = scene.some(random.pick(levels));
    const stated = digits(random, scene.count(count) * by);
    return { measure: count.measure, stated, ...dates(random, count, true) };
  }
  if (kind === "total") {
    const count = scene.some(random.pick(flow).measure);
    const stated = digits(random, scene.count(count) * by);
    return { measure: count.measure, stated, ...dates(random, count, false) };
  }
  if (kind === "rate") {
    const { measure } = random.pick(flow);
    const each = random.chance(0.5);
    const per = random.pick(PERS);
    let [start, end] = scene.period();
    if (per === "week" && each) {
      end = start + 7 * Math.ceil((end - start + 1) / 7) - 1;
    } else if (per === "day") {
      if (each) end = Math.min(end, start + 12);
    } else if (per !== "week") {
      const months = { month: 1, quarter: 3, year: 12 }[per];
      const from = new Date(start * 864e5);
      const first = Math.floor(
        (from.getUTCFullYear() * 12 + from.getUTCMonth()) / months,
      ) * months;
      const to = new Date(end * 864e5);
      const last = Math.floor(
        (to.getUTCFullYear() * 12 + to.getUTCMonth()) / months,
      ) * months;
      [start, end] = [monthStart(first), monthStart(last + months) - 1];
    }
    const count = { measure, start, end };
    const units = each
      ? unitsIn([start, end], per, start).length
      : per === "week"
      ? (end - start + 1) / 7
      : unitsIn([start, end], per, start).length;
    const mean = scene.count(count) / units;
    const cells = {
      measure,
      stated: digits(random, mean * by),
      ...dates(random, count, false),
      per: per === "month" && random.chance(0.5) ? null : per,
      spread: each ? "each" as const : random.pick(["mean" as const, null]),
    };
    if (!each || random.chance(0.2)) return cells;
    return {
      ...cells,
      stated: "0",
      stated_high: digits(random, mean * by * 3 + 1),
      hedge: "exact",
    };
  }
  if (kind === "highest" || kind === "lowest") {
    const { measure } = random.pick(scene.measures);
    const per = random.pick(["day", "week", "month"] as const);
    let [start, end] = scene.period();
    if (per === "day") end = Math.min(end, start + 8);
    const units = unitsIn([start, end], per, start);
    if (units.length === 0 || units.length > 12) return null;
    const own = random.chance(0.8)
      ? random.pick(units)
      : unitsIn([start - 40, end + 40], per, start)[0]!;
    return {
      measure,
      start: startCell(random, own[0]),
      end: endCell(random, own[1]),
      of_start: startCell(random, start),
      of_end: endCell(random, end),
      per: per === "month" && random.chance(0.5) ? null : per,
    };
  }
  const a = scene.some();
  let b = scene.some(
    kind === "difference" && random.chance(0.5) ? a.measure : undefined,
  );
  if (kind === "difference" && random.chance(0.5)) {
    // Running totals, and flows that share their days.
    if (random.chance(0.5)) b = { ...b, start: a.start };
    else b = { ...b, start: a.start, end: a.end };
    if (b.end < b.start) b = { ...b, end: a.end };
    if (scene.levels.has(b.measure)) b = { ...b, start: b.end };
  }
  const [x, y] = [scene.count(a), scene.count(b)];
  const own = dates(random, a, false);
  const other = random.chance(0.4) && a.end === b.end && a.start === b.start
    ? {}
    : {
      of_start: scene.levels.has(b.measure)
        ? show(b.end)
        : startCell(random, b.start),
      of_end: scene.levels.has(b.measure)
        ? show(b.end)
        : endCell(random, b.end),
    };
  if (scene.levels.has(a.measure)) own.start = show(a.end);
  const shared = { measure: a.measure, ...own, ...other };
  if (kind === "difference") {
    const same = a.measure === b.measure && random.chance(0.6);
    return {
      ...shared,
      of_measure: same ? null : b.measure,
      stated: digits(random, (x - y) * by),
    };
  }
  const factor = (y === 0 ? 1 : x / y) * by;
  return {
    ...shared,
    of_measure: b.measure,
    stated: kind === "share"
      ? Math.min(1, factor).toFixed(random.whole(1, 4))
      : digits(random, factor),
  };
}

function kindsOf(pieces: ReadonlySet<Piece>): Kind[] {
  const kinds: Kind[] = ["total", "total", "rate", "rate", "ratio", "share"];
  if (pieces.has("levels")) kinds.push("level", "level", "level");
  if (pieces.has("differences")) kinds.push("difference", "difference");
  if (pieces.has("highest")) kinds.push("highest", "lowest");
  return kinds;
}

/** What a keeper's series says again and again, and who corrects whom. */
function again(
  random: Random,
  claims: Cells[],
  relations: Relation[],
): void {
  for (const claim of [...claims]) {
    if (random.chance(0.4)) claim.series = random.pick(["s", "s", "t"]);
    if (random.chance(0.5)) claim.as_of = random.pick(AS_OF);
    if (claims.length >= 8 || random.chance(0.6)) continue;
    const copy: Cells = {
      ...claim,
      claim_id: `${claim.claim_id}'`,
      as_of: random.pick(AS_OF),
      stated: claim.stated && random.chance(0.7)
        ? digits(random, Number(claim.stated) * random.pick([1.1, 0.8, 2]))
        : claim.stated ?? null,
    };
    if (copy.stated !== claim.stated) copy.stated_high = null;
    if (copy.kind === "share") copy.stated = claim.stated!;
    claims.splice(random.whole(0, claims.length), 0, copy);
  }
  for (let i = random.pick([0, 0, 1, 2]); i > 0; i--) {
    const [from, to] = [random.pick(claims), random.pick(claims)];
    if (claims.indexOf(from) >= claims.indexOf(to)) continue;
    relations.push({
      from: from.claim_id!,
      relation: random.pick(["corrects", "supersedes", "contests"] as const),
      to: to.claim_id!,
    });
  }
}

/**
 * A system of a few claims of every kind, over flows and levels with several
 * dimensions of parts, flows that fill levels, and vintages.
 */
export function mixedSystem(
  seed: number,
  wanted: readonly Piece[] = PIECES,
): System {
  const random = new Random(seed + 11_000_003);
  const pieces = new Set(wanted.filter(() => random.chance(0.75)));
  const scene = new Scene(random, pieces);
  const kinds = kindsOf(pieces);
  const wild = random.pick([0.05, 0.2, 0.5]);
  const ids = [...IDS];
  const many = random.pick([1, 2, 3, 4, 4, 5, 5, 6, 7]);
  const claims: Cells[] = [];
  const readings: AlternativeReading[] = [];
  const reading: Record<string, string> = {};
  while (claims.length < many) {
    const kind = random.pick(kinds);
    const by = random.chance(wild) ? random.pick([0.5, 0.9, 1.1, 2, 10]) : 1;
    const made = cellsOf(scene, kind, by);
    if (!made) continue;
    const [id = ""] = ids.splice(random.whole(0, ids.length - 1), 1);
    const unstated = kind === "highest" || kind === "lowest";
    if (made.stated && !made.stated_high && random.chance(0.1)) {
      const value = Number(made.stated);
      const more = digits(random, value + Math.abs(value) * random.next());
      const share = kind === "share" && Number(more) > 1;
      if (!share && Number(more) > value) made.stated_high = more;
    }
    claims.push({
      ...made,
      claim_id: id,
      kind,
      hedge: unstated ? null : made.hedge ?? random.pick(HEDGES),
      weight: random.chance(0.6) ? null : random.pick(["2", "0.5", "3"]),
      origin: random.chance(0.5) ? null : random.pick(ORIGINS),
      source_id: random.chance(0.3) ? null : random.pick(SOURCES).source_id,
    });
    if (random.chance(0.06)) {
      const other = cellsOf(scene, kind, 2);
      if (!other) continue;
      // An empty cell would inherit the claim's own.
      const cells = Object.fromEntries(
        READ.map((column) => [column, other[column] || "-"]),
      );
      readings.push({ ...cells, claim_id: id, reading: "other" });
      if (random.chance(0.6)) reading[id] = "other";
    }
  }
  const relations: Relation[] = [];
  if (pieces.has("vintages")) again(random, claims, relations);
  const input: Input = {
    claims: claims as unknown as readonly Claim[],
    measures: scene.measures,
    sources: SOURCES,
    ...readings.length > 0 ? { readings } : {},
    ...relations.length > 0 ? { relations } : {},
    ...scene.splits.length > 0 ? { splits: scene.splits } : {},
    ...scene.balances.length > 0 ? { balances: scene.balances } : {},
  };
  return { input, options: optionsOf(random, input, scene, reading) };
}

function optionsOf(
  random: Random,
  { claims, relations }: Input,
  scene: Scene,
  reading: Record<string, string>,
): Options {
  const now = (share: number, options: () => Options): Options =>
    random.chance(share) ? options() : {};
  const alike = (): Options => {
    const [a, b] = [random.pick(scene.measures), random.pick(scene.measures)];
    const kin = scene.levels.has(a.measure) === scene.levels.has(b.measure);
    return a === b || !kin ? {} : { same: [[a.measure, b.measure]] };
  };
  return {
    width: random.pick([1, 1, 1, 0.5, 2]),
    ...Object.keys(reading).length > 0 ? { reading } : {},
    ...now(0.08, () => ({ knownBy: random.pick(["2019-12", "2021-06"]) })),
    ...now(0.06, () => ({ without: [random.pick(claims).claim_id] })),
    ...now(0.06, alike),
    ...now(0.1, () => ({ echoes: "once" })),
    ...now(relations ? 0.2 : 0, () => ({ vintages: "all" })),
    ...now(0.15, () => ({ by: "origin" })),
    ...now(0.25, () => ({
      show: {
        per: random.pick(["month", "quarter", "week"]),
        ...random.chance(0.5)
          ? {
            from: show(scene.days[0]!),
            to: show(scene.days[0]! + random.whole(0, 40)),
          }
          : {},
      },
    })),
  };
}
