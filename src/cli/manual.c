/* The manual page, made of the tables of commands, options and rules. */

#include "cli/manual.h"

#include "cli/commands.h"
#include "cli/page.h"

/* Text in a line of its own: a hyphen stays a hyphen, and no line begins with what man(7) takes for its own. */
static void add_text(struct buf *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        buf_text(out, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            buf_text(out, "\\e");
        else if (*text == '-')
            buf_text(out, "\\-");
        else
            buf_char(out, *text);
    }
}

static void add_line(struct buf *out, const char *text)
{
    add_text(out, text);
    buf_char(out, '\n');
}

/* An argument of a macro: without quotes in it. */
static void add_argument(struct buf *out, const char *text)
{
    buf_char(out, '"');
    for (; *text; text++) {
        const char one[2] = {*text, '\0'};
        if (*text == '"')
            buf_text(out, "\\(dq");
        else
            add_text(out, one);
    }
    buf_char(out, '"');
}

static void add_section(struct buf *out, const char *title)
{
    buf_printf(out, ".SH %s\n", title);
}

/* A term that text follows: what is fixed in bold, what stands for something in italics. */
static void add_term(struct buf *out, const char *fixed, const char *variable)
{
    buf_text(out, ".TP\n.BI ");
    add_argument(out, fixed);
    if (*variable) {
        buf_text(out, " \" \" ");
        add_argument(out, variable);
    }
    buf_char(out, '\n');
}

static void add_commands(struct buf *out)
{
    add_section(out, "COMMANDS");
    for (const struct command *command = commands; command->name; command++) {
        add_term(out, command->name, command->usage);
        add_text(out, command->summary);
        buf_text(out, ".\n");
    }
}

/* The commands that have an option, with what `--format` takes behind each. */
static void add_takers(struct buf *out, const struct option_info *option)
{
    bool formats = option->choices && strcmp(option->choices, COMPLETE_FORMAT) == 0;
    const char *between = "Of ";
    if (option->takes & TAKES_MODELS) {
        buf_text(out, "Of every command that reads models.\n");
        return;
    }
    for (const struct command *command = commands; command->name; command++) {
        if (!(command->takes & option->takes))
            continue;
        buf_printf(out, "%s\\fB%s\\fR", between, command->name);
        if (formats)
            buf_printf(out, " (%s)", command->formats);
        between = ", ";
    }
    buf_text(out, ".\n");
}

static void add_options(struct buf *out)
{
    struct option_info option;
    add_section(out, "OPTIONS");
    for (int i = 0; options_at(NULL, i, &option); i++) {
        uint32_t n = (uint32_t)strlen(option.help);
        struct buf help = buf_on(out->mem);
        while (n && strchr(": ", option.help[n - 1]))
            n--;
        buf_add(&help, option.help, n);
        buf_char(&help, '.');
        add_term(out, option.name, option.value ? option.value : "");
        add_line(out, buf_cstr(&help));
        add_takers(out, &option);
        buf_free(&help);
    }
}

static void add_rules(struct buf *out)
{
    const struct rule_group *group = NULL;
    add_section(out, "RULES");
    buf_text(out, "What is checked. \\fBprmc explain\\fR \\fIRULE\\fR shows the page of a rule with an example.\n");
    for (enum rule i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_info(i);
        if (rule->group != group)
            buf_printf(out, ".SS \"%s\"\n", rule->group->title);
        group = rule->group;
        buf_printf(out, ".TP\n.BR ");
        add_argument(out, rule->name);
        buf_printf(out, " \" (%s, ", rule->code);
        page_severity(out, rule);
        buf_text(out, ")\"\n");
        add_line(out, rule->summary);
    }
}

void write_manual(struct buf *out)
{
    buf_text(out,
             ".TH PRMC 1 \"\" \"prmc " PRMC_VERSION "\" \"User Commands\"\n"
             ".SH NAME\nprmc \\- compile process reference models and the mappings between them\n"
             ".SH SYNOPSIS\n.B prmc\n.I COMMAND\n.RI [ OPTION ...]\n.RI [ FILE ...]\n"
             ".SH DESCRIPTION\n"
             "Reads models and mappings in the language of\n.BR prm (5)\nwith all that they import, checks them, and "
             "makes findings, a practice guide, C tables and JSON of them.\n"
             "Nothing is written while there are errors, and all files of a run are written or none.\n"
             "\\fB\\-\\fR as a file is standard input.\n");
    add_commands(out);
    add_options(out);
    buf_text(out, ".SH EXIT STATUS\n");
    add_text(out, exit_statuses);
    buf_text(
        out,
        ".\n.SH FILES\n.TP\n.I share/prmc/models\n"
        "The models that come with prmc, beside the folder of the program. Imports are looked up there last.\n"
        ".TP\n.I prmc.baseline.json\nThe findings that are known, unless \\fB\\-\\-baseline\\fR names another file.\n");
    add_rules(out);
    buf_text(out, ".SH SEE ALSO\n.BR prm (5),\n.BR prm\\-tables (3),\n.BR prmc (3)\n");
}
