import assert from "node:assert/strict";
import { join } from "node:path";
import { TaskFailure } from "../../../lib/cli/jupyter/environment/failure.ts";
import { inputFiles } from "../../../lib/cli/jupyter/environment/input_files.ts";
import { whileStill } from "../../../lib/cli/jupyter/environment/while_still.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";
import { HEADER } from "../../dataset/folder.ts";
import { withFiles, withFolder } from "../../whole/files/folder.ts";

/** A notebook of one cell, as JSON. */
function notebook(...lines: string[]): string {
  const source = lines.join("\n");
  const cell = {
    cell_type: "code",
    id: "a",
    metadata: {},
    outputs: [],
    source,
  };
  return JSON.stringify({
    cells: [{ ...cell, execution_count: null }],
    metadata: { kernelspec: { name: "deno", display_name: "Deno" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** Runs with variables of the environment, and keeps what is said. */
async function said(
  variables: Readonly<Record<string, string>>,
  run: () => Promise<unknown>,
): Promise<string> {
  const { error } = console;
  let told = "";
  console.error = (...words: unknown[]) =>
    void (told += `${words.join(" ")}\n`);
  for (const [name, value] of Object.entries(variables)) {
    Deno.env.set(name, value);
  }
  try {
    await run();
  } finally {
    console.error = error;
    for (const name of Object.keys(variables)) Deno.env.delete(name);
  }
  return told;
}

Deno.test("a report is made from one state of its files, none of it the caller's", async () => {
  await withFolder(async (project) => {
    const claims = join(project, "data", "claims.csv");
    const row = (stated: string) =>
      `${HEADER}\na,cases,total,${stated},2024-01,2024-01\n`;
    for (const folder of ["data", "notebooks"]) {
      await Deno.mkdir(join(project, folder));
    }
    await Deno.writeTextFile(claims, row("17001"));
    await Deno.writeTextFile(
      join(project, "notebooks", "01-reads.ipynb"),
      // Somebody saves the dataset once, after this notebook has read it.
      notebook(
        `const was = Deno.readTextFileSync("../data/claims.csv");`,
        `const now = was.replace(String(17_001), "23002");`,
        `if (now !== was) Deno.writeTextFileSync("../data/claims.csv", now);`,
        `const own = ["TALLYSTICK_DATA", "TALLYSTICK_SEPARATOR", "POLARS_FMT_MAX_ROWS"];`,
        `console.log(was, own.map((name) => Deno.env.get(name) ?? "unset").join("+"));`,
      ),
    );
    const told = await said({
      TALLYSTICK_DATA: "/elsewhere",
      TALLYSTICK_SEPARATOR: ";",
      POLARS_FMT_MAX_ROWS: "1",
    }, async () => assert.equal(await buildReport({ project }), "built"));
    assert.match(
      told,
      /data\/claims\.csv changed while the report was being made: it is made again\./,
    );
    const page = (name: string) =>
      Deno.readTextFile(join(project, "report", name));
    const notebookPage = await page("01-reads.html");
    const claimsPage = await page("claims.html");
    for (const html of [notebookPage, claimsPage]) {
      assert.ok(/>[^<]*(23,002|,23002,)/.test(html));
      assert.ok(!/17,?001/.test(html));
    }
    assert.ok(notebookPage.includes("unset+unset+unset"));
    assert.equal(await buildReport({ project }), "unchanged");
  });
});

Deno.test("work on files that change is done again, three times at most", async () => {
  await withFiles({ "a.txt": "1", "b.txt": "1" }, async (folder) => {
    const files = () => inputFiles(folder, ".");
    const how = { files, doing: "it ran", again: "it runs again" };
    let runs = 0;
    let told = await said({}, async () => {
      const found = await whileStill({
        ...how,
        work: async (check) => {
          // Written back, it has been another all the same.
          if (++runs === 1) {
            // A file system's clock ticks more slowly than files are written.
            await new Promise((done) => setTimeout(done, 50));
            await Deno.writeTextFile(join(folder, "a.txt"), "22");
            await Deno.writeTextFile(join(folder, "a.txt"), "1");
          }
          await check();
          return runs;
        },
      });
      assert.equal(found, 2);
    });
    assert.match(told, /a\.txt changed while it ran: it runs again\./);
    runs = 0;
    told = await said({}, () =>
      assert.rejects(
        whileStill({
          ...how,
          work: async () => {
            await Deno.writeTextFile(join(folder, `${++runs}.txt`), "new");
            throw new Error("half a file");
          },
        }),
        (error) =>
          error instanceof TaskFailure &&
          /3\.txt changed while it ran, 3 times in a row/.test(error.message),
      ));
    assert.equal(runs, 3);
    // What fails on files that stand still fails once.
    runs = 0;
    const failing = async () => {
      runs++;
      await Promise.reject(new Error("as it is"));
    };
    await assert.rejects(whileStill({ ...how, work: failing }), /as it is/);
    assert.equal(runs, 1);
  });
});
