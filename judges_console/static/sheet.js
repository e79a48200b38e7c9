/** What a judge's console knows, folded from the server's frames: pure, so that a test can play a whole day through it. */

/** @typedef {import("./box.js").Command} Command */
/** @typedef {import("./kinds.js").Aspect} Aspect */
/** @typedef {import("../../web/static/shared/wire.js").Frame} Frame */

/**
 * @typedef {object} Mark as the record holds it
 * @property {string} value canonical decimal text
 * @property {number} position its number in the record, 0 if the server did not say
 * @property {number} at official time, µs
 */

/**
 * @typedef {object} Sheet
 * @property {string} code
 * @property {"waiting" | "open" | "signed" | "reopened"} state
 * @property {Record<string, Mark>} marks by aspect
 * @property {string} batch
 * @property {string} reason why it was reopened: "chief-judge", "disagreement" or "spread"; otherwise empty
 * @property {string[]} aspects those the panel does not agree on
 * @property {string} status "" or what was stated about the performance: "dns", "dnf", "dsq", "module_void", "declined", "withdrawn"
 */

/**
 * @typedef {object} Hall
 * @property {{ id: string, title: string, drill: boolean, zone: string }} contest
 * @property {{ id: string, title: string, aspects: Aspect[], seats: string[] }} panel
 * @property {{ id: string, title: string, open: boolean }} module
 * @property {string} seat
 * @property {string} device
 * @property {Map<string, Sheet>} sheets by code
 */

/** "unmarked" is not zero; the next four are the ways of a mark, "refused" is its dead end. @typedef {"unmarked" | "unsaved" | "on_device" | "recorded" | "sealed" | "refused"} MarkState */

/**
 * @typedef {object} Shown one aspect of one sheet as the judge sees it
 * @property {MarkState} state
 * @property {string} value what the judge last said, "" when nothing
 * @property {Mark} [inRecord] what the record holds, whatever the judge has typed since
 * @property {Command} [refused]
 */

/**
 * The hall after a welcome. Sheets known from before stay until the server says them anew.
 *
 * @param {Frame} frame
 * @param {Hall} [before]
 * @returns {Hall}
 */
export function welcomed(frame, before) {
  const same = before?.contest.id === frame.contest.id && before?.panel.id === frame.panel.id && before?.seat === frame.seat;
  return {
    contest: frame.contest,
    panel: frame.panel,
    module: frame.module,
    seat: frame.seat,
    device: frame.device,
    sheets: same && before ? before.sheets : new Map(),
  };
}

/** Takes in a frame of the server. @param {Hall} hall @param {Frame} frame @returns {boolean} whether it said anything about the hall */
export function hear(hall, frame) {
  if (frame.t === "module") hall.module = { ...hall.module, open: frame.open };
  else if (frame.t === "sheet") hall.sheets.set(frame.code, sheetOf(frame));
  else return false;
  return true;
}

/** @param {Frame} frame @returns {Sheet} */
function sheetOf({ code, state, marks, batch, reason, aspects, status }) {
  return { code, state, marks: { ...marks }, batch, reason, aspects, status };
}

/**
 * Takes in the record's answer to a command: what stands now is what the record read back, not what was typed.
 *
 * @param {Hall} hall
 * @param {Command} command
 * @param {Frame} frame
 */
export function answered(hall, { name, body }, frame) {
  const sheet = hall.sheets.get(body.code);
  if (!sheet || frame.outcome !== "accepted" || body.panel !== hall.panel.id) return;
  if (name === "sign-sheet") sheet.state = "signed";
  if (name !== "enter-mark") return;
  const old = sheet.marks[body.aspect];
  // Position 0: the same value again, its number is still the first one's. A lower one: an old receipt, said again.
  if (old && frame.position <= old.position) return;
  sheet.marks[body.aspect] = { value: frame.value, position: frame.position, at: frame.at };
  if (sheet.state === "waiting") sheet.state = "open";
}

/**
 * What the device holds besides the record.
 *
 * @typedef {object} Hand
 * @property {Command[]} waiting kept here and not answered yet
 * @property {Command[]} refused answered with a no that the judge has not acknowledged
 * @property {Map<string, string>} drafts typed and not saved, by `draftKey`
 */

