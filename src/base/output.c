#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "base/whole.h"

/* Removes a folder of `at` with all that is in it. What cannot be removed stays. */
static void sweep(int at, const char *folder)
{
    int fd = openat(at, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *listing = fd < 0 ? NULL : fdopendir(fd);
    if (!listing && fd >= 0)
        close(fd);
    for (struct dirent *entry; listing && (entry = readdir(listing)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && unlinkat(fd, entry->d_name, 0) != 0)
            sweep(fd, entry->d_name);
    if (listing)
        closedir(listing);
    unlinkat(at, folder, AT_REMOVEDIR);
}

/* Takes away what was not committed. */
static void withdraw(void *thing)
{
    struct output *out = thing;
    VEC_EACH (struct output_file, file, &out->files) {
        if (!file->moved && file->is_folder)
            whole_remove(out, file->staged);
        else if (!file->moved && file->staged)
            unlink(file->staged);
        if (file->has_backup)
            unlink(file->backup);
    }
    out->files.n = 0;
    if (out->staging.len && rmdir(out->staging.ptr) != 0 && errno != ENOENT)
        sweep(AT_FDCWD, out->staging.ptr);
    out->staging = out->whole = STR_NONE;
    while (out->made.n)
        rmdir(out->made.at[--out->made.n]);
}

struct output *output_new(struct mem *mem)
{
    struct output *out = mem_alloc(mem, sizeof *out);
    *out = (struct output){.mem = mem, .arena = arena_on(mem)};
    out->owned = mem_adopt(mem, out, withdraw);
    return out;
}

struct output *output_in_memory(struct mem *mem)
{
    struct output *out = output_new(mem);
    out->keeps = true;
    return out;
}

static void keep(struct output *out, const char *root, const char *name, const struct buf *content)
{
    struct str path = path_normal(&out->arena, path_join(&out->arena, str_of(root), str_of(name)));
    struct kept_file file = {path, buf_on(out->mem)};
    buf_str(&file.content, buf_as_str(content));
    buf_cstr(&file.content);
    vec_push(out->mem, &out->kept, file);
}

static void fail(struct output *out, const char *path)
{
    if (out->failed)
        return;
    out->error = errno;
    out->failed = path;
}

/* Makes the folder and those above it; remembers them, so that they can be taken away again. */
static bool make_folder(struct output *out, struct str folder)
{
    vec_reserve(out->mem, &out->made, 1); /* what is made must be remembered, come what may */
    if (mkdir(folder.ptr, 0777) == 0) {
        vec_push(out->mem, &out->made, folder.ptr);
        return true;
    }
    if (errno == EEXIST)
        return true;
    struct str above = path_folder(&out->arena, folder);
    if (errno != ENOENT || str_eq(above, folder) || !make_folder(out, above))
        return false;
    vec_reserve(out->mem, &out->made, 1);
    if (mkdir(folder.ptr, 0777) != 0)
        return errno == EEXIST;
    vec_push(out->mem, &out->made, folder.ptr);
    return true;
}

static bool make_staging(struct output *out, const char *root)
{
    struct str folder = path_normal(&out->arena, str_of(root));
    if (!make_folder(out, folder))
        return false;
    struct str staging = path_join(&out->arena, folder, STR(".prmc-XXXXXX"));
    staging = arena_str(&out->arena, staging);
    if (!mkdtemp((char *)(uintptr_t)staging.ptr))
        return false;
    out->staging = staging;
    return true;
}

/* What stands where a file goes. */
struct place {
    const char *path; /* the place itself: a link leads there */
    struct stat info;
    bool is_there;
};

static struct place look_at(struct output *out, const char *path)
{
    struct place place = {.path = path};
    place.is_there = lstat(path, &place.info) == 0;
    if (place.is_there && S_ISLNK(place.info.st_mode)) {
        struct str real = file_real_path(&out->arena, path);
        place.path = real.ptr ? real.ptr : path;
        place.is_there = stat(path, &place.info) == 0;
    }
    return place;
}

static bool is_unchanged(struct output *out, const struct place *place, const struct buf *content)
{
    struct file_bytes old;
    if (!place->is_there || !S_ISREG(place->info.st_mode) || (size_t)place->info.st_size != content->n)
        return false;
    if (file_read(out->mem, place->path, &old) != FILE_READ)
        return false;
    bool same = old.n == content->n && (old.n == 0 || memcmp(old.at, content->at, old.n) == 0);
    mem_free(out->mem, old.at);
    return same;
}

/* Writes a new file; one that takes the place of another gets its mode. */
static bool write_file(const char *path, const struct place *place, const struct buf *content)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0)
        return false;
    bool kept = !place->is_there || fchmod(fd, place->info.st_mode & 07777) == 0;
    size_t done = 0;
    while (kept && done < content->n) {
        ssize_t n = write(fd, content->at + done, content->n - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    int error = errno;
    bool closed = close(fd) == 0;
    if (done < content->n)
        errno = error;
    return kept && done == content->n && closed;
}

static const char *staged_name(struct output *out, const char *suffix)
{
    char name[32];
    snprintf(name, sizeof name, "%u%s", out->files.n, suffix);
    return path_join(&out->arena, out->staging, str_of(name)).ptr;
}

static const char *name_apart(struct output *out, uint32_t worker, uint32_t number)
{
    char name[32];
    snprintf(name, sizeof name, "%u-%u", worker, number);
    return path_join(&out->arena, out->staging, str_of(name)).ptr;
}

enum turn { TURN_PARTS, TURN_NEW_PAGES, TURN_PAGES, TURN_INDEXES, TURN_REMOVED, TURN_COUNT };

static uint8_t turn_of(const struct place *place)
{
    struct str name = str_of(place->path);
    if (!str_ends(name, STR(".html")))
        return TURN_PARTS;
    if (str_ends(name, STR("/index.html")))
        return TURN_INDEXES;
    return place->is_there ? TURN_PAGES : TURN_NEW_PAGES;
}

/* Remembers a file that is or will be staged, and makes its folders. */
static bool will_move(struct output *out, const char *staged, const struct place *place)
{
    if (!make_folder(out, path_folder(&out->arena, str_of(place->path))))
        return false;
    struct output_file file = {
        .path = place->path, .staged = staged, .backup = staged_name(out, ".old"), .turn = turn_of(place)};
    vec_push(out->mem, &out->files, file);
    return true;
}

static bool stage(struct output *out, const char *root, const struct place *place, const struct buf *content)
{
    if (!out->staging.len && !make_staging(out, root))
        return false;
    const char *staged = staged_name(out, "");
    return will_move(out, staged, place) && write_file(staged, place, content);
}

/* ---- A folder that is new as a whole ---- */

void output_whole(struct output *out, const char *root)
{
    struct stat info;
    struct str folder = arena_str(&out->arena, whole_name(str_of(root)));
    bool winds =
        !str_eq(path_normal(&out->arena, folder), folder); /* over links, perhaps: it is not made of text alone */
    if (out->failed || out->keeps || out->whole.len || winds || lstat(folder.ptr, &info) == 0 || errno != ENOENT)
        return;
    if (!out->staging.len && !make_staging(out, path_folder(&out->arena, folder).ptr))
        return; /* the first file will fail, and say why */
    const char *staged = staged_name(out, "");
    struct output_file file = {
        .path = folder.ptr, .staged = staged, .backup = staged_name(out, ".old"), .is_folder = true};
    vec_reserve(out->mem, &out->files, 1); /* what is made must be remembered, come what may */
    if (mkdir(staged, 0777) != 0)
        return;
    vec_push(out->mem, &out->files, file);
    out->whole = folder;
    out->whole_at = str_of(staged);
}

/* Where a file lies until all of its folder goes to its place; NULL: it goes there by itself. */
static const char *place_in_whole(struct output *out, const char *root, const char *name)
{
    if (!whole_has(out, root))
        return NULL;
    return path_join(&out->arena, out->whole_at, str_of(name)).ptr;
}

static bool write_in_whole(struct output *out, const char *path, const struct buf *content)
{
    const struct place nothing = {.path = path};
    if (write_file(path, &nothing, content))
        return true;
    return errno == ENOENT && make_folder(out, path_folder(&out->arena, str_of(path))) &&
           write_file(path, &nothing, content);
}

static bool is_no_file(const struct place *place)
{
    errno = EISDIR;
    return place->is_there && !S_ISREG(place->info.st_mode);
}

static void add_name(struct output *out, const char *root, const char *name, size_t size)
{
    bool same_root = out->names.n && str_is(out->names.at[out->names.n - 1].root, root);
    struct str folder = same_root ? out->names.at[out->names.n - 1].root : arena_str(&out->arena, str_of(root));
    struct output_name added = {folder, arena_str(&out->arena, str_of(name)),
                                size}; /* whole before it is one of them */
    vec_push(out->mem, &out->names, added);
}

void output_add(struct output *out, const char *root, const char *name, const struct buf *content)
{
    if (out->failed)
        return;
    add_name(out, root, name, content->n);
    if (out->keeps) {
        keep(out, root, name, content);
        return;
    }
    const char *apart = place_in_whole(out, root, name);
    if (apart) {
        if (!write_in_whole(out, apart, content))
            fail(out, path_join(&out->arena, str_of(root), str_of(name)).ptr);
        return;
    }
    struct place place = look_at(out, path_join(&out->arena, str_of(root), str_of(name)).ptr);
    if (is_unchanged(out, &place, content))
        return;
    if (is_no_file(&place) || !stage(out, root, &place, content))
        fail(out, place.path);
}

void output_share(struct output *out, const char *root)
{
    if (!out->failed && !out->staging.len && !make_staging(out, root))
        out->error = errno;
}

/* False, and errno says why, if output_share() made no folder. */
static bool can_stage(const struct output *out)
{
    errno = out->error;
    return out->staging.len > 0;
}

struct output_note output_add_apart(struct output *out, uint32_t worker, uint32_t *next, const char *root,
                                    const char *name, const struct buf *content)
{
    struct output_note note = {.number = *next, .size = content->n};
    const char *apart = out->failed ? NULL : place_in_whole(out, root, name);
    if (apart && !write_in_whole(out, apart, content)) {
        fail(out, apart);
        note.error = out->error;
    }
    if (out->failed || apart)
        return note;
    struct place place = look_at(out, path_join(&out->arena, str_of(root), str_of(name)).ptr);
    if (is_unchanged(out, &place, content))
        return note;
    note.staged = !is_no_file(&place) && can_stage(out);
    if (!note.staged || !write_file(name_apart(out, worker, (*next)++), &place, content)) {
        fail(out, place.path);
        note.error = out->error;
    }
    return note;
}

void output_take(struct output *out, uint32_t worker, const char *root, const char *name, struct output_note note)
{
    if (out->failed)
        return;
    add_name(out, root, name, note.size);
    if (!note.staged && !note.error)
        return;
    struct place place = look_at(out, path_join(&out->arena, str_of(root), str_of(name)).ptr);
    bool known = note.staged && will_move(out, name_apart(out, worker, note.number), &place);
    errno = note.error ? note.error : errno;
    if (!known || note.error)
        fail(out, place.path);
}

void output_remove(struct output *out, struct str root, struct str name)
{
    struct str path = path_join(&out->arena, root, name);
    if (out->failed)
        return;
    if (!out->staging.len && !make_staging(out, root.ptr)) {
        fail(out, path.ptr);
        return;
    }
    struct output_file file = {.path = path.ptr, .backup = staged_name(out, ".old"), .turn = TURN_REMOVED};
    vec_push(out->mem, &out->files, file);
    for (uint32_t i = name.len; i-- > 0;)
        if (name.ptr[i] == '/')
            vec_push(out->mem, &out->emptied, path_join(&out->arena, root, str_upto(name, i)).ptr);
}

static bool move_to_place(struct output_file *file)
{
    if (!file->staged) {
        file->moved = file->has_backup = rename(file->path, file->backup) == 0;
        return file->moved;
    }
    if (!file->is_folder && link(file->path, file->backup) == 0)
        file->has_backup = true;
    else if (!file->is_folder && errno != ENOENT)
        return false;
    file->moved = rename(file->staged, file->path) == 0;
    return file->moved;
}

/* Puts back what stood at the place of a file. If that cannot be, it stays where it is. */
static void bring_back(struct output_file *file)
{
    if (rename(file->backup, file->path) == 0)
        file->has_backup = false;
    else if (unlink(file->path) == 0 && link(file->backup, file->path) != 0)
        file->has_backup = false;
}

static void take_back_whole(const struct output *out, const struct output_file *file)
{
    if (rename(file->path, file->staged) != 0)
        whole_remove(out, file->path);
}

static void move_back(struct output *out)
{
    VEC_EACH (struct output_file, file, &out->files) {
        if (!file->moved)
            continue;
        if (file->is_folder)
            take_back_whole(out, file);
        else if (!file->has_backup)
            unlink(file->path);
        else
            bring_back(file);
        file->moved = false;
    }
}

bool output_commit(struct output *out)
{
    for (uint8_t turn = 0; turn < TURN_COUNT; turn++)
        for (uint32_t i = 0; i < out->files.n && !out->failed; i++)
            if (out->files.at[i].turn == turn && !move_to_place(&out->files.at[i]))
                fail(out, out->files.at[i].path);
    if (!out->failed) {
        out->made.n = 0;
        for (uint32_t i = 0; i < out->emptied.n; i++)
            rmdir(out->emptied.at[i]); /* one with something in it stays */
        return true;
    }
    move_back(out);
    return false;
}

void output_close(struct output *out)
{
    withdraw(out);
    mem_disown(out->mem, out->owned);
}
