import assert from "node:assert/strict";
import pl from "nodejs-polars";
import * as chart from "../../../lib/chart.ts";
import * as frames from "../../../lib/frames.ts";
import * as front from "../../../lib/mod.ts";
import * as quantity from "../../../lib/quantity.ts";

const library = { ...front, ...chart, ...frames, ...quantity };
const {
  InputError,
  claimIntervals,
  loadDataset,
  period,
  reconcile,
} = library;

/** A function that takes options, and options that are wrong. */
interface Call {
  /** Calls it with options in their place. */
  readonly call: (options: never) => unknown;
  /** Options that it cannot do without. */
  readonly needs?: Readonly<Record<string, unknown>>;
  /** A misspelt option, and what is meant. */
  readonly slip: readonly [misspelt: string, meant: string];
  /** An option with a value of the wrong type. */
  readonly wrong: Readonly<Record<string, unknown>>;
}

const data = await loadDataset(new URL("../../../data", import.meta.url));
const frame = pl.DataFrame({ cases: [1] });
const claim = { kind: "total", measure: "cases", stated: "5" } as const;
const result = await reconcile([
  { ...claim, claim_id: "a", start: "2024-01", end: "2024-12" },
]);

const titled = (call: Call["call"]): Call[] => [
  { call, slip: ["captoin", "caption"], wrong: { title: 1 } },
];

