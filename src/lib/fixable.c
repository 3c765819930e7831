/* What fixes may be applied to. */

#include "lib/fixable.h"

/* Errors after which it is a guess what the author meant. */
static bool is_syntax_error(const struct finding *finding)
{
    switch (finding->rule) {
    case RULE_syntax_error:
    case RULE_unclosed_block:
    case RULE_invalid_utf8:
    case RULE_curly_quote_delimiter:
    case RULE_nesting_too_deep: return true;
    default: return false;
    }
}

void refuse_damaged_files(struct session *session)
{
    VEC_EACH (struct finding *const, at, &session->diag.findings) {
        struct source_file *file = source_of(&session->sources, (*at)->at.start);
        size_t index = (size_t)(file - session->sources.files.at);
        bool is_model = index < session->units.at.n; /* translations stand behind */
        if (!is_model || !session->units.at.at[index].tree.broken || !is_syntax_error(*at))
            continue;
        for (enum safety most = SAFETY_SAFE; most <= SAFETY_UNSAFE; most++)
            if (!finding_fix(*at, most))
                file->damaged[most] = true;
    }
}

/* The files that a fix changes though nobody named them, each once, with commas between; where the finding
   stands it says itself. */
static struct str files_elsewhere(struct session *session, const struct finding *finding, const struct fix *fix)
{
    struct buf list = buf_on(session->mem);
    const struct source_file *last = source_of(&session->sources, finding->at.start);
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        const struct source_file *file = source_of(&session->sources, edit->at.start);
        if (file == last || file->named)
            continue;
        buf_printf(&list, "%s`%.*s`", list.n ? ", " : "", STR_ARGS(file->path));
        last = file;
    }
    struct str text = arena_str(&session->arena, buf_as_str(&list));
    buf_free(&list);
    return text;
}

void note_files_elsewhere(struct session *session)
{
    VEC_EACH (struct finding *const, finding, &session->diag.findings)
        for (const struct fix *fix = (*finding)->fixes; fix; fix = fix->next) {
            struct str files = fix->safety <= SAFETY_UNSAFE ? files_elsewhere(session, *finding, fix) : STR_NONE;
            if (files.len)
                note(*finding, MSG_note_fix_elsewhere, v_text(files));
        }
}
