/** This tab's own name, and a way to speak to sibling tabs where the browser has one; plain http on a LAN must do. */

const KEY = "biwu-tab";

/**
 * @param {() => void} hear a sibling has told that something is another
 * @returns {{ tab: string, tell: () => void }}
 */
export function browserTab(hear) {
  const tab = kept() ?? random();
  // Laid down only while the page is away: a reload finds it and goes on sending at once, a duplicated tab does not.
  addEventListener("pagehide", () => keep(tab));
  addEventListener("pageshow", () => keep(undefined));
  keep(undefined);
  if (!("BroadcastChannel" in globalThis)) return { tab, tell: () => {} };
  const channel = new BroadcastChannel("biwu-outbox");
  channel.onmessage = () => hear();
  return { tab, tell: () => channel.postMessage(null) };
}

// not crypto.randomUUID: it is missing on plain http
function random() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function kept() {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {string | undefined} tab */
function keep(tab) {
  try {
    if (tab) sessionStorage.setItem(KEY, tab);
    else sessionStorage.removeItem(KEY);
  } catch {
    // a private window keeps nothing: the next page waits for the lease to run out
  }
}
