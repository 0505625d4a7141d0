import type { Rational } from "../../quantity/rational.ts";
import type { Vector } from "./modular_kernel.ts";

/** How a certified minimum ends. */
export type CertifiedEnd =
  | {
    /** No point costs less than `value`, by the multipliers. */
    readonly status: "bounded";
    readonly value: Rational;
    /** Whether some point costs that: false where the time ran out. */
    readonly tight: boolean;
    /** Such a point, where all of it is known. */
    readonly point: Vector | null;
    readonly multipliers: ReadonlyMap<number, Rational>;
  }
  | { readonly status: "open"; readonly ray: Vector }
  | {
    readonly status: "infeasible";
    readonly multipliers: ReadonlyMap<number, Rational>;
  };
