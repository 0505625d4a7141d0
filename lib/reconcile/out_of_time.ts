/** Whether an error only says that the time ran out within a solver. */
export function isOutOfTime(error: unknown): boolean {
  return error instanceof Error && error.name === "OutOfTime";
}
