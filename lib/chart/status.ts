import type { Status } from "../quantity/claim.ts";

/** How a claim of each status is painted: by colour, fill and line. */
export interface StatusPaint {
  /** The theme's colour. */
  readonly colour: string;
  /** How solid its area is. */
  readonly fillOpacity: number;
  /** Dashes of its outline; none: solid. */
  readonly strokeDasharray?: string;
}

/**
 * The paint of each status. Fill and dashes repeat what the colour says, for
 * grey print and for readers who do not see the colours.
 */
export const STATUS_PAINT: Readonly<Record<Status | "none", StatusPaint>> = {
  official: { colour: "var(--official)", fillOpacity: 0.9 },
  attributed: { colour: "var(--attributed)", fillOpacity: 0.5 },
  contested: {
    colour: "var(--contested)",
    fillOpacity: 0.18,
  },
  unverified: {
    colour: "var(--unverified)",
    fillOpacity: 0.12,
    strokeDasharray: "4,3",
  },
  none: {
    colour: "var(--none)",
    fillOpacity: 0.12,
    strokeDasharray: "1,3",
  },
};
