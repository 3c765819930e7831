/* What components say of themselves: texts, attributes, references. */

#include "model/component.h"
#include "model/date.h"
#include "model/inline.h"
#include "model/statements.h"

static property_id find_property(const struct model_builder *model, kind_id kind, atom word)
{
    property_id declared = map_get(&model->builder->property_words, map_key(kind, word), NONE);
    if (declared != NONE)
        return declared;
    switch (word) {
    case KW_LABEL: return BUILTIN_LABEL;
    case KW_SOURCE: return BUILTIN_SOURCE;
    case KW_WAS: return BUILTIN_WAS;
    case KW_REPLACED_BY: return BUILTIN_REPLACED_BY;
    default: return NONE;
    }
}

bool is_text(const struct model_builder *model, kind_id kind, atom word)
{
    return map_find(&model->builder->property_words, map_key(kind, word)) != NULL;
}

bool is_property(const struct model_builder *model, kind_id kind, atom word)
{
    return word == KW_STATUS || word == KW_ALLOW || find_property(model, kind, word) != NONE;
}

static void add_text(const struct model_builder *model, property_id property, const struct arg *arg)
{
    struct library *library = library_of(model);
    struct text text = {property, arg->at, arg_text(model->builder, arg)};
    vec_push(library->mem, &library->texts, text);
}

static void add_attribute(const struct model_builder *model, struct attribute attribute)
{
    struct library *library = library_of(model);
    vec_push(library->mem, &library->attributes, attribute);
}

/* True while another value follows behind a comma. */
static bool more_values(const struct args *args)
{
    return args->at < args->end && args->at > args_first(args) && args->at[-1].flags & ARG_COMMA;
}

static void read_texts(const struct model_builder *model, struct args *args, property_id property)
{
    do {
        const struct arg *text = args_take_text(args, "a string");
        if (text)
            add_text(model, property, text);
    } while (more_values(args));
}

static void read_strings(const struct model_builder *model, struct args *args, property_id property)
{
    do {
        const struct arg *text = args_take_text(args, "a string");
        if (!text)
            continue;
        struct str value = arg_text(model->builder, text);
        if (library_of(model)->properties.at[property].type == PROPERTY_URL)
            check_url(model->builder, text, value);
        add_attribute(model, (struct attribute){.property = property, .at = text->at, .text = value});
    } while (more_values(args));
}

/* Takes an id as it is spelled; NULL with a finding if there is none. */
static const struct arg *take_spelled(struct args *args, const char *what, struct str *spelling)
{
    const struct arg *arg = args_take_reference(args, what);
    if (arg)
        *spelling = source_text(args->builder->diag->sources, arg->at);
    return arg;
}

/* `ML3`: the number at the end is meant; false if there is none. */
static bool offer_number(struct finding *finding, struct span at, struct str spelling)
{
    uint32_t first = spelling.len;
    while (first > 0 && is_digit(spelling.ptr[first - 1]))
        first--;
    struct str digits = str_from(spelling, first);
    bool is_prefixed = first > 0 && !is_digit(spelling.ptr[0]);
    if (!digits.len || !is_prefixed)
        return false;
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(digits)), at, digits);
    return true;
}

/* `two`: true, with a finding, if a word for a number is next. */
static bool take_number_word(struct args *args)
{
    static const char *const words[] = {"zero", "one",   "two",   "three", "four", "five",
                                        "six",  "seven", "eight", "nine",  "ten"};
    struct builder *builder = args->builder;
    for (uint32_t i = 0; i < sizeof words / sizeof words[0] && args_is(args, ARG_WORD); i++) {
        if (!str_is(name_of(builder, args->at->value), words[i]))
            continue;
        struct span at = args->at++->at;
        args->failed = true;
        struct str number = i < 10 ? (struct str){"0123456789" + i, 1} : STR("10");
        struct finding *finding =
            report(builder->diag, at, MSG_not_a_number, v_name(source_text(builder->diag->sources, at)));
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(number)), at, number);
        return true;
    }
    return false;
}

/* What is expected where a property has a number. */
static const char *number_wanted(const struct model_builder *model, const struct property *declared)
{
    struct buf text = buf_on(model->builder->mem);
    buf_text(&text, "a number");
    if (declared->most != INT64_MAX)
        buf_printf(&text, " from %d to %d", (int)declared->least, (int)declared->most);
    const char *wanted = arena_str(&model->builder->scratch, buf_as_str(&text)).ptr;
    buf_free(&text);
    return wanted;
}

static void report_no_number(const struct model_builder *model, const struct property *declared, struct span at,
                             struct str spelling)
{
    struct finding *finding = report(model->builder->diag, at, MSG_not_a_number, v_name(spelling));
    if (!offer_number(finding, at, spelling) && declared->most != INT64_MAX)
        help(finding, MSG_help_range, v_number((uint32_t)declared->least), v_number((uint32_t)declared->most));
}

static void read_integers(const struct model_builder *model, struct args *args, property_id property)
{
    struct builder *builder = model->builder;
    const struct property *declared = &library_of(model)->properties.at[property];
    do {
        struct str spelling;
        const struct arg *arg =
            take_number_word(args) ? NULL : take_spelled(args, number_wanted(model, declared), &spelling);
        if (!arg)
            continue;
        int64_t number = number_of(spelling);
        if (number < 0) {
            report_no_number(model, declared, arg->at, spelling);
        } else if (number < declared->least || number > declared->most) {
            struct finding *finding =
                declared->most == INT64_MAX
                    ? report(builder->diag, arg->at, MSG_below_range, v_name(spelling),
                             v_number((uint32_t)declared->least))
                    : report(builder->diag, arg->at, MSG_out_of_range, v_name(spelling),
                             v_number((uint32_t)declared->least), v_number((uint32_t)declared->most));
            label(finding, declared->at, MSG_label_range_here);
        }
        add_attribute(model, (struct attribute){property, arg->at, spelling, number});
    } while (more_values(args));
}

