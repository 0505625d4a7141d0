import type { Claim, Source } from "../../quantity/claim.ts";
import { type Hedges, hedgesOf } from "../../quantity/hedge.ts";
import { compare, ONE, type Rational } from "../../quantity/rational.ts";
import { parseWidth } from "../../quantity/width.ts";
import { checkMeasures } from "./check_measures.ts";
import { checkTwice } from "./check_twice.ts";
import { type Echo, echoesOnce } from "./echoes.ts";
import { readInput, unknownId } from "./input_error.ts";
import { type Item, itemOf, type ItemOptions } from "./item.ts";
import { type MeasureModel, measureModel } from "./measure_model.ts";
import type { SetAsideJson } from "../result.ts";
import { checkReconcileOptions } from "./option_types.ts";
import {
  type ReadingsByClaim,
  readingsByClaim,
  resolveReading,
} from "./resolve_reading.ts";
import { selectClaims } from "./select.ts";
import { checkReplacing, type ReadClaim, setAside } from "./set_aside.ts";
import { statusWeights, weighed, type Weigher } from "./status_weights.ts";
import {
  type AllTables,
  type ReconcileInput,
  type ReconcileOptions,
  tablesOf,
} from "./tables.ts";

/** An input with its options worked out: what an analysis starts from. */
export interface Prepared {
  /** The tables, whatever is selected, with numbers as text. */
  readonly tables: AllTables;
  /** Claims that others replaced: they are none of the selection. */
  readonly setAside: readonly SetAsideJson[];
  /** Claims that repeat another one's origin, where echoes are counted once. */
  readonly echoes: readonly Echo[];
  /** All claims of the selection, modelled or not, in file order. */
  readonly claims: readonly Claim[];
  /** Those that are modelled, in the readings chosen. */
  readonly items: readonly Item[];
  /** Measures, those taken to be the same made one. */
  readonly measures: MeasureModel;
  /** Alternative readings by claim. */
  readonly readings: ReadingsByClaim;
  /** Sources by id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Hedges by id. */
  readonly hedges: Hedges;
  /** The width of hedges and rounding. */
  readonly width: Rational;
  /** What the weight of a claim is multiplied by. */
  readonly weigh: Weigher;
  /** The reading chosen for a claim. */
  readingOf(claim: string): string;
}

/** Items numbered in order, whatever numbers they had. */
export function renumber(items: readonly Item[]): Item[] {
  return items.map((item, index) =>
    item.index === index ? item : {
      ...item,
      index,
      constraints: item.constraints.map((c) => ({ ...c, item: index })),
    }
  );
}

/** Ids that claims of the file, in whatever reading, name as levels. */
function* levelClaims(
  { claims }: AllTables,
  readings: ReadingsByClaim,
): Generator<string> {
  for (const claim of claims) {
    if (claim.kind === "level") yield claim.measure;
    for (const { kind, measure } of readings.get(claim.claim_id) ?? []) {
      if ((kind || claim.kind) !== "level") continue;
      if (measure !== "-") yield measure || claim.measure;
    }
  }
}

/** Claims as they are read at width 1, as far as a series asks for it. */
function atWidthOne(
  read: readonly (ReadClaim & { readonly reading: string })[],
  options: ItemOptions,
): readonly ReadClaim[] {
  if (compare(options.width, ONE) === 0) return read;
  return read.map((one) => {
    const { claim, reading, cells, item } = one;
    if (!item || !claim.series) return one;
    const again = itemOf(0, claim, reading, cells, {
      ...options,
      width: ONE,
    });
    return { ...one, item: again };
  });
}

/**
 * Works out an input and its options: the claims selected, their readings as
 * intervals over days, and the measures.
 *
 * @throws {InputError} When a claim cannot be read, an id is unknown or given
 * twice, or an option is unknown or of the wrong type.
 */
export function prepare(
  input: ReconcileInput,
  options: ReconcileOptions,
): Prepared {
  checkReconcileOptions(options);
  const tables = tablesOf(input, options);
  checkMeasures(tables);
  checkTwice(tables);
  const sources = new Map(tables.sources.map((s) => [s.source_id, s]));
  const readings = readingsByClaim(tables.readings);
  const chosen = new Map(Object.entries(options.reading ?? {}));
  const byId = new Map(tables.claims.map((c) => [c.claim_id, c]));
  for (const [id, reading] of chosen) {
    const claim = byId.get(id);
    if (!claim) throw unknownId("claim", id, byId.keys());
    resolveReading(claim, reading, readings.get(id) ?? []);
  }
  checkReplacing(tables.relations);
  const selected = selectClaims(tables.claims, sources, options);
  const width = readInput(() => parseWidth(options.width));
  const hedges = readInput(() => hedgesOf(tables.hedges));
  const weigh = statusWeights(options.weights);
  const readingOf = (claim: string) => chosen.get(claim) ?? "default";

  const chosenCells = selected.map((claim) => {
    const reading = readingOf(claim.claim_id);
    const cells = resolveReading(
      claim,
      reading,
      readings.get(claim.claim_id) ?? [],
    );
    return { claim, reading, cells };
  });

  const named: string[] = [];
  for (const { cells } of chosenCells) {
    if (cells.kind === "none") continue;
    if (cells.measure) named.push(cells.measure);
    if (cells.of_measure) named.push(cells.of_measure);
  }
  // Measures that only claims left out, or other readings, name: last.
  for (const claim of tables.claims) {
    if (claim.measure) named.push(claim.measure);
    if (claim.of_measure) named.push(claim.of_measure);
  }
  for (const row of tables.readings) {
    for (const id of [row.measure, row.of_measure]) {
      if (id && id !== "-") named.push(id);
    }
  }
  const measures = measureModel(
    tables,
    named,
    options.same ?? [],
    levelClaims(tables, readings),
  );
  const read = chosenCells.map((one) => {
    const { claim, reading, cells } = one;
    const made = { width, hedges, measures };
    return { ...one, item: itemOf(0, claim, reading, cells, made) };
  });
  const aside = options.vintages ? [] : setAside(
    atWidthOne(read, { width, hedges, measures }),
    tables.relations,
    sources,
    measures,
  );
  const gone = new Set(aside.map(({ claim }) => claim));
  const kept = read.filter(({ claim }) => !gone.has(claim.claim_id));
  let items = renumber(
    kept.flatMap(({ item }) => item ? [weighed(item, weigh)] : []),
  );
  let echoes: readonly Echo[] = [];
  if (options.echoes) {
    const once = echoesOnce(items, sources, measures);
    ({ echoes } = once);
    items = renumber(once.items);
  }
  return {
    tables,
    setAside: aside,
    echoes,
    claims: kept.map(({ claim }) => claim),
    items,
    measures,
    readings,
    sources,
    hedges,
    width,
    weigh,
    readingOf,
  };
}
