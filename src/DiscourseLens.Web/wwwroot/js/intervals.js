// The two intervals of a comparison, as the address writes them: first day, two dots, the day after the last.
import { Problem } from "./api.js";
import { isDay } from "./words.js";

/** The FDA's answer on MDMA: the date that is looked at unless the reader says otherwise. */
export const date = "2024-08-09";
const months = 6;

/** Both intervals of a state; where it names none, half a year each around an event or the date, or the store's last two half-years. */
export function intervals(state, options, event) {
  const [first, until] = [options.first ?? "", options.until ?? ""];
  const middle = event ?? (first < date && date < until ? date : shift(until, -months));
  return {
    a: parse("a", state.a) ?? around(middle, first, until).a,
    b: parse("b", state.b) ?? around(middle, first, until).b,
  };
}

/** Half a year on each side of a date, within the store. */
export function around(middle, first, until) {
  return {
    a: { from: later(shift(middle, -months), first), until: middle },
    b: { from: middle, until: earlier(shift(middle, months), until) },
  };
}

/** The days around both that a chart of them shows: a year before, a quarter after. */
export const context = (a, b) => ({
  from: shift(earlier(a.from, b.from), -12), until: shift(later(a.until, b.until), 3),
});

export const text = ({ from, until }) => `${from}..${until}`;

function parse(key, written) {
  if (!written) return null;
  const [from, until, more] = written.split("..");
  if (more === undefined && isDay(from) && isDay(until)) return { from, until };
  throw new Problem(`${key} '${written}' is no interval; write first day, two dots and the day after the last: 2024-01-01..2024-07-01.`);
}

function shift(day, by) {
  if (!day) return day;
  const moved = new Date(`${day}T00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + by);
  return moved.toISOString().slice(0, 10);
}

const later = (one, other) => (one > other ? one : other);
const earlier = (one, other) => (one < other ? one : other);
