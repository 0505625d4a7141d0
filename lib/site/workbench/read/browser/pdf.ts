import { askPdf } from "../../../../reading/printed/ask_pdf.ts";
import type { PdfText } from "../../../../reading/printed/pdf_lines.ts";

/** The address of the script that reads PDFs, once it was unpacked. */
let address: Promise<string> | undefined;

/** Unpacks the script, which the page carries packed: few read a PDF. */
async function unpacked(): Promise<string> {
  const packed = atob(document.getElementById("w-pdf")!.textContent!.trim());
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const script = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")),
  ).text();
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}

/**
 * The text of a PDF, a line a paragraph, as `deno task read` takes it.
 *
 * @throws {InputError} When it is broken, holds no text or takes too long.
 */
export async function readPdf(
  file: string,
  bytes: Uint8Array,
): Promise<PdfText> {
  const worker = new Worker(await (address ??= unpacked()));
  return await askPdf(worker, file, bytes);
}