static void read_dates(const struct model_builder *model, struct args *args, property_id property)
{
    do {
        struct str spelling;
        const struct arg *arg = args_maybe_text(args);
        if (arg)
            spelling = arg_text(model->builder, arg);
        else if (!(arg = take_spelled(args, "a date", &spelling)))
            continue;
        if (!is_date(spelling))
            report_not_date(model->builder, arg->at, spelling);
        add_attribute(model, (struct attribute){property, arg->at, spelling, 0});
    } while (more_values(args));
}

static bool is_choice(const struct library *library, const struct property *property, atom word)
{
    for (uint32_t i = 0; i < property->n_words; i++)
        if (library->words.at[property->first_word + i] == word)
            return true;
    return false;
}

static void read_words(const struct model_builder *model, struct args *args, property_id property)
{
    struct library *library = library_of(model);
    const struct property *declared = &library->properties.at[property];
    do {
        struct span at = args->at < args->end ? args->at->at : args_here(args);
        atom word = args_take_any_word(args, "a word");
        if (word == 0)
            continue;
        if (!is_choice(library, declared, word))
            report_not_among(model->builder, at, word, library->words.at + declared->first_word, declared->n_words);
        add_attribute(model, (struct attribute){property, at, name_of(model->builder, word), 0});
    } while (more_values(args));
}

/* `was SP1.1` in SP1.1: what it is called now. */
static void report_own_id(const struct model_builder *model, component_id owner, const struct arg *arg)
{
    struct str id = name_of(model->builder, library_of(model)->components.at[owner].id);
    help(report(model->builder->diag, arg->at, MSG_was_itself, v_name(id)), MSG_help_was);
}

static void read_ids(const struct model_builder *model, struct args *args, component_id owner, property_id property)
{
    do {
        struct str spelling;
        const struct arg *arg = take_spelled(args, "an id", &spelling);
        if (arg && spelling.len > 2 && spelling.ptr[0] == '`')
            spelling = (struct str){spelling.ptr + 1, spelling.len - 2};
        if (arg && str_eq(spelling, name_of(model->builder, library_of(model)->components.at[owner].id)))
            report_own_id(model, owner, arg);
        else if (arg)
            add_attribute(model, (struct attribute){property, arg->at, spelling, 0});
    } while (more_values(args));
}

/* `related-areas "Risk Management"`: a title in place of an id is judged with the references. */
static bool is_title(const struct args *args, const struct arg *first)
{
    return args_is(args, ARG_STRING) && (args->at == first || args->at[-1].flags & ARG_COMMA);
}

static void read_references(const struct model_builder *model, struct args *args, component_id owner,
                            property_id property)
{
    const struct arg *first = args->at;
    while (args_is(args, ARG_REFERENCE) || args_is(args, ARG_WORD) || is_title(args, first))
        args->at++;
    uint32_t n = (uint32_t)(args->at - first);
    if (n > 0)
        add_pending(model, owner, property, (uint32_t)(first - args->tree->args.at), n);
    bool is_joined = n > 1 && args->at[-2].kind == ARG_WORD && !(args->at[-2].flags & ARG_COMMA);
    if (n == 0 || (args->at < args->end && !is_joined)) /* `goal SG1 "..."` behind a comma is another statement */
        args_take_reference(args, "a reference");
    args->at = args->end;
}

static void read_status(const struct model_builder *model, struct args *args, component_id id)
{
    static const atom words[] = {KW_DRAFT, KW_PSEUDO, KW_OPTIONAL, KW_DEPRECATED, KW_WITHDRAWN};
    struct span at = args->at < args->end ? args->at->at : args_here(args);
    atom word = args_take_any_word(args, "a status");
    struct component *component = &library_of(model)->components.at[id];
    if (word == 0)
        return;
    if (word < KW_DRAFT || word > KW_WITHDRAWN) {
        report_not_among(model->builder, at, word, words, sizeof words / sizeof words[0]);
        return;
    }
    if (component->status != STATUS_NONE)
        report(model->builder->diag, args_word_span(args), MSG_given_twice, v_name(STR("status")));
    component->status = (uint8_t)(STATUS_DRAFT + (word - KW_DRAFT));
}

void build_property(const struct model_builder *model, component_id id, uint32_t statement, struct span block)
{
    struct args args = args_of(model->builder, model->unit, statement);
    atom word = args.tree->statements.at[statement].word;
    kind_id kind = library_of(model)->components.at[id].kind;
    property_id property = find_property(model, kind, word);
    if (property == NONE) {
        if (word == KW_ALLOW) {
            read_allow(model->builder, model->unit, statement, block);
            return;
        }
        read_status(model, &args, id);
        args_finish(&args);
        return;
    }
    switch (library_of(model)->properties.at[property].type) {
    case PROPERTY_TEXT: read_texts(model, &args, property); break;
    case PROPERTY_STRING:
    case PROPERTY_URL: read_strings(model, &args, property); break;
    case PROPERTY_INTEGER: read_integers(model, &args, property); break;
    case PROPERTY_DATE: read_dates(model, &args, property); break;
    case PROPERTY_WORD: read_words(model, &args, property); break;
    case PROPERTY_ID: read_ids(model, &args, id, property); break;
    case PROPERTY_REFERENCE: read_references(model, &args, id, property); break;
    case PROPERTY_FLAG:
        add_attribute(model, (struct attribute){property, args_word_span(&args), STR("true"), 1});
        break;
    }
    args_finish(&args);
    if (args.failed)
        library_of(model)->components.at[id].incomplete = true;
}
