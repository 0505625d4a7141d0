import { gcd } from "../../quantity/rational.ts";
import { outOfTime, type Timer } from "../deadline.ts";

/** A sparse entry of a matrix in whole numbers. */
export interface Entry {
  /** Column. */
  readonly column: number;
  /** Value, not zero. */
  readonly value: bigint;
  /** The value where it is below 2^26 in size, else not a number. */
  readonly small: number;
}

/** The value of an entry as a double that multiplies exactly, if it is one. */
export function smallOf(value: bigint): number {
  const small = Number(value);
  return small < 2 ** 26 && small > -(2 ** 26) ? small : NaN;
}

/** Fractions on one denominator, above zero. */
export interface Vector {
  /** Numerators. */
  readonly n: readonly bigint[];
  /** Their denominator. */
  readonly d: bigint;
}

function isPrime(n: number): boolean {
  for (let i = 3; i * i <= n; i += 2) if (n % i === 0) return false;
  return n % 2 === 1;
}

/** Primes below 2^26: products of two remainders are exact in a double. */
const PRIMES: readonly number[] = (() => {
  const found: number[] = [];
  for (let n = 2 ** 26 - 1; found.length < 3; n -= 2) {
    if (isPrime(n)) found.push(n);
  }
  return found;
})();

/** The remainder of a whole number below 2^53 in size, from 0 up. */
function reduce(value: number, p: number): number {
  const rest = value - Math.floor(value / p) * p;
  return rest < 0 ? rest + p : rest >= p ? rest - p : rest;
}

function inverse(value: number, p: number): number {
  let [r0, r1, t0, t1] = [p, value, 0, 1];
  while (r1 !== 0) {
    const q = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  return t0 < 0 ? t0 + p : t0;
}

/** One elimination step: entries are pairs of a position and a remainder. */
interface Step {
  readonly row: number;
  readonly column: number;
  /** The inverse of the pivot. */
  readonly by: number;
  /** Entries of the pivot's row in columns eliminated later. */
  readonly right: readonly number[];
  /** Multiples of the pivot's row taken from rows eliminated later. */
  readonly below: readonly number[];
}

/**
 * Eliminates modulo a prime: first every pivot that leaves the rest as it is (a
 * row or column with one entry left), then what remains, densely.
 */
function eliminate(
  rows: readonly (readonly Entry[])[],
  width: number,
  p: number,
  timer: Timer,
): Step[] {
  const modulus = BigInt(p);
  const entries = rows.map((row) =>
    row.map(({ column, value, small }) => {
      const rest = small === small ? small : Number(value % modulus);
      return { column, value: reduce(rest, p) };
    }).filter(({ value }) => value !== 0)
  );
  const down: { row: number; value: number }[][] = Array.from(
    { length: width },
    () => [],
  );
  entries.forEach((list, row) => {
    for (const { column, value } of list) down[column]!.push({ row, value });
  });
  const rowOpen = new Uint8Array(rows.length).fill(1);
  const columnOpen = new Uint8Array(width).fill(1);
  const rowCount = Int32Array.from(entries, (list) => list.length);
  const columnCount = Int32Array.from(down, (list) => list.length);
  const steps: Step[] = [];
  const queue: number[] = [];
  // Rows are queued as they are, columns behind them.
  const look = (at: number) => queue.push(at);
  for (let row = 0; row < rows.length; row++) {
    if (rowCount[row] === 1) look(row);
  }
  for (let column = 0; column < width; column++) {
    if (columnCount[column] === 1) look(rows.length + column);
  }
  const close = (row: number, column: number) => {
    rowOpen[row] = 0;
    columnOpen[column] = 0;
    for (const { column: other } of entries[row]!) {
      if (columnOpen[other] && --columnCount[other]! === 1) {
        look(rows.length + other);
      }
    }
    for (const { row: other } of down[column]!) {
      if (rowOpen[other] && --rowCount[other]! === 1) look(other);
    }
  };
  while (queue.length > 0) {
    const at = queue.pop()!;
    if (at < rows.length) {
      const row = at;
      if (!rowOpen[row] || rowCount[row] !== 1) continue;
      const pivot = entries[row]!.find(({ column }) => columnOpen[column])!;
      const by = inverse(pivot.value, p);
      const below: number[] = [];
      for (const { row: other, value } of down[pivot.column]!) {
        if (other !== row && rowOpen[other]) {
          below.push(other, reduce(value * by, p));
        }
      }
      steps.push({ row, column: pivot.column, by, right: [], below });
      close(row, pivot.column);
    } else {
      const column = at - rows.length;
      if (!columnOpen[column] || columnCount[column] !== 1) continue;
      const pivot = down[column]!.find(({ row }) => rowOpen[row])!;
      const right: number[] = [];
      for (const { column: other, value } of entries[pivot.row]!) {
        if (other !== column && columnOpen[other]) right.push(other, value);
      }
      const by = inverse(pivot.value, p);
      steps.push({ row: pivot.row, column, by, right, below: [] });
      close(pivot.row, column);
    }
  }
  // What is left has two entries or more in each row and column, or none.
  const leftRows: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (rowOpen[row] && rowCount[row]! > 0) leftRows.push(row);
  }
  const leftColumns: number[] = [];
  for (let column = 0; column < width; column++) {
    if (columnOpen[column] && columnCount[column]! > 0) {
      leftColumns.push(column);
    }
  }
  leftColumns.sort((a, b) => columnCount[a]! - columnCount[b]! || a - b);
  const place = new Int32Array(width).fill(-1);
  leftColumns.forEach((column, i) => place[column] = i);
  const dense = leftRows.map((row) => {
    const line = new Float64Array(leftColumns.length);
    for (const { column, value } of entries[row]!) {
      if (place[column]! >= 0) line[place[column]!] = value;
    }
    return line;
  });
  const open = new Set(leftRows.keys());
  leftColumns.forEach((column, c) => {
    if (timer.over(16)) throw outOfTime();
    // Of the rows that can be the pivot's the one with the fewest entries.
    let best = -1;
    let least = Infinity;
    for (const r of open) {
      if (dense[r]![c] === 0) continue;
      let count = 0;
      const line = dense[r]!;
      for (let k = c; k < line.length; k++) if (line[k] !== 0) count++;
      if (count < least) {
        least = count;
        best = r;
      }
    }
    if (best < 0) return;
    open.delete(best);
    const line = dense[best]!;
    const by = inverse(line[c]!, p);
    const right: number[] = [];
    const used: number[] = [];
    for (let k = c + 1; k < line.length; k++) {
      if (line[k] === 0) continue;
      right.push(leftColumns[k]!, line[k]!);
      used.push(k);
    }
    const below: number[] = [];
    for (const r of open) {
      const other = dense[r]!;
      if (other[c] === 0) continue;
      const times = reduce(other[c]! * by, p);
      below.push(leftRows[r]!, times);
      other[c] = 0;
      for (const k of used) {
        other[k] = reduce(other[k]! - reduce(times * line[k]!, p), p);
      }
    }
    steps.push({ row: leftRows[best]!, column, by, right, below });
  });
  return steps;
}

