/** Asks once, on a device new to a seat, whether the right judge holds it; the answer is remembered on the device. */

const KEY = "biwu-seat";

export class SeatDialog extends HTMLElement {
  /** @param {import("../box.js").Author} author */
  ask(author) {
    const here = JSON.stringify([author.contest, author.panel, author.seat, author.device]);
    if (remembered() === here) return;
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    dialog.onclose = () => (dialog.returnValue === "yes" ? remember(here) : dialog.showModal());
    if (!dialog.open) dialog.showModal();
  }
}

/** A private window may keep nothing: then it is asked at each loading. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} here */
function remember(here) {
  try {
    localStorage.setItem(KEY, here);
  } catch {
    // asked again next time
  }
}

customElements.define("seat-dialog", SeatDialog);
