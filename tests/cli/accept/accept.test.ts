import { join } from "node:path";
import assert from "node:assert/strict";
import { replaceFiles } from "../../../lib/cli/read/replace_files.ts";
import { withFiles } from "../../whole/files/folder.ts";
import { columnsOf, rowsOf } from "../drafts.ts";
import { type Ended, runTask } from "../run_task.ts";

const TEXT = "Nearly 3,000 homes were flooded in May 2031. " +
  "At least 40 boats sank in June 2031.";

/** Runs on a folder with the two drafts of the text. */
async function withDrafts(
  run: (set: string, ids: string[]) => Promise<void>,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const inSet = Object.entries(files).map(([name, text]) => [
    `set/${name}`,
    text,
  ]);
  await withFiles(
    { "a.txt": TEXT, ...Object.fromEntries(inSet) },
    async (folder) => {
      const set = join(folder, "set");
      const file = join(folder, "a.txt");
      const { code, stderr } = await runTask(
        "read",
        ...[file, "--publisher", "The Gazette", "--into", set],
      );
      assert.deepEqual([code, stderr], [0, ""]);
      const ids = (await rowsOf(set, "drafts.csv")).map((row) => row.claim_id!);
      assert.equal(ids.length, 2);
      await run(set, ids);
    },
  );
}

/** All files of a folder and their texts. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name } of Deno.readDir(folder)) {
    files[name] = await Deno.readTextFile(join(folder, name));
  }
  return files;
}

const accept = (...args: string[]): Promise<Ended> =>
  runTask("accept", ...args);

/** Changes the text of a folder's drafts. */
async function edit(set: string, change: (text: string) => string) {
  const path = join(set, "drafts.csv");
  await Deno.writeTextFile(path, change(await Deno.readTextFile(path)));
}

Deno.test("all that is named is taken, or nothing", async () => {
  await withDrafts(async (set, [first, second]) => {
    await edit(set, (text) => text.replace(`${second},,`, `${second},boats,`));
    const before = await filesOf(set);
    const { code, stderr } = await accept(set, first!, second!);
    assert.equal(code, 2);
    assert.match(stderr, /lacks a measure: give --measure M/);
    assert.ok(!stderr.includes(second!));
    assert.deepEqual(await filesOf(set), before);
  });
});

Deno.test("a draft that was taken is told as a claim", async () => {
  await withDrafts(async (set, [first]) => {
    assert.equal((await accept(set, first!, "--measure", "m")).code, 0);
    const before = await filesOf(set);
    const { code, stderr } = await accept(set, first!, "--measure", "m");
    assert.equal(code, 2);
    assert.match(stderr, /is a claim in claims\.csv already, and no draft/);
    assert.deepEqual(await filesOf(set), before);
  });
});

for (const done of [1, 2]) {
  Deno.test(`ended after ${done} of its files, the same call does the rest`, async () => {
    await withDrafts(async (set, ids) => {
      const before = await filesOf(set);
      const call = [set, ...ids, "--measure", "m"];
      assert.equal((await accept(...call)).code, 0);
      const after = await filesOf(set);
      // The files in the order in which they are replaced.
      const order = ["sources.csv", "claims.csv", "drafts.csv"];
      for (const name of order.slice(done)) {
        if (before[name] === undefined) await Deno.remove(join(set, name));
        else await Deno.writeTextFile(join(set, name), before[name]!);
      }
      assert.equal((await accept(...call)).code, 0);
      assert.deepEqual(await filesOf(set), after);
      assert.equal((await runTask("validate", set)).code, 0);
    });
  });
}

Deno.test("files are replaced all or none", async () => {
  await withFiles({ "a": "1", "b/c": "2" }, async (folder) => {
    const [a, b] = [join(folder, "a"), join(folder, "b")];
    await assert.rejects(
      replaceFiles([
        { path: a, before: "1", text: "3" },
        // A folder cannot be replaced by a file.
        { path: b, before: "", text: "4" },
      ]),
      /^InputError: Nothing was changed: /,
    );
    assert.equal(await Deno.readTextFile(a), "1");
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.deepEqual(names.sort(), ["a", "b"]);
  });
});

