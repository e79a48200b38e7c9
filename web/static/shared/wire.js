/** Keeps one WebSocket open: tries again with back-off and jitter, and says when nothing has been heard for five seconds. */

import { CEILING_MS, waitBefore } from "./backoff.js";

/** @typedef {import("./timers.js").Timers} Timers */
/** @typedef {Record<string, any> & { t: string }} Frame */

// A blink of the network must not alarm anybody; five seconds of silence should (campfire's figure).
export const SILENT_AFTER_MS = 5_000;

/**
 * @typedef {object} Ears what the owner of a wire wants to hear; each is called with the wire in its new state
 * @property {() => void} opened the socket is open: say hello
 * @property {(frame: Frame) => void} frame
 * @property {() => void} closed the socket is gone; another attempt is under way
 * @property {() => void} silent nothing heard for SILENT_AFTER_MS
 * @property {() => void} heard heard again after a silence
 */

export class Wire {
  /** @type {WebSocket | undefined} */ #socket;
  /** @type {unknown} */ #quiet;
  /** @type {unknown} */ #doubt;
  /** @type {unknown} */ #retry;
  #attempt = 0;
  #holdUntil = 0;
  #silent = false;
  #stopped = false;

  /**
   * @param {() => WebSocket} dial makes a new socket
   * @param {Ears} ears
   * @param {Timers} timers
   * @param {{ random?: () => number, ceiling_ms?: number }} [choices]
   */
  constructor(dial, ears, timers, { random = Math.random, ceiling_ms = CEILING_MS } = {}) {
    this.dial = dial;
    this.ears = ears;
    this.timers = timers;
    this.random = random;
    this.ceiling_ms = ceiling_ms;
  }

  start() {
    this.#listenForSilence();
    this.#connect();
  }

  /** @param {object} frame @returns {boolean} false when there is no open socket: nothing was sent */
  send(frame) {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** The network came back or the page was brought to the front: no reason to wait any longer. */
  tryNow() {
    if (this.#socket || this.#stopped || this.#retry === undefined) return;
    this.#attempt = 0;
    this.#connect();
  }

  /** @param {number} ms the server asks for at least this long before the next attempt */
  hold(ms) {
    this.#holdUntil = this.timers.now() + ms;
  }

  /** Hang up and connect afresh, as if the socket had failed. */
  redial() {
    this.#drop();
  }

  stop() {
    this.#stopped = true;
    for (const timer of [this.#quiet, this.#doubt, this.#retry]) this.timers.cancel(timer);
    this.#hangUp();
  }

  #connect() {
    this.timers.cancel(this.#retry);
    this.#retry = undefined;
    const socket = this.dial();
    this.#socket = socket;
    this.#doubtIt();
    socket.onopen = () => this.ears.opened();
    socket.onmessage = (message) => this.#hear(message.data);
    socket.onclose = () => this.#drop();
  }

  /** @param {string} text */
  #hear(text) {
    this.#attempt = 0;
    this.#listenForSilence();
    this.#doubtIt();
    if (this.#silent) {
      this.#silent = false;
      this.ears.heard();
    }
    this.ears.frame(JSON.parse(text));
  }

  #listenForSilence() {
    this.timers.cancel(this.#quiet);
    this.#quiet = this.timers.after(SILENT_AFTER_MS, () => {
      this.#silent = true;
      this.ears.silent();
    });
  }

  // An open socket on a dead Wi-Fi never closes by itself: one that brings nothing is given up.
  #doubtIt() {
    this.timers.cancel(this.#doubt);
    this.#doubt = this.timers.after(SILENT_AFTER_MS, () => this.#drop());
  }

  #drop() {
    this.timers.cancel(this.#doubt);
    this.#hangUp();
    if (this.#stopped) return;
    const held = Math.max(0, this.#holdUntil - this.timers.now());
    const wait = held + waitBefore(this.#attempt++, this.random, this.ceiling_ms);
    this.timers.cancel(this.#retry);
    this.#retry = this.timers.after(wait, () => this.#connect());
    this.ears.closed();
  }

  #hangUp() {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = undefined;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
