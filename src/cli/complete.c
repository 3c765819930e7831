/* What shells read to complete commands, made of the tables of commands, options and rules. */

#include "cli/complete.h"

#include "cli/commands.h"

static void add_commands(struct buf *out, const char *between)
{
    for (const struct command *command = commands; command->name; command++)
        buf_printf(out, "%s%s", command == commands ? "" : between, command->name);
}

static void add_rules(struct buf *out)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        buf_printf(out, "%s%s", rule ? " " : "", rule_info(rule)->name);
}

/* What the first argument of a command is. */
enum first { FIRST_FILE, FIRST_RULE, FIRST_COMMAND, FIRST_WORDS, FIRST_OTHER, FIRST_NOTHING };

/* As its usage says; `*words` becomes the words that it may be, with blanks between. */
static enum first first_of(struct buf *words, const struct command *command)
{
    const char *usage = command->usage;
    if (strncmp(usage, "FILE", 4) == 0)
        return FIRST_FILE;
    if (strcmp(usage, "RULE") == 0)
        return FIRST_RULE;
    if (strcmp(usage, "[COMMAND]") == 0)
        return FIRST_COMMAND;
    if (*usage == '\0')
        return FIRST_NOTHING;
    if (*usage < 'a' || *usage > 'z')
        return FIRST_OTHER;
    words->n = 0;
    for (; *usage && *usage != ' '; usage++)
        buf_char(words, *usage == '|' ? ' ' : *usage);
    return FIRST_WORDS;
}

/* The words that the value of an option may be, which for some depend on the command; NULL if they are no words. */
static const char *choices_of(const struct command *command, const struct option_info *option)
{
    if (strcmp(option->choices, COMPLETE_FORMAT) == 0 || strcmp(option->choices, COMPLETE_OUTPUT) == 0)
        return command->formats;
    return *option->choices == '/' ? NULL : option->choices;
}

static bool is_choice(const struct option_info *option, const char *choices)
{
    return option->choices && strcmp(option->choices, choices) == 0;
}

/* ---- bash ---- */

static void bash_option(struct buf *out, const struct command *command, const struct option_info *option)
{
    const char *words = choices_of(command, option);
    buf_printf(out, "    %s,%s) ", command->name, option->name);
    if (is_choice(option, COMPLETE_FOLDER))
        buf_text(out, "_prmc_offer_files -d \"$current\"");
    else if (is_choice(option, COMPLETE_FILE))
        buf_text(out, "_prmc_offer_files -f \"$current\"");
    else if (is_choice(option, COMPLETE_RULE))
        buf_text(out, "_prmc_offer \"$rules\" \"$current\"");
    else if (is_choice(option, COMPLETE_OUTPUT))
        buf_printf(out, "compopt -o nospace 2>/dev/null; COMPREPLY=($(compgen -S = -W '%s' -- \"$current\"))", words);
    else
        buf_printf(out, "_prmc_offer '%s' \"$current\"", words);
    buf_text(out, "; return ;;\n");
}

static void bash_options(struct buf *out, const struct command *command)
{
    struct option_info option;
    for (int i = 0; options_at(command, i, &option); i++)
        buf_printf(out, "%s%s", i ? " " : "", option.name);
}

static void bash_arguments(struct buf *out, const struct command *command)
{
    struct buf words = buf_on(out->mem);
    enum first first = first_of(&words, command);
    buf_printf(out, "    %s) options='", command->name);
    bash_options(out, command);
    buf_text(out, "' first='");
    if (first == FIRST_RULE)
        add_rules(out);
    else if (first == FIRST_COMMAND)
        add_commands(out, " ");
    else if (first == FIRST_WORDS)
        buf_str(out, buf_as_str(&words));
    buf_printf(out, "' files=%s ;;\n",
               first == FIRST_RULE || first == FIRST_COMMAND || first == FIRST_NOTHING ? "" : "1");
    buf_free(&words);
}

