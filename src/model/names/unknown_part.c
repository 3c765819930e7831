/* Statements whose word is not known where they stand, or belongs elsewhere. */

#include "model/names/unknown_part.h"

#include "model/containment.h"

static uint32_t own_architecture(const struct model_builder *model)
{
    return model->builder->library->models.at[model->model].architecture;
}

/* The words that may stand in a component, for the message about one that may not. */
static uint32_t known_words(const struct model_builder *model, kind_id kind, atom *words, uint32_t most)
{
    const struct library *library = model->builder->library;
    const struct kind *k = &library->kinds.at[kind];
    static const atom builtins[] = {KW_STATUS, KW_LABEL, KW_SOURCE, KW_WAS, KW_REPLACED_BY, KW_ALLOW};
    uint32_t n = 0;
    for (uint32_t i = 0; i < k->n_properties && n < most; i++)
        words[n++] = library->properties.at[k->first_property + i].name;
    for (uint32_t i = 0; i < k->n_containments && n < most; i++)
        words[n++] = library->containments.at[k->first_containment + i].name;
    for (uint32_t i = 0; i < sizeof builtins / sizeof builtins[0] && n < most; i++)
        words[n++] = builtins[i];
    return n;
}

/* "Process Area" and `process-area` are the same to people. */
static bool is_titled(struct str title, struct str word)
{
    if (title.len != word.len || word.len == 0)
        return false;
    for (uint32_t i = 0; i < word.len; i++) {
        char c = title.ptr[i] == ' ' ? '-' : title.ptr[i];
        if (to_lower(c) != word.ptr[i])
            return false;
    }
    return true;
}

/* The kind whose title the word is, 0 if there is none. */
static atom kind_titled(const struct model_builder *model, atom word)
{
    const struct library *library = model->builder->library;
    uint32_t architecture = own_architecture(model);
    if (architecture == NONE)
        return 0;
    const struct architecture *all = &library->architectures.at[architecture];
    for (kind_id kind = all->first_kind; kind < all->first_kind + all->n_kinds; kind++)
        if (is_titled(library->kinds.at[kind].title, name_of(model->builder, word)))
            return library->kinds.at[kind].name;
    return 0;
}

atom report_titled(const struct model_builder *model, struct args *args, struct str context)
{
    atom word = args->tree->statements.at[args->statement].word, kind = kind_titled(model, word);
    if (kind == 0)
        return 0;
    struct str name = name_of(model->builder, kind);
    struct span at = args_word_span(args);
    struct finding *finding =
        report(model->builder->diag, at, MSG_unknown_word, v_name(name_of(model->builder, word)), v_text(context));
    help(finding, MSG_help_similar_word, v_name(name));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(name)), at, name);
    return kind;
}

/* The first kind of the architecture that has a property of this name; NONE. */
static kind_id kind_with_property(const struct model_builder *model, atom word)
{
    const struct architecture *architecture = &model->builder->library->architectures.at[own_architecture(model)];
    for (kind_id kind = architecture->first_kind; kind < architecture->first_kind + architecture->n_kinds; kind++)
        if (map_find(&model->builder->property_words, map_key(kind, word)))
            return kind;
    return NONE;
}

/* The last finding is about a word of the model that is said of a component: says of which. */
static void help_kind_with_property(const struct model_builder *model, atom word)
{
    struct builder *builder = model->builder;
    kind_id kind = kind_with_property(model, word);
    if (kind == NONE)
        return;
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "the block of a component such as `%.*s`",
               STR_ARGS(name_of(builder, builder->library->kinds.at[kind].name)));
    help(builder->diag->findings.at[builder->diag->findings.n - 1], MSG_help_belongs_in, v_name(name_of(builder, word)),
         v_text(buf_as_str(&text)));
    buf_free(&text);
}

static const char *property_word(enum property_type type)
{
    return type == PROPERTY_TEXT ? "text" : type == PROPERTY_REFERENCE ? "reference" : "attribute";
}

