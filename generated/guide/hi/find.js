"use strict";
window.prmFind = (() => {
const LETTERS = new RegExp("[\\p{L}\\p{M}\\p{N}]+", "gu");
const BETWEEN_NUMBERS = new RegExp("(\\p{Nd})[^\\p{L}\\p{M}\\p{N}]+(?=\\p{Nd})", "gu");
const NO_KEY = new RegExp("[^\\p{L}\\p{M}\\p{N}\\u0001]+", "gu");
const ZEROS = new RegExp("(^|[^\\p{Nd}])0+(?=\\p{Nd})", "gu");
const WORD_MOST = 40;
const foldCase = (c) => (c === "\u0131" ? c : c.toLowerCase().toUpperCase().toLowerCase());
function fold(text) {
if (/^[\0-\x7f]*$/.test(text))
return text.toLowerCase();
return Array.from(text, foldCase).join("").normalize("NFD")
.replace(/[\u093c\u200c\u200d\u00ad]/g, "")
.replace(/\u0901/g, "\u0902")
.replace(/[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])/g, "\u0902")
.normalize("NFC");
}
function wordsOf(text) {
return (fold(text).match(LETTERS) || []).map((word) => Array.from(word).slice(0, WORD_MOST).join(""));
}
function keyOf(text) {
return fold(text).replace(BETWEEN_NUMBERS, "$1\u0001").replace(NO_KEY, "").replace(ZEROS, "$1")
.replace(/\u0001/g, ".");
}
const DIGIT = new Uint8Array(128);
Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
.forEach((c, i) => { DIGIT[c.charCodeAt(0)] = i; });
class Numbers {
constructor(text) {
this.text = text;
this.at = 0;
}
next() {
let value = 0;
for (let shift = 0; ; shift += 5) {
const digit = DIGIT[this.text.charCodeAt(this.at++)];
value |= (digit & 31) << shift;
if (digit < 32)
return value >>> 0;
}
}
}
class Lexicon {
constructor(text, places) {
this.words = text ? text.split(" ") : [];
const n = this.words.length, numbers = new Numbers(places);
this.starts = new Uint32Array(2 * n + 1);
this.places = new Uint32Array(places.length);
let end = 0;
for (let list = 0; list < 2 * n; list++) {
const strong = list % 2 === 0;
let entry = 0;
for (let left = numbers.next(); left > 0; left--) {
const step = numbers.next();
entry += strong ? step >>> 1 : step;
this.places[end++] = strong ? 2 * entry + (step & 1) : entry;
}
this.starts[list + 1] = end;
}
this.shared = new Uint8Array(n); // the letters that a word shares with the one before
for (let i = 1; i < n; i++) {
const a = this.words[i - 1], b = this.words[i], most = Math.min(a.length, b.length, 255);
let same = 0;
while (same < most && a.charCodeAt(same) === b.charCodeAt(same))
same++;
this.shared[i] = same;
}
}
from(word) {
let low = 0, high = this.words.length;
while (low < high) {
const middle = (low + high) >>> 1;
if (this.words[middle] < word)
low = middle + 1;
else
high = middle;
}
return low;
}
endOfPrefix(i, length) {
for (i++; i < this.words.length && this.shared[i] >= length; i++)
continue;
return i;
}
near(wanted, edits, prefix) {
const m = wanted.length, rows = [Uint8Array.from({ length: m + 1 }, (_, j) => j)], found = [];
let valid = 0, dead = 256;
for (let i = 0; i < this.words.length; i++) {
if (this.shared[i] >= dead)
continue;
const word = this.words[i];
dead = 256;
let d = Math.min(this.shared[i], valid);
for (; d < word.length && d < m + edits && dead === 256; d++)
if (fillRow(rows, d + 1, wanted, word, edits))
dead = d + 1;
else if (prefix && rows[d + 1][m] <= edits)
break;
valid = Math.min(d, word.length);
if (dead < 256)
continue;
if (prefix && d < word.length && rows[d + 1] && rows[d + 1][m] <= edits) {
const end = this.endOfPrefix(i, d + 1);
found.push([i, end, rows[d + 1][m]]);
i = end - 1;
valid = 0;
} else if (d === word.length && rows[d][m] <= edits) {
found.push([i, i + 1, rows[d][m]]);
}
}
return found;
}
}
function fillRow(rows, d, wanted, word, edits) {
const m = wanted.length, above = rows[d - 1], row = rows[d] || (rows[d] = new Uint8Array(m + 1));
const before = d > 1 ? rows[d - 2] : null, c = word.charCodeAt(d - 1), last = word.charCodeAt(d - 2);
let least = row[0] = Math.min(d, 255);
for (let j = 1; j <= m; j++) {
const w = wanted.charCodeAt(j - 1);
let n = above[j - 1] + (w === c ? 0 : 1);
if (above[j] + 1 < n)
n = above[j] + 1;
if (row[j - 1] + 1 < n)
n = row[j - 1] + 1;
if (before && j > 1 && w === last && wanted.charCodeAt(j - 2) === c && before[j - 2] + 1 < n)
n = before[j - 2] + 1;
row[j] = n;
if (n < least)
least = n;
}
return least > edits;
}
const EXACT_KEY = 2000, FULL_KEY = 1900, NUMBER_KEY = 1800, KEY_BEGINS = 300, KEY_LETTERS = 30, TITLE_BEGINS = 400;
const TITLE = 60, TITLE_FIRST = 80, TITLE_PREFIX = 40, TITLE_PREFIX_FIRST = 50, TITLE_NEAR = 24;
const TEXT = 12, TEXT_PREFIX = 8, TEXT_NEAR = 4, OWN_KEY = 70;
const WORDS_MOST = 8;
const NOTHING_CHOSEN = { in: "", kind: "", level: "" };
class Index {
constructor(data) {
if (data[0] !== 3)
throw new Error("an index of another version");
[, this.kinds, this.states, this.within, this.pages, this.languages] = data;
this.levels = data[14];
[this.titles, this.paths, this.anchors] = data.slice(6, 9);
const n = this.titles.length, numbers = new Numbers(data[9]);
this.n = n;
this.kind = new Uint32Array(n);
this.state = new Uint8Array(n);
this.in = new Uint32Array(n);
this.page = new Uint32Array(n);
this.language = new Uint8Array(n);
this.level = new Uint16Array(n);
for (let i = 0; i < n; i++) {
this.kind[i] = numbers.next();
this.state[i] = numbers.next();
this.in[i] = numbers.next();
this.page[i] = numbers.next();
this.language[i] = numbers.next();
this.level[i] = numbers.next();
}
this.words = new Lexicon(data[10], data[11]);
this.keys = new Lexicon(data[12], data[13]);
this.former = new Map(data[15] ? data[15].split("\n").map((line) => {
const at = line.indexOf(" ");
return [Number(line.slice(0, at)), line.slice(at + 1)];
}) : []);
this.scores = new Uint16Array(n);
this.best = new Uint8Array(n);
this.nearWords = new Map();
}
address(i) {
return this.pages[this.page[i]] + (this.anchors[i] ? "#" + this.anchors[i] : "");
}
mark(lexicon, first, end, named, namedFirst, said) {
const { starts, places } = lexicon, best = this.best;
for (let w = first; w < end; w++) {
const middle = starts[2 * w + 1], last = starts[2 * w + 2];
for (let i = starts[2 * w]; i < middle; i++) {
const points = places[i] & 1 ? namedFirst : named, entry = places[i] >>> 1;
if (best[entry] < points)
best[entry] = points;
}
for (let i = middle; i < last && said; i++)
if (best[places[i]] < said)
best[places[i]] = said;
}
}
near(word, typing) {
const key = word + (typing ? "+" : ""), edits = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
if (this.nearWords.size > 40)
this.nearWords.clear();
if (!this.nearWords.has(key))
this.nearWords.set(key, edits ? this.words.near(word, edits, typing) : []);
return this.nearWords.get(key);
}
markWord(word, typing) {
const lexicon = this.words, first = lexicon.from(word), end = lexicon.from(word + "\uffff");
const exact = lexicon.words[first] === word ? 1 : 0;
this.best.fill(0);
if (exact)
this.mark(lexicon, first, first + 1, TITLE, TITLE_FIRST, TEXT);
this.mark(lexicon, first + exact, end, TITLE_PREFIX, TITLE_PREFIX_FIRST, TEXT_PREFIX);
for (const [a, b, edits] of this.near(word, false))
if (edits)
this.mark(lexicon, a, b, TITLE_NEAR / edits, TITLE_NEAR / edits, TEXT_NEAR / edits);
if (first === end && typing)
for (const [a, b] of this.near(word, true))
this.mark(lexicon, a, b, TITLE_NEAR / 2, TITLE_NEAR / 2, TEXT_NEAR / 2);
const key = this.keys.from(word);
const whole = this.keys.words[key] === word ? 1 : 0;
this.mark(this.keys, key, key + whole, OWN_KEY, OWN_KEY, 0);
this.mark(this.keys, key + whole, this.keys.from(word + "\uffff"), TEXT_PREFIX, TEXT_PREFIX, 0);
}
addWord(isFirst) {
const { scores, best } = this;
for (let i = 0; i < this.n; i++)
scores[i] = best[i] && (isFirst || scores[i]) ? scores[i] + best[i] : 0;
}
addKey(text) {
const key = keyOf(text), lexicon = this.keys, { starts, places } = lexicon;
if (!key)
return;
const first = lexicon.from(key), end = lexicon.from(key + "\uffff"), begins = /\d/.test(key) ? KEY_BEGINS : KEY_LETTERS;
for (let w = first; w < end; w++) {
const whole = lexicon.words[w] === key;
for (let i = starts[2 * w]; i < starts[2 * w + 1]; i++) {
const points = !whole ? begins : places[i] & 1 ? EXACT_KEY : NUMBER_KEY, entry = places[i] >>> 1;
this.scores[entry] = Math.max(this.scores[entry], points + this.scores[entry] % 100);
}
for (let i = starts[2 * w + 1]; i < starts[2 * w + 2]; i++)
this.scores[places[i]] = Math.max(this.scores[places[i]], whole ? FULL_KEY : begins);
}
}
find(text, open, few, many, chosen = NOTHING_CHOSEN) {
const typed = wordsOf(text).slice(0, WORDS_MOST);
this.scores.fill(0);
typed.forEach((word, i) => {
this.markWord(word, i === typed.length - 1 && !/\s$/.test(text));
this.addWord(i === 0);
});
this.addKey(text);
return this.ranked(fold(text.trim()), open, few, many, chosen);
}
isAside(kind) {
return this.kinds[kind][3] === "informative";
}
titleIs(i, folded) {
const title = fold(this.titles[i]);
return this.isAside(this.kind[i]) ? title === folded : title.startsWith(folded);
}
taken(table, name, wanted) {
return Uint8Array.from(table, (row) => (!wanted || name(row) === wanted ? 1 : 0));
}
ranked(folded, open, few, many, chosen) {
const groups = new Map(), { scores } = this;
const places = this.taken(this.within, (row) => row, chosen.in);
const kinds = this.taken(this.kinds, (row) => row[4], chosen.kind);
const levels = this.taken(this.levels, (row) => row[1], chosen.level);
const counts = {
in: new Uint32Array(places.length), kind: new Uint32Array(kinds.length), level: new Uint32Array(levels.length),
};
let total = 0, all = 0;
for (let i = 0; i < this.n; i++) {
if (!scores[i])
continue;
all++;
const kind = this.kind[i], a = places[this.in[i]], b = kinds[kind], c = levels[this.level[i]];
counts.in[this.in[i]] += b & c;
counts.kind[kind] += a & c;
counts.level[this.level[i]] += a & b;
if (!(a & b & c))
continue;
total++;
if (this.isAside(kind) && scores[i] < KEY_BEGINS)
scores[i] = (scores[i] + 1) >>> 1;
let group = groups.get(kind);
if (!group)
groups.set(kind, group = { kind, n: 0, most: kind === open ? many : 4 * few, entries: [] });
group.n++;
keepBest(group, i, scores);
}
const sorted = Array.from(groups.values());
for (const group of sorted) {
for (const i of group.entries)
if (folded && this.titleIs(i, folded))
scores[i] += TITLE_BEGINS;
group.entries.sort((a, b) => scores[b] - scores[a] || a - b);
group.entries.length = Math.min(group.entries.length, group.kind === open ? many : few);
}
sorted.sort((a, b) => scores[b.entries[0]] - scores[a.entries[0]] || a.kind - b.kind);
return { all, total, counts, groups: sorted };
}
}
function keepBest(group, entry, scores) {
const { entries, most } = group;
if (entries.length === most && scores[entries[most - 1]] >= scores[entry])
return;
let at = entries.length < most ? entries.length : most - 1;
for (; at > 0 && scores[entries[at - 1]] < scores[entry]; at--)
entries[at] = entries[at - 1];
entries[at] = entry;
}
return { fold, wordsOf, keyOf, Index };
})();
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
