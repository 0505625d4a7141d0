import assert from "node:assert/strict";
import { join } from "node:path";
import { withFolder } from "../files/folder.ts";
import {
  HOSTILE,
  writeHostileDataset,
} from "../../cli/report/hostile_dataset.ts";
import { type Ended, runTask } from "../../cli/run_task.ts";
import { writeLongDataset } from "./long_dataset.ts";

// What a terminal may obey, and what turns the direction of text round.
const OBEYED =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function assertQuiet(what: string, { code, stdout, stderr }: Ended): void {
  assert.ok(code <= 2, `${what}: status ${code}`);
  assert.doesNotMatch(stdout + stderr, OBEYED, what);
  assert.ok(stdout.length + stderr.length > 0, what);
}

/** The first measure of a dataset that has bounds, as the task takes it. */
const MEASURE = HOSTILE[0]!.trim();

Deno.test("hostile text in every field cannot steer the terminal", async () => {
  await withFolder(async (folder) => {
    await writeHostileDataset(folder);
    const calls: [Parameters<typeof runTask>[0], string[]][] = [
      ["validate", []],
      ["validate", ["--json"]],
      ["reconcile", []],
      ["reconcile", ["--json"]],
      ["reconcile", ["--width", "0"]],
      // Ids that the data do not have: the message lists some that it has.
      ["reconcile", ["--without", "\u001b[2J"]],
      ["reconcile", ["--collection", "\u202e"]],
      ["reconcile", ["--without", HOSTILE[6]!.trim()]],
      ["reconcile", ["--reading", `${HOSTILE[6]!.trim()}=\u0007`]],
      ["explain", [MEASURE, "2024-01", "2024-02"]],
      ["explain", [MEASURE, "2024-01", "2024-02", "--json"]],
      ["explain", ["\u001b[2J", "2024-01", "2024-02"]],
    ];
    for (const [name, args] of calls) {
      const ended = await runTask(name, folder, ...args);
      assertQuiet(`${name} ${JSON.stringify(args)}`, ended);
      if (args.includes("--json")) {
        // The same values all the same.
        const text = JSON.stringify(JSON.parse(ended.stdout));
        assert.ok(name !== "reconcile" || text.includes("\u202e"));
      }
    }
  });
});

Deno.test("hostile cells and columns cannot steer the terminal through problems", async () => {
  await withFolder(async (folder) => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const names = ["claim_id", "measure", "kind", "stated", "start", "end"];
    const header = [...names, ...HOSTILE.map(quote)].join(",");
    const rows = HOSTILE.map((text) =>
      [...names.map(() => quote(text)), ...HOSTILE.map(() => "")].join(",")
    );
    await Deno.writeTextFile(
      join(folder, "claims.csv"),
      [header, ...rows].join("\n"),
    );
    for (const args of [[folder], [folder, "--json"]]) {
      const ended = await runTask("validate", ...args);
      assert.equal(ended.code, 1);
      assertQuiet("validate", ended);
    }
    assertQuiet("reconcile", await runTask("reconcile", folder));
    // Nor through the header.
    await Deno.writeTextFile(
      join(folder, "claims.csv"),
      [...HOSTILE, ...HOSTILE].map(quote).join(",") + "\n",
    );
    assertQuiet("validate", await runTask("validate", folder));
  });
});

Deno.test("a megabyte in every field does not flood the terminal", async () => {
  await withFolder(async (folder) => {
    for (const length of [1_000_000, 50_000]) {
      await writeLongDataset(folder, length);
      // Whether so long a field is refused or not, little is said of it.
      for (const name of ["validate", "reconcile"] as const) {
        const ended = await runTask(name, folder);
        assertQuiet(name, ended);
        const { stdout, stderr } = ended;
        assert.ok(stdout.length + stderr.length < 60_000, name);
        const longest = Math.max(
          ...(stdout + stderr).split("\n").map((line) => line.length),
        );
        assert.ok(longest <= 2100, `${name}: a line of ${longest} letters`);
      }
    }
  });
});
