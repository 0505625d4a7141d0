import type { OptionTypes } from "../quantity/check_options.ts";
import { takesText } from "../quantity/takes.ts";

/**
 * What a chart is called, where it is to be called something else than it says
 * by itself.
 */
export interface ChartTitle {
  /** The finding, or the question. */
  readonly title?: string;
  /** Where it comes from. */
  readonly caption?: string;
}

/** What the options take that all charts have. */
export const TITLE_TYPES: OptionTypes<ChartTitle> = {
  title: takesText,
  caption: takesText,
};
