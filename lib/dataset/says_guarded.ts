/** The name under which a description tells what this program does not show. */
const OWN_KEY = "tallystick";

/** Whether a description says that the cells of its tables were guarded. */
export function saysGuarded(description: string): boolean {
  return description.includes(OWN_KEY) &&
    JSON.parse(description)?.[OWN_KEY]?.guarded === true;
}
