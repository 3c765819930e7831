#include "base/po.h"

#include <gettext-po.h>
#include <pthread.h>
#include <stdlib.h>

/* libgettextpo has state of its own, and knows only handlers without data of the caller's: one thread at a time
   reads, and what it reads is found here as long as po_read() runs. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
struct reading {
    struct po *po;
    struct arena *arena;
    jmp_buf *stop; /* where to go when the library wants the program to end */
};
static struct reading *reading;

/* Why a jump comes to `stop`. */
enum { EXHAUSTED = 1, REFUSED };

#ifdef __SANITIZE_ADDRESS__
/* The library loses a string or two of a file that does not parse. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libgettextpo";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

/* ---- What the library calls ---- */

/* Without memory the library prints and exits; this takes the place of its function, which it calls as any
   program may have its own. */
_Noreturn void libgettextpo_xalloc_die(void);
_Noreturn void libgettextpo_xalloc_die(void)
{
    longjmp(*reading->stop, EXHAUSTED);
}

/* A sentence of the library as findings have theirs: one line, small, without an end. */
static struct str sentence(struct arena *arena, const char *text)
{
    struct str copy = arena_str(arena, str_trim((struct str){text, (uint32_t)strcspn(text, "\n")}));
    char *at = (char *)copy.ptr;
    if (copy.len && (copy.len < 2 || !is_upper(at[1])))
        at[0] = to_lower(at[0]);
    while (copy.len && strchr(".:", at[copy.len - 1]))
        copy.len--;
    return copy;
}

static void add_problem(size_t line, bool is_duplicate, const char *text)
{
    bool known = line > 0 && line < UINT32_MAX;
    struct po_problem problem = {
        .line = known ? (uint32_t)line : 0,
        .is_duplicate = is_duplicate,
        .text = sentence(reading->arena, text),
    };
    if (known && line > 1 && str_starts(problem.text, STR("end-of-line")))
        problem.line--; /* the library is in the next one when it sees it */
    uint32_t n = reading->po->problems.n;
    if (n == 0 || reading->po->problems.at[n - 1].line != problem.line || is_duplicate)
        vec_push(reading->arena->mem, &reading->po->problems, problem);
}

/* Errors are kept. The library may not go on after a fatal one, but for the one that counts those before: it
   comes when all is read and can be freed. */
static void take_problem(int severity, po_message_t message, const char *file, size_t line, size_t column,
                         int is_multiline, const char *text)
{
    (void)message, (void)column, (void)is_multiline;
    bool is_count = severity == PO_SEVERITY_FATAL_ERROR && reading->po->problems.n > 0 && !file;
    if (severity == PO_SEVERITY_WARNING || is_count)
        return;
    add_problem(file ? line : 0, false, text);
    if (severity == PO_SEVERITY_FATAL_ERROR)
        longjmp(*reading->stop, REFUSED);
}

/* Two places: something is there twice. */
static void take_pair(int severity, po_message_t message, const char *file, size_t line, size_t column,
                      int is_multiline, const char *text, po_message_t other, const char *other_file, size_t other_line,
                      size_t other_column, int other_is_multiline, const char *other_text)
{
    (void)message, (void)column, (void)is_multiline, (void)other, (void)other_file, (void)other_column;
    (void)other_line, (void)other_is_multiline, (void)other_text;
    if (severity == PO_SEVERITY_WARNING)
        return;
    add_problem(file ? line : 0, true, text);
    if (severity == PO_SEVERITY_FATAL_ERROR)
        longjmp(*reading->stop, REFUSED);
}

/* ---- Where entries stand ---- */

/* The library does not tell; so the text is gone through once more. What it could read is a sequence of
   words, strings and comments. */
struct scan {
    struct str text;
    uint32_t at;
};

static void skip_line(struct scan *scan)
{
    while (scan->at < scan->text.len && scan->text.ptr[scan->at] != '\n')
        scan->at++;
}

/* Skips blanks and comments; `#~` stands before the words of what is obsolete. */
static void skip_blanks(struct scan *scan)
{
    for (; scan->at < scan->text.len; scan->at++) {
        struct str rest = str_from(scan->text, scan->at);
        if (str_starts(rest, STR("#~")) && !str_starts(rest, STR("#~|")))
            scan->at++;
        else if (rest.ptr[0] == '#')
            skip_line(scan);
        else if (!is_blank(rest.ptr[0]))
            return;
    }
}

