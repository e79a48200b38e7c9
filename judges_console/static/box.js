/** What the outbox holds, and the few ways in which it may change; each is one transaction of the store. */

/** @typedef {import("../../web/static/shared/wire.js").Frame} Frame */

/**
 * @typedef {object} Author whose command it is: a mark is never sent under another seat or device
 * @property {string} contest
 * @property {string} panel
 * @property {string} seat
 * @property {string} device
 */

/**
 * @typedef {object} Command
 * @property {number} order in which it was given, on this browser
 * @property {number} n its counter on its device: the record answers each once
 * @property {Author} author
 * @property {string} name "enter-mark" …
 * @property {Record<string, any>} body
 * @property {Frame} [refusal] the receipt of a refused command, kept until the judge has seen it
 */

/** @typedef {{ order: number, counters: Record<string, number>, commands: Command[] }} Box */

/** @returns {Box} */
export function emptyBox() {
  return { order: 0, counters: {}, commands: [] };
}

/**
 * The server knows of this device's commands up to `counter`: new ones are numbered above it.
 *
 * @param {Box} box @param {string} device @param {number} counter
 */
export function countFrom(box, device, counter) {
  box.counters[device] = Math.max(box.counters[device] ?? 0, counter);
}

/** @param {Box} box @param {Author} author @param {string} name @param {Record<string, any>} body */
export function add(box, author, name, body) {
  box.order += 1;
  box.commands.push({ order: box.order, n: unused(box, author.device), author, name, body });
}

/**
 * The record has answered: an accepted command is done, a refused one stays until the judge has seen why.
 *
 * @param {Box} box @param {number} order @param {Frame} frame
 */
export function settle(box, order, frame) {
  const command = box.commands.find((one) => one.order === order);
  if (!command) return;
  if (collided(frame)) command.n = unused(box, command.author.device);
  else if (frame.outcome === "refused") command.refusal = frame;
  else box.commands = box.commands.filter((one) => one !== command);
}

/**
 * Another payload already stands under this number, as in a copied browser profile: this one was never decided.
 *
 * @param {Frame} frame
 */
export function collided(frame) {
  return frame.outcome === "refused" && frame.reason === "command-id-reused";
}

/** @param {Box} box @param {number} order of a refusal the judge has seen */
export function forgetRefusal(box, order) {
  box.commands = box.commands.filter((command) => !(command.order === order && command.refusal));
}

/** Commands of an earlier enrolment become this one's. @param {Box} box @param {Author} author @param {number[]} orders */
export function adopt(box, author, orders) {
  for (const command of box.commands.filter((one) => orders.includes(one.order))) {
    command.author = author;
    command.n = unused(box, author.device);
  }
}

/** @typedef {Omit<Author, "device">} Place */

/** Whether both sit in the same place. @param {Place | undefined} one @param {Place | undefined} other */
export function sameSeat(one, other) {
  return one?.contest === other?.contest && one?.panel === other?.panel && one?.seat === other?.seat;
}

/** @param {Box} box @param {string} device @returns {number} a number this device has never used */
function unused(box, device) {
  const n = (box.counters[device] ?? 0) + 1;
  box.counters[device] = n;
  return n;
}
