/** The page's sentences, which its template wrote in the reader's language; scripts hold none of their own. */

/** @type {Record<string, string | Record<string, string>> | undefined} */
let read;

/** @param {string} key @returns {string | Record<string, string> | undefined} */
function found(key) {
  read ??= JSON.parse(document.getElementById("words")?.textContent ?? "{}");
  return read?.[key];
}

/**
 * The sentence under a key, its {gaps} filled. A missing key shows as itself: ugly on purpose, and found at once.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [gaps]
 */
export function say(key, gaps = {}) {
  const sentence = found(key);
  const text = typeof sentence === "string" ? sentence : key;
  return text.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? String(gaps[name]) : gap));
}

/**
 * The word for one value of a kind, as "scoring" of the states; a value without one shows as itself.
 *
 * @param {string} kind
 * @param {string} value
 */
export function wordFor(kind, value) {
  const words = found(kind);
  return (typeof words === "object" && words[value]) || value;
}
