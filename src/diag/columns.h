#ifndef DIAG_COLUMNS_H
#define DIAG_COLUMNS_H

#include "source/source.h"

/* Where the last count of clusters stopped, so that many places of one line take one walk; start from zero. */
struct clusters {
    uint32_t line_start; /* position */
    uint32_t at;         /* position; 0: none yet */
    uint32_t column;
};

/* The column of a position in grapheme clusters, from 1; that of the cluster that it lies in. */
uint32_t cluster_column(struct clusters *clusters, const struct sources *sources, uint32_t position);

#endif
