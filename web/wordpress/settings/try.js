// Shows the document of the form in the real widget, with all that the widget says of it; asks before
// a document is deleted.
(() => {
  const text = document.getElementById("recovery-timeline-json");
  const trial = document.getElementById("recovery-timeline-trial");
  const [said, place] = trial.querySelectorAll("ul, div");

  function say(lines) {
    const items = lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    });
    said.replaceChildren(...items);
  }

  for (const risky of document.querySelectorAll("[data-sure]"))
    risky.addEventListener("click", (event) => {
      if (!confirm(risky.dataset.sure)) event.preventDefault();
    });

  const button = document.getElementById("recovery-timeline-try");
  button.disabled = false;
  button.addEventListener("click", () => {
    const widget = document.createElement("recovery-timeline");
    const json = document.createElement("script");
    json.type = "application/json";
    json.textContent = text.value;
    widget.append(json);
    widget.setAttribute("link", "off");
    const lines = [];
    const heard = ({ detail }) => {
      for (const { where, what } of [...(detail.errors ?? []), ...(detail.warnings ?? [])])
        lines.push(`${where}: ${what}`);
      say(lines);
    };
    widget.addEventListener("recovery-error", heard);
    widget.addEventListener("recovery-warning", heard);
    widget.addEventListener("recovery-ready", () => lines.length || say([trial.dataset.fine]));
    say([]);
    trial.hidden = false;
    place.replaceChildren(widget);
    trial.scrollIntoView({ block: "nearest" });
  });
})();
