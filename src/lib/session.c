#include "lib/session.h"

#include <errno.h>

#include "check/check.h"
#include "lib/fixable.h"
#include "model/build.h"
#include "model/translation/translation.h"

void session_begin(struct session *session, struct mem *mem)
{
    *session = (struct session){.mem = mem, .arena = arena_on(mem)};
    atoms_init(&session->atoms, mem);
    keywords_intern(&session->atoms);
    sources_init(&session->sources, mem);
    search_init(&session->search, &session->arena);
    diag_init(&session->diag, mem, &session->sources);
    session->units = (struct units){
        .mem = mem,
        .atoms = &session->atoms,
        .diag = &session->diag,
        .sources = &session->sources,
        .search = &session->search,
    };
}

void session_choose_preset(struct session *session, enum preset preset)
{
    struct diag *diag = &session->diag;
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        bool is_out = preset == PRESET_CORE && rule_preset(rule) != PRESET_CORE;
        bool is_raised = preset == PRESET_STRICT && diag_severity(diag, rule) < SEVERITY_WARNING;
        if (!is_out && !is_raised)
            continue;
        diag->chosen[rule] = is_out ? SEVERITY_OFF : SEVERITY_WARNING;
        diag->is_chosen[rule] = true;
    }
}

void session_choose_level(struct session *session, struct str selector, enum severity severity)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        if (rule_is_fixed(rule) || !rule_selected(rule, selector))
            continue;
        session->diag.chosen[rule] = severity;
        session->diag.is_chosen[rule] = true;
    }
}

void session_progress(const struct session *session, const char *what)
{
    if (session->progress)
        session->progress(what);
}

/* Reads the translations, and what the library's words need of them. */
static void read_translations(struct session *session)
{
    VEC_EACH (const char *const, folder, &session->translations)
        translations_read(&session->library, &session->diag, &session->sources, &session->search, *folder);
    translations_borrow(&session->library, &session->search);
}

void session_check(struct session *session)
{
    session_progress(session, "resolving");
    library_build(&session->library, &session->units);
    read_translations(session);
    session_progress(session, "checking");
    check_library(&session->library, &session->diag, session->mem, &session->search);
    diag_settle(&session->diag);
    refuse_damaged_files(session);
    note_files_elsewhere(session);
    session_progress(session, NULL);
}

const char *unreadable_reason(enum file_status status)
{
    switch (status) {
    case FILE_MISSING: return "no such file";
    case FILE_FOLDER: return "a folder; name the files in it";
    case FILE_NOT_REGULAR: return "not a regular file";
    case FILE_TOO_LARGE: return "larger than 1 GiB";
    default: return strerror(errno);
    }
}

bool session_has_errors(const struct session *session)
{
    return session->diag.counts[SEVERITY_ERROR] > 0;
}
