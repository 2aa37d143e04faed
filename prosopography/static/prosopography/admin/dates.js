"use strict";
// Says, while a date is typed, how it would be read, and offers to fill in the EDTF. It never fills
// anything in by itself.
{
  const WAIT = 300; // milliseconds after the last key

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    made.textContent = text;
    return made;
  };

  // A place below the line of the form that holds a field, read out when it changes.
  const placeBelow = (field) => {
    const place = element("div", "date-answer", "");
    place.setAttribute("role", "status");
    field.closest(".form-row").append(place);
    return place;
  };

  class DateFields {
    constructor() {
      this.text = document.getElementById("id_date_text");
      this.edtf = document.getElementById("id_edtf");
      this.calendar = document.getElementById("id_calendar");
      this.readings = placeBelow(this.text);
      this.meaning = placeBelow(this.edtf);
      this.asked = 0;
      for (const field of [this.text, this.edtf]) {
        field.addEventListener("input", () => this.later());
      }
      this.calendar.addEventListener("change", () => this.ask());
      for (const name of ["id_kind", "id_role"]) {
        const field = document.getElementById(name);
        if (field) {
          django.jQuery(field).on("change", () => this.ask());
        }
      }
      this.ask();
    }

    later() {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ask(), WAIT);
    }

    async ask() {
      const number = ++this.asked;
      const value = (name) => {
        const field = document.getElementById(name);
        return field ? field.value : "";
      };
      const query = new URLSearchParams({
        text: this.text.value,
        edtf: this.edtf.value,
        calendar: this.calendar.value,
        kind: value("id_kind") || this.text.dataset.kind || "",
        role: value("id_role"),
      });
      let answer;
      try {
        const response = await fetch(`${this.text.dataset.reading}?${query}`, {
          headers: { Accept: "application/json" },
        });
        if (!response.ok) {
          return;
        }
        answer = await response.json();
      } catch {
        return; // the server will say the same when the form is sent
      }
      if (number === this.asked) {
        this.tell(answer);
      }
    }

    tell(answer) {
      this.readings.replaceChildren(...this.ofText(answer.text));
      this.meaning.replaceChildren(...this.ofEdtf(answer.edtf));
    }

    ofText(told) {
      if (!told) {
        return [];
      }
      if (told.fault) {
        return [element("p", "date-fault", told.fault)];
      }
      const isChosen = (reading) =>
        reading.edtf === this.edtf.value.trim() && reading.calendar === this.calendar.value;
      if (told.readings.some(isChosen)) {
        return [];
      }
      return told.readings.map((reading) => this.offer(reading));
    }

    offer(reading) {
      const offer = element("p", "", "");
      const button = element("button", "", `Use ${reading.edtf}`);
      button.type = "button";
      button.addEventListener("click", () => {
        this.edtf.value = reading.edtf;
        this.calendar.value = reading.calendar;
        this.edtf.focus();
        this.ask();
      });
      offer.append(button, element("span", "date-words", reading.described));
      offer.append(` ${reading.explanation}`);
      return offer;
    }

    ofEdtf(told) {
      if (!told) {
        return [];
      }
      if (told.fault) {
        return [element("p", "date-fault", told.fault)];
      }
      return [element("p", "date-words", told.described), element("p", "", told.meaning)];
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const text = document.getElementById("id_date_text");
    if (text && text.dataset.reading) {
      new DateFields();
    }
  });
}
