import { InputError } from "../../quantity/input_error.ts";
import { joinPrinted } from "../../reading/printed/join_printed.ts";
import type { PdfLines } from "./pdf_worker.ts";

/** The most seconds that a PDF may take: one that was made to hang is ended. */
const LONGEST_READING = 60;

/** The text of a PDF, and what is not in it. */
export interface PdfText {
  readonly text: string;
  readonly note: string | null;
}

/** What of a PDF was not read, or null. */
function left({ pages, empty, read }: PdfLines): string | null {
  const notes: string[] = [];
  if (empty.length > 0) {
    const some = empty.slice(0, 8).join(", ");
    notes.push(
      `page${empty.length > 1 ? "s" : ""} ${some}${
        empty.length > 8 ? ", …" : ""
      } of ${pages} hold${
        empty.length > 1 ? "" : "s"
      } no text: a picture, or blank`,
    );
  }
  if (read < pages) {
    notes.push(`the first ${read} of its ${pages} pages are read`);
  }
  return notes.length > 0 ? notes.join("; ") : null;
}

/** What is wrong with a PDF, in the words of a reader. */
const inWords = (message: string): string =>
  /password/i.test(message)
    ? "is locked with a password; save a copy without it"
    : `cannot be read: ${message}`;

/**
 * The text of a PDF, a line a paragraph. It is read in a thread of its own,
 * which is ended when it takes too long.
 *
 * @throws {InputError} When it is broken, holds no text or takes too long.
 */
export async function pdfText(
  file: string,
  bytes: Uint8Array,
  seconds = LONGEST_READING,
): Promise<PdfText> {
  const worker = new Worker(new URL("./pdf_worker.ts", import.meta.url), {
    type: "module",
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const found = await new Promise<PdfLines>((resolve, reject) => {
      const refuse = (why: string) =>
        reject(new InputError(`${file} is a PDF that ${why}`));
      timer = setTimeout(
        () => refuse(`could not be read in ${seconds} s`),
        seconds * 1000,
      );
      worker.onerror = (event) => {
        event.preventDefault();
        refuse(inWords(event.message));
      };
      worker.onmessage = ({ data }) =>
        data.error === undefined
          ? resolve(data.found)
          : refuse(inWords(data.error));
      worker.postMessage(bytes);
    });
    if (found.lines.length === 0) {
      throw new InputError(
        `${file} is a PDF without text: a picture of pages; ` +
          "read its words with a program for that first",
      );
    }
    return { text: joinPrinted(found.lines).join("\n"), note: left(found) };
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