/** Every function of the library that takes options. */
const CALLS: Readonly<Record<string, readonly Call[]>> = {
  blameChart: [{
    call: (o) => library.blameChart({ claims: [], blame: [], repairs: [] }, o),
    slip: ["mostClaim", "mostClaims"],
    wrong: { mostRepairs: "3" },
  }],
  calendarFrame: [{
    call: (o) => library.calendarFrame([], o),
    needs: { measures: ["cases"], by: "month" },
    slip: ["claim", "claims"],
    wrong: { by: "week" },
  }],
  calibrate: [{
    call: (o) => library.calibrate(data, o),
    slip: ["register", "registers"],
    wrong: { registers: ["table"] },
  }],
  chart: [{
    call: (o) => library.chart(o),
    needs: { title: "A", description: "B", draw: () => ({}) },
    slip: ["subtilte", "subtitle"],
    wrong: { draw: {} },
  }],
  checkDataset: [{
    call: (o) => library.checkDataset("nowhere", o),
    slip: ["seperator", "separator"],
    wrong: { separator: ":" },
  }],
  claimIntervals: [{
    call: (o) => claimIntervals(data, o),
    slip: ["widht", "width"],
    wrong: { width: true },
  }],
  conflictDiagram: [{
    call: (o) => library.conflictDiagram([], o),
    slip: ["mots", "most"],
    wrong: { most: 1.5 },
  }],
  conflictMatrix: [{
    call: (o) => library.conflictMatrix([], o),
    slip: ["mostConflict", "mostConflicts"],
    wrong: { mostConflicts: -1 },
  }],
  cumulativeCorridors: [{
    call: (o) => library.cumulativeCorridors([], o),
    needs: { title: "A" },
    slip: ["captions", "caption"],
    wrong: { caption: null },
  }],
  dateTotals: [{
    call: (o) => library.dateTotals(data, [], [], o),
    slip: ["knownby", "knownBy"],
    wrong: { knownBy: 2024 },
  }],
  describePeriod: [{
    call: (o) => library.describePeriod(period("2024-01", "2024-02"), o),
    slip: ["shrot", "short"],
    wrong: { short: "yes" },
  }],
  eachAgainst: [{
    call: (o) => library.eachAgainst(data, [], [], o),
    slip: ["readings_", "readings"],
    wrong: { reading: "a=b" },
  }],
  estimateLadder: titled((o) => library.estimateLadder([], o)),
  findSums: [{
    call: (o) => library.findSums([], [], o),
    slip: ["hedge", "hedges"],
    wrong: { hedges: {} },
  }],
  hedgeCalibration: titled((o) => library.hedgeCalibration([], o)),
  impliedDumbbells: titled((o) => library.impliedDumbbells([], o)),
  interval: [{
    call: (o) => library.interval({ stated: "1" }, o),
    slip: ["widht", "width"],
    wrong: { width: "wide" },
  }],
  intervalFrame: [{
    call: (o) => library.intervalFrame(data, o),
    slip: ["with", "width"],
    wrong: { width: { n: 1, d: 2 } },
  }],
  knownBy: titled((o) => library.knownBy([], [], o)),
  knownByDates: [{
    call: (o) => library.knownByDates(data, [], o),
    slip: ["colections", "collections"],
    wrong: { knownBy: "2024-01" },
  }],
  ladderSteps: [
    {
      call: (o) => library.ladderSteps(data, o),
      needs: { estimates: [], officials: [] },
      slip: ["official", "officials"],
      wrong: { estimates: "a" },
    },
    {
      call: (o) =>
        library.ladderSteps(data, { estimates: [], officials: [] }, o),
      slip: ["witdh", "width"],
      wrong: { seconds: "5" },
    },
  ],
  leaveOut: [{
    call: (o) => library.leaveOut(data, "publisher", o),
    slip: ["without_sources", "withoutSources"],
    wrong: { withoutSources: "a" },
  }],
  loadDataset: [{
    call: (o) => loadDataset("nowhere", o),
    slip: ["separater", "separator"],
    wrong: { separator: 1 },
  }],
  monthlyBounds: [{
    call: (o) => library.monthlyBounds({ name: "A", bounds: [] }, o),
    slip: ["titel", "title"],
    wrong: { top: 0 },
  }],
  monthlyFigures: [{
    call: (o) => library.monthlyFigures([], o),
    slip: ["perr", "per"],
    wrong: { per: "decade" },
  }],
  monthlyFiguresChart: [{
    call: (o) => library.monthlyFiguresChart([], o),
    slip: ["names", "name"],
    wrong: { name: "cases" },
  }],
  originFlow: titled((o) => library.originFlow([], o)),
  reconcile: [
    {
      call: (o) => reconcile(data, o),
      slip: ["colections", "collections"],
      wrong: { collections: "reports" },
    },
    {
      call: (o) => reconcile(data, o),
      slip: ["echo", "echoes"],
      wrong: { echoes: "twice" },
    },
    {
      call: (o) => reconcile(data, o),
      slip: ["widht", "width"],
      wrong: { same: [["a"]] },
    },
  ],
  runningTotal: [{
    call: (o) => library.runningTotal(result, [], o),
    needs: { name: "A", measure: "cases", start: "2024-01", until: "2024-12" },
    slip: ["besides", "beside"],
    wrong: { until: "December" },
  }],
  sumFrame: [{
    call: (o) => library.sumFrame([], o),
    slip: ["nmae", "name"],
    wrong: { name: {} },
  }],
  sweepWidths: [
    {
      call: (o) => library.sweepWidths(data, o),
      slip: ["setp", "step"],
      wrong: { step: 0 },
    },
    {
      call: (o) => library.sweepWidths(data, {}, o),
      slip: ["weight", "weights"],
      wrong: { width: 2 },
    },
  ],
  table: [{
    call: (o) => library.table(frame, o),
    slip: ["row", "rows"],
    wrong: { columns: 5 },
  }],
  widthSweep: titled((o) =>
    library.widthSweep({ most: 1, steps: [], conflicts: [] }, o)
  ),
  writeTable: [{
    call: (o) => library.writeTable(frame, "nowhere/table.csv", o),
    slip: ["gaurd", "guard"],
    wrong: { guard: "no" },
  }],
};

