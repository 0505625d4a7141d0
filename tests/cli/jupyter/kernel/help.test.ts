import assert from "node:assert/strict";
import { drive, type Heard } from "./drive.ts";

/** A request, with | where the cursor is. */
interface Request {
  readonly type:
    | "execute_request"
    | "inspect_request"
    | "complete_request"
    | "comm_open"
    | "comm_msg"
    | "comm_close";
  readonly code: string;
}

/** What is answered at a cursor. */
interface Answer {
  readonly type: string;
  readonly published: readonly string[];
  readonly content: {
    readonly found?: boolean;
    readonly data?: Readonly<Record<string, string>>;
    readonly matches?: readonly string[];
    readonly cursor_start?: number;
    readonly cursor_end?: number;
    readonly metadata?: {
      readonly _jupyter_types_experimental?: readonly {
        readonly text: string;
        readonly words?: string;
      }[];
    };
  };
}

const run = (code: string): Request => ({ type: "execute_request", code });
const inspect = (code: string): Request => ({ type: "inspect_request", code });
const complete = (code: string): Request => ({
  type: "complete_request",
  code,
});

const SETUP =
  `import { loadDataset, reconcile as solve, table } from "./lib/mod.ts";
import * as tally from "./lib/mod.ts";
const data = await tally.loadDataset("data");
const result = await solve(data);`;

async function answers(requests: readonly Request[]): Promise<Answer[]> {
  const [first, ...others] = await drive<(Heard & Answer)[]>("asked", [
    run(SETUP),
    ...requests,
  ]);
  assert.equal(first!.status, "ok", first!.error?.join("\n"));
  return others;
}

async function failures(cells: readonly string[]): Promise<Heard[]> {
  return await drive<Heard[]>("asked", cells.map(run));
}

