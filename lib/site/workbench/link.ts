import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { z } from "zod";
import { emptyWorkbench, TABLE_NAMES, type Workbench } from "./state.ts";

/** No link is longer: programs that pass links on cut longer ones. */
export const LONGEST_LINK = 8000;

/** No link unpacks to more: somebody else may have made it. */
const LARGEST = 2 ** 20;

const cells = z.array(z.string());

const table = z.object({ columns: cells, rows: z.array(cells) })
  .refine(({ columns, rows }) =>
    rows.every((row) => row.length === columns.length)
  );

const linked = z.object({
  tables: z.object(
    Object.fromEntries(
      TABLE_NAMES.map((name) => [name, table.optional()]),
    ) as Record<(typeof TABLE_NAMES)[number], z.ZodOptional<typeof table>>,
  ),
  about: z.record(z.string(), z.unknown()).optional(),
});

/** A table without the columns in which every cell is empty. */
function narrow({ columns, rows }: Workbench["tables"]["claims"]) {
  const used = [...columns.keys()].filter((i) => rows.some((row) => row[i]));
  return {
    columns: used.map((i) => columns[i]!),
    rows: rows.map((row) => used.map((i) => row[i]!)),
  };
}

/**
 * The tables of a workbench as text that can stand in an address; nothing where
 * they are too large for that.
 *
 * @example
 * ```ts
 * import { fromLink, toLink } from "./link.ts";
 * import { emptyWorkbench, tableOf } from "./state.ts";
 * import assert from "node:assert/strict";
 *
 * const bench = emptyWorkbench();
 * const hedges = tableOf("hedges", [{ hedge: "some", low: "1", high: "2" }]);
 * const text = toLink({ ...bench, tables: { ...bench.tables, hedges } })!;
 * assert.match(text, /^[\w-]+$/);
 * const again = fromLink(text)!;
 * assert.equal(again.tables.hedges.rows[0]![0], "some");
 * assert.equal(fromLink("nonsense"), null);
 * ```
 */
export function toLink({ tables, about }: Workbench): string | null {
  const { title } = about;
  const packed = deflateSync(
    strToU8(JSON.stringify({
      tables: Object.fromEntries(
        TABLE_NAMES.filter((name) => tables[name].rows.length > 0)
          .map((name) => [name, narrow(tables[name])]),
      ),
      ...(typeof title === "string" ? { about: { title } } : {}),
    })),
    { level: 9 },
  );
  if (packed.length > LONGEST_LINK) return null;
  const text = btoa(String.fromCharCode(...packed))
    .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return text.length > LONGEST_LINK ? null : text;
}

/**
 * The workbench that such a text stands for; `null` where it is none. It is
 * somebody's text: only tables of cells are taken from it.
 */
export function fromLink(text: string): Workbench | null {
  if (text.length > LONGEST_LINK) return null;
  try {
    const packed = Uint8Array.from(
      atob(text.replaceAll("-", "+").replaceAll("_", "/")),
      (character) => character.charCodeAt(0),
    );
    const bytes = inflateSync(packed, { out: new Uint8Array(LARGEST) });
    const { tables, about = {} } = linked.parse(JSON.parse(strFromU8(bytes)));
    const empty = emptyWorkbench();
    const { title } = about;
    return {
      ...empty,
      tables: Object.fromEntries(
        TABLE_NAMES.map((name) => [
          name,
          tables[name] ? widen(tables[name], empty.tables[name]) : empty
            .tables[name],
        ]),
      ) as unknown as Workbench["tables"],
      about: typeof title === "string" ? { title } : {},
    };
  } catch {
    return null;
  }
}

/** A table with all columns of the contract. */
function widen(
  { columns, rows }: Workbench["tables"]["claims"],
  empty: Workbench["tables"]["claims"],
) {
  const all = [...new Set([...empty.columns, ...columns])];
  const places = all.map((name) => columns.indexOf(name));
  return {
    columns: all,
    rows: rows.map((row) => places.map((at) => at < 0 ? "" : row[at]!)),
  };
}
