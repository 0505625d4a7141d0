import assert from "node:assert/strict";
import { runTask as task } from "./run_task.ts";
import { withFiles } from "../whole/files/folder.ts";

function withClaims(
  rows: string,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const head = "claim_id,measure,kind,stated,hedge,start,end\n";
  return withFiles({ "claims.csv": head + rows }, run);
}

const AGREE = "a,cases,total,10,exact,2024-01,2024-01\n";
const CONFLICT = AGREE + "b,cases,total,20,exact,2024-01,2024-01\n";

Deno.test("reconcile: status 0 when consistent, 1 when not, JSON and nothing else", async () => {
  await withClaims(AGREE, async (folder) => {
    const { code, stdout, stderr } = await task("reconcile", folder, "--json");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.deepEqual(JSON.parse(stdout).bounds, [{
      measure: "cases",
      start: "2024-01-01",
      end: "2024-01-31",
      low: 10,
      high: 10,
    }]);
  });
  await withClaims(CONFLICT, async (folder) => {
    const { code, stdout } = await task("reconcile", folder, "--json");
    assert.equal(code, 1);
    assert.equal(stdout.trim().split("\n").length, 1);
    assert.deepEqual(JSON.parse(stdout).conflicts[0].claims, ["a", "b"]);
    const left = await task("reconcile", folder, "--without", "a");
    assert.equal(left.code, 0);
  });
});

Deno.test("reconcile: --by origin and --weight put the question to witnesses", async () => {
  const rows = [
    "claim_id,measure,kind,stated,hedge,start,end,origin,status",
    "a1,cases,total,10,exact,2024-01,2024-01,anna,official",
    "a2,cases,total,30,exact,2024-01,2024-02,anna,official",
    "b,cases,total,20,exact,2024-01,2024-01,bert,contested",
    "",
  ].join("\n");
  await withFiles({ "claims.csv": rows }, async (folder) => {
    const { code, stdout } = await task(
      "reconcile",
      folder,
      "--json",
      ...["--by", "origin", "--weight", "contested=2.5"],
      ...["--weight", "official=2"],
    );
    assert.equal(code, 1);
    const json = JSON.parse(stdout);
    assert.deepEqual(json.conflicts[0].origins, ["anna", "bert"]);
    assert.deepEqual(json.repairs, [
      { drop: ["a1", "a2"], drop_origins: ["anna"], weight: 2 },
      { drop: ["b"], drop_origins: ["bert"], weight: 2.5 },
    ]);
    const text = await task("reconcile", folder, "--by", "origin");
    assert.match(text.stdout, /By origin: a witness is kept or left out with/);
    assert.match(text.stdout, /Witnesses: anna against bert/);
    for (
      const [args, message] of [
        [["--by", "speaker"], /--by speaker: only origin is known/],
        [["--weight", "official"], /give two names as A=B/],
        [["--weight", "offical=2"], /'offical' is not a status/],
        [["--weight", "official=0"], /is not a number above 0/],
        [
          ["--weight", "official=2", "--weight", "official=3"],
          /--weight official is given twice: as 2 and as 3/,
        ],
      ] as const
    ) {
      const wrong = await task("reconcile", folder, ...args);
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, message);
    }
  });
});

Deno.test("reconcile: that the time ran out is said in the JSON alone", async () => {
  const record = ["data", "--collection", "record", "--json"];
  const cut = await task("reconcile", ...record, "--seconds", "0");
  // Without time for the verdict itself the call fails; else the JSON says it.
  if (cut.code === 2) {
    assert.match(cut.stderr, /time/);
    return;
  }
  assert.deepEqual([cut.code, cut.stderr], [1, ""]);
  const { conflicts_complete, certain } = JSON.parse(cut.stdout);
  assert.deepEqual([conflicts_complete, certain.conflicts], [false, false]);
});

