#include "emit/guide/plain.h"

#include "base/entity.h"
#include "base/markdown.h"
#include "base/utf8.h"

/* Line ends and tabs are blanks here. */
static void add_line(struct buf *out, struct str text)
{
    buf_str(out, text);
    char *end = out->at + out->n;
    for (char *at = end - text.len; at < end; at++)
        *at = (unsigned char)*at < ' ' ? ' ' : *at;
}

static void add_entity(struct buf *out, struct str entity)
{
    char bytes[4];
    uint32_t c = entity_code_point(entity);
    add_line(out, c ? (struct str){bytes, utf8_encode(c, bytes)} : entity);
}

void plain_add(struct buf *out, struct arena *scratch, struct str text)
{
    if (!markdown_has_markup(text)) {
        add_line(out, text);
        return;
    }
    markdown_events events = {0};
    size_t start = out->n;
    markdown_parse(scratch, text, &events);
    VEC_EACH (const struct markdown_event, event, &events) {
        bool blank = out->n > start && out->at[out->n - 1] != ' ';
        switch (event->type) {
        case MARKDOWN_TEXT: add_line(out, event->text); break;
        case MARKDOWN_ENTITY: add_entity(out, event->text); break;
        case MARKDOWN_LEAVE:
            if (event->node < MARKDOWN_EMPHASIS && blank)
                buf_char(out, ' ');
            break;
        case MARKDOWN_ENTER: break;
        default:
            if (blank)
                buf_char(out, ' ');
            break;
        }
    }
    while (out->n > start && out->at[out->n - 1] == ' ')
        out->n--;
    vec_free(scratch->mem, &events);
}
