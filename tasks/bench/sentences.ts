/** A quantity of a sentence: a value or two, and how it is said. */
export type Wanted = readonly [
  value: number,
  high: number | null,
  change: "=" | "~" | ">" | "<" | "up" | "down",
];

/** A sentence of news, and the quantities that it states. */
export interface Sentence {
  readonly text: string;
  readonly wanted: readonly Wanted[];
}

/** How a number is written, and its value. */
const NUMBERS: readonly (readonly [string, number])[] = [
  ["4,690", 4690],
  ["312", 312],
  ["1.5 thousand", 1500],
  ["2.3 million", 2_300_000],
  ["half a million", 500_000],
  ["three dozen", 36],
  ["two hundred and forty", 240],
  ["17", 17],
  ["a thousand", 1000],
  ["twelve", 12],
  ["61 000", 61_000],
  ["1,204,500", 1_204_500],
];

const HEDGES: readonly (readonly [string, Wanted[2]])[] = [
  ["", "="],
  ["about ", "~"],
  ["nearly ", "~"],
  ["more than ", ">"],
  ["at least ", ">"],
  ["up to ", "<"],
  ["fewer than ", "<"],
  ["upwards of ", ">"],
];

const PLACES: readonly ((said: string) => string)[] = [
  (said) => `On Monday ${said} homes were flooded.`,
  (said) => `The agency said ${said} visitors came in May 2031.`,
  (said) => `Police counted ${said} marchers near gate 7 at 14:30.`,
];

/** Sentences that are written out: ranges, shares, changes, and none. */
const OTHERS: readonly Sentence[] = [
  { text: "Between 200 and 300 boats sank.", wanted: [[200, 300, "="]] },
  { text: "From 70 to 75 per cent of beds are full.", wanted: [[70, 75, "="]] },
  { text: "About 5,000 to 7,000 people left.", wanted: [[5000, 7000, "~"]] },
  {
    text: "Around 10-12 thousand cattle drowned.",
    wanted: [[10e3, 12e3, "~"]],
  },
  { text: "Thefts rose by 12 percent.", wanted: [[12, null, "up"]] },
  { text: "Thefts fell by 3,000.", wanted: [[3000, null, "down"]] },
  { text: "Arrivals were down a third.", wanted: [[1 / 3, null, "down"]] },
  { text: "One in five voters stayed away.", wanted: [[0.2, null, "="]] },
  { text: "Two thirds of the shops closed.", wanted: [[2 / 3, null, "="]] },
  { text: "Three quarters had no radio.", wanted: [[0.75, null, "="]] },
  {
    text: "Exports doubled to 40 ships.",
    wanted: [
      [2, null, "="],
      [40, null, "="],
    ],
  },
  { text: "Twice as many pupils came.", wanted: [[2, null, "="]] },
  { text: "They waited two and a half hours.", wanted: [[2.5, null, "="]] },
  { text: "The pass lies at 2,450 metres.", wanted: [[2450, null, "="]] },
  { text: "A ticket costs $12.50.", wanted: [[12.5, null, "="]] },
  { text: "The fine is €1.2bn.", wanted: [[1.2e9, null, "="]] },
  { text: "Some 300 or so deer were shot.", wanted: [[300, null, "~"]] },
  { text: "It grew 3.4% last year.", wanted: [[3.4, null, "up"]] },
  { text: "It was –4 degrees.", wanted: [[-4, null, "="]] },
  { text: "The vote is on 9 November 2031.", wanted: [] },
  { text: "Since 2022 nothing has changed.", wanted: [] },
  { text: "Flight 204 leaves at 07:45.", wanted: [] },
  { text: "Call 0800-55-123 for help.", wanted: [] },
  { text: "The Boeing 747 landed in the 1990s.", wanted: [] },
  { text: "Section 14 of the act applies.", wanted: [] },
];

/** Every number with every hedge in a sentence, and those written out. */
export function sentences(): Sentence[] {
  const made = NUMBERS.flatMap(([words, value], i) =>
    HEDGES.map(([hedge, change], k): Sentence => ({
      text: PLACES[(i + k) % PLACES.length]!(`${hedge}${words}`),
      wanted: [[value, null, change]],
    }))
  );
  return [...made, ...OTHERS];
}