/** @param {Hall} hall @param {Hand} hand @param {string} code @param {string} aspect @returns {Shown} */
export function markOf(hall, hand, code, aspect) {
  const sheet = hall.sheets.get(code);
  const inRecord = sheet?.marks[aspect];
  const refused = lastMark(hand.refused, code, aspect);
  const draft = hand.drafts.get(draftKey(code, aspect));
  if (draft !== undefined) return { state: "unsaved", value: draft, inRecord, refused };
  const kept = lastMark(hand.waiting, code, aspect);
  if (kept) return { state: "on_device", value: kept.body.value, inRecord, refused };
  if (refused) return { state: "refused", value: refused.body.value, inRecord, refused };
  if (!inRecord) return { state: "unmarked", value: "" };
  return { state: sheet?.state === "signed" ? "sealed" : "recorded", value: inRecord.value, inRecord };
}

/** Looked up for every aspect of every code: each list of commands is gone through once. @type {WeakMap<Command[], Map<string, Command>>} */
const latest = new WeakMap();

/** @param {Command[]} commands @param {string} code @param {string} aspect */
function lastMark(commands, code, aspect) {
  let marks = latest.get(commands);
  if (!marks) {
    const entered = commands.filter(({ name }) => name === "enter-mark");
    marks = new Map(entered.map((one) => [draftKey(one.body.code, one.body.aspect), one]));
    latest.set(commands, marks);
  }
  return marks.get(draftKey(code, aspect));
}

/** @param {string} code @param {string} aspect */
export function draftKey(code, aspect) {
  return `${code}\u0000${aspect}`;
}

/** Whether a signature for this code is on its way. @param {Hand} hand @param {string} code */
function isSigning(hand, code) {
  return hand.waiting.some((one) => one.name === "sign-sheet" && one.body.code === code);
}

/**
 * Whether the sheet can be signed, or what stands in the way. It is signed on what the record holds, so a judge signs
 * only when nothing is on its way there.
 *
 * @param {Hall} hall
 * @param {Hand} hand
 * @param {string} code
 * @returns {"may" | "signed" | "signing" | "closed" | "withdrawn" | "unsaved" | "on_device" | "refused" | "unmarked"}
 */
export function signing(hall, hand, code) {
  if (hall.sheets.get(code)?.state === "signed") return "signed";
  if (isSigning(hand, code)) return "signing";
  if (!hall.module.open) return "closed";
  if (hall.sheets.get(code)?.status === "withdrawn") return "withdrawn";
  const states = hall.panel.aspects.map(({ id }) => markOf(hall, hand, code, id).state);
  for (const obstacle of /** @type {const} */ (["unsaved", "on_device", "refused", "unmarked"])) {
    if (states.includes(obstacle)) return obstacle;
  }
  return "may";
}

/** Whether marks may be entered on this sheet now. @param {Hall} hall @param {Hand} hand @param {string} code */
export function isOpen(hall, hand, code) {
  const sheet = hall.sheets.get(code);
  if (!sheet || sheet.state === "signed" || sheet.status === "withdrawn") return false;
  return hall.module.open && !isSigning(hand, code);
}

/** How far a code is: marks in the record, on their way, refused, and how many there should be. @param {Hall} hall @param {Hand} hand @param {string} code @param {Aspect[]} aspects of all or of a part */
export function progress(hall, hand, code, aspects = hall.panel.aspects) {
  const states = aspects.map(({ id }) => markOf(hall, hand, code, id).state);
  const count = (/** @type {MarkState[]} */ ...wanted) => states.filter((state) => wanted.includes(state)).length;
  return {
    recorded: count("recorded", "sealed"),
    unsent: count("unsaved", "on_device"),
    refused: count("refused"),
    of: states.length,
  };
}

/** Where to go after this aspect: the next without a mark, round the sheet. @param {Hall} hall @param {Hand} hand @param {string} code @param {string} aspect */
export function nextUnmarked(hall, hand, code, aspect) {
  const ids = hall.panel.aspects.map(({ id }) => id);
  const here = ids.indexOf(aspect);
  const round = [...ids.slice(here + 1), ...ids.slice(0, here + 1)];
  return round.find((id) => markOf(hall, hand, code, id).state === "unmarked");
}

/**
 * The faults nobody has said anything of, in the attempt that is being marked: those a judge who has found no more
 * enters as none.
 *
 * @param {Hall} hall @param {Hand} hand @param {string} code @param {string} chosen the aspect on the pad, or ""
 * @returns {{ attempt: string, ids: string[] }}
 */
export function otherFaults(hall, hand, code, chosen) {
  const { aspects } = hall.panel;
  const left = aspects.filter(({ id, kind }) => kind === "fault" && markOf(hall, hand, code, id).state === "unmarked");
  const here = aspects.find(({ id }) => id === chosen)?.attempt;
  const attempt = left.some((one) => one.attempt === here) ? here : left[0]?.attempt;
  return { attempt: attempt ?? "", ids: left.filter((one) => one.attempt === attempt).map(({ id }) => id) };
}
