import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

async function readText(name: string): Promise<string> {
  return await Deno.readTextFile(join(ROOT, name));
}

Deno.test("publishing would succeed without a warning, with the library alone", async () => {
  const { code, stderr, stdout } = await new Deno.Command(Deno.execPath(), {
    // Types are checked by `deno task types`.
    args: ["publish", "--dry-run", "--allow-dirty", "--no-check"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  const text = decoder.decode(stderr) + decoder.decode(stdout);
  assert.equal(code, 0, text);
  assert.doesNotMatch(text, /^(warning|error)\b/im);
  const files = [...text.matchAll(/^ +(file:\S+) \(/gm)].map(([, url]) =>
    decodeURIComponent(new URL(url!).pathname).slice(ROOT.length)
  );
  assert.ok(files.includes("lib/mod.ts"));
  assert.deepEqual(
    files.filter((name) => !/^(lib|links\/std-csv)\//.test(name)).sort(),
    [
      ...["CITATION.cff", "LICENSE", "README.md", "deno.json"],
      ...["notebooks/07-your-own-claims.ipynb", "requirements.txt"],
    ],
  );
});

Deno.test("the citation names the version and the licence of the package", async () => {
  const { version, license } = JSON.parse(await readText("deno.json"));
  const citation = await readText("CITATION.cff");
  const field = (name: string) =>
    new RegExp(`^${name}: *"?([^"\n]*)"?$`, "m").exec(citation)?.[1];
  assert.equal(field("version"), version);
  assert.equal(field("license"), license);
  // What the format asks for.
  for (const name of ["cff-version", "message", "title"]) {
    assert.ok(field(name), name);
  }
  assert.equal(field("type"), "software");
  assert.match(citation, /^authors:\n {2}- (?:name|family-names): \S/m);
  assert.match(field("date-released") ?? "", /^\d{4}-\d{2}-\d{2}$/);
});
