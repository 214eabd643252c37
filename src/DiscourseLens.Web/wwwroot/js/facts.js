// What stands behind both sides of a comparison, as a table and as parts.
import { make } from "./dom.js";
import { forest } from "./forest.js";
import { data } from "./table.js";
import { levels, size } from "./verdict.js";
import { count, coverage, value } from "./words.js";

/** The table of both sides. */
export function facts({ a, b, query }) {
  const kind = levels[query.measure];
  const part = (raw) => data(raw ?? "", raw === null ? "–" : coverage(raw));
  const number = (raw) => data(raw ?? "", value(raw, kind));
  const rows = [
    ["Level", (side) => number(side.value)],
    ["95 % interval", (side) => (side.low === null ? "–" : `${value(side.low, kind)} to ${value(side.high, kind)}`)],
    ["State", (side) => side.state],
    ["Days covered, of the days asked for", (side) => part(side.coverage)],
    ["Days compared", (side) => data(side.compared_days, count(side.compared_days))],
    ["Posts", (side) => data(side.n, count(side.n))],
    ["Authors", (side) => data(side.authors, count(side.authors))],
    ["Authors who count, for the interval", (side) => data(side.effective_authors ?? "", side.effective_authors === null ? "–" : count(Math.round(side.effective_authors)))],
    ["Posts by the most active author", (side) => part(side.top_author_share)],
    ["Posts by the ten most active", (side) => part(side.top_10_authors_share)],
    ...(query.measure === "sentiment" ? [["Level if each author had one vote", (side) => number(side.author_mean)]] : []),
  ];
  return make("table", {}, make("caption", {}, "What stands behind the two levels"),
    make("thead", {}, make("tr", {}, ...["", "A", "B"].map((head) => (head ? make("th", { scope: "col" }, head) : make("td"))))),
    make("tbody", {}, ...rows.map(([name, cell]) => make("tr", {}, make("th", { scope: "row" }, name), ...[a, b].map((side) => make("td", {}, cell(side)))))));
}

const parts = [
  ["within", "The same people wrote otherwise"], ["between", "The same people wrote more or less often"],
  ["entry", "New people came"], ["exit", "People left"],
];

/** The parts of a change of sentiment, as bars that add up to the difference. */
export function decomposition({ decomposition: found, query }) {
  if (!found) return make("p", {}, "Too little stands behind the two levels to split their difference.");
  if (found.suppressed) return make("p", {}, "Hidden: too few people stand behind one of the parts, or behind one that could be had from them.");
  const text = ({ value: moved, low, high }) => (low === null ? size(moved, query.measure)
    : `${size(moved, query.measure)} (${size(low, query.measure)} to ${size(high, query.measure)})`);
  const rows = parts.map(([key, name]) => ({ name, ...found[key], text: text(found[key]) }));
  return make("div", {}, forest(rows, { zero: true, bars: true }),
    make("p", { className: "fixed" }, `Together ${size(found.total, query.measure)}: ${count(found.stayers)} people wrote in both, ${count(found.entrants)} only in B, ${count(found.leavers)} only in A.`));
}
