import assert from "node:assert/strict";
import { join } from "node:path";
import { toAddress } from "../../../lib/site/explorer/address.ts";
import { canTakePart } from "../../../lib/site/explorer/data.ts";
import type { OwnClaim } from "../../../lib/site/explorer/own_claim.ts";
import { selectionOf } from "../../../lib/site/explorer/selection.ts";
import {
  defaultState,
  type ExplorerState,
  soundState,
} from "../../../lib/site/explorer/state.ts";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { formatNumber } from "../../../lib/quantity/phrase.ts";
import {
  mayGiveElse,
  whichFirst,
} from "../../../lib/site/claims/choice_parts.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import type { Reconciliation } from "../../../lib/reconcile/reconciliation.ts";
import type { CertainJson, ResultJson } from "../../../lib/reconcile/result.ts";
import { tellAlternatives } from "../../../lib/reconcile/proof/tell_alternatives.ts";
import { tellConflicts } from "../../../lib/reconcile/proof/tell_conflicts.ts";
import { tellSetAside } from "../../../lib/reconcile/proof/tell_set_aside.ts";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { withFolder } from "../../whole/files/folder.ts";
import { runTask } from "../../cli/run_task.ts";
import { Random } from "../../reconcile/oracle/random.ts";
import { browserTest } from "../../support/browser.ts";
import {
  goTo,
  openExplorer,
  savedFolder,
  savedResult,
  type Shown,
  shown,
} from "./drive.ts";
import { explorerUrl } from "./explorer_report.ts";

const STATES = 15;
const SEED = 7;

const { folder: _, ...data } = await loadDataset(
  new URL("../../../data", import.meta.url),
);

/** What `deno task reconcile --json` says. */
async function command(...args: string[]): Promise<ResultJson> {
  const { code, stdout, stderr } = await runTask(
    "reconcile",
    ...args,
    "--json",
  );
  assert.ok(code < 2, stderr);
  return JSON.parse(stdout);
}

/** The options of the command line that say the same as a state. */
function optionsOf(state: ExplorerState): string[] {
  const each = (name: string, values: readonly string[]) =>
    values.flatMap((value) => [name, value]);
  return [
    ...each("--collection", state.collections),
    ...each("--without", state.without),
    ...each("--without-source", state.withoutSources),
    ...each(
      "--reading",
      Object.entries(state.readings).map((pair) => pair.join("=")),
    ),
    ...(state.echoesOnce ? ["--echoes", "once"] : []),
    ...(state.vintagesAll ? ["--vintages", "all"] : []),
    ...(["per", "from", "to"] as const).flatMap((key) =>
      state[key] === null ? [] : [`--${key}`, state[key]]
    ),
    ...(state.seconds === null ? [] : ["--seconds", `${state.seconds}`]),
    ...(state.width === "1" ? [] : ["--width", state.width]),
    ...(state.knownBy === null ? [] : ["--known-by", state.knownBy]),
  ];
}

function some<T>(random: Random, list: readonly T[], most: number): T[] {
  return Array.from(
    { length: random.whole(0, most) },
    () => random.pick(list),
  );
}

function drawOwn(random: Random, id: string): OwnClaim {
  const measure = random.pick([
    "proceedings",
    "proceedings-408",
    "persons-left",
  ]);
  const kind = random.pick(
    ["total", "rate", "ratio", "share", "difference", "highest"] as const,
  );
  const from = random.whole(1, 9);
  const period = {
    start: `2024-0${from}`,
    end: `2024-${String(random.whole(from, 12)).padStart(2, "0")}`,
  };
  const hedge = random.pick([
    "",
    "exact",
    "about",
    "over",
    "at_least",
    "up_to",
  ]);
  const of = { of_measure: random.pick(["proceedings", "persons-left"]) };
  const cells = {
    total: { stated: String(random.whole(1, 90) * 1000) },
    rate: {
      stated: String(random.whole(1, 20) * 500),
      spread: random.pick(["mean", "each"]),
    },
    ratio: { stated: String(random.whole(1, 3)), ...of },
    share: { stated: `0.${random.whole(10, 90)}`, ...of },
    difference: {
      stated: `${random.pick(["", "-"])}${random.whole(1, 30) * 100}`,
      of_start: "2025-01",
      of_end: "2025-03",
    },
    highest: { end: period.start, of_start: "2024-01", of_end: "2024-12" },
  }[kind];
  if (kind === "highest") {
    return { id, cells: { measure, kind, ...period, ...cells } };
  }
  return { id, cells: { measure, kind, hedge, ...period, ...cells } };
}

