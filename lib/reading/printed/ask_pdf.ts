import { InputError } from "../../quantity/input_error.ts";
import {
  pdfFault,
  type PdfLines,
  type PdfText,
  textOfPdf,
} from "./pdf_lines.ts";

/** The most seconds that a PDF may take: one that was made to hang is ended. */
const LONGEST_READING = 60;

/**
 * The text of a PDF, a line a paragraph, read by a thread that runs
 * `pdf_worker.ts`. The thread is ended afterwards, and when it takes too long.
 *
 * @throws {InputError} When it is broken, holds no text or takes too long.
 */
export async function askPdf(
  worker: Worker,
  file: string,
  bytes: Uint8Array,
  seconds = LONGEST_READING,
): Promise<PdfText> {
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
        refuse(pdfFault(event.message));
      };
      worker.onmessage = ({ data }) => {
        if (data.error !== undefined) refuse(pdfFault(data.error));
        // In a browser the PDF library says that it is ready, first.
        else if (data.found !== undefined) resolve(data.found);
      };
      worker.postMessage(bytes);
    });
    return textOfPdf(file, found);
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