/** The square root of a whole number, rounded down to a power of two. */
function halfOf(modulus: bigint): bigint {
  return 1n << BigInt((modulus.toString(16).length * 4 - 4) >> 1);
}

/** A fraction with small parts that leaves a remainder, or `null`. */
function fractionOf(
  rest: bigint,
  modulus: bigint,
  limit: bigint,
): { readonly n: bigint; readonly d: bigint } | null {
  let [r0, r1, t0, t1] = [modulus, rest, 0n, 1n];
  while (r1 > limit) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  if (t1 === 0n || t1 > limit || t1 < -limit) return null;
  return t1 < 0n ? { n: -r1, d: -t1 } : { n: r1, d: t1 };
}

/** The vector that leaves these remainders, as far as they tell. */
function reconstruct(rests: readonly bigint[], modulus: bigint): Vector | null {
  const limit = halfOf(modulus);
  const half = modulus >> 1n;
  let d = 1n;
  const parts: { n: bigint; d: bigint }[] = [];
  for (const rest of rests) {
    let own = rest * d % modulus;
    if (own < 0n) own += modulus;
    const near = own > half ? own - modulus : own;
    if (near <= limit && near >= -limit) {
      parts.push({ n: near, d });
      continue;
    }
    const found = fractionOf(own, modulus, limit);
    if (!found) return null;
    d *= found.d;
    if (d > limit) return null;
    parts.push({ n: found.n, d });
  }
  return { n: parts.map((part) => part.n * (d / part.d)), d };
}

/**
 * The regular part of a matrix in whole numbers, and exact solutions of its
 * equations: the matrix is eliminated once modulo a prime, and a solution is
 * lifted to higher and higher powers of it until fractions with that remainder
 * solve the equations, which is checked.
 *
 * Method: Dixon, "Exact solution of linear equations using p-adic expansions",
 * Numerische Mathematik 40 (1982); Wan, "An algorithm to solve integer linear
 * systems exactly using numerical methods", Journal of Symbolic Computation 41
 * (2006), for ending as soon as the answer is there.
 */
