import { loadDataset, reconcile } from "../../lib/mod.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { packLibrary } from "../../tasks/pack/pack.ts";
import { withFolder } from "../whole/files/folder.ts";
import { packed, unpack } from "./packed.ts";
import { elsewhere, PERMISSIONS, said, script } from "./elsewhere.ts";
import assert from "node:assert/strict";
import { basename, join } from "node:path";

Deno.test("a fresh project uses the packed library, without a network", async () => {
  const data = await loadDataset(join(ROOT, "data"));
  using result = await reconcile(data, { collections: ["reports"] });
  const { low, high } = result.bounds("proceedings", "2024-11", "2024-12");
  await elsewhere(async (folder, deno) => {
    const tarball = await packed();
    const names = await unpack(tarball, join(folder, "tallystick"));
    await Deno.writeTextFile(
      join(folder, "deno.json"),
      JSON.stringify({ workspace: ["./tallystick"], nodeModulesDir: "none" }),
    );
    const name = "@tallystick/tallystick";
    await Deno.writeTextFile(join(folder, "bound.ts"), script(name));
    const printed = said(
      await deno("run", "--no-prompt", ...PERMISSIONS, "bound.ts"),
    );
    assert.deepEqual(JSON.parse(printed), [result.consistent, low, high]);

    // The types come along: of the same script and a wrong one this one fails.
    const wrong = script(name).replace('["reports"]', '"reports"');
    await Deno.writeTextFile(join(folder, "wrong.ts"), wrong);
    const { code, stderr } = await deno("check", "bound.ts", "wrong.ts");
    assert.notEqual(code, 0);
    const told = new TextDecoder().decode(stderr);
    assert.match(told, /wrong\.ts:4:/);
    assert.doesNotMatch(told, /bound\.ts:\d/);

    // The library and nothing else, and no path of this machine.
    assert.deepEqual(
      names.filter((name) => !/^(lib|built|links\/std-csv)\//.test(name))
        .sort(),
      [
        ...["CITATION.cff", "LICENSE", "README.md"],
        ...["notebooks/07-your-own-claims.ipynb", "package.json"],
        "requirements.txt",
      ],
    );
    for (const own of names) {
      const text = await Deno.readTextFile(join(folder, "tallystick", own));
      assert.ok(!text.includes(ROOT), own);
      assert.doesNotMatch(text, /^import\b[^;]*"@std\/csv"/m, own);
    }
  });
});

Deno.test("all that is shipped can be reached, and as JavaScript", async () => {
  await withFolder(async (folder) => {
    const names = await unpack(await packed(), folder);
    const { exports } = JSON.parse(
      await Deno.readTextFile(join(folder, "package.json")),
    );
    const doors = JSON.stringify(exports);
    const texts = new Map<string, string>();
    for (const own of names) {
      texts.set(own, await Deno.readTextFile(join(folder, own)));
    }
    const code = names.filter((own) => /(?<!\.d)\.ts$/.test(own));
    assert.deepEqual(code, []);
    const idle = names.filter((own) => {
      if (!own.includes("/") || doors.includes(`./${own}`)) return false;
      // Types belong to their module.
      const [path, folder, name] = /([^/]+)\/([^/]+)$/.exec(
        own.replace(/\.d\.ts$/, ".js"),
      )!;
      // A file by its name, a folder of settings by its own, a module of Python
      // as it is imported.
      const called = [`${name}"`, `/${path}"`];
      if (!/\.js$/.test(name!)) called.push(`"${folder}"`);
      if (/\.py$/.test(name!)) called.push(`import ${name!.slice(0, -3)}`);
      return ![...texts].some(([other, text]) => {
        if (other === own || !/\.([jt]s|py)$/.test(other)) return false;
        const code = text.replace(/^ \*(?!\/).*$/gm, "");
        return called.some((call) => code.includes(call));
      });
    });
    assert.deepEqual(idle, []);
    for (
      const name of ["lib/site/workbench/browser/main.js", "built/engine.js"]
    ) {
      assert.ok(names.includes(name), name);
    }
  });
});

Deno.test("packing twice gives the same bytes", async () => {
  await withFolder(async (folder) => {
    const tarball = await packed();
    const first = await Deno.readFile(tarball);
    // It takes the place of the earlier one.
    await Deno.writeTextFile(join(folder, basename(tarball)), "earlier");
    const second = await Deno.readFile(await packLibrary(ROOT, folder));
    assert.deepEqual(first, second);
    const left = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.equal(left.length, 1, left.join(", "));
  });
});
