import { Unzip, UnzipInflate } from "fflate";
import { InputError } from "../../../quantity/input_error.ts";
import { MOST } from "./sheet.ts";

/** So much of a zip is unpacked at once: what it says of its sizes may be a lie. */
const STEP = 4096;

/** Whether bytes are a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 &&
    bytes[3] === 4;
}

/** The pieces of a file as one. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * The files of a zip that are wanted, by the name that they have in it. Nothing
 * is written anywhere: a name that leads out of a folder is a name like others.
 *
 * @param name What the zip is called where something is wrong with it.
 * @throws {InputError} When it is broken, or unpacks to more than can be opened.
 *
 * @example
 * ```ts
 * import { unpack } from "./unpack.ts";
 * import { strToU8, zipSync } from "fflate";
 * import assert from "node:assert/strict";
 *
 * const zip = zipSync({ "a.csv": strToU8("x"), "b.png": strToU8("y") });
 * const files = unpack("a.zip", zip, (name) => name.endsWith(".csv"));
 * assert.deepEqual([...files.keys()], ["a.csv"]);
 * ```
 */
export function unpack(
  name: string,
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let size = 0;
  let count = 0;
  const unzip = new Unzip((file) => {
    count++;
    if (count > MOST.files) {
      throw new InputError(`${name} holds more than ${MOST.files} files`);
    }
    if (file.name.endsWith("/") || !wanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, last) => {
      if (error) throw error;
      size += piece.length;
      if (size > MOST.bytes) {
        throw new InputError(
          `${name} unpacks to more than ${
            MOST.bytes / 2 ** 20
          } MiB, which is no dataset of this kind`,
        );
      }
      pieces.push(piece);
      if (last) files.set(file.name, joined(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      const next = at + STEP;
      unzip.push(bytes.subarray(at, next), next >= bytes.length);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${name} cannot be unpacked: ${(error as Error).message}`,
    );
  }
  return files;
}
