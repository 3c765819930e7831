#ifndef EMIT_GUIDE_BROWSER_CARDS_H
#define EMIT_GUIDE_BROWSER_CARDS_H

#include "emit/guide/guide.h"

/* What the cards say that cards.js shows of a link: in each folder of components or terms files `cards-N.js`, each a
   classic script with one call of prmAbout(), so that they load from disk. A page's entries are all in the file whose
   number follows from its address; large models have many files, for a reader waits for one. */

/* The length of the run of findables in one folder that begins at `first`. */
uint32_t cards_run(const struct guide *guide, uint32_t first);

/* True if the things of a run have cards: components and terms, with what they are in. */
bool cards_has(const struct guide *guide, uint32_t first);

/* Over how many files the cards of a run of `n` are spread. */
uint32_t cards_files(uint32_t n);

/* Leaves the first sentence of a text without markup, cut with an ellipsis where it is long. */
void cards_cut(struct buf *text);

#endif