Deno.test("a file that another program changed meanwhile is left alone", async () => {
  await withFiles({ "a": "1 and more" }, async (folder) => {
    const path = join(folder, "a");
    await assert.rejects(
      replaceFiles([{ path, before: "1", text: "2" }]),
      /a was changed meanwhile by somebody else/,
    );
    assert.equal(await Deno.readTextFile(path), "1 and more");
  });
});

Deno.test({
  name: "a table that is read-only is left alone, and its mode stays",
  ignore: Deno.build.os === "windows",
  async fn() {
    const claims = "claim_id,measure,kind,stated,start,end\n" +
      "a,m,total,5,2024-01,2024-01\n";
    await withDrafts(async (set, [first, second]) => {
      const path = join(set, "claims.csv");
      await Deno.chmod(path, 0o444);
      const before = await filesOf(set);
      const { code, stderr } = await accept(set, first!, "--measure", "m");
      assert.equal(code, 2);
      assert.match(stderr, /Nothing was changed: claims\.csv is read-only/);
      assert.deepEqual(await filesOf(set), before);
      await Deno.chmod(path, 0o640);
      assert.equal((await accept(set, second!, "--measure", "m")).code, 0);
      assert.equal((await Deno.stat(path)).mode! & 0o777, 0o640);
    }, { "claims.csv": claims });
  },
});

Deno.test("drafts saved by a spreadsheet, with its mark and line ends, are taken", async () => {
  await withDrafts(async (set, [first, second]) => {
    await edit(set, (text) => `\ufeff${text.replaceAll("\n", "\r\n")}`);
    assert.equal((await accept(set, first!, "--measure", "m")).code, 0);
    const text = await Deno.readTextFile(join(set, "drafts.csv"));
    assert.ok(text.startsWith("\ufeffclaim_id,"));
    assert.equal(text.split("\r\n").length, 3);
    assert.ok(!text.replaceAll("\r\n", "").includes("\n"));
    assert.equal((await accept(set, second!, "--measure", "m")).code, 0);
    assert.equal((await rowsOf(set, "claims.csv")).length, 2);
  });
});

Deno.test("an edited draft is taken as it was edited, with columns of its own", async () => {
  await withDrafts(async (set, [first]) => {
    await edit(
      set,
      (text) =>
        text.split("\n").map((line, i) =>
          line === ""
            ? line
            : i === 0
            ? `${line},checked_by`
            : `${line},"Ann, Bo"`
        )
          .join("\n").replace(",3000,", ",3100,"),
    );
    assert.equal((await accept(set, first!, "--measure", "m")).code, 0);
    const [claim] = await rowsOf(set, "claims.csv");
    assert.deepEqual([claim?.stated, claim?.checked_by, claim?.wording], [
      "3100",
      "Ann, Bo",
      "Nearly 3,000 homes",
    ]);
    const columns = await columnsOf(set, "claims.csv");
    assert.ok(!columns.includes("why") && !columns.includes("text_file"));
  });
});

Deno.test("an id that stands twice, and one of another claim, are refused", async () => {
  const claims = (id: string) =>
    `claim_id,measure,kind,stated,start,end\n${id},m,total,5,2024-01,2024-01\n`;
  await withDrafts(async (set, [first, second]) => {
    await edit(set, (text) => text.replace(second!, first!));
    const twice = await accept(set, first!, "--measure", "m");
    assert.equal(twice.code, 2);
    assert.match(twice.stderr, /stands 2 times in drafts\.csv/);
  });
  await withDrafts(async (set, [first]) => {
    await Deno.writeTextFile(join(set, "claims.csv"), claims(first!));
    const other = await accept(set, first!, "--measure", "m");
    assert.equal(other.code, 2);
    assert.match(other.stderr, /is the id of another claim already/);
  });
});

