#include "base/path.h"

#include "base/buf.h"

struct str path_join(struct arena *arena, struct str folder, struct str name)
{
    if (folder.len == 0 || str_is(folder, ".") || str_starts(name, STR("/")))
        return arena_str(arena, name);
    struct buf buf = buf_on(arena->mem);
    buf_str(&buf, folder);
    if (folder.ptr[folder.len - 1] != '/')
        buf_char(&buf, '/');
    buf_str(&buf, name);
    struct str joined = arena_str(arena, buf_as_str(&buf));
    buf_free(&buf);
    return joined;
}

/* Takes the first step off `*rest`, without its slashes. */
static struct str next_step(struct str *rest)
{
    while (rest->len && rest->ptr[0] == '/')
        *rest = str_from(*rest, 1);
    uint32_t n = 0;
    while (n < rest->len && rest->ptr[n] != '/')
        n++;
    struct str step = str_upto(*rest, n);
    *rest = str_from(*rest, n);
    return step;
}

/* Drops the last step of the path in `buf`; false if there is none that can be dropped. */
static bool drop_step(struct buf *buf, bool absolute)
{
    size_t start = buf->n;
    while (start > 0 && buf->at[start - 1] != '/')
        start--;
    struct str last = {buf->at + start, (uint32_t)(buf->n - start)};
    if (last.len == 0 || str_is(last, ".."))
        return absolute;
    buf->n = start > 1 ? start - 1 : absolute ? start : 0;
    return true;
}

struct str path_normal(struct arena *arena, struct str path)
{
    bool absolute = str_starts(path, STR("/"));
    struct buf buf = buf_on(arena->mem);
    if (absolute)
        buf_char(&buf, '/');
    struct str rest = path;
    for (struct str step; (step = next_step(&rest)).len;) {
        if (str_is(step, "."))
            continue;
        if (str_is(step, "..") && drop_step(&buf, absolute))
            continue;
        if (buf.n && buf.at[buf.n - 1] != '/')
            buf_char(&buf, '/');
        buf_str(&buf, step);
    }
    if (buf.n == 0)
        buf_char(&buf, '.');
    struct str normal = arena_str(arena, buf_as_str(&buf));
    buf_free(&buf);
    return normal;
}

struct str path_relative(struct arena *arena, struct str folder, struct str path)
{
    struct str rest = path, base = folder;
    for (;;) {
        struct str after_base = base, after_rest = rest;
        struct str base_step = next_step(&after_base), step = next_step(&after_rest);
        if (base_step.len == 0 || !str_eq(base_step, step))
            break;
        base = after_base;
        rest = after_rest;
    }
    struct buf buf = buf_on(arena->mem);
    while (next_step(&base).len)
        buf_text(&buf, buf.n ? "/.." : "..");
    for (struct str step; (step = next_step(&rest)).len;) {
        if (buf.n)
            buf_char(&buf, '/');
        buf_str(&buf, step);
    }
    if (buf.n == 0)
        buf_char(&buf, '.');
    struct str relative = arena_str(arena, buf_as_str(&buf));
    buf_free(&buf);
    return relative;
}

struct str path_folder(struct arena *arena, struct str path)
{
    uint32_t n = path.len;
    while (n > 0 && path.ptr[n - 1] != '/')
        n--;
    if (n == 0)
        return arena_str(arena, STR("."));
    return arena_str(arena, str_upto(path, n > 1 ? n - 1 : 1));
}

bool path_within(struct str folder, struct str path)
{
    if (str_is(folder, "/"))
        return true;
    return str_starts(path, folder) && (path.len == folder.len || path.ptr[folder.len] == '/');
}

bool path_is_url(struct str path)
{
    for (uint32_t i = 0; i + 2 < path.len; i++)
        if (memcmp(path.ptr + i, "://", 3) == 0)
            return true;
    return false;
}
