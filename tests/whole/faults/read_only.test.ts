import assert from "node:assert/strict";
import { join } from "node:path";
import { canMount, Disk, freeze } from "./disk.ts";
import { contents, Project, withProject } from "./project.ts";

const UNTOUCHED = /No report was written; an earlier one is as it was/;

Deno.test({
  name: "a disk that can only be read: said, and nothing changes",
  ignore: !canMount,
  async fn() {
    await using disk = (await Disk.mount(24))!;
    const project = await Project.in(disk.path);
    assert.equal((await project.run()).code, 0);
    const earlier = await contents(project.report);
    await project.change(2);
    await disk.makeReadOnly(true);
    const { code, said } = await project.run();
    assert.equal(code, 1);
    assert.match(said, /on a disk that can only be read\. Copy the project/);
    assert.match(said, UNTOUCHED);
    assert.doesNotMatch(said, /\n\s+at |\.ts:\d/);
    assert.deepEqual(await contents(project.report), earlier);
    await disk.makeReadOnly(false);
    assert.equal((await project.run()).code, 0);
  },
});

/** Whether folders can be frozen where temporary files lie. */
const canFreeze = await (async () => {
  if (Deno.build.os === "windows") return false;
  const folder = await Deno.makeTempDir();
  const frozen = await freeze(folder, true);
  await freeze(folder, false);
  await Deno.remove(folder);
  return frozen;
})();

if (!canFreeze) {
  console.log(
    "Nothing stops root from writing here: tests of read-only folders are skipped.",
  );
}

const PLACES: Readonly<
  Record<string, (project: Project) => string | Promise<string>>
> = {
  "reports": ({ path }) => join(path, "reports"),
  "reports/floods": ({ report }) => report,
  "the folder where it is made": (project) => project.work(),
};

for (const [where, placeOf] of Object.entries(PLACES)) {
  Deno.test({
    name: `${where} may not be written: said, and the earlier report stays`,
    ignore: !canFreeze,
    async fn() {
      await withProject(async (project) => {
        assert.equal((await project.run()).code, 0);
        const earlier = await contents(project.report);
        await project.change(2);
        const place = await placeOf(project);
        await freeze(place, true);
        try {
          const { code, said } = await project.run();
          assert.equal(code, 1, said);
          assert.match(said, /This user may not write there/);
          assert.match(said, UNTOUCHED);
          assert.doesNotMatch(said, /\n\s+at |\.ts:\d/);
          assert.deepEqual(await contents(project.report), earlier);
        } finally {
          await freeze(place, false);
        }
        assert.deepEqual(await project.left(), []);
        assert.equal((await project.run()).code, 0);
      });
    },
  });
}
