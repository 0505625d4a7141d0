/** English words for numbers below a hundred. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...("zero one two three four five six seven eight nine ten eleven twelve " +
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split(" ")
    .map((word, i): [string, number] => [word, i]),
  ..."twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
    .map((word, i): [string, number] => [word, (i + 2) * 10]),
  ...["no", "none", "nobody", "nil", "never"]
    .map((word): [string, number] => [word, 0]),
  ...["single", "sole", "once"].map((word): [string, number] => [word, 1]),
  ...["couple", "pair", "both"].map((word): [string, number] => [word, 2]),
]);

/** Words that multiply the number before them; some are known in more tongues. */
export const SCALES: ReadonlyMap<string, readonly number[]> = new Map(
  ([
    [12, "dozen"],
    [20, "score"],
    [1e2, "hundred"],
    [1e3, "thousand k tsd tausend tusen tuhat mille mila tys тыс тысяч тысячи"],
    [1e3, "тысяча тис тисяч тисячі tysiąc tysięcy bin"],
    [1e5, "lakh lakhs"],
    [1e6, "million millions mn mln mio mill millionen millón millones milhão"],
    [1e6, "milhões milione milioni miljoen miljoner milyon milion miliony"],
    [1e6, "миллион миллиона миллионов млн мільйон мільйона мільйонів"],
    [1e7, "crore crores"],
    [1e9, "billion billions bn mrd mlrd mld milliard milliards milliarden"],
    [1e9, "miliard miliardi миллиард миллиарда миллиардов млрд"],
    [1e12, "trillion trillions"],
  ] as const).flatMap(([value, words]) =>
    words.split(" ").map((word): [string, number[]] => [word, [value]])
  ),
).set("m", [1e6, 1]).set("b", [1e9, 1]).set("mil", [1e3, 1e6])
  .set("thousands", [1e3]);

/** Those that are a number by themselves: "a hundred". */
export const ALONE: ReadonlySet<string> = new Set(
  "dozen hundred thousand million billion trillion lakh crore".split(" "),
);

/** Parts of one: "two thirds", "a quarter". */
export const PARTS: ReadonlyMap<string, number> = new Map(
  ([
    [2, "half halves halved halving"],
    [3, "third thirds"],
    [4, "quarter quarters fourth fourths"],
    [5, "fifth fifths"],
    [6, "sixth sixths"],
    [7, "seventh sevenths"],
    [8, "eighth eighths"],
    [9, "ninth ninths"],
    [10, "tenth tenths"],
    [20, "twentieth twentieths"],
    [100, "hundredth hundredths"],
  ] as const).flatMap(([of, words]) =>
    words.split(" ").map((word): [string, number] => [word, 1 / of])
  ),
);

/** Words that say how many times as many. */
export const TIMES: ReadonlyMap<string, number> = new Map(
  ([
    [2, "twice double doubled doubles doubling twofold"],
    [3, "thrice triple tripled triples tripling treble trebled threefold"],
    [4, "quadruple quadrupled quadruples fourfold"],
    [5, "quintuple quintupled fivefold"],
    [10, "tenfold"],
  ] as const).flatMap(([value, words]) =>
    words.split(" ").map((word): [string, number] => [word, value])
  ),
);

/** Words that leave much open, and from where to where they can reach. */
export const VAGUE: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["a", [1, 1]],
  ["an", [1, 1]],
  ["several", [2, 20]],
  ["few", [2, 20]],
  ["handful", [2, 20]],
  ["tens", [10, 200]],
  ["dozens", [12, 200]],
  ["scores", [20, 400]],
  ["hundreds", [100, 1e5]],
  ["thousands", [1e3, 1e6]],
  ["millions", [1e6, 1e9]],
  ["most", [0.5, 1]],
  ["majority", [0.5, 1]],
  ["minority", [0, 0.5]],
  ["all", [1, 1]],
  ["every", [1, 1]],
  ["everyone", [1, 1]],
]);

/** Words by which English is told from other languages in a few words. */
export const ENGLISH: ReadonlySet<string> = new Set(
  ("the of a an and or to from by for with on at as is are was were be been " +
    "has have had more less than many people their they this that which who " +
    "about over nearly almost least some").split(" "),
);
