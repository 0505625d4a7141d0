import type { ExplorerState } from "../explorer/state.ts";
import { optionWords } from "../explorer/folder.ts";
import type { Selection } from "../explorer/selection.ts";

function quoted(word: string): string {
  return /^[\w./=:@-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * The command that gives for a saved folder what a state shows.
 *
 * @param all Every collection that there is.
 *
 * @example
 * ```ts
 * import { commandOf } from "./command.ts";
 * import type { ExplorerState } from "../explorer/state.ts";
 * import assert from "node:assert/strict";
 *
 * const state = {
 *   collections: ["a"],
 *   without: ["x y"],
 *   withoutSources: [],
 *   knownBy: null,
 * } as unknown as ExplorerState;
 * assert.equal(
 *   commandOf(state, { width: 2 }, ["a", "b"]),
 *   "deno task reconcile FOLDER --collection a --without 'x y' --width 2 --json",
 * );
 * ```
 */
export function commandOf(
  state: ExplorerState,
  options: Selection["options"],
  all: readonly string[],
): string {
  return [
    "deno task reconcile FOLDER",
    ...commandWords(state, options, all)
      .map(quoted),
    "--json",
  ].join(" ");
}

/** The options of that command as words. */
export function commandWords(
  state: ExplorerState,
  options: Selection["options"],
  all: readonly string[],
): string[] {
  const on = new Set(state.collections);
  return [
    ...(all.every((collection) => on.has(collection))
      ? []
      : state.collections.flatMap((id) => ["--collection", id])),
    ...state.without.flatMap((id) => ["--without", id]),
    ...state.withoutSources.flatMap((id) => ["--without-source", id]),
    ...(state.knownBy === null ? [] : ["--known-by", state.knownBy]),
    ...optionWords(options),
  ];
}
