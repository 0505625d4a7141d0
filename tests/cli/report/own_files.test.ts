import assert from "node:assert/strict";
import { join } from "node:path";
import { exists } from "../../../lib/cli/jupyter/environment/exists.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";
import { OutError } from "../../../lib/cli/report/place.ts";
import { recover } from "../../../lib/cli/report/publish.ts";
import { HEADER } from "../../dataset/folder.ts";
import { withFolder } from "../../whole/files/folder.ts";

const CLAIMS = `${HEADER}\na,cases,total,1,2024-01,2024-01\n`;
const STAMP = ".made-from.json";

/** A project without notebooks, a dataset, and a report of that. */
async function withReport(
  run: (
    make: (out?: string, data?: string) => Promise<unknown>,
    out: string,
    project: string,
  ) => Promise<void>,
): Promise<void> {
  await withFolder(async (project) => {
    const floods = join(project, "floods");
    await Deno.mkdir(floods);
    await Deno.writeTextFile(join(floods, "claims.csv"), CLAIMS);
    await Deno.mkdir(join(project, "reports"));
    const out = join(project, "reports", "a");
    const make = async (to = out, data = floods) => {
      const work = join(project, ".cache", "x");
      await Deno.mkdir(work, { recursive: true });
      const other = { data, notebooks: [] };
      return await buildReport({ project, out: to, work, other, force: true });
    };
    await make();
    await run(make, out, project);
  });
}

Deno.test("a report inside a report is refused, and one around other files", async () => {
  await withReport(async (make, out, project) => {
    for (const inside of [join(out, "b"), join(out, "b", "c")]) {
      await assert.rejects(
        make(inside),
        (error) =>
          error instanceof OutError &&
          /lies inside the report/.test(error.message),
      );
      assert.equal(await exists(inside), false);
    }
    const mine = join(project, "reports", "mine");
    await Deno.mkdir(mine);
    await Deno.writeTextFile(join(mine, "notes.txt"), "mine");
    await assert.rejects(
      make(mine),
      (error) =>
        error instanceof OutError && /such as notes\.txt/.test(error.message),
    );
    assert.equal(await Deno.readTextFile(join(mine, "notes.txt")), "mine");
    await Deno.remove(join(mine, "notes.txt"));
    assert.equal(await make(mine), "built");
  });
});

Deno.test("what the stamp does not name stays, what it names and is no more goes", async () => {
  await withReport(async (make, out, project) => {
    const own = {
      "notes.txt": "mine",
      "b/index.html": "a report of an earlier version, inside",
      "b/.made-from.json": "{}",
      ".DS_Store": "x",
    };
    await Deno.mkdir(join(out, "b"));
    for (const [name, text] of Object.entries(own)) {
      await Deno.writeTextFile(join(out, name), text);
    }
    // A page of the earlier report that the new one has no longer.
    const stamp = JSON.parse(await Deno.readTextFile(join(out, STAMP)));
    stamp.files["07-old.html"] = "0";
    await Deno.writeTextFile(join(out, STAMP), JSON.stringify(stamp));
    await Deno.writeTextFile(join(out, "07-old.html"), "old");
    const kept = async () => {
      for (const [name, text] of Object.entries(own)) {
        assert.equal(await Deno.readTextFile(join(out, name)), text, name);
      }
      assert.equal(await exists(join(out, "07-old.html")), false);
      const [work] = [join(project, ".cache", "x")];
      for await (const { name } of Deno.readDir(work)) {
        assert.doesNotMatch(name, /^report-/);
      }
    };
    await make();
    await kept();
    // Killed after the new pages were put there, before these were given back.
    const work = join(project, ".cache", "x");
    const left = join(work, "report-killed");
    await Deno.mkdir(left);
    await Deno.rename(out, join(left, "old"));
    await Deno.mkdir(out);
    for await (const { name } of Deno.readDir(join(left, "old"))) {
      if (!(name in own) && name !== "b") {
        await Deno.copyFile(join(left, "old", name), join(out, name));
      }
    }
    await recover(work, out);
    await kept();
    // A page may not take the place of a file of one's own.
    await Deno.writeTextFile(join(project, "floods", "README.md"), "# Mine\n");
    await Deno.writeTextFile(join(out, "codebook.html"), "mine");
    await assert.rejects(
      make(),
      /codebook\.html is none of the earlier report/,
    );
    assert.equal(await Deno.readTextFile(join(out, "codebook.html")), "mine");
  });
});

Deno.test("a stamp knows what an untitled dataset's folder is called", async () => {
  await withReport(async (_make, out, project) => {
    const renamed = join(project, "fires");
    await Deno.rename(join(project, "floods"), renamed);
    const work = join(project, ".cache", "x");
    const other = { data: renamed, notebooks: [] };
    assert.equal(await buildReport({ project, out, work, other }), "built");
    const index = await Deno.readTextFile(join(out, "index.html"));
    assert.match(index, /Claims in fires/);
    assert.doesNotMatch(index, /Claims in floods/);
  });
});