Deno.test("reconcile: --from, --to, --per and --measure choose the bounds", async () => {
  const rows = "a,cases,total,10,exact,2024-01,2024-12\n" +
    "b,deaths,total,3,exact,2024-01,2024-12\n";
  await withClaims(rows, async (folder) => {
    const call = [
      "--measure",
      "deaths",
      "--per",
      "quarter",
      "--from",
      "2024-05",
    ];
    const { stdout } = await task("reconcile", folder, "--json", ...call);
    const { bounds, claims } = JSON.parse(stdout);
    assert.equal(claims.length, 2);
    assert.deepEqual(
      bounds.map((row: Record<string, unknown>) => Object.values(row).join()),
      [
        "deaths,2024-04-01,2024-06-30,0,3",
        "deaths,2024-07-01,2024-09-30,0,3",
        "deaths,2024-10-01,2024-12-31,0,3",
      ],
    );
    // `explain` takes the same selection.
    const explained = await task(
      "explain",
      ...[folder, "cases", "2024-01", "2024-12", "--json", ...call],
    );
    assert.equal(JSON.parse(explained.stdout).low, 10);
  });
});

Deno.test("reconcile: a report without colour where nobody looks at a terminal", async () => {
  await withClaims(CONFLICT, async (folder) => {
    const { code, stdout } = await task("reconcile", folder);
    assert.equal(code, 1);
    assert.ok(!stdout.includes("\x1b"));
    assert.match(stdout, /2 claims: they cannot all be true/);
    assert.match(stdout, /What must give .*\n {2}leave out either a or b\n/);
    assert.match(stdout, /What follows, without what is left out above/);
  });
});

const WRONG: [string, string[], RegExp][] = [
  ["no folder", [], /Something is missing/],
  ["an unknown option", ["data", "--wide"], /--wide/],
  ["an unknown collection", ["data", "--collection", "x"], /'x' is not a coll/],
  ["an unknown claim", ["data", "--without", "x"], /'x' is not a claim/],
  ["a malformed pair", ["data", "--same", "x"], /--same x: give two names/],
  ["a malformed width", ["data", "--width", "wide"], /--width wide/],
  ["an unknown unit", ["data", "--per", "decade"], /--per decade: give one of/],
  ["a misspelt unit", ["data", "--per", "months"], /did you mean 'month'\?/],
  ["a misspelt word", ["data", "--by", "orgin"], /did you mean 'origin'\?/],
  ["an unknown measure", ["data", "--measure", "x"], /'x' is not a measure/],
  ["a span that ends first", ["data", "--from=2024", "--to=x"], /from: '2024'/],
  ["a malformed date", ["data", "--known-by", "now"], /'now' is not a date/],
  ["a folder that is none", ["nowhere"], /nowhere/],
];

for (const [what, args, message] of WRONG) {
  Deno.test(`reconcile: status 2 on ${what}, said without a stack trace`, async () => {
    const { code, stdout, stderr } = await task("reconcile", ...args);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
}

Deno.test("explain: both sides, each with the sum that gives it", async () => {
  const rows = AGREE + "q,cases,total,100,exact,2024-01,2024-03\n";
  await withClaims(rows, async (folder) => {
    const call = [folder, "cases", "2024-02", "2024-02"];
    const { code, stdout } = await task("explain", ...call);
    assert.equal(code, 0);
    assert.match(stdout, /at least 0/);
    assert.match(stdout, /at most 90/);
    assert.match(stdout, /a: at least 10, January 2024/);
    const json = JSON.parse((await task("explain", ...call, "--json")).stdout);
    assert.deepEqual([json.low, json.high], [0, 90]);
    const wrong = await task("explain", folder, "cases", "2024-03", "2024-02");
    assert.equal(wrong.code, 2);
  });
});

Deno.test("--help says how, and ends with 0", async () => {
  for (const name of ["reconcile", "explain"] as const) {
    const { code, stdout } = await task(name, "--help");
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`Usage: tallystick ${name} DIR`));
  }
});

Deno.test("text from a dataset cannot steer the terminal", async () => {
  const rows = AGREE +
    "b\u001b[2J,cases,total,20,exact,2024-01,2024-01\n";
  await withClaims(rows, async (folder) => {
    const { stdout, stderr } = await task("reconcile", folder);
    assert.ok(!(stdout + stderr).includes("\x1b"));
  });
});
