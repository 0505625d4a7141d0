import { join } from "node:path";
import assert from "node:assert/strict";
import { withFiles } from "../../whole/files/folder.ts";
import { rowsOf } from "../drafts.ts";
import { runTask } from "../run_task.ts";

const HOMES = "Nearly 3,000 homes were flooded in May 2031.";
const BOATS = "At least 40 boats sank in June 2031.";

async function read(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runTask("read", ...args);
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout;
}

/** The source and the wording of each draft. */
const sourcesOf = async (set: string) =>
  (await rowsOf(set, "drafts.csv")).map(({ source_id, wording }) =>
    `${source_id}: ${wording}`
  );

Deno.test("files of one name are two sources, in one call and in two", async () => {
  const files = { "a/x.txt": HOMES, "b/x.txt": BOATS, "c/x.txt": HOMES };
  await withFiles(files, async (folder) => {
    const set = join(folder, "set");
    const [a, b, c] = ["a", "b", "c"].map((name) =>
      join(folder, name, "x.txt")
    );
    await read(a!, b!, "--into", set);
    assert.deepEqual(await sourcesOf(set), [
      "x: Nearly 3,000 homes",
      "b-x: At least 40 boats",
    ]);
    // Each is known again, and the same words elsewhere are another source.
    assert.match(await read(b!, "--into", set), /0 drafts .* 1 known before/);
    await read(c!, "--into", set);
    assert.deepEqual(await sourcesOf(set), [
      "x: Nearly 3,000 homes",
      "b-x: At least 40 boats",
      "c-x: Nearly 3,000 homes",
    ]);
    const rows = await rowsOf(set, "drafts.csv");
    assert.equal(new Set(rows.map(({ claim_id }) => claim_id)).size, 3);
  });
});

Deno.test("names that differ in their ending or their case are two sources", async () => {
  const files = {
    "x.txt": HOMES,
    "x.html": `<p>${BOATS}</p>`,
    "X!.txt": BOATS,
  };
  await withFiles(files, async (folder) => {
    const set = join(folder, "set");
    for (const name of Object.keys(files)) {
      await read(join(folder, name), "--into", set);
    }
    const ids = (await rowsOf(set, "drafts.csv")).map((row) => row.source_id);
    assert.equal(new Set(ids).size, 3, ids.join());
  });
});

Deno.test("a file stays the source that it was once its drafts are accepted", async () => {
  await withFiles({ "a/x.txt": HOMES, "b/x.txt": BOATS }, async (folder) => {
    const set = join(folder, "set");
    const [a, b] = [join(folder, "a/x.txt"), join(folder, "b/x.txt")];
    await read(a, "--into", set);
    const [draft] = await rowsOf(set, "drafts.csv");
    const { code } = await runTask(
      "accept",
      ...[set, draft!.claim_id!, "--measure", "homes"],
    );
    assert.equal(code, 0);
    const [source] = await rowsOf(set, "sources.csv");
    assert.deepEqual([source?.source_id, source?.text_file], [
      "x",
      "../a/x.txt",
    ]);
    await read(b, "--into", set);
    assert.deepEqual(await sourcesOf(set), ["b-x: At least 40 boats"]);
    assert.match(await read(a, "--into", set), /0 drafts .* 1 known before/);
  });
});

Deno.test("a file that was moved is the same source", async () => {
  await withFiles({ "a/x.txt": HOMES }, async (folder) => {
    const set = join(folder, "set");
    await read(join(folder, "a/x.txt"), "--into", set);
    await Deno.rename(join(folder, "a/x.txt"), join(folder, "x.txt"));
    const told = await read(join(folder, "x.txt"), "--into", set);
    assert.match(told, /0 drafts .* as source x, 1 known before/);
  });
});

Deno.test("what a spreadsheet would run is guarded in drafts.csv, and known again", async () => {
  const publisher = '=HYPERLINK("http://x")';
  await withFiles({ "a.txt": HOMES }, async (folder) => {
    const set = join(folder, "set");
    const call = [
      join(folder, "a.txt"),
      ...["--publisher", publisher, "--into", set],
    ];
    await read(...call);
    const [guarded] = await rowsOf(set, "drafts.csv");
    assert.equal(guarded!.publisher, `'${publisher}`);
    assert.match(await read(...call), /0 drafts .* 1 known before/);
  });
});

Deno.test("drafts that wait are dated once it is known when they were published", async () => {
  await withFiles({
    "a.txt": "In May 300 homes and in June 40 boats were lost.",
  }, async (folder) => {
    const [file, set] = [join(folder, "a.txt"), join(folder, "set")];
    assert.match(
      await read(file, "--into", set),
      /When it was published is not known: 2 periods are not settled; --published DATE tells/,
    );
    const [first, second] = await rowsOf(set, "drafts.csv");
    // What somebody wrote there stays.
    const path = join(set, "drafts.csv");
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(
      path,
      text.replace(",,,in June,", ",2029-06-01,2029-06-30,in June,"),
    );
    const again = await read(file, "--published", "2031-07-04", "--into", set);
    assert.match(again, /0 drafts .* 2 known before, 1 of them dated now/);
    const after = await rowsOf(set, "drafts.csv");
    assert.deepEqual(
      after.map(({ claim_id, start, published }) => [
        claim_id,
        start,
        published,
      ]),
      [
        [first!.claim_id, "2031-05-01", "2031-07-04"],
        [second!.claim_id, "2029-06-01", "2031-07-04"],
      ],
    );
  });
});

Deno.test("what is added says how it is taken", async () => {
  await withFiles({ "a.txt": HOMES }, async (folder) => {
    const set = join(folder, "set");
    const told = await read(join(folder, "a.txt"), "--into", set);
    const [, id] = /accept \S+ (\S+) --measure M/.exec(told) ?? [];
    assert.equal(id, (await rowsOf(set, "drafts.csv"))[0]!.claim_id);
  });
});

Deno.test("letters of other scripts stay what they are in ids", async () => {
  const files = { "райони.txt": "Загинули 300 людей.", "été.txt": HOMES };
  await withFiles(files, async (folder) => {
    const set = join(folder, "set");
    for (const name of Object.keys(files)) {
      await read(join(folder, name), "--into", set);
    }
    const ids = (await rowsOf(set, "drafts.csv")).map((row) => row.claim_id);
    assert.deepEqual(ids, ["райони-p1-300-людей", "ete-p1-3000-homes"]);
  });
});

const DATES: readonly [string, string, string][] = [
  ["2031-06-04", "2031-06-04", "2031-06-03"],
  ["2031-06", "2031-06-30", "2031-06-29"],
  ["2031", "2031-12-31", "2031-12-30"],
];

for (const [given, day, yesterday] of DATES) {
  Deno.test(`--published ${given} stands for ${day}`, async () => {
    await withFiles(
      { "a.txt": "300 homes burnt yesterday." },
      async (folder) => {
        const file = join(folder, "a.txt");
        const json = await read(file, "--published", given, "--json");
        const [found] = JSON.parse(json).files;
        assert.deepEqual([found.published, found.drafts[0].start], [
          day,
          yesterday,
        ]);
      },
    );
  });
}

for (const wrong of ["2031-13", "2031-02-30", "04.06.2031", "June 2031", ""]) {
  Deno.test(`--published '${wrong}' is refused with what would be right`, async () => {
    const { code, stdout, stderr } = await runTask(
      "read",
      ...["README.md", "--published", wrong],
    );
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /^--published: .*a day is right, such as 2025-11-28/);
  });
}
