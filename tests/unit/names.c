#include "model/names/names.h"

#include "unit/fixture.h"

/* Long names differ, wherever they do. */
static void long_names_are_told_apart(struct world *w)
{
    const char *name = repeated(w, "B", 250);
    expect_str(findings_of(w, formatted(w,
                                        SMALL "model M {\n  architecture Small\n  area %sX \"P\"\n"
                                              "  area AA \"Q\" {\n    related %sY\n  }\n}\n",
                                        name, name)),
               "undefined-reference 6:13");
}

UNIT_MAIN("names", UNIT(long_names_are_told_apart))
