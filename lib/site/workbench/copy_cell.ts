import { chosenOptions } from "./chosen.ts";
import { cellsOf, TABLE_NAMES, type Tables } from "./tables.ts";
import type { ExplorerState } from "../explorer/state.ts";

/** Rows without their empty cells. */
function rows(table: Tables["claims"]): Record<string, string>[] {
  return cellsOf(table).map((cells) =>
    Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""))
  );
}

/** A value as it stands in TypeScript, a row a line. */
function literal(value: unknown): string {
  // Neither ends a line in a script of today, but some editors take them so.
  return JSON.stringify(value).replace(
    /[\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

/**
 * The TypeScript that gives what the workbench shows: for a cell of a notebook
 * that stands in the project's `notebooks/`, or for a script.
 *
 * @param all Every collection that there is.
 *
 * @example
 * ```ts
 * import { cellOf } from "./copy_cell.ts";
 * import { emptyTables, tableOf } from "./tables.ts";
 * import { defaultState } from "../explorer/state.ts";
 * import { checkTexts } from "../../dataset/check_texts.ts";
 * import assert from "node:assert/strict";
 *
 * const data = checkTexts({
 *   claims: "claim_id,measure,kind,stated,start,end\na,cases,total,7,2024,2024\n",
 * }).dataset;
 * assert.equal(data, undefined);
 * const claims = tableOf("claims", [{ claim_id: "a", stated: "7" }]);
 * const state = { collections: [], without: [], withoutSources: [], readings: {} };
 * const text = cellOf({ ...emptyTables(), claims }, {
 *   ...state,
 *   width: "2",
 *   echoesOnce: true,
 * } as unknown as ReturnType<typeof defaultState>, []);
 * assert.match(text, /\{"claim_id":"a","stated":"7"\},/);
 * assert.match(text, /\{"echoes":"once","width":2/);
 * ```
 */
export function cellOf(
  tables: Tables,
  state: ExplorerState,
  all: readonly string[],
): string {
  const given = TABLE_NAMES.filter((name) => tables[name].rows.length > 0);
  const data = given.map((name) =>
    `  ${name}: [\n${
      rows(tables[name]).map((row) => `    ${literal(row)},\n`).join("")
    }  ],\n`
  );
  const chosen = chosenOptions(state, all);
  const more = Object.keys(chosen).length > 0 ? `, ${literal(chosen)}` : "";
  return `import { reconcile } from "../lib/mod.ts";

const data = {
${data.join("")}} as const;
const result = await reconcile(data${more});
result
`;
}
