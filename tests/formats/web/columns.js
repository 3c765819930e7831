// Columns, with Node as the oracle.
//
//     node columns.js references|hidden SEED >FILE.prm     random lines, the same ones every time
//     node columns.js check LINES FILE.prm FINDINGS.json FINDINGS.sarif
//
// Each line has one finding. What it says of its place is worked out here anew from the bytes of the file, with Buffer and
// Intl.Segmenter.
'use strict';
const fs = require('fs');

// prmc reports the first 20 characters of a file that nobody sees.
const LINES = { references: 1000, hidden: 20 };

let state = 0;
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};
const pick = (list) => list[random(list.length)];

const consonants = 'कखगघचजटडतथदधनपबमयरलवशसह'.split('');
const signs = ['ा', 'ि', 'ी', 'ु', 'े', 'ो', 'ं', 'ः', '़'];
const virama = '\u094d', joiner = '\u200d', nonJoiner = '\u200c';
const others = ['é', 'e\u0301', 'ß', '–', '“', '”', '漢', '한', 'ᄒ\u1161ᆫ', 'Ω', 'ж', '✓'];
const astral = ['😀', '👍🏽', '🇮🇳', '👩\u200d🔬', '❤\ufe0f', '𝒜', '𐍈', '𠀀', '\u{1F469}\u{1F3FE}\u200d\u{1F4BB}'];

const makers = [
  () => pick(consonants),
  () => pick(consonants) + pick(signs),
  () => pick(consonants) + virama + pick(consonants) + (random(2) ? pick(signs) : ''),
  () => pick(consonants) + virama + pick(consonants) + virama + pick(consonants),
  () => pick(consonants) + virama + joiner + (random(2) ? pick(consonants) : ''),
  () => pick(consonants) + virama + nonJoiner + pick(consonants),
  () => pick(others),
  () => pick(astral),
  () => String.fromCharCode(97 + random(26)),
  () => pick([' ', ' ', '\t', ', ', '. ']),
];
const text = () => Array.from({ length: random(25) }, () => pick(makers)()).join('');

// An odd character in Latin text: those that join a cluster stand in the middle of one.
const hidden = ['\u200d', '\u200c', '\u202e', '\u200b', '\u2066', '\u00ad', '\u{e0041}'];

function model(kind) {
  let out = '';
  const add = (line) => (out += line + pick(['\n', '\r\n']));
  add('import "architectures/iso-management-system.prm"');
  add('model House-Rules "House rules" {');
  add('\tarchitecture ISO-Management-System');
  for (let i = 1; i <= LINES[kind]; i++) {
    const mark = kind === 'hidden' ? 'a' + pick(hidden) + 'b' : `[[Q${i}]]`;
    add(`clause ${i} "Clause ${i}" {`);
    add(`${pick(['', '\t', ' \t ', '    '])}summary "x${text()}${mark}${text()}"`);
    add('}');
  }
  add('}');
  return out;
}

let wrong = 0;
function same(what, line, found, expected) {
  if (found === expected) return;
  if (wrong++ < 10) console.log(`line ${line}: ${what} is ${found}, expected ${expected}`);
}

// The place of a byte, from nothing but the bytes.
function place(bytes, offset) {
  const start = bytes.lastIndexOf(10, offset - 1) + 1;
  const next = bytes.indexOf(10, offset);
  const line = bytes.subarray(start, next < 0 ? bytes.length : next).toString('utf8').replace(/\r$/, '');
  const before = bytes.subarray(start, offset).toString('utf8');
  let clusters = 0;
  for (const { index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line))
    clusters += index <= before.length ? 1 : 0;
  return {
    line: bytes.subarray(0, start).toString('latin1').split('\n').length,
    column: Array.from(before).length + 1,
    utf16: before.length + 1,
    cluster: before.length === line.length ? clusters + 1 : clusters,
  };
}

function check(linesExpected, file, jsonFile, sarifFile) {
  const bytes = fs.readFileSync(file);
  const { findings } = JSON.parse(fs.readFileSync(jsonFile, 'utf8'));
  const { results } = JSON.parse(fs.readFileSync(sarifFile, 'utf8')).runs[0];
  const lines = new Set();
  same('the number of results', 0, results.length, findings.length);
  findings.forEach((finding, i) => {
    const from = place(bytes, finding.byte), to = place(bytes, finding.byte_end);
    const n = finding.line, region = results[i].locations[0].physicalLocation.region;
    const marked = bytes.subarray(finding.byte, finding.byte_end).toString('utf8');
    const isMark = /^Q\d+$/.test(marked) || hidden.includes(marked);
    lines.add(n);
    same('what is marked', n, isMark ? 'the mark' : marked, 'the mark');
    same('line', n, finding.line, from.line);
    same('end_line', n, finding.end_line, to.line);
    same('column', n, finding.column, from.column);
    same('end_column', n, finding.end_column, to.column);
    same('utf16_column', n, finding.utf16_column, from.utf16);
    same('utf16_end_column', n, finding.utf16_end_column, to.utf16);
    same('cluster_column', n, finding.cluster_column, from.cluster);
    same('startLine', n, region.startLine, from.line);
    same('endLine', n, region.endLine, to.line);
    same('startColumn', n, region.startColumn, from.utf16);
    same('endColumn', n, region.endColumn, to.utf16);
  });
  same('the number of lines with findings', 0, lines.size, Number(linesExpected));
  process.exitCode = wrong ? 1 : 0;
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'check') {
  check(...rest);
} else {
  state = Number(rest[0]);
  process.stdout.write(model(what));
}
