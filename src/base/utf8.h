#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>

#include "base/str.h"

/* Decodes the code point at `at`, which must lie before `end`; `*len` receives its length in bytes.
   Invalid bytes give U+FFFD and length 1. */
uint32_t utf8_decode(const char *at, const char *end, uint32_t *len);

/* Writes a code point as UTF-8 into `out`; returns the number of bytes. */
uint32_t utf8_encode(uint32_t code_point, char out[4]);

/* The first byte from `at` on that is not ASCII; `end` if all are. */
const char *utf8_skip_ascii(const char *at, const char *end);

/* The number of code points in valid UTF-8. */
uint32_t utf8_count(struct str s);

/* The first byte from `at` on that is no printable character of ASCII or one of "&<>\; `end` if there is none: what is
   in front stands for itself in HTML, in a string of JSON and in one of JavaScript. */
const char *utf8_skip_unmarked(const char *at, const char *end);

/* The number of UTF-16 units that the text takes. */
uint32_t utf8_utf16_count(struct str s);

/* Skips valid UTF-8 that holds no control character but TAB and LF and nothing that a reader cannot
   see; returns where it stopped: `end`, or the first byte that wants a closer look. */
const char *utf8_skip_plain(const char *at, const char *end);

/* True for the code points that utf8_skip_plain() stops at though they are valid: controls other
   than TAB and LF, bidirectional controls, and characters that show nothing
   (Default_Ignorable_Code_Point of Unicode 15.0, variation selectors apart, and line separators). */
bool utf8_is_hidden(uint32_t code_point);

/* True for letters and marks of the scripts of South Asia, whose spelling needs joiners. */
bool utf8_is_indic(uint32_t code_point);

/* True for letters of the scripts that are written from right to left. */
bool utf8_is_right_to_left(uint32_t code_point);

/* True for the blanks of word processors: no-break and other spaces that are not U+0020. */
bool utf8_is_odd_blank(uint32_t code_point);

#endif
