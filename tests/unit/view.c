/* A bolt-on and its base as one model. */

#include "model/view.h"

#include "unit/fixture.h"

static const char base[] =
    SMALL "model B {\n  architecture Small\n"
          "  area PP \"P\" {\n"
          "    goal SG1 \"G\" { statement \"Plans are made\"\n practice SP1.1 \"A\" { statement \"Plan\" } }\n"
          "    goal SG2 \"H\" { statement \"Plans are kept\" }\n  }\n"
          "  area CM \"C\"\n}\n";

static const char bolt_on[] = "model N {\n  extends B\n"
                              "  area NN \"N\"\n"
                              "  extend PP/SG1 { practice ESP1.1 \"E\" { statement \"Track\"\n step 1 \"S\" } }\n"
                              "  extend PP { goal ESG3 \"I\" { statement \"New things are done\" } }\n"
                              "  area MM \"M\"\n}\n";

static const char second[] = "model O {\n  extends N\n  extend PP/ESG3 { practice ESP3.1 \"F\" { statement \"Do\" } }\n"
                             "  extend PP/ESP1.1 { product \"T\" }\n}\n";

/* The paths of a view in their order, with `(` and `)` around what stands inside. */
static struct str shown(struct world *w, const char *name)
{
    model_id model = world_model_named(w, name);
    struct buf out = buf_on(&w->mem);
    uint32_t ends[20], depth = 0;
    for (uint32_t i = 0; i < view_count(&w->library, model); i++) {
        for (; depth && ends[depth - 1] == i; depth--)
            buf_char(&out, ')');
        component_id id = view_component(&w->library, model, i);
        buf_printf(&out, "%s%.*s", i ? " " : "", STR_ARGS(world_path_of(w, id)));
        expect_number(view_position(&w->library, model, id), i);
        expect_true(view_holds(&w->library, model, id));
        if (view_end(&w->library, model, i) > i + 1) {
            buf_char(&out, '(');
            ends[depth++] = view_end(&w->library, model, i);
        }
    }
    buf_repeat(&out, ')', depth);
    return arena_str(&w->arena, buf_as_str(&out));
}

static void bolt_ons_are_inserted(struct world *w)
{
    world_model(w, joined(w, joined(w, base, bolt_on), second));
    expect_findings(w, "");
    expect_str(shown(w, "B"), "PP( PP/SG1( PP/SP1.1) PP/SG2) CM");
    expect_str(shown(w, "N"), "PP( PP/SG1( PP/SP1.1 PP/ESP1.1( PP/ESP1.1/1)) PP/SG2 PP/ESG3) CM NN MM");
    expect_str(shown(w, "O"), "PP( PP/SG1( PP/SP1.1 PP/ESP1.1( PP/ESP1.1/1 PP/ESP1.1#1)) PP/SG2 "
                              "PP/ESG3( PP/ESP3.1)) CM NN MM");
}

/* A base knows nothing of what extends it. */
static void a_base_does_not_hold_what_is_added(struct world *w)
{
    world_model(w, joined(w, base, bolt_on));
    model_id b = world_model_named(w, "B"), n = world_model_named(w, "N");
    component_id added = world_component(w, "N", "NN"), own = world_component(w, "B", "CM");
    assert_false(view_holds(&w->library, b, added));
    assert_true(view_holds(&w->library, n, added));
    assert_true(view_holds(&w->library, n, own));
    uint32_t first, end = view_inside(&w->library, n, NONE, &first);
    assert_int_equal(first, 0);
    assert_int_equal(end, view_count(&w->library, n));
    end = view_inside(&w->library, n, world_component(w, "B", "PP"), &first);
    assert_int_equal(first, 1);
    assert_int_equal(end, 7);
    end = view_inside(&w->library, b, own, &first);
    assert_int_equal(end - first, 0);
}

/* Groupings do not count where siblings meet. */
static void siblings_meet_above_groupings(struct world *w)
{
    world_model(w, SMALL "model M {\n  architecture Small\n  group G \"G\" { area AA \"A\" { goal SG1 \"S\" { "
                         "statement \"Things are so\" } } }\n}\n");
    component_id area = world_component(w, "M", "AA"), goal = world_component(w, "M", "AA/SG1");
    assert_true(sibling_parent(&w->library, area) == NONE);
    assert_true(sibling_parent(&w->library, goal) == area);
    assert_true(w->library.components.at[area].parent != NONE);
}

static void an_empty_model_has_an_empty_view(struct world *w)
{
    world_model(w, SMALL "model M {\n  architecture Small\n}\nmodel N {\n  extends M\n  area AA \"A\"\n}\n"
                         "model O {\n  extends N\n}\n");
    expect_str(shown(w, "M"), "");
    expect_str(shown(w, "N"), "AA");
    expect_str(shown(w, "O"), "AA");
}

UNIT_MAIN("view", UNIT(bolt_ons_are_inserted), UNIT(a_base_does_not_hold_what_is_added),
          UNIT(siblings_meet_above_groupings), UNIT(an_empty_model_has_an_empty_view))
