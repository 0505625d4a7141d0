/** How much of a text is shown, in characters. */
const WHOLE = 1000;

/** From which length on texts are cut to where they differ. */
const MOST = 160;

/** How much of what is the same is shown around what differs. */
const AROUND = 24;

function size(text: string[]): string {
  return `(${text.length.toLocaleString("en-US")} characters)`;
}

/** The beginning of a text; all of it where it is short. */
export function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= WHOLE) return text;
  return `${characters.slice(0, WHOLE).join("")}… ${size(characters)}`;
}

/** Two texts, cut to where they differ where they are long. */
export function shortenBoth(a: string, b: string): [string, string] {
  const [one, two] = [[...a], [...b]];
  if (one.length <= MOST && two.length <= MOST) return [a, b];
  const least = Math.min(one.length, two.length);
  let start = 0;
  while (start < least && one[start] === two[start]) start++;
  let end = 0;
  while (end < least - start && one.at(-1 - end) === two.at(-1 - end)) end++;
  const cut = (text: string[]) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length - end + AROUND, from + MOST);
    return (from > 0 ? "…" : "") + text.slice(from, to).join("") +
      (to < text.length ? "…" : "");
  };
  return [cut(one), cut(two)];
}

/** A text with what cannot be seen of it written out: `"a\u00a0"`. */
export function spellOut(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{C}\p{Z}]/gu,
    (mark) =>
      mark === " "
        ? mark
        : `\\u${mark.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}
