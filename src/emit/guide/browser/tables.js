// What is put above a long table: rows are hidden by a text, sorted by a head, columns chosen. The address keeps all of it,
// so that a view can be sent. guide.js makes the field and loads this file when somebody comes near one.
"use strict";
window.prmTables = (() => {
  const fold = (text) => text.normalize("NFC").toLowerCase().replace(/[\u093c\u200c\u200d\u00ad]/g, "");
  const said = (word, ...values) => values.reduce((text, value) => text.replace("{}", () => value), word);
  const textOf = (cell) => (cell ? cell.textContent.trim().replace(/\s+/g, " ") : "");

  class Sieve {
    constructor({ table, bar, field, status }, { words, make }) {
      Object.assign(this, { table, bar, field, status, words, make });
      this.body = table.tBodies[0];
      this.rows = Array.from(this.body.rows);
      this.heads = Array.from(table.tHead.rows[0].cells);
      this.number = table.caption.id.replace(/.*-/, "");
      this.order = new Intl.Collator(document.documentElement.lang, { numeric: true });
      this.texts = null; // of the rows, folded
      this.boxes = new Map(); // column -> its check box
      this.by = 0; // the column by which rows are sorted, counted from 1; below 0: descending
      this.addHeads();
      this.addColumns();
      this.all = make("button", { type: "button", hidden: "" }, words.showAll);
      this.all.addEventListener("click", () => this.reset());
      bar.append(this.all);
      field.addEventListener("input", () => this.changed());
      addEventListener("hashchange", () => this.showTarget());
      this.readAddress();
      this.show();
      this.showTarget();
    }

    // ---- Sorting: a button in each head of texts that differ, and a choice where there is no room for heads ----

    sortable(column) {
      const head = this.heads[column], cell = this.rows[0].cells[column], first = textOf(cell);
      return textOf(head) && !head.querySelector("a") && !(cell && cell.querySelector(".tiles")) &&
        this.rows.some((row) => textOf(row.cells[column]) !== first);
    }

    addHeads() {
      const { make, words } = this, columns = this.heads.map((_, i) => i).filter((i) => this.sortable(i));
      this.choice = make("select", {}, make("option", { value: "0" }, words.asItWas));
      for (const column of columns) {
        const head = this.heads[column], name = textOf(head), button = make("button", { type: "button" });
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const first = head.classList.contains("number") ? -column - 1 : column + 1; // most is best
          this.sort(this.by === first ? -first : this.by === -first ? 0 : first);
          this.changed();
        });
        for (const [value, word] of [[column + 1, words.up], [-column - 1, words.down]])
          this.choice.append(make("option", { value }, said(word, name)));
      }
      this.choice.addEventListener("change", () => {
        this.sort(Number(this.choice.value));
        this.changed();
      });
      if (columns.length)
        this.bar.append(make("label", { class: "order" }, words.sortBy, " ", this.choice));
      const narrow = matchMedia("(max-width: 40rem)");
      narrow.addEventListener("change", () => this.leadToHeads());
      this.leadToHeads();
    }

    // Where rows are shown as cards their heads are not to be seen, and no key leads there.
    leadToHeads() {
      const unseen = getComputedStyle(this.table.tHead).clipPath !== "none";
      for (const button of this.table.tHead.querySelectorAll("button"))
        button.tabIndex = unseen ? -1 : 0;
    }

    // What is empty stands last, whichever way the rest goes.
    sort(by) {
      const column = Math.abs(by) - 1, keys = new Map(this.rows.map((row, i) => [row, [textOf(row.cells[column]), i]]));
      const compare = (a, b) => {
        const [one, i] = keys.get(a), [other, k] = keys.get(b);
        if (!one || !other || one === other)
          return !one - !other || i - k;
        return Math.sign(by) * this.order.compare(one, other) || i - k;
      };
      this.by = by;
      this.body.append(...(by ? this.rows.slice().sort(compare) : this.rows));
      this.heads.forEach((head, i) => {
        if (by && i === column)
          head.setAttribute("aria-sort", by > 0 ? "ascending" : "descending");
        else
          head.removeAttribute("aria-sort");
      });
      this.choice.value = String(by);
    }

    // ---- Columns: all but the first can be left out; of a matrix also those that nothing shown is mapped to ----

    addColumns() {
      const { make, words, heads } = this, list = make("ul", {});
      const add = (name) => {
        const box = make("input", { type: "checkbox" });
        box.checked = true;
        box.addEventListener("change", () => this.changed());
        list.append(make("li", {}, make("label", {}, box, " ", name)));
        return box;
      };
      if (this.table.classList.contains("matrix")) {
        this.inUse = add(words.inUse);
        this.inUse.checked = false;
      }
      for (let i = 1; i < heads.length; i++)
        if (textOf(heads[i]))
          this.boxes.set(i, add(textOf(heads[i])));
      const menu = make("details", { class: "menu" }, make("summary", {}, words.columns), list);
      menu.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
          menu.open = false;
          menu.firstChild.focus();
        }
      });
      menu.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !menu.contains(event.relatedTarget))
          menu.open = false;
      });
      if (this.boxes.size > 1)
        this.bar.append(menu);
    }

    showColumns() {
      const hidden = this.heads.map((_, i) => this.boxes.has(i) && !this.boxes.get(i).checked);
      if (this.inUse && this.inUse.checked)
        for (const i of this.boxes.keys())
          hidden[i] = hidden[i] || !this.rows.some((row) => !row.hidden && row.cells[i] && row.cells[i].dataset.to);
      const left = hidden.filter((is) => !is).length;
      for (const row of [this.heads[0].parentNode, ...this.rows])
        Array.from(row.cells).forEach((cell, i) => {
          if (cell.hasAttribute("colspan"))
            cell.colSpan = Math.max(left - 1, 1);
          else if (cell.hidden !== hidden[i])
            cell.hidden = hidden[i];
        });
    }

    // ---- Rows ----

    // What a mark in a matrix leads to counts as text.
    textsOfRows() {
      const ofCell = (cell) => (cell.dataset.to ? cell.dataset.to + " " : "") + cell.textContent;
      this.texts = this.texts || this.rows.map((row) => fold(Array.from(row.cells, ofCell).join(" ")));
      return this.texts;
    }

    // Every word has to be there; one with `-` in front must not.
    showRows() {
      const wanted = fold(this.field.value).split(/\s+/).filter((word) => word && word !== "-");
      const holds = (text, word) => (word[0] === "-" ? !text.includes(word.slice(1)) : text.includes(word));
      const texts = wanted.length ? this.textsOfRows() : null;
      let n = 0;
      this.rows.forEach((row, i) => {
        row.hidden = !wanted.every((word) => holds(texts[i], word));
        n += row.hidden ? 0 : 1;
      });
      return wanted.length ? said(this.words.ofRows, n, this.rows.length) : "";
    }

    // A row that a link leads to is shown whatever is looked for.
    showTarget() {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const row = target && target.closest("tr");
      if (row && row.hidden && this.body.contains(row)) {
        this.field.value = "";
        this.changed();
        target.scrollIntoView();
      }
    }

    // ---- All of it ----

    show() {
      const { words, by } = this, rows = this.showRows(), head = this.heads[Math.abs(by) - 1];
      this.showColumns();
      const order = by ? said(by > 0 ? words.up : words.down, textOf(head)) : "";
      this.status.textContent = [rows, order].filter(Boolean).join("; ");
      this.all.hidden = !this.state().some(([, value]) => value);
    }

    changed() {
      this.show();
      this.keepAddress();
    }

    reset() {
      this.field.value = "";
      for (const box of this.boxes.values())
        box.checked = true;
      if (this.inUse)
        this.inUse.checked = false;
      this.sort(0);
      this.changed();
      this.field.focus();
    }

    // What the address says of this table: rows-1=..., sort-1=2, hide-1=3,4.
    state() {
      const hidden = Array.from(this.boxes.keys()).filter((i) => !this.boxes.get(i).checked).map((i) => i + 1);
      if (this.inUse && this.inUse.checked)
        hidden.unshift("unused");
      return [["rows", this.field.value.trim()], ["sort", this.by ? String(this.by) : ""], ["hide", hidden.join(",")]];
    }

    keepAddress() {
      const address = new URL(location.href);
      for (const [key, value] of this.state())
        if (value)
          address.searchParams.set(`${key}-${this.number}`, value);
        else
          address.searchParams.delete(`${key}-${this.number}`);
      try {
        history.replaceState(history.state, "", address.href);
      } catch (error) {
        return; // from disk some browsers keep the address as it is
      }
    }

    readAddress() {
      const asked = new URLSearchParams(location.search), value = (key) => asked.get(`${key}-${this.number}`) || "";
      const by = Number(value("sort"));
      this.field.value = this.field.value || value("rows");
      if (this.choice.querySelector(`option[value="${by}"]`))
        this.sort(by);
      for (const hidden of value("hide").split(","))
        if (hidden === "unused" && this.inUse)
          this.inUse.checked = true;
        else if (this.boxes.has(Number(hidden) - 1))
          this.boxes.get(Number(hidden) - 1).checked = false;
    }
  }

  return { Sieve };
})();
