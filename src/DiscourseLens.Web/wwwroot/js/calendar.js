// The coverage calendar: months of days, read by mouse, keyboard or as a table.
import { get, Problem } from "./runs-api.js";
import * as words from "./runs-words.js";

const at = (id) => document.getElementById(id);
const form = at("calendar-controls");
const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7, Home: -Infinity, End: Infinity };
let calendar;

/** Shows the calendar that the address asks for. */
export async function start() {
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = ({ target: field }) => {
    if (!field.validity.valid) return;
    if (field.name === "source") form.community.replaceChildren();
    show(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
  };
  at("months").onkeydown = step;
  at("months").onclick = (event) => event.target.closest("button") && pick(indexOf(event.target.closest("button")));
  await show(new URLSearchParams(location.search));
}

async function show(query) {
  delete document.body.dataset.calendar;
  try {
    calendar = await get(`api/coverage?${query}`);
    at("calendar-trouble").hidden = true;
    at("calendar").hidden = false;
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    fill();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    at("calendar-trouble").textContent = problem.message;
    at("calendar-trouble").hidden = false;
  }
  document.body.dataset.calendar = query.toString() || "default";
}

function fill() {
  offer(form.source, calendar.sources, calendar.source);
  offer(form.community, calendar.communities, calendar.community);
  [form.from.value, form.until.value] = [calendar.from, calendar.until];
  const months = Map.groupBy(calendar.days, (day) => day.day.slice(0, 7));
  at("months").replaceChildren(...[...months.values()].map(month));
  at("months").querySelector("button").tabIndex = 0;
  at("day").textContent = "";
  at("calendar-sum").textContent = sum(calendar.days);
  at("calendar-table").querySelector("tbody").replaceChildren(...runs(calendar.days).map(row));
}

function offer(select, names, chosen) {
  select.replaceChildren(...names.map((name) => new Option(name, name, false, name === chosen)));
}

function month(days) {
  const [made, head, body] = ["table", "thead", "tbody"].map((tag) => document.createElement(tag));
  made.className = "month";
  const line = document.createElement("tr");
  line.append(...["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].map((name) => cell("th", name)));
  head.append(line);
  made.createCaption().textContent = words.monthName(days[0].day);
  let week = body.insertRow();
  const before = (new Date(`${days[0].day}T00:00:00Z`).getUTCDay() + 6) % 7;
  for (let i = 0; i < before; i++) week.append(cell("td", ""));
  for (const day of days) {
    if (week.cells.length === 7) week = body.insertRow();
    week.append(cell("td", button(day)));
  }
  made.append(head, body);
  return made;
}

function button(day) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", tabIndex: -1, className: day.state.replace(" ", "-") });
  made.dataset.day = day.day;
  made.setAttribute("aria-label", words.daySentence(day));
  made.append(String(Number(day.day.slice(8))));
  return made;
}

const buttons = () => [...at("months").querySelectorAll("button")];
const indexOf = (one) => buttons().indexOf(one);

function step(event) {
  if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  pick(Math.min(calendar.days.length - 1, Math.max(0, indexOf(document.activeElement) + steps[event.key])));
}

// One day at a time is in the order of tabs: a year of buttons would lock the keyboard in.
function pick(index) {
  const all = buttons();
  for (const one of all) one.tabIndex = -1;
  all[index].tabIndex = 0;
  all[index].focus();
  at("day").textContent = words.daySentence(calendar.days[index]);
}

function sum(days) {
  const wanted = days.filter((day) => day.state !== "not wanted");
  const complete = wanted.filter((day) => day.state === "complete").length;
  return wanted.length === 0 ? "None of these days was wanted." : `${complete} of ${wanted.length} wanted days are complete.`;
}

function runs(days) {
  return days.reduce((found, day) => {
    const last = found.at(-1);
    if (last && last[0].state === day.state && last[0].covered === day.covered) last.push(day);
    else found.push([day]);
    return found;
  }, []);
}

function row(days) {
  const line = document.createElement("tr");
  const head = cell("th", days[0].day);
  head.scope = "row";
  line.append(head, ...[days[0].state, String(days.length), days[0].state === "not wanted" ? "–" : words.percent(days[0].covered)].map((text) => cell("td", text)));
  return line;
}

function cell(tag, content) {
  const made = document.createElement(tag);
  made.append(content);
  if (tag === "th") made.scope = "col";
  return made;
}
