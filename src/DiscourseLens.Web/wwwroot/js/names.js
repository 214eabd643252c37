// Lists of names in an address: commas between them; within a name \, is a comma and \\ a backslash.

/** The names of a list. */
export function parse(list) {
  const found = [""];
  for (let i = 0; i < list.length; i++) {
    if (list[i] === "\\" && i + 1 < list.length) found.push(found.pop() + list[++i]);
    else if (list[i] === ",") found.push("");
    else found.push(found.pop() + list[i]);
  }
  return found.map((name) => name.trim()).filter(Boolean);
}

/** A name as part of a list. */
export const print = (name) => name.replace(/[\\,]/g, "\\$&");
