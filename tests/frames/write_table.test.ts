import {
  countColumn,
  dateColumn,
  numberColumn,
  textColumn,
} from "../../lib/frames/columns.ts";
import type { DataFrame } from "../../lib/frames/polars.ts";
import { TABLE_FORMATS, writeTable } from "../../lib/frames/write_table.ts";
import { firstDay } from "../../lib/quantity/date.ts";
import { withFolder } from "../whole/files/folder.ts";
import pl from "nodejs-polars";
import assert from "node:assert/strict";
import { join } from "node:path";

const TEXT = ["=1+1", 'a "b"\r\nc', null, "", "Дезертирство, 2024"];
const NUMBERS = [0.1 + 0.2, null, 1e300, 5e-324, -1 / 3];
const COUNTS = [1, null, Number.MAX_SAFE_INTEGER, -1, 0];
const DAYS = ["0001-01-01", "2024-02-29", null, "9999-12-31", "1969-12-31"];

function frame(): DataFrame {
  return pl.DataFrame([
    textColumn("said", TEXT),
    numberColumn("number", NUMBERS),
    countColumn("count", COUNTS),
    dateColumn("day", DAYS.map((day) => day ? firstDay(day) : null)),
  ]);
}

/** Cells as plain values, dates as text. */
function cells(frame: DataFrame): Record<string, unknown[]> {
  return Object.fromEntries(
    frame.columns.map((name) => {
      const series = frame.getColumn(name);
      const date = series.dtype.equals(pl.Date);
      return [name, (date ? series.cast(pl.Utf8) : series).toArray()];
    }),
  );
}

Deno.test("Parquet reads back the same, types and all", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "table.parquet");
    await writeTable(frame(), path);
    const read = pl.readParquet(path);
    assert.deepEqual(cells(read), cells(frame()));
    assert.deepEqual(
      read.dtypes.map(String),
      frame().dtypes.map(String),
    );
  });
});

Deno.test("JSON reads back the same, to the last digit", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "table.json");
    await writeTable(frame(), path);
    const rows = JSON.parse(await Deno.readTextFile(path));
    assert.deepEqual(
      rows,
      TEXT.map((said, i) => ({
        said,
        number: NUMBERS[i],
        count: COUNTS[i],
        day: DAYS[i],
      })),
    );
    const read = pl.readJSON(path);
    assert.deepEqual(cells(read), cells(frame()));
  });
});

Deno.test("CSV keeps numbers and what is missing, and guards text alone", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "table.csv");
    await writeTable(frame(), path);
    const read = pl.readCSV(path, { tryParseDates: true });
    const guarded = cells(frame());
    guarded.said = guarded.said!.with(0, "'=1+1");
    assert.deepEqual(cells(read), guarded);
  });
});

Deno.test("CSV holds together where another separator would cut it", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "table.csv");
    const own = pl.DataFrame([
      textColumn("said;x", ["x;=1+1;y", "x\t-1", "a|b", "plain"]),
      numberColumn("change", [-5, 0.5, null, 1e300]),
    ]);
    await writeTable(own, path);
    assert.equal(
      await Deno.readTextFile(path),
      `"said;x",change\n"x;'=1+1;y",-5.0\n"x\t'-1",0.5\n"a|b",\nplain,1e+300\n`,
    );
  });
});

Deno.test("unguarded CSV keeps the text letter for letter", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "table.csv");
    await writeTable(frame(), path, { guard: false });
    const read = pl.readCSV(path, { tryParseDates: true });
    assert.deepEqual(cells(read), cells(frame()));
  });
});

Deno.test("a column's name is guarded, and the frame stays as it was", async () => {
  await withFolder(async (folder) => {
    const path = join(folder, "table.csv");
    const own = pl.DataFrame([textColumn("=HYPERLINK()", ["a"])]);
    await writeTable(own, path);
    assert.equal(await Deno.readTextFile(path), "'=HYPERLINK()\na\n");
    assert.deepEqual(own.columns, ["=HYPERLINK()"]);
  });
});

Deno.test("a table without a row keeps its columns", async () => {
  await withFolder(async (folder) => {
    const none = frame().head(0);
    const csv = join(folder, "table.csv");
    await writeTable(none, csv);
    assert.equal(await Deno.readTextFile(csv), "said,number,count,day\n");
    const parquet = join(folder, "table.parquet");
    await writeTable(none, parquet);
    assert.deepEqual(pl.readParquet(parquet).columns, none.columns);
  });
});

Deno.test("another ending is refused with those that are known", async () => {
  for (const name of ["table.xlsx", "table", "csv"]) {
    await assert.rejects(
      writeTable(frame(), join("nowhere", name)),
      (error: Error) =>
        error instanceof RangeError && error.message.includes(name) &&
        TABLE_FORMATS.every((format) => error.message.includes(`.${format}`)),
    );
  }
});

Deno.test("a failure leaves the earlier file whole and nothing beside it", async () => {
  await withFolder(async (folder) => {
    // A folder in the file's place: the last step fails.
    const path = join(folder, "table.csv");
    await Deno.mkdir(join(path, "kept"), { recursive: true });
    await assert.rejects(writeTable(frame(), path));
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), [
      "table.csv",
    ]);
    assert.ok((await Deno.stat(join(path, "kept"))).isDirectory);
  });
});

Deno.test({
  name: "where no more can be written the earlier file stays whole",
  ignore: Deno.build.os === "windows",
  async fn() {
    await withFolder(async (folder) => {
      const path = join(folder, "table.json");
      await Deno.writeTextFile(path, "earlier");
      const module =
        new URL("../../lib/frames/write_whole.ts", import.meta.url).href;
      const write = async (bytes: number) => {
        const code = `import { writeWhole } from ${JSON.stringify(module)};
          await writeWhole(${JSON.stringify(path)}, new Uint8Array(${bytes}));`;
        const { success } = await new Deno.Command("sh", {
          // At most so many blocks of 512 or 1024 bytes in a file.
          args: [
            "-c",
            'ulimit -f 4000; exec "$0" eval "$1"',
            Deno.execPath(),
            code,
          ],
          // Its own caches are larger than that elsewhere.
          env: { DENO_DIR: join(folder, "cache") },
          stderr: "null",
        }).output();
        return success;
      };
      assert.equal(await write(5e6), false);
      assert.equal(await Deno.readTextFile(path), "earlier");
      assert.equal(await write(1000), true);
      assert.equal((await Deno.stat(path)).size, 1000);
    });
  },
});
