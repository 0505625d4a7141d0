import type { AnswerPart, View } from "./answers.ts";
import type { Selection } from "./selection.ts";
import type { Bounds } from "../../reconcile/reconciliation.ts";
import type { ResultJson } from "../../reconcile/result.ts";

/** What the page asks of the worker. A number tells which question is meant. */
export type Question =
  | { readonly type: "start"; readonly solver: WebAssembly.Module }
  | {
    readonly type: "ask";
    readonly id: number;
    readonly selection: Selection;
    readonly view: View;
  }
  | { readonly type: "look"; readonly id: number; readonly view: View }
  | {
    readonly type: "prove";
    readonly id: number;
    readonly measure: string;
    readonly start: string;
    readonly end: string;
  }
  | { readonly type: "json"; readonly id: number }
  | {
    /** What another selection would imply; what was asked stays as it is. */
    readonly type: "suppose";
    readonly id: number;
    readonly selection: Selection;
  };

/** What another selection would imply. */
export interface Supposed {
  /** Whether all of it could be true. */
  readonly consistent: boolean;
  readonly conflicts: readonly {
    readonly claims: readonly string[];
    readonly text: string;
  }[];
}

/** What a page shows of a bound. */
export type ProvedBounds = Omit<Bounds, "exactLow" | "exactHigh">;

/** What the worker answers. */
export type Answer =
  | { readonly type: "part"; readonly id: number; readonly part: AnswerPart }
  | { readonly type: "done"; readonly id: number }
  | {
    readonly type: "proof";
    readonly id: number;
    readonly proof: ProvedBounds;
  }
  | { readonly type: "json"; readonly id: number; readonly json: ResultJson }
  | {
    readonly type: "supposed";
    readonly id: number;
    readonly supposed: Supposed | null;
  }
  | { readonly type: "error"; readonly id: number; readonly message: string };
