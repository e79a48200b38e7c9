/** Takes a one-time link's secret out of the address, where it would stay in sight and in the history, into the form. */

const KEPT = "biwu-link";
const secret = location.hash.slice(1) || sessionStorage.getItem(KEPT);
sessionStorage.removeItem(KEPT);
const field = document.getElementById("secret");
if (secret && field instanceof HTMLInputElement) {
  field.value = secret;
  field.type = "password"; // nobody needs to read it off a shoulder
  history.replaceState(null, "", location.pathname);
  const whole = field.closest("[data-part=field]");
  if (whole instanceof HTMLElement) whole.hidden = true;
}

// who reads the other language turns to it first: the page comes anew, and the link with it, in this tab alone
document.querySelector("form.language")?.addEventListener("submit", () => {
  if (field instanceof HTMLInputElement) sessionStorage.setItem(KEPT, field.value);
});
