const list = (words: string) => words.split(" ");

/** Small numbers in words. */
export const SMALL: ReadonlyMap<string, number> = new Map(
  list(
    "zero one two three four five six seven eight nine ten eleven twelve " +
      "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  ).map((word, i) => [word, i]),
);

/** Tens in words. */
export const TENS: ReadonlyMap<string, number> = new Map(
  list("twenty thirty forty fifty sixty seventy eighty ninety")
    .map((word, i) => [word, 20 + 10 * i]),
);

/** Magnitudes: the power of ten that each stands for. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ["hundred", 2],
  ["thousand", 3],
  ["k", 3],
  ["lakh", 5],
  ["million", 6],
  ["mn", 6],
  ["mln", 6],
  ["mio", 6],
  ["m", 6],
  ["crore", 7],
  ["billion", 9],
  ["bn", 9],
  ["bln", 9],
  ["b", 9],
  ["trillion", 12],
  ["tn", 12],
  ["trn", 12],
]);

/** Magnitudes that are one letter and touch their number. */
export const LETTER_MAGNITUDES: ReadonlySet<string> = new Set(["k", "m", "b"]);

/** Plurals that count without a number: what one of them is. */
export const PLURALS: ReadonlyMap<string, number> = new Map([
  ["dozens", 12],
  ["scores", 20],
  ["tens", 10],
  ["hundreds", 100],
  ["thousands", 1000],
  ["lakhs", 100_000],
  ["millions", 1_000_000],
  ["billions", 1_000_000_000],
  ["trillions", 1_000_000_000_000],
]);

/** What a fraction divides by. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["tenth", 10],
  ["tenths", 10],
]);

/** Fractions that are one sign. */
export const SIGN_FRACTIONS: ReadonlyMap<string, readonly [number, number]> =
  new Map([
    ["½", [1, 2]],
    ["⅓", [1, 3]],
    ["⅔", [2, 3]],
    ["¼", [1, 4]],
    ["¾", [3, 4]],
    ["⅕", [1, 5]],
    ["⅛", [1, 8]],
  ]);

/** Words that multiply, and by how much. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ["twice", 2],
  ["thrice", 3],
  ["double", 2],
  ["doubled", 2],
  ["doubles", 2],
  ["doubling", 2],
  ["twofold", 2],
  ["triple", 3],
  ["tripled", 3],
  ["triples", 3],
  ["tripling", 3],
  ["trebled", 3],
  ["treble", 3],
  ["threefold", 3],
  ["quadrupled", 4],
  ["quadruple", 4],
  ["quadruples", 4],
  ["fourfold", 4],
  ["quintupled", 5],
  ["fivefold", 5],
  ["sixfold", 6],
  ["sevenfold", 7],
  ["eightfold", 8],
  ["ninefold", 9],
  ["tenfold", 10],
  ["halved", 0.5],
  ["halves", 0.5],
  ["halving", 0.5],
]);
