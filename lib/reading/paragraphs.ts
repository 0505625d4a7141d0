/** A paragraph as the codebook counts them: a line that is not empty. */
export interface Paragraph {
  /** `p5`: the fifth. */
  readonly locator: string;
  readonly text: string;
}

/** A line longer than this is read in pieces, so that no work grows with it. */
const LONGEST = 50_000;

/** The lines of a text that are not empty. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (const line of text.split(/\r\n|\r|\n|\u2028|\u2029/)) {
    if (line.trim() === "") continue;
    found.push({ locator: `p${found.length + 1}`, text: line });
  }
  return found;
}

/** Pieces of a paragraph, cut at a blank, with the offset of each. */
export function piecesOf(text: string): { offset: number; text: string }[] {
  if (text.length <= LONGEST) return [{ offset: 0, text }];
  const pieces: { offset: number; text: string }[] = [];
  for (let offset = 0; offset < text.length;) {
    let end = Math.min(text.length, offset + LONGEST);
    if (end < text.length) {
      const stop = text.lastIndexOf(". ", end);
      const blank = text.lastIndexOf(" ", end);
      if (stop > offset) end = stop + 1;
      else if (blank > offset) end = blank;
    }
    pieces.push({ offset, text: text.slice(offset, end) });
    offset = end;
  }
  return pieces;
}