/** Which bounds are shown: by the week those of half a year at most. */
function drawShown(
  random: Random,
): Pick<ExplorerState, "per" | "from" | "to"> {
  const per = random.chance(0.4)
    ? random.pick(["week", "month", "quarter", "year"] as const)
    : null;
  if (per === "week") {
    return {
      per,
      from: random.pick(["2025-02", "2025-05-15"]),
      to: random.pick(["2025-06", "2025-10-31"]),
    };
  }
  return {
    per,
    from: random.chance(0.4)
      ? random.pick(["2022-03", "2024-01-15", "2025-02"])
      : null,
    to: random.chance(0.3)
      ? random.pick(["2025-06", "2025-10-31", "2030-01"])
      : null,
  };
}

/** A state from all the switches there are. */
function drawState(random: Random): ExplorerState {
  const record = random.chance(0.2);
  const collections = record
    ? random.chance(0.5) ? ["record"] : ["reports", "record"]
    : ["reports"];
  const claims = data.claims.filter((claim) =>
    collections.includes(claim.collection ?? "") && canTakePart(claim, [])
  );
  const dates = data.sources.flatMap(({ published }) => published ?? []);
  const readings = data.readings.filter((row) =>
    claims.some((claim) => claim.claim_id === row.claim_id)
  );
  const { state, problems } = soundState({
    collections,
    without: some(random, claims, 4).map(({ claim_id }) => claim_id),
    withoutSources: random.chance(0.5)
      ? some(random, claims, 1).map(({ source_id }) => source_id!)
      : [],
    readings: Object.fromEntries(
      some(random, readings, 3).map((row) => [row.claim_id, row.reading]),
    ),
    echoesOnce: random.chance(0.4),
    // Exact figures of many registers disagree in more ways than can be listed.
    width: random.pick(
      record ? ["0.5", "1", "1", "2"] : ["0", "0.25", "0.5", "1", "1.35", "4"],
    ),
    // No list is to be cut by the clock of a busy machine.
    seconds: 600,
    // What was known early of the record takes seconds, all of it a minute.
    knownBy: record
      ? random.pick(dates.filter((date) => date < "2025-03"))
      : random.chance(0.3)
      ? random.pick(dates)
      : null,
    own: random.chance(0.5)
      ? Array.from(
        { length: random.whole(1, 3) },
        (_, i) => drawOwn(random, `own-${i + 1}`),
      )
      : [],
    measure: random.chance(0.3) ? "persons-left" : null,
    since: null,
    vintagesAll: random.chance(0.3),
    ...drawShown(random),
  }, data);
  assert.deepEqual(problems, []);
  return state;
}

/**
 * A result as far as it is certain in both: the searches of the record are cut
 * by the clock, which is another on the page.
 */
function timeless(
  result: ResultJson,
  other: ResultJson,
  state: ExplorerState,
): unknown {
  if (!state.collections.includes("record")) return result;
  const sure = (what: keyof CertainJson) =>
    result.certain[what] && other.certain[what];
  const claims = result.claims.map(({ claim, reading, low, high }) => ({
    claim,
    reading,
    low,
    high,
  }));
  const { consistent, set_aside, slack, conflicts, repairs, bounds } = result;
  return {
    ...{ consistent, set_aside, claims },
    ...(sure("slack") ? { slack } : {}),
    ...(sure("conflicts") ? { conflicts } : {}),
    ...(sure("repairs") ? { repairs } : {}),
    ...(sure("bounds") && sure("cheapest")
      ? { bounds, without: result.bounds_without }
      : {}),
  };
}

/** What the page says must be left out at the least. */
function leastWords(found: Reconciliation, without: string): string {
  const { alternatives } = found;
  if (!mayGiveElse(alternatives)) return without;
  const told = alternatives.slice(0, 12).map(tellAlternatives);
  const rest = alternatives.length - told.length;
  if (rest > 0) told.push(`and ${rest} more`);
  return `${told.join("; ")}. What follows is without ${without}: ${
    whichFirst(alternatives)
  }, not the likeliest to be wrong.`;
}

