/** Marks and their bounds as the judge reads them: a level by its words, a time by the clock, points lost as lost. */

import { say, wordFor } from "../../web/static/shared/words.js";
import { clock } from "./clocked.js";
import { isLost, padOf, picks, tokenIn } from "./kinds.js";

/** @typedef {import("./kinds.js").Aspect} Aspect */
/** @typedef {import("./kinds.js").Group} Group */

const LEVELS_WITH_WORDS = "3"; // WorldSkills' scale; of any other nobody has said what its levels mean
/** @type {Record<string, string>} */
const STATE_OF = { DNS: "dns", DNF: "dnf", DSQ: "dsq", DEC: "declined" };

/** The words for a token. @param {string} token */
export function tokenWords(token) {
  return wordFor("states", STATE_OF[token] ?? token);
}

/** The words beside one of the values to pick from; "" where the figure says it all. @param {string} value @param {Aspect} aspect */
export function pickWords(value, { kind, max, choices = [] }) {
  if (kind === "yes_no" || kind === "voiding") return wordFor(kind, value);
  if (kind === "choice") return choices[Number(value) - 1]?.title ?? "";
  return kind === "judgement" && max === LEVELS_WITH_WORDS ? wordFor("levels", value) : "";
}

/** A mark, or what is typed of one. @param {string} value @param {Aspect | undefined} aspect */
export function spoken(value, aspect) {
  if (!aspect || value === "") return value;
  const token = tokenIn(value, aspect);
  if (token) return tokenWords(token);
  if (["yes_no", "voiding", "choice"].includes(aspect.kind)) return (picks(aspect).includes(value) && pickWords(value, aspect)) || value;
  if (isLost(aspect) && /[1-9]/.test(value)) return say("lost", { value });
  return figure(value, aspect);
}

/** A bound or a value as a figure. @param {string} value @param {Aspect} aspect */
export function figure(value, { kind }) {
  return kind === "time" ? clock(value) : value;
}

/** What may be entered. @param {Aspect} aspect */
export function range(aspect) {
  const { kind, points = "", worth = "", choices = [] } = aspect;
  const gaps = { ...bounds(aspect), points, worth, count: choices.length };
  if (padOf(aspect) === "free") return say("range-free");
  if (isLost(aspect)) return say(kind === "fault" ? "range-fault" : "range-lost", gaps);
  if (kind === "count") return say(worth ? "range-count" : "range-bare-count", gaps);
  return say(["time", "yes_no", "voiding", "judgement", "choice"].includes(kind) ? `range-${kind}` : "range", gaps);
}

/** Why a draft is no mark. @param {string} fault @param {Aspect} aspect */
export function fault(fault, aspect) {
  return say(`fault-${fault}`, bounds(aspect));
}

/** @param {Aspect} aspect */
function bounds(aspect) {
  return { min: figure(aspect.min, aspect), max: figure(aspect.max, aspect), step: aspect.step };
}

/** Over the aspects of an attempt, of a fault sheet's item, or of both. @param {Group} group */
export function groupWords({ attempt, item }) {
  return [attempt && say("attempt", { attempt }), item].filter(Boolean).join(" · ");
}

/**
 * What is said aloud of a command that the record has taken.
 *
 * @param {import("./box.js").Command} command @param {import("../../web/static/shared/wire.js").Frame} frame @param {Aspect[]} aspects
 */
export function taken({ name, body }, { value, position }, aspects) {
  if (name === "sign-sheet") return say("said-signed", body);
  const aspect = aspects.find(({ id }) => id === body.aspect);
  return say("said-recorded", { aspect: aspect?.title ?? "", value: spoken(String(value ?? ""), aspect), position });
}
