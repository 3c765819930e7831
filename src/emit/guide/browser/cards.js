// The card of a component or a term beside a link to it: what it is, and the first sentence of what is said of it. It comes
// when the pointer or the focus stays on a link, can be pointed at, and goes with Esc (WCAG 1.4.13). guide.js loads this
// file with the first link that somebody comes to; what cards say is in cards-N.js beside the pages (cards.c).
"use strict";
window.prmCards = ({ base, make, loadScript, files, bases }) => {
  const SHOWN_AFTER = 450, GONE_AFTER = 250, GAP = 6, NOT_IN = "nav, form, .files, .views, .head, .legend, [aria-hidden=true]";
  const cards = new Map(), loading = new Map(); // "folder/page#place" -> its card; file -> what is waited for
  const card = make("div", { class: "about", role: "tooltip", id: "prm:card", hidden: "" });
  let link = null, timer = 0, point = null; // the link whose card is shown or waited for, and where the pointer is

  window.prmAbout = (folder, file, kinds, entries) => {
    for (const key of Object.keys(entries))
      cards.set(`${folder}/${key}`, { ...entries[key], kind: kinds[entries[key][0]] });
  };

  // The file that has the card of a page: cards.c counts the same.
  function fileOf(folder, page) {
    let hash = 0;
    for (let i = 0; i < page.length; i++)
      hash = (Math.imul(hash, 31) + page.charCodeAt(i)) >>> 0;
    return `${folder}/cards-${(hash % files[folder]) + 1}.js`;
  }

  // The address of what a link leads to, as cards have it; "" if it has none.
  function addressOf(element) {
    const whole = element.href.replace(/\?[^#]*/, "");
    if (!whole.startsWith(base) || element.closest(NOT_IN))
      return "";
    const address = whole.slice(base.length), parts = address.replace(/#.*/, "").split("/");
    return parts.length === 2 && files[parts[0]] ? address : "";
  }

  function cardOf(address) {
    const [folder, page] = address.replace(/#.*/, "").split("/"), file = fileOf(folder, page);
    if (!loading.has(file))
      loading.set(file, loadScript(file).catch(() => {}));
    const inBase = () => folder in bases && cardOf(bases[folder] + address.slice(folder.length));
    return loading.get(file).then(() => cards.get(address) || inBase());
  }

  // What is to be seen of a link, for a card that only says it again is in the way.
  function textOf(element) {
    return Array.from(element.childNodes, (node) => (node.classList && node.classList.contains("hidden") ? "" : node.textContent)).join("");
  }

  function place() {
    const boxes = Array.from(link.getClientRects());
    const box = boxes.find((each) => point && point.y >= each.top && point.y <= each.bottom) || boxes[0];
    if (!box)
      return;
    const { offsetWidth: wide, offsetHeight: tall } = card, room = document.documentElement;
    const below = box.bottom + GAP + tall <= room.clientHeight || box.top < tall + GAP;
    const left = Math.max(8, Math.min(box.left, room.clientWidth - wide - 8));
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? box.bottom + GAP : box.top - tall - GAP) + scrollY}px`;
  }

  function show(about) {
    const [, title, said, titleIn, saidIn] = [0, 1, 2, 3, 4].map((i) => about[i]);
    if (!said && textOf(link).includes(title))
      return;
    const texts = [make("p", { class: "label" }, about.kind)];
    for (const [element, text, language] of [["strong", title, titleIn], ["p", said, saidIn]])
      if (text)
        texts.push(make(element, language ? { lang: language, class: "foreign" } : {}, text));
    card.replaceChildren(...texts);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place();
  }

  function hide() {
    clearTimeout(timer);
    if (link)
      link.removeAttribute("aria-describedby");
    link = null;
    card.hidden = true;
  }

  function come(element) {
    if (element === link) {
      clearTimeout(card.hidden ? 0 : timer);
      return;
    }
    const address = addressOf(element);
    if (!address)
      return;
    hide();
    link = element;
    timer = setTimeout(() => cardOf(address).then((about) => {
      if (about && link === element)
        show(about);
    }), SHOWN_AFTER);
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, card.hidden ? 0 : GONE_AFTER);
  }

  document.body.append(card);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden)
      hide();
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", leave);
  document.addEventListener("scroll", (event) => {
    if (event.target !== document && !card.hidden)
      hide(); // a table that scrolls by itself takes the link away from its card
  }, { capture: true, passive: true });

  // What guide.js calls for links in the text.
  return {
    over(element, event) {
      point = event.type === "focusin" ? null : { y: event.clientY };
      come(element);
    },
    out(element) {
      if (element === link)
        leave();
    },
  };
};
