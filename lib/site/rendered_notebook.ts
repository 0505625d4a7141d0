/** A notebook that was run, as the body of a page. */
export interface RenderedNotebook {
  /** Name of its file: its page is called after it. */
  readonly file: string;
  /** The first heading; plain text. */
  readonly title: string;
  /** The first paragraph, which asks what the notebook answers; plain text. */
  readonly question: string;
  /** The headings of the second level. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  /** HTML. */
  readonly body: string;
}
