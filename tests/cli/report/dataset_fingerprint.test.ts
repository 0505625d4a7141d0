import assert from "node:assert/strict";
import { join } from "node:path";
import { checkDataset } from "../../../lib/dataset/load.ts";
import { UnreadableError } from "../../../lib/dataset/problem.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";
import { datasetFingerprint } from "../../../lib/cli/report/dataset_fingerprint.ts";
import { HEADER, inFolder } from "../../dataset/folder.ts";
import { link, pipe } from "../../whole/files/odd_files.ts";

const CLAIMS = `${HEADER}\na,cases,total,1,2024-01,2024-01\n`;
const unix = Deno.build.os !== "windows";

async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.catch((error: unknown) => error);
  assert.ok(error instanceof UnreadableError, String(error));
  return error.message;
}

Deno.test("the fingerprint changes with each file of the dataset, and with no other", async () => {
  await inFolder({ claims: CLAIMS }, async (folder) => {
    const seen = new Set([await datasetFingerprint(folder)]);
    for (
      const [name, text] of [
        ["claims.csv", `${CLAIMS}b,cases,total,1,2024-01,2024-01\n`],
        ["measures.csv", "measure\ncases\n"],
        ["README.md", "# Mine\n"],
        ["datapackage.json", "{}\n"],
      ] as const
    ) {
      await Deno.writeTextFile(join(folder, name), text);
      seen.add(await datasetFingerprint(folder));
    }
    assert.equal(seen.size, 5);
    await Deno.writeTextFile(join(folder, "notes.txt"), "mine\n");
    assert.ok(seen.has(await datasetFingerprint(folder)));
  });
});

/** What no dataset may hold, in place of one of its tables. */
const REFUSED: readonly (readonly [
  what: string,
  make: (path: string) => Promise<unknown>,
])[] = [
  // It takes no room on the disk: nothing is written.
  ["a file of 10 GB", async (path) => {
    await Deno.writeTextFile(path, "");
    await Deno.truncate(path, 10 * 2 ** 30);
  }],
  ["a folder", (path) => Deno.mkdir(path)],
  ...(unix
    ? [
      ["a link out of the folder", (path: string) => link("/etc/hosts", path)],
      ["a link to what never ends", (path: string) => link("/dev/zero", path)],
      ["a link to the whole disk", (path: string) => link("/", path)],
      ["a pipe that nobody writes to", pipe],
    ] as const
    : []),
];

for (const [what, make] of REFUSED) {
  Deno.test(`${what} is refused in the loader's words, and not read`, async () => {
    await inFolder({ claims: CLAIMS }, async (folder) => {
      await make(join(folder, "sources.csv"));
      const said = await refusal(checkDataset(folder));
      assert.match(said, /^Cannot read .*sources\.csv: /);
      assert.equal(await refusal(datasetFingerprint(folder)), said);
      const work = join(folder, "work");
      const built = buildReport({
        project: folder,
        work,
        out: join(folder, "report"),
        other: { data: folder, notebooks: [] },
      });
      assert.equal(await refusal(built), said);
    });
  });
}
