/** What each verb of the program does, in a line, in the order in which they are told of. */
export const SUMMARIES = {
  new: "Write a minimal dataset into a new folder, to begin with",
  validate: "Check the tables of a dataset",
  read: "Draft claims from texts",
  accept: "Take drafts into a dataset's claims",
  reconcile: "Work out what a dataset's claims imply together",
  explain: "Explain one bound, both sides, with proofs",
  report: "Make pages of a dataset and of what follows from it",
  workbench: "Write a page on which claims are put in and reconciled",
  diff: "Tell what changed between two versions of a dataset",
  export: "Write a dataset's results as CSV, JSON or Parquet",
  lab: "Open JupyterLab on a folder's notebooks",
} as const satisfies Record<string, string>;

/** A verb of the program besides `help`. */
export type VerbName = keyof typeof SUMMARIES;
