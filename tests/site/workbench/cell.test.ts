import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { loadDataset, reconcile } from "../../../lib/mod.ts";
import { type ShownWorkbench, workbench } from "../../../lib/site.ts";
import type { Told } from "../../../lib/site/workbench/told.ts";
import { readTold } from "../../../lib/site/workbench/told.ts";
import { tableOf } from "../../../lib/site/workbench/tables.ts";
import { emptyTables } from "../../../lib/site/workbench/tables.ts";

const YEAR = {
  measure: "cases",
  kind: "total",
  hedge: "exact",
  start: "2024-01",
} as const;
const HALF = { ...YEAR, claim_id: "half", stated: "70", end: "2024-06" };
const WHOLE = { ...YEAR, claim_id: "whole", stated: "90", end: "2024-12" };

type Media = Readonly<Record<string, string>> & {
  readonly "application/vnd.tallystick.workbench+json": {
    readonly workbench: string;
  };
};

async function shown(bench: ShownWorkbench): Promise<Media> {
  const display = Symbol.for("Jupyter.display");
  return await (bench as unknown as Record<symbol, () => Promise<Media>>)[
    display
  ]!();
}

/** What the kernel's prelude has, for as long as a test takes. */
async function inKernel(
  use: (shown: Map<string, { take(told: unknown): void }>) => Promise<void>,
): Promise<void> {
  const own = Symbol.for("tallystick.workbenches");
  const there = globalThis as Record<symbol, unknown>;
  const map = new Map();
  there[own] = map;
  try {
    await use(map);
  } finally {
    delete there[own];
  }
}

function told(claims: readonly Record<string, string>[]): Told {
  return {
    tallystick: "workbench",
    tables: { ...emptyTables(), claims: tableOf("claims", claims) },
    options: { width: 2 },
  };
}

Deno.test("a workbench gives back what it was given, of whatever form", async () => {
  const data = await loadDataset(join(ROOT, "data"));
  const again = await workbench(data).dataset();
  for (
    const name of [
      ...["claims", "readings", "sources", "measures", "hedges"],
      ...["relations", "splits", "balances"],
    ] as const
  ) assert.deepEqual(again[name], data[name], name);
  assert.deepEqual(workbench(data).options, { collections: ["reports"] });

  const own = await workbench([HALF, { ...WHOLE, stated: 90 }]).dataset();
  assert.deepEqual(own.claims.map(({ stated }) => stated), ["70", "90"]);
  assert.equal(own.only({ kinds: ["total"] }).claims.length, 2);
  const tables = { claims: [HALF], measures: [{ measure: "cases" }] };
  assert.equal((await workbench(tables).dataset()).measures.length, 1);
  assert.equal((await workbench().dataset()).claims.length, 0);
});

Deno.test("what is no data is refused, and what is wrong is told when it is wanted", async () => {
  const promise = loadDataset(join(ROOT, "data"));
  assert.throws(
    () => workbench(promise as unknown as []),
    /has no claims; await it first/,
  );
  await promise;
  assert.throws(
    () => workbench(5 as unknown as []),
    /^InputError: 5 has no claims; give a dataset/,
  );
  const bench = workbench([HALF, { ...WHOLE, stated: "9,0" }]);
  await assert.rejects(
    bench.dataset(),
    /The workbench has a problem:\nclaims\.csv:3:\d+ stated: /,
  );
  // It is a forgotten await that is told.
  assert.throws(
    () =>
      (workbench([HALF]).dataset() as unknown as { claims: unknown }).claims,
    /await it first/,
  );
  const { "text/plain": text } = await shown(bench);
  assert.match(
    text!,
    /^Workbench\. The tables have problems\.\nclaims\.csv:3:/,
  );
});

Deno.test("what the page tells is what comes back, and nothing else is taken", async () => {
  await inKernel(async (benches) => {
    const bench = workbench([HALF, WHOLE]);
    const { "application/vnd.tallystick.workbench+json": { workbench: id } } =
      await shown(bench);
    const { take } = benches.get(id)!;
    for (
      const other of [
        null,
        5,
        {},
        { tallystick: "workbench" },
        { ...told([]), tallystick: "explorer" },
        { ...told([]), tables: { claims: { columns: ["a"], rows: [[]] } } },
        { ...told([]), options: "all" },
      ]
    ) {
      take(other);
      assert.equal(readTold(other), undefined);
    }
    assert.equal((await bench.dataset()).claims.length, 2);
    take(told([HALF, { ...WHOLE, stated: "60" }]));
    const data = await bench.dataset();
    assert.equal(data.claims[1]!.stated, "60");
    assert.deepEqual(bench.options, { width: 2 });
    using result = await reconcile(data, bench.options);
    assert.equal(result.consistent, false);
    // What is shown from now on is that.
    assert.match((await shown(bench))["text/plain"]!, /cannot all be true/);
    assert.match(Deno.inspect(bench), /^A workbench of 2 claims$/);
  });
});

Deno.test("what a notebook keeps of a workbench is a picture that runs nothing", async () => {
  const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;
  const media = await shown(
    workbench({
      claims: [HALF, { ...WHOLE, stated: "60", speaker: hostile }],
      measures: [{ measure: "cases", label: hostile }],
    }),
  );
  const html = media["text/html"]!;
  assert.ok(html.length < 30_000, String(html.length));
  assert.ok(html.includes("&#60;script&#62;"));
  assert.deepEqual(
    [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag).filter((tag) =>
      !["div", "p", "strong", "ul", "li", "img", "small"].includes(tag!)
    ),
    [],
  );
  assert.equal(html.match(/<img/g)?.length, 1);
  assert.doesNotMatch(html, /<[^>]* on\w+=/);
  // Of many claims there are words alone.
  const many = Array.from({ length: 400 }, (_, i) => ({
    ...WHOLE,
    claim_id: `claim-${i}`,
    measure: `measure-${i}`,
  }));
  const large = (await shown(workbench(many)))["text/html"]!;
  assert.match(large, /400 claims are modelled/);
  assert.ok(large.length < 2000, String(large.length));
});
