// What stands below a chart, a table or a conflict: its numbers as CSV, itself
// as an image, and how to cite it; and tables that can be sorted and searched.
// It asks for nothing and keeps nothing.
"use strict";
{
  const page = document.documentElement;
  page.classList.add("scripted");

  const save = (name, type, part) => {
    const url = URL.createObjectURL(new Blob([part], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    // The browser has taken it by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  const line = (text) => text.replace(/\s+/g, " ").trim();

  /** What a spreadsheet would take for a formula, as text: `guardCell`'s rule. */
  const guard = GUARD_PATTERNS;
  const guarded = (text) =>
    text.split(guard.cut).map((piece, i, pieces) => {
      if (i % 2 === 1) return piece;
      const run = i > 0 ? guard.later.test(piece) : guard.first.test(piece) ||
        guard.none.test(piece) && /[\t\r\n]/.test(pieces[1] ?? "");
      return run ? `'${piece}` : piece;
    }).join("");

  /** A cell of CSV. A number stays one. */
  const cell = (text) => {
    const number = /^[-+−]?[\d.,]+%?$/.test(text);
    const shown = number ? text : guarded(text);
    return /[",;|\t\r\n]/.test(shown)
      ? `"${shown.replaceAll('"', '""')}"`
      : shown;
  };
  const csv = (rows) =>
    rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";

  /** A number without what separates its digits. */
  const plain = (text) =>
    /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
      ? text.replaceAll(",", "").replace("−", "-")
      : text === "–"
      ? ""
      : text;

  const cellText = (td) => plain(line(td.dataset.value ?? td.textContent));

  /** A heading without the type of its column. */
  const headingText = (th) => {
    const copy = th.cloneNode(true);
    copy.querySelector("small")?.remove();
    return line(copy.textContent);
  };

  const tableRows = (table) =>
    [...table.querySelectorAll("tr")].map((row) =>
      [...row.children].map((one) =>
        one.tagName === "TH" ? headingText(one) : cellText(one)
      )
    );

  /** What the marks of a chart say, each once. */
  const markRows = (svg) => {
    const rows = new Map();
    for (const title of svg.querySelectorAll("title")) {
      const text = title.textContent.trim();
      if (title.parentElement === svg || !text || rows.has(text)) continue;
      rows.set(text, text.split("\n").map(line));
    }
    const most = Math.max(1, ...[...rows.values()].map((row) => row.length));
    const head = Array.from(
      { length: most },
      (_, i) => i ? `line ${i + 1}` : "mark",
    );
    return [head, ...rows.values()];
  };

  const dataOf = (of) => {
    const own = of.querySelector("template.csv");
    if (own) return own.content.textContent;
    const table = of.querySelector("table");
    if (table) return csv(tableRows(table));
    const svg = of.querySelector("svg");
    return csv(svg ? markRows(svg) : [["text"], [line(of.textContent)]]);
  };

  const drawing = (svg) => {
    const { width, height } = svg.getBoundingClientRect();
    const copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", Math.ceil(width));
    copy.setAttribute("height", Math.ceil(height));
    const style = getComputedStyle(svg);
    const back = getComputedStyle(document.body).backgroundColor;
    copy.style.color = style.color;
    copy.style.background = back;
    copy.style.fontFamily = style.fontFamily;
    // Colours of the page that the drawing takes.
    for (const name of ["paper", "raised", "ink", "soft", "line", "accent"]) {
      copy.style.setProperty(
        `--${name}`,
        getComputedStyle(page).getPropertyValue(`--${name}`),
      );
    }
    for (const link of [...copy.querySelectorAll("a")]) {
      link.replaceWith(...link.childNodes);
    }
    return {
      text: new XMLSerializer().serializeToString(copy),
      ...{ width, height, back },
    };
  };

  const picture = async (svg, name) => {
    const { text, width, height, back } = drawing(svg);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * 2);
    canvas.height = Math.ceil(height * 2);
    const pen = canvas.getContext("2d");
    pen.fillStyle = back;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(`${name}.png`, "image/png", blob));
  };

  const cite = (bar, id) => {
    const shown = bar.querySelector("output");
    if (shown) return shown.remove();
    const data = document.getElementById("tools:cite")?.content.textContent;
    const address = new URL(`#${id}`, location.href).href;
    const output = document.createElement("output");
    output.textContent = [
      `“${bar.dataset.title}”, ${document.title}`,
      data && `from: ${line(data).replace(/\.$/, "")}`,
      address,
    ].filter(Boolean).join(". ");
    bar.append(output);
    navigator.clipboard?.writeText(output.textContent).catch(() => {});
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".tools button[data-do]");
    if (!button) return;
    const bar = button.closest(".tools");
    const id = bar.dataset.of;
    const of = document.getElementById(id);
    const svg = of.querySelector("svg");
    const name = id.replace(/[^\w.-]+/g, "-");
    const what = button.dataset.do;
    if (what === "data") save(`${name}.csv`, "text/csv", dataOf(of));
    else if (what === "svg") {
      save(`${name}.svg`, "image/svg+xml", drawing(svg).text);
    } else if (what === "png") picture(svg, name);
    else if (what === "types") of.classList.toggle("typed");
    else cite(bar, id);
  });

  // Tables

  const MANY = 12;

  const value = (td) => {
    const text = cellText(td).replace("−", "-");
    const number = Number(text.replace(/[×%]$/, ""));
    return text !== "" && !Number.isNaN(number) ? number : text.toLowerCase();
  };
  const compare = (a, b) => {
    if (a === b) return 0;
    if (a === "") return 1;
    if (b === "") return -1;
    if (typeof a === typeof b) return a < b ? -1 : 1;
    return typeof a === "number" ? -1 : 1;
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    [...table.querySelectorAll("thead th")].forEach((th, column) => {
      // A button without a name could be pressed, but not found by a reader of
      // the screen.
      if (th.textContent.trim() === "") return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        const down = th.getAttribute("aria-sort") === "ascending";
        for (const other of table.querySelectorAll("th[aria-sort]")) {
          other.removeAttribute("aria-sort");
        }
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].map((
          row,
        ) => [value(row.cells[column]), row]);
        rows.sort(([a], [b]) => {
          const order = compare(a, b);
          return a === "" || b === "" || !down ? order : -order;
        });
        body.append(...rows.map(([, row]) => row));
      });
    });
  };

  const searchable = (table) => {
    const label = document.createElement("label");
    label.className = "search";
    const field = document.createElement("input");
    field.type = "search";
    field.autocomplete = "off";
    const found = document.createElement("span");
    found.setAttribute("role", "status");
    label.append("Only rows with ", field, " ", found);
    field.addEventListener("input", () => {
      const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      const rows = [...table.tBodies[0].rows];
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !wanted.every((word) => text.includes(word));
        if (!row.hidden) shown++;
      }
      found.textContent = wanted.length ? `${shown} of ${rows.length}` : "";
    });
    table.before(label);
  };

  for (const table of document.querySelectorAll(".output table")) {
    if (!table.tBodies[0] || !table.tHead) continue;
    // Cells that reach over several rows or columns have no order.
    if (table.querySelector("[rowspan], [colspan]")) continue;
    if (table.tBodies[0].rows.length > 1) sortable(table);
    if (table.tBodies[0].rows.length > MANY) searchable(table);
  }
}
