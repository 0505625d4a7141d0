import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { apiPage } from "../../lib/site/api/api_page.ts";
import {
  type Documented,
  examplesOf,
  readDocumented,
  readDoors,
} from "../../lib/site/api/documented.ts";
import { asScript, namesFromLibrary } from "../../lib/site/api/example.ts";
import { groupSymbols } from "../../lib/site/api/groups.ts";
import { signatureOf } from "../../lib/site/api/signature.ts";
import * as chart from "../../lib/chart.ts";
import * as cli from "../../lib/cli.ts";
import * as engine from "../../lib/engine.ts";
import * as frames from "../../lib/frames.ts";
import * as front from "../../lib/mod.ts";
import * as quantity from "../../lib/quantity.ts";
import * as reading from "../../lib/reading.ts";
import * as site from "../../lib/site.ts";
import { documentLibrary } from "../../tasks/library/document.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The doors, by what they are called in `exports`. */
const DOORS: Readonly<Record<string, Record<string, unknown>>> = {
  ".": front,
  "./engine": engine,
  "./reading": reading,
  "./chart": chart,
  "./frames": frames,
  "./quantity": quantity,
  "./site": site,
  "./cli": cli,
};

let symbols: Promise<Documented[]> | undefined;

function face(): Promise<Documented[]> {
  return symbols ??= documentLibrary(ROOT, "--json").then(readDocumented);
}

Deno.test("the doors are the modules in lib/ itself", async () => {
  const { exports } = JSON.parse(
    await Deno.readTextFile(join(ROOT, "deno.json")),
  );
  const names = [...Deno.readDirSync(join(ROOT, "lib"))]
    .filter(({ isFile }) => isFile).map(({ name }) => name).sort();
  assert.deepEqual(
    Object.values(exports).sort(),
    names.map((name) => `./lib/${name}`),
  );
  assert.deepEqual(Object.keys(exports), Object.keys(DOORS));
});

for (const name of Object.keys(DOORS)) {
  Deno.test(`all is documented behind ${name}, and the types that go with it are there`, async () => {
    const file = name === "." ? "mod" : name.slice(2);
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["doc", "--lint", `lib/${file}.ts`],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
  });
}

Deno.test("the front door is narrow", () => {
  assert.ok(Object.keys(front).length <= 50, `${Object.keys(front).length}`);
});

Deno.test("what is documented is what can be imported", async () => {
  const symbols = await face();
  for (const [name, door] of Object.entries(DOORS)) {
    const own = symbols.filter(({ doors }) => doors.includes(name));
    // Classes are exported as types where only the library makes them.
    const values = own.filter(({ kind, name }) =>
      kind === "function" || kind === "variable" ||
      (kind === "class" && name in door)
    ).map(({ name }) => name);
    assert.deepEqual(values.sort(), Object.keys(door).sort(), name);
  }
});

Deno.test("each door says what it is for, with an example", async () => {
  const doors = readDoors(await documentLibrary(ROOT, "--json"));
  assert.deepEqual(doors.map(({ name }) => name), Object.keys(DOORS));
  for (const { name, jsDoc } of doors) {
    assert.match(jsDoc.doc ?? "", /^[A-Z][^]+\.\n/, name);
    const [example] = examplesOf({ jsDoc });
    assert.match(example?.code ?? "", /\bassert\b[.(]/, name);
  }
});

Deno.test("every public function and class has an example that uses it", async () => {
  // A type says what it is by its fields, a constant by what it is: an example
  // that teaches nothing more is not owed.
  const owing = (await face()).filter(({ kind }) =>
    kind === "function" || kind === "class"
  );
  assert.ok(owing.length > 50, `${owing.length}`);
  const lacking = owing.filter((symbol) =>
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
  const json = await documentLibrary(ROOT, "--json");
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
import { tableFrame } from "../frames/frames.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));`;
  const doorOf = (name: string) => name === "tableFrame" ? "./frames" : ".";
  assert.equal(
    asScript(code, "@a/b", doorOf),
    `import { type Bounds, type Claim, reconcile } from "@a/b";
import { tableFrame } from "@a/b/frames";
import assert from "node:assert/strict";

const data = await loadDataset("data");`,
  );
  const types = `import type { Claim } from "./claim.ts";\n`;
  assert.equal(
    asScript(types, "@a/b", doorOf),
    `import type { Claim } from "@a/b";\n`,
  );
});
