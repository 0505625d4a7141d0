/** What claims come to at one width of hedges. */
export interface SweepPoint {
  /** The width. */
  readonly width: number;
  /** The share by which every bound must give; 0 where the claims agree. */
  readonly slack: number;
  /** How many conflicts there are, from here to the next point. */
  readonly conflicts: number;
}

/** A conflict and the widths at which it is one. */
export interface SweepRow {
  /** Its claims, in words. */
  readonly label: string;
  /** What it shows when it is pointed at. */
  readonly title: string;
  /** The width from which on it is one. */
  readonly from: number;
  /** The width at which it dissolves; `null`: at none. */
  readonly until: number | null;
}

/** How findings move with the width of hedges. */
export interface SweepData {
  /** The widest width shown. */
  readonly most: number;
  /** In the order of widths. */
  readonly steps: readonly SweepPoint[];
  /** Rows, from the top. */
  readonly conflicts: readonly SweepRow[];
}
