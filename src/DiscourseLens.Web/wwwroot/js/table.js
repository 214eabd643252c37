// The numbers of a view as a table; made when its fold is opened.
import { make } from "./dom.js";
import { bucket as bucketName, count, coverage, value, why } from "./words.js";

/** A table in a fold. Its columns are pairs of head and cell; the first cell is the head of its row. */
export function foldedTable(fold, table) {
  let waiting;
  const fill = () => {
    if (!waiting) return;
    const { caption, columns, rows } = waiting;
    table.replaceChildren(
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...columns.map(([head]) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows.map((row) => make("tr", {}, ...columns.map(([, cell], i) =>
        make(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}, cell(row)))))));
    waiting = undefined;
  };
  fold.addEventListener("toggle", fill);
  return (next) => {
    waiting = next;
    if (fold.open) fill();
  };
}

/** A fold with a table in it, for views that make their own; the second is what shows numbers in it. */
export function makeFold(summary = "The numbers as a table") {
  const table = make("table");
  const fold = make("details", { className: "numbers" }, make("summary", {}, summary),
    make("div", { className: "scroll", tabindex: "0", role: "region", "aria-label": summary }, table));
  return [fold, foldedTable(fold, table)];
}

/** The columns that tell buckets of one kind of measure. */
export const columns = (by, kind, name, limits) => [
  ["Bucket starts", (item) => make("time", { datetime: item.start }, bucketName(item.start, by))],
  ["State", (item) => item.state],
  ["Covered", (item) => data(item.coverage, coverage(item.coverage))],
  ["Posts", (item) => head(item, item.n)],
  ["Authors", (item) => head(item, item.authors)],
  [name, (item) => data(item.value ?? "", value(item.value, kind))],
  ["95 % low", (item) => data(item.low ?? "", value(item.low, kind))],
  ["95 % high", (item) => data(item.high ?? "", value(item.high, kind))],
  ["Note", (item) => why(item, limits)],
];

/** A number as it is, told for people. */
export const data = (raw, text) => make("data", { value: String(raw) }, text);

// Nothing known is not nobody.
const head = (item, n) => data(n, item.state === "missing" ? "–" : count(n));
