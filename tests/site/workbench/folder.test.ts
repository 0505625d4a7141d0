import assert from "node:assert/strict";
import { join } from "node:path";
import { checkDataset } from "../../../lib/dataset/load.ts";
import { checkTables } from "../../../lib/site/workbench/check.ts";
import { fixesOf } from "../../../lib/site/workbench/fix.ts";
import { folderFiles } from "../../../lib/site/workbench/folder.ts";
import { fromLink, toLink } from "../../../lib/site/workbench/link.ts";
import { benchOf } from "../../../lib/site/workbench/workbench_page.ts";
import { unsoundBench } from "../../../lib/site/workbench/report_bench.ts";
import {
  cellsOf,
  emptyTables,
  emptyWorkbench,
  TABLE_NAMES,
  tableOf,
  type Workbench,
} from "../../../lib/site/workbench/state.ts";
import { HOSTILE } from "../../cli/report/hostile_dataset.ts";
import { Random } from "../../reconcile/oracle/random.ts";
import { withFiles } from "../../whole/files/folder.ts";
import { deflateSync } from "fflate";

const TEXTS = [
  ...HOSTILE,
  ...["", "a", "=1+1", "'=1", "-5", "a,b", 'a "b"', "a\nb", "a\r\nb", " x "],
  ...["; =1", "\t=1", "é", "1,200", "'", "''"],
];

function drawBench(random: Random): Workbench {
  const bench = emptyWorkbench();
  const claims = Array.from({ length: random.whole(1, 6) }, (_, i) => ({
    claim_id: random.chance(0.9) ? `c${i}` : random.pick(TEXTS),
    measure: random.chance(0.9) ? "cases" : random.pick(TEXTS),
    kind: random.pick(["total", "total", "total", "rate", "totl"]),
    stated: random.pick(["10", "20", "1,200", "x"]),
    start: random.pick(["2024-01", "2024-02", "1.2.2024"]),
    end: random.pick(["2024-03", "2024-12"]),
    note: random.pick(TEXTS),
    wording: random.pick(TEXTS),
    [random.pick(["colour", "=column"])]: random.pick(TEXTS),
  }));
  const relations = random.chance(0.5)
    ? [{ from: "c0", relation: "restates", to: random.pick(["c1", "gone"]) }]
    : [];
  return {
    ...bench,
    tables: {
      ...bench.tables,
      claims: tableOf("claims", claims),
      relations: tableOf("relations", relations),
    },
  };
}

Deno.test("the page finds in the tables what validate finds in their folder", async () => {
  for (let seed = 0; seed < 60; seed++) {
    const bench = drawBench(new Random(seed));
    const checked = checkTables(bench.tables);
    await withFiles(folderFiles(bench, "x"), async (folder) => {
      const found = await checkDataset(folder);
      const plain = checked.problems.map(({ table: _, row: __, ...rest }) =>
        rest
      );
      // A line break within a cell is one of its own in a file of CRLF.
      assert.deepEqual(plain, found.problems, `seed ${seed}`);
      for (const { table, row, field } of checked.problems) {
        assert.ok(row < bench.tables[table].rows.length, `${field} ${row}`);
      }
      if (!found.dataset) return;
      assert.deepEqual(
        checked.warnings.map(({ table: _, row: __, ...rest }) => rest),
        found.warnings,
      );
      // Every cell is as it was.
      assert.deepEqual(
        cellsOf(benchOf(found.dataset).tables.claims),
        cellsOf(bench.tables.claims),
      );
    });
  }
});

Deno.test("a problem's row is that of its cell, whatever stands in the cells before", () => {
  const cells = { measure: "cases", kind: "total", stated: "1" };
  const span = { start: "2024-01", end: "2024-01" };
  const claims = tableOf("claims", [
    { claim_id: "a", ...cells, ...span, note: "two\nlines" },
    { claim_id: "b", ...cells, ...span, note: "three\r\n\nlines" },
    { claim_id: "c", ...cells, ...span, end: "2023-01" },
  ]);
  const { problems, data, leftOut } = checkTables({ ...emptyTables(), claims });
  assert.deepEqual(problems.map(({ row, field }) => [row, field]), [[
    2,
    "end",
  ]]);
  assert.deepEqual(data!.claims.map(({ claim_id }) => claim_id), ["a", "b"]);
  assert.equal(leftOut, 1);
});

Deno.test("nothing is worked out where what claims refer to has problems", () => {
  const claims = tableOf("claims", [{
    claim_id: "a",
    measure: "cases",
    kind: "total",
    stated: "1",
    start: "2024-01",
    end: "2024-01",
  }]);
  const measures = tableOf("measures", [
    { measure: "cases", counts: "flwo" },
  ]);
  const { data, problems } = checkTables({
    ...emptyTables(),
    claims,
    measures,
  });
  assert.equal(data, null);
  assert.equal(problems.length, 1);
});

