import { InputError } from "../../quantity/input_error.ts";
import { joinPrinted, type PrintedLine } from "../../reading/printed_lines.ts";

/** The most seconds that a PDF may take: one that was made to hang is ended. */
const PATIENCE = 60;

/**
 * The text of a PDF, a line a paragraph. It is read in a thread of its own,
 * which is ended when it takes too long.
 *
 * @throws {InputError} When it is broken, holds no text or takes too long.
 */
export async function pdfText(
  file: string,
  bytes: Uint8Array,
  seconds = PATIENCE,
): Promise<string> {
  const worker = new Worker(new URL("./pdf_worker.ts", import.meta.url), {
    type: "module",
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const lines = await new Promise<PrintedLine[]>((resolve, reject) => {
      const refuse = (why: string) =>
        reject(new InputError(`${file} is a PDF that ${why}`));
      timer = setTimeout(
        () => refuse(`could not be read in ${seconds} s`),
        seconds * 1000,
      );
      worker.onerror = (event) => {
        event.preventDefault();
        refuse(`cannot be read: ${event.message}`);
      };
      worker.onmessage = ({ data }) =>
        data.error === undefined
          ? resolve(data.lines)
          : refuse(`cannot be read: ${data.error}`);
      worker.postMessage(bytes);
    });
    if (lines.length === 0) {
      throw new InputError(
        `${file} is a PDF without text: a picture of pages; ` +
          "read its words with a program for that first",
      );
    }
    return joinPrinted(lines).join("\n");
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
