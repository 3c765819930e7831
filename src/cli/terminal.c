#include "cli/terminal.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/path.h"

/* The value of a variable; NULL if it is not set or empty. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static bool is_set(const char *name)
{
    const char *value = variable(name);
    return value && strcmp(value, "0") != 0;
}

static bool is_off(const char *name)
{
    const char *value = variable(name);
    return value && strcmp(value, "0") == 0;
}

static bool is_terminal(FILE *stream)
{
    const char *term = variable("TERM");
    return isatty(fileno(stream)) && !(term && strcmp(term, "dumb") == 0);
}

/* NO_COLOR (no-color.org) wins over what forces colours; CLICOLOR=0 is for terminals. */
static bool wants_colour(enum when when, FILE *stream)
{
    if (when != WHEN_AUTO)
        return when == WHEN_ALWAYS;
    if (variable("NO_COLOR"))
        return false;
    if (is_set("CLICOLOR_FORCE") || is_set("FORCE_COLOR"))
        return true;
    return is_terminal(stream) && !is_off("CLICOLOR");
}

/* True if the locale of the characters is one of UTF-8, spelled in any of the usual ways. */
static bool is_utf8_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    static const char *const spellings[] = {"UTF-8", "utf-8", "UTF8", "utf8"};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = variable(variables[i]);
        for (size_t j = 0; value && j < sizeof spellings / sizeof spellings[0]; j++)
            if (strstr(value, spellings[j]))
                return true;
        if (value)
            return false;
    }
    return false;
}

static void add_escaped(struct buf *out, struct str path)
{
    for (uint32_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        bool plain = c < 0x80 && (is_alnum((char)c) || strchr("/-._~", c));
        buf_printf(out, plain ? "%c" : "%%%02X", c);
    }
}

/* The folder with the pages of the rules, as a URL: in the source tree, or where they are installed. */
static const char *pages_url(const struct session *session)
{
    static const char *const places[] = {"../share/doc/prmc/rules", "../docs/rules"};
    struct arena *arena = session->search.arena;
    struct str program = file_real_path(arena, "/proc/self/exe");
    for (size_t i = 0; program.ptr && i < sizeof places / sizeof places[0]; i++) {
        struct str place = path_join(arena, path_folder(arena, program), str_of(places[i]));
        struct str folder = file_real_path(arena, place.ptr);
        if (!folder.ptr)
            continue;
        struct buf url = buf_on(session->mem);
        buf_text(&url, "file://");
        add_escaped(&url, folder);
        struct str kept = arena_str(arena, buf_as_str(&url));
        buf_free(&url);
        return kept.ptr;
    }
    return NULL;
}

struct style terminal_style(const struct session *session, FILE *stream)
{
    struct style style = {
        .colour = wants_colour(session->options->colour, stream),
        .ascii = session->options->ascii || !is_utf8_locale(),
        .most = session->options->max_errors,
    };
    const char *term = variable("TERM");
    if (style.colour && is_terminal(stream) && term && strcmp(term, "linux") != 0)
        style.pages = pages_url(session);
    return style;
}
