const words = (text: string) => text.split(" ");

/** Words after which a number tells by how much something rose. */
export const UP: ReadonlySet<string> = new Set(words(
  "up rose rise rises rising risen gained gain gains gaining grew grow grows " +
    "growing grown growth increased increase increases increasing jumped " +
    "jump jumps jumping climbed climb climbs climbing surged surge surges " +
    "surging soared soar soars soaring advanced advance advances added adding " +
    "expanded expand expands rallied swelled swollen swell spiked spike " +
    "widened shot leapt leaped skyrocketed rocketed accelerated upped raised " +
    "boosted bounced rebounded edged ticked inched improved uptick hike hiked " +
    "higher plus upward upwards",
));

/** Words after which a number tells by how much something fell. */
export const DOWN: ReadonlySet<string> = new Set(words(
  "down fell fall falls falling fallen dropped drop drops dropping declined " +
    "decline declines declining decreased decrease decreases decreasing " +
    "slid slide slides sliding slipped slip slips slipping lost loses losing " +
    "shed sheds shedding plunged plunge plunges plunging plummeted plummet " +
    "plummeting tumbled tumble tumbles tumbling sank sink sinks sinking sunk " +
    "shrank shrink shrinks shrinking shrunk dipped dip dips dipping reduced " +
    "reduction cut cuts lowered lower contracted contract contracts eased " +
    "retreated dived dove slumped slump slumps crashed weakened collapsed " +
    "dwindled minus downward downwards fewer less",
));

/** Nouns of change: "a rise of 450". */
export const CHANGE_NOUNS: ReadonlyMap<string, "up" | "down"> = new Map([
  ...words(
    "rise increase gain jump surge growth climb uptick hike spike boost",
  ).map((word) => [word, "up"] as const),
  ...words("fall drop decline decrease reduction dip slump plunge")
    .map((word) => [word, "down"] as const),
]);

/** What may stand between a word of change and its number. */
export const BETWEEN_TREND: ReadonlySet<string> = new Set(
  words(
    "by of about around nearly almost some roughly approximately over more " +
      "than at least under less a an another further just only as much many " +
      "up to an estimated the slightly sharply dramatically well still even " +
      "likely additional close fully no fewer steeply slowly modestly year " +
      "barely sales far",
  ),
);

/** After a number: it tells how much more or less. */
export const MORE_AFTER: ReadonlyMap<string, "up" | "down"> = new Map([
  ...words("more higher greater larger bigger rise increase jump growth gain")
    .map((word) => [word, "up"] as const),
  ...words("fewer less lower smaller fall decrease drop decline reduction dip")
    .map((word) => [word, "down"] as const),
]);
