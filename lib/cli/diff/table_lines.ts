import type {
  CellChange,
  LoneRow,
  TableDiff,
} from "../../diff/compare_tables.ts";
import type { TableName } from "../../dataset/rows.ts";
import { KEYS } from "../../diff/renames.ts";
import { clean } from "../terminal/clean.ts";
import { wrap } from "../terminal/layout.ts";
import type { Paint } from "../terminal/paint.ts";
import { shorten, shortenBoth, spellOut } from "./shorten.ts";

const WIDTH = 88;

/** How many rows of a kind are told in full. */
export const TOLD = 20;

/** "3 added", with nothing where there are none. */
function counted(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}`] : [];
}

/** The rest of a list that is too long to be told in full. */
export function more(count: number): string[] {
  return count > TOLD ? [`  … and ${count - TOLD} more (--json has all)`] : [];
}

function change({ column, old, new: now }: CellChange): string[] {
  const name = clean(column);
  const cut = shortenBoth(old ?? "empty", now ?? "empty");
  const seen = (text: string) => clean(text).replace(/[\p{Z}?]+/gu, " ").trim();
  // Two texts that look the same are of no use to a reviewer.
  const alike = seen(cut[0]) === seen(cut[1]);
  const [before, after] = cut.map((text) =>
    alike ? spellOut(text) : clean(text)
  ) as [string, string];
  const line = `      ${name}: ${before} → ${after}`;
  if (line.length <= WIDTH) return [line];
  return [
    `      ${name}:`,
    wrap(before, WIDTH, "          ", "        - "),
    wrap(after, WIDTH, "          ", "        + "),
  ];
}

function row(table: TableName, { id, cells }: LoneRow, sign: string): string[] {
  return [
    `  ${sign} ${clean(id)}`,
    ...Object.entries(cells).filter(([column]) => !KEYS[table].includes(column))
      .map((
        [column, cell],
      ) =>
        wrap(
          `${clean(column)}: ${clean(shorten(cell))}`,
          WIDTH,
          "        ",
          "      ",
        )
      ),
  ];
}

/** What changed in a table, line by line. */
export function tableLines(diff: TableDiff, paint: Paint): string[] {
  const { table, added, removed, renamed, changed } = diff;
  const counts = [
    ...counted(changed.length, "changed"),
    ...counted(added.length, "added"),
    ...counted(removed.length, "removed"),
    ...counted(renamed.length, "renamed"),
  ];
  return [
    "",
    paint.bold(`${table}.csv: ${counts.join(", ")}`),
    ...changed.slice(0, TOLD).flatMap(({ id, cells }) => [
      `  ~ ${clean(id)}`,
      ...cells.flatMap(change),
    ]),
    ...more(changed.length),
    ...added.slice(0, TOLD).flatMap((own) => {
      const [first, ...others] = row(table, own, "+");
      return [paint.green(first!), ...others];
    }),
    ...more(added.length),
    ...removed.slice(0, TOLD).flatMap((own) => {
      const [first, ...others] = row(table, own, "-");
      return [paint.red(first!), ...others];
    }),
    ...more(removed.length),
    ...renamed.slice(0, TOLD).map((own) =>
      `  = ${clean(own.old)} is now ${clean(own.new)}, otherwise the same`
    ),
    ...more(renamed.length),
  ];
}
