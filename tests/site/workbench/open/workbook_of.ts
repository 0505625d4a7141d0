import { strToU8, zipSync } from "fflate";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const nameOf = (column: number, row: number) =>
  `${String.fromCharCode(65 + column)}${row}`;

/**
 * An .xlsx with one sheet of texts, as XML has them.
 *
 * @param doctype Stands before the sheet.
 * @param more Cells of one more row, as XML.
 */
export function workbookOf(
  rows: readonly (readonly string[])[],
  doctype = "",
  more: readonly string[] = [],
): Uint8Array {
  const lines = rows.map((row, y) =>
    `<row r="${y + 1}">${
      row.map((text, x) =>
        `<c r="${nameOf(x, y + 1)}" t="inlineStr"><is><t>${text}</t></is></c>`
      ).join("")
    }</row>`
  );
  if (more.length > 0) {
    lines.push(`<row r="${rows.length + 1}">${more.join("")}</row>`);
  }
  const files = {
    "[Content_Types].xml": `${HEAD}<Types/>`,
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${MAIN}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml":
      `${HEAD}${doctype}<worksheet xmlns="${MAIN}"><sheetData>${
        lines.join("")
      }</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
}
