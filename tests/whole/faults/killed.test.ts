import assert from "node:assert/strict";
import { join } from "node:path";
import {
  exists,
  removeIfThere,
} from "../../../lib/cli/jupyter/environment/exists.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";
import { withFolder } from "../files/folder.ts";
import { atChanges, copyFolder } from "./at_changes.ts";
import "./no_bundler.ts";
import {
  contents,
  ended,
  NO_BUNDLER,
  type Project,
  says,
  withProject,
} from "./project.ts";

const unix = Deno.build.os !== "windows";

const work = (project: Project) =>
  join(project.path, ".cache", "reports", "floods");

/** Builds a project's report in this process. */
async function build(project: Project): Promise<void> {
  await buildReport({
    project: project.path,
    out: project.report,
    work: work(project),
    other: { data: join(project.path, "floods"), notebooks: [] },
  });
}

/** What runs change on the disk. */
const MADE = ["reports", ".cache"];

/** Every file in a folder with its text; those that are made have any name. */
async function files(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    const known = name.replace(/^report-.+/, "report-*");
    if (!isDirectory) found.push(`${known}: ${await Deno.readTextFile(path)}`);
    else {
      for (const file of [known, ...await files(path)]) {
        found.push(file === known ? known : `${known}/${file}`);
      }
    }
  }
  return found.sort();
}

/** Builds a project's report, and dies at a change to the disk. */
async function dieAt(project: Project, change: number) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "-A", NO_BUNDLER],
      join(import.meta.dirname!, "die_at.ts"),
      ...[project.path, join(project.path, "floods"), project.report],
      ...[work(project), String(change)],
    ],
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  return await ended(child);
}

Deno.test({
  name:
    "killed at any change to the disk: the earlier report or the new one, whole",
  ignore: !unix,
  // What a kill leaves is what is on the disk: a picture of it is taken at each
  // change of one run, and the next run starts from each.
  async fn() {
    await withProject(async (project) => {
      await build(project);
      const before = await contents(project.report);
      await withFolder(async (pictures) => {
        const picture = (change: number, part: string) =>
          join(pictures, String(change), part);
        let change = 0;
        await project.change(2);
        await atChanges(() => build(project), async () => {
          change++;
          for (const part of MADE) {
            await copyFolder(join(project.path, part), picture(change, part));
          }
        });
        assert.ok(change > 10, `${change} changes`);
        const between: number[] = [];
        const restore = async (at: number) => {
          for (const part of MADE) {
            await removeIfThere(join(project.path, part));
            await copyFolder(picture(at, part), join(project.path, part));
          }
        };
        for (let at = 1; at <= change; at++) {
          await restore(at);
          const after = await contents(project.report);
          // Not there, it waits between the two renames; the next run puts it
          // back, which shows in that it makes no other.
          if (Object.keys(after).length === 0) between.push(at);
          else if (after["claims.html"] === before["claims.html"]) {
            assert.deepEqual(after, before, `change ${at}`);
          } else {
            assert.deepEqual(Object.keys(after), Object.keys(before));
          }
          await project.change(1);
          await build(project);
          assert.deepEqual(await project.left(), [], `change ${at}`);
          const now = await contents(project.report);
          assert.deepEqual(now, before, `change ${at}`);
        }
        assert.equal(between.length, 1);

        // A kill leaves what the picture shows: in the middle of a page, and
        // between the renames.
        for (const at of [between[0]! - 3, between[0]!]) {
          await restore(1);
          await project.change(2);
          const { signal, said } = await dieAt(project, at);
          assert.equal(signal, "SIGKILL", said);
          for (const part of MADE) {
            assert.deepEqual(
              await files(join(project.path, part)),
              await files(picture(at, part)),
            );
          }
        }
      });
    });
  },
});

/** Waits until something is there. */
async function appears(
  is: () => Promise<boolean>,
  child: Promise<unknown>,
): Promise<void> {
  let over = false;
  child.then(() => over = true);
  while (!over && !await is()) await new Promise((r) => setTimeout(r, 10));
}

