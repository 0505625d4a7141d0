/** A day as the count of days since 1970-01-01. */
export type Day = number;

const MS = 86_400_000;

/** The first day of a month counted from year 0, January. */
export function monthStart(month: number): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MS;
}

/** The month that a day falls in, counted from year 0, January. */
export function monthOf(day: Day): number {
  const date = new Date(day * MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The last day of a month. */
export function monthEnd(month: number): Day {
  return monthStart(month + 1) - 1;
}

/** The day of a cell: a month stands for its first day or its last. */
export function dayOf(cell: string, side: "start" | "end"): Day {
  const [year = "", month = "", day] = cell.split("-");
  const index = Number(year) * 12 + Number(month) - 1;
  if (day !== undefined) return monthStart(index) + Number(day) - 1;
  return side === "start" ? monthStart(index) : monthEnd(index);
}

/** A day as `YYYY-MM-DD`. */
export function show(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}
