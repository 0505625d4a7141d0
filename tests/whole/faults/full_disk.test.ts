import assert from "node:assert/strict";
import { canMount, Disk } from "./disk.ts";
import { contents, Project, withProject } from "./project.ts";

const UNTOUCHED = /No report was written; an earlier one is as it was/;
const unix = Deno.build.os !== "windows";

if (!canMount) {
  console.log(
    "No disk can be mounted here: what needs one of its own is skipped.",
  );
}

Deno.test({
  name: "a full disk: the earlier report stays whole, and the message says so",
  // Mounting a small disk takes root.
  ignore: !canMount,
  async fn() {
    await using disk = (await Disk.mount(24))!;
    const project = await Project.in(disk.path);
    assert.equal((await project.run()).code, 0);
    const earlier = await contents(project.report);
    assert.ok(Object.keys(earlier).length >= 4);
    await project.change(2);
    // Each fails later: at the first folder, the findings, one page or another.
    let failed = 0;
    for (let free = 0;; free = Math.max(4096, free * 2)) {
      await disk.fill(free);
      const { code, said } = await project.run();
      if (code === 0) break;
      failed++;
      assert.equal(code, 1, said);
      assert.match(said, /The disk is full\. Make room on it/);
      assert.match(said, UNTOUCHED);
      assert.doesNotMatch(said, /\n\s+at |\.ts:\d/);
      assert.deepEqual(await contents(project.report), earlier);
      assert.deepEqual(await project.left(), []);
      await disk.empty();
    }
    assert.ok(failed >= 3, `${failed} failed`);
    const now = await contents(project.report);
    assert.notEqual(now["claims.html"], earlier["claims.html"]);
  },
});

Deno.test({
  name: "a limit on files' size: the earlier report stays whole",
  ignore: !unix,
  async fn() {
    await withProject(async (project) => {
      assert.equal((await project.run()).code, 0);
      const earlier = await contents(project.report);
      await project.change(2);
      for (const blocks of [0, 4, 40]) {
        // Ignored, the signal becomes an error that can be told.
        const limited = `trap "" XFSZ; ulimit -f ${blocks}; exec "$@"`;
        const { code, said } = await project.run([], [
          "sh",
          "-c",
          limited,
          "sh",
        ]);
        assert.equal(code, 1, said);
        assert.match(said, /`ulimit -f` says how large/);
        assert.match(said, UNTOUCHED);
        assert.doesNotMatch(said, /\n\s+at |\.ts:\d/);
        assert.deepEqual(await contents(project.report), earlier);
        assert.deepEqual(await project.left(), []);
      }
      assert.equal((await project.run()).code, 0);
    });
  },
});
