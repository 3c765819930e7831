#include "cli/options.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/near.h"
#include "lib/addresses.h"

int usage_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("prmc: ", stderr);
    vfprintf(stderr, format, args);
    fputs("\n", stderr);
    va_end(args);
    return EXIT_USAGE;
}

/* ---- Values ---- */

/* What some options take, for reading and for completing. */
#define STAGES  "draft review release"
#define PRESETS "core recommended strict"
#define LEVELS  "info warning error never"
#define WHENS   "auto always never"

/* The place of a value among names that blanks separate, -1 with a message if it is none of them. */
static int choice_of(const char *option, const char *value, const char *names)
{
    struct near near = near_word(str_of(value));
    int place = 0;
    for (const char *at = names; *at; place++) {
        struct str name = {at, (uint32_t)strcspn(at, " ")};
        if (str_is(name, value))
            return place;
        near_try(&near, name);
        at += name.len + (at[name.len] == ' ');
    }
    if (near.best.ptr)
        usage_error("%s: no `%s`; there is `%.*s`", option, value, STR_ARGS(near.best));
    else
        usage_error("%s: no `%s`; there are: %s", option, value, names);
    return -1;
}

static bool set_stage(struct options *options, const char *option, const char *value)
{
    int choice = choice_of(option, value, STAGES);
    if (choice >= 0)
        options->stage = (enum stage)choice;
    return choice >= 0;
}

static bool set_preset(struct options *options, const char *option, const char *value)
{
    int choice = choice_of(option, value, PRESETS);
    if (choice >= 0)
        options->preset = (enum preset)choice;
    return choice >= 0;
}

static bool set_fail_on(struct options *options, const char *option, const char *value)
{
    int choice = choice_of(option, value, LEVELS);
    if (choice >= 0)
        options->fail_on = (enum severity)(SEVERITY_INFO + choice);
    return choice >= 0;
}

static bool set_colour(struct options *options, const char *option, const char *value)
{
    int choice = choice_of(option, value, WHENS);
    if (choice >= 0)
        options->colour = (enum when)choice;
    return choice >= 0;
}

static bool set_max_errors(struct options *options, const char *option, const char *value)
{
    char *end;
    unsigned long number = strtoul(value, &end, 10);
    if (!is_digit(*value) || *end || number > UINT32_MAX) {
        usage_error("%s: `%s` is no number", option, value);
        return false;
    }
    options->max_errors = (uint32_t)number;
    return true;
}

static bool add_level(struct options *options, const char *option, const char *value, enum severity severity)
{
    if (!rule_selects_any(str_of(value))) {
        struct str near = rule_nearest(str_of(value));
        if (near.ptr)
            usage_error("%s: no rule `%s`; there is `%.*s`", option, value, STR_ARGS(near));
        else
            usage_error("%s: no rule `%s`; `prmc rules` lists them", option, value);
        return false;
    }
    enum rule rule = rule_find(str_of(value));
    if (rule != RULE_COUNT && severity != SEVERITY_ERROR && rule_is_fixed(rule)) {
        usage_error("%s: errors of `%s` cannot be silenced", option, value);
        return false;
    }
    struct level_option level = {value, severity};
    vec_push(options->mem, &options->levels, level);
    return true;
}

static bool add_deny(struct options *options, const char *option, const char *value)
{
    return add_level(options, option, value, SEVERITY_ERROR);
}

static bool add_warn(struct options *options, const char *option, const char *value)
{
    return add_level(options, option, value, SEVERITY_WARNING);
}

static bool add_allow(struct options *options, const char *option, const char *value)
{
    return add_level(options, option, value, SEVERITY_OFF);
}

static bool add_include(struct options *options, const char *option, const char *value)
{
    (void)option;
    vec_push(options->mem, &options->include, value);
    return true;
}

static bool add_po(struct options *options, const char *option, const char *value)
{
    (void)option;
    vec_push(options->mem, &options->po, value);
    return true;
}

static bool set_out(struct options *options, const char *option, const char *value)
{
    if (*value == '\0') {
        usage_error("%s takes a path, not nothing", option);
        return false;
    }
    options->out = value;
    return true;
}

static bool set_format(struct options *options, const char *option, const char *value)
{
    (void)option;
    options->format = value;
    return true;
}

static bool set_folder_url(const char **url, const char *option, const char *value, const char *example)
{
    if (!is_base_url(value)) {
        usage_error("%s: `%s` is no address of a folder, such as %s", option, value, example);
        return false;
    }
    *url = value;
    return true;
}

