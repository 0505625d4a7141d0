/**
 * What the charts are made of: measured text, marks in pixels, interval bars,
 * rows of a list, panels, axes, labels that keep clear of one another.
 */
export * from "./finish.ts";
export * from "./interval.ts";
export * from "./key.ts";
export * from "./layout.ts";
export * from "./list.ts";
export * from "./marks.ts";
export * from "./matrix.ts";
export * from "./number_axis.ts";
export * from "./paint.ts";
export * from "./panel.ts";
export * from "./place_labels.ts";
export * from "./side_labels.ts";
export * from "./text.ts";
export * from "./text_box.ts";
export * from "./theme.ts";
export * from "./time_axis.ts";
