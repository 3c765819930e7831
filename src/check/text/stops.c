/* Full stops: siblings of one kind end their titles with one or without, and so their statements. */

#include "check/text/texts.h"
#include "syntax/literal.h"

/* What one sibling says. */
struct ending {
    component_id component;
    struct str value;
    struct span at;
    bool has_stop;
};

typedef VEC(struct ending) endings;

static bool ends_with_stop(struct str value)
{
    return str_ends(value, STR(".")) && !str_ends(value, STR("..")) && !str_ends(value, STR("etc."));
}

/* The last character of a text, or the point behind it. */
static struct span end_of(struct texts *texts, const struct ending *ending)
{
    const struct library *library = texts->checking->library;
    struct str value = ending->value;
    struct str last = {value.ptr + value.len - ending->has_stop, ending->has_stop};
    return literal_span(source_text(library->sources, ending->at), ending->at, value, last);
}

static void report_ending(struct texts *texts, const struct ending *odd, const struct ending *usual)
{
    struct checking *checking = texts->checking;
    struct span at = end_of(texts, odd);
    struct finding *finding = report(checking->diag, at, odd->has_stop ? MSG_odd_stop : MSG_missing_stop,
                                     v_text(titled(checking, odd->component)));
    label(finding, end_of(texts, usual), usual->has_stop ? MSG_label_stop : MSG_label_no_stop);
    struct fix *fix = suggest(finding, SAFETY_SAFE, odd->has_stop ? MSG_fix_remove : MSG_fix_add_stop);
    fix_edit(finding, fix, at, odd->has_stop ? STR("") : STR("."));
    about_component(checking, finding, odd->component);
}

/* Reports those that differ from most; from the first if there are as many of both. */
static void check_endings(struct texts *texts, const endings *all)
{
    uint32_t n_stops = 0;
    VEC_EACH (const struct ending, ending, all)
        n_stops += ending->has_stop;
    if (n_stops == 0 || n_stops == all->n)
        return;
    bool usual = 2 * n_stops == all->n ? all->at[0].has_stop : 2 * n_stops > all->n;
    const struct ending *example = all->at;
    while (example->has_stop != usual)
        example++;
    VEC_EACH (const struct ending, ending, all)
        if (ending->has_stop != usual)
            report_ending(texts, ending, example);
}

static void add_ending(struct texts *texts, endings *all, component_id id, struct str value, struct span at)
{
    struct str trimmed = str_trim(value);
    if (trimmed.len == 0)
        return;
    struct ending ending = {id, trimmed, at, ends_with_stop(trimmed)};
    /* the literal's span counts from the start of the value */
    ending.value = (struct str){value.ptr, (uint32_t)(trimmed.ptr + trimmed.len - value.ptr)};
    vec_push(texts->checking->mem, all, ending);
}

static void add_statements(struct texts *texts, endings *all, component_id id)
{
    const struct library *library = texts->checking->library;
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->properties.at[library->texts.at[i].property].wording != WORDING_ANY)
            add_ending(texts, all, id, library->texts.at[i].value, library->texts.at[i].at);
}

void check_stops(struct texts *texts, component_id first, component_id end)
{
    const struct component *components = texts->checking->library->components.at;
    endings titles = {0}, statements = {0};
    component_id next = first;
    while (next < end) {
        kind_id kind = components[next].kind;
        titles.n = statements.n = 0;
        for (; next < end && components[next].kind == kind; next = components[next].end) {
            if (components[next].withdrawn || components[next].incomplete)
                continue;
            add_ending(texts, &titles, next, components[next].title, components[next].title_at);
            add_statements(texts, &statements, next);
        }
        check_endings(texts, &titles);
        check_endings(texts, &statements);
    }
    vec_free(texts->checking->mem, &titles);
    vec_free(texts->checking->mem, &statements);
}