static void skip_string(struct scan *scan)
{
    for (scan->at++; scan->at < scan->text.len && scan->text.ptr[scan->at] != '"'; scan->at++)
        if (scan->text.ptr[scan->at] == '\\')
            scan->at++;
    scan->at++;
}

/* The strings behind a word, as one part. */
static struct po_part take_strings(struct scan *scan)
{
    struct po_part part = {0, 0};
    for (skip_blanks(scan); scan->at < scan->text.len && scan->text.ptr[scan->at] == '"'; skip_blanks(scan)) {
        if (part.end == 0)
            part.start = scan->at;
        skip_string(scan);
        part.end = scan->at;
    }
    return part;
}

/* The next word with what stands behind it in brackets; empty at the end. */
static struct str take_word(struct scan *scan)
{
    skip_blanks(scan);
    uint32_t start = scan->at;
    while (scan->at < scan->text.len && !is_blank(scan->text.ptr[scan->at]) && scan->text.ptr[scan->at] != '"')
        scan->at++;
    return (struct str){scan->text.ptr + start, scan->at - start};
}

typedef VEC(struct po_entry) places;

/* A place for every entry, the header and obsolete ones included. */
static void find_places(struct mem *mem, struct str text, places *found)
{
    struct scan scan = {text, str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0};
    struct po_part context = {0, 0};
    for (struct str word = take_word(&scan); word.len; word = take_word(&scan)) {
        struct po_part part = take_strings(&scan);
        if (str_is(word, "msgctxt")) {
            context = part;
        } else if (str_is(word, "msgid")) {
            vec_push(mem, found, ((struct po_entry){.context_at = context, .source_at = part}));
            context = (struct po_part){0, 0};
        } else if (found->n && found->at[found->n - 1].text_at.end == 0 && str_starts(word, STR("msgstr"))) {
            found->at[found->n - 1].text_at = part;
        }
    }
}

/* ---- Reading ---- */

static struct str copy(struct arena *arena, const char *text)
{
    return text ? arena_str(arena, str_of(text)) : STR_NONE;
}

static const char *text_of(po_message_t message)
{
    return po_message_msgid_plural(message) ? po_message_msgstr_plural(message, 0) : po_message_msgstr(message);
}

/* The value of a field of the header; {0} if there is none. */
static struct str field_of(struct str header, struct str name)
{
    while (header.len) {
        const char *end = memchr(header.ptr, '\n', header.len);
        struct str line = end ? str_range(header.ptr, end) : header;
        if (str_starts(line, name))
            return str_trim(str_from(line, name.len));
        header = str_from(header, line.len + (end != NULL));
    }
    return STR_NONE;
}

/* Text is UTF-8 here as everywhere; a template that nobody has filled in says "CHARSET". */
static void read_header(struct po *po, struct arena *arena, struct str header)
{
    struct str type = field_of(header, STR("Content-Type:"));
    struct str language = field_of(header, STR("Language:"));
    po->language = language.len ? language : STR_NONE;
    for (uint32_t i = 0; i + 8 <= type.len; i++) {
        struct str charset = str_from(type, i + 8);
        if (!str_eq_folded((struct str){type.ptr + i, 8}, STR("charset=")))
            continue;
        if (!str_eq_folded(charset, STR("UTF-8")) && !str_is(charset, "CHARSET")) {
            struct po_problem problem = {.line = 1, .text = STR("the header names another charset than UTF-8")};
            vec_push(arena->mem, &po->problems, problem);
        }
    }
}

/* Copies the messages; `all` counts them as find_places() does. */
static void take_messages(struct po *po, struct arena *arena, po_message_iterator_t messages, const places *found)
{
    uint32_t all = 0;
    for (po_message_t m; (m = po_next_message(messages)) != NULL; all++) {
        struct po_entry entry = all < found->n ? found->at[all] : (struct po_entry){.fuzzy = false};
        entry.context = copy(arena, po_message_msgctxt(m));
        entry.source = copy(arena, po_message_msgid(m));
        entry.text = copy(arena, text_of(m));
        entry.fuzzy = po_message_is_fuzzy(m);
        if (!entry.context.ptr && entry.source.len == 0)
            read_header(po, arena, entry.text);
        else if (!po_message_is_obsolete(m))
            vec_push(arena->mem, &po->entries, entry);
    }
}

/* The library forgets to free the contexts. */
static void give_back(void *file)
{
    po_message_iterator_t messages = po_message_iterator(file, NULL);
    for (po_message_t m; (m = po_next_message(messages)) != NULL;) {
        po_message_set_msgctxt(m, NULL);
        po_message_set_prev_msgctxt(m, NULL);
    }
    po_message_iterator_free(messages);
    po_file_free(file);
}

