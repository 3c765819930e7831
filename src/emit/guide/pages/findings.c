/* What is found in a draft: by model and rule, with links to what it is about. */

#include <stdlib.h>

#include "emit/guide/headers.h"
#include "emit/guide/origin.h"
#include "model/names/path.h"

enum { FINDINGS_MOST = 1000 };

/* A finding and what it is listed under. */
struct item {
    const struct finding *finding;
    uint32_t group, number;
};

/* A model or a mapping by its id, or a file. */
struct group {
    struct str name;
    model_id model;     /* NONE: it is none */
    mapping_id mapping; /* likewise */
};

struct placed {
    uint32_t start;
    component_id id;
};

struct report {
    struct page *page;
    VEC(struct item) items;
    VEC(struct group) groups; /* in the order of the findings */
    struct placed *placed;    /* every component, by its place in the sources */
};

/* ---- What they are about ---- */

/* What a finding names first: in "CMMI-SVC:PP/SP1.1" the model. */
static struct str owner_of(const struct finding *finding)
{
    const char *colon = finding->element.len ? memchr(finding->element.ptr, ':', finding->element.len) : NULL;
    return colon ? str_range(finding->element.ptr, colon) : finding->element;
}

static struct group find_owner(const struct library *library, struct str name)
{
    struct group group = {name, NONE, NONE};
    for (model_id id = 0; id < library->models.n; id++)
        if (str_eq(atom_text(library->atoms, library->models.at[id].id), name))
            group.model = id;
    for (mapping_id id = 0; id < library->mappings.n; id++)
        if (str_eq(atom_text(library->atoms, library->mappings.at[id].id), name))
            group.mapping = id;
    return group;
}

/* What is of no model and no mapping stands under its file. */
static uint32_t group_of(struct report *report, const struct finding *finding)
{
    const struct library *library = report->page->library;
    struct group group = find_owner(library, owner_of(finding));
    if (group.model == NONE && group.mapping == NONE)
        group.name = source_locate(library->sources, finding->at.start).file->path;
    for (uint32_t i = 0; i < report->groups.n; i++)
        if (str_eq(report->groups.at[i].name, group.name))
            return i;
    vec_push(report->page->guide->mem, &report->groups, group);
    return report->groups.n - 1;
}

static int by_place(const void *a, const void *b)
{
    const struct placed *one = a, *other = b;
    return (one->start > other->start) - (one->start < other->start);
}

static void place_components(struct report *report)
{
    const struct library *library = report->page->library;
    uint32_t n = library->components.n - (library->components.n > 0); /* without the sentinel */
    report->placed = arena_array(&report->page->guide->scratch, struct placed, n + 1);
    for (component_id id = 0; id < n; id++)
        report->placed[id] = (struct placed){library->components.at[id].at.start, id};
    qsort(report->placed, n, sizeof *report->placed, by_place);
}

/* The component of the path that stands behind the model of a finding: the last one that begins before its place,
   or something that this stands in. NONE if the finding is about something else. */
static component_id subject_of(const struct report *report, const struct finding *finding)
{
    const struct library *library = report->page->library;
    uint32_t from = 0, end = library->components.n - (library->components.n > 0);
    struct str model = owner_of(finding);
    if (finding->element.len <= model.len + 1 || end == 0)
        return NONE;
    while (from < end) {
        uint32_t middle = from + (end - from) / 2;
        if (report->placed[middle].start <= finding->at.start)
            from = middle + 1;
        else
            end = middle;
    }
    struct buf path = buf_on(report->page->guide->mem);
    component_id id = from ? report->placed[from - 1].id : NONE;
    for (; id != NONE; id = library->components.at[id].parent) {
        path.n = 0;
        path_add(&path, library, id);
        if (str_eq(buf_as_str(&path), str_from(finding->element, model.len + 1)))
            break;
    }
    buf_free(&path);
    return id;
}

/* ---- Items ---- */