/** Every function of the library that takes none. */
const NONE: ReadonlySet<string> = new Set([
  "addedFrame",
  "againstOthers",
  "besideRecord",
  "eachRegister",
  "blameFrame",
  "boundsFrame",
  "calibrationRows",
  "chartClaim",
  "checkRates",
  "claimWords",
  "claimsTimeline",
  "conflictFrame",
  "conflictsOf",
  "countColumn",
  "dateColumn",
  "dateTotal",
  "describeReading",
  "differences",
  "display",
  "loadSolver",
  "firstDay",
  "formatDay",
  "formatNumber",
  "toldFrame",
  "formatPercent",
  "formatPeriod",
  "formatProblem",
  "formatProblems",
  "formatRational",
  "formatWhole",
  "hedgesOf",
  "impliedFrame",
  "impliedRows",
  "knownByRows",
  "lastDay",
  "measureNames",
  "monthlyBands",
  "monthlyMarks",
  "monthsOf",
  "monthsThatFollow",
  "numberColumn",
  "originClaims",
  "origins",
  "parseWidth",
  "period",
  "phraseBetween",
  "phraseBounds",
  "phraseNumber",
  "phraseValue",
  "proofFrame",
  "prose",
  "provenBounds",
  "publishedMonths",
  "ratioSides",
  "rational",
  "readSeparator",
  "repairFrame",
  "restsOn",
  "resultTables",
  "saveChart",
  "selectCollection",
  "speaksBefore",
  "sweepRows",
  "tableFrame",
  "tellAlternatives",
  "tellConflicts",
  "textColumn",
  "toNumber",
  "unitFor",
  "wholeMonths",
  "widthChange",
]);

const functions = Object.entries(library).filter(([, value]) =>
  typeof value === "function" && !/^class\b/.test(`${value}`)
);

Deno.test("of every function it is known whether it takes options", () => {
  for (const [name, value] of functions) {
    const listed = Object.hasOwn(CALLS, name);
    assert.notEqual(
      listed,
      NONE.has(name),
      `${name}: say what options it takes, or that it takes none`,
    );
    // What it is called with, without its body.
    const [parameters = ""] = /\(([^]*?)\)\s*\{/.exec(`${value}`) ?? [];
    if (!listed) assert.doesNotMatch(parameters, /\boptions\b/, name);
  }
  const names = functions.map(([name]) => name);
  assert.deepEqual(
    [...Object.keys(CALLS), ...NONE].filter((name) => !names.includes(name)),
    [],
  );
});

/** The message with which a call is refused. */
async function refusal(call: Call["call"], options: unknown): Promise<string> {
  let message = "";
  await assert.rejects(
    async () => await call(options as never),
    (error: Error) => {
      assert.ok(error instanceof InputError, `${error.stack}`);
      message = error.message;
      return true;
    },
  );
  return message;
}

for (const [name, calls] of Object.entries(CALLS)) {
  Deno.test(`${name}() refuses options that it does not understand`, async () => {
    for (const { call, needs, slip: [misspelt, meant], wrong } of calls) {
      assert.equal(
        await refusal(call, { ...needs, [misspelt]: undefined }),
        `'${misspelt}' is not an option; did you mean '${meant}'?`,
      );
      const key = Object.keys(wrong)[0]!;
      assert.match(
        await refusal(call, { ...needs, ...wrong }),
        new RegExp(`^${key}(\\[0\\])?: .* is not `),
      );
      for (const other of [null, "once", ["once"], new Map()]) {
        assert.match(
          await refusal(call, other),
          /^options: .* is not an object; its keys are /,
        );
      }
      for (const key of Object.keys(needs ?? {})) {
        assert.equal(
          await refusal(call, { ...needs, [key]: undefined }),
          `The option '${key}' is missing`,
        );
      }
    }
  });
}

Deno.test("an option under a name that every object has is none", async () => {
  for (
    const key of ["constructor", "toString", "__proto__", "hasOwnProperty"]
  ) {
    const options = Object.fromEntries([[key, {}]]);
    for (const { call, needs } of Object.values(CALLS).flat()) {
      // A spread keeps the key called __proto__.
      const message = await refusal(call, { ...needs, ...options });
      assert.match(message, new RegExp(`^'${key}' is not an option; `));
    }
  }
});