static bool set_base_url(struct options *options, const char *option, const char *value)
{
    return set_folder_url(&options->base_url, option, value, "https://example.org/guide/");
}

static bool set_permalink(struct options *options, const char *option, const char *value)
{
    return set_folder_url(&options->permalink, option, value, "https://example.org/guide/1.3/");
}

static bool set_source_url(struct options *options, const char *option, const char *value)
{
    if (!is_source_url(value)) {
        usage_error("%s: `%s` is no address of sources, such as https://example.org/models/ or "
                    "https://example.org/models/{path}#L{line}",
                    option, value);
        return false;
    }
    options->source_url = value;
    return true;
}

static bool set_since(struct options *options, const char *option, const char *value)
{
    (void)option;
    options->since = value;
    return true;
}

static bool set_baseline(struct options *options, const char *option, const char *value)
{
    (void)option;
    options->baseline = value;
    return true;
}

/* `FORMAT=FILE` is split in place. */
static bool add_output(struct options *options, const char *option, const char *value)
{
    char *equals = strchr(value, '=');
    if (!equals || equals[1] == '\0') {
        usage_error("%s takes FORMAT=FILE, not `%s`", option, value);
        return false;
    }
    *equals = '\0';
    struct output_option output = {value, equals + 1};
    vec_push(options->mem, &options->outputs, output);
    return true;
}

/* ---- The table ---- */

struct option {
    const char *name;
    const char *value; /* what it takes, for the help; NULL: nothing */
    enum takes takes;  /* the commands that have it */
    bool (*read)(struct options *, const char *option, const char *value);
    size_t flag; /* where to set a flag */
    const char *help;
    const char *choices; /* what it takes: see struct option_info */
};

#define FLAG(member) NULL, offsetof(struct options, member)

static const struct option table[] = {
    {"-I", "DIR", TAKES_MODELS, add_include, 0, "look imports up in DIR, too", COMPLETE_FOLDER},
    {"--po", "DIR", TAKES_PO, add_po, 0, "translations: DIR/LANGUAGE.po for each language; repeatable",
     COMPLETE_FOLDER},
    {"--stage", "STAGE", TAKES_MODELS, set_stage, 0, "draft (default), review or release: how strict to be", STAGES},
    {"--preset", "PRESET", TAKES_MODELS, set_preset, 0,
     "core (rules that are always on), recommended (default) or strict (every rule, none below a warning)", PRESETS},
    {"--deny", "RULE", TAKES_MODELS, add_deny, 0,
     "report a rule as an error; RULE: its name, its code, PRM05, a group, a preset", COMPLETE_RULE},
    {"--warn", "RULE", TAKES_MODELS, add_warn, 0, "report a rule as a warning", COMPLETE_RULE},
    {"--allow", "RULE", TAKES_MODELS, add_allow, 0, "do not report a rule", COMPLETE_RULE},
    {"--fail-on", "LEVEL", TAKES_MODELS, set_fail_on, 0, "error (default), warning, info or never", LEVELS},
    {"--max-errors", "N", TAKES_MODELS, set_max_errors, 0, "show N findings at most (default 50)", ""},
    {"--color", "WHEN", TAKES_MODELS, set_colour, 0, "auto (default), always or never", WHENS},
    {"--ascii", NULL, TAKES_MODELS, FLAG(ascii), "draw with ASCII characters only", NULL},
    {"--format", "FORMAT", TAKES_FORMAT, set_format, 0, "how to print: ", COMPLETE_FORMAT},
    {"--output", "FORMAT=FILE", TAKES_OUTPUTS, add_output, 0, "write to a file, too (`-`: standard output); repeatable",
     COMPLETE_OUTPUT},
    {"--baseline", "FILE", TAKES_BASELINE, set_baseline, 0,
     "the findings that FILE holds are known: not shown, not counted", COMPLETE_FILE},
    {"--fix", NULL, TAKES_FIXES, FLAG(fix), "apply the safe fixes, report what is left", NULL},
    {"--unsafe", NULL, TAKES_FIXES, FLAG(unsafe), "with --fix: apply the unsafe fixes, too", NULL},
    {"--diff", NULL, TAKES_FIXES | TAKES_FORMATTING, FLAG(diff), "show what would change, write nothing", NULL},
    {"--check", NULL, TAKES_FORMATTING, FLAG(check), "only say which files would change", NULL},
    {"--all", NULL, TAKES_ALL, FLAG(all), "show every way of derived relations, and all that is inside", NULL},
    {"--portable", NULL, TAKES_TABLES, FLAG(portable), "tables without long string literals, for MSVC", NULL},
    {"--base-url", "URL", TAKES_GUIDE, set_base_url, 0,
     "where the guide will be: adds a site map, canonical links, a 404 page", ""},
    {"--permalink", "URL", TAKES_GUIDE, set_permalink, 0,
     "where this version of the guide stays: each page links to itself there", ""},
    {"--source-url", "URL", TAKES_GUIDE, set_source_url, 0,
     "where the working folder can be read: links to lines; {path} and {line} stand for them", ""},
    {"--since", "PATH", TAKES_GUIDE, set_since, 0,
     "an earlier guide, or model.json of then: adds a page of what has changed", COMPLETE_FILE},
    {"-o", "PATH", TAKES_OUT, set_out, 0, "where to write", COMPLETE_FILE},
};

