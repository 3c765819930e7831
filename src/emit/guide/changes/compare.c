/* In what two states of a component, a row or a whole model differ. */

#include "emit/guide/changes/changes.h"

struct comparing {
    const struct changes *changes;
    const struct changed_part *part;
    struct mem *mem;
    struct arena *arena;
    differences *found;
};

static struct str kept(const struct comparing *c, struct buf *text)
{
    struct str result = arena_str(c->arena, buf_as_str(text));
    buf_free(text);
    return result;
}

/* Notes both texts if they differ, and frees them. */
static void note_both(const struct comparing *c, enum word word, const char *name, struct buf *before,
                      struct buf *after)
{
    struct difference difference = {word, name, STR(""), STR("")};
    bool same = str_eq(buf_as_str(before), buf_as_str(after));
    difference.before = kept(c, before);
    difference.after = kept(c, after);
    if (!same)
        vec_push(c->mem, c->found, difference);
}

static void compare_values(const struct comparing *c, enum word word, const char *name, const void *before,
                           const void *after)
{
    struct buf old = buf_on(c->mem), new = buf_on(c->mem);
    json_add_plain(&old, before);
    json_add_plain(&new, after);
    note_both(c, word, name, &old, &new);
}

/* ---- References: what has moved is the same ---- */

void changes_add_path(const struct changes *changes, struct buf *out, model_id model, struct str path)
{
    const struct library *library = changes->library;
    struct buf key = buf_on(changes->mem);
    atom found = 0;
    for (; model != NONE && !found; model = library->models.at[model].extends) {
        key.n = 0;
        buf_printf(&key, "%.*s:%.*s", STR_ARGS(atom_text(library->atoms, library->models.at[model].id)),
                   STR_ARGS(path));
        found = atom_find(&changes->moved, buf_as_str(&key));
    }
    buf_str(out, found ? changes->paths.at[found - 1] : path);
    buf_free(&key);
}

static void add_paths(const struct comparing *c, struct buf *out, model_id model, const void *list)
{
    for (uint32_t i = 0; i < json_count(list); i++) {
        buf_text(out, i ? ", " : "");
        changes_add_path(c->changes, out, model, json_string_of(json_element(list, i)));
    }
}

static void compare_references(const struct comparing *c, enum word word, const char *name, const void *before,
                               const void *after)
{
    struct buf old = buf_on(c->mem), new = buf_on(c->mem);
    add_paths(c, &old, c->part->model, before);
    json_add_plain(&new, after);
    note_both(c, word, name, &old, &new);
}

/* ---- Texts: those that begin and end a list alike are the same ---- */

static struct str text_at(const void *list, uint32_t i)
{
    return json_string_of(json_element(list, i));
}

static void compare_texts(const struct comparing *c, enum word word, const char *name, const void *before,
                          const void *after)
{
    uint32_t first = 0, n = json_count(before), m = json_count(after);
    while (first < n && first < m && str_eq(text_at(before, first), text_at(after, first)))
        first++;
    while (n > first && m > first && str_eq(text_at(before, n - 1), text_at(after, m - 1))) {
        n--;
        m--;
    }
    for (uint32_t i = first; i < n || i < m; i++)
        compare_values(c, word, name, i < n ? json_element(before, i) : NULL, i < m ? json_element(after, i) : NULL);
}

/* ---- Components ---- */

typedef void compare_member(const struct comparing *c, enum word word, const char *name, const void *before,
                            const void *after);

/* The members of two objects, each name once. */
static void compare_members(const struct comparing *c, const void *before, const void *after, compare_member *compare)
{
    for (void *at = json_first(after); at; at = json_next(after, at))
        compare(c, WORD_NONE, json_name_at(at), json_member(before, json_name_at(at)), json_value_at(at));
    for (void *at = json_first(before); at; at = json_next(before, at))
        if (!json_member(after, json_name_at(at)))
            compare(c, WORD_NONE, json_name_at(at), json_value_at(at), NULL);
}

