import assert from "node:assert/strict";
import { join } from "node:path";
import { checkDataset } from "../../lib/dataset/load.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { TABLES } from "../../lib/dataset/tables.ts";
import { BUILT_IN_HEDGES } from "../../lib/quantity/hedge.ts";
import { interval } from "../../lib/quantity/interval.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { datasetFiles, TEMPLATE } from "../../lib/cli/new/dataset_files.ts";
import { moduleOf, specifier } from "../../lib/cli/new/folder_config.ts";
import { SUMMARIES } from "../../lib/cli/summaries.ts";
import { FolderError, writeFolder } from "../../lib/cli/new/write_folder.ts";
import { extractCells } from "../../lib/cli/jupyter/notebook/cells.ts";
import { executeNotebook } from "../../lib/cli/jupyter/notebook/execute.ts";
import { formatNotebook } from "../../lib/cli/jupyter/notebook/format.ts";
import { buildReport } from "../../lib/cli/report/build.ts";
import { errorsOf, validatePackages } from "../support/validate_packages.ts";
import { withFolder } from "../whole/files/folder.ts";
import { link } from "../whole/files/odd_files.ts";

const FILES = [
  "README.md",
  "claims.csv",
  "datapackage.json",
  "explore.ipynb",
  "measures.csv",
  "readings.csv",
  "sources.csv",
];

/** What a dataset outside of the toolkit has besides. */
const OUTSIDE = ["deno.json", "deno.lock"];

const config = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));

