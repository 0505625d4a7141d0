import assert from "node:assert/strict";
import { join } from "node:path";
import { assertOneDisk } from "../../../lib/cli/report/publish.ts";
import { withFolder } from "../files/folder.ts";
import { link } from "../files/odd_files.ts";
import { canMount, Disk } from "./disk.ts";
import { contents, type Project, withProject } from "./project.ts";

/** What a report refuses beside the tables: what is made, and what is said. */
const REFUSED: readonly {
  what: string;
  make: (project: Project) => Promise<unknown>;
  says: RegExp;
  code: number;
}[] = [
  {
    what: "a descriptor that is not JSON",
    make: ({ path }) =>
      Deno.writeTextFile(
        join(path, "floods", "datapackage.json"),
        '{\n  "title": "Floods",\n}\n',
      ),
    says: /datapackage\.json:3:1 is not JSON; correct it, or remove the file/,
    code: 2,
  },
  {
    what: "a descriptor that is a list",
    make: ({ path }) =>
      Deno.writeTextFile(join(path, "floods", "datapackage.json"), "[]"),
    says: /datapackage\.json:1:1 is not a JSON object/,
    code: 2,
  },
  {
    what: "a codebook that is a folder",
    make: ({ path }) => Deno.mkdir(join(path, "floods", "README.md")),
    says: /Cannot read .*README\.md: it is not a regular file/,
    code: 2,
  },
  {
    what: "a codebook that is a link to a file of the reader's own",
    make: ({ path }) => link("/etc/hosts", join(path, "floods", "README.md")),
    says: /README\.md: it is a link that leads out of its folder/,
    code: 2,
  },
  {
    what: "a folder in the report's place that is no report",
    make: async ({ report }) => {
      await Deno.remove(report, { recursive: true });
      await Deno.mkdir(report);
      await Deno.writeTextFile(join(report, "thesis.txt"), "years of work");
    },
    says: /holds something else than a report/,
    code: 2,
  },
];

for (const { what, make, says, code } of REFUSED) {
  Deno.test({
    name: `a report is refused, and nothing changes: ${what}`,
    ignore: Deno.build.os === "windows",
    async fn() {
      await withProject(async (project) => {
        assert.equal((await project.run()).code, 0);
        await make(project);
        const before = await contents(project.report);
        const ended = await project.run(["--force"]);
        assert.match(ended.said, says);
        assert.match(ended.said, /No report was written; an earlier one is/);
        assert.doesNotMatch(ended.said, /\n\s+at |\.ts:\d/);
        assert.equal(ended.code, code, ended.said);
        assert.deepEqual(await contents(project.report), before);
        assert.deepEqual(await project.left(), []);
      });
    },
  });
}

Deno.test({
  name: "two disks are told before any work is done",
  ignore: !canMount,
  async fn() {
    await using disk = (await Disk.mount(1))!;
    await withFolder(async (folder) => {
      await assertOneDisk(folder, join(folder, "not", "yet", "there"));
      await assert.rejects(
        assertOneDisk(disk.path, join(folder, "report")),
        /lie on two disks.*Put both on one disk/s,
      );
    });
  },
});
