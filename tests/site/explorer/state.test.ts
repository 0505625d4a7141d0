import assert from "node:assert/strict";
import { fromAddress, toAddress } from "../../../lib/site/explorer/address.ts";
import type { Assumed } from "../../../lib/site/explorer/data.ts";
import {
  datasetFiles,
  optionWords,
} from "../../../lib/site/explorer/folder.ts";
import {
  checkOwnClaim,
  type OwnCells,
  type OwnClaim,
} from "../../../lib/site/explorer/own_claim.ts";
import { selectionOf } from "../../../lib/site/explorer/selection.ts";
import {
  defaultState,
  type ExplorerState,
  MOST_OWN,
  soundState,
} from "../../../lib/site/explorer/state.ts";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { withFiles, withFolder } from "../../whole/files/folder.ts";
import {
  HOSTILE,
  writeHostileDataset,
} from "../../cli/report/hostile_dataset.ts";

const { folder: _, ...data } = await loadDataset(
  new URL("../../../data", import.meta.url),
);

const OWN = {
  measure: "proceedings",
  kind: "rate",
  stated: "15000",
  stated_high: "18000",
  start: "2025-01",
  end: "2025-03",
  spread: "each",
};

const EMPTY = Object.fromEntries(
  Object.keys(data.claims[0]!).map((column) => [column, null]),
);

const STATE: ExplorerState = {
  collections: ["record"],
  without: ["record-table-407-2022-05-tsn", "own-2"],
  withoutSources: ["wtat-2025-11-28"],
  readings: { "tass-4690-cases": "art-407" },
  echoesOnce: true,
  vintagesAll: true,
  width: "0.25",
  knownBy: "2025-01",
  seconds: 300,
  own: [
    { id: "own-1", cells: { ...OWN, note: 'a=b&c="d" <e> #' } },
    { id: "own-2", cells: OWN },
  ],
  measure: "persons-left",
  since: "2022-02-24",
  per: "quarter",
  from: "2023-01",
  to: "2024-06-30",
};

Deno.test("a state comes back from its address, whatever is in it", () => {
  const source = data.claims.find(({ source_id }) => source_id)!.source_id!;
  for (
    const state of [
      defaultState(data),
      { ...STATE, withoutSources: [source] },
      { ...defaultState(data), collections: [] },
      { ...defaultState(data), collections: ["reports", "record"] },
    ]
  ) {
    const found = fromAddress(toAddress(state, data), data);
    assert.deepEqual(found, { state, problems: [] });
  }
  assert.equal(toAddress(defaultState(data), data), "");
});

Deno.test("claims without a collection are switched like any other", () => {
  const mixed = {
    ...data,
    claims: data.claims.map((claim, i) =>
      i % 2 ? claim : { ...claim, collection: null }
    ),
  };
  const state = { ...defaultState(mixed), collections: [""] };
  const found = fromAddress(toAddress(state, mixed), mixed);
  assert.deepEqual(found, { state, problems: [] });
  assert.ok(
    selectionOf(mixed, state).data.claims.every(({ collection }) =>
      collection === null
    ),
  );
});

Deno.test("what does not fit is left out and said; the rest stands", () => {
  const { state, problems } = soundState({
    ...STATE,
    without: ["nobody"],
    withoutSources: ["nowhere"],
    readings: { "tass-4690-cases": "none-such" },
    width: "-1",
    knownBy: "2025-13",
    seconds: NaN,
    own: [
      { id: "own-1", cells: { ...OWN, measure: "sheep" } },
      { id: "tass-4690-cases", cells: OWN },
      { id: "own-3", cells: { ...OWN, kind: "none" } },
      ...Array.from({ length: MOST_OWN + 1 }, (_, i) => ({
        id: `own-${i + 4}`,
        cells: OWN,
      })),
    ],
  }, data);
  assert.deepEqual(state.without, []);
  assert.deepEqual(state.withoutSources, []);
  assert.deepEqual(state.readings, {});
  assert.deepEqual(
    [state.width, state.knownBy, state.seconds],
    ["1", null, null],
  );
  assert.equal(state.own.length, MOST_OWN);
  assert.equal(problems.length, 10);
  assert.ok(problems.some((text) => /own-1 .*'sheep' is not in/.test(text)));
  assert.ok(problems.some((text) => /own-3 .*none takes no part/.test(text)));
});

Deno.test("nothing in an address makes reading it fail", () => {
  const keys = [
    ...["collection", "without", "reading", "own", "width", "known-by"],
    ...["echoes", "vintages", "seconds", "measure", "since", "per", "from"],
    ...["to", "__proto__", ""],
  ];
  const texts = [
    ...HOSTILE,
    ...["null", "[]", '["__proto__","x"]', '{"id":"own-1"}', "1e9", "%", ""],
    '{"id":"own-1","measure":{"a":1}}',
    '{"id":"own-1","__proto__":{"kind":"total"}}',
  ];
  for (const key of keys) {
    for (const text of texts) {
      const fragment = `${new URLSearchParams([[key, text]])}`;
      const { state } = fromAddress(fragment, data);
      assert.equal(state.own.length, 0, fragment);
      assert.deepEqual(fromAddress(toAddress(state, data), data).state, state);
    }
  }
  assert.equal(Object.hasOwn(Object.prototype, "kind"), false);
});

