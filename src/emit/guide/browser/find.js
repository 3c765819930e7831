// The search of the guide: the folding of what is typed, and the index that search.c writes. guide.js loads this file
// when somebody searches, with hits.js, which shows what is found, at its end.
"use strict";
window.prmFind = (() => {
  // ---- Folding: as fold.c folds what is in the index ----

  const LETTERS = new RegExp("[\\p{L}\\p{M}\\p{N}]+", "gu");
  const BETWEEN_NUMBERS = new RegExp("(\\p{Nd})[^\\p{L}\\p{M}\\p{N}]+(?=\\p{Nd})", "gu");
  const NO_KEY = new RegExp("[^\\p{L}\\p{M}\\p{N}\\u0001]+", "gu");
  const ZEROS = new RegExp("(^|[^\\p{Nd}])0+(?=\\p{Nd})", "gu");
  const WORD_MOST = 40;

  // The case folding of Unicode: down, up and down again, character by character.
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

  // The folded words of a text.
  function wordsOf(text) {
    return (fold(text).match(LETTERS) || []).map((word) => Array.from(word).slice(0, WORD_MOST).join(""));
  }

  // The key of an identifier, however it is spelled.
  function keyOf(text) {
    return fold(text).replace(BETWEEN_NUMBERS, "$1\u0001").replace(NO_KEY, "").replace(ZEROS, "$1")
      .replace(/\u0001/g, ".");
  }

  // ---- The index ----

  const DIGIT = new Uint8Array(128);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    .forEach((c, i) => { DIGIT[c.charCodeAt(0)] = i; });

  // Reads the numbers of a string one after the other; search_add_number() in lexicon.c writes them.
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

  // Words in order, and where each stands: `places` from starts[2 w] on are entries that it names (doubled, one more
  // where it comes first), from starts[2 w + 1] on entries whose texts hold it.
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

    // The first word that is not in front of `word`.
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

    // Behind the last of the words that begin like word `i`, as far as `length` letters.
    endOfPrefix(i, length) {
      for (i++; i < this.words.length && this.shared[i] >= length; i++)
        continue;
      return i;
    }

    // Words with at most so many edits, as [first, end, edits] of ranges: letters left out, added, changed or swapped
    // (the restricted distance of Damerau). `prefix`: what a word begins with counts, not all of it. The words are
    // walked as a trie: rows of the table of Wagner and Fischer stay for what a word shares with the next.
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

  // Row `d` of the distances between the beginnings of both words; true if none in it is small enough.
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

  // What a match is worth: exact identifiers, then titles that begin so, then titles, then texts.
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

    // Entries that a range of words names or whose texts hold it are worth that much, if they are not worth more.
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

    // Words that are spelled almost so: one edit from five letters, two from nine; of a word that is still being
    // typed the beginnings, if there is nothing else.
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

    // What an entry has of all words.
    addWord(isFirst) {
      const { scores, best } = this;
      for (let i = 0; i < this.n; i++)
        scores[i] = best[i] && (isFirst || scores[i]) ? scores[i] + best[i] : 0;
    }

    // Entries whose identifier is, or begins with, all that was typed.
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

    // All that was found: groups by kind, the best first, each with how many there are and the best of them. `chosen`
    // narrows it down; `counts` says how many there would be of each model, kind and level if that were chosen instead.
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

    // Informative parts, such as work products, are looked for less often than what they belong to.
    isAside(kind) {
      return this.kinds[kind][3] === "informative";
    }

    titleIs(i, folded) {
      const title = fold(this.titles[i]);
      return this.isAside(this.kind[i]) ? title === folded : title.startsWith(folded);
    }

    // Which numbers of a table are taken: all, or those that the address names so.
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

  // Puts an entry where it belongs among the best of its group.
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