/* The last finding is about a word in a component whose kind replaces one that knows it: says so. */
static bool help_replaced_kind(const struct model_builder *model, kind_id kind, atom word)
{
    struct builder *builder = model->builder;
    const struct library *library = builder->library;
    kind_id old = replaced_kind(library, kind);
    const uint32_t *property = old == NONE ? NULL : map_find(&builder->property_words, map_key(old, word));
    kind_id part = old == NONE ? NONE : find_kind(builder, library->kinds.at[old].architecture, word);
    if (!property && (part == NONE || !may_hold(library, old, part)))
        return false;
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "%s %.*s", property ? property_word(library->properties.at[*property].type) : "contains",
               STR_ARGS(name_of(builder, word)));
    struct finding *finding = builder->diag->findings.at[builder->diag->findings.n - 1];
    const struct kind *k = &library->kinds.at[kind];
    label(finding, k->at, MSG_label_replaced_here);
    help(finding, MSG_help_replaced, v_name(name_of(builder, k->name)),
         v_name(name_of(builder, library->architectures.at[library->kinds.at[old].architecture].id)),
         v_name(buf_as_str(&text)));
    buf_free(&text);
    return true;
}

atom report_unknown_part(const struct model_builder *model, struct args *args, kind_id kind)
{
    enum { WORDS_MOST = 100 };
    atom words[WORDS_MOST];
    uint32_t n = known_words(model, kind, words, WORDS_MOST);
    struct buf context = buf_on(model->builder->mem);
    buf_printf(&context, "a component of kind `%.*s`",
               STR_ARGS(name_of(model->builder, model->builder->library->kinds.at[kind].name)));
    atom meant = report_titled(model, args, buf_as_str(&context));
    if (!meant)
        meant = report_unknown_word(model->builder, args_word_span(args),
                                    args->tree->statements.at[args->statement].word, buf_as_str(&context), words, n);
    atom word = args->tree->statements.at[args->statement].word;
    if (!meant && !help_replaced_kind(model, kind, word)) {
        help_second_word(args, words, n);
        help_kind_with_property(model, word);
    }
    buf_free(&context);
    return meant;
}

atom report_unknown_in_model(const struct model_builder *model, struct args *args)
{
    enum { WORDS_MOST = 100 };
    const struct library *library = model->builder->library;
    const struct architecture *architecture = &library->architectures.at[own_architecture(model)];
    atom words[WORDS_MOST], word = args->tree->statements.at[args->statement].word;
    uint32_t n = 0;
    for (uint32_t i = 0; i < architecture->n_containments && n < WORDS_MOST / 2; i++)
        words[n++] = library->containments.at[architecture->first_containment + i].name;
    for (atom header = KW_EXTENDS; header <= KW_DESCRIPTION; header++)
        words[n++] = header;
    atom meant = report_titled(model, args, STR("a model"));
    if (!meant)
        meant = report_unknown_word(model->builder, args_word_span(args), word, STR("a model"), words, n);
    if (!meant) {
        help_second_word(args, words, n);
        help_kind_with_property(model, word);
    }
    return meant;
}

bool report_property_elsewhere(const struct model_builder *model, uint32_t statement, component_id in)
{
    struct library *library = model->builder->library;
    struct args args = args_of(model->builder, model->unit, statement);
    atom word = args.tree->statements.at[statement].word;
    kind_id kind = library->components.at[in].kind;
    if (may_hold(library, kind, find_kind(model->builder, own_architecture(model), word)))
        return false;
    kind_id owner = kind_with_property(model, word);
    if (owner == NONE)
        return false;
    report(model->builder->diag, args_word_span(&args), MSG_property_elsewhere, v_name(name_of(model->builder, word)),
           v_name(name_of(model->builder, library->kinds.at[owner].name)),
           v_name(name_of(model->builder, library->kinds.at[kind].name)));
    return true;
}
