#include "model/selection.h"

#include <stdio.h>

#include "model/view.h"
#include "unit/fixture.h"

static const char model[] =
    SMALL "model M {\n  architecture Small\n"
          "  group GA \"Ga\" {\n"
          "    area AA \"A\" {\n"
          "      goal SG1 \"G\" {\n        statement \"Plans are made\"\n"
          "        practice SP1.1 \"P\" { statement \"Plan\" }\n        practice SP1.2 \"Q\" { statement \"Track\" }\n"
          "      }\n      goal SG2 \"H\" { statement \"Plans are kept\" }\n    }\n"
          "    area BB \"B\"\n  }\n"
          "  area CC \"C\"\n}\n"
          "model N {\n  extends M\n  extend AA/SG2 {\n    practice ESP2.1 \"N\" { statement \"Keep\" }\n  }\n}\n";

/* What a profile takes, by the paths of the view. */
static struct str taken(struct world *w, uint32_t index)
{
    const struct profile *profile = &w->library.profiles.at[index];
    uint8_t *components = profile_components(&w->library, &w->mem, profile);
    struct buf out = buf_on(&w->mem);
    assert_non_null(components);
    for (uint32_t i = 0; i < view_count(&w->library, profile->model); i++) {
        expect_true(components[i] <= 1);
        struct str path = world_path_of(w, view_component(&w->library, profile->model, i));
        if (components[i])
            buf_printf(&out, "%s%.*s", out.n ? " " : "", STR_ARGS(path));
    }
    return arena_str(&w->arena, buf_as_str(&out));
}

static void profiles_take_components(struct world *w)
{
    static const char *const rows[][3] = {
        {"M", "", ""},
        {"M", "include CC", "CC"},
        {"M", "include BB", "GA BB"},
        {"M", "include AA/SG1", "GA AA AA/SG1 AA/SP1.1 AA/SP1.2"},
        {"M", "include AA/SP1.2", "GA AA AA/SG1 AA/SP1.2"},
        {"M", "include only AA", "GA AA"},
        {"M", "include only AA, CC\n  include AA/SP1.1", "GA AA AA/SG1 AA/SP1.1 CC"},
        {"M", "include AA\n  exclude AA/SG1 because \"R\"", "GA AA AA/SG2"},
        {"M", "exclude AA/SG1 because \"R\"\n  include AA", "GA AA AA/SG2"}, /* whatever the order */
        {"M", "include AA/SP1.1\n  exclude AA/SP1.1 because \"R\"", ""},     /* and nothing around it */
        {"M", "include only AA\n  include AA/SP1.1\n  exclude AA/SG1 because \"R\"", "GA AA"},
        {"M", "include AA/SG1\n  exclude AA/SP1.1, AA/SP1.2 because \"R\"", "GA AA AA/SG1"},
        {"M", "include GA", "GA AA AA/SG1 AA/SP1.1 AA/SP1.2 AA/SG2 BB"},
        {"M", "include GA\n  exclude AA, BB because \"R\"", "GA"},
        {"M", "exclude AA because \"R\"", ""},
        {"N", "include AA/SG2", "GA AA AA/SG2 AA/ESP2.1"},
        {"M", "include AA/SG2", "GA AA AA/SG2"},
        {"N", "include AA\n  exclude AA/ESP2.1 because \"R\"", "GA AA AA/SG1 AA/SP1.1 AA/SP1.2 AA/SG2"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        char text[2000];
        snprintf(text, sizeof text, "%sprofile P {\n  of %s\n  %s\n}\n", model, rows[i][0], rows[i][1]);
        world_reset(w);
        world_read(w, text);
        world_resolve(w);
        in_case("%s: %s", rows[i][0], rows[i][1]);
        expect_str(taken(w, 0), rows[i][2]);
    }
}

static void a_profile_of_nothing_takes_nothing(struct world *w)
{
    world_read(w, "profile P {\n  of Q\n  include A\n}\n");
    world_resolve(w);
    assert_null(profile_components(&w->library, &w->mem, &w->library.profiles.at[0]));
}

UNIT_MAIN("selection", UNIT(profiles_take_components), UNIT(a_profile_of_nothing_takes_nothing))
