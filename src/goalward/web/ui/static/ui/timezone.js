// Picks the browser's time zone in a list where nothing has been picked yet.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const list of document.querySelectorAll("select[data-guess-time-zone]")) {
  const picked = list.querySelector("option[selected]")?.value;
  const known = [...list.options].find(({ value, dataset }) => value === zone || dataset.also?.split(" ").includes(zone));
  if (!picked && known) list.value = known.value;
}
