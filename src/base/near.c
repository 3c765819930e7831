#include "base/near.h"

enum { LENGTH_MOST = 64 };

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The dynamic programme of Wagner and Fischer with the transposition of Damerau, three rows. */
uint32_t near_distance(struct str a, struct str b, uint32_t most)
{
    if (a.len > LENGTH_MOST || b.len > LENGTH_MOST)
        return str_eq(a, b) ? 0 : most + 1;
    uint32_t rows[3][LENGTH_MOST + 1];
    uint32_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (uint32_t j = 0; j <= b.len; j++)
        above[j] = j;
    for (uint32_t i = 1; i <= a.len; i++) {
        row[0] = i;
        for (uint32_t j = 1; j <= b.len; j++) {
            uint32_t change = a.ptr[i - 1] != b.ptr[j - 1];
            row[j] = least(least(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        uint32_t *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return least(above[b.len], most + 1);
}

struct near near_word(struct str wanted)
{
    uint32_t longest = wanted.len < 3 ? 0 : wanted.len / 3;
    return (struct near){.wanted = wanted, .distance = longest + 1};
}

bool near_try(struct near *near, struct str candidate)
{
    if (near->distance == 0)
        return false;
    uint32_t distance = near_distance(near->wanted, candidate, near->distance - 1);
    if (distance >= near->distance)
        return false;
    near->distance = distance;
    near->best = candidate;
    return true;
}
