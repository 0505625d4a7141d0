import { gzipSync } from "fflate";
import { Buffer } from "node:buffer";
import { bundle } from "../../explorer/bundle.ts";

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const worker = new URL(
    "../../../reading/printed/pdf_worker.ts",
    import.meta.url,
  );
  const script = await bundle(worker, "iife");
  // The same bytes for the same sources: no time of day in them.
  const packed = gzipSync(new TextEncoder().encode(script), {
    level: 9,
    mtime: 0,
  });
  const text = Buffer.from(packed).toString("base64");
  return `<script type="text/plain" id="w-pdf">${text}</script>\n`;
}

/** HTML that carries the script which reads PDFs, packed to a third. */
export function pdfScript(): Promise<string> {
  return made ??= make();
}
