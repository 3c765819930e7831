/* Findings as the results of tests: a suite for each file, a test for each rule that is on. */

#include "base/utf8.h"
#include "diag/writer.h"

/* XML 1.0 has no way to write most controls. */
static bool is_allowed(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xfffe) || c > 0xffff;
}

static const char *entity_of(uint32_t c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return NULL;
    }
}

/* Text between tags or in an attribute. */
static void add_escaped(struct buf *out, struct str text)
{
    uint32_t len;
    for (const char *at = text.ptr, *end = at + text.len; at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        bool is_byte = len == 1 && c >= 0x80;
        if (entity_of(c))
            buf_text(out, entity_of(c));
        else if (is_byte || !is_allowed(c))
            buf_text(out, "\xef\xbf\xbd");
        else
            buf_add(out, at, len);
    }
}

/* The findings of one file: they stand together. */
struct suite {
    struct buf *out;
    const struct diag *diag;
    const struct source_file *file;
    enum severity fail_on;
    uint32_t first, end;
    uint32_t counts[RULE_COUNT]; /* findings by rule */
    uint32_t failing[RULE_COUNT];
};

static void count_findings(struct suite *suite)
{
    memset(suite->counts, 0, sizeof suite->counts);
    memset(suite->failing, 0, sizeof suite->failing);
    for (uint32_t i = suite->first; i < suite->end; i++) {
        const struct finding *finding = suite->diag->findings.at[i];
        suite->counts[finding->rule]++;
        suite->failing[finding->rule] += finding->severity >= suite->fail_on;
    }
}

static bool is_run(const struct suite *suite, enum rule rule)
{
    return diag_severity(suite->diag, rule) != SEVERITY_OFF || suite->counts[rule];
}

static void count_tests(const struct suite *suite, uint32_t *tests, uint32_t *failures)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        *tests += is_run(suite, rule);
        *failures += suite->failing[rule] > 0;
    }
}

static void add_findings(struct suite *suite, enum rule rule)
{
    for (uint32_t i = suite->first; i < suite->end; i++) {
        const struct finding *finding = suite->diag->findings.at[i];
        if (finding->rule != rule)
            continue;
        struct location at = source_locate(suite->diag->sources, finding->at.start);
        add_escaped(suite->out, at.file->path);
        buf_printf(suite->out, ":%u:%u: %s: ", at.line, at.column, severity_name(finding->severity));
        add_escaped(suite->out, finding->text);
        buf_char(suite->out, '\n');
    }
}

/* The findings of a rule are one failure, for a test fails once. */
static void add_failure(struct suite *suite, enum rule rule)
{
    uint32_t i = suite->first;
    while (suite->diag->findings.at[i]->rule != rule)
        i++;
    buf_text(suite->out, "   <failure message=\"");
    if (suite->counts[rule] == 1)
        add_escaped(suite->out, suite->diag->findings.at[i]->text);
    else
        buf_printf(suite->out, "%u findings", suite->counts[rule]);
    buf_printf(suite->out, "\" type=\"%s\">", rule_info(rule)->code);
    add_findings(suite, rule);
    buf_text(suite->out, "</failure>\n");
}

static void add_test(struct suite *suite, enum rule rule)
{
    buf_printf(suite->out, "  <testcase name=\"%s\" classname=\"", rule_info(rule)->name);
    add_escaped(suite->out, suite->file->path);
    if (suite->counts[rule] == 0) {
        buf_text(suite->out, "\"/>\n");
        return;
    }
    buf_text(suite->out, "\">\n");
    if (suite->failing[rule]) {
        add_failure(suite, rule);
    } else {
        buf_text(suite->out, "   <system-out>");
        add_findings(suite, rule);
        buf_text(suite->out, "</system-out>\n");
    }
    buf_text(suite->out, "  </testcase>\n");
}

static void add_suite(struct suite *suite)
{
    uint32_t tests = 0, failures = 0;
    count_tests(suite, &tests, &failures);
    buf_text(suite->out, " <testsuite name=\"");
    add_escaped(suite->out, suite->file->path);
    buf_printf(suite->out, "\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n", tests, failures);
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        if (is_run(suite, rule))
            add_test(suite, rule);
    buf_text(suite->out, " </testsuite>\n");
}

/* Goes on to the findings of the next file. */
static void next_suite(struct suite *suite, const struct source_file *file)
{
    const struct diag *diag = suite->diag;
    suite->file = file;
    suite->first = suite->end;
    while (suite->end < diag->findings.n && source_of(diag->sources, diag->findings.at[suite->end]->at.start) == file)
        suite->end++;
    count_findings(suite);
}

void write_junit(struct buf *out, const struct diag *diag, enum severity fail_on)
{
    uint32_t tests = 0, failures = 0;
    struct suite suite = {.out = out, .diag = diag, .fail_on = fail_on};
    VEC_EACH (const struct source_file, file, &diag->sources->files) {
        next_suite(&suite, file);
        count_tests(&suite, &tests, &failures);
    }
    buf_printf(out,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<testsuites name=\"prmc\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n",
               tests, failures);
    suite.end = 0;
    VEC_EACH (const struct source_file, file, &diag->sources->files) {
        next_suite(&suite, file);
        add_suite(&suite);
    }
    buf_text(out, "</testsuites>\n");
}
