// Why nothing can be said yet about a change of stance.
import * as api from "./api.js";
import { make, unbroken } from "./dom.js";

/** What the model's uncorrected share did from the first interval to the second, in the server's words; null where nothing is scored. */
export async function uncorrected(series, a, b, options, signal) {
  if (!options.measures.includes("favor")) return null;
  const query = new URLSearchParams(series);
  query.set("measure", "favor");
  query.set("from", a.from < b.from ? a.from : b.from);
  query.set("until", a.until > b.until ? a.until : b.until);
  return (await api.trend(query, signal)).headline;
}

/** The reasons, for somebody who never heard of them; beside a test of another measure, or alone. */
export const noTest = (sentence, alone) => [
  make("h2", {}, alone ? "Why no change of stance can be told yet" : "And stance? Why the same cannot be said yet"),
  ...(sentence ? [make("p", { className: "faint" }, ...unbroken(sentence))] : []),
  make("p", {}, "Whether a post is in favor or against is decided by a model, and a model mistakes some posts for the other side. "
    + "How many, nobody has measured for this study; nor whether it mistakes more of them in B than in A, when people talk about other things in other words. "
    + "A difference of two such shares may be the model's mistakes and nothing else. So no interval is given and no change is tested."),
  make("p", {}, "What would help: people code a random sample of the posts. Their labels tell how often the model errs, the shares can be corrected, and then have an interval as sentiment has."),
];
