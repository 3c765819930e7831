/* Compares tables with what `prmc export json` says: standard input is a list of facts, fields
   between tabs, that tests/tables/run makes of it. Without a list the tables are only checked in
   themselves. */

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

enum { FIELDS = 16 };

/* The line at hand. */
static char *fields[FIELDS];
static const struct prm_model *model;
static const struct prm_mapping *mapping;
static uint32_t n_facts;

static uint32_t number(const char *field)
{
    return (uint32_t)strtoul(field, NULL, 10);
}

/* Undoes the escapes of jq's @tsv. */
static void unescape(char *field)
{
    char *to = field;
    for (; *field; field++) {
        if (*field == '\\') {
            field++;
            *to++ = (char)(*field == 't' ? '\t' : *field == 'n' ? '\n' : *field == 'r' ? '\r' : *field);
        } else {
            *to++ = *field;
        }
    }
    *to = '\0';
}

static int split(char *line)
{
    int n = 0;
    while (n < FIELDS) {
        char *tab = strchr(line, '\t');
        if (tab)
            *tab = '\0';
        fields[n++] = line;
        unescape(line);
        if (!tab)
            break;
        line = tab + 1;
    }
    for (int i = n; i < FIELDS; i++)
        fields[i] = line + strlen(line);
    return n;
}

/* The place of a word in a list of words between blanks, from 1; 0 for no word. */
static int place_of(const char *word, const char *words)
{
    size_t n = strlen(word);
    int place = 1;
    if (n == 0)
        return 0;
    for (const char *at = words;; at = strchr(at, ' ') + 1, place++) {
        if (strncmp(at, word, n) == 0 && (at[n] == ' ' || at[n] == '\0'))
            return place;
        must(strchr(at, ' ') != NULL, "a word is unknown", word);
    }
}

/* ---- Models ---- */

/* model ID TITLE VERSION COUNT */
static void fact_model(void)
{
    model = NULL;
    for (uint32_t i = 0; i < n_named_models; i++)
        if (strcmp(named_models[i].id, fields[1]) == 0)
            model = named_models[i].model;
    must(model != NULL, "no such model", fields[1]);
    must_equal(prm_model_id(model), fields[1], "the id", fields[1]);
    must_equal(prm_model_title(model), fields[2], "the title", fields[1]);
    must_equal(prm_model_version(model), fields[3], "the version", fields[1]);
    must(prm_count(model) == number(fields[4]), "the number of components differs", fields[1]);
}

/* component INDEX PATH ID KIND TITLE IMPORTANCE STATUS PARENT ADDED-BY LABEL SOURCE */
static void fact_component(void)
{
    prm_id id = number(fields[1]), found = prm_find(model, fields[2]);
    const char *which = fields[2];
    must_equal(prm_path(model, id), fields[2], "the path", which);
    must(found == id || (found < id && !*fields[3]), "the path leads elsewhere", which);
    must_equal(prm_local_id(model, id), fields[3], "the id", which);
    must_equal(prm_kind(model, id), fields[4], "the kind", which);
    must_equal(prm_title(model, id), fields[5], "the title", which);
    must((int)prm_importance(model, id) == place_of(fields[6], "required expected informative"),
         "the importance differs", which);
    must((int)prm_status(model, id) == place_of(fields[7], "draft pseudo optional deprecated withdrawn"),
         "the status differs", which);
    must_equal(prm_path(model, prm_parent(model, id)), fields[8], "the parent", which);
    must_equal(prm_added_by(model, id), fields[9], "who added it", which);
    must_equal(prm_label(model, id), fields[10], "the label", which);
    must_equal(prm_source(model, id), fields[11], "the source", which);
}

/* text INDEX NAME K VALUE; the last of a name has K, too, and VALUE is absent */
static void fact_text(int n)
{
    const char *got = prm_text(model, number(fields[1]), fields[2], number(fields[3]));
    if (n == 4)
        must(got == NULL, "there are more texts", fields[2]);
    else
        must_equal(got, fields[4], "a text", fields[2]);
}

static void fact_attribute(int n)
{
    prm_id id = number(fields[1]);
    const char *got = prm_attribute_at(model, id, fields[2], number(fields[3]));
    if (n == 4) {
        must(got == NULL, "there are more values", fields[2]);
        return;
    }
    must_equal(got, fields[4], "a value", fields[2]);
    if (number(fields[3]) == 0)
        must_equal(prm_attribute(model, id, fields[2]), fields[4], "the value", fields[2]);
}

