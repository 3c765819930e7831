// Folds random words with the program and with the script of the guide: node fold.js PRMC FOLDER
//
// The words are titles and labels of a model; what its search index holds of each must be what the script makes of
// it. Words are of many scripts, with marks, joiners and letters whose case is odd. Status 1 if they differ.

"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");
const { execFileSync } = require("child_process");

const [program, folder] = process.argv.slice(2, 4), N = 3000;

let state = 7;
function random(n) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * n);
}

// Letters and marks of the scripts that people write models in; then what is odd.
const RANGES = [[0x61, 0x7a], [0x41, 0x5a], [0x30, 0x39], [0xc0, 0x24f], [0x1e00, 0x1eff], [0x386, 0x3ff], [0x1f00, 0x1ffc],
    [0x400, 0x52f], [0x531, 0x586], [0x5d0, 0x5ea], [0x620, 0x652], [0x901, 0x963], [0x966, 0x96f], [0x985, 0x9d7],
    [0xa05, 0xa74], [0xb85, 0xbd7], [0xe01, 0xe4e], [0x1100, 0x1112], [0xac00, 0xac80], [0x3041, 0x3096], [0x4e00, 0x4e80],
    [0xff21, 0xff5a], [0x10400, 0x1044f], [0x1d400, 0x1d433], [0x300, 0x345], [0x2160, 0x217f]];
const ODD = Array.from("ßẞİıſŉǰΐςΣµÅÅﬁﬃǅ़ँंन्म्ङ्ञ्क़फ़ऩ‌‍न्दी.,-/ ");
const NO_TEXT = /["\\{}\[\]\u00ad\u200c\u200d]|\p{Cn}|\p{Cc}|\p{Zl}|\p{Zp}/u;

function character() {
    if (random(4) === 0)
        return ODD[random(ODD.length)];
    const range = RANGES[random(3) ? random(RANGES.length) : 11];
    return String.fromCodePoint(range[0] + random(range[1] - range[0] + 1));
}

function makeText() {
    const all = Array.from({ length: 1 + random(12) }, character);
    return all.filter((c) => !NO_TEXT.test(c) || (c === "\u200d" || c === "\u200c")).join("")
        .replace(/[`*_~<>&|!#]/g, "a")
        // elsewhere a joiner is a hidden character, which is an error
        .replace(/(?<![\u0915-\u0939\u094d])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0915-\u0939])/g, "");
}

const spelled = ["हिन्दी", "हिंदी", "ज़ोख़िम", "जोखिम", "माँग", "मांग", "क्‍ष", "Straße", "ΟΔΟΣ", "IRP-SP01.2", "irp sp 1.2", "1..2",
    "007", "A.05", "00", "x0", "1٠٢", "İstanbul"];
const texts = spelled.concat(Array.from({ length: N }, makeText)).filter((text) => text.trim());

function makeModel(file) {
    const lines = ['architecture A "A" {', "  contains thing *", '  component thing "Thing" {', '    id "T{n}"', "  }", "}",
        'model M "M" {', "  architecture A"];
    texts.forEach((text, i) => lines.push(`  thing T${i + 1} "${text}" {`, `    label "${text}"`, "  }"));
    fs.writeFileSync(file, lines.concat("}", "").join("\n"));
}

// What the script says without a page around it.
function runScript(guide) {
    const window = {};
    const world = vm.createContext({ window });
    for (const name of ["find.js", "search.en.js"])
        vm.runInContext(fs.readFileSync(path.join(guide, name), "utf8"), world);
    return window;
}

// The words of each entry, in order.
function wordsByEntry(lexicon, n) {
    const all = Array.from({ length: n }, () => []);
    lexicon.words.forEach((word, w) => {
        for (let i = lexicon.starts[2 * w]; i < lexicon.starts[2 * w + 1]; i++)
            all[lexicon.places[i] >>> 1].push(word);
    });
    return all;
}

fs.mkdirSync(folder, { recursive: true });
const model = path.join(folder, "fold.prm"), guide = path.join(folder, "fold-guide");
makeModel(model);
execFileSync(program, ["guide", "--allow", "text", model, "-o", guide], { stdio: ["ignore", "ignore", "inherit"] });
const { prmFind, prmSearch } = runScript(guide);
const index = new prmFind.Index(prmSearch);
const words = wordsByEntry(index.words, index.n), keys = wordsByEntry(index.keys, index.n);
let problems = 0, compared = 0;
for (let i = 0; i < index.n; i++) {
    const number = /^T(\d+)$/.exec(index.paths[i]);
    if (!number)
        continue;
    const text = texts[number[1] - 1], own = Array.from(new Set(prmFind.wordsOf(text))).sort(), key = prmFind.keyOf(text);
    compared++;
    const differs = own.join(" ") !== words[i].slice().sort().join(" ") || (key && !keys[i].includes(key));
    if (differs && ++problems <= 10)
        console.log(`${JSON.stringify(text)}: the script has ${JSON.stringify(own)}, ${key}; the index ` +
            `${JSON.stringify(words[i])}, ${JSON.stringify(keys[i])}`);
}
console.error(`${compared} texts folded, ${problems} differ`);
process.exit(problems || compared !== texts.length ? 1 : 0);
