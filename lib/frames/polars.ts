import defer * as deferred from "nodejs-polars";
import type pl from "nodejs-polars";

/**
 * A Polars data frame. Named here so that what the library hands out is
 * documented with it; it is the type of `nodejs-polars` itself.
 */
export type DataFrame = pl.DataFrame;

/** A column of a Polars data frame: the type of `nodejs-polars` itself. */
export type Series = pl.Series;

/**
 * Polars, loaded when it is first asked for: it is a native library, which takes
 * permissions that who makes no frame need not give.
 *
 * @throws {Error} When it cannot be loaded, with the permissions that it needs.
 */
export function polars(): typeof pl {
  try {
    return deferred.default;
  } catch (cause) {
    const { message } = cause as Error;
    throw new Error(
      "Frames are of Polars, a native library, which could not be loaded; it " +
        `needs --allow-read, --allow-sys and --allow-ffi: ${message}`,
      { cause },
    );
  }
}