/* title-in INDEX LANGUAGE TITLE */
static void fact_title_in(void)
{
    prm_id id = number(fields[1]);
    char longer[80], upper[80];
    size_t n = strlen(fields[2]);
    must(n < 70, "a tag is long", fields[2]);
    sprintf(longer, "%s-x-own", fields[2]);
    for (size_t i = 0; i <= n; i++)
        upper[i] = (char)(fields[2][i] >= 'a' && fields[2][i] <= 'z' ? fields[2][i] - 'a' + 'A' : fields[2][i]);
    must_equal(prm_title_in(model, id, fields[2]), fields[3], "the title in a language", fields[2]);
    must_equal(prm_title_in(model, id, longer), fields[3], "the title in a variety", longer);
    must_equal(prm_title_in(model, id, upper), fields[3], "the title in a language", upper);
    must_equal(prm_title_in(model, id, "x-none"), prm_title(model, id), "the title in no language", fields[2]);
    must_equal(prm_title_in(model, id, NULL), prm_title(model, id), "the title in no language", fields[2]);
    must_equal(prm_title_in(model, PRM_NONE, fields[2]), "", "the title of nothing", fields[2]);
    must_equal(prm_language(model, 1000), "", "a language too many", fields[2]);
}

/* number INDEX NAME VALUE */
static void fact_number(void)
{
    long long value = strtoll(fields[3], NULL, 10);
    int wanted = value > INT_MAX ? -5 : (int)value;
    must(prm_attribute_int(model, number(fields[1]), fields[2], -5) == wanted, "a number differs", fields[2]);
}

/* reference INDEX NAME K PATH; behind the last of a name PATH is absent */
static void fact_reference(int n)
{
    struct prm_ids ids = prm_references(model, number(fields[1]), fields[2]);
    uint32_t k = number(fields[3]);
    if (n == 4) {
        must(ids.n == k, "the number of references differs", fields[2]);
        return;
    }
    must(k < ids.n, "there are fewer references", fields[2]);
    must_equal(prm_path(model, ids.id[k]), fields[4], "a reference", fields[2]);
}

/* ---- Mappings ---- */

static const struct prm_mapping *mapping_of(const char *id)
{
    const struct prm_mapping *found = NULL;
    for (uint32_t i = 0; i < n_named_mappings; i++)
        if (strcmp(named_mappings[i].id, id) == 0)
            found = named_mappings[i].mapping;
    must(found != NULL, "no such mapping", id);
    return found;
}

/* mapping ID TITLE VERSION FROM TO */
static void fact_mapping(void)
{
    mapping = mapping_of(fields[1]);
    must_equal(prm_mapping_id(mapping), fields[1], "the id", fields[1]);
    must_equal(prm_mapping_title(mapping), fields[2], "the title", fields[1]);
    must_equal(prm_mapping_version(mapping), fields[3], "the version", fields[1]);
    must_equal(prm_model_id(mapping->from), fields[4], "the source model", fields[1]);
    must_equal(prm_model_id(mapping->to), fields[5], "the target model", fields[1]);
}

/* The edge of the line: field 1 to field 2. */
static struct prm_edge the_edge(void)
{
    struct prm_edge edge = {PRM_NONE, 0, 0, 0, 0};
    struct prm_edges edges = prm_edges_from(mapping, prm_find(mapping->from, fields[1]));
    prm_id target = prm_find(mapping->to, fields[2]);
    for (uint32_t i = 0; i < edges.n; i++)
        if (edges.edge[i].other == target)
            edge = edges.edge[i];
    must(target != PRM_NONE && edge.other == target, "an edge is missing", fields[1]);
    return edge;
}

/* edges SOURCE N */
static void fact_edges(void)
{
    struct prm_edges edges = prm_edges_from(mapping, prm_find(mapping->from, fields[1]));
    must(edges.n == number(fields[2]), "the number of edges differs", fields[1]);
}

/* edge SOURCE TARGET POSSIBLE TENTATIVE SUPPORTIVE DERIVED */
static void fact_edge(void)
{
    struct prm_edge edge = the_edge();
    int derived = strcmp(fields[6], "true") == 0;
    must(edge.possible == number(fields[3]), "what is possible differs", fields[1]);
    must((edge.flags & PRM_TENTATIVE) == (strcmp(fields[4], "true") == 0 ? PRM_TENTATIVE : 0),
         "an edge is tentative or not", fields[1]);
    must((edge.flags & PRM_SUPPORTIVE) == (*fields[5] ? PRM_SUPPORTIVE : 0), "an edge is supportive or not", fields[1]);
    must((edge.flags & PRM_DERIVED) == (derived ? PRM_DERIVED : 0), "an edge is derived or not", fields[1]);
    must((prm_row(mapping, edge).relation == 0) == derived, "an edge has a row or not", fields[1]);
    must((prm_row(mapping, edge).relation >= PRM_SUPPORTS) == (*fields[5] != '\0'),
         "the row that decides is not the first", fields[1]);
}

static const char relations[] = "-> equals equivalent-to subset-of superset-of intersects unrelated-to "
                                "supports supported-by";

/* row SOURCE TARGET RELATION RATIONALE FIT CONFIDENCE KIND STRENGTH NOTE SOURCE */
static void fact_row(void)
{
    struct prm_edge edge = the_edge();
    int found = 0;
    for (uint32_t k = 0; k < edge.n_rows; k++) {
        struct prm_mapping_row row = prm_row_at(mapping, edge, k);
        found += row.outcome == PRM_TARGETS && (int)row.written == place_of(fields[3], relations) &&
                 strcmp(row.rationale, fields[4]) == 0 && (int)row.fit == place_of(fields[5], "good partial poor") &&
                 (int)row.confidence == place_of(fields[6], "low medium high") &&
                 (int)row.kind == place_of(fields[7], "syntactic semantic functional") &&
                 row.strength == (*fields[8] ? (int)number(fields[8]) : -1) && strcmp(row.note, fields[9]) == 0 &&
                 strcmp(row.source, fields[10]) == 0;
    }
    must(found > 0, "a row is missing", fields[1]);
}

