/** Every kind of aspect on the pad: what it is entered by, what becomes of each key, and how a mark is read back. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { clock, seconds } from "../../judges_console/static/clocked.js";
import { spell } from "../../judges_console/static/decimal.js";
import { check, nudge, press } from "../../judges_console/static/draft.js";
import { groupsOf, padOf, picks, tokenIn } from "../../judges_console/static/kinds.js";

const TOKENS = ["DNS", "DNF", "DSQ", "DEC"];
const aspect = (kind, max, more = {}) => ({ id: kind, title: kind, kind, min: "0", max, step: "1", ...more });

const YES_NO = aspect("yes_no", "1", { worth: "2" });
const LEVEL = aspect("judgement", "3", { worth: "1.5" });
const CHOICE = aspect("choice", "3", { min: "1", choices: ["a", "b", "c"].map((id) => ({ id, title: id })) });
const TIME = aspect("time", "600", { step: "0.01", tokens: TOKENS });
const ANY = aspect("difference", "1000000000", { min: "-1000000000", step: "0.000001" });
const FAULT = aspect("fault", "5", { step: "0.5", points: "2", item: "Weld" });
const TRIED = aspect("mark", "10", { step: "0.5", attempt: "1", tokens: TOKENS });

const typed = (keys, about) => [...keys].reduce((draft, key) => press(draft, key, about), "");
const sixty = (text) => {
  const found = seconds(text);
  return found && spell(found);
};

test("each kind is entered by the keys it needs", () => {
  const pads = { pick: [YES_NO, LEVEL, CHOICE, aspect("voiding", "1"), aspect("count", "3")], time: [TIME], free: [ANY] };
  for (const [pad, aspects] of Object.entries(pads)) for (const each of aspects) assert.equal(padOf(each), pad, each.kind);
  const figures = [TRIED, FAULT, aspect("count", "30"), aspect("judgement", "100"), aspect("deduction", "10"), aspect("fault_item", "10")];
  for (const each of figures) assert.equal(padOf(each), "number", each.kind);
});

test("what can be picked is a mark, all of it and nothing else", () => {
  assert.deepEqual(picks(YES_NO), ["1", "0"]);
  assert.deepEqual(picks(LEVEL), ["0", "1", "2", "3"]);
  assert.deepEqual(picks(CHOICE), ["1", "2", "3"]);
  for (const each of [YES_NO, LEVEL, CHOICE]) {
    for (const value of picks(each)) assert.deepEqual(check(value, each), { value });
    assert.deepEqual(check(String(Number(each.max) + 1), each), { fault: "outside-range" });
  }
  assert.deepEqual(check("0", CHOICE), { fault: "outside-range" });
});

test("a time is entered by the clock or in seconds, and becomes exact seconds", () => {
  for (const [text, expected] of [["1:23.45", "83.45"], ["83.45", "83.45"], ["0:05", "5"], ["1:02:03.5", "3723.5"], ["90:00", "5400"], ["1：05", "65"]]) {
    assert.equal(sixty(text), expected, text);
  }
  for (const text of ["1:60", "1:5", ":30", "1:99:00", "1:2:3", "1::30", "1:23.", "-1:00", "a"]) assert.equal(sixty(text), undefined, text);
  assert.deepEqual(check("1:23.45", TIME), { value: "83.45" });
  assert.deepEqual(check("1:2", TIME), { fault: "not-a-time" });
  assert.deepEqual(check("10:00.01", TIME), { fault: "outside-range" });
  assert.deepEqual(check("0:01.005", TIME), { fault: "off-step" });
});

test("a time is read back by the clock", () => {
  for (const [text, shown] of [["83.45", "1:23.45"], ["5", "0:05"], ["3723.5", "1:02:03.5"], ["0", "0:00"], ["600", "10:00"], ["DNF", "DNF"]]) {
    assert.equal(clock(text), shown);
    if (text !== "DNF") assert.equal(sixty(shown), text);
  }
});

test("the colon comes after minutes, twice at most, and never after the point", () => {
  assert.equal(typed("1:23.4:5", TIME), "1:23.45");
  assert.equal(typed(":59", TIME), "59");
  assert.equal(typed("1:02:03:0", TIME), "1:02:030");
});

test("a token stands for an attempt without result, and only there", () => {
  assert.deepEqual(check("DNF", TRIED), { value: "DNF" });
  assert.deepEqual(check("dns", TIME), { value: "DNS" });
  assert.deepEqual(check("DNF", LEVEL), { fault: "not-a-number" });
  assert.equal(tokenIn("ABS", TRIED), undefined);
});

test("after a token a key begins a number, and the last figure takes the whole token away", () => {
  assert.equal(press("DNF", "7", TRIED), "7");
  assert.equal(press("DNF", "back", TRIED), "");
});

test("a fault goes by findings, up to its limit and back", () => {
  assert.deepEqual(["", "2", "4", "5"].map((draft) => nudge(draft, 1, FAULT)), ["2", "4", "5", "5"]);
  assert.deepEqual(["5", "4", "2", "0", ""].map((draft) => nudge(draft, -1, FAULT)), ["4", "2", "0", "0", "0"]);
  assert.deepEqual(check("1.5", FAULT), { value: "1.5" });
});

test("where any number may be measured there is room to type it", () => {
  assert.equal(typed("-123456789.123456", ANY), "-123456789.123456");
  assert.deepEqual(check("-123456789.123456", ANY), { value: "-123456789.123456" });
});

test("aspects stand together by attempt and item, in their order", () => {
  const one = (id, attempt, item) => ({ ...TRIED, id, attempt, item });
  const aspects = [one("1.a", "1"), one("1.w.x", "1", "Weld"), one("1.w.y", "1", "Weld"), one("2.a", "2"), one("2.w.x", "2", "Weld")];
  const groups = groupsOf(aspects).map(({ attempt, item, aspects: held }) => [attempt, item, held.map(({ id }) => id)]);
  assert.deepEqual(groups, [["1", "", ["1.a"]], ["1", "Weld", ["1.w.x", "1.w.y"]], ["2", "", ["2.a"]], ["2", "Weld", ["2.w.x"]]]);
  assert.equal(groupsOf([LEVEL, YES_NO]).length, 1);
});
