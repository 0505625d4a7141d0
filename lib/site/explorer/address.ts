import { z } from "zod";
import type { ExplorerData } from "./data.ts";
import { OWN_FIELDS, type OwnClaim } from "./own_claim.ts";
import { defaultState, type ExplorerState, soundState } from "./state.ts";
import type { Sound } from "./state.ts";

/** No cell of a link is longer. */
const LONGEST = 500;

/** No link is longer. */
const LONGEST_LINK = 60_000;

const cell = z.string().max(LONGEST);

const ownClaim = z.object({
  id: z.string().regex(/^own-[1-9]\d{0,3}$/),
  ...Object.fromEntries(OWN_FIELDS.map((field) => [field, cell.optional()])),
});

const NONE = "no-collection";

/** As the command line has them, where it has them. */
const LISTS = {
  collections: "collection",
  without: "without",
  withoutSources: "without-source",
} as const;

/** How the count that is looked at is shown; as the command line has it. */
const VIEW = ["measure", "per", "from", "to"] as const;

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/**
 * A state as the fragment of an address, without `#`: what differs from the
 * report, in the words of the command line.
 *
 * @example
 * ```ts
 * import { toAddress } from "./address.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const state = defaultState(data);
 * assert.equal(toAddress(state, data), "");
 * assert.equal(toAddress({ ...state, width: "0.5" }, data), "width=0.5");
 * ```
 */
export function toAddress(state: ExplorerState, data: ExplorerData): string {
  const usual = defaultState(data);
  const parts = new URLSearchParams();
  for (const [field, key] of Object.entries(LISTS)) {
    const list = state[field as keyof typeof LISTS];
    if (sameList(list, usual[field as keyof typeof LISTS])) continue;
    for (const id of list) parts.append(key, id);
    if (field === "collections" && list.length === 0) parts.append(NONE, "");
  }
  for (const [claim, reading] of Object.entries(state.readings)) {
    // A reading may hold any character, a claim too: the lengths tell.
    parts.append("reading", JSON.stringify([claim, reading]));
  }
  if (state.echoesOnce !== usual.echoesOnce) {
    parts.append("echoes", state.echoesOnce ? "once" : "each");
  }
  if (state.vintagesAll !== usual.vintagesAll) {
    parts.append("vintages", state.vintagesAll ? "all" : "latest");
  }
  if (state.width !== usual.width) parts.append("width", state.width);
  if (state.knownBy !== null) parts.append("known-by", state.knownBy);
  if (state.seconds !== null) parts.append("seconds", `${state.seconds}`);
  for (const { id, cells } of state.own) {
    const ordered = OWN_FIELDS.map((field) => [field, cells[field]] as const)
      .filter(([, cell]) => cell);
    parts.append(
      "own",
      JSON.stringify({ id, ...Object.fromEntries(ordered) }),
    );
  }
  if (state.since !== null) parts.append("since", state.since);
  for (const key of VIEW) {
    // Taken back it is empty.
    if (state[key] !== usual[key]) parts.append(key, state[key] ?? "");
  }
  return parts.toString();
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The state that a fragment stands for. Whatever it holds is somebody's text:
 * what is unsound or unknown is left out, and said.
 *
 * @example
 * ```ts
 * import { fromAddress } from "./address.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const { state, problems } = fromAddress("width=0.5&without=nobody", data);
 * assert.equal(state.width, "0.5");
 * assert.deepEqual(problems, ["There is no claim 'nobody' here."]);
 * ```
 */
export function fromAddress(fragment: string, data: ExplorerData): Sound {
  const usual = defaultState(data);
  if (fragment.length > LONGEST_LINK) {
    return { state: usual, problems: ["The link is too long to be read."] };
  }
  const parts = new URLSearchParams(fragment);
  const problems: string[] = [];
  const one = (key: string) => parts.get(key);
  const many = (key: string) => parts.getAll(key);
  const either = (key: string, yes: string, no: string, usual: boolean) =>
    usual ? one(key) !== no : one(key) === yes;
  const view = (key: typeof VIEW[number]) =>
    parts.has(key) ? one(key) || null : usual[key];
  const readings = new Map<string, string>();
  for (const text of many("reading")) {
    const pair = z.tuple([cell, cell]).safeParse(json(text));
    if (pair.success) readings.set(...pair.data);
    else problems.push(`A reading is left out: ${text.slice(0, 80)}`);
  }
  const own: OwnClaim[] = [];
  for (const text of many("own")) {
    const claim = ownClaim.safeParse(json(text));
    if (claim.success) {
      const { id, ...cells } = claim.data as OwnClaim["cells"] & { id: string };
      own.push({ id, cells });
    } else problems.push(`A claim is left out: ${text.slice(0, 80)}`);
  }
  const given = many(LISTS.collections);
  const found = soundState({
    collections: given.length > 0 || parts.has(NONE)
      ? given
      : usual.collections,
    without: many(LISTS.without),
    withoutSources: many(LISTS.withoutSources),
    readings: Object.fromEntries(readings),
    echoesOnce: either("echoes", "once", "each", usual.echoesOnce),
    vintagesAll: either("vintages", "all", "latest", usual.vintagesAll),
    width: one("width") ?? usual.width,
    knownBy: one("known-by"),
    seconds: parts.has("seconds") ? Number(one("seconds")) : null,
    own,
    measure: view("measure"),
    since: one("since"),
    per: view("per") as ExplorerState["per"],
    from: view("from"),
    to: view("to"),
  }, data);
  return { state: found.state, problems: [...problems, ...found.problems] };
}
