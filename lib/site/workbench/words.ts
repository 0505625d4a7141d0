import type { TableName } from "../../dataset/rows.ts";
import { BUILT_IN_HEDGES } from "../../quantity/hedge.ts";
import {
  COUNTS,
  DIRECTIONS,
  KINDS,
  PERS,
  RELATIONS,
  SPLITS,
  SPREADS,
  STATUSES,
} from "../../quantity/words.ts";
import { columnOf, type Tables } from "./tables.ts";

/** A word that a cell may hold, and what it says. */
export interface Word {
  readonly value: string;
  /** Said beside it; nothing where it speaks for itself. */
  readonly label?: string | undefined;
}

/** The words of a cell. */
export interface Words {
  /** Whether nothing else is valid. */
  readonly only: boolean;
  readonly words: readonly Word[];
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  total: "a count over the period",
  rate: "a count per unit of time",
  ratio: "times another count",
  share: "a fraction of another count",
  level: "how many at the end of a day",
  difference: "more or fewer than another count",
  highest: "the most of the like units",
  lowest: "the least of the like units",
  none: "recorded, not modelled",
};

const HEDGE_WORDS: Readonly<Record<string, string>> = {
  exact: "exactly",
  bare: "as it stands, rounded",
  about: "about, some",
  nearly: "nearly, almost",
  over: "over, more than",
  at_least: "at least",
  up_to: "up to, fewer than",
  plural: "dozens, hundreds, thousands",
};

const CLOSED: Readonly<Record<string, readonly string[]>> = {
  kind: KINDS,
  per: PERS,
  spread: SPREADS,
  status: STATUSES,
  counts: COUNTS,
  direction: DIRECTIONS,
  split: SPLITS,
  relation: RELATIONS,
};

/** Where the ids of a column stand. */
const REFERS: Readonly<Record<string, readonly [TableName, string, string]>> = {
  measure: ["measures", "measure", "label"],
  of_measure: ["measures", "measure", "label"],
  part_of: ["measures", "measure", "label"],
  same_as: ["measures", "measure", "label"],
  whole: ["measures", "measure", "label"],
  part: ["measures", "measure", "label"],
  level: ["measures", "measure", "label"],
  flow: ["measures", "measure", "label"],
  source_id: ["sources", "source_id", "publisher"],
  claim_id: ["claims", "claim_id", "wording"],
  from: ["claims", "claim_id", "wording"],
  to: ["claims", "claim_id", "wording"],
};

/** Columns in which the same words come again and again. */
const REPEATED = new Set([
  "collection",
  "speaker",
  "origin",
  "series",
  "publisher",
  "publisher_kind",
  "language",
  "unit",
  "register",
  "dimension",
  "author",
  "translated_by",
]);

/** Columns whose ids their own table gives. */
const GIVES: Readonly<Partial<Record<TableName, string>>> = {
  claims: "claim_id",
  sources: "source_id",
  measures: "measure",
  hedges: "hedge",
};

/** So many words can be looked through. */
const MOST = 1000;

/**
 * The words that a cell of a column may hold, or that others hold already;
 * nothing where any text, number or date will do.
 *
 * @example
 * ```ts
 * import { wordsOf } from "./words.ts";
 * import { emptyTables, tableOf } from "./tables.ts";
 * import assert from "node:assert/strict";
 *
 * const measures = tableOf("measures", [{ measure: "cases", label: "Cases" }]);
 * const tables = { ...emptyTables(), measures };
 * assert.deepEqual(wordsOf(tables, "claims", "measure")?.words, [
 *   { value: "cases", label: "Cases" },
 * ]);
 * assert.equal(wordsOf(tables, "claims", "kind")?.only, true);
 * assert.equal(wordsOf(tables, "claims", "stated"), undefined);
 * ```
 */
export function wordsOf(
  tables: Tables,
  table: TableName,
  column: string,
): Words | undefined {
  if (GIVES[table] === column) return undefined;
  if (Object.hasOwn(CLOSED, column)) {
    const words = CLOSED[column]!.map((value) => ({
      value,
      label: column === "kind" ? KIND_WORDS[value] : undefined,
    }));
    // A reading may take its claim's own word away.
    return {
      only: true,
      words: table === "readings" ? [...words, DASH] : words,
    };
  }
  if (column === "hedge") {
    const own = columnOf(tables.hedges, "hedge").filter(Boolean);
    return {
      only: true,
      words: [...new Set([...BUILT_IN_HEDGES.keys(), ...own])].map((value) => ({
        value,
        label: HEDGE_WORDS[value],
      })),
    };
  }
  if (Object.hasOwn(REFERS, column)) return referred(tables, column);
  if (!REPEATED.has(column)) return undefined;
  const values = columnOf(tables[table], column);
  return {
    only: false,
    words: [...new Set(values)].filter(Boolean).slice(0, MOST)
      .map((value) => ({ value })),
  };
}

const DASH = { value: "-", label: "none" };

function referred(tables: Tables, column: string): Words {
  const [name, id, label] = REFERS[column]!;
  const labels = columnOf(tables[name], label);
  const words = new Map<string, Word>();
  columnOf(tables[name], id).forEach((value, i) => {
    if (value !== "" && !words.has(value)) {
      words.set(value, { value, label: labels[i] || undefined });
    }
  });
  if (name === "measures") {
    // Someone's own dataset may name its measures in the claims alone.
    for (const value of columnOf(tables.claims, "measure")) {
      if (value !== "" && !words.has(value)) words.set(value, { value });
    }
  }
  return { only: false, words: [...words.values()].slice(0, MOST) };
}
