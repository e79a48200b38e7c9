/** Sends a judge's kept commands one after the other, each again and again until the record has answered it. */

import * as boxes from "./box.js";

/** @typedef {import("./box.js").Author} Author */
/** @typedef {import("./box.js").Box} Box */
/** @typedef {import("./box.js").Command} Command */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("../../web/static/shared/timers.js").Timers} Timers */
/** @typedef {import("../../web/static/shared/wire.js").Frame} Frame */

export const RESEND_AFTER_MS = 4_000;
// The lease must outlive a lost renewal or two, or a busy disk would make two tabs take turns.
export const LEASE_MS = 5_000;
export const LEASE_EVERY_MS = 1_500;

/**
 * @typedef {object} Ears
 * @property {(frame: object) => boolean} send
 * @property {() => void} changed
 * @property {(command: Command, frame: Frame) => void} answered with the record's answer, in the tab that sent it
 */

export class Outbox {
  /** @type {Command[]} */ #commands = [];
  /** @type {Author | undefined} */ #author;
  /** @type {number | undefined} */ #inFlight;
  /** @type {unknown} */ #resend;
  /** @type {unknown} */ #renew;
  #open = false;
  /** @type {boolean | undefined} */ #sender;

  /**
   * @param {Store} store
   * @param {Ears} ears
   * @param {Timers} timers
   * @param {{ tab: string, tell?: () => void }} place this tab, and the way to tell its siblings that the box is another, if the browser has one
   */
  constructor(store, ears, timers, { tab, tell = () => {} }) {
    this.store = store;
    this.ears = ears;
    this.timers = timers;
    this.tab = tab;
    this.tell = tell;
  }

  /** Whether a sibling tab is the one that sends; false until that is known. */
  get elsewhere() {
    return this.#sender === false;
  }

  /** This seat's commands that the record has not answered yet, in the order given. */
  get waiting() {
    return this.#unanswered().filter((command) => this.#mine(command));
  }

  /** This seat's refused commands that nobody has acknowledged yet. */
  get refused() {
    return this.#commands.filter((command) => command.refusal && boxes.sameSeat(command.author, this.#author));
  }

  /** Unanswered commands of this seat from an earlier enrolment, under another device id. */
  get earlier() {
    return this.#unanswered().filter((one) => boxes.sameSeat(one.author, this.#author) && !this.#mine(one));
  }

  /** Unanswered commands of other seats: they wait until this browser is enrolled there again. */
  get strangers() {
    return this.#unanswered().filter((command) => !boxes.sameSeat(command.author, this.#author));
  }

  /** Everything unanswered on this browser, whoever gave it. */
  get unsent() {
    return this.#unanswered().length;
  }

  async load() {
    this.#show(await this.store.read());
  }

  /**
   * The server has welcomed this seat on this device.
   *
   * @param {Author} author
   * @param {number} counter the highest it knows of this device
   */
  async welcome(author, counter) {
    this.#author = author;
    this.#landed();
    await this.#change((box) => boxes.countFrom(box, author.device, counter));
    this.#open = true;
    await this.#takeTheLease();
    this.#next();
  }

  /**
   * Keeps a command; resolved when it is safely on the device (or merely in memory, if the store does not last).
   *
   * @param {string} name
   * @param {Record<string, any>} body
   */
  async keep(name, body) {
    const author = this.#author;
    if (!author) throw new Error("nobody has been welcomed to a seat yet");
    await this.#change((box) => boxes.add(box, author, name, body));
    this.tell();
    this.#next();
  }

  /** The record has answered. @param {Frame} frame */
  async receipt(frame) {
    const command = this.#commands.find((one) => this.#mine(one) && one.n === frame.n);
    if (command) {
      // before anything is waited for: the frames behind this one must find its effect in place
      if (!boxes.collided(frame)) this.ears.answered(command, frame);
      await this.#change((box) => boxes.settle(box, command.order, frame));
      this.tell();
    }
    if (this.#inFlight === frame.n) this.#landed();
    this.#next();
  }

  /** The server is too busy to decide: the same command again, a little later. @param {Frame} frame */
  busy(frame) {
    if (frame.n !== this.#inFlight) return;
    this.timers.cancel(this.#resend);
    this.#resend = this.timers.after(frame.retry_after_ms, () => this.#again());
  }

  /** The line is gone: what was in flight is sent again after the next welcome. */
  lost() {
    this.#open = false;
    this.#landed();
  }

  /** The judge has seen a refusal. @param {number} order */
  async acknowledge(order) {
    await this.#change((box) => boxes.forgetRefusal(box, order));
    this.tell();
  }

  /** The judge asks for what an earlier enrolment left behind to be sent under this one. */
  async adopt() {
    const author = this.#author;
    const orders = this.earlier.map((command) => command.order);
    if (author && orders.length) await this.#change((box) => boxes.adopt(box, author, orders));
    this.#next();
  }

  /** A sibling tab says that the box is another. */
  async look() {
    await this.load();
    this.#next();
  }

  /** The page is going away: let a sibling send at once. */
  async leave() {
    this.timers.cancel(this.#renew);
    if (this.#sender) await this.store.release(this.tab);
  }

  async #takeTheLease() {
    this.timers.cancel(this.#renew);
    this.#renew = this.timers.after(LEASE_EVERY_MS, () => this.#takeTheLease());
    const sender = await this.store.lease(this.tab, this.timers.now(), LEASE_MS);
    const same = sender === this.#sender;
    this.#sender = sender;
    if (!same) this.#landed();
    // siblings may have no channel to tell us by: look for ourselves
    await this.load();
    this.#next();
  }

  /** @param {(box: Box) => void} act */
  async #change(act) {
    this.#show(
      await this.store.change((box) => {
        act(box);
        return box;
      }),
    );
  }

  /** @param {Box} box */
  #show({ commands }) {
    this.#commands = structuredClone(commands);
    this.ears.changed();
  }

  #next() {
    if (!this.#open || !this.#sender || this.#inFlight !== undefined) return;
    const command = this.waiting[0];
    if (!command) return;
    this.#inFlight = command.n;
    this.#send(command);
  }

  #again() {
    const command = this.waiting.find((one) => one.n === this.#inFlight);
    if (command) return this.#send(command);
    this.#landed();
    this.#next();
  }

  /** @param {Command} command */
  #send({ n, name, body }) {
    this.timers.cancel(this.#resend);
    this.#resend = this.timers.after(RESEND_AFTER_MS, () => this.#again());
    this.ears.send({ t: "command", n, name, body });
  }

  #landed() {
    this.#inFlight = undefined;
    this.timers.cancel(this.#resend);
  }

  #unanswered() {
    return this.#commands.filter((command) => !command.refusal);
  }

  /** @param {Command} command */
  #mine({ author }) {
    return boxes.sameSeat(author, this.#author) && author.device === this.#author?.device;
  }
}
