// Lets a person see the password that they type. Without JavaScript there is no such box.
for (const box of document.querySelectorAll("[data-shows]")) {
  const password = document.getElementById(box.dataset.shows);
  const show = () => (password.type = box.checked ? "text" : "password");

  box.closest("label").hidden = false;
  box.addEventListener("change", show);
  // what is sent as text, a browser may offer again to the next person at this screen
  password.form.addEventListener("submit", () => (password.type = "password"));
  window.addEventListener("pageshow", show);
}