/** The result of a saved folder is that of the selection it was saved from. */
async function assertSameResult(
  own: typeof data,
  state: ExplorerState,
): Promise<void> {
  const selection = selectionOf(own, state);
  const files = datasetFiles(selection, { title: HOSTILE[0]! });
  await withFiles(files, async (folder) => {
    const saved = await loadDataset(folder);
    using expected = await reconcile(selection.data, selection.options);
    using found = await reconcile(saved, selection.options);
    assert.deepEqual(found.toJSON(), expected.toJSON());
    assert.ok(expected.modelled.length > 0);
  });
}

Deno.test("a selection is a dataset again, and gives the same result", async () => {
  // The months of one year stand for all.
  const usual = { ...defaultState(data), from: "2025-01" };
  await assertSameResult(data, usual);
  await assertSameResult(data, {
    ...STATE,
    collections: ["reports"],
    withoutSources: [],
    knownBy: null,
  });
  const bare = {
    ...data,
    sources: [],
    measures: [],
    relations: [],
    hedges: [],
  };
  await assertSameResult(bare, { ...usual, own: STATE.own });
});

Deno.test("a selection of hostile text is a dataset again", async () => {
  await withFolder(async (folder) => {
    await writeHostileDataset(folder);
    const { folder: _, ...hostile } = await loadDataset(folder);
    await assertSameResult(hostile, defaultState(hostile));
  });
});

