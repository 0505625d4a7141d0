import type { Headline } from "./headline.ts";
import type { RenderedNotebook } from "./rendered_notebook.ts";

/** A page of the report as the first page lists it. */
export interface Listed extends Pick<RenderedNotebook, "title" | "question"> {
  readonly href: string;
  /** What it found, for the notebooks. */
  readonly headline?: Headline | undefined;
}
