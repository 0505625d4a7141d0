import type { TablesRead } from "../check_tables.ts";
import { legible } from "../../text/legible.ts";
import type { Problem } from "../problem.ts";
import type { TableName } from "../rows.ts";
import { TABLES } from "../tables.ts";
import { accessedEarly } from "./accessed_early.ts";
import { afterAsOf } from "./after_as_of.ts";
import { afterPublication } from "./after_publication.ts";
import { changeAsShare } from "./change_as_share.ts";
import { changeAsTotal } from "./change_as_total.ts";
import { comparedWithItself } from "./compared_with_itself.ts";
import { correctionByAnother } from "./correction_by_another.ts";
import { crossingFlows } from "./crossing_flows.ts";
import { fallingTotal } from "./falling_total.ts";
import { fullTwice } from "./full_twice.ts";
import { idleCells } from "./idle_cells.ts";
import { loneYear } from "./lone_year.ts";
import { missingNumber } from "./missing_number.ts";
import { openRange } from "./open_range.ts";
import { rateUnit } from "./rate_unit.ts";
import { repeatedClaim } from "./repeated_claim.ts";
import { repeatedSource } from "./repeated_source.ts";
import type { Rule } from "./rule.ts";
import { saidLevel } from "./said_level.ts";
import { saidRecord } from "./said_record.ts";
import { sameReading } from "./same_reading.ts";
import { sameToTheEye } from "./same_to_the_eye.ts";
import { twoSpellings } from "./two_spellings.ts";
import { unlikeHedge } from "./unlike_hedge.ts";
import { unused } from "./unused.ts";
import { vaguePlural } from "./vague_plural.ts";

const RULES: readonly Rule[] = [
  afterPublication,
  afterAsOf,
  accessedEarly,
  loneYear,
  missingNumber,
  unlikeHedge,
  openRange,
  rateUnit,
  changeAsShare,
  changeAsTotal,
  comparedWithItself,
  vaguePlural,
  saidLevel,
  saidRecord,
  fallingTotal,
  idleCells,
  repeatedClaim,
  repeatedSource,
  sameReading,
  correctionByAnother,
  fullTwice,
  crossingFlows,
  sameToTheEye,
  twoSpellings,
  unused,
];

/**
 * What is allowed and suspicious in the tables of a dataset that has no
 * problems, in the order of tables, lines and columns. The time it takes grows
 * with the number of rows.
 */
export function findWarnings(tables: TablesRead): Problem[] {
  const found: { rank: number; warning: Problem }[] = [];
  const names = Object.keys(TABLES) as TableName[];
  for (const rule of RULES) {
    rule(tables, (name, row, field, message) => {
      const table = tables[name]!;
      found.push({
        rank: names.indexOf(name),
        warning: {
          file: table.file,
          line: table.lineOf(row),
          column: (table.header.indexOf(field) + 1) || table.header.length + 1,
          field,
          message: legible(message),
        },
      });
    });
  }
  return found.toSorted((a, b) =>
    a.rank - b.rank || a.warning.line - b.warning.line ||
    a.warning.column - b.warning.column
  ).map(({ warning }) => warning);
}
