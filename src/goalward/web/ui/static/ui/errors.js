// Reads the error summary out first. Its links are plain anchors and need no help.
document.querySelector("[data-error-summary]")?.focus();
