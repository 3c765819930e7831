/* Blocks that nobody read: of statements that have none. */

#include <stdlib.h>

#include "model/blocks.h"
#include "model/statements.h"

/* Where findings begin, ascending. */
typedef VEC(uint32_t) places;

static int by_place(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

static places places_of_findings(const struct builder *builder)
{
    places all = {0};
    VEC_EACH (struct finding *, finding, &builder->diag->findings)
        vec_push(builder->mem, &all, (*finding)->at.start);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_place);
    return all;
}

/* True if something was found in the statement: then it may be why its block was not read. */
static bool is_found(const places *all, const struct statement *at)
{
    uint32_t low = 0, high = all->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (all->at[middle] < at->start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < all->n && all->at[low] < at->end;
}

static bool is_unread(const struct tree *tree, uint32_t s)
{
    const struct statement *at = &tree->statements.at[s];
    return at->open && at->read && !at->damaged && at->next > s + 1 && !tree->statements.at[s + 1].read &&
           !tree->statements.at[s + 1].damaged && at->word && !keyword_is_declaration(at->word);
}

static void report_unread_of(struct builder *builder, const struct tree *tree, const places *found)
{
    for (uint32_t s = 0; s < tree->statements.n; s++) {
        const struct statement *at = &tree->statements.at[s];
        if (!is_unread(tree, s) || is_found(found, at))
            continue;
        struct span brace = {at->open, at->open + 1};
        help(report(builder->diag, brace, MSG_no_block, v_name(name_of(builder, at->word))), MSG_help_no_block);
    }
}

void report_unread_blocks(struct builder *builder)
{
    places found = places_of_findings(builder);
    for (uint32_t unit = 0; unit < builder->units->at.n; unit++)
        report_unread_of(builder, unit_tree(builder, unit), &found);
    vec_free(builder->mem, &found);
}
