import type { TablesRead } from "../check_tables.ts";
import type { TableName } from "../rows.ts";
import { bareName, isMisspelt, slipKeys } from "./names.ts";
import type { Rule } from "./rule.ts";

/** The columns that hold names. */
const COLUMNS: readonly (readonly [TableName, string])[] = [
  ["claims", "origin"],
  ["claims", "speaker"],
  ["claims", "collection"],
  ["sources", "publisher"],
  ["sources", "publisher_kind"],
  ["sources", "author"],
  ["sources", "collection"],
  ["measures", "unit"],
  ["measures", "register"],
];

/** Slips are looked for among so many names; other spellings among all. */
const MOST_NAMES = 20_000;

/** The names of a column, each with the row where it stands first. */
function namesOf(
  tables: TablesRead,
  table: TableName,
  column: string,
): Map<string, number> {
  const first = new Map<string, number>();
  tables[table]?.rows.forEach((row, i) => {
    const name = (row as Record<string, string | null>)[column];
    if (name && !first.has(name)) first.set(name, i);
  });
  return first;
}

/** For each name that has an earlier one like it, that one. */
function alike(names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const bare = new Map<string, string>();
  for (const name of names) {
    const form = bareName(name);
    if (form === "") continue;
    const before = bare.get(form);
    if (before === undefined) bare.set(form, name);
    else found.set(name, before);
  }
  if (bare.size > MOST_NAMES) return found;
  const slips = new Map<string, string[]>();
  for (const name of bare.values()) {
    const keys = new Set(slipKeys(name));
    const before = [...keys].flatMap((key) => slips.get(key) ?? [])
      .find((other) => isMisspelt(name, other));
    if (before !== undefined) found.set(name, before);
    for (const key of keys) {
      const others = slips.get(key);
      if (others === undefined) slips.set(key, [name]);
      // Names that share a key are few, unless somebody made them so.
      else if (others.length < 20) others.push(name);
    }
  }
  return found;
}

/**
 * One name in two spellings, such as an origin written with and without a
 * hyphen: they count as two witnesses. Said once for each spelling, where it
 * stands first.
 */
export const twoSpellings: Rule = (tables, warn) => {
  for (const [table, column] of COLUMNS) {
    const first = namesOf(tables, table, column);
    for (const [name, before] of alike([...first.keys()])) {
      warn(
        table,
        first.get(name)!,
        column,
        `'${name}' may be '${before}' (line ${
          tables[table]!.lineOf(first.get(before)!)
        }) in another spelling; write the same name the same way`,
      );
    }
  }
};