export class ModularKernel {
  /** Rows of the regular part, by their position in the matrix, ascending. */
  readonly rows: readonly number[];
  /** Columns of the regular part, ascending. */
  readonly columns: readonly number[];
  readonly #steps: readonly Step[];
  readonly #p: number;
  readonly #width: number;
  readonly #height: number;
  readonly #matrix: readonly (readonly Entry[])[];
  #down: Entry[][] | undefined;
  readonly #timer: Timer;

  /** @param width How many columns the matrix has. */
  constructor(
    matrix: readonly (readonly Entry[])[],
    width: number,
    timer: Timer,
  ) {
    this.#timer = timer;
    let best: Step[] = [];
    let prime = PRIMES[0]!;
    const most = Math.min(matrix.length, width);
    for (const p of PRIMES) {
      const steps = eliminate(matrix, width, p, timer);
      if (steps.length > best.length || best.length === 0) {
        best = steps;
        prime = p;
      }
      if (best.length === most || p !== PRIMES[0]) break;
    }
    this.#steps = best;
    this.#p = prime;
    this.#width = width;
    this.#height = matrix.length;
    this.rows = best.map(({ row }) => row).sort((a, b) => a - b);
    this.columns = best.map(({ column }) => column).sort((a, b) => a - b);
    const kept = new Uint8Array(width);
    for (const column of this.columns) kept[column] = 1;
    const keptRow = new Uint8Array(matrix.length);
    for (const row of this.rows) keptRow[row] = 1;
    this.#matrix = matrix.map((row, i) =>
      keptRow[i] ? row.filter(({ column }) => kept[column]) : []
    );
  }

  /** x by column with matrix · x = right on the rows of the regular part. */
  solve(right: readonly bigint[]): Vector {
    return this.#lift(this.#matrix, right, this.rows, this.#width, (rest) => {
      const p = this.#p;
      const found = new Float64Array(this.#width);
      for (const { row, below } of this.#steps) {
        const value = rest[row]!;
        if (value === 0) continue;
        for (let k = 0; k < below.length; k += 2) {
          const other = below[k]!;
          rest[other] = reduce(
            rest[other]! - reduce(below[k + 1]! * value, p),
            p,
          );
        }
      }
      for (let s = this.#steps.length - 1; s >= 0; s--) {
        const { row, column, by, right } = this.#steps[s]!;
        let value = rest[row]!;
        for (let k = 0; k < right.length; k += 2) {
          const other = found[right[k]!]!;
          if (other !== 0) value -= reduce(right[k + 1]! * other, p);
        }
        found[column] = reduce(reduce(value, p) * by, p);
      }
      return found;
    });
  }

  /** y by row with y · matrix = cost on the columns of the regular part. */
  solveTransposed(cost: readonly bigint[]): Vector {
    if (!this.#down) {
      const down: Entry[][] = Array.from({ length: this.#width }, () => []);
      this.#matrix.forEach((row, i) => {
        for (const { column, value, small } of row) {
          down[column]!.push({ column: i, value, small });
        }
      });
      this.#down = down;
    }
    const { columns } = this;
    return this.#lift(this.#down, cost, columns, this.#height, (rest) => {
      const p = this.#p;
      const found = new Float64Array(this.#height);
      const middle = new Float64Array(this.#steps.length);
      this.#steps.forEach(({ column, by, right }, s) => {
        const value = reduce(rest[column]! * by, p);
        middle[s] = value;
        if (value === 0) return;
        for (let k = 0; k < right.length; k += 2) {
          const other = right[k]!;
          rest[other] = reduce(
            rest[other]! - reduce(right[k + 1]! * value, p),
            p,
          );
        }
      });
      for (let s = this.#steps.length - 1; s >= 0; s--) {
        const { row, below } = this.#steps[s]!;
        let value = middle[s]!;
        for (let k = 0; k < below.length; k += 2) {
          const other = found[below[k]!]!;
          if (other !== 0) value -= reduce(below[k + 1]! * other, p);
        }
        found[row] = reduce(value, p);
      }
      return found;
    });
  }

  /** Lifts solutions modulo the prime to a solution in fractions. */
  #lift(
    matrix: readonly (readonly Entry[])[],
    right: readonly bigint[],
    used: readonly number[],
    size: number,
    solve: (rest: Float64Array) => Float64Array,
  ): Vector {
    const p = this.#p;
    const modulus = BigInt(p);
    const half = p / 2;
    const rest = new Remainders(right, used, matrix.length);
    const sums = new Array<bigint>(size).fill(0n);
    let power = 1n;
    let digits: Float64Array[] = [];
    /** Adds the digits found since the last time. */
    const gather = () => {
      for (let k = 0; k < size; k++) {
        let sum = 0n;
        for (let i = digits.length - 1; i >= 0; i--) {
          const digit = digits[i]![k]!;
          if (sum === 0n && digit === 0) continue;
          sum = sum * modulus + BigInt(digit);
        }
        if (sum !== 0n) sums[k]! += sum * power;
      }
      power *= modulus ** BigInt(digits.length);
      digits = [];
    };
    for (let count = 1, next = 3;; count++) {
      if (this.#timer.over(4)) throw outOfTime();
      const last = rest.modulo(p);
      // Nothing is left: what there is is whole, and exact.
      if (!last) {
        gather();
        return { n: sums, d: 1n };
      }
      const digit = solve(last);
      for (let k = 0; k < size; k++) if (digit[k]! > half) digit[k]! -= p;
      digits.push(digit);
      rest.lower(matrix, digit, p);
      if (count < next) continue;
      next = Math.ceil(count * 1.5) + 1;
      gather();
      const guess = reconstruct(sums, power);
      if (guess && solves(matrix, right, used, guess)) return lowest(guess);
    }
  }
}

