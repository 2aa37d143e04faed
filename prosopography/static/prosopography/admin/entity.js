"use strict";
// A new person's sort label follows from the label ("Ivar Smilga" gives "Smilga, Ivar"), a new
// body's, event's or place's is the label, until the editor writes another.
{
  const sorted = (label, isPerson) => {
    const words = label.trim().split(/\s+/);
    if (!isPerson || words.length < 2) {
      return label.trim();
    }
    const last = words.pop();
    return `${last}, ${words.join(" ")}`;
  };

  document.addEventListener("DOMContentLoaded", () => {
    const label = document.getElementById("id_label");
    const sortLabel = document.getElementById("id_sort_label");
    if (!label || !sortLabel || sortLabel.value) {
      return;
    }
    const isPerson = document.body.classList.contains("model-person");
    let isOwn = false;
    sortLabel.addEventListener("input", () => { isOwn = sortLabel.value !== ""; });
    label.addEventListener("input", () => {
      if (!isOwn) {
        sortLabel.value = sorted(label.value, isPerson);
      }
    });
  });
}
