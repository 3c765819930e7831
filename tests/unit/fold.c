#include "model/names/names.h"
#include "unit/fixture.h"

static void names_are_folded(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"GP2.1", "gp2.1"},
        {"gp2.1", "gp2.1"},
        {"GP 2.1", "gp2.1"},
        {"SP01.1", "sp1.1"},
        {"SP1.01", "sp1.1"},
        {"SP10.1", "sp10.1"},
        {"SP100", "sp100"},
        {"0", "0"},
        {"00", "0"},
        {"007", "7"},
        {"A.05", "a.5"},
        {"A0", "a0"},
        {"0A", "0a"},
        {"1.0", "1.0"},
        {"20000", "20000"},
        {" a ", "a"},
        {"   ", ""},
        {"1 02", "102"},
        {"AC-2(1)", "ac-2(1)"},
        {"ÄB", "Äb"},
        {"a-b", "a-b"},
        {"0.0.0", "0.0.0"},
        {"B00C", "b0c"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        atom folded = names_fold(&w->atoms, str_of(rows[i][0]));
        in_case("%s", rows[i][0]);
        expect_str(atom_text(&w->atoms, folded), rows[i][1]);
        expect_number(names_fold(&w->atoms, atom_text(&w->atoms, folded)), folded); /* once is enough */
    }
}

/* A label may be of any length; what is too long is left as it is. */
static void long_labels_stay(struct world *w)
{
    struct str fits = str_of(repeated(w, "A", 256)), longer = str_of(repeated(w, "A", 257));
    expect_str(atom_text(&w->atoms, names_fold(&w->atoms, fits)), repeated(w, "a", 256));
    expect_str(atom_text(&w->atoms, names_fold(&w->atoms, longer)), longer.ptr);
}

UNIT_MAIN("fold", UNIT(names_are_folded), UNIT(long_labels_stay))
