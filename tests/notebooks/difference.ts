interface Cell {
  cell_type: string;
  source: string | string[];
  outputs?: unknown[];
}

/** A part of a text around the first place where it differs from another. */
function around(text: string, at: number): string {
  const part = text.slice(Math.max(0, at - 60), at + 100);
  return JSON.stringify(part);
}

/** Says where two versions of a notebook first differ. */
export function firstDifference(committed: string, now: string): string {
  const before: Cell[] = JSON.parse(committed).cells;
  const after: Cell[] = JSON.parse(now).cells;
  let number = 0;
  for (const [index, cell] of before.entries()) {
    if (cell.cell_type !== "code") continue;
    number += 1;
    const wanted = JSON.stringify(cell.outputs, null, 1);
    const given = JSON.stringify(after[index]?.outputs, null, 1) ?? "";
    if (wanted === given) continue;
    let at = 0;
    while (at < wanted.length && wanted[at] === given[at]) at += 1;
    return `The outputs of cell [${number}] differ.\ncommitted: ${
      around(wanted, at)
    }\nnow:       ${around(given, at)}`;
  }
  let at = 0;
  while (at < committed.length && committed[at] === now[at]) at += 1;
  return `The outputs are the same, the file is not.\ncommitted: ${
    around(committed, at)
  }\nnow:       ${around(now, at)}`;
}
