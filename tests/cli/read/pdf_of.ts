/** A PDF of one page, a line each, with more room above some of them. */
export function pdfOf(
  lines: readonly string[],
  apart: readonly number[],
): string {
  let y = 780;
  const body = lines.map((line, i) => {
    y -= apart.includes(i) ? 28 : 14;
    return `BT /F1 11 Tf 1 0 0 1 60 ${y} Tm (${line}) Tj ET\n`;
  }).join("");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" +
    "/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${body.length}>>stream\n${body}endstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  return `${file}xref\n0 6\n0000000000 65535 f \n${offsets.join("")}` +
    `trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
}
