import type * as Plot from "@observablehq/plot";

/**
 * What Observable Plot draws: marks, scales, margins. The type of
 * `@observablehq/plot` itself, named here so that it is documented with the
 * charts.
 *
 * @example
 * ```ts
 * import { chart } from "./chart.ts";
 * import type { PlotOptions } from "./plot_options.ts";
 * import * as Plot from "@observablehq/plot";
 * import assert from "node:assert/strict";
 *
 * const plot: PlotOptions = { marks: [Plot.dot([[1, 1], [2, 3]])] };
 * const { svg } = chart({
 *   title: "Two dots",
 *   description: "Two dots, the second higher than the first.",
 *   draw: () => plot,
 * });
 * assert.match(svg, /^<svg/);
 * ```
 */
export type PlotOptions = Plot.PlotOptions;
