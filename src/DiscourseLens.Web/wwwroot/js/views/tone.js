// Tone above, stance below, each on its own axis; beneath them, bucket by bucket, where the two disagree.
import * as api from "../api.js";
import { cellOf, cells, sentence } from "../cells.js";
import { at, make } from "../dom.js";
import { frame } from "../figure.js";
import { strip } from "../strip.js";
import { seriesQuery } from "../state.js";
import { data, makeFold } from "../table.js";
import { view as viewOf } from "../view.js";
import { bucket as bucketName, lines, value } from "../words.js";

const measures = ["sentiment", "favor", "against", "net"];
const [tone, stance] = [frame(make), frame(make)];
const [title, lanes] = [make("h2"), make("div", { className: "lanes" })];
const [fold, fillTable] = makeFold();
at("tone").append(
  make("figure", {}, title,
    make("h3", {}, "Tone: mean sentiment of the words, with its 95 % interval"), tone.place, tone.readout,
    make("h3", {}, "Stance: shares of posts that a model reads as in favor and as against"), stance.place, stance.readout,
    make("h3", { id: "lanes-title" }, "Where they agree and where they do not"), lanes,
    make("figcaption", {},
      make("p", {}, "Tone is how words feel; stance is what they argue for. “Years of despair, and then this treatment gave me my life back” is sad in its words and in favor in its stance."),
      make("p", { className: "fixed" }, "The stance side is a model's and uncorrected: not for publication. Its mistakes are not measured here, so it has no interval; read no rise or fall from it."))),
  make("div", { className: "data" }, fold));

/** Shows tone and stance of one series. */
export async function show({ state, options, signal, tell }) {
  if (!["sentiment", "favor"].every((name) => options.measures.includes(name)))
    throw new api.Problem("Sentiment and stance must both be scored before they can be compared; run discourselens score.");
  const ask = (measure) => api.trend(seriesQuery({ ...state, measure }), signal);
  const views = await Promise.all(measures.map(async (measure) => viewOf(await ask(measure), state, options.limits.suppression)));
  const [sentiment, favor, against, net] = views;
  const found = sentiment.buckets.map((bucket, i) => cellOf(bucket, net.buckets[i]));
  tell({ headline: sentence(found, sentiment.by), title: "Tone and stance", query: sentiment.query });
  title.textContent = sentiment.title.replace(sentiment.name, "Tone and stance");
  tone.draw({ ...sentiment, small: true });
  stance.draw({
    ...favor, small: true, color: "accent", label: "favor", title: `Model shares in favor and against. ${favor.title}`,
    beside: (step) => ({ ...against, step, id: "against", color: "warm", label: "against" }),
    say: (i) => [...lines(favor, i).slice(0, 1), `in favor ${value(favor.buckets[i].value, "share")}, against ${value(against.buckets[i].value, "share")}`, ...lines(favor, i).slice(2)],
  });
  lanes.replaceChildren(...cells.map((cell) => lane(cell, found, sentiment.by)));
  const rows = sentiment.buckets.map((bucket, i) => ({ bucket, favor: favor.buckets[i], against: against.buckets[i], cell: found[i] }));
  fillTable({ caption: `${title.textContent} (stance ${favor.mark ?? "by a model"})`, columns: columns(sentiment.by), rows });
}

function lane({ id, name, apart }, found, by) {
  const times = found.filter((cell) => cell === id).length;
  return make("div", { className: `lane ${apart ? "apart" : apart === null ? "unclear" : "agree"}` },
    make("p", {}, make("strong", {}, `${times} ${times === 1 ? by : `${by}s`}`), ` ${name}`), strip(found.map((cell) => cell === id)));
}

const columns = (by) => [
  ["Bucket starts", ({ bucket }) => make("time", { datetime: bucket.start }, bucketName(bucket.start, by))],
  ["Sentiment", ({ bucket }) => number(bucket.value, "score")],
  ["95 % low", ({ bucket }) => number(bucket.low, "score")],
  ["95 % high", ({ bucket }) => number(bucket.high, "score")],
  ["Model in favor", ({ favor }) => number(favor.value, "share")],
  ["Model against", ({ against }) => number(against.value, "share")],
  ["Tone and stance", ({ cell }) => cells.find(({ id }) => id === cell)?.name ?? "not known"],
];

const number = (raw, kind) => data(raw ?? "", value(raw, kind));
