import { type Box, LINE } from "./marks.ts";
import { textWidth, type Weight } from "./text.ts";

/** Something in the drawing that wants a label beside it. */
export interface Labelled extends Box {
  /** The label. */
  readonly text: string;
}

/** A label that found a place, and the line that leads to what it names. */
export interface PlacedLabel<T> {
  readonly item: T;
  /** Where the text starts. */
  readonly x: number;
  /** The middle of the text's line. */
  readonly y: number;
  /** An upright line from the label to the mark, where they lie apart. */
  readonly leader: {
    readonly x: number;
    readonly y1: number;
    readonly y2: number;
  } | null;
}

const GAP = 5;

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom &&
    b.top < a.bottom;
}

interface Candidate extends Box {
  readonly far: number;
  readonly leader: Box | null;
}

/** Places for a label of a width around a mark, the nearest first. */
function candidates(mark: Box, width: number, area: Box): Candidate[] {
  const found: Candidate[] = [];
  const middle = (mark.top + mark.bottom) / 2;
  const half = LINE / 2;
  for (const left of [mark.right + GAP, mark.left - GAP - width]) {
    found.push({
      left,
      right: left + width,
      top: middle - half,
      bottom: middle + half,
      // Beside its mark a label looks as if it named the row.
      far: 3 * LINE,
      leader: null,
    });
  }
  // Where on the mark the label stands, and where on the label that is.
  const feet = [0.5, 0.02, 0.25, 0.75, 0.98].map((share) =>
    mark.left + (mark.right - mark.left) * share
  );
  const within = [0.5, 0.04, 0.96, 0.25, 0.75];
  for (let away = 0; away < area.bottom - area.top; away += half) {
    for (const up of [true, false]) {
      const top = up
        ? mark.top - GAP + 2 - LINE - away
        : mark.bottom + GAP - 2 + away;
      if (top < area.top || top + LINE > area.bottom) continue;
      feet.forEach((x, i) =>
        within.forEach((share, j) => {
          const wish = x - width * share;
          const left = Math.max(area.left, Math.min(wish, area.right - width));
          if (x < left + 2 || x > left + width - 2) return;
          found.push({
            left,
            right: left + width,
            top,
            bottom: top + LINE,
            far: away + i * 0.5 + j * 0.6 + (up ? 0 : 0.2),
            leader: away === 0
              ? null
              : up
              ? { left: x - 1, right: x + 1, top: top + LINE, bottom: mark.top }
              : { left: x - 1, right: x + 1, top: mark.bottom, bottom: top },
          });
        })
      );
    }
  }
  return found.toSorted((a, b) => a.far - b.far);
}

interface Room {
  /** Labels stay within it. */
  readonly area: Box;
  /** What labels keep clear of, besides the marks themselves. */
  readonly obstacles: readonly Box[];
  /** Size of the text. */
  readonly fontSize: number;
  /** How heavy it is. Default: regular. */
  readonly weight?: Weight;
  /** Whether labels stand right above their marks or nowhere. Default: false. */
  readonly above?: boolean;
  /** How far from its mark a label may stand, in pixels. Default: anywhere. */
  readonly near?: number;
}

/** Places labels one after the other, each where it is nearest to its mark. */
function inOrder<T extends Labelled>(
  items: readonly T[],
  room: Room,
  places: ReadonlyMap<T, readonly Candidate[]>,
): { readonly placed: PlacedLabel<T>[]; readonly cost: number } {
  const labels: Box[] = [];
  const leaders: Box[] = [];
  const placed: PlacedLabel<T>[] = [];
  let cost = 0;
  for (const item of items) {
    const others = [
      ...items.filter((other) => other !== item),
      ...room.obstacles,
    ];
    const all = places.get(item)!.filter((box) =>
      ![...labels, ...leaders].some((other) => meet(box, other)) &&
      !labels.some((other) => box.leader && meet(box.leader, other))
    );
    // A line may cross another mark, but not where there is a way around it.
    const best = all.find(({ leader }) =>
      !leader || ![...others, ...leaders].some((o) =>
        meet(leader, o)
      )
    ) ?? all[0];
    if (!best) {
      cost += 1000;
      continue;
    }
    cost += best.far;
    labels.push(best);
    if (best.leader) leaders.push(best.leader);
    placed.push({
      item,
      x: best.left,
      y: (best.top + best.bottom) / 2,
      leader: best.leader && {
        x: (best.leader.left + best.leader.right) / 2,
        y1: best.leader.top,
        y2: best.leader.bottom,
      },
    });
  }
  return { placed, cost };
}

/**
 * Finds a place near its mark for each label so that labels, marks and leading
 * lines keep clear of one another. What finds no place is left out.
 */
export function placeLabels<T extends Labelled>(
  items: readonly T[],
  room: Room,
): PlacedLabel<T>[] {
  const { area, obstacles, fontSize, weight } = room;
  const places = new Map(items.map((item) => {
    const width = textWidth(item.text, fontSize, weight);
    const clear = candidates(item, width, area)
      .filter((box) =>
        (!room.above || (!box.leader && box.bottom <= item.top)) &&
        box.far <= (room.near ?? Infinity) &&
        box.left >= area.left && box.right <= area.right &&
        box.top >= area.top && box.bottom <= area.bottom &&
        ![...items, ...obstacles].some((other) => meet(box, other))
      );
    return [item, clear];
  }));
  // Who chooses first decides what is left for the others: try some orders.
  const by = (key: (item: T) => number) =>
    items.toSorted((a, b) => key(a) - key(b));
  const orders = [
    items,
    by(({ left, right }) => right - left),
    by(({ left }) => left),
    by(({ right }) => -right),
    by(({ top }) => top),
    by(({ top }) => -top),
    by((item) => places.get(item)!.length),
  ];
  return orders.map((order) => inOrder(order, room, places))
    .toSorted((a, b) => a.cost - b.cost)[0]!.placed;
}
