// A second press on the same form does nothing, so that one press makes one record.
const open = (form) => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]") || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // not "disabled": a disabled button's own name and value would not be sent
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
});

// the page came back from the browser's memory: its forms may be sent again
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(open));
