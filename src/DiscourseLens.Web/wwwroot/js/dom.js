// Making elements. Whatever is put in goes in as text.
import { minus } from "./words.js";

/** An element with attributes or properties, and children that are elements or text. */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name === "className" ? "class" : name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const at = (id) => document.getElementById(id);

/** A sentence of the server: dates do not break at their hyphens, and negative numbers have the page's sign. */
export function unbroken(text) {
  return minus(text).split(/(\S*-\S*)/).map((part, i) => (i % 2 === 0 ? part : make("span", { className: "whole" }, part)));
}
