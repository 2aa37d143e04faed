"use strict";
// Names for assistive technology, where Django's admin leaves a field without: the search box, and
// the fields that are found by typing.
{
  const nameOf = (select) => {
    const label = select.labels && select.labels[0];
    return select.getAttribute("aria-label") || (label ? label.textContent.replace(/:\s*$/, "").trim() : "");
  };

  const nameFields = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const shown = select.nextElementSibling?.querySelector(".select2-selection__rendered");
      const name = nameOf(select);
      if (shown && name) {
        shown.setAttribute("aria-label", name);
      }
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("searchbar")?.setAttribute("aria-label", "Search");
    // Django makes these fields when the page is ready, and again for each row that is added.
    window.setTimeout(() => nameFields(document));
    document.addEventListener("formset:added", (event) => {
      window.setTimeout(() => nameFields(event.target));
    });
    document.addEventListener("desk:fields", () => nameFields(document));
  });
}