/** Every word and number on the page is the result's. */
function assertShows(
  page: Shown,
  result: ResultJson,
  found: Reconciliation,
  name: string,
): void {
  const n = result.claims.length;
  assert.ok(page.sentence.includes(n === 0 ? "No claim" : `${n} claim`), name);
  assert.equal(
    /can(not)? all|it cannot/.test(page.sentence),
    !result.consistent,
  );
  assert.deepEqual(
    page.conflicts,
    tellConflicts(result.conflicts, found.facts, (id) => found.nameOf(id))
      .map(({ text }) => text),
    name,
  );
  assert.deepEqual(
    page.repairs,
    result.repairs.map(({ drop, weight }) =>
      `without ${drop.join("; ")} · weight ${formatNumber(weight)}`
    ),
    name,
  );
  if (!result.consistent) {
    const [slack, conflicts, cheapest] = page.facts;
    assert.equal(
      slack,
      `${formatNumber(Number((result.slack * 100).toPrecision(3)))}%`,
    );
    assert.equal(
      conflicts,
      `${result.conflicts.length}${
        result.conflicts_complete ? "" : " or more"
      }`,
    );
    assert.equal(
      cheapest,
      leastWords(found, result.bounds_without.join("; ")),
      name,
    );
  }
  const { set_aside } = result;
  assert.equal(
    page.facts.length,
    (result.consistent ? 0 : 3) + Math.min(1, set_aside.length),
  );
  if (set_aside.length > 0) {
    const told = tellSetAside(set_aside, n)!.each;
    assert.equal(
      page.facts.at(-1),
      told.map((one) => one.replace(/: (.*)$/, " ($1)")).join("; "),
      name,
    );
  }
  // By itself the page takes the unit that suits what it shows.
  const bounds = found.shown.per === undefined && page.measure !== ""
    ? found.overTime([page.measure])
    : result.bounds.filter(({ measure }) => measure === page.measure);
  assert.deepEqual(
    page.months,
    bounds.map((
      { start, low, high },
    ) => [
      start,
      formatNumber(low),
      high === null ? "open" : formatNumber(high),
    ]),
    name,
  );
}

browserTest(
  `${STATES} states drawn from all switches: the page says what the command says`,
  async (browser) => {
    const context = await browser.newContext();
    const { page, said, requests } = await openExplorer(
      context,
      await explorerUrl(),
    );
    const random = new Random(SEED);
    let inconsistent = 0;
    let own = 0;
    for (let i = 0; i < STATES; i++) {
      const state = drawState(random);
      const fragment = toAddress(state, data);
      const name = `state ${i + 1}: ${fragment}`;
      await goTo(page, fragment);
      const onPage = await shown(page);
      const result = await savedResult(page);
      // The options of the command line where they can say it all, and the folder
      // that the page saves: always where the reader's own claims are in it, and
      // of the others every third time.
      await withFolder(async (folder) => {
        const selection = await savedFolder(page, folder);
        const readme = await Deno.readTextFile(`${selection}/README.md`);
        const words = /reconcile FOLDER ?(.*) --json/.exec(readme)?.[1] ?? "";
        const expected = state.own.length > 0 || i % 3 === 0
          ? await command(selection, ...words.split(" ").filter(Boolean))
          : await command(join(ROOT, "data"), ...optionsOf(state));
        assert.deepEqual(
          timeless(result, expected, state),
          timeless(expected, result, state),
          name,
        );
      });
      const selection = selectionOf(data, state);
      using found = await reconcile(selection.data, selection.options);
      assertShows(onPage, result, found, name);
      if (!result.consistent) inconsistent++;
      if (state.own.length > 0) own++;
    }
    // The drawn states are not all of one sort.
    assert.ok(inconsistent > 5 && inconsistent < STATES, `${inconsistent}`);
    assert.ok(own > 4, `${own}`);
    assert.equal(defaultState(data).own.length, 0);
    assert.deepEqual(said, []);
    assert.equal(requests.length, 1);
  },
);
