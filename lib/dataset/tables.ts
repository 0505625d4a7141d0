import { z } from "zod";
import {
  COUNTS,
  DIRECTIONS,
  KINDS,
  PERS,
  RELATIONS,
  SPLITS,
  SPREADS,
  STATUSES,
} from "../quantity/words.ts";
import {
  date,
  dateOrYear,
  id,
  positive,
  reach,
  signed,
  text,
  word,
} from "./cells.ts";
import type { TableName } from "./rows.ts";

const reading = {
  measure: id,
  kind: word("a kind", KINDS),
  stated: signed.nullable(),
  stated_high: signed.nullable(),
  hedge: text,
  rounding: positive.nullable(),
  start: date.nullable(),
  end: date.nullable(),
  per: word("a unit of time", PERS).nullable(),
  spread: word("a spread", SPREADS).nullable(),
  of_measure: id.nullable(),
  of_start: date.nullable(),
  of_end: date.nullable(),
};

const claims = z.looseObject({
  claim_id: id,
  ...reading,
  period_said: text,
  as_of: dateOrYear.nullable(),
  series: id.nullable(),
  status: word("a status", STATUSES).nullable(),
  weight: positive.nullable(),
  collection: text,
  source_id: id.nullable(),
  locator: text,
  wording: text,
  speaker: text,
  origin: text,
  note: text,
});

// Cells of a reading are checked once they are laid over their claim: `-` and
// the empty cell only mean something there.
const readings = z.looseObject({
  claim_id: id,
  reading: id,
  kind: text,
  measure: text,
  stated: text,
  stated_high: text,
  hedge: text,
  rounding: text,
  start: text,
  end: text,
  per: text,
  spread: text,
  of_measure: text,
  of_start: text,
  of_end: text,
  grounds: text,
});

const sources = z.looseObject({
  source_id: id,
  publisher: text,
  publisher_kind: text,
  title: text,
  author: text,
  published: dateOrYear.nullable(),
  accessed: dateOrYear.nullable(),
  language: text,
  translated_by: text,
  url: text,
  collection: text,
  note: text,
});

const measures = z.looseObject({
  measure: id,
  label: text,
  unit: text,
  definition: text,
  counts: word("a way to count", COUNTS).nullable(),
  part_of: id.nullable(),
  split: word("a split", SPLITS).nullable(),
  same_as: id.nullable(),
  same_grounds: text,
  register: text,
});

const splits = z.looseObject({
  whole: id,
  dimension: id.nullable(),
  part: id,
  split: word("a split", SPLITS).nullable(),
});

const balances = z.looseObject({
  level: id,
  flow: id,
  direction: word("a direction", DIRECTIONS),
  split: word("a split", SPLITS).nullable(),
});

const relations = z.looseObject({
  from: id,
  relation: word("a relation", RELATIONS).nullable(),
  to: id,
  note: text,
});

const hedges = z.looseObject({
  hedge: id,
  words: text,
  low: reach.nullable(),
  high: reach.nullable(),
  grounds: text,
});

/** The check of one cell of a reading, by column. */
export const READING_CELLS = z.object(reading).shape;

/**
 * The tables of a dataset: the zod schema of a row, in the order of the
 * contract's columns. A table's file is its name with `.csv`.
 */
export const TABLES = {
  claims,
  readings,
  sources,
  measures,
  relations,
  hedges,
  splits,
  balances,
} as const satisfies Record<TableName, z.ZodType>;

/** The columns that a table cannot do without. */
export const REQUIRED_COLUMNS: Readonly<Record<TableName, readonly string[]>> =
  {
    claims: ["claim_id", "measure", "kind", "stated", "start", "end"],
    readings: ["claim_id", "reading"],
    sources: ["source_id"],
    measures: ["measure"],
    relations: ["from", "to"],
    hedges: ["hedge"],
    splits: ["whole", "part"],
    balances: ["level", "flow", "direction"],
  };
