/* The C tables: a header and a source file for each model, mapping and profile. */

#include "emit/tables/tables.h"

#include "model/cnames.h"

/* What every file begins with. */
static void begin_file(struct buf *out)
{
    out->n = 0;
    buf_text(out, "/* Written by prmc. */\n\n");
}

static void begin_header(struct buf *out, struct str id)
{
    begin_file(out);
    buf_text(out, "#ifndef INCLUDED_");
    cname_object(out, id);
    buf_text(out, "\n#define INCLUDED_");
    cname_object(out, id);
    buf_text(out, "\n\n#include \"prm/tables.h\"\n");
}

static void end_header(struct buf *out)
{
    buf_text(out, "\n#endif\n");
}

static void include(struct buf *out, struct str id)
{
    buf_text(out, "#include \"");
    cname_file(out, id);
    buf_text(out, ".h\"\n");
}

/* A source file declares what it needs itself: the constants of the headers take time to read. */
static void begin_source(struct buf *out, enum literal_form form)
{
    begin_file(out);
    buf_text(out, "#include \"prm/tables.h\"\n");
    if (form == FORM_LITERALS)
        buf_text(out, "\n#ifdef __GNUC__\n"
                      "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
                      "#endif\n");
}

static enum literal_form form_of(const struct emission *emission)
{
    return emission->portable ? FORM_PORTABLE : FORM_LITERALS;
}

static void begin_declarations(struct buf *out)
{
    buf_text(out, "\n#if PRM_ABI != 4\n"
                  "#error \"these tables are for another prm/tables.h\"\n"
                  "#endif\n\n"
                  "#ifdef __cplusplus\n"
                  "extern \"C\" {\n"
                  "#endif\n\n");
}

static void declare(struct buf *out, const char *type, struct str id)
{
    buf_printf(out, "extern const struct %s ", type);
    cname_object(out, id);
    buf_text(out, ";\n");
}

static void end_declarations(struct buf *out)
{
    buf_text(out, "\n#ifdef __cplusplus\n"
                  "}\n"
                  "#endif\n");
}

/* Stages what was written as the file of an id. */
static void stage(struct emission *emission, struct buf *content, struct str id, const char *suffix)
{
    struct buf name = buf_on(emission->mem);
    cname_file(&name, id);
    buf_text(&name, suffix);
    output_add(emission->output, emission->folder, buf_cstr(&name), content);
    buf_free(&name);
}

static struct str model_name(const struct library *library, model_id id)
{
    return atom_text(library->atoms, library->models.at[id].id);
}

static void emit_model(struct emission *emission, struct buf *content, model_id id)
{
    const struct library *library = emission->library;
    struct str name = model_name(library, id);
    begin_header(content, name);
    begin_declarations(content);
    declare(content, "prm_model", name);
    end_declarations(content);
    model_constants(content, library, id);
    end_header(content);
    stage(emission, content, name, ".h");
    begin_source(content, form_of(emission));
    begin_declarations(content);
    declare(content, "prm_model", name);
    end_declarations(content);
    model_source(content, form_of(emission), library, emission->mem, id);
    stage(emission, content, name, ".c");
}

static void emit_mapping(struct emission *emission, struct buf *content, const struct mapping *mapping)
{
    const struct library *library = emission->library;
    struct str name = atom_text(library->atoms, mapping->id);
    if (mapping->from == NONE || mapping->to == NONE)
        return;
    struct str from = model_name(library, mapping->from), to = model_name(library, mapping->to);
    begin_header(content, name);
    include(content, from);
    if (!str_eq(from, to))
        include(content, to);
    begin_declarations(content);
    declare(content, "prm_mapping", name);
    end_declarations(content);
    end_header(content);
    stage(emission, content, name, ".h");
    begin_source(content, form_of(emission));
    begin_declarations(content);
    declare(content, "prm_model", from);
    if (!str_eq(from, to))
        declare(content, "prm_model", to);
    declare(content, "prm_mapping", name);
    end_declarations(content);
    mapping_source(content, form_of(emission), library, emission->mem, mapping);
    stage(emission, content, name, ".c");
}

static void emit_profile(struct emission *emission, struct buf *content, const struct profile *profile)
{
    const struct library *library = emission->library;
    struct str name = atom_text(library->atoms, profile->id);
    if (profile->model == NONE)
        return;
    struct str of = model_name(library, profile->model);
    begin_header(content, name);
    include(content, of);
    begin_declarations(content);
    declare(content, "prm_profile", name);
    end_declarations(content);
    end_header(content);
    stage(emission, content, name, ".h");
    begin_source(content, form_of(emission));
    begin_declarations(content);
    declare(content, "prm_model", of);
    declare(content, "prm_profile", name);
    end_declarations(content);
    profile_source(content, form_of(emission), library, emission->mem, profile);
    stage(emission, content, name, ".c");
}

void emit_tables(struct emission *emission)
{
    const struct library *library = emission->library;
    struct buf content = buf_on(emission->mem);
    for (model_id id = 0; id < library->models.n; id++)
        emit_model(emission, &content, id);
    for (mapping_id id = 0; id < library->mappings.n; id++)
        emit_mapping(emission, &content, &library->mappings.at[id]);
    VEC_EACH (const struct profile, profile, &library->profiles)
        emit_profile(emission, &content, profile);
    buf_free(&content);
}