async function denoIn(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    // As `deno task` sets it.
    env: { NO_COLOR: "1", INIT_CWD: cwd },
    stdin: "null",
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

function deno(...args: string[]) {
  return denoIn(ROOT, ...args);
}

/** Runs a task with the permissions that deno.json gives it. */
function task(name: string, ...args: string[]) {
  const [, ...command] = config.tasks[name].command.split(" ");
  return deno(...command, ...args);
}

async function names(folder: string): Promise<string[]> {
  const found = await Array.fromAsync(Deno.readDir(folder));
  return found.map(({ name }) => name).sort();
}

/** A folder under its own name, as the tasks give it. */
function inFolder(use: (folder: string) => Promise<void>) {
  return withFolder(async (folder) => use(await Deno.realPath(folder)));
}

/** A new dataset within the toolkit, for what takes its configuration. */
async function inToolkit(use: (folder: string) => Promise<void>) {
  const folder = join(ROOT, ".cache", "tests", `new-${crypto.randomUUID()}`);
  await writeFolder(folder, await datasetFiles(folder, ROOT));
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

interface Output {
  output_type: string;
  data?: Record<string, string | string[]>;
}

/** What the cells of an executed notebook show as text, by the cells' ids. */
async function shown(notebook: string): Promise<Record<string, string>> {
  const { cells } = JSON.parse(await Deno.readTextFile(notebook));
  return Object.fromEntries(
    cells.filter((cell: { cell_type: string }) => cell.cell_type === "code")
      .map(({ id, outputs }: { id: string; outputs: Output[] }) => [
        id,
        outputs.map(({ data }) => [data?.["text/plain"] ?? []].flat().join(""))
          .join("\n"),
      ]),
  );
}

Deno.test("a new dataset validates without warnings and reconciles", async () => {
  await inFolder(async (folder) => {
    const dataset = join(folder, "of my own", "claims");
    const { code, out, err } = await task("new", dataset);
    assert.deepEqual([code, err], [0, ""]);
    for (const next of ["validate", "reconcile", "report", "lab"]) {
      assert.ok(out.includes(`deno task ${next} '${dataset}'`), out);
    }
    assert.deepEqual(await names(dataset), [...FILES, ...OUTSIDE].sort());
    assert.deepEqual(await names(join(folder, "of my own")), ["claims"]);

    assert.deepEqual(await task("validate", dataset), {
      code: 0,
      out: `${dataset} is valid\n`,
      err: "",
    });
    const result = await task("reconcile", dataset, "--json");
    assert.deepEqual([result.code, result.err], [0, ""]);
    const { consistent, claims, bounds } = JSON.parse(result.out);
    assert.equal(consistent, true);
    assert.equal(claims.length, 3);
    // What the total leaves of the rate for the two months after it.
    const june = bounds.find((row: { start: string }) =>
      row.start === "2024-06-01"
    );
    assert.equal(june.high, 24_000 - 12_450);
  });
});

Deno.test("its claims are marked as invented, and their notes are right", async () => {
  const { dataset, warnings } = await checkDataset(TEMPLATE);
  assert.deepEqual(warnings, []);
  for (const { note } of [...dataset!.claims, ...dataset!.sources]) {
    assert.match(note!, /^Invented\./);
  }
  assert.match(dataset!.measures[0]!.definition!, /Invented\./);
  const said = claimIntervals(dataset!).map(({ low, high, claim }) => {
    const [from, to] = /([\d,]+) to ([\d,]+\d)/.exec(claim.note!)!.slice(1);
    return [low, high, from, to];
  });
  assert.deepEqual(said, [
    [12450, 12550, "12,450", "12,550"],
    [2000, 4000, "2,000", "4,000"],
    [20000, 30000, "20,000", "30,000"],
  ]);
});

Deno.test("a folder that holds something is left as it is", async () => {
  await inFolder(async (folder) => {
    const own = join(folder, "own.txt");
    await Deno.writeTextFile(own, "mine");
    const { code, out, err } = await task("new", folder);
    assert.deepEqual([code, out], [2, ""]);
    assert.equal(
      err,
      `${folder} is not empty: it holds own.txt; name a new folder, nothing ` +
        "was written\n",
    );
    assert.deepEqual(await names(folder), ["own.txt"]);
    assert.equal(await Deno.readTextFile(own), "mine");

    for (const path of [own, join(own, "below")]) {
      const { code, err } = await task("new", path);
      assert.equal(code, 2);
      assert.equal(
        err,
        `${path} is a file, or lies in one; name a new folder\n`,
      );
    }
    assert.equal(await Deno.readTextFile(own), "mine");
  });
});

Deno.test("an empty folder will do, and a second time will not", async () => {
  await inFolder(async (folder) => {
    const linked = `${folder}-link`;
    await link(folder, linked);
    try {
      assert.equal((await task("new", linked)).code, 0);
      assert.ok((await Deno.lstat(linked)).isSymlink);
      assert.deepEqual(await names(folder), [...FILES, ...OUTSIDE].sort());
      const before = await Deno.readTextFile(join(folder, "claims.csv"));
      await Deno.writeTextFile(join(folder, "claims.csv"), `${before}\n`);
      assert.equal((await task("new", folder)).code, 2);
      const after = await Deno.readTextFile(join(folder, "claims.csv"));
      assert.equal(after, `${before}\n`);
    } finally {
      await Deno.remove(linked);
    }
  });
});

Deno.test("when one file cannot be written, none is", async () => {
  await inFolder(async (folder) => {
    const files = new Map([["claims.csv", "a"], ["no/such/folder.csv", "b"]]);
    for (const name of ["new", "empty"]) {
      const target = join(folder, name);
      if (name === "empty") await Deno.mkdir(target);
      await assert.rejects(writeFolder(target, files), FolderError);
    }
    assert.deepEqual(await names(folder), ["empty"]);
    assert.deepEqual(await names(join(folder, "empty")), []);
  });
});

Deno.test("a wrong call is refused with the usage, and --help shows it", async () => {
  const help = await task("new", "--help");
  assert.deepEqual([help.code, help.err], [0, ""]);
  assert.match(help.out, /Usage: deno task new FOLDER/);
  for (const args of [[], ["a", "b"], [""], ["--moevd", "x"]]) {
    const { code, out, err } = await task("new", ...args);
    assert.deepEqual([code, out], [2, ""], args.join(" "));
    assert.match(err, /Usage: deno task new FOLDER/);
    assert.doesNotMatch(err, /\n\s+at /);
  }
});

Deno.test("the task may read and write, and nothing else", () => {
  const granted = config.tasks.new.command.match(/--allow-\S+|-A\b/g);
  assert.deepEqual(granted, [
    "--allow-read",
    "--allow-write",
    "--allow-env=INIT_CWD",
  ]);
});

Deno.test("its notebook and a script run outside of the toolkit, and are typed", async () => {
  await inFolder(async (folder) => {
    const dataset = join(folder, "claims");
    assert.equal((await task("new", dataset)).code, 0);
    const lock = await Deno.readTextFile(join(ROOT, "deno.lock"));
    const out = join(folder, "executed.ipynb");
    await executeNotebook({ notebook: join(dataset, "explore.ipynb"), out });
    const told = await shown(out);
    assert.equal(
      told.check,
      "3 claims were read; 3 of them are modelled.",
    );
    assert.equal(told.verdict, "3 claims: they can all be true.");
    assert.match(told.timeline!, /3 modelled claims of 3 sources/);
    assert.match(told.bounds!, /2024-06-30 \| 0 \| 11,550/);

    const script = join(dataset, "script.ts");
    await Deno.writeTextFile(
      script,
      `import { loadDataset, reconcile } from ${
        JSON.stringify(specifier(dataset, moduleOf(ROOT, "mod")))
      };
      using result = await reconcile(await loadDataset(import.meta.dirname!));
      console.log(result.consistent);`,
    );
    const nothing = { code: 0, out: "", err: "" };
    assert.deepEqual(
      await deno("run", "-A", "--cached-only", "-q", script),
      { ...nothing, out: "true\n" },
    );
    // Both are checked in one call, as strictly as the toolkit: it takes long.
    const cells = join(dataset, "cells.ts");
    const notebook = await Deno.readTextFile(join(dataset, "explore.ipynb"));
    await Deno.writeTextFile(cells, extractCells(notebook).code);
    const own = join(dataset, "deno.json");
    const { compilerOptions, ...rest } = JSON.parse(
      await Deno.readTextFile(own),
    );
    const strict = { ...config.compilerOptions, ...compilerOptions };
    await Deno.writeTextFile(
      own,
      JSON.stringify({ ...rest, compilerOptions: strict }),
    );
    assert.deepEqual(await deno("check", "-q", script, cells), nothing);
    assert.equal(await Deno.readTextFile(join(ROOT, "deno.lock")), lock);
  });
});

Deno.test("its lock file is the one that Deno would write, and asks no registry", async () => {
  await inFolder(async (folder) => {
    const dataset = join(folder, "claims");
    await writeFolder(dataset, await datasetFiles(dataset, ROOT));
    const path = join(dataset, "deno.lock");
    const ours = JSON.parse(await Deno.readTextFile(path));
    const script = join(dataset, "script.ts");
    const { imports } = JSON.parse(
      await Deno.readTextFile(join(dataset, "deno.json")),
    );
    const names = [
      ...Object.keys(imports),
      specifier(dataset, moduleOf(ROOT, "mod")),
    ];
    await Deno.writeTextFile(
      script,
      names.map((name) => `import ${JSON.stringify(name)};`).join("\n"),
    );
    // Refused where Deno would write another one.
    assert.deepEqual(
      await denoIn(dataset, "cache", "-q", "--frozen", script),
      { code: 0, out: "", err: "" },
    );
    // None of what the library itself does not import.
    const whole = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.lock")));
    assert.ok(Object.keys(whole.npm).some((key) => /playwright/.test(key)));
    assert.ok(!Object.keys(ours.npm).some((key) => /playwright/.test(key)));
    for (const [key, known] of Object.entries(ours.npm)) {
      assert.deepEqual(known, whole.npm[key]);
    }
    delete ours.npm["zod@4.6.7"];
    await Deno.writeTextFile(path, JSON.stringify(ours));
    const { code, err } = await denoIn(dataset, "cache", "--frozen", script);
    assert.notEqual(code, 0, err);
  });
});

Deno.test("a new folder's own tasks are the program's verbs", async () => {
  await inFolder(async (folder) => {
    const dataset = join(folder, "it's my own");
    assert.equal((await task("new", dataset)).code, 0);
    const { tasks } = JSON.parse(
      await Deno.readTextFile(join(dataset, "deno.json")),
    );
    const verbs = Object.keys(tasks).filter((name) => name !== "found");
    assert.deepEqual(
      verbs.sort(),
      Object.keys(SUMMARIES).filter((name) => name !== "new").sort(),
    );
    const own = (...args: string[]) =>
      denoIn(dataset, "task", "-q", "--cwd", dataset, ...args);
    const valid = await own("validate");
    assert.deepEqual([valid.code, valid.out], [0, `${dataset} is valid\n`]);
    const { code, out } = await own("reconcile", "--json");
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).claims.length, 3);
    const june = await own("explain", "visits", "2024-06", "2024-06", "--json");
    assert.equal(JSON.parse(june.out).high, 24_000 - 12_450);
    // Paths are those of the folder.
    assert.equal((await own("export", "--out", "tables")).code, 0);
    assert.ok((await names(join(dataset, "tables"))).includes("bounds.csv"));
    assert.equal((await own("diff", ".", ".")).code, 0);
    for (const verb of ["report", "lab"]) {
      assert.match((await own(verb, "--help")).out, /^Usage: /m);
    }
  });
});

