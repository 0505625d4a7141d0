import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { withFolder } from "../whole/files/folder.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

/** Runs a script with the project's configuration; what it printed and said. */
async function run(script: string, ...permissions: string[]) {
  return await withFolder(async (folder) => {
    const path = join(folder, "script.ts");
    await Deno.writeTextFile(path, script);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-prompt", "--no-check", ...permissions],
        ...[`--config=${join(ROOT, "deno.json")}`, path],
      ],
      env: { NO_COLOR: "1" },
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    return {
      code,
      printed: decoder.decode(stdout).trim(),
      said: decoder.decode(stderr),
    };
  });
}

const door = (name: string) => JSON.stringify(join(ROOT, "lib", name));

const FRAME = `
import { textColumn } from ${door("frames.ts")};
console.log("imported");
console.log(textColumn("said", ["many", null]).length);
`;

Deno.test("the frames' door opens without a permission; the first frame names those it needs", async () => {
  const { code, printed, said } = await run(FRAME, "--allow-read");
  assert.equal(printed, "imported");
  assert.notEqual(code, 0);
  assert.match(
    said,
    /Polars, a native library.*--allow-read, --allow-sys and --allow-ffi/s,
  );
});

Deno.test("with these permissions a frame is made", async () => {
  const given = ["--allow-read", "--allow-sys", "--allow-ffi"];
  const { printed, said } = await run(FRAME, ...given);
  assert.equal(printed, "imported\n2", said);
});

Deno.test("charts and analyses take the permission to read alone", async () => {
  const { printed, said } = await run(
    `
import { claimsTimeline } from ${door("chart.ts")};
import { claimIntervals, loadDataset, table } from ${door("mod.ts")};
const data = await loadDataset(${JSON.stringify(join(ROOT, "data"))});
console.log(claimsTimeline(claimIntervals(data)).svg.slice(0, 4), typeof table);
`,
    "--allow-read",
  );
  assert.equal(printed, "<svg function", said);
});
