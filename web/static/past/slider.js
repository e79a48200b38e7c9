// @ts-check
/* The replay's slider: says where it stands while it is moved, and goes there when it is let go. */

const slider = document.querySelector("#slider");
const told = document.querySelector("output[for=slider]");

if (slider instanceof HTMLInputElement && told instanceof HTMLOutputElement) {
  slider.addEventListener("input", () => {
    told.value = slider.value;
  });
  slider.addEventListener("change", () => {
    slider.form?.requestSubmit();
  });
}
