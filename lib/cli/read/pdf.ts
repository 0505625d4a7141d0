import { askPdf } from "../../reading/printed/ask_pdf.ts";
import type { PdfText } from "../../reading/printed/pdf_lines.ts";

/**
 * The text of a PDF, a line a paragraph. It is read in a thread of its own,
 * which is ended when it takes too long.
 *
 * @throws {InputError} When it is broken, holds no text or takes too long.
 */
export function pdfText(
  file: string,
  bytes: Uint8Array,
  seconds?: number,
): Promise<PdfText> {
  const worker = new Worker(
    new URL("../../reading/printed/pdf_worker.ts", import.meta.url),
    { type: "module" },
  );
  return askPdf(worker, file, bytes, seconds);
}
