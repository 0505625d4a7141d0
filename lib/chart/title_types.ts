import type { OptionTypes } from "../quantity/check_options.ts";
import { takesText } from "../quantity/takes.ts";
import type { ChartTitle } from "./chart_title.ts";

/** What the options take that all charts have. */
export const TITLE_TYPES: OptionTypes<ChartTitle> = {
  title: takesText,
  caption: takesText,
};