Deno.test("where the toolkit has moved, the tasks say what to do, and that does it", async () => {
  await inFolder(async (folder) => {
    const dataset = join(folder, "mine");
    const gone = join(folder, "gone");
    await writeFolder(dataset, await datasetFiles(dataset, gone));
    const own = (...args: string[]) => denoIn(dataset, "task", "-q", ...args);
    const { code, out, err } = await own("validate");
    assert.deepEqual([code, out], [2, ""]);
    assert.ok(
      err.includes(
        "Tallystick has moved: in its folder now, run   " +
          `deno task new --moved '${dataset}'`,
      ),
      err,
    );
    const config = join(dataset, "deno.json");
    const before = JSON.parse(await Deno.readTextFile(config));
    before.tasks.mine = "echo mine";
    await Deno.writeTextFile(config, JSON.stringify(before));
    assert.equal((await task("new", "--moved", dataset)).code, 0);
    assert.equal((await own("validate")).out, `${dataset} is valid\n`);
    assert.equal((await own("mine")).out, "mine\n");
    const notebook = await Deno.readTextFile(join(dataset, "explore.ipynb"));
    assert.ok(notebook.includes(specifier(dataset, moduleOf(ROOT, "mod"))));
    assert.ok(!notebook.includes("gone"));
    // No other deno.json is touched.
    await Deno.writeTextFile(config, "{}\n");
    const refused = await task("new", "--moved", dataset);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /deno\.json is none that .* has written/);
    assert.equal(await Deno.readTextFile(config), "{}\n");
  });
});

