import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { withFolder } from "../files/folder.ts";
import { link, pipe } from "../files/odd_files.ts";
import { runTask } from "../../cli/run_task.ts";

const unix = Deno.build.os !== "windows";
const TABLE = "claim_id,measure,kind,stated,start,end\n" +
  "a,cases,total,60000,2024-01,2024-10\n";

/** What cannot be read at all: what is made in the folder, and what is said. */
const UNREADABLE: readonly {
  what: string;
  make: (folder: string) => Promise<unknown>;
  says: RegExp;
}[] = [
  {
    what: "a folder without claims.csv",
    make: (folder) => Deno.writeTextFile(join(folder, "Claims.txt"), TABLE),
    says: /There is no claims\.csv in .*claim_id,measure,kind,stated,start,end/,
  },
  {
    what: "a folder named claims.csv",
    make: (folder) => Deno.mkdir(join(folder, "claims.csv")),
    says: /Cannot read .*claims\.csv: it is not a regular file/,
  },
  ...(unix
    ? [{
      what: "a link that leads nowhere",
      make: (folder: string) => link("nothing.csv", join(folder, "claims.csv")),
      says: /Cannot read .*claims\.csv: No such file/,
    }, {
      what: "a link to itself",
      make: (folder: string) => link("claims.csv", join(folder, "claims.csv")),
      says: /Cannot read .*claims\.csv: .*link/,
    }, {
      what: "a pipe that nobody writes to",
      make: (folder: string) => pipe(join(folder, "claims.csv")),
      says: /Cannot read .*claims\.csv: it is not a regular file/,
    }, {
      what: "a device that never ends, in place of another table",
      make: async (folder: string) => {
        await Deno.writeTextFile(join(folder, "claims.csv"), TABLE);
        await link("/dev/zero", join(folder, "sources.csv"));
      },
      says: /Cannot read .*sources\.csv: .*leads out of its folder/,
    }, {
      what: "a link to a file of the reader's own",
      make: (folder: string) => link("/etc/hosts", join(folder, "claims.csv")),
      says: /leads out of its folder; put the file itself there/,
    }]
    : []),
];

for (const { what, make, says } of UNREADABLE) {
  Deno.test(`not to be read, which is status 2: ${what}`, async () => {
    await withFolder(async (folder) => {
      await make(folder);
      for (const name of ["validate", "reconcile"] as const) {
        const { code, stdout, stderr } = await runTask(name, folder);
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(stderr, says);
        assert.doesNotMatch(stderr, /\n\s+at /);
      }
    });
  });
}

Deno.test("a file in place of the folder is status 2", async () => {
  for (const name of ["validate", "reconcile"] as const) {
    const { code, stderr } = await runTask(name, join(ROOT, "README.md"));
    assert.equal(code, 2);
    assert.match(stderr, /README\.md/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

/** A task as a user starts it. */
async function denoTask(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", ...args],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

Deno.test("deno task ends with the status and words of the task itself", async () => {
  await withFolder(async (folder) => {
    const missing = await denoTask("validate", folder);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /^There is no claims\.csv/);
    await Deno.writeTextFile(join(folder, "claims.csv"), TABLE);
    const sound = await denoTask("validate", folder);
    assert.deepEqual([sound.code, sound.stderr], [0, ""]);
    await Deno.writeTextFile(
      join(folder, "claims.csv"),
      TABLE.replace("total", "totals"),
    );
    const says = /^claims\.csv:2:3 kind: 'totals' is not a kind; did you mean/m;
    const broken = await denoTask("validate", folder);
    assert.equal(broken.code, 1);
    assert.match(broken.stderr, says);
    const refused = await denoTask("reconcile", folder);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, says);
    const explain = [folder, "cases", "2024-01", "2024-02"];
    assert.equal((await denoTask("explain", ...explain)).code, 2);
  });
});

Deno.test({
  name: "a link within the folder, and a folder behind a link, are accepted",
  ignore: !unix,
  async fn() {
    await withFolder(async (folder) => {
      const real = join(folder, "real");
      await Deno.mkdir(real);
      await Deno.writeTextFile(join(real, "mine.csv"), TABLE);
      await link("mine.csv", join(real, "claims.csv"));
      await link("real", join(folder, "behind"));
      for (const name of ["real", "behind"]) {
        const { code, stderr } = await runTask("validate", join(folder, name));
        assert.deepEqual([code, stderr], [0, ""]);
      }
    });
  },
});
