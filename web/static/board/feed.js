/** A board's feed: says which revision it has, takes patches that fit, asks for the whole when one does not. */

import { Wire } from "../shared/wire.js";
import { patched } from "./view.js";

/** @typedef {import("../shared/timers.js").Timers} Timers */
/** @typedef {import("../shared/wire.js").Frame} Frame */
/** @typedef {import("./view.js").BoardView} BoardView */

/**
 * @typedef {object} Ears
 * @property {(view: BoardView) => void} view a newer view stands
 * @property {(at_us: number) => void} heard the server was alive at this official time, and the view is as of then
 * @property {(live: boolean) => void} live
 */

export class Feed {
  /** @type {BoardView | undefined} */ #view;
  #asked = false;

  /**
   * @param {() => WebSocket} dial
   * @param {BoardView | undefined} view the one the page came with
   * @param {Ears} ears
   * @param {Timers} timers
   * @param {() => number} [random]
   */
  constructor(dial, view, ears, timers, random = Math.random) {
    this.#view = view;
    this.ears = ears;
    const wired = {
      opened: () => this.#hello(),
      frame: (/** @type {Frame} */ frame) => this.#hear(frame),
      closed: () => {},
      silent: () => ears.live(false),
      heard: () => {},
    };
    this.wire = new Wire(dial, wired, timers, { random });
  }

  start() {
    this.wire.start();
  }

  #hello() {
    this.#asked = this.#view === undefined;
    this.wire.send({ t: "hello", revision: this.#view?.revision ?? null });
  }

  /** @param {Frame} frame */
  #hear(frame) {
    this.ears.live(true);
    if (frame.at) this.ears.heard(frame.at);
    if (frame.t === "board") this.#take(/** @type {any} */ (frame));
    if (frame.t === "patch") this.#take(patched(this.#view, /** @type {any} */ (frame)));
    if (frame.t === "bye") this.wire.hold(frame.retry_after_ms ?? 0);
  }

  /** @param {BoardView | undefined} view undefined when a patch did not fit */
  #take(view) {
    this.#view = view && { revision: view.revision, head: view.head, rows: view.rows };
    if (!this.#view) return this.#askForAll();
    this.#asked = false;
    this.ears.view(this.#view);
  }

  // Once: the patches already under way do not fit either.
  #askForAll() {
    if (!this.#asked) this.#hello();
  }
}
