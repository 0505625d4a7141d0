import { utf16Of } from "./utf16.ts";

/** Whether a file is a PDF: its mark stands within the first bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024))
    .includes("%PDF-");
}

/** How files begin that hold no text, or not as letters. */
const STARTS: readonly [string, string][] = [
  ["PK\u0003\u0004", "a Word or zip file"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Word or Excel file"],
  ["{\\rtf", "a rich text file"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["GIF8", "a picture"],
  ["RIFF", "a picture, a sound or a film"],
  ["\u00ff\u00fe\u0000\u0000", "a text in UTF-32"],
  ["\u0000\u0000\u00fe\u00ff", "a text in UTF-32"],
  ["\u001f\u008b", "a compressed file"],
  ["bplist00", "a web archive of Safari"],
];

/** What a file is that no text can be read from, or null. */
export function notText(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [mark, name] of STARTS) if (start.startsWith(mark)) return name;
  const head = bytes.subarray(0, 4096);
  const marked = head[0] === 0xff && head[1] === 0xfe ||
    head[0] === 0xfe && head[1] === 0xff;
  return !marked && head.includes(0) && utf16Of(bytes) === null
    ? "a binary file"
    : null;
}
