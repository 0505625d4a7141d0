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

for (
  const [how, from] of [
    ["by its name", "@tallystick/tallystick"],
    ["by its path", join(ROOT, "lib", "mod.ts")],
  ] as const
) {
  Deno.test(`a script elsewhere whose deno.json links the project imports it ${how}`, async () => {
    await elsewhere(async (folder, deno) => {
      await Deno.writeTextFile(join(folder, "deno.json"), LINKED);
      await Deno.writeTextFile(join(folder, "bound.ts"), script(from));
      said(await deno("check", "bound.ts"));
      const printed = said(
        await deno("run", "--no-prompt", ...PERMISSIONS, "bound.ts"),
      );
      assert.deepEqual(JSON.parse(printed), await expected());
    });
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
