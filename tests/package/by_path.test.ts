import { loadDataset, reconcile } from "../../lib/mod.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { elsewhere, PERMISSIONS, said, script } from "./elsewhere.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

/** What the script must print: the same, worked out here. */
async function expected(): Promise<unknown> {
  const data = await loadDataset(join(ROOT, "data"));
  using result = await reconcile(data, { collections: ["reports"] });
  const { low, high } = result.bounds("proceedings", "2024-11", "2024-12");
  return [result.consistent, low, high];
}

const LINKED = JSON.stringify({
  imports: { "@tallystick/tallystick": "jsr:@tallystick/tallystick@^0.1.0" },
  links: [ROOT, join(ROOT, "links", "std-csv")],
});

const WAYS: Readonly<Record<string, string>> = {
  "by its name": "@tallystick/tallystick",
  "by its path": join(ROOT, "lib", "mod.ts"),
};

let printed: Promise<ReadonlyMap<string, string>> | undefined;

/** What a script prints, by how it imports; all are checked in one call. */
function printedByWay(): Promise<ReadonlyMap<string, string>> {
  return printed ??= elsewhere(async (folder, deno) => {
    await Deno.writeTextFile(join(folder, "deno.json"), LINKED);
    const names = new Map<string, string>();
    for (const [way, from] of Object.entries(WAYS)) {
      const name = `${way.replaceAll(" ", "-")}.ts`;
      names.set(way, name);
      await Deno.writeTextFile(join(folder, name), script(from));
    }
    said(await deno("check", ...names.values()));
    const found = new Map<string, string>();
    for (const [way, name] of names) {
      const run = ["run", "--no-prompt", ...PERMISSIONS, name];
      found.set(way, said(await deno(...run)));
    }
    return found;
  });
}

for (const way of Object.keys(WAYS)) {
  Deno.test(`a script elsewhere whose deno.json links the project imports it ${way}`, async () => {
    const printed = (await printedByWay()).get(way)!;
    assert.deepEqual(JSON.parse(printed), await expected());
  });
}

Deno.test("a script elsewhere runs with the project's own configuration", async () => {
  await elsewhere(async (folder, deno) => {
    const from = join(ROOT, "lib", "mod.ts");
    await Deno.writeTextFile(join(folder, "bound.ts"), script(from));
    const config = `--config=${join(ROOT, "deno.json")}`;
    const printed = said(
      await deno("run", "--no-prompt", config, ...PERMISSIONS, "bound.ts"),
    );
    assert.deepEqual(JSON.parse(printed), await expected());
  });
});

Deno.test("a script needs each of the permissions that the README names", async () => {
  await elsewhere(async (folder, deno) => {
    const from = join(ROOT, "lib", "mod.ts");
    await Deno.writeTextFile(join(folder, "deno.json"), LINKED);
    await Deno.writeTextFile(join(folder, "bound.ts"), script(from));
    for (const left of PERMISSIONS) {
      const others = PERMISSIONS.filter((name) => name !== left);
      const { code } = await deno("run", "--no-prompt", ...others, "bound.ts");
      assert.notEqual(code, 0, `runs without ${left}`);
    }
  });
});
