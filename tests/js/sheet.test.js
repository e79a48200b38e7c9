/** What a judge's console shows: the record's word first, the device's word marked as such, and a blank never as zero. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as sheets from "../../judges_console/static/sheet.js";

const WELCOME = {
  t: "welcome",
  contest: { id: "c", title: "皖北", drill: true, zone: "Asia/Shanghai" },
  panel: { id: "p", title: "过程", aspects: ["a", "b"].map((id) => ({ id, title: id, kind: "mark", max: "10", step: "1", min: "0" })), seats: ["F1", "F2"] },
  module: { id: "m", title: "拉线", open: true },
  seat: "F1",
  device: "d1",
};
const SHEET = { t: "sheet", code: "07", state: "open", marks: {}, batch: "1", reason: "", aspects: [], status: "" };
const MARK = { value: "8", position: 12, at: 5 };

function hall(sheet = {}) {
  const all = sheets.welcomed(WELCOME);
  sheets.hear(all, { ...SHEET, ...sheet });
  return all;
}

const hand = (more = {}) => ({ waiting: [], refused: [], drafts: new Map(), ...more });
const enter = (value, aspect = "a", code = "07") => ({ order: 1, n: 1, name: "enter-mark", body: { panel: "p", code, aspect, value } });
const sign = { order: 9, n: 9, name: "sign-sheet", body: { panel: "p", code: "07" } };
const shown = (all, held = hand()) => sheets.markOf(all, held, "07", "a");

test("a blank is not yet marked, a zero is a mark", () => {
  assert.deepEqual([shown(hall()).state, shown(hall()).value], ["unmarked", ""]);
  const zero = shown(hall({ marks: { a: { ...MARK, value: "0" } } }));
  assert.deepEqual([zero.state, zero.value], ["recorded", "0"]);
});

test("a mark goes from typed to this device to the record to sealed, and never skips", () => {
  const all = hall();
  const drafts = new Map([[sheets.draftKey("07", "a"), "8"]]);
  assert.equal(shown(all, hand({ drafts })).state, "unsaved");
  assert.equal(shown(all, hand({ waiting: [enter("8")] })).state, "on_device");
  sheets.answered(all, enter("8"), { outcome: "accepted", value: "8", position: 12, at: 5 });
  assert.deepEqual(shown(all), { state: "recorded", value: "8", inRecord: MARK });
  sheets.answered(all, sign, { outcome: "accepted", position: 13, at: 6 });
  assert.equal(shown(all).state, "sealed");
});

test("what is shown as recorded is what the record read back, not what was typed", () => {
  const all = hall();
  sheets.answered(all, enter("8.50"), { outcome: "accepted", value: "8.5", position: 12, at: 5 });
  assert.equal(shown(all).value, "8.5");
});

test("a change on its way leaves the recorded mark in sight", () => {
  const all = hall({ marks: { a: MARK } });
  const changing = shown(all, hand({ waiting: [enter("9")] }));
  assert.deepEqual([changing.state, changing.value, changing.inRecord.value], ["on_device", "9", "8"]);
});

test("the same value again keeps its first number in the record", () => {
  const all = hall({ marks: { a: MARK } });
  sheets.answered(all, enter("8"), { outcome: "accepted", value: "8", position: 0, at: 99 });
  assert.deepEqual(shown(all).inRecord, MARK);
});

test("an old receipt, said again, does not bring an old mark back", () => {
  const all = hall({ marks: { a: { ...MARK, position: 40 } } });
  sheets.answered(all, enter("3"), { outcome: "accepted", value: "3", position: 12, at: 5 });
  assert.equal(shown(all).value, "8");
});

test("a refused mark shows what was refused and what stands", () => {
  const refused = shown(hall({ marks: { a: MARK } }), hand({ refused: [enter("9")] }));
  assert.deepEqual([refused.state, refused.value, refused.inRecord.value], ["refused", "9", "8"]);
});

test("of several marks on their way the last is what the judge says", () => {
  assert.equal(shown(hall(), hand({ waiting: [enter("7"), enter("9"), enter("3", "b")] })).value, "9");
});

test("an answer about another code touches no other sheet", () => {
  const all = hall();
  sheets.hear(all, { ...SHEET, code: "08" });
  sheets.answered(all, enter("8", "a", "08"), { outcome: "accepted", value: "8", position: 1, at: 1 });
  assert.equal(shown(all).state, "unmarked");
});

test("a refusal changes nothing on the sheet", () => {
  const all = hall();
  sheets.answered(all, enter("8"), { outcome: "refused", reason: "module-not-open" });
  sheets.answered(all, sign, { outcome: "refused", reason: "marks-missing" });
  assert.deepEqual([shown(all).state, all.sheets.get("07").state], ["unmarked", "open"]);
});

test("a sheet is signed only when every mark is in the record", () => {
  const full = () => hall({ marks: { a: MARK, b: MARK } });
  const drafts = new Map([[sheets.draftKey("07", "a"), "3"]]);
  const why = (all, held) => sheets.signing(all, hand(held), "07");
  assert.equal(why(full()), "may");
  assert.equal(why(hall({ marks: { a: MARK } })), "unmarked");
  assert.equal(why(full(), { drafts }), "unsaved");
  assert.equal(why(full(), { waiting: [enter("9")] }), "on_device");
  assert.equal(why(full(), { refused: [enter("9")] }), "refused");
  assert.equal(why(full(), { waiting: [sign] }), "signing");
  assert.equal(why(hall({ state: "signed", marks: { a: MARK, b: MARK } })), "signed");
});

test("a closed module takes no marks and no signature", () => {
  const all = hall({ marks: { a: MARK, b: MARK } });
  assert.ok(sheets.isOpen(all, hand(), "07"));
  sheets.hear(all, { t: "module", open: false });
  assert.equal(sheets.isOpen(all, hand(), "07"), false);
  assert.equal(sheets.signing(all, hand(), "07"), "closed");
});

test("while a signature is on its way the sheet takes no marks", () => {
  assert.equal(sheets.isOpen(hall(), hand({ waiting: [sign] }), "07"), false);
});

test("a reopened sheet says why and which aspects, and takes marks again", () => {
  const all = hall({ state: "reopened", reason: "disagreement", aspects: ["b"], marks: { a: MARK, b: MARK } });
  const sheet = all.sheets.get("07");
  assert.deepEqual([sheet.reason, sheet.aspects], ["disagreement", ["b"]]);
  assert.ok(sheets.isOpen(all, hand(), "07"));
  assert.equal(shown(all).state, "recorded");
});

test("a withdrawn entry takes neither mark nor signature, whatever its sheet says", () => {
  const all = hall({ status: "withdrawn", marks: { a: MARK, b: MARK } });
  assert.equal(sheets.isOpen(all, hand(), "07"), false);
  assert.equal(sheets.signing(all, hand(), "07"), "withdrawn");
});

test("progress counts what the record holds, what is on its way, and what was refused", () => {
  const all = hall({ marks: { a: MARK } });
  assert.deepEqual(sheets.progress(all, hand({ waiting: [enter("1", "b")] }), "07"), { recorded: 1, unsent: 1, refused: 0, of: 2 });
  assert.deepEqual(sheets.progress(all, hand({ refused: [enter("1", "b")] }), "07"), { recorded: 1, unsent: 0, refused: 1, of: 2 });
});

test("the next aspect is the next without a mark, round the sheet", () => {
  assert.equal(sheets.nextUnmarked(hall(), hand(), "07", "a"), "b");
  assert.equal(sheets.nextUnmarked(hall(), hand(), "07", "b"), "a");
  assert.equal(sheets.nextUnmarked(hall({ marks: { b: MARK } }), hand({ waiting: [enter("1")] }), "07", "a"), undefined);
});

test("a new welcome to the same seat keeps the sheets in sight, to another seat none", () => {
  const all = hall();
  assert.equal(sheets.welcomed(WELCOME, all).sheets.size, 1);
  assert.equal(sheets.welcomed({ ...WELCOME, seat: "F2" }, all).sheets.size, 0);
});

test("faults nobody has spoken of are those of the attempt being marked, and only the unmarked", () => {
  const fault = (id, attempt) => ({ id, title: id, kind: "fault", attempt, min: "0", max: "4", step: "1", points: "2" });
  const aspects = [{ ...WELCOME.panel.aspects[0], id: "1.a" }, fault("1.x", "1"), fault("1.y", "1"), fault("2.x", "2")];
  const all = sheets.welcomed({ ...WELCOME, panel: { ...WELCOME.panel, aspects } });
  sheets.hear(all, { ...SHEET, marks: { "1.x": MARK } });
  const others = (chosen, held = hand()) => sheets.otherFaults(all, held, "07", chosen);
  assert.deepEqual(others("1.a"), { attempt: "1", ids: ["1.y"] });
  assert.deepEqual(others("2.x"), { attempt: "2", ids: ["2.x"] });
  assert.deepEqual(others(""), { attempt: "1", ids: ["1.y"] });
  assert.deepEqual(others("1.a", hand({ waiting: [enter("0", "1.y")] })), { attempt: "2", ids: ["2.x"] });
});

test("progress can be told of a part of the sheet", () => {
  const all = hall({ marks: { a: MARK } });
  assert.equal(sheets.progress(all, hand(), "07", all.panel.aspects.slice(1)).recorded, 0);
});
