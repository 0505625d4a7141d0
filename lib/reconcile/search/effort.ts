/**
 * How much effort the search spends where: all that was tuned, in one place. None
 * of it changes what is true of an answer, only how soon it is had and, where
 * lists are capped, which of many are listed. Steps and counts are the same on a
 * fast machine and a slow one. Measured with `deno task bench` and on random
 * systems of `deno task soak`.
 *
 * @module
 */

// Cheapest hitting sets: a small tree first, then reductions, then programs.

/** Fewer sets are soon reduced to nothing: no tree is walked. */
export const FEWEST_FOR_TREE = 24;

/** Nodes of a tree that is walked before anything else is tried. */
export const TREE_NODES = 20_000;

/** Steps of reductions before linear programs help. */
export const REDUCTIONS = 300;

/**
 * Steps where few sets are left: reductions then come through what linear
 * programs see nothing of, halves of elements that hit everything.
 */
export const PATIENT_REDUCTIONS = 10_000;

/** So many sets are few. */
export const REDUCIBLE_SETS = 400;

/** More sets than these, linked by elements, are left to linear programs. */
export const MOST_REDUCED_SETS = 1_500;

/** Looks at programs that demands may cost where the sets are solved. */
export const PROGRAMS_FOR_DEMANDS = 40;

/** Longest run of the rounded solver on one program, in seconds. */
export const LONGEST_PROGRAM = 0.25;

/** Demands of one cluster that are kept. */
export const MOST_DEMANDS = 400;

// The cheapest repair.

/** Repairs grown from one hitting set at most, for the cores met on the way. */
export const REPAIRS_GROWN = 12;

/** Looks at programs that make a hitting set dearer than growing repairs. */
export const DEAR_PROGRAMS = 20;

/** One repair is grown in any case every so many hitting sets. */
export const GROW_EVERY = 8;

/** So many rounds without an end make it worth to look ahead roughly. */
export const ROUNDS_BEFORE_ROUGH = 4;

/** Seconds for some repair where the time ran out before there was any. */
export const GRACE_SECONDS = 0.4;

// The rough search, by rounded numbers alone.

/** Questions put to rounded numbers at most. */
export const ROUGH_QUESTIONS = 4_000;

/** Looks at programs for one hitting set after which it is too dear to go on. */
export const ROUGH_DEAR_PROGRAMS = 100;

/** Repairs grown from each hitting set. */
export const ROUGH_REPAIRS_GROWN = 4;

// Lists of conflicts and repairs.

/** Pairs of contained periods that are told in bulk. */
export const MOST_PAIRS = 20_000;

/** Repairs of one cluster that are kept, where lists ask for fewer. */
export const MOST_REPAIRS = 20_000;

/** Steps of a walk in order of weight before the walk goes on in any order. */
export const ORDERED_STEPS = 20_000;

/** Sets that are tested in any case: who is to blame is told by all repairs. */
export const LEAST_TESTS = 200;

/** Sets that are tested at most where the list of conflicts is full. */
export const MOST_TESTS = 3_000;

/**
 * So many tests one after another that find no repair end the search where the
 * list of conflicts is full: repairs are then had sooner by looking for them.
 */
export const TESTS_IN_VAIN = 400;

/**
 * Conflicts for each that is listed that end a search in order of weight, where
 * they are large.
 */
export const PLENTY_OF_CONFLICTS = 2;

/** Cores of more units than this are often the sum of several conflicts. */
export const LARGE_CORE = 8;

/** How often conflicts are sought at random before they are sought in order. */
export const PROBES = 40;

/** How often at most. */
export const MOST_PROBES = 400;

/** Sets of units that agree which are remembered. */
export const AGREEING_REMEMBERED = 64;
