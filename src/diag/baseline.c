/* A baseline: which findings are known, and what this run makes of it. */

#include "diag/baseline.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/path.h"
#include "diag/fingerprint.h"

struct baseline baseline_on(struct mem *mem, struct str folder)
{
    return (struct baseline){.mem = mem, .arena = arena_on(mem), .folder = folder};
}

/* What the core groups find stands in the way of publishing and is always shown; an entry of the baseline that
   is out of date is not mended by another. */
static bool may_hold(enum rule rule)
{
    return !rule_info(rule)->group->core;
}

/* The entries by fingerprint. */
static struct map index_entries(const struct baseline *baseline)
{
    struct map map = map_on(baseline->mem);
    for (uint32_t i = 0; i < baseline->entries.n; i++)
        map_at(&map, baseline->entries.at[i].fingerprint, i);
    return map;
}

static struct baseline_entry *entry_for(const struct baseline *baseline, const struct map *map,
                                        const struct finding *finding)
{
    uint32_t i = may_hold(finding->rule) ? map_get(map, finding->fingerprint, UINT32_MAX) : UINT32_MAX;
    return i == UINT32_MAX ? NULL : &baseline->entries.at[i];
}

void baseline_count(struct baseline *baseline, const struct diag *diag)
{
    struct map map = index_entries(baseline);
    VEC_EACH (struct baseline_entry, entry, &baseline->entries)
        entry->found = 0;
    VEC_EACH (struct finding *const, finding, &diag->findings) {
        struct baseline_entry *entry = entry_for(baseline, &map, *finding);
        if (entry)
            entry->found++;
    }
    map_free(&map);
}

/* The name of a file as seen from the baseline. */
static struct str file_name(struct arena *arena, struct str folder, const struct source_file *file)
{
    return file->real.ptr ? path_relative(arena, folder, file->real) : arena_str(arena, file->path);
}

static struct baseline_entry entry_of(struct baseline *baseline, const struct finding *finding)
{
    struct arena *arena = &baseline->arena;
    const struct source_file *file = source_of(finding->diag->sources, finding->at.start);
    return (struct baseline_entry){
        .fingerprint = finding->fingerprint,
        .code = str_of(rule_info(finding->rule)->code),
        .rule = str_of(rule_info(finding->rule)->name),
        .element = finding->element.len ? arena_str(arena, finding->element) : STR_NONE,
        .file = file_name(arena, baseline->folder, file),
        .message = arena_str(arena, finding->text),
    };
}

void baseline_extend(struct baseline *baseline, const struct diag *diag)
{
    struct map map = index_entries(baseline);
    VEC_EACH (struct baseline_entry, entry, &baseline->entries)
        entry->found = 0;
    VEC_EACH (struct finding *const, at, &diag->findings) {
        if (!may_hold((*at)->rule))
            continue;
        uint32_t *i = map_at(&map, (*at)->fingerprint, baseline->entries.n);
        if (*i == baseline->entries.n)
            vec_push(baseline->mem, &baseline->entries, entry_of(baseline, *at));
        struct baseline_entry *entry = &baseline->entries.at[*i];
        if (++entry->found > entry->count)
            entry->count = entry->found;
    }
    map_free(&map);
}

static bool was_read(const struct baseline *baseline, const struct diag *diag, struct str name)
{
    struct arena arena = arena_on(baseline->mem);
    bool found = false;
    VEC_EACH (const struct source_file, file, &diag->sources->files)
        if (!found && str_eq(file_name(&arena, baseline->folder, file), name))
            found = true;
    arena_free(&arena);
    return found;
}

static bool is_gone(const struct baseline *baseline, struct str name)
{
    struct arena arena = arena_on(baseline->mem);
    struct str path = path_join(&arena, baseline->folder, name);
    bool gone = !file_real_path(&arena, path.ptr).ptr;
    arena_free(&arena);
    return gone;
}

bool baseline_judges(const struct baseline *baseline, const struct diag *diag, const struct baseline_entry *entry)
{
    enum rule rule = rule_find(entry->code);
    if (rule == RULE_COUNT)
        return true;
    if (diag_severity(diag, rule) == SEVERITY_OFF || str_is(entry->file, "<stdin>"))
        return diag_severity(diag, rule) != SEVERITY_OFF && was_read(baseline, diag, entry->file);
    return was_read(baseline, diag, entry->file) || is_gone(baseline, entry->file);
}

static bool is_stale(const struct baseline *baseline, const struct diag *diag, const struct baseline_entry *entry)
{
    return entry->found < entry->count && baseline_judges(baseline, diag, entry);
}

uint32_t baseline_prune(struct baseline *baseline, const struct diag *diag)
{
    uint32_t kept = 0, changed = 0;
    VEC_EACH (struct baseline_entry, entry, &baseline->entries) {
        if (is_stale(baseline, diag, entry)) {
            entry->count = entry->found;
            changed++;
        }
        if (entry->count)
            baseline->entries.at[kept++] = *entry;
    }
    baseline->entries.n = kept;
    return changed;
}

void baseline_hide(const struct baseline *baseline, struct diag *diag)
{
    struct map map = index_entries(baseline);
    uint32_t kept = 0;
    VEC_EACH (struct finding *, at, &diag->findings) {
        struct finding *finding = *at;
        const struct baseline_entry *entry = entry_for(baseline, &map, finding);
        if (entry && entry->found <= entry->count) {
            diag->counts[finding->severity]--;
            diag->hidden++;
        } else {
            diag->findings.at[kept++] = finding;
        }
    }
    diag->findings.n = kept;
    map_free(&map);
}

static void report_entry(struct diag *diag, const struct baseline_entry *entry, uint32_t base)
{
    struct span at = {base + entry->offset, base + entry->offset + 16};
    struct value rule = v_name(entry->rule.len ? entry->rule : entry->code);
    struct value place = v_name(entry->element.len ? entry->element : entry->file);
    struct finding *finding;
    if (entry->found == 0)
        finding = report(diag, at, MSG_stale_entry, rule, place);
    else
        finding = report(diag, at, MSG_stale_count, v_number(entry->count), rule, place, v_number(entry->found));
    help(finding, MSG_help_prune);
    finding->severity = diag_severity(diag, finding->rule);
    if (entry->element.len)
        about(finding, entry->element);
    diag->counts[finding->severity]++;
}

static int by_offset(const void *a, const void *b)
{
    const struct baseline_entry *one = *(struct baseline_entry *const *)a;
    const struct baseline_entry *other = *(struct baseline_entry *const *)b;
    return (one->offset > other->offset) - (one->offset < other->offset);
}

void baseline_report_stale(const struct baseline *baseline, struct diag *diag, uint32_t base)
{
    VEC(const struct baseline_entry *) stale = {0};
    if (diag_severity(diag, RULE_stale_baseline_entry) == SEVERITY_OFF)
        return;
    VEC_EACH (const struct baseline_entry, entry, &baseline->entries)
        if (is_stale(baseline, diag, entry))
            vec_push(diag->mem, &stale, entry);
    if (stale.n)
        qsort(stale.at, stale.n, sizeof *stale.at, by_offset);
    for (uint32_t i = 0; i < stale.n; i++)
        report_entry(diag, stale.at[i], base);
    vec_free(diag->mem, &stale);
    diag_fingerprint(diag);
}

bool baseline_is_blind(const struct diag *diag)
{
    VEC_EACH (struct finding *const, finding, &diag->findings)
        if ((*finding)->severity == SEVERITY_ERROR && rule_is_fixed((*finding)->rule))
            return true;
    return false;
}
