import { join } from "node:path";
import assert from "node:assert/strict";
import { withFiles } from "../../whole/files/folder.ts";
import { runTask } from "../run_task.ts";

const PAGE =
  "<html><body><script>show()</script><div id=root></div></body></html>";

/** A file, its exit status, and what is said of it. */
const NOTHING: readonly [string, string | Uint8Array, number, RegExp][] = [
  ["empty.txt", "", 0, /empty\.txt: it is empty/],
  ["blank.txt", " \n\t\n", 0, /blank\.txt: it is empty/],
  [
    "none.txt",
    "Nothing is counted here.",
    0,
    /^[^\n]*: 0 drafts from 0 numbers\n$/,
  ],
  ["none.html", PAGE, 0, /the page has no text: a script puts it there/],
  [
    "money.txt",
    "A ticket costs 12 crowns.",
    0,
    /No number in it is proposed as a claim; --all says why/,
  ],
  [
    "noise.dat",
    Uint8Array.from({ length: 999 }, (_, i) => i % 7),
    2,
    /is a binary file/,
  ],
  ["photo.png", "\u0089PNG\r\n", 2, /is a picture|binary/],
  [
    "text.docx",
    "PK\u0003\u0004",
    2,
    /is a Word or zip file, which the reader does not/,
  ],
];

for (const [name, content, status, message] of NOTHING) {
  Deno.test(`read says that nothing is in ${name}`, async () => {
    const bytes = typeof content === "string" && name === "photo.png"
      ? Uint8Array.from(content, (letter) => letter.charCodeAt(0))
      : content;
    await withFiles({ [name]: bytes }, async (folder) => {
      const file = join(folder, name);
      const { code, stdout, stderr } = await runTask("read", file);
      assert.equal(code, status, stderr);
      assert.match(stdout + stderr, message);
      if (status !== 0) return;
      const set = join(folder, "set");
      const into = await runTask("read", file, "--into", set);
      assert.match(into.stdout, /No drafts of .* to add/);
      await assert.rejects(Deno.stat(set), Deno.errors.NotFound);
      const json = await runTask("read", file, "--json");
      assert.deepEqual(JSON.parse(json.stdout).files[0].drafts, []);
    });
  });
}

Deno.test("read says of what is no file what it is", async () => {
  await withFiles({ "a.txt": "" }, async (folder) => {
    const told = async (file: string) => {
      const { code, stdout, stderr } = await runTask("read", file);
      assert.deepEqual([code, stdout], [2, ""]);
      return stderr;
    };
    assert.match(await told(folder), / is a folder; name the files in it/);
    assert.match(
      await told(join(folder, "b.txt")),
      /^There is no file .*b\.txt/,
    );
    assert.match(await told(""), /^Name a file to read/);
  });
});
