// One source as a card. Names of places are collected text and only ever become text.
import * as words from "./runs-words.js";

const columns = ["Place", "State", "Last window", "Fetched", "Expected", "Rejected", "Fetched in 7 days", "Note"];

/** The card of a source. */
export function card(source) {
  const made = element("section", "card");
  const title = element("h2");
  title.id = `source-${source.name}`;
  made.setAttribute("aria-labelledby", title.id);
  title.append(text("span", source.name), text("span", words.state(source), words.isBad(source) ? "badge bad" : "badge"));
  made.append(title);
  if (source.why) made.append(text("p", source.why, "alert"));
  made.append(facts(source), source.places.length ? places(source) : text("p", "Nothing of it was collected yet.", "hint"));
  return made;
}

function facts(source) {
  const list = element("dl", "facts");
  const rows = [
    ["Kind", source.kind],
    ["Next run", words.instant(source.nextRun) + (source.runsEarly ? ", early: a listing fills up" : "")],
    ["Not before", words.instant(source.notBefore)],
    ["Last change", words.instant(source.changed)],
    ["Requests left, as last told", words.count(source.requestsLeft)],
    ["Posts in the store", words.count(source.posts)],
    ["Never looked at again", words.count(source.unchecked)],
    ["Longest without a look", words.days(source.oldestLookDays)],
  ];
  for (const [name, value] of rows) {
    const pair = element("div");
    pair.append(text("dt", name), text("dd", value));
    list.append(pair);
  }
  return list;
}

function places(source) {
  const scroll = element("div", "scroll");
  Object.assign(scroll, { tabIndex: 0, role: "region" });
  scroll.setAttribute("aria-label", `Places of ${source.name}`);
  const table = element("table");
  const head = element("tr");
  head.append(...columns.map((name) => scoped(text("th", name), "col")));
  const [top, body] = [element("thead"), element("tbody")];
  top.append(head);
  body.append(...source.places.map(row));
  table.append(text("caption", `Places of ${source.name}, each read on its own`), top, body);
  scroll.append(table);
  return scroll;
}

function row(place) {
  const line = element("tr");
  const last = place.last;
  const cells = [
    place.unavailable ? "failed" : last?.state ?? "not read yet", last ? words.stretch(last.start, last.end) : "–", words.count(last?.fetched),
    words.count(last?.expected), words.count(last?.rejected), words.count(place.weekFetched), words.note(place),
  ];
  line.append(scoped(text("th", place.name), "row"), ...cells.map((cell) => text("td", cell)));
  return line;
}

function scoped(head, scope) {
  head.scope = scope;
  return head;
}

function text(tag, content, name) {
  const made = element(tag, name);
  made.textContent = content;
  return made;
}

function element(tag, name) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  return made;
}
