/* Components that are called by their title. */

#include "model/names/titled.h"

#include "model/names/notation.h"
#include "model/names/path.h"
#include "model/view.h"

/* The next byte that counts in a title: blanks, hyphens and underlines do not; 0 at the end. */
static char next_letter(struct str *text)
{
    while (text->len && (is_blank(*text->ptr) || *text->ptr == '-' || *text->ptr == '_'))
        *text = str_from(*text, 1);
    if (text->len == 0)
        return '\0';
    char c = *text->ptr;
    *text = str_from(*text, 1);
    return to_lower(c);
}

bool spells_title(struct str wanted, struct str title)
{
    if (wanted.len <= 3)
        return false;
    for (;;) {
        char a = next_letter(&wanted), b = next_letter(&title);
        if (a != b || a == '\0')
            return a == b;
    }
}

/* Offers the component that has the title, in place of what stands at `at`. */
static bool offer_titled(struct builder *builder, struct finding *finding, model_id model, struct str title,
                         struct span at)
{
    const struct library *library = builder->library;
    uint32_t position, end = model == NONE ? 0 : view_inside(library, model, NONE, &position);
    if (model == NONE || builder->n_searches++ >= SEARCHES_MOST)
        return false;
    for (; position < end; position++) {
        component_id id = view_component(library, model, position);
        if (library->components.at[id].id == 0 || !spells_title(title, library->components.at[id].title))
            continue;
        struct buf text = buf_on(builder->mem);
        path_add_titled(&text, library, id);
        help(finding, MSG_help_similar_id, v_text(buf_as_str(&text)));
        buf_free(&text);
        struct str path = path_text_of(builder, id);
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(path)), at, path);
        return true;
    }
    return false;
}

bool suggest_titled(struct builder *builder, struct finding *finding, model_id model, const struct arg *string)
{
    return offer_titled(builder, finding, model, arg_text(builder, string), string->at);
}

/* What stands on a line up to what ends an item of a list, without blanks behind it. */
static struct str item_of(struct str line)
{
    uint32_t n = 0;
    while (n < line.len && !memchr(",{}#\"?\r\n", line.ptr[n], 8))
        n++;
    return str_trim(str_upto(line, n));
}

bool suggest_spelt_out(struct builder *builder, struct finding *finding, model_id model, const struct written *written)
{
    struct span at = written->steps[0].at;
    const struct source_file *file = source_of(builder->diag->sources, at.start);
    struct str words = item_of((struct str){file->text + (at.start - file->base), file->len - (at.start - file->base)});
    at.end = at.start + words.len;
    if (at.end <= written->steps[written->n - 1].at.end || !offer_titled(builder, finding, model, words, at))
        return false;
    covers(finding, at.end);
    return true;
}
