import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { contents, withProject } from "../faults/project.ts";
import { withFolder } from "../files/folder.ts";

/**
 * Time zones on both sides of Greenwich, and languages that sort, separate
 * digits and change case in other ways, or know nothing but ASCII.
 */
const PLACES: readonly Record<string, string>[] = [
  { TZ: "UTC", LANG: "C", LC_ALL: "C" },
  { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "America/New_York", LANG: "de_DE.UTF-8", LC_ALL: "" },
];

async function output(
  env: Record<string, string>,
  args: readonly string[],
): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { NO_COLOR: "1", ...env },
  }).output();
  const decoder = new TextDecoder();
  return `${decoder.decode(stdout)}${decoder.decode(stderr)}status ${code}`;
}

/** What all places give, which is the same. */
async function same(
  what: (env: Record<string, string>) => Promise<string>,
): Promise<string> {
  const all: string[] = [];
  // One after the other: a copy of the project then serves them all.
  for (const place of PLACES) all.push(await what(place));
  const [here, ...elsewhere] = all;
  for (const other of elsewhere) {
    // Not `equal`: the difference of megabytes would take minutes to show.
    if (other === here) continue;
    const at = [...here!].findIndex((letter, i) => other[i] !== letter);
    assert.fail(
      `${here!.slice(at - 80, at + 80)}\nis elsewhere\n${
        other.slice(at - 80, at + 80)
      }`,
    );
  }
  return here!;
}

/** Claims with all that a language could read differently, some of it wrong. */
const BROKEN = `claim_id,measure,kind,stated,start,end,HEDGE
INDIGO,ıssız,TOTAL,60.000,2024-03-31,2024-03,
indigo,ISSIZ,total,"60,5",01/02/2024,2024-11-03,
İ,i,rate,5,2024-03-10,2024-11-03,
`;

const SOUND = `claim_id,measure,kind,stated,hedge,start,end
z,i,total,1234567,exact,2024-03,2024-03
ä,I,total,60000.5,about,2024-03-31,2024-11-03
a,ı,rate,5,over,2024-03,2024-10
Z,İ,total,0.25,,2024-02-29,2024-02-29
i,i,total,7,exact,2024-03,2024-03
I,i,total,9,exact,2024-03,2024-03
`;

Deno.test("charts, tables and problems are the same in any time zone and language", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "claims.csv"), BROKEN);
    const flags = [
      ...["run", "--quiet", "--allow-read", "--allow-ffi", "--allow-env"],
      ...["--allow-sys", "tests/whole/determinism/print_shown.ts", folder],
    ];
    const text = await same((env) => output(env, flags));
    assert.match(text, /status 0$/);
    assert.match(text, /did you mean 'total'/);
    assert.ok(text.length > 500_000);
  });
});

Deno.test("what the tasks say is the same in any time zone and language", async () => {
  await withFolder(async (folder) => {
    const [sound, broken] = ["sound", "broken"].map((name) =>
      join(folder, name)
    ) as [string, string];
    for (const [path, text] of [[sound, SOUND], [broken, BROKEN]] as const) {
      await Deno.mkdir(path);
      await Deno.writeTextFile(join(path, "claims.csv"), text);
    }
    const calls = [
      ["validate", sound, "--json"],
      ["reconcile", sound, "--json"],
      ["reconcile", sound],
      ["reconcile", "data", "--collection", "reports", "--json"],
      ["explain", sound, "I", "2024-04", "2024-10"],
      ["validate", broken, "--json"],
    ];
    const flags = [
      ...["run", "--quiet", "--allow-read", "--allow-env=NO_COLOR"],
      ...["tests/whole/determinism/print_told.ts", JSON.stringify(calls)],
    ];
    const text = await same((env) => output(env, flags));
    assert.match(text, /status 0$/);
    assert.deepEqual(
      [...text.matchAll(/^(\w+) ended with (\d)$/gm)].map(([, name, code]) =>
        `${name} ${code}`
      ),
      [
        "validate 0",
        "reconcile 1",
        "reconcile 1",
        "reconcile 1",
        "explain 0",
        "validate 1",
      ],
    );
  });
});

Deno.test("a report is the same to the byte in any time zone and language", async () => {
  const text = await same((env) =>
    withProject(async (project) => {
      project.bundles = true;
      await Deno.writeTextFile(
        join(project.path, "floods", "claims.csv"),
        SOUND.replaceAll("\n", ',"coll"\n').replace('"coll"', "collection"),
      );
      const { code, said } = await project.run([], [
        "env",
        ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
      ]);
      assert.equal(code, 0, said);
      const pages = await contents(project.report);
      return JSON.stringify(
        Object.entries(pages).sort(([a], [b]) => a < b ? -1 : 1),
      );
    })
  );
  assert.ok(text.length > 50_000);
});

Deno.test("a notebook and its page are the same in any time zone and language", async () => {
  await withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "claims.csv"), SOUND);
    const args = [
      "run",
      "-q",
      "-A",
      "tests/whole/determinism/print_notebook.ts",
    ];
    const text = await same((env) => output(env, [...args, folder]));
    assert.match(text, /status 0$/);
    assert.ok(text.includes("60,000.5") && text.includes("İ"));
  });
});
