import assert from "node:assert/strict";
import { join } from "node:path";
import { copyNotebooks } from "../../../../lib/cli/jupyter/lab/copies.ts";
import { withFolder } from "../../../whole/files/folder.ts";

function notebook(source: string, outputs: string[] = []): string {
  return JSON.stringify({
    cells: [{ cell_type: "code", source: [source], outputs }],
  });
}

async function folders(
  use: (from: string, to: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const from = join(folder, "notebooks");
    await Deno.mkdir(from);
    await Deno.writeTextFile(join(from, "01-a.ipynb"), notebook("1"));
    await Deno.writeTextFile(join(from, "02-b.ipynb"), notebook("2"));
    await use(from, join(folder, "lab"));
  });
}

Deno.test("notebooks are copied once, and what is run there stays", async () => {
  await folders(async (from, to) => {
    const first = await copyNotebooks(from, to);
    assert.deepEqual(first, {
      fresh: ["01-a.ipynb", "02-b.ipynb"],
      behind: [],
    });
    const copy = join(to, "01-a.ipynb");
    assert.equal(await Deno.readTextFile(copy), notebook("1"));
    await Deno.writeTextFile(copy, notebook("1", ["ran"]));
    await Deno.writeTextFile(join(to, "own.ipynb"), notebook("own"));
    const again = await copyNotebooks(from, to);
    assert.deepEqual(again, { fresh: [], behind: [] });
    assert.equal(await Deno.readTextFile(copy), notebook("1", ["ran"]));
    assert.equal(
      await Deno.readTextFile(join(from, "01-a.ipynb")),
      notebook("1"),
    );
  });
});

Deno.test("a notebook that has changed is copied anew, but never over an edit", async () => {
  await folders(async (from, to) => {
    await copyNotebooks(from, to);
    await Deno.writeTextFile(join(to, "01-a.ipynb"), notebook("1", ["ran"]));
    await Deno.writeTextFile(join(to, "02-b.ipynb"), notebook("mine"));
    // An edit alone needs no word.
    assert.deepEqual(await copyNotebooks(from, to), { fresh: [], behind: [] });
    await Deno.writeTextFile(join(from, "01-a.ipynb"), notebook("one"));
    await Deno.writeTextFile(join(from, "02-b.ipynb"), notebook("two"));
    for (const fresh of [["01-a.ipynb"], []]) {
      const { fresh: made, behind } = await copyNotebooks(from, to);
      assert.deepEqual(made, fresh);
      assert.deepEqual(behind, ["02-b.ipynb"]);
    }
    const read = (name: string) => Deno.readTextFile(join(to, name));
    assert.equal(await read("01-a.ipynb"), notebook("one"));
    assert.equal(await read("02-b.ipynb"), notebook("mine"));
    // Taken away, it comes back; half a file is somebody's own.
    await Deno.remove(join(to, "02-b.ipynb"));
    await Deno.writeTextFile(join(to, "01-a.ipynb"), "{");
    await Deno.writeTextFile(join(from, "01-a.ipynb"), notebook("uno"));
    assert.deepEqual(await copyNotebooks(from, to), {
      fresh: ["02-b.ipynb"],
      behind: ["01-a.ipynb"],
    });
    assert.equal(await read("02-b.ipynb"), notebook("two"));
    assert.equal(await read("01-a.ipynb"), "{");
  });
});
