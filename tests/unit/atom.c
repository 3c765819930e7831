#include "base/atom.h"

#include <stdio.h>

#include "syntax/keywords.h"
#include "unit/fixture.h"

static void equal_names_have_one_atom(struct world *w)
{
    enum { N = 20000 };
    struct atoms atoms;
    char name[32];
    atoms_init(&atoms, &w->mem);
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < N; i++) {
            snprintf(name, sizeof name, "N%u", i);
            assert_int_equal(atom_intern(&atoms, str_of(name)), i + 1);
        }
    for (uint32_t i = 0; i < N; i++) {
        snprintf(name, sizeof name, "N%u", i);
        expect_str(atom_text(&atoms, i + 1), name);
        assert_int_equal(atom_find(&atoms, str_of(name)), i + 1);
        assert_int_equal(atom_text(&atoms, i + 1).ptr[strlen(name)], '\0');
    }
}

static void finding_makes_nothing(struct world *w)
{
    struct atoms atoms;
    atoms_init(&atoms, &w->mem);
    assert_int_equal(atom_find(&atoms, STR("x")), 0);
    assert_int_equal(atom_intern(&atoms, STR("y")), 1);
    assert_int_equal(atom_find(&atoms, STR("x")), 0);
}

static void names_are_bytes(struct world *w)
{
    static const struct str names[] = {TEXT(""), TEXT("a"), TEXT("a\0b"), TEXT("a\0c"), TEXT("A"), TEXT("\0"),
                                       TEXT("\0\0"), TEXT("\xff"), TEXT("क"), TEXT("क़"), TEXT(" "),
                                       /* as long as a short name may be, and longer; alike but for one bit */
                                       TEXT("SP1.101"), TEXT("aP1.1011"), TEXT("iP1.1011"), TEXT("SP1.1010")};
    struct atoms atoms;
    atoms_init(&atoms, &w->mem);
    for (uint32_t i = 0; i < LENGTH(names); i++)
        assert_int_equal(atom_intern(&atoms, names[i]), i + 1);
    for (uint32_t i = 0; i < LENGTH(names); i++)
        assert_true(str_eq(atom_text(&atoms, i + 1), names[i]));
}

static void the_text_is_a_copy(struct world *w)
{
    struct atoms atoms;
    char name[] = "name";
    atoms_init(&atoms, &w->mem);
    atom a = atom_intern(&atoms, str_of(name));
    name[0] = 'g';
    expect_str(atom_text(&atoms, a), "name");
}

static void keywords_are_the_first_atoms(struct world *w)
{
    expect_str(atom_text(&w->atoms, KW_IMPORT), "import");
    expect_str(atom_text(&w->atoms, KW_END - 1), "also");
    assert_int_equal(atom_find(&w->atoms, STR("->")), KW_ADDRESSED_BY);
    for (atom a = 1; a < KW_END; a++)
        assert_int_equal(keyword_is_declaration(a), a <= KW_GLOSSARY);
}

UNIT_MAIN("atom", UNIT(equal_names_have_one_atom), UNIT(finding_makes_nothing), UNIT(names_are_bytes),
          UNIT(the_text_is_a_copy), UNIT(keywords_are_the_first_atoms))
