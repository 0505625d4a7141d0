import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { shortenBoth, spellOut } from "../../lib/cli/diff/shorten.ts";
import { withFolder } from "../whole/files/folder.ts";
import { runTask } from "./run_task.ts";
import { startTask } from "./start_task.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

const DATA = join(ROOT, "data");
const HEADER = "claim_id,measure,kind,stated,hedge,start,end,note";
const JANUARY = "january,cases,total,70,exact,2024-01,2024-01,";
const QUARTER = "quarter,cases,total,100,exact,2024-01,2024-03,";
const MARCH = "march,cases,total,50,exact,2024-03,2024-03,";

async function run(...args: string[]) {
  const { code, stdout, stderr } = await runTask("diff", ...args);
  return { code, out: stdout, err: stderr };
}

/** Two folders with these claims. */
async function versions(
  old: readonly string[],
  now: readonly string[],
  work: (old: string, now: string) => Promise<void>,
) {
  await withFolder(async (folder) => {
    const paths: string[] = [];
    for (const [name, rows] of [["old", old], ["new", now]] as const) {
      const path = join(folder, name);
      await Deno.mkdir(path);
      await Deno.writeTextFile(
        join(path, "claims.csv"),
        [HEADER, ...rows, ""].join("\n"),
      );
      paths.push(path);
    }
    await work(paths[0]!, paths[1]!);
  });
}

Deno.test("diff of a dataset with itself ends with 0", async () => {
  const { code, out } = await startTask(
    "diff",
    DATA,
    DATA,
    "--collection",
    "reports",
  );
  assert.equal(code, 0);
  assert.match(out, /^Nothing changed/);
});

Deno.test("diff tells an edit and what follows from it, and ends with 1", async () => {
  await versions(
    [JANUARY, QUARTER, MARCH],
    [JANUARY.replace("70", "40"), QUARTER, MARCH.replace("march", "mar")],
    async (old, now) => {
      const { code, out, err } = await run(old, now);
      assert.equal(code, 1, err);
      assert.match(out, /^claims\.csv: 1 changed, 1 renamed$/m);
      assert.match(out, /^ {2}~ january$/m);
      assert.match(out, /stated: 70 → 40/);
      assert.match(out, /march is now mar, otherwise the same/);
      assert.match(out, /cannot all be true → .*can all be true/);
      assert.match(out, /Conflicts that are gone \(1\)/);
      assert.match(out, /- leave out january/);
      assert.match(out, /\+ nothing to leave out/);
      assert.match(out, /February 2024 +0 to 50 +→ +exactly 10/);
    },
  );
});

Deno.test("an edit of a note changes nothing that follows", async () => {
  await versions([JANUARY], [`${JANUARY}checked`], async (old, now) => {
    const { code, out } = await run(old, now);
    assert.equal(code, 1);
    assert.match(out, /note: empty → checked/);
    assert.match(out, /Nothing that follows from the claims has changed/);
  });
});

Deno.test("--json is one object, the same in every run", async () => {
  await versions([JANUARY, QUARTER], [JANUARY, MARCH], async (old, now) => {
    const first = await run(old, now, "--json", "--readings");
    assert.equal(first.code, 1);
    assert.equal(first.err, "");
    const diff = JSON.parse(first.out);
    assert.deepEqual(Object.keys(diff), [
      "version",
      "changed",
      "tables",
      "findings",
    ]);
    assert.deepEqual(
      [diff.version, diff.changed, diff.tables[0].added[0].id],
      [1, true, "march"],
    );
    assert.equal(diff.findings.modelled.new, 2);
    assert.notEqual(diff.findings.readings, null);
    assert.deepEqual(await run(old, now, "--json", "--readings"), first);
  });
});

Deno.test("the selection holds for both versions", async () => {
  await versions(
    [JANUARY, QUARTER, MARCH],
    [JANUARY, QUARTER, MARCH.replace("50", "20")],
    async (old, now) => {
      const { code, out } = await run(old, now, "--without", "march");
      assert.equal(code, 1);
      assert.match(out, /stated: 50 → 20/);
      assert.match(out, /Nothing that follows/);
      const other = await run(old, now, "--without=march", "--width", "0.5");
      assert.equal(other.code, 1);
    },
  );
});

