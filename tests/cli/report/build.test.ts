import assert from "node:assert/strict";
import { join } from "node:path";
import { exists } from "../../../lib/cli/jupyter/environment/exists.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";
import { NotebookFailure } from "../../../lib/cli/jupyter/notebook/execute.ts";
import { withFolder } from "../../whole/files/folder.ts";

const FIXTURES = join(
  import.meta.dirname!,
  ...["..", "..", "notebooks"],
  "fixtures",
);

/** A project of one notebook, removed afterwards. */
async function withProject(
  use: (project: string, report: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (project) => {
    await Deno.mkdir(join(project, "notebooks"));
    await addNotebook(project, "works", "01-works");
    await use(project, join(project, "report"));
  });
}

function addNotebook(project: string, fixture: string, name: string) {
  return Deno.copyFile(
    join(FIXTURES, `${fixture}.ipynb`),
    join(project, "notebooks", `${name}.ipynb`),
  );
}

/** Every file of a report with its text. */
async function read(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { name } of Deno.readDir(folder)) {
    files[name] = await Deno.readTextFile(join(folder, name));
  }
  return files;
}

async function leftovers(project: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(join(project, ".cache"))) {
    names.push(name);
  }
  return names;
}

Deno.test("a report is built once, rebuilt to the same bytes, and survives what fails", async (t) => {
  await withProject(async (project, report) => {
    let first: Record<string, string> = {};

    await t.step("the first run writes a page a notebook", async () => {
      assert.equal(await buildReport({ project }), "built");
      first = await read(report);
      assert.deepEqual(Object.keys(first).sort(), [
        ".made-from.json",
        "01-works.html",
        "index.html",
      ]);
      assert.match(first["index.html"]!, /What three bars can say/);
      assert.match(first["index.html"]!, /Does a chart drawn by the kernel/);
      const page = first["01-works.html"]!;
      assert.match(page, /^<!DOCTYPE html>\n<html lang="en"/);
      assert.match(page, /default-src 'none'/);
      assert.match(page, /viewBox="0 0 640 180"/);
      assert.match(page, /<details class="code">/);
      assert.doesNotMatch(page, /¶/);
      // The page's own scripts, which its policy names by their contents.
      const scripts = page.match(/<script/g) ?? [];
      assert.equal(scripts.length, page.match(/'sha256-/g)?.length ?? 0);
      assert.doesNotMatch(page, /<script[^>]+src=/);
      assert.deepEqual(await leftovers(project), ["report.lock"]);
    });

    await t.step("a second run with nothing changed does no work", async () => {
      const before = (await Deno.stat(report)).ino;
      const started = performance.now();
      assert.equal(await buildReport({ project }), "unchanged");
      assert.ok(performance.now() - started < 1000);
      assert.equal((await Deno.stat(report)).ino, before);
    });

    await t.step(
      "a report killed between its two renames comes back",
      async () => {
        const left = join(project, ".cache", "report-killed");
        await Deno.mkdir(left);
        await Deno.rename(report, join(left, "old"));
        assert.equal(await buildReport({ project }), "unchanged");
        assert.deepEqual(await read(report), first);
        assert.deepEqual(await leftovers(project), ["report.lock"]);
      },
    );

    await t.step(
      "two at once: one builds, the other finds it done",
      async () => {
        await Deno.remove(join(report, "01-works.html"));
        const results = await Promise.all([
          buildReport({ project }),
          buildReport({ project }),
        ]);
        assert.deepEqual(results.sort(), ["built", "unchanged"]);
        assert.deepEqual(await read(report), first);
      },
    );

    await t.step(
      "a failing notebook leaves the earlier report whole",
      async () => {
        await addNotebook(project, "fails", "02-fails");
        await assert.rejects(
          buildReport({ project }),
          (error) =>
            error instanceof NotebookFailure &&
            error.notebook === "02-fails.ipynb" && error.cell === 2,
        );
        assert.deepEqual(await read(report), first);
        assert.deepEqual(await leftovers(project), ["report.lock"]);
      },
    );

    await t.step("an interruption leaves it whole as well", async () => {
      await assert.rejects(
        buildReport({ project, signal: AbortSignal.timeout(200) }),
        { name: "Interrupted" },
      );
      assert.deepEqual(await read(report), first);
      assert.deepEqual(await leftovers(project), ["report.lock"]);
    });
  });
});

Deno.test("a project without notebooks is refused, and nothing is written", async () => {
  await withProject(async (project, report) => {
    await Deno.remove(join(project, "notebooks", "01-works.ipynb"));
    await assert.rejects(buildReport({ project }), /No notebooks in /);
    assert.equal(await exists(report), false);
  });
});
