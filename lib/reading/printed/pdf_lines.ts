import { InputError } from "../../quantity/input_error.ts";
import { joinPrinted } from "./join_printed.ts";
import type { PrintedLine } from "./printed_line.ts";

/** What the pages of a PDF hold. */
export interface PdfLines {
  readonly lines: readonly PrintedLine[];
  readonly pages: number;
  /** Pages that were read and hold no text, from 1. */
  readonly empty: readonly number[];
  /** How many pages were read. */
  readonly read: number;
}

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
export const pdfFault = (message: string): string =>
  /password/i.test(message)
    ? "is locked with a password; save a copy without it"
    : `cannot be read: ${message}`;

/**
 * The text of the lines of a PDF, a line a paragraph.
 *
 * @param file What it is called.
 * @throws {InputError} When it holds no text.
 */
export function textOfPdf(file: string, found: PdfLines): PdfText {
  if (found.lines.length === 0) {
    throw new InputError(
      `${file} is a PDF without text: a picture of pages; ` +
        "read its words with a program for that first",
    );
  }
  return { text: joinPrinted(found.lines).join("\n"), note: left(found) };
}
