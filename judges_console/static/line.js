/** The judge's line to the server: says hello, is welcomed, keeps its heart beating and tells the official time. */

import { Wire } from "../../web/static/shared/wire.js";

/** @typedef {import("../../web/static/shared/timers.js").Timers} Timers */
/** @typedef {import("../../web/static/shared/wire.js").Frame} Frame */

export const SUBPROTOCOL = "biwu.json.1";
export const PING_EVERY_MS = 2_000;
// A judge waits at most this long for the next attempt; the hall's boards may wait longer.
export const CEILING_MS = 8_000;

/** @typedef {"connecting" | "up" | "silent" | "over"} LineState */

/**
 * @typedef {object} Ears
 * @property {(frame: Frame) => void} frame every frame but pong, welcome first
 * @property {() => void} lost the socket is gone, or was never there
 * @property {() => void} changed the state of the line is another
 */

export class Line {
  /** @type {LineState} */ state = "connecting";
  /** @type {Frame | undefined} why the server hung up, until it welcomes us again */ bye;
  /** Official time minus the device's own, in ms; undefined until the first pong or welcome. @type {number | undefined} */ ahead_ms;
  /** @type {unknown} */ #beat;

  /**
   * @param {() => WebSocket} dial
   * @param {{ lang: string, token?: string }} hello
   * @param {Ears} ears
   * @param {Timers} timers
   * @param {() => number} [random]
   */
  constructor(dial, hello, ears, timers, random = Math.random) {
    this.hello = hello;
    this.ears = ears;
    this.timers = timers;
    const wired = {
      opened: () => void this.wire.send({ t: "hello", ...this.hello }),
      frame: (/** @type {Frame} */ frame) => this.#hear(frame),
      closed: () => this.#lost(),
      silent: () => this.#become("silent"),
      heard: () => {},
    };
    this.wire = new Wire(dial, wired, timers, { random, ceiling_ms: CEILING_MS });
  }

  start() {
    this.wire.start();
  }

  /** @param {object} frame @returns {boolean} false when nothing was sent */
  send(frame) {
    return this.state === "up" && this.wire.send(frame);
  }

  /** @returns {number | undefined} the official time in µs, if it is known */
  official() {
    return this.ahead_ms === undefined ? undefined : (this.timers.now() + this.ahead_ms) * 1000;
  }

  /** @param {Frame} frame */
  #hear(frame) {
    if (frame.t === "pong") return this.#setClock(frame, (this.timers.now() - frame.at) / 2);
    if (frame.t === "bye") return this.#end(frame);
    if (frame.t === "welcome") {
      this.#setClock(frame, 0);
      this.bye = undefined;
      this.#become("up");
      this.#ping();
    }
    this.ears.frame(frame);
  }

  /** @param {Frame} frame @param {number} travel_ms half of the way there and back */
  #setClock({ official }, travel_ms) {
    this.ahead_ms = official / 1000 + travel_ms - this.timers.now();
  }

  #ping() {
    this.timers.cancel(this.#beat);
    this.#beat = this.timers.after(PING_EVERY_MS, () => this.#ping());
    this.wire.send({ t: "ping", at: this.timers.now() });
  }

  #lost() {
    this.timers.cancel(this.#beat);
    if (this.state === "up") this.#become("connecting");
    this.ears.lost();
  }

  /** A farewell that names no time to come back is for good. @param {Frame} frame */
  #end(frame) {
    this.bye = frame;
    if (frame.retry_after_ms === undefined) {
      this.wire.stop();
      this.#become("over");
      this.#lost();
    } else {
      this.wire.hold(frame.retry_after_ms);
      this.wire.redial();
    }
  }

  /** @param {LineState} state */
  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.ears.changed();
  }
}
