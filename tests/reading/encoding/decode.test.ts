import { decode } from "../../../lib/reading/encoding/decode.ts";
import { isPdf, notText } from "../../../lib/reading/encoding/not_text.ts";
import assert from "node:assert/strict";

const bytes = (text: string) =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A text as bytes of an encoding of one byte a letter. */
function encode(text: string, encoding: string): Uint8Array {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const letters = [...all].map((byte) =>
    new TextDecoder(encoding).decode(new Uint8Array([byte]))
  );
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    assert.ok(byte >= 0, `${encoding} has no ${letter}`);
    return byte;
  });
}

/** A text in UTF-16 without a mark. */
function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) {
    view.setUint16(2 * i, text.charCodeAt(i), little);
  }
  return new Uint8Array(view.buffer);
}

const UKRAINIAN = "У травні загинули щонайменше 300 осіб, повідомила " +
  "речниця міністерства. Її слова наводить видання.\n";
const RUSSIAN = "В мае погибли не менее 300 человек, сообщила " +
  "представитель министерства. Об этом пишет издание.\n";
const ENGLISH = "The café’s owners said “300 people” came in May.\n";

Deno.test("marks at the start say the encoding", () => {
  assert.equal(decode(bytes("\xef\xbb\xbf5 \xc3\xa9")).text, "5 é");
  assert.equal(decode(bytes("\xff\xfe5\x00")).text, "5");
  assert.equal(decode(bytes("\xfe\xff\x005")).text, "5");
});

const NAMES = [
  '<meta charset="windows-1251">',
  "<META CHARSET=windows-1251 />",
  '<meta http-equiv="Content-Type" content="text/html; charset=cp1251">',
  '<meta content="text/html; charset=windows-1251" http-equiv=content-type>',
  '<?xml version="1.0" encoding="windows-1251"?>',
];

for (const name of NAMES) {
  Deno.test(`a page's own word is taken where it is no UTF-8: ${name}`, () => {
    const page = decode(encode(`${name}<p>Ми</p>`, "windows-1251"));
    assert.deepEqual([page.encoding, page.note], ["windows-1251", null]);
    assert.ok(page.text.endsWith("<p>Ми</p>"));
  });
}

Deno.test("a page's own word is not taken where it cannot be right", () => {
  const utf8 = new TextEncoder().encode('<meta charset="windows-1251">Ми');
  assert.equal(decode(utf8).encoding, "utf-8");
  for (const wrong of ["utf-8", "utf-16", "no-such-thing"]) {
    const page = encode(
      `<meta charset="${wrong}"><p>${UKRAINIAN}</p>`,
      "windows-1251",
    );
    assert.equal(decode(page).encoding, "windows-1251");
  }
  const told = encode(`charset=koi8-r is old. ${RUSSIAN}`, "windows-1251");
  assert.equal(decode(told).encoding, "windows-1251");
});

const GUESSED: readonly [string, string][] = [
  ["windows-1251", UKRAINIAN],
  ["windows-1251", RUSSIAN],
  ["koi8-u", UKRAINIAN],
  ["koi8-u", RUSSIAN],
  ["iso-8859-5", RUSSIAN],
  ["windows-1252", ENGLISH],
];

for (const [encoding, text] of GUESSED) {
  Deno.test(`${encoding} is told by its letters: ${text.slice(0, 20)}`, () => {
    const read = decode(encode(text, encoding));
    assert.equal(read.text, text);
    assert.match(read.note!, /^byte \d+ is no UTF-8; read as /);
    // Under much markup, as pages have it.
    const markup = '<div class="x"><a href="/y">z</a>'.repeat(500);
    const page = `<html>${markup}<p>${text}</p>${markup}</html>`;
    assert.equal(decode(encode(page, encoding)).text, page);
  });
}

for (const text of [UKRAINIAN, RUSSIAN, ENGLISH]) {
  for (const little of [true, false]) {
    Deno.test(`UTF-16 without a mark, ${little ? "low" : "high"} byte first: ${text.slice(0, 20)}`, () => {
      const file = utf16(text, little);
      assert.deepEqual([decode(file).text, notText(file)], [text, null]);
    });
  }
}

Deno.test("bytes that are no UTF-8 are read, and said with their place", () => {
  const { text, note, encoding } = decode(bytes("300 caf\xe9s"));
  assert.equal(text, "300 cafés");
  assert.equal(encoding, "windows-1252");
  assert.match(note!, /^byte 8 is no UTF-8/);
});

Deno.test("a text in UTF-8 with a few bad bytes stays one", () => {
  const good = new TextEncoder().encode(`${UKRAINIAN}${RUSSIAN}`);
  const at = new TextEncoder().encode(UKRAINIAN).length;
  const { text, note } = decode(
    new Uint8Array([...good.slice(0, at), 0xff, ...good.slice(at)]),
  );
  assert.equal(text, `${UKRAINIAN}\ufffd${RUSSIAN}`);
  assert.equal(note, `byte ${at + 1} is no UTF-8, in line 2; shown as \ufffd`);
});

Deno.test("what an encoding has no letter for is said with its line", () => {
  const { note } = decode(
    bytes('<meta charset="shift_jis">\n<p>300\n\x81\xff homes</p>'),
  );
  assert.match(note!, /^line 3 has bytes that are no shift_jis/);
});

Deno.test("files without text are told", () => {
  assert.ok(isPdf(bytes("%PDF-1.7")) && !isPdf(bytes("300 homes")));
  assert.equal(notText(bytes("PK\x03\x04")), "a Word or zip file");
  assert.equal(notText(bytes("{\\rtf1 300 homes}")), "a rich text file");
  assert.equal(
    notText(bytes("\xff\xfe\x00\x005\x00\x00\x00")),
    "a text in UTF-32",
  );
  assert.equal(notText(bytes("a\x00b")), "a binary file");
  assert.equal(notText(bytes("\x00\x01\x02\x03".repeat(99))), "a binary file");
  assert.equal(notText(bytes("300 homes")), null);
  assert.equal(notText(bytes("")), null);
});
