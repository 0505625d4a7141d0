import type { Permissions, Reach } from "./read_tasks.ts";

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function read(reach: Reach): string {
  return reach === "any"
    ? "any file"
    : reach.includes(".")
    ? "the project"
    : code(reach) || "nothing";
}

function write(reach: Reach): string {
  return reach === "any" ? "**any file**" : code(reach) || "nothing";
}

/** Programs as a reader knows them: the Pythons of a system are one. */
function run(reach: Reach): string {
  if (reach === "any") return "any program";
  const names = reach.map((name) =>
    /^(python|py)[\d.]*$/.test(name)
      ? "Python"
      : name.startsWith(".venv/")
      ? "Python of `.venv`"
      : name === "deno"
      ? "this Deno"
      : `\`${name}\``
  );
  return [...new Set(names)].join(", ") || "nothing";
}

function more({ env, net, native }: Permissions): string {
  const found: string[] = [];
  if (env === "any") found.push("all variables");
  else if (env.length > 0) found.push(code(env));
  if (net === "any") found.push("**any connection**");
  else if (net.length > 0) found.push(`connect to ${code(net)}`);
  if (native) found.push("native code");
  return found.join(", ") || "–";
}

function row(task: Permissions): string[] {
  return task.calls.length > 0
    ? [`\`${task.name}\``, "as what it calls", "", "", ""]
    : [
      `\`${task.name}\``,
      read(task.read),
      write(task.write),
      run(task.run),
      more(task),
    ];
}

/** A Markdown table of what each task may do, laid out as `deno fmt` does. */
function permissionTable(tasks: readonly Permissions[]): string {
  const header = ["task", "may read", "may write", "may run", "also"];
  const rows = [...tasks].sort((a, b) => a.name < b.name ? -1 : 1).map(row);
  const widths = header.map((cell, i) =>
    Math.max(...[header, ...rows].map((cells) => cells[i]!.length), cell.length)
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}

/** Marks around the table in the README. */
const BEGIN = "<!-- what each task may do: `deno task readme` writes it -->";
const END = "<!-- end -->";

/**
 * A README with the table of the tasks in its place.
 *
 * @throws {Error} When the README has no place for it.
 */
export function withTable(
  readme: string,
  tasks: readonly Permissions[],
): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`The README lacks ${BEGIN} … ${END}`);
  return `${readme.slice(0, from)}${BEGIN}\n\n${permissionTable(tasks)}\n\n${
    readme.slice(to)
  }`;
}
