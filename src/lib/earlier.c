#include "lib/earlier.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/path.h"

struct reading {
    struct session *session;
    struct earlier *earlier;
    const char **problem;
};

static bool fail(struct reading *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(struct reading *r, const char *format, ...)
{
    char text[600];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    *r->problem = arena_str(&r->session->arena, str_of(text)).ptr;
    return false;
}

/* What file_read() gave of a file, which is freed. */
static bool take_document(struct reading *r, const char *path, enum file_status status, struct file_bytes *bytes)
{
    struct json_document document;
    struct mem *mem = r->session->mem;
    if (status != FILE_READ)
        return fail(r, "%s: %s", path, unreadable_reason(status));
    bool done = json_read(&document, mem, (struct str){bytes->at, bytes->n});
    mem_free(mem, bytes->at);
    if (!done)
        return fail(r, "%s:%u: %s", path, document.line, document.problem);
    if (!str_is(json_string_of(json_member(document.root, "schema")), "prmc-model/1"))
        return fail(r, "%s: not a model that `prmc export json` wrote", path);
    vec_push(mem, &r->earlier->documents, document);
    return true;
}

static bool read_document(struct reading *r, const char *path)
{
    struct file_bytes bytes;
    enum file_status status = file_read(r->session->mem, path, &bytes);
    return take_document(r, path, status, &bytes);
}

/* True for what a guide has beside the pages of a model and of a mapping. */
static bool is_data(struct str name)
{
    return str_ends(name, STR("/model.json")) || (str_starts(name, STR("mappings/")) && str_ends(name, STR(".json")));
}

static bool is_inside(struct arena *arena, struct str name)
{
    return name.ptr[0] != '/' && name.ptr[0] != '.' && str_eq(path_normal(arena, name), name);
}

/* What the manifest of a guide names, a path a line. */
static bool read_guide(struct reading *r, const char *folder, struct str manifest)
{
    struct arena *arena = &r->session->arena;
    while (manifest.len) {
        const char *end = memchr(manifest.ptr, '\n', manifest.len);
        struct str line = end ? str_range(manifest.ptr, end) : manifest;
        manifest = str_from(manifest, line.len + (end != NULL));
        if (!is_data(line) || !is_inside(arena, line))
            continue;
        if (!read_document(r, path_join(arena, str_of(folder), arena_str(arena, line)).ptr))
            return false;
    }
    return r->earlier->documents.n || fail(r, "%s: no models in this guide", folder);
}

static bool read_folder(struct reading *r, const char *folder)
{
    struct arena *arena = &r->session->arena;
    struct file_bytes bytes;
    const char *whole = path_join(arena, str_of(folder), STR("model.json")).ptr;
    if (file_real_path(arena, whole).ptr)
        return read_document(r, whole);
    if (file_read(r->session->mem, path_join(arena, str_of(folder), STR(".prmc-manifest")).ptr, &bytes) != FILE_READ)
        return fail(r, "%s: not a folder that `prmc guide` or `prmc build` wrote", folder);
    bool done = read_guide(r, folder, (struct str){bytes.at, bytes.n});
    mem_free(r->session->mem, bytes.at);
    return done;
}

bool session_compare_with(struct session *session, const char *path, const char **problem)
{
    struct reading r = {session, arena_array(&session->arena, struct earlier, 1), problem};
    struct file_bytes bytes;
    enum file_status status = *path ? file_read(session->mem, path, &bytes) : FILE_MISSING;
    bool done = status == FILE_FOLDER ? read_folder(&r, path) : take_document(&r, path, status, &bytes);
    if (done)
        session->publication.earlier = r.earlier;
    return done;
}
