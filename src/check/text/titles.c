/* Siblings of one kind that have the same title. */

#include <stdlib.h>

#include "check/text/texts.h"

struct titled {
    component_id id;
    kind_id kind;
    struct str title;
};

static int by_title(const void *a, const void *b)
{
    const struct titled *one = a, *other = b;
    int order = (one->kind > other->kind) - (one->kind < other->kind);
    if (order == 0)
        order = str_compare(one->title, other->title);
    return order ? order : (one->id > other->id) - (one->id < other->id);
}

static void report_same(struct checking *checking, component_id first, component_id second)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[second];
    struct finding *finding = report(checking->diag, component->title_at, MSG_same_title, v_string(component->title),
                                     v_name(kind_name(checking, first)));
    label(finding, library->components.at[first].title_at, MSG_label_first_here);
    help(finding, MSG_help_same_title);
    about_component(checking, finding, second);
}

void check_same_titles(struct texts *texts, component_id first, component_id end)
{
    struct checking *checking = texts->checking;
    const struct component *components = checking->library->components.at;
    VEC(struct titled) all = {0};
    for (component_id id = first; id < end; id = components[id].end)
        if (components[id].title.len && !components[id].withdrawn && !components[id].duplicate)
            vec_push(checking->mem, &all, ((struct titled){id, components[id].kind, components[id].title}));
    if (all.n > 1)
        qsort(all.at, all.n, sizeof *all.at, by_title);
    for (uint32_t i = 1; i < all.n; i++)
        if (all.at[i].kind == all.at[i - 1].kind && str_eq(all.at[i].title, all.at[i - 1].title))
            report_same(checking, all.at[i - 1].id, all.at[i].id);
    vec_free(checking->mem, &all);
}