Deno.test("Shift+Tab gives the signature and the first sentence of what is the library's", async () => {
  const asked: [code: string, signature: RegExp, words: RegExp][] = [
    [
      "sol|ve(data)",
      /^function reconcile\(\n {2}input: ReconcileInput,\n {2}options: ReconcileOptions = \{\},\n\): Promise<Reconciliation>\n\n/,
      /\n\nWorks out what claims imply together: [^.]*\.$/,
    ],
    // Within the call, wherever there is nothing nearer to tell of.
    ["tally.reconcile(data, |", /^function reconcile\(/, /^|\.$/],
    [
      "await tally.reconcile(data, { width: 1 }|)",
      /^function reconcile\(/,
      /./,
    ],
    // A part of an object, by its class.
    ["result.bou|nds", /^Reconciliation\.bounds\(\n? *measure/, /\.$/],
    ["data.only(|", /^Selection\.only\(which: Which\): Selection\n/, /\.$/],
    ["data.publishers|", /^get Selection\.publishers\(\): string\[\]\n/, /\.$/],
    // Of an option what it is for.
    [
      "solve(data, { wid|th: 2 })",
      /^reconcile\(…\): width\n/,
      /\nScales every hedge and rounding, at least 0\. Default 1\.$/,
    ],
    ["solve(data, { show: { per|", /^reconcile\(…\): per\n/, /week/],
    ["data.only({ kinds|", /^Selection\.only\(…\): kinds\n/, /\.$/],
    // In a cell that has not been run.
    [
      'import { claimsTimeline as draw } from "./lib/chart.ts";\ndra|w(data)',
      /^function claimsTimeline\(/,
      /\.$/,
    ],
  ];
  const told = await answers(asked.map(([code]) => inspect(code)));
  for (const [i, [code, signature, words]] of asked.entries()) {
    const { found, data } = told[i]!.content;
    assert.ok(found, code);
    assert.match(data!["text/plain"]!, signature, code);
    assert.match(data!["text/plain"]!, words, code);
    assert.ok(data!["text/markdown"]!.startsWith("```typescript\n"), code);
    // As a kernel must, and nothing of what was looked up for it.
    assert.deepEqual(told[i]!.published, ["busy", "idle"], code);
  }
});

Deno.test("options complete, with their words, and so do their values", async () => {
  const asked: [code: string, first: string[], words?: RegExp][] = [
    ["solve(data, { wi|", ["width", "without", "withoutSources"]],
    ["solve(data, { wid|", ["width"], /^Scales every hedge/],
    ["await solve(data, {\n  width: 1,\n  ec|\n})", ["echoes"], /^`"once"`/],
    ['solve(data, { echoes: "|', ["once"]],
    ["solve(data, { by: |", ['"origin"']],
    ["tally.reconcile(data, { show: { mea|", ["measures"]],
    ['solve(data, { show: { per: "q|', ["quarter"]],
    ["data.only({ coll|", ["collections"]],
    ["prose`${table([], { cap|", ["caption"]],
    ['import { claimsT| } from "./lib/chart.ts"', ["claimsTimeline"]],
  ];
  const told = await answers(asked.map(([code]) => complete(code)));
  for (const [i, [code, first, words]] of asked.entries()) {
    const { matches, metadata, cursor_start, cursor_end } = told[i]!.content;
    assert.deepEqual(matches!.slice(0, first.length), first, code);
    const begun = /[\w$]*$/.exec(code.split("|")[0]!)![0];
    assert.equal(cursor_end, code.indexOf("|"), code);
    assert.equal(cursor_start, code.indexOf("|") - begun.length, code);
    const [item] = metadata!._jupyter_types_experimental ?? [];
    if (words) assert.match(item!.words!, words, code);
    assert.deepEqual(told[i]!.published, ["busy", "idle"], code);
  }
  // A key that is written is not offered again.
  const [, again] = await answers([
    inspect("solve(|"),
    complete("solve(data, { width: 1, wi|"),
  ]);
  assert.ok(!again!.content.matches!.includes("width"));
  assert.ok(again!.content.matches!.includes("without"));
});

Deno.test("what the relay does not know is answered as Deno answers it", async () => {
  const cells = [
    run(
      `const own = { width: 1, only: (x) => x }; const reconcile = (a) => a;
class Selected { constructor() { this.mine = 1; } }
const mine = new Selected();
import { basename } from "node:path";`,
    ),
    ...[
      "reconcile(own, { wi|",
      "reco|ncile",
      "own.on|ly",
      "own.|",
      "mine.mi|",
      "Math.m|ax(1)",
      "basen|ame",
      "|",
      "no_such.thing|",
      "// a comment |",
      "`a template ${own.w|",
      "'a text |",
      '"\\u{1f600}".len|',
      "JSON.parse('{', { re|",
      "((((((|",
      "/[/]/.te|st('x')",
    ].flatMap((code) => [inspect(code), complete(code)]),
    ...(["comm_open", "comm_msg", "comm_close"] as const).map((type) => ({
      type,
      code: "somebody.elses",
    })),
  ];
  const told = await drive<Answer[]>("asked", cells);
  assert.deepEqual(told, await drive<Answer[]>("asked-of-deno", cells));
  // The same in a notebook that has to do with the library, where names mean
  // something else.
  const [first] = cells;
  const after = (await answers([
    run(first!.code.replaceAll("reconcile", "own_reconcile")),
    ...cells.slice(1),
  ])).slice(1);
  assert.deepEqual(
    after.map(({ content }) => content.found ?? null),
    told.slice(1).map(({ content }) => content.found ?? null),
  );
});

Deno.test("a page whose workbench is not here is told so, and nothing is run for it", async () => {
  const told = await drive<Answer[]>("asked", [
    { type: "comm_open", code: "tallystick.workbench" },
    { type: "comm_msg", code: "" },
    { type: "comm_close", code: "" },
    run("1"),
  ]);
  assert.deepEqual(told.slice(0, 3).map(({ published }) => published), [
    ["busy", "comm_close", "idle"],
    ["busy", "idle"],
    ["busy", "idle"],
  ]);
  assert.equal((told[3] as unknown as Heard).count, 1);
});

Deno.test("a misspelt import is told with the nearest name, and runs nothing", async () => {
  const [wrong, after, other, type, twice, elsewhere, fine] = await failures([
    `console.log("not run");
import { loadDataset, reconcil } from "./lib/mod.ts";`,
    `typeof loadDataset`,
    `import { claimsTimeline } from "./lib/mod.ts";`,
    `import { Dataset, loadDataset } from "./lib/mod.ts";
import { type Nonsense, reconcile } from "@tallystick/tallystick";`,
    `import { loadDatset as load } from "@tallystick/tallystick";`,
    `import { basenam } from "node:path"; basenam`,
    `import { claimsTimelin } from "@tallystick/tallystick/chart";`,
  ]);
  assert.deepEqual(wrong!.error, [
    "./lib/mod.ts exports no 'reconcil'; did you mean 'reconcile'?",
    "SyntaxError: ./lib/mod.ts exports no 'reconcil'; did you mean 'reconcile'?",
    "  |",
    `2 | import { loadDataset, reconcil } from "./lib/mod.ts";`,
    "  |                       ~~~~~~~~",
  ]);
  assert.equal(wrong!.text, "");
  assert.deepEqual([wrong!.status, wrong!.count], ["error", 1]);
  assert.deepEqual(wrong!.messages, [
    ...["status", "execute_input", "error", "status"],
  ]);
  assert.equal(after!.status, "ok");
  assert.match(
    other!.error![0]!,
    /^\.\/lib\/mod\.ts exports no 'claimsTimeline'; it stands in \.\/lib\/chart\.ts$/,
  );
  // A type is no value, and no slip of the pen.
  assert.equal(type!.status, "ok", type!.error?.join("\n"));
  assert.match(
    twice!.error![0]!,
    /'loadDatset'; did you mean 'loadDataset'\?$/,
  );
  assert.equal(elsewhere!.status, "ok");
  assert.match(fine!.error![0]!, /did you mean 'claimsTimeline'\?$/);
});

Deno.test("a missing await says so, and where", async () => {
  const [dropped, member, loop, shown, wrong, name] = (await failures([
    SETUP,
    `const own = 1;\nconst late = solve(data); late.consistent;`,
    `const set = loadDataset("data"); set.claims`,
    `for (const claim of loadDataset("data")) {}`,
    `solve(data)`,
    `tally.reconcil(data)`,
    `tabel(data)`,
  ])).slice(1);
  // V8 drops the cell itself where long work was begun: whichever comes first.
  assert.match(
    dropped!.error!.join("\n"),
    /nothing awaits solve\(…\), which gives a promise; write await solve\(…\)[^]*\n2 \| const late = solve\(data\); late\.consistent;\n {2}\| {14}~{5}$|await it first: \(await reconcile\(…\)\)\.consistent/,
  );
  assert.match(
    member!.error!.join("\n"),
    /await it first: \(await loadDataset\(…\)\)\.claims/,
  );
  assert.match(loop!.error!.join("\n"), /await it first/);
  // Deno shows the promise, which says so itself, or drops the cell.
  assert.deepEqual(
    shown!.status === "ok" ? shown!.outputs : shown!.error!.slice(0, 1),
    shown!.status === "ok" ? ["execute_result"] : [
      "nothing awaits solve(…), which gives a promise; write await solve(…)",
    ],
  );
  assert.match(
    wrong!.error![0]!,
    /^tally\.reconcil is not a function; did you mean 'reconcile'\?$/,
  );
  assert.match(
    name!.error![0]!,
    /^tabel is not defined; did you mean 'table'\?$/,
  );
});
