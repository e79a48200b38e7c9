/** How the console says a mark and its bounds: in words where a figure would say nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";

const WORDS = {
  yes_no: { 1: "Yes", 0: "No" },
  voiding: { 1: "Found", 0: "Not found" },
  levels: { 0: "Below", 1: "Meets", 2: "Exceeds", 3: "Excellent" },
  states: { dnf: "⊥ Did not finish", declined: "◇ Declined" },
  lost: "{value} lost",
  range: "{min} to {max} by {step}",
  "range-fault": "{points} each, at most {max}",
  "range-free": "Any number",
  "range-count": "of {max} for {worth}",
  "range-bare-count": "of {max}",
  "range-choice": "one of {count}",
  "fault-outside-range": "{min} to {max}",
  "said-recorded": "{aspect}: {value}, no. {position}",
};
globalThis.document = { getElementById: () => ({ textContent: JSON.stringify(WORDS) }) };
const { fault, pickWords, range, spoken, taken } = await import("../../judges_console/static/spoken.js");

const aspect = (kind, max, more = {}) => ({ id: kind, title: kind, kind, min: "0", max, step: "1", ...more });
const CHOICE = aspect("choice", "2", { min: "1", choices: [{ id: "a", title: "Clean" }, { id: "b", title: "Rough" }] });
const TIME = aspect("time", "600", { step: "0.01", tokens: ["DNF", "DEC"] });

test("a mark is read back in the words of its kind", () => {
  assert.equal(spoken("1", aspect("yes_no", "1")), "Yes");
  assert.equal(spoken("0", aspect("voiding", "1")), "Not found");
  assert.equal(spoken("2", CHOICE), "Rough");
  assert.equal(spoken("83.45", TIME), "1:23.45");
  assert.equal(spoken("4", aspect("deduction", "10")), "4 lost");
  assert.equal(spoken("2", aspect("judgement", "3")), "2");
  assert.equal(spoken("8.5", aspect("mark", "10")), "8.5");
});

test("zero points lost are a zero, and nothing entered is nothing", () => {
  assert.equal(spoken("0", aspect("fault", "4", { points: "2" })), "0");
  assert.equal(spoken("0.0", aspect("deduction", "4")), "0.0");
  assert.equal(spoken("", aspect("yes_no", "1")), "");
});

test("an attempt without result is told by its state", () => {
  assert.equal(spoken("DNF", TIME), "⊥ Did not finish");
  assert.equal(spoken("DEC", TIME), "◇ Declined");
});

test("only a scale from 0 to 3 has words for its levels", () => {
  assert.equal(pickWords("3", aspect("judgement", "3")), "Excellent");
  assert.equal(pickWords("3", aspect("judgement", "5")), "");
});

test("what may be entered is told for each kind", () => {
  assert.equal(range(aspect("mark", "10", { step: "0.5" })), "0 to 10 by 0.5");
  assert.equal(range(aspect("fault", "4", { points: "2" })), "2 each, at most 4");
  assert.equal(range(aspect("count", "3", { worth: "1" })), "of 3 for 1");
  assert.equal(range(aspect("count", "3")), "of 3");
  assert.equal(range(CHOICE), "one of 2");
  assert.equal(range(aspect("measured", "1000000000", { min: "-1000000000", step: "0.000001" })), "Any number");
});

test("the bounds of a time are told by the clock", () => {
  assert.equal(fault("outside-range", TIME), "0:00 to 10:00");
});

test("what the record has taken is said aloud as it is read", () => {
  const command = { name: "enter-mark", body: { aspect: "choice" } };
  assert.equal(taken(command, { value: "1", position: 7 }, [CHOICE]), "choice: Clean, no. 7");
});