Deno.test("a wrong call or dataset ends with 2, and says which one", async () => {
  await versions([JANUARY, MARCH], [JANUARY], async (old, now) => {
    for (
      const [args, said] of [
        [[], /missing/],
        [[old], /missing/],
        [[old, now, now], /one word too many/],
        [[old, now, "--colour"], /--colour/],
        [[old, join(now, "nowhere")], /nowhere/],
        [[old, now, "--without", "march"], /new: .*march/],
      ] as const
    ) {
      const { code, err, out } = await run(...args);
      assert.equal(code, 2, args.join(" "));
      assert.match(err, said);
      assert.equal(out, "");
      assert.doesNotMatch(err, /^\s+at /m);
    }
    await Deno.writeTextFile(join(now, "claims.csv"), `${HEADER}\nx,y,z\n`);
    const { code, err } = await run(old, now);
    assert.equal(code, 2);
    assert.match(err, /claims\.csv:2/);
  });
});

Deno.test("text from a dataset cannot steer the terminal", async () => {
  const hostile = "\u001b[2J\u202eevil\u0007";
  await versions(
    [JANUARY, `${QUARTER}${hostile}`],
    [`${JANUARY}${hostile}`, MARCH.replace("march", `m${hostile}`)],
    async (old, now) => {
      const { out, err } = await run(old, now);
      // deno-lint-ignore no-control-regex
      assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    },
  );
});

Deno.test("long texts are cut to where they differ", () => {
  const long = "х".repeat(500);
  const [old, now] = shortenBoth(`${long}A${long}`, `${long}BB${long}`);
  assert.match(old, /^…х{24}Aх{24}…$/);
  assert.match(now, /^…х{24}BBх{24}…$/);
  assert.deepEqual(shortenBoth("a", "b"), ["a", "b"]);
  const [short, longer] = shortenBoth("", long);
  assert.equal(short, "");
  assert.ok(longer.length < 200 && longer.endsWith("…"));
  const [end, more] = shortenBoth(long, `${long}!`);
  assert.ok(!end.endsWith("…"));
  assert.ok(more.endsWith("х!"));
});

Deno.test("what cannot be seen is spelt out where nothing else differs", async () => {
  assert.equal(spellOut("a\u00a0\u200b b"), '"a\\u00a0\\u200b b"');
  await versions(
    [`${JANUARY}a b`],
    [`${JANUARY}a\u00a0b`],
    async (old, now) => {
      const { out } = await run(old, now);
      assert.match(out, /note: "a b" → "a\\u00a0b"/);
    },
  );
});

Deno.test("a share of everything is 100%, and units of any length are told", async () => {
  const none = "none,cases,total,0,exact,2024-01,2024-01,";
  await versions([JANUARY], [JANUARY, none], async (old, now) => {
    // 70 agrees with 0 only where it gives wholly.
    const { out } = await run(old, now);
    assert.match(out, /^ {2}slack 0% → 100%$/m);
  });
  await versions(
    [QUARTER],
    [QUARTER.replace("100", "90")],
    async (old, now) => {
      const { out } = await run(old, now, "--per", "quarter");
      assert.match(
        out,
        /^ {4}January to March 2024 +exactly 100 +→ +exactly 90$/m,
      );
      const months = await run(old, now);
      assert.match(
        months.out,
        /^ {4}January to March 2024, each +0 to 100 +→/m,
      );
    },
  );
});

Deno.test("diff tells a long conflict with all of its arithmetic", async () => {
  const months = ["02", "03", "04", "05"].map((month) =>
    `m${month},cases,total,30,exact,2024-${month},2024-${month},`
  );
  const half = "half,cases,total,100,exact,2024-01,2024-06,";
  await versions([half], [half, ...months], async (old, now) => {
    const { out } = await run(old, now);
    const told = out.replace(/\s+/g, " ");
    // 4 × 30 is 120.
    assert.match(
      told,
      /30 in May 2024 \(exactly 30\) add up to 120, more than 100 /,
    );
    assert.doesNotMatch(told, /…/);
  });
});
