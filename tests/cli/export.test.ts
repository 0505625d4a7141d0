import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { withFolder } from "../whole/files/folder.ts";
import { runTask } from "./run_task.ts";
import { startTask } from "./start_task.ts";
import pl from "nodejs-polars";
import assert from "node:assert/strict";
import { join } from "node:path";

async function run(...args: string[]) {
  const { code, stdout, stderr } = await runTask("export", ...args);
  return { code, out: stdout, err: stderr };
}

const NAMES = ["bounds", "conflicts", "implied", "proofs", "repairs"];

Deno.test("export writes every table in every form that is asked for", async () => {
  const data = await loadDataset(join(ROOT, "data"));
  using result = await reconcile(data, { collections: ["reports"] });
  await withFolder(async (folder) => {
    const out = join(folder, "deep", "tables");
    const formats = ["csv", "json", "parquet"];
    const { code, err } = await startTask(
      "export",
      join(ROOT, "data"),
      "--out",
      out,
      ...formats.map((format) => `--format=${format}`),
      ...["--collection", "reports"],
    );
    assert.equal(code, 0, err);
    assert.deepEqual(
      [...Deno.readDirSync(out)].map(({ name }) => name).sort(),
      NAMES.flatMap((name) => formats.map((format) => `${name}.${format}`)),
    );
    const bounds = JSON.parse(
      await Deno.readTextFile(join(out, "bounds.json")),
    );
    assert.deepEqual(bounds, result.monthly());
    assert.ok(bounds.some(({ high }: { high: unknown }) => high === null));
    const conflicts = pl.readParquet(join(out, "conflicts.parquet"));
    assert.deepEqual(
      conflicts.getColumn("arithmetic").toArray(),
      result.conflicts.map(({ text }) => text),
    );
    const repairs = pl.readCSV(join(out, "repairs.csv"));
    assert.deepEqual(
      repairs.getColumn("leaves_out").toArray(),
      result.repairs.map(({ drop }) => drop.join(", ")),
    );
    const proofs = pl.readParquet(join(out, "proofs.parquet"));
    assert.equal(
      proofs.height,
      result.conflicts.reduce(
        (sum, { proof, background }) => sum + proof.length + background.length,
        0,
      ),
    );
  });
});

Deno.test("export is the same twice, and never beside a dataset's tables", async () => {
  await withFolder(async (folder) => {
    const read = async () => {
      const { code } = await run(
        join(ROOT, "data"),
        "--out",
        folder,
        "--collection",
        "reports",
      );
      assert.equal(code, 0);
      return NAMES.map((name) =>
        Deno.readTextFileSync(join(folder, `${name}.csv`))
      );
    };
    assert.deepEqual(await read(), await read());
    await Deno.writeTextFile(join(folder, "claims.csv"), "claim_id\n");
    const { code, err } = await run(
      join(ROOT, "data"),
      "--out",
      folder,
      "--collection",
      "reports",
    );
    assert.equal(code, 2);
    assert.match(err, /a dataset is in there/);
  });
});

Deno.test("a wrong call of export ends with 2 and says what would be right", async () => {
  const data = join(ROOT, "data");
  for (
    const [args, said] of [
      [[], /missing/],
      [[data], /--out FOLDER is missing/],
      [[data, "--out", "a", "--out", "b"], /one folder/],
      [[data, "--out", "a", "--format", "xlsx"], /csv, json, parquet/],
      [[data, "--out", "a", "--json"], /--format json/],
      [[data, "--out", "a", "--fromat", "csv"], /--fromat/],
      [["nowhere-at-all", "--out", "a"], /claims\.csv/],
      [[data, "--out", "a", "--without", "nothing"], /nothing/],
    ] as const
  ) {
    const { code, err } = await run(...args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, said);
    assert.doesNotMatch(err, /^\s+at /m);
  }
});

Deno.test("a folder that cannot be written to ends with 1", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "");
    const { code, err } = await run(
      join(ROOT, "data"),
      "--out",
      file,
      "--collection",
      "reports",
    );
    assert.equal(code, 1);
    assert.match(err, /Could not write/);
    assert.doesNotMatch(err, /^\s+at /m);
  });
});
