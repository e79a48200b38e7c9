/** A mark being typed: exact at every step, and never a mark the rulebook does not know. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, less, plus, read, remainder, spell } from "../../judges_console/static/decimal.js";
import { check, nudge, press, takesPoint } from "../../judges_console/static/draft.js";

const TENTHS = { id: "a", title: "", min: "0", max: "10", step: "0.1" };
const HALVES = { id: "b", title: "", min: "1", max: "5", step: "0.5" };
const WHOLE = { id: "c", title: "", min: "0", max: "30", step: "5" };
const POINTS_OFF = { id: "d", title: "", min: "-10", max: "0", step: "1" };

const typed = (keys, aspect) => [...keys].reduce((draft, key) => press(draft, key, aspect), "");

test("a number has one spelling", () => {
  for (const [text, spelling] of [["8.50", "8.5"], ["08", "8"], ["-0", "0"], ["0.0", "0"], ["-1.20", "-1.2"], ["100", "100"]]) {
    assert.equal(spell(read(text)), spelling);
  }
});

test("what is not a plain decimal is no number", () => {
  for (const text of ["", ".", "-", "1e3", "1.", ".5", "１", "1,5", "+1", " 1", "NaN", "1234567890123"]) {
    assert.equal(read(text), undefined, text);
  }
});

test("sums are exact where binary fractions are not", () => {
  assert.equal(spell(plus(read("0.1"), read("0.2"))), "0.3");
  assert.equal(spell(less(read("0.3"), read("0.1"))), "0.2");
  assert.equal(remainder(read("0.7"), read("0.1")).units, 0n);
  assert.equal(compare(read("0.10"), read("0.1")), 0);
});

test("every step from lowest to highest is a mark, and nothing between", () => {
  for (const aspect of [TENTHS, HALVES, WHOLE, POINTS_OFF]) {
    const seen = [];
    for (let value = nudge("", 1, aspect); ; value = nudge(value, 1, aspect)) {
      assert.deepEqual(check(value, aspect), { value });
      seen.push(value);
      if (value === aspect.max) break;
    }
    assert.equal(nudge(aspect.max, 1, aspect), aspect.max);
    assert.deepEqual(seen.toReversed().map((value) => nudge(value, -1, aspect)).at(-1), aspect.min);
  }
  assert.deepEqual(check("0.25", TENTHS), { fault: "off-step" });
});

test("steps are counted from the lowest mark, as the record does", () => {
  const odd = { id: "e", title: "", min: "0.5", max: "3", step: "1" };
  assert.deepEqual(check("1.5", odd), { value: "1.5" });
  assert.deepEqual(check("1", odd), { fault: "off-step" });
});

test("a value outside the range is named before one off the step", () => {
  assert.deepEqual(check("10.05", TENTHS), { fault: "outside-range" });
  assert.deepEqual(check("0.9", HALVES), { fault: "outside-range" });
});

test("nothing typed is no mark, and zero is one", () => {
  assert.deepEqual(check("", TENTHS), { fault: "not-a-number" });
  assert.deepEqual(check("0", TENTHS), { value: "0" });
});

test("from nothing, up begins at the lowest and down at the highest", () => {
  assert.equal(nudge("", 1, HALVES), "1");
  assert.equal(nudge("", -1, HALVES), "5");
});

test("a step from between two steps lands on one", () => {
  assert.equal(nudge("2.2", 1, HALVES), "2.5");
  assert.equal(nudge("2.2", -1, HALVES), "2");
  assert.equal(nudge("99", -1, HALVES), "5");
  assert.equal(nudge("0.1", 1, HALVES), "1");
});

test("keys make a number as a person expects", () => {
  assert.equal(typed("8.5", TENTHS), "8.5");
  assert.equal(typed("08", TENTHS), "8");
  assert.equal(typed(".5", TENTHS), "0.5");
  assert.equal(typed("1..5", TENTHS), "1.5");
  assert.equal(press("8.5", "back", TENTHS), "8.");
  assert.equal(typed("-3", POINTS_OFF), "-3");
  assert.equal(typed("3-", POINTS_OFF), "3");
  assert.equal(typed("12345678901234567890", TENTHS).length, 13);
});

test("where only whole marks exist the point does nothing", () => {
  assert.equal(takesPoint(WHOLE), false);
  assert.equal(typed("1.5", WHOLE), "15");
});

test("a trailing point does not spoil a mark", () => {
  assert.deepEqual(check("8.", TENTHS), { value: "8" });
});
