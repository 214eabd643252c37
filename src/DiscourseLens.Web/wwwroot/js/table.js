// The same numbers as a table; made when it is opened.
import { bucket as bucketName, count, coverage, measure, value, why } from "./words.js";

const fold = document.getElementById("table-view");
const body = document.querySelector("#table tbody");
let waiting;

fold.addEventListener("toggle", fill);
addEventListener("beforeprint", () => fold.open || waiting === undefined || fill());

/** Shows a view's buckets. */
export function show(view) {
  document.getElementById("table-caption").textContent = view.mark ? `${view.title} (${view.mark})` : view.title;
  document.getElementById("value-head").textContent = measure(view.measure).name;
  waiting = view;
  if (fold.open) fill();
}

function fill() {
  if (!waiting) return;
  body.replaceChildren(...waiting.buckets.map((bucket) => row(bucket, waiting)));
  waiting = undefined;
}

function row(bucket, view) {
  const line = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.append(moment(bucket.start, view.by));
  const heads = (n) => data(n, bucket.state === "missing" ? "–" : count(n)); // nothing known is not nobody
  const number = (raw) => data(raw ?? "", value(raw, view.kind));
  line.append(head, ...[
    bucket.state, data(bucket.coverage, coverage(bucket.coverage)), heads(bucket.n), heads(bucket.authors), number(bucket.value), number(bucket.low), number(bucket.high),
    why(bucket, view.limits),
  ].map(cell));
  return line;
}

function cell(content) {
  const made = document.createElement("td");
  made.append(content);
  return made;
}

function data(raw, text) {
  const made = document.createElement("data");
  made.value = String(raw);
  made.textContent = text;
  return made;
}

function moment(start, by) {
  const made = document.createElement("time");
  made.dateTime = start;
  made.textContent = bucketName(start, by);
  return made;
}
