// Dated events: on the axis a number, beneath the chart what it stands for. Titles may be anybody's text.
import * as api from "./api.js";
import { make } from "./dom.js";
import { place } from "./marks.js";
import { addressOf } from "./state.js";
import { day } from "./words.js";

/** The events of a target, in order of time. */
export async function ask(target, signal) {
  const query = new URLSearchParams(target === "all" ? {} : { target });
  return (await api.events(query, signal)).events;
}

/** Those that lie within the buckets, numbered, each with its position on their axis. */
export function within(events, buckets) {
  return events.map((event) => ({ ...event, position: place(buckets, event.day) }))
    .filter((event) => event.position !== null).map((event, i) => ({ ...event, number: i + 1 }));
}

/** What the numbers stand for, each with its source and a way to what changed around it. */
export function list(events, state) {
  return make("ol", { className: "events" }, ...events.map((event) => make("li", { value: event.number },
    make("time", { datetime: event.day }, day(event.day)), " ", make("bdi", {}, event.title), event.place ? " · " : "", event.place ? make("bdi", {}, event.place) : "",
    " ", source(event), " ", make("a", { href: addressOf({ ...state, view: "change", event: event.id, a: "", b: "" }) }, "before and after"))));
}

// An address of another kind than the web's is text.
function source({ url }) {
  const known = URL.canParse(url ?? "") && ["http:", "https:"].includes(new URL(url).protocol);
  return known ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "source") : make("bdi", {}, url ?? "");
}
