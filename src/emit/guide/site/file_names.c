#include "emit/guide/site/file_names.h"

enum { NAME_MOST = 120 }; /* bytes; file systems take 255 */

void file_names_init(struct file_names *names, struct mem *mem)
{
    *names = (struct file_names){.mem = mem, .taken = map_on(mem)};
    atoms_init(&names->folded, mem);
}

static struct str folded(struct buf *out, struct str name)
{
    out->n = 0;
    for (uint32_t i = 0; i < name.len; i++)
        buf_char(out, to_lower(name.ptr[i]));
    return buf_as_str(out);
}

/* How often the name was asked for before, in any case if `fold`. */
static uint32_t claim(struct file_names *names, uint32_t scope, struct str name, bool fold)
{
    struct buf small = buf_on(names->mem);
    atom key = atom_intern(&names->folded, fold ? folded(&small, name) : name);
    buf_free(&small);
    return (*map_at(&names->taken, map_key(scope, key), 0))++;
}

static bool is_taken(struct file_names *names, uint32_t scope, struct str name, bool fold)
{
    struct buf small = buf_on(names->mem);
    atom key = atom_find(&names->folded, fold ? folded(&small, name) : name);
    buf_free(&small);
    return key && map_find(&names->taken, map_key(scope, key));
}

/* The name, or the first of NAME~2, NAME~3, ... that is free. */
static struct str give(struct file_names *names, struct arena *arena, uint32_t scope, struct str name, bool fold)
{
    uint32_t times = claim(names, scope, name, fold);
    if (times == 0)
        return arena_str(arena, name);
    struct buf other = buf_on(names->mem);
    do {
        other.n = 0;
        buf_printf(&other, "%.*s~%u", STR_ARGS(name), ++times);
    } while (claim(names, scope, buf_as_str(&other), fold) != 0);
    struct str result = arena_str(arena, buf_as_str(&other));
    buf_free(&other);
    return result;
}

/* ---- Files ---- */

/* True for the names that Windows keeps for devices, whatever follows a dot. */
static bool is_device(struct str name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "com", "lpt"};
    char small[5] = "";
    uint32_t n = 0;
    for (; n < name.len && name.ptr[n] != '.'; n++) {
        if (n == 4)
            return false;
        small[n] = to_lower(name.ptr[n]);
    }
    bool numbered = n == 4 && is_digit(small[3]);
    if (n != 3 && !numbered)
        return false;
    for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++)
        if (memcmp(small, devices[i], 3) == 0 && (n == 3) == (i < 4))
            return true;
    return false;
}

static bool is_refused(unsigned char c)
{
    return c < ' ' || c == 0x7f || strchr("<>:\"/\\|?*", c) != NULL;
}

/* True for what Windows leaves out at the end of a name. */
static bool is_lost(char c)
{
    return c == '.' || c == ' ';
}

/* The whole characters among the first NAME_MOST bytes. */
static uint32_t cut(struct str name)
{
    uint32_t n = name.len;
    if (n > NAME_MOST)
        for (n = NAME_MOST; n > 0 && ((unsigned char)name.ptr[n] & 0xc0) == 0x80; n--)
            continue;
    return n;
}

/* Appends the name without what some file system refuses. */
static void add_harmless(struct buf *out, struct str wanted)
{
    uint32_t n = cut(wanted);
    if (n == 0 || wanted.ptr[0] == '.' || is_device(wanted))
        buf_char(out, '_');
    for (uint32_t i = 0; i < n; i++) {
        char c = wanted.ptr[i];
        bool taken = !is_refused((unsigned char)c) && !(i + 1 == n && is_lost(c));
        buf_char(out, taken ? c : '_');
    }
}

struct str file_name(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted)
{
    struct buf name = buf_on(names->mem);
    add_harmless(&name, wanted);
    struct str result = give(names, arena, scope, buf_as_str(&name), true);
    buf_free(&name);
    return result;
}

struct str file_name_if_free(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted)
{
    struct buf name = buf_on(names->mem);
    add_harmless(&name, wanted);
    bool taken = is_taken(names, scope, buf_as_str(&name), true);
    struct str result = taken ? STR_NONE : give(names, arena, scope, buf_as_str(&name), true);
    buf_free(&name);
    return result;
}

/* ---- Places ---- */

static void add_unbroken(struct buf *out, struct str wanted)
{
    for (uint32_t i = 0; i < wanted.len; i++)
        buf_char(out, strchr(" \t\n\f\r", wanted.ptr[i]) ? '_' : wanted.ptr[i]);
}

struct str anchor_name(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted)
{
    struct buf name = buf_on(names->mem);
    add_unbroken(&name, wanted);
    struct str result = give(names, arena, scope, buf_as_str(&name), false);
    buf_free(&name);
    return result;
}

struct str anchor_name_if_free(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted)
{
    struct buf name = buf_on(names->mem);
    add_unbroken(&name, wanted);
    bool taken = is_taken(names, scope, buf_as_str(&name), false);
    struct str result = taken ? STR_NONE : give(names, arena, scope, buf_as_str(&name), false);
    buf_free(&name);
    return result;
}