/** The folder that a report is being written in. */
async function working(project: Project): Promise<boolean> {
  return (await project.left()).some((name) => name.startsWith("report-"));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
  Deno.test({
    name:
      `${signal} in the middle: the earlier report stays whole, nothing is left`,
    ignore: !unix,
    async fn() {
      await withProject(async (project) => {
        assert.equal((await project.run()).code, 0);
        const earlier = await contents(project.report);
        await project.change(2);
        let stopped = 0;
        for (const wait of [0, 100, 200]) {
          const child = await project.start(["--force"]);
          const end = ended(child);
          await appears(() => working(project), end);
          await new Promise((resolve) => setTimeout(resolve, wait));
          try {
            child.kill(signal);
          } catch {
            // It was faster.
          }
          const { code, signal: by, said } = await end;
          // It may have been done by then.
          if (code === 0) continue;
          stopped++;
          assert.deepEqual(await contents(project.report), earlier);
          if (signal === "SIGKILL") assert.equal(by, "SIGKILL");
          else {
            assert.equal(code, 130, said);
            assert.match(said, /Stopped\. The earlier report is as it was/);
            assert.doesNotMatch(said, /\n\s+at /);
            assert.deepEqual(await project.left(), []);
          }
        }
        assert.ok(stopped > 0);
        assert.equal((await project.run()).code, 0);
        assert.deepEqual(await project.left(), []);
      });
    },
  });
}

Deno.test("two at once in one folder: one makes the report, the other waits and finds it", async () => {
  await withProject(async (project) => {
    const both = await Promise.all([project.run(), project.run()]);
    assert.deepEqual(both.map(({ code }) => code), [0, 0]);
    const said = both.map(({ said }) => said).join("");
    assert.match(said, /The report is ready/);
    assert.match(said, /Nothing changed since/);
    const made = await contents(project.report);
    // Both make it anew: one after the other, and to the same bytes.
    const again = await Promise.all([
      project.run(["--force"]),
      project.run(["--force"]),
    ]);
    assert.deepEqual(again.map(({ code }) => code), [0, 0]);
    assert.deepEqual(await contents(project.report), made);
    assert.deepEqual(await project.left(), []);
  });
});

Deno.test({
  name:
    "one that waits for another can be stopped, and takes over when that is killed",
  ignore: !unix,
  async fn() {
    await withProject(async (project) => {
      const first = await project.start(["--force"]);
      const over = ended(first);
      await appears(() => working(project), over);
      // Stands still, and holds the lock.
      first.kill("SIGSTOP");
      const second = await project.start();
      const third = await project.start();
      const waits = /Another report is being made here; waiting for it/;
      await Promise.all([says(second, waits), says(third, waits)]);
      second.kill("SIGINT");
      assert.equal((await second.status).code, 130);
      first.kill("SIGKILL");
      assert.equal((await over).signal, "SIGKILL");
      assert.equal((await third.status).code, 0);
      assert.match(
        await new Response(third.stdout).text(),
        /The report is ready/,
      );
      await second.stdout.cancel();
      assert.ok(await exists(join(project.report, "index.html")));
      assert.deepEqual(await project.left(), []);
    });
  },
});

Deno.test({
  name:
    "where the new report cannot be put, the earlier one is put back or kept",
  ignore: !unix,
  async fn() {
    await withProject(async (project) => {
      assert.equal((await project.run()).code, 0);
      const earlier = await contents(project.report);
      await project.change(2);
      // The second rename fails, and so may the one that undoes the first.
      for (const failing of [[2], [2, 3]]) {
        const child = new Deno.Command(Deno.execPath(), {
          args: [
            ...["run", "--quiet", "-A", NO_BUNDLER],
            join(import.meta.dirname!, "fail_renames.ts"),
            ...[project.path, join(project.path, "floods"), project.report],
            await project.work(),
            ...failing.map(String),
          ],
          env: { NO_COLOR: "1" },
          stdout: "piped",
          stderr: "piped",
        }).spawn();
        const { code, said } = await ended(child);
        assert.equal(code, 1, said);
        assert.doesNotMatch(said, /\n\s+at /);
        if (failing.includes(3)) {
          assert.match(said, /It is whole, in .* the next run puts it back/);
        } else assert.deepEqual(await contents(project.report), earlier);
        // Made from the first dataset again, it is the earlier one, untouched.
        await project.change(1);
        const { said: next } = await project.run();
        assert.match(next, /Nothing changed since/);
        assert.deepEqual(await contents(project.report), earlier);
        assert.deepEqual(await project.left(), []);
        await project.change(2);
      }
    });
  },
});
