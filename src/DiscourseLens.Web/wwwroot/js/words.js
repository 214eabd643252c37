// Every word and number format of the page.
const measures = {
  volume: { name: "Relevant posts", unit: "Number of posts", kind: "count",
    meaning: "How many collected posts are about psychedelic therapy. More posts may mean more talk, or more people on the platform." },
  share: { name: "Share of relevant posts", unit: "Share of all posts read", kind: "share",
    meaning: "Which part of all posts read is about psychedelic therapy. It says how often the topic comes up, not what is said." },
  sentiment: { name: "Mean sentiment", unit: "Compound sentiment, −1 to +1", kind: "score",
    meaning: "How pleasant or unpleasant the words of relevant posts are. It is tone, not stance: a grateful post can tell of pain, and praise can be sober." },
  favor: { name: "Model share in favor", kind: "share" },
  against: { name: "Model share against", kind: "share" },
  neutral: { name: "Model share neutral", kind: "share" },
  net: { name: "Model favor minus against", unit: "Points: share in favor minus share against", kind: "net" },
};
const stance = {
  unit: "Share of scored relevant posts",
  meaning: "What a model takes the posts' stance toward psychedelic therapy to be. The model errs at a rate nobody has measured here yet, so there is no interval, and no rise or fall may be read from it.",
};
const targets = { all: "all psychedelics", mdma: "MDMA", psilocybin: "psilocybin", ketamine: "ketamine", lsd: "LSD",
  other: "other substances", general: "psychedelics in general" };
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const measure = (id) => ({ ...stance, ...measures[id] });
export const target = (id) => targets[id] ?? id;

/** A value of a measure, for people. */
export function value(number, kind) {
  if (number === null) return "–";
  if (kind === "count") return number.toLocaleString("en", { maximumFractionDigits: 0 });
  if (kind === "rate") return `${number.toLocaleString("en", { maximumSignificantDigits: 3 })} a day`;
  if (kind === "score") return signed(number.toFixed(2));
  if (kind === "points") return `${(100 * number).toFixed(1)} points`;
  if (kind === "net") return `${signed((100 * number).toFixed(1))} points`;
  return `${percent(100 * number)} %`;
}

/** A value on an axis: short. */
export function tick(number, kind) {
  if (kind === "count" || kind === "rate") return number >= 10000 ? `${(number / 1000).toLocaleString("en")}k` : number.toLocaleString("en");
  if (kind === "score") return signed(String(Number(number.toFixed(3))));
  if (kind === "net") return signed(String(Number((100 * number).toFixed(2))));
  return `${Number((100 * number).toFixed(3))} %`;
}

/** A value where room is scarce. */
export const short = (number, kind) => (kind === "net" ? signed((100 * number).toFixed(0)) : kind === "share" && number >= 0.1 ? `${Math.round(100 * number)} %` : value(number, kind));

export const count = (n) => (typeof n === "string" ? n : n.toLocaleString("en"));
export const coverage = (part) => (part > 0 && part < 0.005 ? "<1 %" : part < 1 && part > 0.995 ? ">99 %" : `${Math.round(100 * part)} %`);

/** The short name of a bucket: 2023, 2023-Q2, Mar 2023, week of 6 Mar 2023, 6 Mar 2023. */
export function bucket(start, by) {
  const [year, month, day] = start.slice(0, 10).split("-").map(Number);
  if (by === "year") return `${year}`;
  if (by === "quarter") return `${year}-Q${Math.ceil(month / 3)}`;
  if (by === "month") return `${months[month - 1]} ${year}`;
  return `${by === "week" ? "week of " : ""}${day} ${months[month - 1]} ${year}`;
}

/** Whether a text is a day as addresses write it. */
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? "") && !Number.isNaN(Date.parse(text));

/** A day: 9 Aug 2024. */
export const day = (written) => bucket(written, "day");

export const monthName = (start) => months[Number(start.slice(5, 7)) - 1];