Deno.test("what a message says would be right is right", () => {
  const sound = {
    claim_id: "a",
    measure: "cases",
    kind: "total",
    stated: "10",
    start: "2024-01",
    end: "2024-12",
  };
  const wrong = [
    { stated: "300,000" },
    { stated: ">220,000" },
    { stated: "12–15" },
    { start: "1.2.2023" },
    { start: "15.2.2023", end: "2023-06" },
    { kind: "totl" },
    { hedge: "abot" },
    { measure: " cases " },
    { stated: "1 200" },
  ];
  for (const cells of wrong) {
    const row = { ...sound, ...cells };
    const check = (row: Record<string, string>) =>
      checkTables({ ...emptyTables(), claims: tableOf("claims", [row]) })
        .problems;
    const [problem] = check(row);
    assert.ok(problem, JSON.stringify(cells));
    const fixes = fixesOf(problem);
    assert.ok(fixes.length > 0, problem.message);
    for (const fix of fixes) {
      assert.deepEqual(check({ ...row, ...fix.cells }), [], problem.message);
    }
  }
  // Either may be meant: neither is taken for certain.
  const [either] = checkTables({
    ...emptyTables(),
    claims: tableOf("claims", [{ ...sound, start: "03/04/2024" }]),
  }).problems;
  assert.deepEqual(fixesOf(either!), [
    { cells: { start: "2024-04-03" }, certain: false },
    { cells: { start: "2024-03-04" }, certain: false },
  ]);
});

Deno.test("what a descriptor says beside the tables is kept, and its fields are the columns", () => {
  const bench: Workbench = {
    ...emptyWorkbench(),
    tables: {
      ...emptyTables(),
      claims: tableOf("claims", [{ claim_id: "a", colour: "red" }]),
    },
    about: {
      title: "T",
      contributors: [{ title: "C" }],
      resources: [
        {
          name: "claims",
          path: "claims.csv",
          bytes: 5,
          schema: {
            fields: [{ name: "claim_id", type: "string", title: "I" }],
          },
        },
        { name: "gone", path: "sources.csv" },
        { name: "map", path: "map.png" },
      ],
    },
    files: { "README.md": "own", "claims.csv": "not this one" },
  };
  const files = folderFiles(bench, "x");
  const about = JSON.parse(files["datapackage.json"]!);
  assert.equal(files["README.md"], "own");
  assert.match(files["claims.csv"]!, /^claim_id,/);
  assert.deepEqual(about.contributors, [{ title: "C" }]);
  assert.deepEqual(
    about.resources.map(({ path }: { path: string }) => path),
    ["claims.csv", "map.png"],
  );
  const [{ schema, bytes }] = about.resources;
  assert.equal(bytes, undefined);
  assert.deepEqual(schema.fields[0].title, "I");
  assert.deepEqual(
    schema.fields.map(({ name }: { name: string }) => name),
    files["claims.csv"]!.split("\r\n")[0]!.split(","),
  );
});

Deno.test("a folder with problems is opened as it stands", async () => {
  const claims = 'claim_id,measure,stated\r\na,cases,"300,000"\r\n';
  await withFiles({ "claims.csv": claims }, async (folder) => {
    const { tables } = await unsoundBench(folder);
    assert.deepEqual(tables.claims, {
      columns: ["claim_id", "measure", "stated"],
      rows: [["a", "cases", "300,000"]],
    });
  });
  await withFiles({ "claims.csv": "claim_id,measure\na\n" }, async (folder) => {
    await assert.rejects(unsoundBench(folder), {
      message: `Cannot read ${
        join(folder, "claims.csv")
      }: its 2. record has 1 fields and not 2; put that right first`,
    });
  });
});

Deno.test("a link holds every cell, and one that is none or too large is refused", () => {
  for (let seed = 0; seed < 20; seed++) {
    const bench = drawBench(new Random(seed));
    const again = fromLink(toLink(bench)!)!;
    for (const name of TABLE_NAMES) {
      assert.equal(
        again.tables[name].rows.length,
        bench.tables[name].rows.length,
      );
      const filled = (table: Workbench["tables"]["claims"]) =>
        cellsOf(table).map((row) =>
          Object.fromEntries(
            Object.entries(row).filter(([, cell]) => cell !== "")
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        );
      assert.deepEqual(filled(again.tables[name]), filled(bench.tables[name]));
    }
  }
  const pack = (text: string) =>
    btoa(String.fromCharCode(...deflateSync(new TextEncoder().encode(text))))
      .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  for (
    const text of [
      "{}",
      '{"tables":{"claims":{"columns":["a"],"rows":[["b","c"]]}}}',
      '{"tables":{"claims":{"columns":["a"],"rows":[[1]]}}}',
      `{"tables":{},"x":"${"a".repeat(2 ** 21)}"}`,
    ]
  ) assert.equal(fromLink(pack(text)), null, text.slice(0, 60));
  const many = Array.from({ length: 2000 }, (_, i) => ({
    claim_id: `${i}-${new Random(i).next()}`,
  }));
  const bench = emptyWorkbench();
  const tables = { ...bench.tables, claims: tableOf("claims", many) };
  assert.equal(toLink({ ...bench, tables }), null);
});
