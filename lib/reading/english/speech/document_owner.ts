/** Nouns that say what a figure stands in. */
export const DOCUMENT =
  /^(archives?|data|figures?|statistics|reports?|surveys?|records?|stud(y|ies)|estimates?|counts?|tally|tallies|databases?|files?|documents?|census|poll|dashboard|bulletin|release|statement|website|analysis|paper|investigation|review|audit|registers?|registry|list|calculations?|media|sources?|information)$/;

/** A document as a speaker: whose it is speaks, else it is the origin. */
export function ownerOf(
  name: string,
): { speaker: string | null; origin: string | null; points: boolean } {
  const words = name.split(" ");
  const last = words.at(-1)!.toLowerCase();
  // "A report by the Financial Times", "data from the ministry".
  const by = words.findIndex((word, i) =>
    i > 0 && /^(by|from)$/.test(word) &&
    DOCUMENT.test(words[i - 1]!.toLowerCase())
  );
  if (by > 0 && by + 1 < words.length) {
    const owner = words.slice(by + 1).join(" ").replace(/^(the|a|an) /i, "");
    return { speaker: owner, origin: name, points: false };
  }
  if (!DOCUMENT.test(last) || last === "media" || last === "sources") {
    return { speaker: name, origin: null, points: false };
  }
  if (words.length === 1) {
    return last === "estimates" || last === "estimate"
      ? { speaker: name, origin: null, points: false }
      : { speaker: null, origin: name, points: true };
  }
  const owner = words.findIndex((word) => /['’]s?$/.test(word));
  if (owner >= 0 && owner < words.length - 1) {
    const text = words.slice(0, owner + 1).join(" ");
    return {
      speaker: text.replace(/['’]s$/, "").replace(/(s)['’]$/, "$1"),
      origin: name,
      points: false,
    };
  }
  // "Ministry data", "police files".
  const proper = words.slice(0, -1);
  return /\p{Lu}/u.test(proper.join(" "))
    ? { speaker: proper.join(" "), origin: name, points: false }
    : { speaker: null, origin: name, points: false };
}
