// The page: state from the address, one view at a time, everything shown from the API's answers.
import * as api from "./api.js";
import * as controls from "./controls.js";
import { at, make, unbroken } from "./dom.js";
import * as address from "./state.js";

const views = {
  explore: () => import("./views/explore.js"),
  compare: () => import("./views/compare.js"),
  change: () => import("./views/change.js"),
  methods: () => import("./views/methods.js"),
  tone: () => import("./views/tone.js"),
};
let state, options;
let pending = new AbortController();

const read = () => address.placed(address.read(), options);

function change(part) {
  state = { ...state, ...part };
  address.push(state);
  show();
}

async function show() {
  pending.abort();
  pending = new AbortController();
  const { signal } = pending;
  const name = Object.hasOwn(views, state.view) ? state.view : "explore";
  delete document.body.dataset.shown;
  reveal(name);
  try {
    const view = await views[name]();
    signal.throwIfAborted();
    await view.show({ state, options, signal, change, tell });
    at("trouble").hidden = true;
    document.body.dataset.shown = location.search || "default";
  } catch (problem) {
    if (problem.name !== "AbortError") fail(problem);
  }
}

// The view's answer in one sentence, its title, and which scorers stand behind it.
function tell({ headline, title, query, notes = [] }) {
  at("headline").replaceChildren(...unbroken(headline));
  at("notes").hidden = notes.length === 0;
  at("notes").replaceChildren(...notes.map((note) => make("li", {}, ...unbroken(note))));
  document.title = `${title} – DiscourseLens`;
  const seen = options.asOf ? `Last capture ${options.asOf.slice(0, 16).replace("T", " ")} UTC. ` : "";
  at("provenance").textContent = seen + (query ? `Posts chosen by ${query.gate}, measured by ${query.scorer}.` : "");
}

function reveal(name) {
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.dataset.view !== name;
  for (const link of at("views").querySelectorAll("[data-view]")) {
    link.href = address.addressOf({ ...state, view: link.dataset.view });
    if (link.dataset.view === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  controls.show(state, name);
}

function fail(problem) {
  at("trouble").textContent = problem instanceof api.Problem ? problem.message : "The page could not show this; load it again.";
  at("trouble").hidden = false;
  at("headline").textContent = "No answer to this question";
  at("notes").hidden = true;
  if (!(problem instanceof api.Problem)) console.error(problem);
}

function follow(event) {
  const link = event.target.closest("[data-view]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  change({ view: link.dataset.view });
}

async function start() {
  try {
    options = await api.options();
  } catch (problem) {
    return fail(problem);
  }
  state = read();
  at("study").textContent = options.study ?? "";
  at("notice").textContent = options.notice ?? "";
  at("notice").hidden = !options.notice;
  at("min-posts").textContent = options.limits.suppression.minPosts;
  at("min-authors").textContent = options.limits.suppression.minAuthors;
  controls.offer(options, state, change);
  at("views").addEventListener("click", follow);
  addEventListener("popstate", () => {
    state = read();
    show();
  });
  await show();
}

start();