void write_bash_completion(struct buf *out)
{
    struct option_info option;
    buf_text(
        out,
        "# Completes prmc in bash. Written by `prmc help --format bash`.\n\n"
        "_prmc_offer() { COMPREPLY=($(compgen -W \"$1\" -- \"$2\")); }\n\n"
        "# names may have blanks in them\n"
        "_prmc_offer_files()\n{\n    compopt -o filenames 2>/dev/null\n    local IFS=$'\\n'\n"
        "    COMPREPLY=($(compgen \"$1\" -- \"$2\"))\n}\n\n"
        "# models, and the folders that may hold some\n"
        "_prmc_offer_models()\n{\n    compopt -o filenames 2>/dev/null\n    local IFS=$'\\n'\n"
        "    COMPREPLY+=($(compgen -f -X '!*.prm' -- \"$1\") $(compgen -d -- \"$1\"))\n}\n\n"
        "_prmc()\n{\n"
        "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options first files rules\n"
        "    COMPREPLY=()\n"
        "    # bash takes `--stage=draft` for three words\n"
        "    if [ \"$current\" = = ]; then\n        current=\n"
        "    elif [ \"$before\" = = ] && [ \"$COMP_CWORD\" -gt 2 ]; then\n"
        "        before=${COMP_WORDS[COMP_CWORD-2]}\n    fi\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        _prmc_offer '");
    add_commands(out, " ");
    buf_text(out, " --help --version' \"$current\"\n        return\n    fi\n    rules='");
    add_rules(out);
    buf_text(out, "'\n    case ${COMP_WORDS[1]},$before in\n");
    for (const struct command *command = commands; command->name; command++)
        for (int i = 0; options_at(command, i, &option); i++)
            if (option.value)
                bash_option(out, command, &option);
    buf_text(out, "    esac\n    case ${COMP_WORDS[1]} in\n");
    for (const struct command *command = commands; command->name; command++)
        bash_arguments(out, command);
    buf_text(out, "    *) return ;;\n    esac\n"
                  "    case $current in\n    -*) _prmc_offer \"$options --help\" \"$current\"; return ;;\n    esac\n"
                  "    if [ -n \"$first\" ] && [ \"$COMP_CWORD\" -eq 2 ]; then\n"
                  "        _prmc_offer \"$first\" \"$current\"\n    elif [ -n \"$files\" ]; then\n"
                  "        _prmc_offer_models \"$current\"\n    fi\n}\n\ncomplete -F _prmc prmc\n");
}

/* ---- zsh ---- */

/* Text in single quotes within which some characters mean something. */
static void add_quoted(struct buf *out, const char *text, const char *special)
{
    for (; *text; text++) {
        if (*text == '\'')
            buf_text(out, "'\\'");
        else if (strchr(special, *text))
            buf_char(out, '\\');
        buf_char(out, *text);
    }
}

static void zsh_option(struct buf *out, const struct command *command, const struct option_info *option)
{
    const char *words = option->value ? choices_of(command, option) : NULL;
    buf_printf(out, " \\\n        '*%s%s[", option->name, !option->value ? "" : option->name[1] == '-' ? "=" : "+");
    add_quoted(out, option->help, "[]:\\");
    buf_char(out, ']');
    if (option->value)
        buf_printf(out, ":%s:", option->value);
    if (is_choice(option, COMPLETE_FOLDER))
        buf_text(out, "_files -/");
    else if (is_choice(option, COMPLETE_FILE))
        buf_text(out, "_files");
    else if (is_choice(option, COMPLETE_RULE))
        buf_text(out, "('\"$rules\"')");
    else if (is_choice(option, COMPLETE_OUTPUT))
        buf_printf(out, "{compadd -S = -- %s}", words);
    else if (words)
        buf_printf(out, "(%s)", words);
    buf_char(out, '\'');
}

static void zsh_arguments(struct buf *out, const struct command *command)
{
    struct buf words = buf_on(out->mem);
    const char *models = " \\\n        '*:FILE:_files -g \"*.prm\"'";
    switch (first_of(&words, command)) {
    case FIRST_RULE: buf_text(out, " \\\n        \"1:RULE:($rules)\""); break;
    case FIRST_COMMAND: buf_text(out, " \\\n        '1:COMMAND:("), add_commands(out, " "), buf_text(out, ")'"); break;
    case FIRST_WORDS: buf_printf(out, " \\\n        '1:what:(%s)'%s", buf_cstr(&words), models); break;
    case FIRST_NOTHING: break;
    default: buf_text(out, models);
    }
    buf_free(&words);
}

