/* What tells a finding from others without its line. */

#include "diag/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/map.h"

/* Ends a part, so that two parts cannot pass for one. */
static void end_part(struct buf *out)
{
    buf_char(out, '\x1f');
}

/* Runs of blanks count as one: a text may be laid out anew. */
static void add_part(struct buf *out, struct str text)
{
    text = str_trim(text);
    for (uint32_t i = 0; i < text.len; i++)
        if (!is_blank(text.ptr[i]))
            buf_char(out, text.ptr[i]);
        else if (!is_blank(text.ptr[i - 1]))
            buf_char(out, ' ');
    end_part(out);
}

static uint64_t hash_of(struct buf *parts)
{
    uint64_t hash = XXH64(parts->at, parts->n, 0);
    buf_free(parts);
    return hash == MAP_NO_KEY ? 0 : hash;
}

uint64_t fingerprint_values(struct mem *mem, enum message message, va_list values)
{
    struct buf parts = buf_on(mem);
    for (const char *at = message_template(message); *at; at++) {
        if ((at[0] == '{' && at[1] == '{') || strncmp(at, "{s}", 3) == 0) {
            at++;
        } else if (at[0] == '{' && is_lower(at[1])) {
            struct value value = va_arg(values, struct value);
            if (value.type == VALUE_NUMBER)
                buf_printf(&parts, "%u", value.number);
            else
                add_part(&parts, value.text);
            end_part(&parts);
        }
    }
    return hash_of(&parts);
}

/* The name of the file without its folders. */
static struct str base_name(struct str path)
{
    uint32_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return str_from(path, start);
}

static uint64_t fingerprint_of(const struct diag *diag, const struct finding *finding)
{
    struct buf parts = buf_on(diag->mem);
    add_part(&parts, str_of(rule_info(finding->rule)->code));
    if (finding->element.len)
        add_part(&parts, finding->element);
    else
        add_part(&parts, base_name(source_of(diag->sources, finding->at.start)->path));
    buf_printf(&parts, "%016llx", (unsigned long long)finding->values);
    return hash_of(&parts);
}

void diag_fingerprint(struct diag *diag)
{
    struct map seen = map_on(diag->mem);
    VEC_EACH (struct finding *, at, &diag->findings) {
        struct finding *finding = *at;
        finding->fingerprint = fingerprint_of(diag, finding);
        finding->nth = ++*map_at(&seen, finding->fingerprint, 0);
    }
    map_free(&seen);
}

void add_fingerprint(struct buf *out, const struct finding *finding)
{
    buf_printf(out, "%016llx:%u", (unsigned long long)finding->fingerprint, finding->nth);
}
