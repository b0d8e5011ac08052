// "Leave this page": nothing stays on the screen, and Back does not return here.
const PRESSES = 3;
const FORGET_AFTER_MS = 3000;

const link = document.querySelector("[data-leave]");

function leave(event) {
  event?.preventDefault();
  document.documentElement.classList.add("left");
  document.title = " ";
  window.location.replace(link.href);
}

let presses = 0;
let shiftAlone = false;
let forget;

function count() {
  clearTimeout(forget);
  presses += 1;
  if (presses >= PRESSES) leave();
  else forget = setTimeout(() => (presses = 0), FORGET_AFTER_MS);
}

if (link) {
  link.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shiftAlone = event.key === "Shift";
    if (!shiftAlone) presses = 0; // Shift for a capital letter does not count
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === "Shift" && shiftAlone) count();
  });
}
