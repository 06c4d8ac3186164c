// Every page: menus that open, and lists and searches that answer while one types.
import "@tabler/core";
import htmx from "htmx.org";
import "./hansa.css";
import "./deciding.css";
import "./lists.css";
import "./check.css";
import "./report.css";

// The Content-Security-Policy allows neither made-up scripts nor inline styles.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0;

// The whole row of a list leads to its record: its link alone is small for a finger.
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-href]");
  if (row && !event.target.closest("a, button, input, label") && !window.getSelection().toString()) {
    window.location.assign(row.dataset.href);
  }
});

// A select that changes what is shown sends its form at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  // One box ticks all boxes of a name.
  const ticked = event.target.dataset.ticks;
  if (ticked) document.getElementsByName(ticked).forEach((box) => (box.checked = event.target.checked));
});