/** Why a bucket shows what it shows, in a few words; empty where nothing need be said. */
export function why(item, limits) {
  if (item.n === "hidden") return "hidden: a cell too small to show could be had from it";
  if (item.hidden) {
    return typeof item.n === "string"
      ? `hidden: fewer than ${limits.minPosts} posts`
      : `hidden: fewer than ${limits.minAuthors} authors`;
  }
  if (item.value === null && item.n > 0) return "no value: the number of all posts read is not known";
  if (item.state === "missing") return `${item.aged ? "not looked at at this age" : "not collected, or its texts were gone before this scorer"}; not a zero`;
  if (item.thin) return "less than half covered: left out of the chart";
  if (item.state === "partial") return "partly covered: counts are too low";
  if (item.state === "provisional") return "read too soon after its end: may still change";
  return item.state === "zero" ? "covered, and nobody wrote about it" : "";
}

const undrawn = [
  [({ hidden }) => hidden, ({ minPosts, minAuthors }) => `hidden (fewer than ${minPosts} posts or ${minAuthors} authors)`],
  [({ thin }) => thin, () => "less than half covered"],
  [({ state, aged }) => state === "missing" && aged, () => "not looked at at this age"],
  [({ state }) => state === "missing", () => "not collected"],
  [({ n }) => n === 0, () => "without posts"],
  [() => true, () => "without a count of all posts read"],
];

/** Why a series has no point at all, in one short sentence. */
export function nothing({ buckets, by, limits }) {
  const which = buckets.map((bucket) => undrawn.findIndex(([of]) => of(bucket)));
  const told = undrawn.map(([, word], i) => [which.filter((each) => each === i).length, word]).filter(([times]) => times > 0)
    .map(([times, word], i) => `${times} ${i > 0 ? "" : times === 1 ? `${by} ` : `${by}s `}${word(limits)}`);
  return told.length === 0 ? `Nothing to draw: no ${by} lies between these days.` : `Nothing to draw: ${told.join(", ")}.`;
}

/** A bucket of a view in lines, for the tooltip; joined, for whoever listens. */
export function lines({ buckets, by, kind, limits, events, say }, index) {
  if (say) return say(index);
  const item = buckets[index];
  const reason = why(item, limits);
  const limits95 = item.low === null ? "" : `95 % ${value(item.low, kind)} to ${value(item.high, kind)}`;
  const interval = limits95 ? ` (${limits95})` : "";
  return [
    bucket(item.start, by),
    ...(kind === "count" ? (limits95 ? [limits95] : []) : [item.value === null ? "no value" : value(item.value, kind) + interval]),
    ...(item.state === "missing" ? [] : [`${count(item.n)} posts, ${count(item.authors)} authors`]),
    `${item.state}, ${coverage(item.coverage)} covered`,
    ...(reason ? [reason] : []),
    ...(item.mark && item.value !== null ? [item.mark] : []),
    ...(events ?? []).filter(({ position, title }) => title && Math.round(position) === index).map(({ day: on, title }) => `${day(on)}: ${isolated(title)}`),
  ];
}

/** Text with minus signs, where the server's has the hyphens of machines before negative numbers. */
export const minus = (text) => text.replace(/(^|[\s(])-(?=\d)/g, "$1−");

const signed = (text) => (Number(text) > 0 ? `+${text}` : Number(text) < 0 ? minus(text) : text.replace("-", ""));

/** A collected name inside a sentence: whichever way it is written, the rest of the sentence keeps its own. */
export const isolated = (name) => `\u2068${name}\u2069`;

/** A name at the head of something. */
export const headed = (name) => name.charAt(0).toUpperCase() + name.slice(1);

function percent(number) {
  const digits = number === 0 || number >= 10 ? 1 : Math.min(4, 1 - Math.floor(Math.log10(number)));
  return String(Number(number.toFixed(digits)));
}
