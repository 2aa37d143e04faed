"use strict";
// What the pages do beyond links and forms: the search answers while one types, menus close by
// themselves, terms are explained where they stand, names are offered in forms, a date says how it
// is understood, references are copied, and a day slides along an axis. Without this script every page
// does the same with another page, or by hand.
{
  const WAIT = 250; // milliseconds after the last key
  const SEPARATOR = /[;\n]/;

  const element = (tag, className, text = "") => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const later = (act) => {
    let timer = 0;
    return () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(act, WAIT);
    };
  };

  const answer = async (address) => {
    try {
      const response = await fetch(address);
      return response.ok ? await response.json() : {};
    } catch {
      return {}; // the form works without it
    }
  };

  // A field for names, with a list below it out of which arrow keys and Enter choose.
  class Names {
    constructor(field) {
      this.field = field;
      this.asked = 0;
      this.at = -1;
      this.list = element("ul", "offers");
      this.list.id = `${field.id}-offers`;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", field.labels[0].textContent);
      this.list.hidden = true;
      field.after(this.list);
      field.setAttribute("aria-autocomplete", "list");
      field.setAttribute("aria-controls", this.list.id);
      this.isBox = field.tagName === "INPUT"; // a field of several lines is none
      if (this.isBox) {
        field.setAttribute("role", "combobox");
        field.setAttribute("aria-expanded", "false");
      }
      field.addEventListener("input", later(() => this.ask()));
      field.addEventListener("keydown", (event) => this.press(event));
      field.addEventListener("blur", () => this.close());
    }

    // Where the name begins and ends in which the cursor stands: a field may hold several.
    span() {
      const { value, selectionStart } = this.field;
      if ("one" in this.field.dataset) {
        return [0, value.length];
      }
      const before = value.slice(0, selectionStart).split(SEPARATOR).pop().length;
      const after = value.slice(selectionStart).split(SEPARATOR)[0].length;
      return [selectionStart - before, selectionStart + after];
    }

    async ask() {
      const number = ++this.asked;
      const text = this.field.value.slice(...this.span()).trim();
      const query = new URLSearchParams({ text: text.slice(0, 200) });
      const found = text.length > 1 ? await answer(`${this.field.dataset.names}&${query}`) : {};
      if (number === this.asked && document.activeElement === this.field) {
        this.show(found.names || []);
      }
    }

    show(names) {
      this.at = -1;
      this.list.replaceChildren(...names.map((name, number) => {
        const option = element("li", "offer", name.label);
        option.id = `${this.list.id}-${number}`;
        option.dataset.written = name.written;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        if (name.why) {
          option.append(" ", element("span", "match", name.why));
        }
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this.take(option);
        });
        return option;
      }));
      this.list.hidden = names.length === 0;
      if (this.isBox) {
        this.field.setAttribute("aria-expanded", String(names.length > 0));
      }
      this.field.removeAttribute("aria-activedescendant");
    }

    close() {
      this.asked += 1;
      this.show([]);
    }

    press(event) {
      const options = [...this.list.children];
      if (options.length === 0) {
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.move(options, (this.at + step + options.length + (this.at < 0 && step < 0)) % options.length);
      } else if (event.key === "Enter" && this.at >= 0) {
        event.preventDefault();
        this.take(options[this.at]);
      } else if (event.key === "Escape") {
        event.preventDefault();
        this.close();
      }
    }

    move(options, at) {
      this.at = at;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      this.field.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    }

    take(option) {
      const [first, last] = this.span();
      const space = this.field.value[first] === " " ? " " : "";
      const name = space + option.dataset.written;
      this.field.setRangeText(name, first, last, "end");
      this.close();
    }
  }

  // A field for a date, with how it is understood below it.
  class DateField {
    constructor(field) {
      this.field = field;
      this.asked = 0;
      this.calendar = document.getElementById(`${field.id}_calendar`);
      this.box = field.closest(".field");
      const refused = this.box.querySelector(".field-error"); // said by the form: not said twice
      this.said = refused || element("p", "");
      this.said.classList.add("field-help");
      this.said.setAttribute("role", "status");
      if (!refused) {
        field.after(this.said);
      }
      field.addEventListener("input", later(() => this.ask()));
      this.calendar.addEventListener("change", () => this.ask());
      if (field.value && !refused) {
        this.ask();
      }
    }

    async ask() {
      const number = ++this.asked;
      const date = this.field.value.trim().slice(0, 200);
      const query = new URLSearchParams({ date, calendar: this.calendar.value });
      const found = date ? await answer(`${this.field.dataset.date}?${query}`) : {};
      if (number === this.asked) {
        this.said.textContent = found.understood || found.fault || "";
        const isWrong = Boolean(found.fault);
        this.said.classList.toggle("field-error", isWrong);
        this.box.classList.toggle("is-wrong", isWrong);
        this.field.setAttribute("aria-invalid", String(isWrong));
      }
    }
  }

  // The search box: htmx brings the hits (their list is a listbox), arrow keys choose among them.
  class Search {
    constructor(field) {
      this.field = field;
      this.form = field.form;
      this.box = document.getElementById(field.dataset.hits);
      this.said = document.getElementById(`${field.dataset.hits}-said`);
      this.at = -1;
      field.setAttribute("role", "combobox");
      field.setAttribute("aria-autocomplete", "list");
      field.setAttribute("aria-expanded", "false");
      field.addEventListener("keydown", (event) => this.press(event));
      field.addEventListener("input", () => this.isLong() || this.close());
      field.addEventListener("htmx:beforeRequest", (event) => {
        if (!this.isLong()) {
          event.preventDefault();
        }
      });
      this.box.addEventListener("htmx:afterSwap", () => this.open());
      this.form.addEventListener("focusout", (event) => {
        if (!this.form.contains(event.relatedTarget)) {
          this.close();
        }
      });
      this.form.addEventListener("submit", () => this.close());
    }

    isLong() {
      return this.field.value.trim().length > 1;
    }

    options() {
      return this.box.hidden ? [] : [...this.box.querySelectorAll('[role="option"]')];
    }

    open() {
      this.at = -1;
      this.field.removeAttribute("aria-activedescendant");
      if (!this.isLong() || document.activeElement !== this.field) {
        this.close();
        return;
      }
      this.box.hidden = false;
      const list = this.box.querySelector('[role="listbox"]');
      this.field.setAttribute("aria-expanded", String(list !== null));
      if (list) {
        this.field.setAttribute("aria-controls", list.id);
      }
    }

    close() {
      this.box.hidden = true;
      this.said.textContent = "";
      this.at = -1;
      this.field.setAttribute("aria-expanded", "false");
      this.field.removeAttribute("aria-activedescendant");
    }

    press(event) {
      const options = this.options();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape" && !this.box.hidden) {
        event.preventDefault(); // what was typed stays
        this.close();
      } else if (options.length && step) {
        event.preventDefault();
        // One step beyond either end is the field itself, with what was typed.
        this.move(options, ((this.at + 1 + step + options.length + 1) % (options.length + 1)) - 1);
      } else if (options.length && event.key === "Enter" && this.at >= 0) {
        event.preventDefault();
        options[this.at].click();
      }
    }

    move(options, at) {
      this.at = at;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      if (at < 0) {
        this.field.removeAttribute("aria-activedescendant");
      } else {
        this.field.setAttribute("aria-activedescendant", options[at].id);
        options[at].scrollIntoView({ block: "nearest" });
      }
    }
  }

  // A menu in the head of the page: Escape, a click elsewhere and going on with Tab close it.
  const closing = (menu) => {
    const summary = menu.querySelector("summary");
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        summary.focus();
      }
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
        menu.open = false;
      }
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  };

  // The explanation of a term, as the glossary has it, in a box beside the word.
  const pages = new Map(); // the glossary is asked for once

  const glossary = async (address) => {
    if (!pages.has(address)) {
      const response = await fetch(address);
      if (!response.ok) {
        throw new Error(response.statusText);
      }
      pages.set(address, new DOMParser().parseFromString(await response.text(), "text/html"));
    }
    return pages.get(address);
  };

  const explain = async (link) => {
    const page = await glossary(link.pathname);
    const entry = page.getElementById(link.hash.slice(1));
    const box = element("span", "term-box");
    const more = element("a", "", entry.closest("dl").dataset.more);
    more.href = link.href;
    box.popover = "auto";
    box.setAttribute("role", "note");
    box.append(
      element("strong", "", entry.querySelector("dfn").textContent),
      element("span", "", entry.querySelector("p").textContent),
      more,
    );
    link.after(box); // so that Tab goes on into it
    link.setAttribute("aria-expanded", "true");
    box.addEventListener("toggle", (event) => {
      if (event.newState === "closed") {
        link.setAttribute("aria-expanded", "false");
        box.remove();
      }
    });
    box.showPopover();
    const word = link.getBoundingClientRect();
    const most = document.documentElement.clientWidth - box.offsetWidth - 8;
    const below = word.bottom + box.offsetHeight + 8 < window.innerHeight;
    const top = below ? word.bottom + 6 : Math.max(8, word.top - box.offsetHeight - 6);
    box.style.left = `${Math.max(8, Math.min(word.left, most)) + window.scrollX}px`;
    box.style.top = `${top + window.scrollY}px`;
    box.tabIndex = -1;
    box.focus({ preventScroll: true }); // it is read out, and Escape goes back to the word
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.term");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || !("popover" in HTMLElement.prototype)) {
      return;
    }
    event.preventDefault();
    try {
      await explain(link);
    } catch {
      window.location.assign(link.href); // the glossary says it too
    }
  });

  // A reference is copied at a press, where the browser lets a page write to the clipboard; if it does
  // not after all, the reference is marked, so that the keys copy it.
  const copying = (part) => {
    const button = part.querySelector(".copy button");
    const said = part.querySelector(".copy [role=status]");
    const from = part.querySelector("textarea, .citation-text");
    const text = () => (from.value ?? from.textContent).trim();
    const marked = () => (from.select ? from.select() : getSelection().selectAllChildren(from));
    button.addEventListener("click", async () => {
      said.textContent = ""; // so that it is said again
      try {
        await navigator.clipboard.writeText(text());
        said.textContent = said.dataset.copied;
      } catch {
        marked();
      }
    });
    button.hidden = false;
  };

  // What the address names is shown, also by browsers that do not unfold for it by themselves.
  const unfold = () => {
    const named = document.getElementById(window.location.hash.slice(1));
    const folded = named?.closest("details:not([open])");
    if (folded) {
      folded.open = true;
      named.scrollIntoView();
    }
  };

  window.addEventListener("hashchange", unfold);
  unfold();
  document.querySelectorAll("[data-hits]").forEach((field) => new Search(field));
  document.querySelectorAll(".nav-group").forEach(closing);
  document.querySelectorAll("[data-names]").forEach((field) => new Names(field));
  document.querySelectorAll("[data-date]").forEach((field) => new DateField(field));
  if (navigator.clipboard) {
    document.querySelectorAll("[data-copy]").forEach(copying);
  }
}