Deno.test("a table with other separators, or no UTF-8, is told", async () => {
  await withDrafts(async (set, [first]) => {
    const path = join(set, "claims.csv");
    await Deno.writeTextFile(path, "claim_id;measure;kind;stated;start;end\n");
    const semicolons = await accept(set, first!, "--measure", "m");
    assert.equal(semicolons.code, 2);
    assert.match(semicolons.stderr, /between its fields must be commas/);
    await Deno.writeFile(path, new Uint8Array([0x63, 0xe9, 0x0a]));
    const latin = await accept(set, first!, "--measure", "m");
    assert.equal(latin.code, 2);
    assert.match(latin.stderr, /it is no UTF-8; save it as UTF-8/);
  });
});

Deno.test("problems that the dataset has already are told as such", async () => {
  const claims =
    "claim_id,measure,kind,stated,start,end\na,m,total,x,2024-01,\n";
  await withDrafts(async (set, [first]) => {
    const { code, stderr } = await accept(set, first!, "--measure", "m");
    assert.equal(code, 2);
    assert.match(stderr, /the dataset has problems already\nclaims\.csv:2:4/);
  }, { "claims.csv": claims });
});

const FORMULAS = [
  "=1+1",
  '=HYPERLINK("http://x","y")',
  "+300 homes; =cmd|' /C calc'!A0",
  "-5\t@x",
  "@home",
  "'=1",
  "it's",
  "-",
  '"quoted", and a comma',
  "two\nlines",
];

Deno.test("what a spreadsheet would run comes back letter for letter", async () => {
  await withDrafts(async (set, [first, second]) => {
    for (const words of FORMULAS) {
      // As a draft that was read holds it, through the reader's own writing.
      const file = join(set, "b.txt");
      await Deno.writeTextFile(file, "At least 12 mills burnt in May 2031.");
      await runTask("read", file, `--publisher=${words}`, "--into", set);
      const draft = (await rowsOf(set, "drafts.csv")).at(-1)!;
      assert.ok(draft.claim_id !== first && draft.claim_id !== second);
      assert.equal(
        (await accept(set, draft.claim_id!, "--measure", "mills")).code,
        0,
      );
      const claim = (await rowsOf(set, "claims.csv")).at(-1)!;
      assert.equal(claim.speaker, words);
      for (const name of ["claims.csv", "sources.csv"]) {
        await Deno.remove(join(set, name));
      }
    }
  });
});

Deno.test("claims that a spreadsheet would run are told of, or guarded where all are", async () => {
  const guarded = JSON.stringify({ tallystick: { guarded: true } });
  await withDrafts(async (set, [first]) => {
    await edit(set, (text) => text.replace(",The Gazette,", ",'=1+1,"));
    const { code, stderr } = await accept(set, first!, "--measure", "m");
    assert.equal(code, 0);
    assert.match(stderr, /a spreadsheet would take some for a formula/);
    assert.equal((await rowsOf(set, "claims.csv"))[0]?.speaker, "=1+1");
  });
  await withDrafts(async (set, [first]) => {
    await edit(set, (text) => text.replace(",The Gazette,", ",'=1+1,"));
    const { code, stderr } = await accept(set, first!, "--measure", "m");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal((await rowsOf(set, "claims.csv"))[0]?.speaker, "'=1+1");
  }, { "datapackage.json": guarded });
});

for (const verb of ["validate", "reconcile"]) {
  Deno.test(`${verb} says of drafts without claims how many wait, and what to do`, async () => {
    await withDrafts(async (set) => {
      const { code, stdout, stderr } = await runTask(verb, set);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(
        stderr,
        /no claims\.csv in .* yet: 2 drafts wait in its drafts/,
      );
      assert.match(stderr, /tallystick accept .*set DRAFT… --measure M/);
    });
  });
}
