/* What writers type by habit where the language or the guide does it: bullets, numbers, and a title for a text. */

#include "check/text/texts.h"
#include "syntax/literal.h"

/* ---- Bullets ---- */

/* What a word processor puts before the items of a list. Of the last, which also stand in running text, one does not
   make a list. */
static const char *const bullets[] = {"•", "·", "▪", "◦", "‣", "●", "–", "—", "o"};

enum { SURE_BULLETS = 6, N_BULLETS = sizeof bullets / sizeof bullets[0] };

/* Which bullet and a blank a line begins with, behind less blanks than code has; N_BULLETS for none. */
static uint32_t bullet_of(struct str line, struct str *mark)
{
    uint32_t blanks = 0;
    while (blanks < line.len && line.ptr[blanks] == ' ')
        blanks++;
    line = str_from(line, blanks);
    for (uint32_t i = 0; i < N_BULLETS && blanks < 4; i++) {
        struct str bullet = str_of(bullets[i]);
        if (!str_starts(line, bullet) || line.len <= bullet.len ||
            (line.ptr[bullet.len] != ' ' && line.ptr[bullet.len] != '\t'))
            continue;
        *mark = str_upto(line, bullet.len);
        return i;
    }
    return N_BULLETS;
}

/* The lines of a text that begin with a bullet. */
struct bulleted {
    uint32_t n[N_BULLETS + 1]; /* by bullet */
    VEC(struct str) marks;     /* slices of the text */
    bool in_code;
};

static void see_line(struct texts *texts, struct bulleted *bulleted, struct str line)
{
    struct str mark, trimmed = str_trim(line);
    if (str_starts(trimmed, STR("```")) || str_starts(trimmed, STR("~~~")))
        bulleted->in_code = !bulleted->in_code;
    uint32_t bullet = bulleted->in_code ? N_BULLETS : bullet_of(line, &mark);
    if (bullet == N_BULLETS)
        return;
    bulleted->n[bullet]++;
    vec_push(texts->checking->mem, &bulleted->marks, mark);
}

static bool is_list(const struct bulleted *bulleted)
{
    for (uint32_t i = 0; i < N_BULLETS; i++)
        if (bulleted->n[i] >= (i < SURE_BULLETS ? 1 : 2))
            return true;
    return false;
}

static void report_bullets(struct texts *texts, component_id id, const struct text *text,
                           const struct bulleted *bulleted)
{
    enum { EDITS_MOST = 100 }; /* each is looked for in the literal */
    struct checking *checking = texts->checking;
    struct str source = source_text(checking->library->sources, text->at);
    struct span first = literal_span(source, text->at, text->value, bulleted->marks.at[0]);
    struct finding *finding = report(checking->diag, first, MSG_typed_bullet, v_string(bulleted->marks.at[0]));
    about_component(checking, finding, id);
    if (bulleted->marks.n > EDITS_MOST)
        return;
    struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_bullets);
    VEC_EACH (const struct str, mark, &bulleted->marks)
        fix_edit(finding, fix, literal_span(source, text->at, text->value, *mark), STR("-"));
}

void check_bullets(struct texts *texts, component_id id, const struct text *text)
{
    struct bulleted bulleted = {0};
    const char *at = text->value.ptr, *end = at + text->value.len;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at)), *stop = newline ? newline : end;
        see_line(texts, &bulleted, str_range(at, stop));
        at = newline ? newline + 1 : end;
    }
    if (is_list(&bulleted))
        report_bullets(texts, id, text, &bulleted);
    vec_free(texts->checking->mem, &bulleted.marks);
}

/* ---- Titles with a number ---- */

static uint32_t blanks_at(struct str text, uint32_t at)
{
    uint32_t n = 0;
    while (at + n < text.len && text.ptr[at + n] == ' ')
        n++;
    return n;
}

/* The length of what separates a number from the title behind it: `: `, `. `, `) `, ` - `, ` – `, or a blank, which
   counts only where `blank` says so. 0 if there is nothing of it. */
static uint32_t separator_at(struct str title, uint32_t at, bool blank)
{
    static const char *const marks[] = {":", ".", ")", "-", "–", "—"};
    uint32_t before = blanks_at(title, at);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        struct str mark = str_of(marks[i]);
        uint32_t behind = str_starts(str_from(title, at + before), mark) ? blanks_at(title, at + before + mark.len) : 0;
        bool is_dash = i >= 3;
        if (behind && (before > 0) == is_dash)
            return before + mark.len + behind;
    }
    return blank ? before : 0;
}

/* The length of the number that a title begins with, with what separates it: its own id, or the number that the tool
   counts. "5 Whys" of id 5 and "IT Management" of id IT are titles. */
static uint32_t number_length(struct str title, struct str id, uint32_t counter)
{
    uint32_t n = 0, separator = 0, number = 0;
    bool has_digit = false, has_other = false;
    for (uint32_t i = 0; i < id.len; i++) {
        has_digit = has_digit || is_digit(id.ptr[i]);
        has_other = has_other || !is_digit(id.ptr[i]);
    }
    if (id.len && str_starts(title, id))
        separator = separator_at(title, id.len, has_digit && has_other);
    if (separator)
        return id.len + separator;
    for (; n < title.len && n < 4 && is_digit(title.ptr[n]); n++)
        number = 10 * number + (uint32_t)(title.ptr[n] - '0');
    separator = n && counter != NONE && number == counter ? separator_at(title, n, false) : 0;
    return separator ? n + separator : 0;
}

/* A bullet before a title: there are no lists of titles. */
static uint32_t bullet_length(struct str title)
{
    struct str mark;
    uint32_t bullet = bullet_of(title, &mark);
    return bullet < SURE_BULLETS ? mark.len + blanks_at(title, mark.len) : 0;
}

void check_title(struct texts *texts, component_id id)
{
    struct checking *checking = texts->checking;
    const struct component *component = &checking->library->components.at[id];
    struct str title = component->title;
    if (title.len == 0)
        return;
    uint32_t n = bullet_length(title);
    bool is_bullet = n > 0;
    if (!is_bullet)
        n = number_length(title, component->id ? name_in(checking, component->id) : STR_NONE, component->counter);
    if (n == 0 || n >= title.len)
        return;
    struct str typed = str_upto(title, n);
    struct span at =
        literal_span(source_text(checking->library->sources, component->title_at), component->title_at, title, typed);
    struct finding *finding =
        report(checking->diag, at, is_bullet ? MSG_bullet_in_title : MSG_number_in_title, v_string(str_trim(typed)));
    about_component(checking, finding, id);
    fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_remove), at, STR(""));
}