static void compare_components(const struct comparing *c, const void *before, const void *after)
{
    static const struct {
        const char *name;
        enum word word;
    } values[] = {{"title", WORD_TITLE},  {"kind", WORD_KIND},        {"importance", WORD_IMPORTANCE},
                  {"status", WORD_STATE}, {"label", WORD_IDENTIFIER}, {"provenance", WORD_SOURCE}};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        compare_values(c, values[i].word, values[i].name, json_member(before, values[i].name),
                       json_member(after, values[i].name));
    compare_members(c, json_member(before, "texts"), json_member(after, "texts"), compare_texts);
    compare_members(c, json_member(before, "attributes"), json_member(after, "attributes"), compare_values);
    compare_members(c, json_member(before, "references"), json_member(after, "references"), compare_references);
    compare_references(c, WORD_REPLACED_BY, "replaced_by", json_member(before, "replaced_by"),
                       json_member(after, "replaced_by"));
}

/* ---- Rows: as they are written ---- */

static bool is_in(const void *list, struct str path)
{
    for (uint32_t i = 0; i < json_count(list); i++)
        if (str_eq(text_at(list, i), path))
            return true;
    return false;
}

static void add_targets(const struct comparing *c, struct buf *out, const void *row, model_id model)
{
    const void *targets = json_member(row, "targets"), *tentative = json_member(row, "tentative");
    struct str outcome = json_string_of(json_member(row, "outcome"));
    for (uint32_t i = 0; i < json_count(targets); i++) {
        buf_text(out, i ? ", " : "");
        changes_add_path(c->changes, out, model, text_at(targets, i));
        buf_text(out, is_in(tentative, text_at(targets, i)) ? "?" : "");
    }
    if (str_is(outcome, "undecided"))
        buf_text(out, "?");
    else if (!str_is(outcome, "targets"))
        buf_str(out, outcome);
}

/* `model`: whose components may have moved since; NONE: the row is that of now. */
static void add_row(const struct comparing *c, struct buf *out, const void *row, model_id model)
{
    static const char *const marked[] = {"fit", "confidence", "rationale_kind", "strength"};
    static const char *const texts[] = {"rationale", "note", "source"};
    if (!row)
        return;
    buf_str(out, json_string_of(json_member(row, "relation")));
    buf_char(out, ' ');
    add_targets(c, out, row, model);
    for (size_t i = 0; i < sizeof marked / sizeof marked[0]; i++) {
        size_t start = out->n;
        buf_printf(out, "\n%s ", i == 2 ? "rationale-kind" : marked[i]);
        size_t empty = out->n;
        json_add_plain(out, json_member(row, marked[i]));
        out->n = out->n == empty ? start : out->n;
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        size_t start = out->n;
        buf_char(out, '\n');
        json_add_plain(out, json_member(row, texts[i]));
        out->n = out->n == start + 1 ? start : out->n;
    }
}

static void compare_rows(const struct comparing *c, const void *before, const void *after)
{
    model_id to = c->part->mapping == NONE ? NONE : c->changes->library->mappings.at[c->part->mapping].to;
    struct buf old = buf_on(c->mem), new = buf_on(c->mem);
    add_row(c, &old, before, to);
    add_row(c, &new, after, NONE);
    note_both(c, WORD_NONE, NULL, &old, &new);
}

/* ---- Whole models and mappings ---- */

static void compare_headers(const struct comparing *c, const void *before, const void *after)
{
    static const struct {
        const char *name;
        enum word word;
    } values[] = {{"title", WORD_TITLE},
                  {"version", WORD_VERSION},
                  {"date", WORD_DATE},
                  {"from", WORD_FROM},
                  {"to", WORD_TO},
                  {"publisher", WORD_PUBLISHER},
                  {"source", WORD_SOURCE},
                  {"license", WORD_LICENSE},
                  {"language", WORD_LANGUAGE},
                  {"extends", WORD_ADDS_TO},
                  {"description", WORD_DESCRIPTION},
                  {"architecture", WORD_ARCHITECTURE}};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        compare_values(c, values[i].word, values[i].name, json_member(before, values[i].name),
                       json_member(after, values[i].name));
}

void changes_compare(const struct changes *changes, const struct changed_part *part, const struct change *change,
                     struct mem *mem, struct arena *arena, differences *found)
{
    const struct comparing c = {changes, part, mem, arena, found};
    if (change->before == part->before && change->after == part->after)
        compare_headers(&c, change->before, change->after);
    else if (part->mapping != NONE)
        compare_rows(&c, change->before, change->after);
    else
        compare_components(&c, change->before, change->after);
}
