import { checkDataset } from "../../lib/dataset/load.ts";
import { readOwnText } from "../../lib/dataset/own_file.ts";
import { UnreadableError } from "../../lib/dataset/problem.ts";
import { link, pipe } from "../whole/files/odd_files.ts";
import { HEADER, inFolder } from "./folder.ts";
import assert from "node:assert/strict";

const CLAIMS = `${HEADER}\na,cases,none,,,\n`;
const unix = Deno.build.os !== "windows";

/** What reading a folder's dataset throws, in one line. */
async function refusal(folder: string): Promise<string> {
  const error = await checkDataset(folder).catch((error: unknown) => error);
  assert.ok(error instanceof UnreadableError);
  return error.message.replaceAll(folder, "FOLDER");
}

Deno.test("a link within the folder is followed, one that leads out is not", async () => {
  await inFolder(
    { claims: CLAIMS, table: "measure\ncases\n" },
    async (folder) => {
      await link("table.csv", `${folder}/measures.csv`);
      const { dataset } = await checkDataset(folder);
      assert.deepEqual(dataset?.measures.map((row) => row.measure), ["cases"]);

      await inFolder({ sources: "source_id\nsecret\n" }, async (other) => {
        for (
          const target of [
            `${other}/sources.csv`,
            `../${other.split("/").at(-1)}/sources.csv`,
          ]
        ) {
          await link(target, `${folder}/sources.csv`);
          assert.equal(
            await refusal(folder),
            "Cannot read FOLDER/sources.csv: it is a link that leads out of its " +
              "folder; put the file itself there",
          );
          await Deno.remove(`${folder}/sources.csv`);
        }
      });
    },
  );
});

Deno.test("a folder may itself be reached through a link", async () => {
  await inFolder({ claims: CLAIMS }, async (folder) => {
    await Deno.rename(`${folder}/claims.csv`, `${folder}/table.csv`);
    await link("table.csv", `${folder}/claims.csv`);
    const other = `${folder}-link`;
    await link(folder, other);
    try {
      assert.equal((await checkDataset(other)).dataset?.claims.length, 1);
    } finally {
      await Deno.remove(other);
    }
  });
});

Deno.test("a link that leads nowhere is said, not taken for a missing table", async () => {
  await inFolder({ claims: CLAIMS }, async (folder) => {
    await link("no-such-file", `${folder}/hedges.csv`);
    assert.match(await refusal(folder), /^Cannot read FOLDER\/hedges\.csv: /);
  });
});

Deno.test("only regular files are opened", async () => {
  await inFolder({ claims: CLAIMS }, async (folder) => {
    await Deno.mkdir(`${folder}/measures.csv`);
    assert.equal(
      await refusal(folder),
      "Cannot read FOLDER/measures.csv: it is not a regular file",
    );
  });
});

Deno.test({
  name: "a pipe is refused before it can make anybody wait",
  ignore: !unix,
  fn: () =>
    inFolder({ claims: CLAIMS }, async (folder) => {
      await pipe(`${folder}/readings.csv`);
      assert.equal(
        await refusal(folder),
        "Cannot read FOLDER/readings.csv: it is not a regular file",
      );
    }),
});

Deno.test({
  name: "what may not be read is said with its path",
  // An administrator may read anything.
  ignore: !unix || Deno.uid() === 0,
  fn: () =>
    inFolder({ claims: CLAIMS }, async (folder) => {
      await Deno.chmod(`${folder}/claims.csv`, 0);
      assert.match(await refusal(folder), /^Cannot read FOLDER\/claims\.csv: /);
    }),
});

Deno.test("a file of any size is refused before it is read", async () => {
  await inFolder({ claims: CLAIMS }, async (folder) => {
    // It takes no room on the disk: nothing is written.
    await Deno.truncate(`${folder}/claims.csv`, 600 * 2 ** 20);
    assert.equal(
      await refusal(folder),
      "Cannot read FOLDER/claims.csv: it has 600 MiB; a file of a dataset may " +
        "have 512 MiB at most, so split it",
    );
  });
});

Deno.test("other files of a dataset are its own too", async () => {
  await inFolder({ claims: CLAIMS }, async (folder) => {
    assert.equal(await readOwnText(`${folder}/README.md`), undefined);
    await Deno.writeTextFile(`${folder}/README.md`, "# Mine\n");
    assert.equal(await readOwnText(`${folder}/README.md`), "# Mine\n");
    await link("/etc/hosts", `${folder}/datapackage.json`);
    await assert.rejects(
      readOwnText(`${folder}/datapackage.json`),
      /is a link that leads out of its folder/,
    );
  });
});
