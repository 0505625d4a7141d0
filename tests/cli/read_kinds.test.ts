import { join } from "node:path";
import assert from "node:assert/strict";
import { withFiles } from "../whole/files/folder.ts";
import { type Ended, runTask } from "./run_task.ts";

// Every kind that a text can state goes the whole way: read, accepted, valid,
// reconciled.

async function done(...args: string[]): Promise<Ended> {
  const [name, ...rest] = args;
  const ended = await runTask(name!, ...rest);
  assert.equal(ended.code, 0, ended.stderr);
  return ended;
}

interface Kind {
  readonly kind: string;
  readonly text: string;
  /** The measure of each draft, in the order of the text. */
  readonly measures: readonly string[];
  /** Low and high of the claim, as reconcile gives them. */
  readonly interval: readonly [number, number];
}

const KINDS: readonly Kind[] = [
  {
    kind: "level",
    text: "On 31 May 2031 there were 1,241 families in the camps.",
    measures: ["present"],
    interval: [1241, 1241],
  },
  {
    // 40 is rounded to 10.
    kind: "difference",
    text:
      "In May 2031 the camps received 303 families, 40 more than in April 2031.",
    measures: ["arrivals", "arrivals"],
    interval: [35, 45],
  },
  {
    kind: "difference",
    text: "Arrivals fell by 3,000 in May 2031 from April 2031.",
    measures: ["arrivals"],
    interval: [-3500, -2500],
  },
  {
    // About 15, one to either side.
    kind: "rate",
    text: "In June 2031 some 15 families a day arrived.",
    measures: ["arrivals"],
    interval: [14, 16],
  },
  {
    // A number of one unit is that number.
    kind: "ratio",
    text: "In May 2031 the number of families doubled from April 2031.",
    measures: ["arrivals"],
    interval: [2, 2],
  },
  {
    kind: "ratio",
    text: "In May 2031 arrivals rose by 12% from April 2031.",
    measures: ["arrivals"],
    interval: [1.115, 1.125],
  },
  {
    kind: "total",
    text: "In May 2031 the camps received dozens of families.",
    measures: ["arrivals"],
    interval: [12, 120],
  },
];

for (const { kind, text, measures, interval } of KINDS) {
  Deno.test(`read, accept, validate, reconcile a ${kind}: ${text}`, async () => {
    await withFiles({ "a.txt": text }, async (folder) => {
      const data = join(folder, "data");
      const file = join(folder, "a.txt");
      const when = ["--published", "2031-07-04"];
      const { stdout } = await done("read", file, ...when, "--json");
      const { drafts } = JSON.parse(stdout).files[0];
      assert.equal(drafts.at(-1).kind, kind);
      assert.equal(drafts.length, measures.length);
      await done("read", file, ...when, "--into", data);
      const ids = (await Deno.readTextFile(join(data, "drafts.csv")))
        .trimEnd().split("\n").slice(1).map((line) => line.split(",")[0]!);
      for (const [i, id] of ids.entries()) {
        await done("accept", data, id, "--measure", measures[i]!);
      }
      const { stdout: valid } = await done("validate", data);
      assert.match(valid, /is valid/);
      const reconciled = await done("reconcile", data, "--json");
      const { consistent, claims } = JSON.parse(reconciled.stdout);
      assert.equal(consistent, true);
      const { low, high } = claims.at(-1);
      assert.deepEqual([low, high], interval);
    });
  });
}

const LACKS: readonly (readonly [string, string, RegExp])[] = [
  [
    "a difference without its other period",
    "Arrivals fell by 3,000 in May 2031.",
    /lacks of_start and of_end, which its text does not settle/,
  ],
  [
    "a share without its whole",
    "In May 2031 one in five families left.",
    /lacks of_measure, which its text does not settle/,
  ],
];

for (const [name, text, message] of LACKS) {
  Deno.test(`accept asks for what ${name} lacks`, async () => {
    await withFiles({ "a.txt": text }, async (folder) => {
      const data = join(folder, "data");
      await done("read", join(folder, "a.txt"), "--into", data);
      const [, line = ""] = (await Deno.readTextFile(join(data, "drafts.csv")))
        .split("\n");
      const { code, stderr } = await runTask(
        "accept",
        ...[data, line.split(",")[0]!, "--measure", "arrivals"],
      );
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  });
}