void write_zsh_completion(struct buf *out)
{
    struct option_info option;
    buf_text(out, "#compdef prmc\n# Completes prmc in zsh. Written by `prmc help --format zsh`.\n\n"
                  "local -a commands\nlocal rules='");
    add_rules(out);
    buf_text(out, "'\ncommands=(\n");
    for (const struct command *command = commands; command->name; command++) {
        buf_printf(out, "    '%s:", command->name);
        add_quoted(out, command->summary, "\\:");
        buf_text(out, "'\n");
    }
    buf_text(out, ")\nif (( CURRENT == 2 )); then\n    _describe command commands\n    return\nfi\n"
                  "shift words\n(( CURRENT-- ))\ncase $words[1] in\n");
    for (const struct command *command = commands; command->name; command++) {
        buf_printf(out, "%s)\n    _arguments", command->name);
        for (int i = 0; options_at(command, i, &option); i++)
            zsh_option(out, command, &option);
        zsh_arguments(out, command);
        buf_text(out, "\n    ;;\n");
    }
    buf_text(out, "esac\n");
}

/* ---- fish ---- */

static void fish_line(struct buf *out, const struct command *command, const char *more)
{
    buf_printf(out, "complete -c prmc -n '__fish_seen_subcommand_from %s' %s", command->name, more);
}

static void fish_words(struct buf *out, const char *words, const char *suffix)
{
    buf_text(out, " -x -a '");
    for (const char *at = words; *at; at++)
        if (*at == ' ')
            buf_printf(out, "%s ", suffix);
        else
            buf_char(out, *at);
    buf_printf(out, "%s'", suffix);
}

static void fish_option(struct buf *out, const struct command *command, const struct option_info *option)
{
    const char *words = option->value ? choices_of(command, option) : NULL;
    fish_line(out, command, option->name[1] == '-' ? "-l " : "-s ");
    buf_text(out, option->name + (option->name[1] == '-' ? 2 : 1));
    buf_text(out, " -d '");
    add_quoted(out, option->help, "\\");
    buf_char(out, '\'');
    if (is_choice(option, COMPLETE_FOLDER))
        buf_text(out, " -x -a '(__fish_complete_directories)'");
    else if (is_choice(option, COMPLETE_FILE))
        buf_text(out, " -r -F");
    else if (is_choice(option, COMPLETE_RULE))
        buf_text(out, " -x -a \"$prmc_rules\"");
    else if (words)
        fish_words(out, words, is_choice(option, COMPLETE_OUTPUT) ? "=" : "");
    else if (option->value)
        buf_text(out, " -x");
    buf_char(out, '\n');
}

static void fish_arguments(struct buf *out, const struct command *command)
{
    struct buf words = buf_on(out->mem);
    enum first first = first_of(&words, command);
    if (first == FIRST_RULE) {
        fish_line(out, command, "-a \"$prmc_rules\"\n");
    } else if (first == FIRST_COMMAND || first == FIRST_WORDS) {
        fish_line(out, command, "-a '");
        if (first == FIRST_COMMAND)
            add_commands(out, " ");
        buf_str(out, buf_as_str(&words));
        buf_text(out, "'\n");
    }
    if (first == FIRST_FILE || first == FIRST_WORDS || first == FIRST_OTHER)
        fish_line(out, command, "-k -a '(__fish_complete_suffix .prm)'\n");
    buf_free(&words);
}

void write_fish_completion(struct buf *out)
{
    struct option_info option;
    buf_text(out, "# Completes prmc in fish. Written by `prmc help --format fish`.\n\nset -l prmc_rules '");
    add_rules(out);
    buf_text(out, "'\ncomplete -c prmc -f\n");
    for (const struct command *command = commands; command->name; command++) {
        buf_printf(out, "complete -c prmc -n __fish_use_subcommand -a %s -d '", command->name);
        add_quoted(out, command->summary, "\\");
        buf_text(out, "'\n");
    }
    for (const struct command *command = commands; command->name; command++) {
        for (int i = 0; options_at(command, i, &option); i++)
            fish_option(out, command, &option);
        fish_arguments(out, command);
    }
}
