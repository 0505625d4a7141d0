/** A piece of text on a page: where it begins, and its size. */
export interface Printed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A column of lines, one below the other. */
export const column = (
  x: number,
  top: number,
  lines: readonly string[],
): Printed[] =>
  lines.map((text, i) => ({ text, x, y: top - 13 * i })).filter(({ text }) =>
    text !== ""
  );

/**
 * A PDF of some pages in Helvetica. `{fi}` stands for the one letter that fi
 * is set as.
 */
export function pdfOf(pages: readonly (readonly Printed[])[]): string {
  const contents = pages.map((page) =>
    page.map(({ text, x, y, size = 11 }) =>
      `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${
        text.replaceAll("(", "\\(").replaceAll(")", "\\)")
          .replaceAll("{fi}", "\\001")
      }) Tj ET\n`
    ).join("")
  );
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding" +
    "/BaseEncoding/WinAnsiEncoding/Differences[1/fi]>>>>",
    ...contents.flatMap((body, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${
        5 + 2 * i
      } 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      `<</Length ${body.length}>>stream\n${body}endstream`,
    ]),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join("")}` +
    `trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
}
