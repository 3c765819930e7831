/* A profile: what it takes from its model, what it leaves out, and why. */

#include "emit/guide/headers.h"
#include "emit/guide/pages/component.h"
#include "emit/guide/pages/lists.h"
#include "model/selection.h"
#include "model/view.h"

/* A profile that is being shown; by position: whether it is taken, and the selection that left it
   out. */
struct showing {
    struct page page;
    const struct profile *profile;
    uint8_t *taken;
    uint32_t *excluded; /* index of the selection, plus one; 0 */
};

static void find_exclusions(struct showing *s)
{
    const struct library *library = s->page.library;
    s->excluded = arena_array(&s->page.guide->scratch, uint32_t, view_count(library, s->profile->model) + 1);
    for (uint32_t i = 0; i < s->profile->n_selections; i++) {
        const struct selection *selection = &library->selections.at[s->profile->first_selection + i];
        if (selection->kind == SELECTION_EXCLUDE)
            s->excluded[view_position(library, s->profile->model, selection->component)] = i + 1;
    }
}

/* ---- What is in ---- */

static uint32_t taken_inside(const struct showing *s, uint32_t position)
{
    uint32_t n = 0;
    for (uint32_t p = position + 1; p < view_end(s->page.library, s->profile->model, position); p++)
        n += s->taken[p];
    return n;
}

/* The taken components from `first` up to `end`, with those in them; informative ones are counted by
   what they are in. */
static void put_taken(struct showing *s, uint32_t first, uint32_t end)
{
    const struct library *library = s->page.library;
    bool open = false;
    for (uint32_t position = first; position < end; position = view_end(library, s->profile->model, position)) {
        component_id id = view_component(library, s->profile->model, position);
        if (!s->taken[position] || library_kind(library, id)->importance == IMPORTANCE_INFORMATIVE)
            continue;
        put(&s->page, open ? "<li>" : "<ul>\n<li>");
        open = true;
        put_short_reference(&s->page, id);
        put_marks(&s->page, id);
        if (taken_inside(s, position))
            put_taken(s, position + 1, view_end(library, s->profile->model, position));
        put(&s->page, "</li>\n");
    }
    put(&s->page, open ? "</ul>\n" : "");
}

/* ---- What is out ---- */

static void put_reason(struct showing *s, uint32_t position)
{
    if (s->excluded[position] == 0) {
        put_word(&s->page, WORD_NOT_INCLUDED);
        return;
    }
    const struct library *library = s->page.library;
    struct voice voice = voice_of_model(library, s->profile->model);
    struct str reason = library->selections.at[s->profile->first_selection + s->excluded[position] - 1].reason;
    if (reason.len)
        put_block(&s->page, &voice, reason, 3);
    else
        put_word(&s->page, WORD_NO_REASON);
}

static void put_left_out_row(struct showing *s, uint32_t position)
{
    put(&s->page, "<tr><th scope=\"row\">");
    put_reference(&s->page, view_component(s->page.library, s->profile->model, position));
    put(&s->page, "</th><td>");
    put_reason(s, position);
    put(&s->page, "</td></tr>\n");
}

/* What is left out, outermost components only: with a reason first, as those are decisions. */
static uint32_t put_left_out(struct showing *s, bool decided)
{
    const struct library *library = s->page.library;
    uint32_t n = 0, count = view_count(library, s->profile->model);
    for (uint32_t position = 0; position < count;) {
        if (s->taken[position]) {
            position++;
            continue;
        }
        if ((s->excluded[position] != 0) == decided) {
            put_left_out_row(s, position);
            n++;
        }
        position = view_end(library, s->profile->model, position);
    }
    return n;
}

static void put_left_out_table(struct showing *s)
{
    put_heading(&s->page, 2, "prm:out", WORD_LEFT_OUT);
    put(&s->page, "<table class=\"out\">\n<caption class=\"hidden\">");
    put_word(&s->page, WORD_LEFT_OUT);
    put(&s->page, "</caption>\n<thead><tr>");
    put_column(&s->page, WORD_COMPONENT);
    put_column(&s->page, WORD_REASON);
    put(&s->page, "</tr></thead>\n<tbody>\n");
    if (put_left_out(s, true) + put_left_out(s, false) == 0) {
        put(&s->page, "<tr><td colspan=\"2\">");
        put_word(&s->page, WORD_NOTHING);
        put(&s->page, "</td></tr>\n");
    }
    put(&s->page, "</tbody></table>\n");
}

void emit_profile(struct guide *guide, uint32_t index)
{
    const struct library *library = guide->library;
    const struct profile *profile = &library->profiles.at[index];
    struct showing s = {.profile = profile};
    s.page = page_begin(guide, &guide->site.profiles[index], SUBJECT_PROFILE, index, profile->model);
    struct voice voice = profile->model == NONE ? (struct voice){0} : voice_of_model(library, profile->model);
    put_declaration(&s.page, &voice, profile->title, profile->id, WORD_PROFILE);
    put_description(&s.page, &voice, &profile->header);
    put(&s.page, "<dl class=\"facts card\">\n");
    if (profile->model != NONE) {
        fact_begin(&s.page, WORD_OF_MODEL);
        put_model(&s.page, profile->model);
        fact_end(&s.page);
    }
    put_header_facts(&s.page, &voice, &profile->header, profile->at);
    put(&s.page, "</dl>\n");
    page_lead_end(&s.page);
    if (profile->model != NONE) {
        s.taken = profile_components(library, guide->mem, profile);
        find_exclusions(&s);
        put_download(&s.page, &guide->site.profiles_csv[index], WORD_AS_CSV);
        emit_profile_csv(&s.page, profile, s.taken);
        put_left_out_table(&s);
        put_heading(&s.page, 2, "prm:in", WORD_TAKEN);
        put(&s.page, "<div class=\"taken\">\n");
        put_taken(&s, 0, view_count(library, profile->model));
        put(&s.page, "</div>\n");
        mem_free(guide->mem, s.taken);
    }
    page_end(&s.page);
}
