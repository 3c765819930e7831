// The field of the search, its results, and what they are narrowed down to; it stands behind find.js in one file.
"use strict";
window.prmFind.Search = (() => {
  const FEW = 6, MANY = 200; // of a kind: shown at first, and when asked for all
  const counted = (word, n) => word.replace("{}", n);

  class Search {
    constructor({ form, field, status, words, base, make, data }) {
      Object.assign(this, { form, field, status, words, base, make });
      this.index = new window.prmFind.Index(data);
      this.index.find("s 1.1", null, FEW, MANY); // the first search of all is slow, so it is nobody's
      this.list = make("div", { role: "listbox", id: "prm:results", "aria-label": words.results });
      this.note = make("p", { class: "note", "aria-hidden": "true" });
      this.chosen = {};
      this.narrowing = make("div", { class: "narrow" });
      for (const [key, name] of [["in", words.where], ["kind", words.kind], ["level", words.level]])
        this.addChoice(key, name);
      this.addWayOut();
      this.panel = make("div", { class: "hits", hidden: "" }, this.note, this.narrowing, this.list);
      form.append(this.panel);
      const attributes = {
        role: "combobox", "aria-expanded": "false", "aria-controls": "prm:results", "aria-autocomplete": "list",
        autocomplete: "off",
      };
      for (const key of Object.keys(attributes))
        this.field.setAttribute(key, attributes[key]);
      this.open = null;
      this.active = null;
      this.listen();
      if (document.activeElement === field) {
        this.show();
        this.keepAddress();
      }
    }

    // What results can be narrowed down to: a choice of those that have any.
    addChoice(key, name) {
      const select = this.make("select", { "aria-label": name, hidden: "", "data-key": key });
      this.chosen[key] = new URLSearchParams(location.search).get(key) || "";
      select.addEventListener("change", () => {
        this.chosen[key] = select.value;
        this.open = null;
        this.show();
        this.keepAddress();
      });
      this.narrowing.append(select);
    }

    // Where a choice leaves nothing, a button takes all of them back.
    addWayOut() {
      this.wayOut = this.make("button", { type: "button", hidden: "" });
      this.wayOut.addEventListener("click", () => {
        this.chosen = { in: "", kind: "", level: "" };
        this.field.focus();
        this.show();
        this.keepAddress();
      });
      this.narrowing.append(this.wayOut);
    }

    // [value, name, number] of what can be chosen; kinds that are called alike are one.
    choicesOf(key, counts) {
      const { index, chosen } = this, rows = new Map();
      const table = { in: index.within, kind: index.kinds, level: index.levels }[key];
      table.forEach((row, i) => {
        const [value, name] = { in: [row, row], kind: [row[4], row[1]], level: [row[1], row[0]] }[key];
        if (value.trim() && (counts[i] || value === chosen[key])) {
          const before = rows.get(value);
          rows.set(value, [value, name, counts[i] + (before ? before[2] : 0)]);
        }
      });
      return Array.from(rows.values());
    }

    // The choices stay as they are while nothing changes, as somebody may be in one.
    showChoices(counts) {
      const { make, words, chosen } = this, all = { in: words.everywhere, kind: words.allKinds, level: words.allLevels };
      for (const select of this.narrowing.querySelectorAll("select")) {
        const key = select.dataset.key, choices = this.choicesOf(key, counts[key]), said = JSON.stringify(choices);
        if (select.said !== said) {
          select.replaceChildren(make("option", { value: "" }, all[key]),
            ...choices.map(([value, name, n]) => make("option", { value }, `${name} (${n})`)));
          select.said = said;
        }
        select.value = chosen[key];
        select.hidden = choices.length < 2 && !chosen[key];
      }
    }

    listen() {
      this.field.addEventListener("focus", () => this.show());
      this.field.addEventListener("input", () => {
        this.open = null;
        this.show();
        this.keepAddress();
      });
      this.field.addEventListener("keydown", (event) => this.key(event));
      this.narrowing.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
          this.field.focus();
          this.close();
        }
      });
      this.form.addEventListener("submit", (event) => {
        if (this.active)
          event.preventDefault();
      });
      this.form.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !this.form.contains(event.relatedTarget))
          this.close();
      });
      window.addEventListener("resize", () => this.panel.hidden || this.place());
      document.addEventListener("mousedown", (event) => {
        if (!this.form.contains(event.target))
          this.close();
      });
    }

    // The results begin where the field does; where they would not fit, as much further to its other side as they must.
    place() {
      const { panel } = this, room = document.documentElement.clientWidth - 8;
      panel.style.insetInlineStart = "";
      const box = panel.getBoundingClientRect(), rightToLeft = getComputedStyle(panel).direction === "rtl";
      const beyond = rightToLeft ? 8 - box.left : box.right - room;
      if (beyond > 0)
        panel.style.insetInlineStart = `${-beyond}px`;
    }

    show() {
      const { words, index } = this, text = this.field.value;
      if (!text.trim()) {
        this.status.textContent = "";
        this.close();
        return;
      }
      const { all, total, counts, groups } = index.find(text, this.open, FEW, MANY, this.chosen);
      this.status.textContent = this.note.textContent = total ? counted(words.found, total)
        : all ? counted(words.noneChosen, all) : words.none;
      this.showChoices(counts);
      this.wayOut.hidden = total > 0 || !all;
      this.wayOut.textContent = `${words.everywhere} (${all})`;
      this.list.replaceChildren(...groups.map((group, i) => this.group(group, i)));
      this.list.hidden = !total;
      this.panel.hidden = false;
      this.place();
      this.field.setAttribute("aria-expanded", String(total > 0));
      this.choose(this.list.querySelector("[role=option]"));
    }

    group(group, number) {
      const { make, words, index } = this, id = "prm:group-" + number, kind = index.kinds[group.kind];
      const box = make("div", { role: "group", "aria-labelledby": id },
        make("div", { class: "kind", id }, kind[1], " ", make("span", {}, String(group.n))),
        ...group.entries.map((entry) => this.option(entry)));
      if (group.n > group.entries.length && group.entries.length < MANY) {
        const more = make("div", { role: "option", class: "more", id: id + "-more", "aria-selected": "false" },
          counted(words.more, group.n));
        more.addEventListener("click", () => {
          this.open = group.kind;
          const last = group.entries[group.entries.length - 1];
          this.show();
          this.choose(document.getElementById("prm:entry-" + last));
        });
        box.append(more);
      }
      return box;
    }

    option(i) {
      const { make, index } = this, title = index.titles[i], path = index.paths[i], kind = index.kinds[index.kind[i]];
      const state = index.states[index.state[i]], inside = index.in[i] ? index.within[index.in[i]] : "";
      const name = title ? make("bdi", { lang: index.languages[index.language[i]] }, title) : make("bdi", {}, kind[0]);
      const option = make("a", {
        role: "option", id: "prm:entry-" + i, href: this.base + index.address(i), tabindex: "-1", "aria-selected": "false",
      }, make("span", { class: "name" }, name));
      const badges = make("span", { class: "badges" }, make("bdi", { class: "place" }, inside ? inside + " " + path : path));
      if (index.former.has(i))
        badges.append(" ", make("span", { class: "was" }, this.words.was, " ", make("bdi", {}, index.former.get(i))));
      if (kind[2])
        badges.append(" ", make("span", { class: "badge " + kind[3] }, kind[2]));
      if (state[0])
        badges.append(" ", make("span", { class: "badge " + state[1] }, state[0]));
      option.append(" ", badges);
      option.addEventListener("click", (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey)
          this.close();
      });
      return option;
    }

    choose(option) {
      if (this.active)
        this.active.setAttribute("aria-selected", "false");
      this.active = option;
      if (!option) {
        this.field.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    }

    close() {
      this.panel.hidden = true;
      this.field.setAttribute("aria-expanded", "false");
      this.choose(null);
    }

    move(step) {
      if (this.panel.hidden) {
        this.show();
        return;
      }
      const options = Array.from(this.list.querySelectorAll("[role=option]"));
      const at = options.indexOf(this.active) + step;
      if (options.length)
        this.choose(options[(at + options.length) % options.length]);
    }

    key(event) {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
        return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        this.move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && this.active && !this.panel.hidden) {
        this.active.click();
      } else if (event.key === "Escape") {
        if (this.panel.hidden)
          this.field.value = "";
        this.close();
        this.keepAddress();
      } else {
        return;
      }
      event.preventDefault();
    }

    // The address says what is looked for and where, so that it can be sent, and the way back leads to it.
    keepAddress() {
      const address = new URL(location.href), text = this.field.value.trim(), said = { q: text, ...this.chosen };
      for (const key of Object.keys(said))
        if (text && said[key])
          address.searchParams.set(key, said[key]);
        else
          address.searchParams.delete(key);
      try {
        history.replaceState(history.state, "", address.href);
      } catch (error) {
        return; // from disk some browsers keep the address as it is
      }
    }
  }

  return Search;
})();
