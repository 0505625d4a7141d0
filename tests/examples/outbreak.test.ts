import assert from "node:assert/strict";
import { join } from "node:path";
import { checkDataset } from "../../lib/dataset/load.ts";
import { formatProblem } from "../../lib/dataset/problem.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { buildReport } from "../../lib/cli/report/build.ts";

// What is expected here was worked out by hand, as examples/outbreak/README.md
// tells, and not read off the engine.

const FOLDER = join(ROOT, "examples", "outbreak");

const { dataset, problems, warnings } = await checkDataset(FOLDER);

const near = (a: number | null, b: number) =>
  assert.ok(a !== null && Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

Deno.test("the example is sound, of ten claims, all marked as invented", () => {
  assert.deepEqual(problems.map(formatProblem), []);
  assert.deepEqual(warnings.map(formatProblem), []);
  assert.equal(dataset!.claims.length, 10);
  for (const { note } of [...dataset!.claims, ...dataset!.sources]) {
    assert.match(note!, /^Invented\./);
  }
});

Deno.test("its conflicts are those that can be added up by hand", async () => {
  using result = await reconcile(dataset!);
  assert.equal(result.consistent, false);
  const total = ["bulletin-march-to-june", "ministry-900-a-month"];
  const hospital = ["hospital-2140-admitted", "hospital-one-in-five"];
  const expected = [
    // At least 9,000 against at most 7,000, and against 4,812 and 2 × 1,000.
    ["herald-at-least-9000", "post-over-6000"],
    ["herald-at-least-9000", "radio-over-6000"],
    ["herald-at-least-9000", ...total],
    // 2,140 is more than a quarter of 7,000, and of 6,812.
    [...hospital, "post-over-6000"],
    [...hospital, "radio-over-6000"],
    [...hospital, ...total],
  ];
  const sorted = (sets: readonly (readonly string[])[]) =>
    sets.map((set) => set.toSorted().join(" ")).sort();
  assert.deepEqual(
    sorted(result.conflicts.map(({ claims }) => claims)),
    sorted(expected),
  );
  assert.equal(result.conflictsComplete, true);
  // 4812 + 2000 and 9000 meet at 6812 (1 + t) = 9000 (1 - t).
  assert.ok(Math.abs(result.slack - 2188 / 15812) < 2e-6, `${result.slack}`);
});

Deno.test("its repairs take one of the two sides", async () => {
  using result = await reconcile(dataset!);
  assert.deepEqual(result.repairs.map(({ drop, weight }) => [weight, drop]), [
    [2, ["herald-at-least-9000", "hospital-2140-admitted"]],
    [2, ["herald-at-least-9000", "hospital-one-in-five"]],
    [3, ["bulletin-march-to-june", "post-over-6000", "radio-over-6000"]],
    [3, ["ministry-900-a-month", "post-over-6000", "radio-over-6000"]],
  ]);
});

Deno.test("what follows for July and August comes of the rate and the ratio", async () => {
  using result = await reconcile(dataset!);
  const july = result.bounds("cases", "2023-07", "2023-07");
  near(july.low, 1600 / 2.55);
  near(july.high, 2000 / 2.45);
  const august = result.bounds("cases", "2023-08", "2023-08");
  near(august.low, 1600 * 1.45 / 2.45);
  near(august.high, 2000 * 1.55 / 2.55);
  const april = result.bounds("cases", "2023-04", "2023-04");
  near(april.high, 4812 - 612);
});

Deno.test("read as people who fell ill, two claims fit the others", async () => {
  using result = await reconcile(dataset!, {
    reading: {
      "herald-at-least-9000": "people-ill",
      "hospital-one-in-five": "people-ill",
    },
  });
  assert.equal(result.consistent, true);
  // At least 0.15 of those who fell ill are 2,140.
  near(result.bounds("ill", "2023-03", "2023-08").high, 2140 / 0.15);
});

Deno.test("read as of each month, the rate does not fit the ratio", async () => {
  // 800 in July make 1,160 in August, more than 1,000.
  using result = await reconcile(dataset!, {
    reading: { "ministry-900-a-month": "each-month" },
  });
  const pair = ["ministry-900-a-month", "ministry-august-over-july"];
  assert.ok(
    result.conflicts.some(({ claims }) =>
      claims.toSorted().join() === pair.join()
    ),
  );
});

Deno.test("of its echo only the earlier report stays", async () => {
  using result = await reconcile(dataset!, { echoes: "once" });
  const ids = result.claims.map(({ claim }) => claim);
  assert.ok(ids.includes("post-over-6000"));
  assert.ok(!ids.includes("radio-over-6000"));
  assert.equal(result.conflicts.length, 4);
});

Deno.test("its notebook runs, and a report of it shows the verdict", async () => {
  const work = join(ROOT, ".cache", "tests", "outbreak");
  const out = join(work, "report");
  await buildReport({
    project: ROOT,
    work,
    out,
    force: true,
    other: { data: FOLDER, notebooks: [join(FOLDER, "explore.ipynb")] },
  });
  const page = await Deno.readTextFile(join(out, "claims.html"));
  assert.match(page, /not six but at least 9,000 people fell ill/);
  const index = await Deno.readTextFile(join(out, "index.html"));
  assert.match(index, /Counts of an invented outbreak/);
  const verdict = await Deno.readTextFile(join(out, "explore.html"));
  assert.match(verdict, /they cannot all be true/);
});
