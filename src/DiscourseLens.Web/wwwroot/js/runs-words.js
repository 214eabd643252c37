// Every word and number format of the operators' page.
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** What stands over all sources. */
export function headline(sources) {
  if (sources.length === 0) return "No source is collected; docs/sources.md says how to set one up.";
  const bad = sources.filter(isBad);
  const all = sources.length === 1 ? "The one source" : `All ${sources.length} sources`;
  return bad.length === 0 ? `${all} can be collected.` : `${bad.length} of ${sources.length} sources need a look: ${bad.map((source) => source.name).join(", ")}.`;
}

/** Whether somebody should look at a source. */
export const isBad = (source) => ["stopped", "failed", "waiting"].includes(source.state) || source.places.some((place) => place.unavailable || place.overflows || place.alarm);

/** The state of a source in a word or two. */
export const state = (source) => (source.state === "waiting" && source.notBefore ? `asked to wait until ${instant(source.notBefore)}` : source.enabled ? source.state : `${source.state}, not enabled any more`);

/** An instant, to the minute. */
export const instant = (text) => (text ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC` : "–");

/** A stretch of time. */
export const stretch = (start, end) => `${start.slice(0, 10)} ${start.slice(11, 16)} – ${start.slice(0, 10) === end.slice(0, 10) ? "" : `${end.slice(0, 10)} `}${end.slice(11, 16)}`;

export const count = (n) => (n === null || n === undefined ? "–" : typeof n === "string" ? n : n.toLocaleString("en"));

export const days = (n) => (n === null || n === undefined ? "–" : n < 1 ? "less than a day" : `${Math.floor(n)} ${Math.floor(n) === 1 ? "day" : "days"}`);

const hours = (n) => (n === null ? "years" : n < 48 ? `${n < 10 ? n.toFixed(1) : Math.round(n)} h` : `${Math.floor(n / 24)} days`);

export const percent = (part) => (part > 0 && part < 0.005 ? "<1 %" : part < 1 && part > 0.995 ? ">99 %" : `${Math.round(100 * part)} %`);

/** What of a place an operator should know, in a sentence. */
export function note(place) {
  if (place.unavailable) return `${closed(place.unavailable)}${place.retry ? ` It is tried again at ${instant(place.retry)}.` : ""}`;
  const parts = [];
  if (place.alarm) parts.push(`unusually ${place.alarm.direction === "low" ? "few" : "many"} posts since ${place.alarm.since}: ${count(place.alarm.posts)}, where ${count(place.alarm.usual)} a day are usual`);
  if (place.overflows) parts.push("overflows before the next run: choose a closer schedule, or allow earlier runs");
  if (place.hourly) parts.push(`up to ${place.hourly < 10 ? place.hourly.toFixed(1) : Math.round(place.hourly)} posts an hour, enough for ${hours(place.fullAfterHours)}`);
  if (place.underWay) parts.push("being read");
  if (place.last?.reason) parts.push(place.last.reason);
  if (place.weekTruncated > 0) parts.push(`in 7 days about ${count(place.weekTruncated)} posts were not shown`);
  if (place.weekMissingHours >= 0.1) parts.push(`in 7 days ${place.weekMissingHours.toFixed(1)} h are missing`);
  return parts.join("; ");
}

// A reason is told by others; not all of them end it.
const closed = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A day in words. */
export function dayName(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[month - 1]} ${year}`;
}

export const monthName = (day) => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** A day of the calendar in words. */
export const daySentence = ({ day, state: what, covered }) => `${dayName(day)}: ${what}${what === "not wanted" || what === "complete" ? "" : `, ${percent(covered)} covered`}`;