Deno.test("within the toolkit its notebook is formatted, and runs", async () => {
  await inToolkit(async (folder) => {
    assert.deepEqual(await names(folder), FILES);
    const notebook = join(folder, "explore.ipynb");
    const text = await Deno.readTextFile(notebook);
    assert.equal(await formatNotebook(text), text);
    const cells = join(folder, "cells.ts");
    await Deno.writeTextFile(cells, extractCells(text).code);
    const { code, err } = await deno("lint", "-q", cells);
    assert.equal(code, 0, err);
    const out = join(folder, "executed.ipynb");
    await executeNotebook({ notebook, out });
    assert.match((await shown(out)).verdict!, /can all be true/);
  });
});

Deno.test("a report can be made of it", async () => {
  await inToolkit(async (folder) => {
    const out = join(folder, "report");
    const built = await buildReport({
      project: ROOT,
      work: join(folder, "work"),
      out,
      other: {
        data: folder,
        notebooks: [join(ROOT, "notebooks", "07-your-own-claims.ipynb")],
      },
    });
    assert.equal(built, "built");
    const claims = await Deno.readTextFile(join(out, "claims.html"));
    assert.match(claims, /more than 20,000 visits/);
    assert.match(claims, /Visits to an invented library/);
  });
});

Deno.test("its data package is valid by the standard's own validator", async () => {
  const [report] = await validatePackages([TEMPLATE]);
  assert.deepEqual(errorsOf(report!), []);
  assert.deepEqual(
    report!.tasks.map(({ place }) => place).sort(),
    FILES.filter((name) => name.endsWith(".csv")),
  );
});

Deno.test("the codebook names every column, and hedges as they are", async () => {
  const codebook = await Deno.readTextFile(join(TEMPLATE, "README.md"));
  for (const [table, schema] of Object.entries(TABLES)) {
    const own = table === "claims"
      ? codebook.slice(codebook.indexOf("## claims.csv"))
      : codebook.split("\n").find((line) =>
        line.startsWith(`| \`${table}.csv\``)
      );
    for (const column of Object.keys(schema.shape)) {
      // Of a reading the table names only what no claim has.
      if (table === "readings" && column in TABLES.claims.shape) continue;
      // Who translated a text, and of which collection it is, can be added.
      if (["publisher_kind", "translated_by", "collection"].includes(column)) {
        continue;
      }
      assert.ok(own?.includes(`\`${column}\``), `${table}: ${column}`);
    }
  }
  for (const hedge of BUILT_IN_HEDGES.keys()) {
    const row = new RegExp(
      `^\\| \`?${hedge === "bare" ? "empty" : hedge}\`? +\\|.*\\| (.+?) +\\|$`,
      "m",
    ).exec(codebook)?.[1];
    const { low, high } = interval({ stated: "20000", hedge });
    const n = (value: typeof high) => toNumber(value!).toLocaleString("en");
    const expected = high === null
      ? `${n(low)} or more`
      : [...new Set([n(low), n(high)])].join(" to ");
    assert.equal(row, expected, hedge);
  }
});
