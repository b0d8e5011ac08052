// Reads the error summary out first, where the browser does not do so by itself. Its links need no help.
window.addEventListener("load", () => document.querySelector("[data-error-summary]")?.focus());
