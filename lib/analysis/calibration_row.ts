/** A hedged or rounded number, and the exact figure behind it. */
export interface CalibrationRow {
  /** The hedge, in words; rows of one stand together. */
  readonly hedge: string;
  /** Who says what. */
  readonly label: string;
  /** The exact figure, in words. */
  readonly exact: string;
  /** Its distance from the stated number, in rounding units. */
  readonly distance: number;
  /** The least distance that the hedge is taken to allow; `null` is open. */
  readonly low: number | null;
  /** The greatest; `null` is open. */
  readonly high: number | null;
  /** What the row shows when it is pointed at. */
  readonly title: string;
}