/* outcome SOURCE OUTCOME RATIONALE */
static void fact_outcome(void)
{
    prm_id source = prm_find(mapping->from, fields[1]);
    int outcome = (int)prm_source_outcome(mapping, source);
    must(outcome == place_of(fields[2], "targets none not-applicable undecided"), "the outcome differs", fields[1]);
    if (outcome != PRM_TARGETS)
        must_equal(prm_source_row(mapping, source).rationale, fields[3], "the reason", fields[1]);
}

/* coverage MAPPING SIDE PATH CLASS */
static void fact_coverage(void)
{
    static const char classes[] = "full partial tentative undecided gap not_applicable";
    const struct prm_mapping *map = mapping_of(fields[1]);
    int from = strcmp(fields[2], "from") == 0;
    prm_id id = prm_find(from ? map->from : map->to, fields[3]);
    int covered = (int)(from ? prm_coverage_from(map, id) : prm_coverage_to(map, id));
    must(id != PRM_NONE, "what is counted is not there", fields[3]);
    must(covered == (strcmp(fields[4], "unmapped") == 0 ? 0 : place_of(fields[4], classes)), "the coverage differs",
         fields[3]);
}

/* ---- Profiles ---- */

static const struct prm_profile *profile_of(const char *id)
{
    const struct prm_profile *found = NULL;
    for (uint32_t i = 0; i < n_named_profiles; i++)
        if (strcmp(named_profiles[i].id, id) == 0)
            found = named_profiles[i].profile;
    must(found != NULL, "no such profile", id);
    return found;
}

/* profile ID TITLE MODEL COUNT */
static void fact_profile(void)
{
    const struct prm_profile *profile = profile_of(fields[1]);
    must_equal(prm_profile_id(profile), fields[1], "the id", fields[1]);
    must_equal(prm_profile_title(profile), fields[2], "the title", fields[1]);
    must_equal(prm_model_id(profile->of), fields[3], "the model", fields[1]);
    must(prm_profile_count(profile) == number(fields[4]), "another number of components", fields[1]);
    for (uint32_t far = 0; far < 64; far++)
        must(!prm_in_profile(profile, prm_count(profile->of) + far) && !prm_in_profile(profile, PRM_NONE - far),
             "what is none is taken", fields[1]);
}

/* taken ID INDEX WHETHER */
static void fact_taken(void)
{
    int taken = strcmp(fields[3], "true") == 0;
    must(prm_in_profile(profile_of(fields[1]), number(fields[2])) == taken, "a component is taken or not", fields[2]);
}

/* ---- All of it ---- */

static void take_fact(char *line)
{
    int n = split(line);
    const char *what = fields[0];
    n_facts++;
    if (strcmp(what, "model") == 0)
        fact_model();
    else if (strcmp(what, "component") == 0)
        fact_component();
    else if (strcmp(what, "text") == 0)
        fact_text(n);
    else if (strcmp(what, "attribute") == 0)
        fact_attribute(n);
    else if (strcmp(what, "title-in") == 0)
        fact_title_in();
    else if (strcmp(what, "number") == 0)
        fact_number();
    else if (strcmp(what, "reference") == 0)
        fact_reference(n);
    else if (strcmp(what, "mapping") == 0)
        fact_mapping();
    else if (strcmp(what, "edges") == 0)
        fact_edges();
    else if (strcmp(what, "edge") == 0)
        fact_edge();
    else if (strcmp(what, "row") == 0)
        fact_row();
    else if (strcmp(what, "outcome") == 0)
        fact_outcome();
    else if (strcmp(what, "coverage") == 0)
        fact_coverage();
    else if (strcmp(what, "profile") == 0)
        fact_profile();
    else if (strcmp(what, "taken") == 0)
        fact_taken();
    else
        must(0, "unknown fact", what);
}

int main(void)
{
    static char line[1 << 20];
    for (uint32_t i = 0; i < n_named_models; i++) {
        const struct named_model *named = &named_models[i];
        check_model(named->model);
        must(named->n == prm_count(named->model), "the number of constants differs", named->id);
        for (prm_id id = 0; id < named->n; id++)
            must(named->constants[id] == id, "a constant is wrong", prm_path(named->model, id));
    }
    for (uint32_t i = 0; i < n_named_mappings; i++)
        check_mapping(named_mappings[i].mapping);
    while (fgets(line, sizeof line, stdin)) {
        must(strchr(line, '\n') != NULL, "a line is too long", line);
        line[strcspn(line, "\n")] = '\0';
        take_fact(line);
    }
    printf("tables: %u models, %u mappings, %u facts\n", (unsigned)n_named_models, (unsigned)n_named_mappings,
           (unsigned)n_facts);
    return 0;
}