Deno.test("a saved folder is guarded against spreadsheets, and reads as it was", async () => {
  const claim = data.claims.find(({ kind }) => kind === "total")!;
  const claims = ["=1+1", "'=1+1", "x;=1+1;y", "a\nb", "plain"].map((
    text,
    i,
  ) => ({
    ...claim,
    claim_id: text,
    source_id: null,
    wording: `-${text}`,
    note: ["-5", "-", " -x", "\t=x", null][i]!,
    // What every object has of its own must not be taken for a cell.
    ...(i === 0 ? { constructor: "own", "=head": "@x" } : {}),
  }));
  const own = { ...data, claims, readings: [], relations: [], sources: [] };
  const files = datasetFiles(
    selectionOf(own, {
      ...defaultState(own),
      collections: ["reports", "record"],
    }),
    { title: "x" },
  );
  const text = files["claims.csv"]!;
  assert.match(text, /^'=1\+1,/m);
  assert.match(text, /^''=1\+1,/m);
  assert.match(text, /^"x;'=1\+1;y",/m);
  assert.match(text, /,constructor,'=head\r\n/);
  assert.match(files["README.md"]!, /An apostrophe stands in these tables/);
  await withFiles(files, async (folder) => {
    const saved = await loadDataset(folder);
    assert.deepEqual(
      saved.claims.map((row) => ({ ...row })),
      claims.map((row) => ({ constructor: null, "=head": null, ...row })),
    );
  });
  // Nothing to guard, nothing said.
  const plain = datasetFiles(selectionOf(data, defaultState(data)), {
    title: "x",
  });
  assert.doesNotMatch(
    plain["README.md"]! + plain["datapackage.json"],
    /guard|postroph/,
  );
});

Deno.test("the options that go with a saved folder can be typed into a shell", () => {
  const selection = selectionOf(data, {
    ...STATE,
    collections: ["reports"],
    knownBy: null,
  });
  assert.deepEqual(optionWords(selection.options), [
    ...["--width", "0.25", "--reading", "tass-4690-cases=art-407"],
    ...["--echoes", "once", "--vintages", "all", "--from", "2023-01"],
    ...["--to", "2024-06-30", "--per", "quarter", "--seconds", "300"],
  ]);
  const odd = datasetFiles({
    ...selection,
    options: { reading: { "a b": "it's; rm" } },
  }, { title: "x" });
  assert.match(odd["README.md"]!, /--reading 'a b=it'\\''s; rm' --json/);
});

Deno.test("what a report takes for granted is where its explorer opens", () => {
  const assumed: Assumed = {
    width: "0.5",
    echoes: "once",
    vintages: "all",
    by: "origin",
    same: [["persons-left", "proceedings"]],
    per: "quarter",
    from: "2024-01",
    to: "2024-12",
  };
  const report = { ...data, assumed };
  const usual = defaultState(report);
  assert.deepEqual(
    [usual.width, usual.echoesOnce, usual.vintagesAll, usual.per, usual.from],
    ["0.5", true, true, "quarter", "2024-01"],
  );
  assert.equal(toAddress(usual, report), "");
  // Each can be taken back, and the link says so.
  const other = {
    ...usual,
    ...{ width: "1", echoesOnce: false, vintagesAll: false },
    ...{ per: null, from: null, to: null },
  };
  assert.equal(
    toAddress(other, report),
    "echoes=each&vintages=latest&width=1&per=&from=&to=",
  );
  for (const state of [usual, other]) {
    const found = fromAddress(toAddress(state, report), report);
    assert.deepEqual(found, { state, problems: [] });
  }
  // What cannot be switched holds in both.
  assert.deepEqual(optionWords(selectionOf(report, other).options), [
    ...["--same", "persons-left=proceedings", "--by", "origin"],
  ]);
  assert.deepEqual(optionWords(selectionOf(report, usual).options), [
    ...["--width", "0.5", "--same", "persons-left=proceedings"],
    ...["--echoes", "once", "--vintages", "all", "--by", "origin"],
    ...["--from", "2024-01", "--to", "2024-12", "--per", "quarter"],
  ]);
});

Deno.test("days and units that are none are left out and said", () => {
  const { state, problems } = fromAddress(
    "per=fortnight&from=2024-05&to=2024-04",
    data,
  );
  assert.deepEqual([state.per, state.from, state.to], [null, "2024-05", null]);
  assert.deepEqual(problems, [
    "2024-04 is before 2024-05, from which is shown.",
    "'fortnight' is not a unit; there are day, week, month, quarter, year.",
  ]);
});

Deno.test("a claim of one's own may be of any kind, and counts as others do", () => {
  const sound = (cells: OwnCells, others: OwnClaim[] = []) =>
    checkOwnClaim(cells, flows, others);
  // Measures of which nothing is said but what claims say.
  const flows = {
    ...data,
    measures: [],
    splits: [],
    balances: [],
    claims: data.claims.filter(({ measure }) => measure === "proceedings"),
    readings: [],
  };
  const level = { measure: "in-prison", kind: "level", stated: "70" };
  const month = { start: "2024-03", end: "2024-03" };
  const span = { of_start: "2024-01", of_end: "2024-12" };
  const cells: OwnCells[] = [
    { ...level, start: "2024-03-09" },
    { ...level, kind: "difference", stated: "-5", ...month, ...span },
    { measure: "proceedings", kind: "highest", ...month, ...span },
    { measure: "proceedings", kind: "lowest", per: "month", ...month, ...span },
    { measure: "proceedings", kind: "total", stated: "100", ...month } as const,
    {
      ...{ measure: "proceedings", kind: "ratio", stated: "2", ...month },
      ...{ of_measure: "proceedings", ...span },
    },
    {
      ...{ measure: "proceedings", kind: "total", stated: "1000" },
      ...{ hedge: "plural", ...month },
    },
  ];
  for (const one of cells) assert.deepEqual(sound(one), [], one.kind);
  // A level is no flow, in whichever order they are said.
  const [first] = sound({ ...level, measure: "proceedings", start: "2024-03" });
  assert.equal(first?.field, "kind");
  assert.match(first!.message, /counts 'proceedings' over a period/);
  const own = { id: "own-1", cells: cells[0]! };
  const [second] = sound({ ...level, kind: "total", ...month }, [own]);
  assert.match(second!.message, /'in-prison' is a level/);
  // A standing one needs its span, and states no number.
  assert.deepEqual(
    sound({ measure: "proceedings", kind: "highest", stated: "5", ...month })
      .map(({ field }) => field),
    ["stated", "of_start", "of_end"],
  );
});

Deno.test("a measure stays a level when the claim that says so is left out", async () => {
  const cell = { hedge: "exact", start: "2024-03-31", source_id: null };
  const rows = [
    { claim_id: "l", measure: "a", kind: "level", stated: "7", ...cell },
    {
      ...{ claim_id: "r", measure: "a", kind: "ratio", stated: "2", ...cell },
      ...{ end: "2024-03-31", of_measure: "b" },
    },
    { claim_id: "m", measure: "b", kind: "level", stated: "3", ...cell },
  ];
  const small = {
    ...data,
    claims: rows.map((row) => ({ ...data.claims[0]!, ...EMPTY, ...row })),
    readings: [],
    sources: [],
    relations: [],
    splits: [],
    balances: [],
    measures: ["a", "b"].map((measure) => ({
      ...data.measures[0]!,
      ...Object.fromEntries(
        Object.keys(data.measures[0]!).map((key) => [key, null]),
      ),
      measure,
    })),
  } as unknown as typeof data;
  const selection = selectionOf(small, {
    ...defaultState(small),
    without: ["l"],
  });
  using left = await reconcile(selection.data, selection.options);
  using whole = await reconcile(small, { without: ["l"] });
  assert.equal(left.counts("a"), "level");
  assert.deepEqual(left.toJSON(), whole.toJSON());
});
