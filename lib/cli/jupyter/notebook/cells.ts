import { basename } from "node:path";

/** Where a line of the extracted module comes from. */
interface Place {
  /** The number in the cell's brackets. */
  readonly cell: number;
  /** The line in the cell, from 1. */
  readonly line: number;
}

/** A notebook's code cells as one module. */
export interface CellsModule {
  /** TypeScript. */
  readonly code: string;
  /** By line of the module, from 0. */
  readonly places: readonly (Place | undefined)[];
}

interface Notebook {
  cells: { cell_type: string; source: string | string[] }[];
}

/** Puts a notebook's code cells into one module, as the kernel runs them in turn. */
export function extractCells(notebook: string): CellsModule {
  const { cells }: Notebook = JSON.parse(notebook);
  // Without imports a file is a script, and every such file shares one scope.
  const lines = ["export {};"];
  const places: (Place | undefined)[] = [undefined];
  let number = 0;
  for (const { cell_type, source } of cells) {
    const text = typeof source === "string" ? source : source.join("");
    if (cell_type !== "code" || text.trim() === "") continue;
    number += 1;
    for (const [index, line] of text.split("\n").entries()) {
      lines.push(line);
      places.push({ cell: number, line: index + 1 });
    }
  }
  return { code: lines.join("\n") + "\n", places };
}

/**
 * Names notebook, cell and line wherever a message names a line of the
 * extracted module: `notebooks/01-the-claims.ipynb cell [3], line 2`.
 */
export function locate(
  message: string,
  file: string,
  notebook: string,
  module: CellsModule,
): string {
  const name = basename(file).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const mention = new RegExp(`(?:file://)?[^\\s"']*${name}:(\\d+):(\\d+)`, "g");
  return message.replaceAll(mention, (whole, line: string, column: string) => {
    const place = module.places[Number(line) - 1];
    return place === undefined
      ? whole
      : `${notebook} cell [${place.cell}], line ${place.line}, column ${column}`;
  });
}