enum { N_OPTIONS = sizeof table / sizeof table[0] };

static const struct option *find_option(const struct command *command, struct str name)
{
    for (int i = 0; i < N_OPTIONS; i++)
        if (str_is(name, table[i].name) && command->takes & table[i].takes)
            return &table[i];
    return NULL;
}

static bool unknown_option(const struct command *command, struct str name)
{
    struct near near = near_word(name);
    for (int i = 0; i < N_OPTIONS; i++)
        if (command->takes & table[i].takes)
            near_try(&near, str_of(table[i].name));
    if (near.best.ptr)
        usage_error("%s has no option `%.*s`; there is `%.*s`", command->name, STR_ARGS(name), STR_ARGS(near.best));
    else
        usage_error("%s has no option `%.*s`; see `prmc help %s`", command->name, STR_ARGS(name), command->name);
    return false;
}

/* Reads argv[*i], which is an option, and its value, which may be the next argument. */
static bool read_option(struct options *options, const struct command *command, int argc, char **argv, int *i)
{
    const char *arg = argv[*i], *value = NULL;
    struct str name = str_of(arg);
    const char *equals = strchr(arg, '=');
    if (strncmp(arg, "--", 2) == 0 && equals) {
        name = str_range(arg, equals);
        value = equals + 1;
    } else if (arg[1] != '-' && name.len > 2) {
        name = str_upto(name, 2);
        value = arg + 2;
    }
    const struct option *option = find_option(command, name);
    if (!option)
        return unknown_option(command, name);
    if (!option->value) {
        if (value) {
            usage_error("%s takes no value", option->name);
            return false;
        }
        *(bool *)((char *)options + option->flag) = true;
        return true;
    }
    if (!value && *i + 1 < argc)
        value = argv[++*i];
    if (!value) {
        usage_error("%s takes %s", option->name, option->value);
        return false;
    }
    return option->read(options, option->name, value);
}

static bool check_formats(const struct options *options, const struct command *command)
{
    if (options->format && choice_of("--format", options->format, command->formats) < 0)
        return false;
    VEC_EACH (const struct output_option, output, &options->outputs)
        if (choice_of("--output", output->format, command->formats) < 0)
            return false;
    return true;
}

bool options_read(struct options *options, struct mem *mem, const struct command *command, int argc, char **argv)
{
    *options = (struct options){.mem = mem, .fail_on = SEVERITY_ERROR, .max_errors = 50, .preset = PRESET_RECOMMENDED};
    bool only_files = false;
    for (int i = 0; i < argc; i++) {
        bool is_option = argv[i][0] == '-' && argv[i][1] != '\0' && !only_files;
        if (is_option && strcmp(argv[i], "--") == 0)
            only_files = true;
        else if (!is_option)
            vec_push(mem, &options->files, argv[i]);
        else if (!read_option(options, command, argc, argv, &i))
            return false;
    }
    return check_formats(options, command);
}

bool options_at(const struct command *command, int n, struct option_info *info)
{
    for (int i = 0; i < N_OPTIONS; i++) {
        if (command && !(command->takes & table[i].takes))
            continue;
        if (n-- > 0)
            continue;
        *info = (struct option_info){table[i].name, table[i].value, table[i].help, table[i].choices, table[i].takes};
        return true;
    }
    return false;
}

void options_describe(const struct command *command, FILE *out)
{
    for (int i = 0; i < N_OPTIONS; i++) {
        if (!(command->takes & table[i].takes))
            continue;
        int width =
            fprintf(out, "  %s%s%s", table[i].name, table[i].value ? " " : "", table[i].value ? table[i].value : "");
        fprintf(out, "%*s%s%s\n", width < 24 ? 24 - width : 1, "", table[i].help,
                table[i].read == set_format ? command->formats : "");
    }
}
