window.prmWords = {found: "{} found", none: "Nothing found", loading: "The index is being loaded", failed: "The index could not be loaded", more: "Show all {}", results: "Results", light: "Light", dark: "Dark", colours: "Colours", keys: "Keys", keySearch: "search", keyMove: "up and down in the results", keyOpen: "open the result", keyClose: "close the results", keyHelp: "show these keys", useKeys: "Use / and ? as keys", close: "Close", copied: "The link is copied", copy: "Copy the link to this place", where: "Where", kind: "Kind", level: "Level", everywhere: "Everywhere", allKinds: "All kinds", allLevels: "All levels", noneChosen: "Nothing found with this choice, {} without it", keyNarrow: "narrow the results down", filter: "Filter the rows", ofRows: "{} of {} rows", columns: "Columns", inUse: "Only columns in use", sortBy: "Sort by", asItWas: "the order of the page", up: "{}, ascending", down: "{}, descending", showAll: "Show all", was: "Formerly"};
window.prmIndex = "search.en.js";
window.prmCardFiles = {"security-bolt-on": 1, "cmmi-svc": 1, "iso20000": 1, "iso27001": 1};
window.prmCardBases = {"security-bolt-on": "cmmi-svc"};
"use strict";
(() => {
const words = window.prmWords;
const base = document.currentScript.src.replace(/[^/]*$/, "");
const moved = document.querySelector("main a.moved");
if (moved && location.hash)
location.replace(moved.href + location.hash);
function make(name, attributes, ...children) {
const element = document.createElement(name);
for (const key of Object.keys(attributes || {}))
element.setAttribute(key, attributes[key]);
element.append(...children);
return element;
}
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
function loadScript(name) {
return new Promise((done, failed) => {
const script = make("script", { src: base + name });
script.onload = done;
script.onerror = failed;
document.head.append(script);
});
}
let style = null;
function loadStyle() {
style = style || new Promise((done) => {
const link = make("link", { rel: "stylesheet", href: base + "added.css" });
link.onload = link.onerror = done;
document.head.append(link);
});
return style;
}
function startSearch(form, field, status) {
let loading = null;
const load = () => {
if (!loading)
loading = Promise.all([loadScript("find.js"), loadScript(window.prmIndex), loadStyle()])
.then(() => new window.prmFind.Search({ form, field, status, words, base, make, data: window.prmSearch }))
.catch(() => { status.textContent = words.failed; });
};
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
field.value = asked;
field.focus({ preventScroll: true });
}
field.addEventListener("focus", load);
if (document.activeElement === field)
load();
}
const ROWS_LEAST = 9;
function addSieve(table, load) {
const field = make("input", { type: "search" }), status = make("span", { role: "status" });
const bar = make("div", { class: "sieve", role: "group", "aria-labelledby": table.caption.id },
make("label", {}, words.filter, " ", field), status);
table.parentNode.before(bar);
for (const near of [bar, table.parentNode])
for (const event of ["focusin", "pointerenter"])
near.addEventListener(event, load, { once: true });
return { table, bar, field, status };
}
function sieveTables() {
let loading = null;
const load = () => {
loading = loading || loadScript("tables.js").then(
() => sieves.forEach((sieve) => new window.prmTables.Sieve(sieve, { words, make })), () => {});
};
const isLong = ({ tBodies: [body], tHead }) => tHead && body && body.rows.length >= ROWS_LEAST && !body.querySelector("[rowspan]");
const sieves = Array.from(document.querySelectorAll(".scroll[role=region] > table")).filter(isLong)
.map((table) => addSieve(table, load));
if (/[?&](rows|sort|hide)-/.test(location.search))
load();
}
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
const inField = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
const keysInUse = () => remembered("keys") !== "off";
let help = null;
function makeHelp() {
const rows = [["/", words.keySearch], ["\u2193 \u2191", words.keyMove], ["Enter", words.keyOpen],
["Tab", words.keyNarrow], ["Esc", words.keyClose], ["?", words.keyHelp]];
const list = make("dl", {});
for (const [key, does] of rows)
list.append(make("dt", {}, make("kbd", {}, key)), make("dd", {}, does));
const use = make("input", { type: "checkbox" }), close = make("button", { type: "button", autofocus: "" }, words.close);
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
loadStyle().then(() => help.open || help.showModal());
}
function listenToKeys(field) {
document.addEventListener("keydown", (event) => {
const free = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && !inField(event.target);
if (!free || event.defaultPrevented || !keysInUse() || (help && help.open))
return;
if (event.key === "/" && field) {
event.preventDefault();
field.focus();
field.select();
} else if (event.key === "?") {
event.preventDefault();
showHelp();
}
});
}
function closeMenus(menus) {
const closeOthers = (own) => menus.forEach((menu) => { menu.open = menu.open && menu === own; });
for (const menu of menus) {
menu.addEventListener("toggle", () => menu.open && closeOthers(menu));
menu.addEventListener("focusout", (event) => event.relatedTarget && !menu.contains(event.relatedTarget) && closeOthers(null));
menu.addEventListener("keydown", (event) => {
if (event.key === "Escape" && menu.open) {
menu.open = false;
menu.querySelector("summary").focus();
}
});
}
document.addEventListener("pointerdown", (event) => closeOthers(event.target.closest("details")));
}
function keepPlaces() {
for (const link of document.querySelectorAll(".languages a"))
link.addEventListener("click", () => {
link.search = location.search;
link.hash = location.hash;
});
}
function copyLinks(status) {
for (const link of document.querySelectorAll("a.self[href^='#']")) {
link.title = words.copy;
const say = () => {
status.textContent = link.dataset.said = words.copied;
setTimeout(() => {
status.textContent = "";
delete link.dataset.said;
}, 3000);
};
link.addEventListener("click", () => {
if (navigator.clipboard)
navigator.clipboard.writeText(link.href).then(say, () => {});
});
}
}
function showCards(main) {
let cards = null;
const where = { files: window.prmCardFiles, bases: window.prmCardBases };
const load = () => Promise.all([loadScript("cards.js"), loadStyle()])
.then(() => window.prmCards({ base, make, loadScript, ...where }));
const linkOf = (event) => (event.pointerType === "touch" ? null : event.target.closest("a[href]"));
const over = (event) => {
const link = linkOf(event);
if (link) {
cards = cards || load();
cards.then((all) => all.over(link, event), () => {});
}
};
const out = (event) => {
const link = linkOf(event);
if (link && cards && !link.contains(event.relatedTarget))
cards.then((all) => all.out(link), () => {});
};
for (const [name, act] of [["pointerover", over], ["focusin", over], ["pointerout", out], ["focusout", out]])
main.addEventListener(name, act);
}
applyColours();
const form = document.querySelector("form.search"), status = make("p", { class: "hidden", role: "status" });
const field = form && form.querySelector("input");
if (form) {
form.append(status);
startSearch(form, field, status);
}
const header = document.querySelector(".top");
if (header) {
const keys = make("button", { type: "button", class: "keys", title: words.keys, "aria-label": words.keys }, "?");
keys.addEventListener("click", showHelp);
header.append(make("div", { class: "tools" }, coloursButton(), keys));
}
listenToKeys(field);
closeMenus(Array.from(document.querySelectorAll(".top details")));
keepPlaces();
copyLinks(status);
sieveTables();
showCards(document.querySelector("main"));
})();