static int by_group(const void *a, const void *b)
{
    const struct item *one = a, *other = b;
    if (one->group != other->group)
        return one->group < other->group ? -1 : 1;
    if (one->finding->severity != other->finding->severity)
        return one->finding->severity > other->finding->severity ? -1 : 1;
    if (one->finding->rule != other->finding->rule)
        return one->finding->rule < other->finding->rule ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

static void collect(struct report *report)
{
    const struct diag *diag = report->page->guide->emission->findings;
    for (uint32_t i = 0; i < diag->findings.n; i++) {
        struct item item = {diag->findings.at[i], group_of(report, diag->findings.at[i]), i};
        vec_push(report->page->guide->mem, &report->items, item);
    }
    qsort(report->items.at, report->items.n, sizeof *report->items.at, by_group);
}

/* A sentence of a finding, which is English; what stands between backquotes is code. */
static void put_sentence(struct page *page, struct str text)
{
    bool foreign = foreign_begin(page, STR(""), "span"), open = false;
    const char *at = text.ptr, *end = text.ptr + text.len;
    while (at < end) {
        const char *quote = memchr(at, '`', (size_t)(end - at));
        put_text(page, str_range(at, quote ? quote : end));
        if (quote && (open || memchr(quote + 1, '`', (size_t)(end - quote - 1)))) {
            put(page, open ? "</code>" : "<code>");
            open = !open;
        } else if (quote) {
            put(page, "`");
        }
        at = quote ? quote + 1 : end;
    }
    foreign_end(page, foreign, "span");
}

static void put_item(const struct report *report, const struct item *item)
{
    struct page *page = report->page;
    const struct finding *finding = item->finding;
    component_id subject = subject_of(report, finding);
    put(page, "<li><p>");
    if (subject != NONE) {
        put_reference_in(page, report->groups.at[item->group].model, subject);
        put(page, ": ");
    }
    put_sentence(page, finding->text);
    put(page, " ");
    put_origin_place(page, finding->at);
    put(page, "</p></li>\n");
}

/* ---- Lists ---- */

static void put_group_heading(const struct report *report, uint32_t index)
{
    struct page *page = report->page;
    const struct group *group = &report->groups.at[index];
    struct buf anchor = buf_on(page->guide->mem), label = buf_on(page->guide->mem), *body = page->out;
    buf_printf(&anchor, "prm:found-%u", index + 1);
    page->out = &label;
    put_text(page, group->name);
    page->out = body;
    page_lists(page, 2, buf_as_str(&anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">", buf_cstr(&anchor));
    if (group->model != NONE)
        put_model(page, group->model);
    else if (group->mapping != NONE)
        put_mapping(page, group->mapping);
    else {
        put(page, "<span class=\"place\">");
        put_text(page, group->name);
        put(page, "</span>");
    }
    put(page, "</h2>\n");
    buf_free(&anchor);
    buf_free(&label);
}

static void put_rule_heading(struct page *page, const struct finding *finding)
{
    const struct rule_info *rule = rule_info(finding->rule);
    bool info = finding->severity == SEVERITY_INFO;
    put(page, "<h3>");
    bool foreign = foreign_begin(page, STR(""), "span");
    put_text(page, str_of(rule->name));
    foreign_end(page, foreign, "span");
    put(page, info ? " <span class=\"badge\">" : " <span class=\"badge draft\">");
    put_word(page, info ? WORD_INFORMATION : WORD_WARNING);
    put(page, "</span></h3>\n<p class=\"lead\">");
    put_sentence(page, str_of(rule->summary));
    put(page, "</p>\n<ul class=\"found\">\n");
}

static void put_items(const struct report *report)
{
    struct page *page = report->page;
    uint32_t n = report->items.n < FINDINGS_MOST ? report->items.n : FINDINGS_MOST;
    for (uint32_t i = 0; i < n; i++) {
        const struct item *item = &report->items.at[i], *before = i ? item - 1 : NULL;
        bool new_group = !before || before->group != item->group;
        bool new_rule = new_group || before->finding->rule != item->finding->rule ||
                        before->finding->severity != item->finding->severity;
        put(page, new_rule && before ? "</ul>\n" : "");
        if (new_group)
            put_group_heading(report, item->group);
        if (new_rule)
            put_rule_heading(page, item->finding);
        put_item(report, item);
    }
    put(page, "</ul>\n");
    if (n < report->items.n) {
        put(page, "<p class=\"more\">");
        put_counted(page, WORD_N_MORE, report->items.n - n);
        put(page, "</p>\n");
    }
}

void emit_findings(struct guide *guide)
{
    struct page page = page_begin(guide, &guide->site.findings, SUBJECT_GUIDE, NONE, NONE);
    struct report report = {.page = &page};
    put_title_of_page(&page, WORD_FINDINGS, WORD_ABOUT_FINDINGS);
    page_lead_end(&page);
    place_components(&report);
    collect(&report);
    put_items(&report);
    vec_free(guide->mem, &report.items);
    vec_free(guide->mem, &report.groups);
    page_end(&page);
}
