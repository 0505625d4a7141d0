/**
 * How many months a rate of each month may cover: a hundred years. Each of them
 * bounds every other, and a slip in a year would keep the engine busy for days.
 */
export const MOST_EACH = 1200;
