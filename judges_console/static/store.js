/** Where the outbox is kept: in IndexedDB, on disk before it is called kept, or in memory where a test or a private window wants it. */

import { emptyBox } from "./box.js";

/** @typedef {import("./box.js").Box} Box */

/**
 * @typedef {object} Store
 * @property {boolean} lasting whether what it keeps outlives the page: without it nothing may be called "on this device"
 * @property {() => Promise<Box>} read
 * @property {<T>(act: (box: Box) => T) => Promise<T>} change reads, acts on and writes the box in one transaction, across tabs;
 *   resolved only when it is on disk. `act` must not wait for anything.
 * @property {(tab: string, now: number, ms: number) => Promise<boolean>} lease makes `tab` the only sender for `ms`, if nobody else is
 * @property {(tab: string) => Promise<void>} release
 */

/** @typedef {{ tab: string, until: number }} Lease */

/** @param {Lease | undefined} lease @param {string} tab @param {number} now */
function free(lease, tab, now) {
  return !lease || lease.tab === tab || lease.until <= now;
}

/**
 * @param {Box} [box]
 * @returns {Store}
 */
export function memoryStore(box = emptyBox()) {
  /** @type {Lease | undefined} */
  let lease;
  return {
    lasting: false,
    read: async () => box,
    change: async (act) => act(box),
    lease: async (tab, now, ms) => {
      if (!free(lease, tab, now)) return false;
      lease = { tab, until: now + ms };
      return true;
    },
    release: async (tab) => {
      if (lease?.tab === tab) lease = undefined;
    },
  };
}

/**
 * @param {string} name of the database: one a contest's server
 * @returns {Promise<Store>} refused where the browser keeps nothing (some private windows)
 */
export async function indexedStore(name = "biwu-outbox") {
  const db = await opened(name);
  /** @type {<T, R>(key: string, durability: "strict" | "relaxed", act: (old: T | undefined) => [T | undefined, R]) => Promise<R>} */
  const renew = (key, durability, act) =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction("kept", "readwrite", { durability });
      const kept = transaction.objectStore("kept");
      const old = kept.get(key);
      /** @type {any} */ let answer;
      old.onsuccess = () => {
        const [renewed, result] = act(old.result);
        answer = result;
        if (renewed !== undefined) kept.put(renewed, key);
      };
      // not the request's success: only a complete transaction is on disk
      transaction.oncomplete = () => resolve(answer);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  return {
    lasting: true,
    read: () =>
      new Promise((resolve, reject) => {
        const kept = db.transaction("kept").objectStore("kept").get("box");
        kept.onsuccess = () => resolve(kept.result ?? emptyBox());
        kept.onerror = () => reject(kept.error);
      }),
    change: (act) =>
      renew("box", "strict", (/** @type {Box | undefined} */ old) => {
        const box = old ?? emptyBox();
        const result = act(box);
        return [box, result];
      }),
    lease: (tab, now, ms) =>
      renew("lease", "relaxed", (/** @type {Lease | undefined} */ old) =>
        free(old, tab, now) ? [{ tab, until: now + ms }, true] : [undefined, false],
      ),
    release: (tab) =>
      renew("lease", "relaxed", (/** @type {Lease | undefined} */ old) => [
        old?.tab === tab ? { tab: "", until: 0 } : undefined,
        undefined,
      ]),
  };
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function opened(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