/**
 * What is left of the right sides as digits are found: doubles while they are
 * whole and safe, which most soon are.
 */
class Remainders {
  readonly #used: readonly number[];
  readonly #small: Float64Array;
  readonly #large = new Map<number, bigint>();

  constructor(
    right: readonly bigint[],
    used: readonly number[],
    size: number,
  ) {
    this.#used = used;
    this.#small = new Float64Array(size);
    for (const i of used) this.#set(i, right[i]!);
  }

  #set(i: number, value: bigint): void {
    const small = Number(value);
    if (small < SAFE && small > -SAFE) {
      this.#small[i] = small;
      this.#large.delete(i);
    } else {
      this.#small[i] = 0;
      this.#large.set(i, value);
    }
  }

  /** The remainders modulo a prime; `null` where nothing is left. */
  modulo(p: number): Float64Array | null {
    const last = new Float64Array(this.#small.length);
    let nothing = this.#large.size === 0;
    for (const i of this.#used) {
      const own = this.#small[i]!;
      if (own === 0) continue;
      nothing = false;
      last[i] = reduce(own, p);
    }
    for (const [i, value] of this.#large) {
      const rest = Number(value % BigInt(p));
      last[i] = rest < 0 ? rest + p : rest;
    }
    return nothing ? null : last;
  }

  /** Takes the matrix times a digit away, and divides by the prime. */
  lower(
    matrix: readonly (readonly Entry[])[],
    digit: Float64Array,
    p: number,
  ): void {
    for (const i of this.#used) {
      // Products are below 2^51: the sum is safe until it is taken aside.
      let sum = 0;
      let aside = 0n;
      for (const { column, value, small } of matrix[i]!) {
        const by = digit[column]!;
        if (by === 0) continue;
        if (small !== small) {
          aside += value * BigInt(by);
          continue;
        }
        sum += small * by;
        if (sum > SAFE || sum < -SAFE) {
          aside += BigInt(sum);
          sum = 0;
        }
      }
      const large = this.#large.get(i);
      if (large === undefined && aside === 0n) {
        const own = this.#small[i]!;
        if (own === 0 && sum === 0) continue;
        // Both are at most 2^52, so that their difference is exact.
        this.#small[i] = (own - sum) / p;
      } else {
        const own = large ?? BigInt(this.#small[i]!);
        this.#set(i, (own - aside - BigInt(sum)) / BigInt(p));
      }
    }
  }
}

/** Sums of two numbers of at most this size are exact in a double. */
const SAFE = 2 ** 52;

function solves(
  matrix: readonly (readonly Entry[])[],
  right: readonly bigint[],
  used: readonly number[],
  { n, d }: Vector,
): boolean {
  return used.every((i) => {
    let sum = -right[i]! * d;
    for (const { column, value } of matrix[i]!) sum += value * n[column]!;
    return sum === 0n;
  });
}

function lowest({ n, d }: Vector): Vector {
  let common = d;
  for (const value of n) {
    if (common === 1n) return { n, d };
    if (value !== 0n) common = gcd(common, value);
  }
  return { n: n.map((value) => value / common), d: d / common };
}
