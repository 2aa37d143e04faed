"use strict";
// The form of a new claim shows the fields of the kind that is chosen, at once. Without this script
// the form comes back from the server with them.
{
  const $ = django.jQuery;
  const COLUMNS = [
    "person", "related_person", "role", "organisation", "event", "place", "value",
  ];

  const rowOf = (column) => document.querySelector(`.form-row.field-${column}`);

  // Another kind has other roles: what was chosen goes, and the field asks for those that suit.
  const askForRoles = (joins) => {
    const select = document.getElementById("id_role");
    const url = new URL(select.dataset["ajax-Url"], window.location.href);
    if (url.searchParams.get("joins") === joins) {
      return;
    }
    url.searchParams.set("joins", joins);
    select.setAttribute("data-ajax--url", url.pathname + url.search);
    select.replaceChildren(new Option("", ""));
    if ($(select).hasClass("select2-hidden-accessible")) {
      $(select).select2("destroy");
    }
    $(select).removeData(); // jQuery has kept the old address
    $(select).djangoAdminSelect2();
  };

  const say = (row, column, words) => {
    const label = row.querySelector("label");
    label.textContent = `${words.label}:`;
    label.classList.toggle("required", words.needed);
    const help = row.querySelector(".help");
    if (help) {
      help.classList.remove("hidden");
      help.firstElementChild.textContent = words.help;
    }
    const field = document.getElementById(`id_${column}`);
    if (column === "value") {
      field.placeholder = words.placeholder;
      return;
    }
    field.dataset.placeholder = words.placeholder;
    const shown = row.querySelector(".select2-selection__placeholder");
    if (shown) {
      shown.textContent = words.placeholder;
    }
  };

  const show = (kind) => {
    for (const column of COLUMNS) {
      const row = rowOf(column);
      const words = kind.columns[column];
      row.classList.toggle("hidden", !words);
      if (words) {
        say(row, column, words);
      }
    }
    if (kind.joins) {
      askForRoles(kind.joins);
    }
    const help = document.getElementById("id_kind_helptext");
    if (help) {
      help.firstElementChild.textContent = kind.help;
    }
    document.dispatchEvent(new Event("desk:fields"));
  };

  document.addEventListener("DOMContentLoaded", () => {
    const chooser = document.getElementById("id_kind");
    if (!chooser || !chooser.dataset.kinds) {
      return;
    }
    const kinds = JSON.parse(chooser.dataset.kinds);
    chooser.addEventListener("change", () => {
      if (kinds[chooser.value]) {
        show(kinds[chooser.value]);
      }
    });
  });
}
