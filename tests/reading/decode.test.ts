import { decode, isPdf, notText } from "../../lib/reading/decode.ts";
import assert from "node:assert/strict";

const bytes = (text: string) =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

Deno.test("marks at the start say the encoding", () => {
  assert.equal(decode(bytes("\xef\xbb\xbf5 \xc3\xa9")).text, "5 é");
  assert.equal(decode(bytes("\xff\xfe5\x00")).text, "5");
  assert.equal(decode(bytes("\xfe\xff\x005")).text, "5");
});

Deno.test("a page's own word is taken where it is no UTF-8", () => {
  const page = decode(bytes('<meta charset="windows-1251"><p>\xcc\xe8'));
  assert.deepEqual([page.encoding, page.note], ["windows-1251", null]);
  assert.ok(page.text.endsWith("Ми"));
});

Deno.test("bytes that are no UTF-8 are read, and said with their place", () => {
  const { text, note, encoding } = decode(bytes("300 caf\xe9s"));
  assert.equal(text, "300 cafés");
  assert.equal(encoding, "windows-1252");
  assert.match(note!, /^byte 8 is no UTF-8/);
});

Deno.test("files without text are told", () => {
  assert.ok(isPdf(bytes("%PDF-1.7")) && !isPdf(bytes("300 homes")));
  assert.equal(notText(bytes("PK\x03\x04")), "a Word or zip file");
  assert.equal(notText(bytes("a\x00b")), "a binary file");
  assert.equal(notText(bytes("300 homes")), null);
});