static void give_back_iterator(void *messages)
{
    po_message_iterator_free(messages);
}

static void take_file(struct po *po, struct arena *arena, po_file_t file, struct str text)
{
    struct mem *mem = arena->mem;
    struct mem_foreign *owned = mem_adopt(mem, file, give_back);
    po_message_iterator_t messages = po_message_iterator(file, NULL);
    struct mem_foreign *iterator = mem_adopt(mem, messages, give_back_iterator);
    places found = {0};
    find_places(mem, text, &found);
    if (po->problems.n == 0)
        take_messages(po, arena, messages, &found);
    vec_free(mem, &found);
    mem_disown(mem, iterator);
    po_message_iterator_free(messages);
    mem_disown(mem, owned);
    give_back(file);
}

static struct str part_of(struct str text, struct po_part part)
{
    return (struct str){text.ptr + part.start, part.end - part.start};
}

static uint32_t line_of(struct str text, uint32_t offset)
{
    uint32_t line = 1;
    for (uint32_t i = 0; i < offset; i++)
        line += text.ptr[i] == '\n';
    return line;
}

/* Finds the first entry of the name that the one of a problem repeats. */
static void find_first(struct po_problem *problem, const places *found, struct str text)
{
    uint32_t second = 0;
    while (second < found->n && line_of(text, found->at[second].source_at.start) != problem->line)
        second++;
    for (uint32_t i = 0; i < second && second < found->n && problem->other_line == 0; i++)
        if (str_eq(part_of(text, found->at[i].source_at), part_of(text, found->at[second].source_at)) &&
            str_eq(part_of(text, found->at[i].context_at), part_of(text, found->at[second].context_at)))
            problem->other_line = line_of(text, found->at[i].source_at.start);
}

static void find_duplicates(struct po *po, struct mem *mem, struct str text)
{
    places found = {0};
    bool any = false;
    VEC_EACH (const struct po_problem, problem, &po->problems)
        any = any || problem->is_duplicate;
    if (!any)
        return;
    find_places(mem, text, &found);
    VEC_EACH (struct po_problem, problem, &po->problems)
        if (problem->is_duplicate)
            find_first(problem, &found, text);
    vec_free(mem, &found);
}

static void read_file(struct po *po, struct arena *arena, const char *path, struct str text)
{
    static const struct po_xerror_handler handler = {take_problem, take_pair};
    po_file_t file = po_file_read(path, &handler);
    if (file)
        take_file(po, arena, file, text);
    else
        vec_push(arena->mem, &po->problems, ((struct po_problem){.text = STR("it cannot be read any more")}));
}

/* Jumps for want of memory end here, too, so that the turn always goes to the next. */
static bool read_in_turn(struct po *po, struct arena *arena, const char *path, struct str text)
{
    jmp_buf stop, *outer = arena->mem->guard;
    struct reading here = {.po = po, .arena = arena, .stop = &stop};
    pthread_mutex_lock(&turn);
    reading = &here;
    arena->mem->guard = &stop;
    int why = setjmp(stop);
    if (why == 0)
        read_file(po, arena, path, text);
    arena->mem->guard = outer;
    reading = NULL;
    pthread_mutex_unlock(&turn);
    return why != EXHAUSTED;
}

void po_read(struct po *po, struct arena *arena, const char *path, struct str text)
{
    *po = (struct po){.language = STR_NONE};
    if (!read_in_turn(po, arena, path, text))
        mem_exhausted(arena->mem);
    if (po->problems.n)
        po->entries.n = 0;
    find_duplicates(po, arena->mem, text);
}

/* ---- Writing ---- */

static void add_character(struct buf *out, char c)
{
    switch (c) {
    case '"': buf_text(out, "\\\""); break;
    case '\\': buf_text(out, "\\\\"); break;
    case '\n': buf_text(out, "\\n"); break;
    case '\t': buf_text(out, "\\t"); break;
    default: buf_char(out, c); break;
    }
}

void po_add_string(struct buf *out, struct str text)
{
    bool has_lines = text.len && memchr(text.ptr, '\n', text.len - 1);
    buf_text(out, has_lines ? "\"\"\n\"" : "\"");
    for (uint32_t i = 0; i < text.len; i++) {
        add_character(out, text.ptr[i]);
        if (text.ptr[i] == '\n' && i + 1 < text.len)
            buf_text(out, "\"\n\"");
    }
    buf_text(out, "\"\n");
}