// A day on the axis: the line follows the slider, and the list below is asked for anew. Without this
// script the form sends the day, and the page comes back with it.
(() => {
  const form = document.querySelector("form[data-axis]");
  const line = document.getElementById("axis-line");
  const list = document.getElementById("axis-day");
  const said = document.getElementById("axis-said");
  const field = document.getElementById("axis-day-field");
  const slide = document.getElementById("axis-slide-field");
  if (!form || !line || !list || !field || !slide) return;

  const UNIX = 2440588; // the Julian Day Number of 1 January 1970
  const LENGTH = 86400000;
  const WAIT = 150;
  const first = Number(form.dataset.first);
  const last = Number(form.dataset.last);
  const left = Number(form.dataset.left);
  const right = Number(form.dataset.right);
  const words = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  let waiting = 0;
  let asking = null;

  // As EDTF has it: four digits of a year, with a sign before the year 0; empty beyond them.
  const written = (number) => {
    const text = new Date((number - UNIX) * LENGTH).toISOString().slice(0, -14);
    const [, sign, year, rest] = /^([+-]?)0*(\d+)(-\d\d-\d\d)$/.exec(text);
    if (year.length > 4) return "";
    return (sign === "-" ? "-" : "") + year.padStart(4, "0") + rest;
  };

  // The number of a day as it is written; NaN for what is none.
  const read = (text) => {
    const found = /^(-?)(\d{4}-\d\d-\d\d)$/.exec(text.trim());
    if (!found) return NaN;
    const full = found[1] ? `-00${found[2]}` : found[2];
    return Math.round(Date.parse(`${full}T00:00:00Z`) / LENGTH) + UNIX;
  };

  const move = (number) => {
    const inside = number >= first && number <= last;
    const place = left + ((right - left) * (number + 0.5 - first)) / (last + 1 - first);
    for (const end of ["x1", "x2"]) line.setAttribute(end, inside ? `${place.toFixed(2)}%` : "-5%");
    slide.setAttribute("aria-valuetext", words.format(new Date((number - UNIX) * LENGTH)));
  };

  const ask = async (day) => {
    asking?.abort();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ day });
      const answer = await fetch(`${form.dataset.axis}?${query}`, { signal: asking.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector(".axis-day");
      if (!found) return;
      list.replaceChildren(document.importNode(found, true));
      said.textContent = [found.dataset.dayWords]
        .concat([...found.querySelectorAll("h4")].map((each) => each.textContent.trim()))
        .join(", ");
      const here = new URL(location.href);
      here.searchParams.set("day", day);
      history.replaceState(history.state, "", here);
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    }
  };

  const show = (number) => {
    const day = written(number);
    if (!day) return;
    move(number);
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(day), WAIT);
  };

  slide.addEventListener("input", () => {
    field.value = written(Number(slide.value));
    show(Number(slide.value));
  });
  field.addEventListener("change", () => {
    const number = read(field.value);
    if (Number.isNaN(number)) return;
    slide.value = String(number);
    show(number);
  });
  form.addEventListener("submit", (event) => {
    const number = read(field.value);
    if (Number.isNaN(number)) return; // what cannot be read, the page refuses in words
    event.preventDefault();
    slide.value = String(number);
    show(number);
  });
  form.querySelector(".axis-slide").hidden = false;
  move(Number(slide.value));
})();
