#include "model/cnames.h"

#include "unit/fixture.h"

typedef void write_name(struct buf *out, struct str id);

static struct str named(struct world *w, write_name *write, const char *id)
{
    struct buf out = buf_on(&w->mem);
    write(&out, str_of(id));
    struct str name = arena_str(&w->arena, buf_as_str(&out));
    buf_free(&out);
    return name;
}

static void ids_become_names(struct world *w)
{
    static const char *const rows[][3] = {
        {"CMMI-SVC", "prm_CMMI_SVC", "cmmi_svc"},
        {"A.5.1", "prm_A_5_1", "a_5_1"},
        {"20000", "prm_20000", "20000"},
        {"model", "prm__model", "model"},
        {"AC-2(1)", "prm_AC_2_1_", "ac_2_1_"},
        {"Größe", "prm_Gr_u00f6_u00dfe", "gr_u00f6_u00dfe"}, /* other scripts stay apart */
        {"सु", "prm__u0938_u0941", "_u0938_u0941"},
        {"a_b", "prm__a_b", "a_b"},
        {"STDIO", "prm_STDIO", "prm_stdio"},
        {"string", "prm__string", "prm_string"},
        {"Strings", "prm_Strings", "strings"},
        {"../etc", "prm____etc", "___etc"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(named(w, cname_object, rows[i][0]), rows[i][1]);
        expect_str(named(w, cname_file, rows[i][0]), rows[i][2]);
    }
}

static void components_become_constants(struct world *w)
{
    static const char *const rows[][2] = {
        {"AA", "PRM_M_1_AA"},
        {"AA/SG1", "PRM_M_1_AA_SG1"},
        {"AA/SP1.1", "PRM_M_1_AA_SP1_1"},
        {"X Y", "PRM_M_1_X_Y"},
    };
    world_model(w,
                SMALL "model M-1 {\n  architecture Small\n  area AA \"A\" { goal SG1 \"G\" {\n statement \"a is b\"\n"
                      "practice SP1.1 \"P\" } }\n  area `X Y` \"X\"\n}\n");
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf out = buf_on(&w->mem);
        in_case("%s", rows[i][0]);
        cname_constant(&out, &w->library, world_model_named(w, "M-1"), world_component(w, "M-1", rows[i][0]));
        expect_str(buf_as_str(&out), rows[i][1]);
        buf_free(&out);
    }
}

/* "object NAME, constant NAME", in the order of the report. */
static struct str clashes_of(struct world *w, const char *text)
{
    static const char *const kinds[] = {"object", "file", "constant"};
    cname_clashes clashes = {0};
    struct buf out = buf_on(&w->mem);
    world_read(w, text);
    world_resolve(w);
    cname_clashes_of(&w->library, &clashes);
    VEC_EACH (const struct cname_clash, clash, &clashes) {
        buf_printf(&out, "%s%s %.*s", out.n ? ", " : "", kinds[clash->kind], STR_ARGS(clash->name));
        expect_number(clash->component != NONE, clash->kind == CNAME_CONSTANT);
        expect_number(strlen(clash->name.ptr), clash->name.len);
    }
    return arena_str(&w->arena, buf_as_str(&out));
}

#define MODEL(id, rest) "model " id " {\n  architecture Small\n" rest "}\n"

static void names_that_meet_are_found(struct world *w)
{
    static const char *const rows[][2] = {
        {MODEL("M", "area A-B \"A\"\n area C \"B\"\n"), ""},
        {MODEL("M", "area A-B \"A\"\n area A.B \"B\"\n"), "constant PRM_M_A_B"},
        {MODEL("M", "area A-B \"A\"\n area A.B \"B\"\n area A_B \"C\"\n"), "constant PRM_M_A_B, constant PRM_M_A_B"},
        {MODEL("M-1", "") MODEL("M.1", ""), "object prm_M_1"},
        {MODEL("MA", "") MODEL("Ma", ""), "file ma.h"}, /* the objects differ, the files do not everywhere */
        {MODEL("M-1", "area AA \"A\"\n") MODEL("M.1", "area AA \"A\"\n"), "object prm_M_1"}, /* said once */
        {MODEL("A", "area B_C \"A\"\n") MODEL("A_B", "area C \"A\"\n"), "constant PRM_A_B_C"},
        {MODEL("M", "area A-B \"A\"\n area A.B \"B\"\n") "model N {\n extends M\n}\n", "constant PRM_M_A_B"},
        {MODEL("M", "area A-B \"A\"\n") "model N {\n extends M\n area A.B \"B\"\n}\n", "constant PRM_N_A_B"},
        {MODEL("M", "") "mapping M-A {\n from M\n to M\n}\nmapping M.A {\n from M\n to M\n}\n", "object prm_M_A"},
        {MODEL("M-1", "") "mapping M.1 {\n from M-1\n to M-1\n}\n", "object prm_M_1"},
        {MODEL("M", "area AA \"A\"\n area AA \"B\"\n"), ""}, /* a duplicate is reported as one */
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_reset(w);
        in_case("%s", rows[i][0]);
        expect_str(clashes_of(w, joined(w, SMALL, rows[i][0])), rows[i][1]);
    }
}

UNIT_MAIN("cnames", UNIT(ids_become_names), UNIT(components_become_constants), UNIT(names_that_meet_are_found))
