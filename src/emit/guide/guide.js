// The script of the practice guide: search, colours, keys. Pages are whole without it; what needs it, it puts there
// itself. It works from disk as from a server: nothing is fetched but the index, which is a classic script. Texts get
// into the page as text alone. In front of this file stand its words, `prmWords`, and the name of the index; find.js is
// loaded with the index, when somebody searches.
"use strict";
(() => {
  const words = window.prmWords;
  const base = document.currentScript.src.replace(/[^/]*$/, "");

  // ---- Help for all parts ----

  // An element with attributes; children are elements and texts.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const key of Object.keys(attributes || {}))
      element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  }

  // What a browser remembers; from disk and in private windows it may refuse to.
  function remembered(key) {
    try {
      return localStorage.getItem("prm-" + key);
    } catch (error) {
      return null;
    }
  }

  function remember(key, value) {
    try {
      localStorage.setItem("prm-" + key, value);
    } catch (error) {
      return;
    }
  }

  const counted = (word, n) => word.replace("{}", n);

  // ---- The field ----

  const FEW = 6, MANY = 200; // of a kind: shown at first, and when asked for all
  let index = null, loading = null;

  function loadScript(name) {
    return new Promise((done, failed) => {
      const script = make("script", { src: base + name });
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function load() {
    if (!loading)
      loading = Promise.all([loadScript("find.js"), loadScript(window.prmIndex)]).then(() => {
        index = new window.prmFind.Index(window.prmSearch);
        index.find("s 1.1", null, FEW, MANY); // the first search of all is slow, so it is nobody's
      });
    return loading;
  }

  class Search {
    constructor(form) {
      this.form = form;
      this.field = form.querySelector("input");
      this.list = make("div", { role: "listbox", id: "prm:results", "aria-label": words.results });
      this.note = make("p", { class: "note", "aria-hidden": "true" });
      this.panel = make("div", { class: "found", hidden: "" }, this.note, this.list);
      this.status = make("p", { class: "hidden", role: "status" });
      form.append(this.panel, this.status);
      const attributes = {
        role: "combobox", "aria-expanded": "false", "aria-controls": "prm:results", "aria-autocomplete": "list",
        autocomplete: "off",
      };
      for (const key of Object.keys(attributes))
        this.field.setAttribute(key, attributes[key]);
      this.open = null;
      this.active = null;
      this.listen();
    }

    listen() {
      this.field.addEventListener("focus", () => this.start());
      this.field.addEventListener("input", () => {
        this.open = null;
        this.show();
        this.keepAddress();
      });
      this.field.addEventListener("keydown", (event) => this.key(event));
      this.form.addEventListener("submit", (event) => {
        if (index && this.active)
          event.preventDefault();
      });
      this.form.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !this.form.contains(event.relatedTarget))
          this.close();
      });
      document.addEventListener("mousedown", (event) => {
        if (!this.form.contains(event.target))
          this.close();
      });
      const asked = new URLSearchParams(location.search).get("q");
      if (asked) {
        this.field.value = asked;
        this.field.focus({ preventScroll: true });
        this.start();
      }
    }

    // Loads the index and shows what it finds; the field stays usable all the while.
    start() {
      if (index) {
        this.show();
        return;
      }
      if (this.field.value.trim())
        this.say(words.loading);
      load().then(() => this.show(), () => this.say(words.failed));
    }

    say(text) {
      this.status.textContent = this.note.textContent = text;
      this.note.hidden = false;
      this.list.replaceChildren();
      this.panel.hidden = false;
    }

    show() {
      const text = this.field.value;
      if (!index)
        return;
      if (!text.trim()) {
        this.status.textContent = "";
        this.close();
        return;
      }
      const { total, groups } = index.find(text, this.open, FEW, MANY);
      this.status.textContent = this.note.textContent = total ? counted(words.found, total) : words.none;
      this.list.replaceChildren(...groups.map((group, i) => this.group(group, i)));
      this.list.hidden = !total;
      this.panel.hidden = false;
      this.field.setAttribute("aria-expanded", String(total > 0));
      this.choose(this.list.querySelector("[role=option]"));
    }

    group(group, number) {
      const id = "prm:group-" + number, kind = index.kinds[group.kind];
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
      const title = index.titles[i], path = index.paths[i], kind = index.kinds[index.kind[i]];
      const state = index.states[index.state[i]], inside = index.in[i] ? index.within[index.in[i]] : "";
      const name = title ? make("bdi", { lang: index.languages[index.language[i]] }, title) : make("bdi", {}, kind[0]);
      const option = make("a", {
        role: "option", id: "prm:entry-" + i, href: base + index.address(i), tabindex: "-1", "aria-selected": "false",
      }, make("span", { class: "name" }, name));
      const badges = make("span", { class: "badges" }, make("bdi", { class: "place" }, inside ? inside + " " + path : path));
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

    // The address says what is looked for, so that it can be sent, and the way back leads to it.
    keepAddress() {
      const address = new URL(location.href), text = this.field.value.trim();
      if (text)
        address.searchParams.set("q", text);
      else
        address.searchParams.delete("q");
      try {
        history.replaceState(history.state, "", address.href);
      } catch (error) {
        return; // from disk some browsers keep the address as it is
      }
    }
  }

  // ---- Colours ----

  const root = document.documentElement;

  function isDark() {
    const chosen = root.getAttribute("data-colours");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function applyColours() {
    const chosen = remembered("colours");
    if (chosen === "dark" || chosen === "light")
      root.setAttribute("data-colours", chosen);
  }

  // A button that says what it leads to.
  function coloursButton() {
    const button = make("button", { type: "button", class: "colours" });
    const name = () => {
      button.textContent = isDark() ? words.light : words.dark;
      button.title = words.colours;
    };
    button.addEventListener("click", () => {
      const next = isDark() ? "light" : "dark";
      root.setAttribute("data-colours", next);
      remember("colours", next);
      name();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
    name();
    return button;
  }

  // ---- Keys ----

  const inField = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const keysInUse = () => remembered("keys") !== "off";
  let help = null;

  function makeHelp() {
    const rows = [["/", words.keySearch], ["\u2193 \u2191", words.keyMove], ["Enter", words.keyOpen],
      ["Esc", words.keyClose], ["?", words.keyHelp]];
    const list = make("dl", {});
    for (const [key, does] of rows)
      list.append(make("dt", {}, make("kbd", {}, key)), make("dd", {}, does));
    const use = make("input", { type: "checkbox" }), close = make("button", { type: "button" }, words.close);
    use.checked = keysInUse();
    use.addEventListener("change", () => remember("keys", use.checked ? "on" : "off"));
    const dialog = make("dialog", { class: "help", "aria-labelledby": "prm:keys" },
      make("h2", { id: "prm:keys" }, words.keys), list, make("p", {}, make("label", {}, use, " ", words.useKeys)), close);
    close.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
    return dialog;
  }

  function showHelp() {
    help = help || makeHelp();
    if (!help.open)
      help.showModal();
  }

  function listenToKeys(search) {
    document.addEventListener("keydown", (event) => {
      const free = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && !inField(event.target);
      if (!free || event.defaultPrevented || !keysInUse() || (help && help.open))
        return;
      if (event.key === "/" && search) {
        event.preventDefault();
        search.field.focus();
        search.field.select();
      } else if (event.key === "?") {
        event.preventDefault();
        showHelp();
      }
    });
  }

  // ---- Links ----

  // The switch of languages leads to the same place of the page.
  function keepPlaces() {
    for (const link of document.querySelectorAll(".languages a"))
      link.addEventListener("click", () => { link.hash = location.hash; });
  }

  // The link of a heading to itself is copied when it is followed.
  function copyLinks(search) {
    for (const link of document.querySelectorAll("a.self[href^='#']")) {
      link.title = words.copy;
      link.addEventListener("click", () => {
        if (navigator.clipboard && search)
          navigator.clipboard.writeText(link.href).then(() => { search.status.textContent = words.copied; }, () => {});
      });
    }
  }

  // ---- All of it ----

  applyColours();
  const form = document.querySelector("form.search");
  const search = form ? new Search(form) : null;
  const header = document.querySelector(".top");
  if (header) {
    const keys = make("button", { type: "button", class: "keys", title: words.keys, "aria-label": words.keys }, "?");
    keys.addEventListener("click", showHelp);
    header.append(make("div", { class: "tools" }, coloursButton(), keys));
  }
  listenToKeys(search);
  keepPlaces();
  copyLinks(search);
})();
