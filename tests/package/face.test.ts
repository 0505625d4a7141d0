import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { apiPage } from "../../lib/site/api/api_page.ts";
import {
  type Documented,
  examplesOf,
  readDocumented,
} from "../../lib/site/api/documented.ts";
import { asScript, namesFromLibrary } from "../../lib/site/api/example.ts";
import { groupSymbols } from "../../lib/site/api/groups.ts";
import { signatureOf } from "../../lib/site/api/signature.ts";
import * as library from "../../lib/mod.ts";
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

async function doc(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", ...args, "lib/mod.ts"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}

let symbols: Promise<Documented[]> | undefined;

function face(): Promise<Documented[]> {
  return symbols ??= doc("--json").then(readDocumented);
}

Deno.test("deno doc finds nothing amiss in the public face", async () => {
  await doc("--lint");
});

Deno.test("what is documented is what can be imported", async () => {
  const values = (await face()).filter(({ kind }) =>
    kind === "function" || kind === "variable"
  ).map(({ name }) => name);
  const errors = ["DatasetError", "InputError", "Shown", "UnreadableError"];
  assert.deepEqual([...values, ...errors].sort(), Object.keys(library).sort());
});

Deno.test("every public symbol has an example that uses it", async () => {
  const lacking = (await face()).filter((symbol) =>
    !examplesOf(symbol).some(({ code }) => {
      // Imported, and then used.
      const uses = code.match(new RegExp(`\\b${symbol.name}\\b`, "g")) ?? [];
      return namesFromLibrary(code).includes(symbol.name) && uses.length > 1;
    })
  );
  assert.deepEqual(lacking.map(({ name }) => name), []);
});

Deno.test("every example asserts something", async () => {
  const idle = (await face()).filter((symbol) =>
    !examplesOf(symbol).every(({ code }) => /\bassert\b[.(]/.test(code))
  );
  assert.deepEqual(idle.map(({ name }) => name), []);
});

Deno.test("examples take nothing from the library that is not public", async () => {
  const all = await face();
  const names = new Set(all.map(({ name }) => name));
  const hidden = all.flatMap((symbol) =>
    examplesOf(symbol).flatMap(({ code }) =>
      namesFromLibrary(code).filter((name) => !names.has(name))
        .map((name) => `${symbol.name}: ${name}`)
    )
  );
  assert.deepEqual(hidden, []);
});

Deno.test("every public symbol has a place in the pages of the library", async () => {
  const all = await face();
  const placed = groupSymbols(all).flatMap(({ symbols }) => symbols);
  assert.equal(placed.length, all.length);
});

Deno.test("signatures are whole, and hold no bodies", async () => {
  for (const { name, kind, location, members } of await face()) {
    const source = await Deno.readTextFile(fileURLToPath(location.filename));
    const own = [
      signatureOf(source, location, kind),
      ...members.map((member) =>
        signatureOf(source, member.location, "member")
      ),
    ];
    for (const text of own) {
      const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
      const count = (mark: string) => code.split(mark).length;
      assert.equal(count("("), count(")"), `${name}: ${text}`);
      assert.equal(count("{"), count("}"), `${name}: ${text}`);
      assert.doesNotMatch(code, /^\s*(return|const [^\n]*= |if )/m, name);
      assert.doesNotMatch(code, /^export/, name);
    }
    assert.match(own[0]!, new RegExp(`\\b${name}\\b`), name);
  }
});

Deno.test("the page of the library is the same twice, and names no folder", async () => {
  const json = await doc("--json");
  const { page } = await apiPage(json, "@a/b");
  assert.deepEqual(page, (await apiPage(json, "@a/b")).page);
  assert.ok(!page.body.includes(ROOT));
  assert.doesNotMatch(page.body, /file:\/\//);
  for (const { name } of await face()) {
    assert.ok(page.body.includes(`id="${name}"`), name);
  }
});

Deno.test("an example reads as a script elsewhere would have it", () => {
  const code = `import { type Bounds, reconcile } from "./reconcile.ts";
import type { Claim } from "../quantity/claim.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));`;
  assert.equal(
    asScript(code, "@a/b"),
    `import { type Bounds, type Claim, reconcile } from "@a/b";
import assert from "node:assert/strict";

const data = await loadDataset("data");`,
  );
  const types = `import type { Claim } from "./claim.ts";\n`;
  assert.equal(
    asScript(types, "@a/b"),
    `import type { Claim } from "@a/b";\n`,
  );
});
