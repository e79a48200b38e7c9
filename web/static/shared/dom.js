/** Markup comes from <template> elements of the page; these few functions clone it, fill it and keep keyed lists in order. */

/**
 * @param {string} id of a <template>
 * @returns {HTMLElement} a fresh copy of its first element
 */
export function fromTemplate(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * @param {Element} root
 * @param {string} name of a `data-part`
 * @returns {HTMLElement}
 */
export function part(root, name) {
  const found = root.matches(`[data-part="${name}"]`) ? root : root.querySelector(`[data-part="${name}"]`);
  if (!found) throw new Error(`no part ${name}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * Writes only what differs, so that a screen reader is told only what is new.
 *
 * @param {Element} element
 * @param {string} text
 * @returns {boolean} whether it changed
 */
export function write(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

/**
 * @param {Element} root
 * @param {Record<string, string>} parts text by `data-part`
 */
export function fill(root, parts) {
  for (const [name, text] of Object.entries(parts)) write(part(root, name), text);
}

/**
 * @param {Element} element
 * @param {string} name of a data attribute, or any other
 * @param {string | undefined} value undefined removes it
 */
export function mark(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Makes the children of `parent` those of `items`, in their order, reusing elements by their `data-key`.
 *
 * @template T
 * @param {Element} parent
 * @param {T[]} items
 * @param {(item: T) => string} key
 * @param {(item: T) => HTMLElement} make
 * @param {(element: HTMLElement, item: T) => void} show
 */
export function keyed(parent, items, key, make, show) {
  const old = new Map([...parent.children].map((child) => [child.getAttribute("data-key"), child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    let element = /** @type {HTMLElement | undefined} */ (old.get(key(item)));
    if (!element) {
      element = make(item);
      element.setAttribute("data-key", key(item));
    }
    old.delete(key(item));
    show(element, item);
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
  }
  for (const gone of old.values()) gone.remove();
}
