/* Texts of the headers of declarations: links and references in them are checked as those of components are. */

#include "unit/fixture.h"

#define OF_M SMALL "model M {\n  architecture Small\n  area PP \"Planning\"\n}\n"

static void links_of_headers_are_checked(struct world *w)
{
    static const char *const rows[][2] = {
        {"description", "unsafe-link-scheme 2:20"}, {"note", "unsafe-link-scheme 2:13"},
        {"source", "unsafe-link-scheme 2:15"},      {"license", "unsafe-link-scheme 2:16"},
        {"publisher", "unsafe-link-scheme 2:18"},   {"version", "unsafe-link-scheme 2:16"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(findings_of(w, formatted(w, "glossary G {\n  %s \"[a](data:b)\"\n}\n", rows[i][0])), rows[i][1]);
    }
}

static void links_of_every_declaration_are_checked(struct world *w)
{
    static const char *const rows[][2] = {
        {"model N {\n  architecture Small\n  note \"[a](data:b)\"\n}\n", "unsafe-link-scheme 8:13"},
        {"mapping N {\n  note \"[a](data:b)\"\n  from M\n  to M\n  PP -> PP\n}\n", "unsafe-link-scheme 7:13"},
        {"profile N {\n  note \"[a](data:b)\"\n  of M\n  include PP\n}\n", "unsafe-link-scheme 7:13"},
        {"glossary N {\n  note \"[a](https://b)\"\n}\n", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%zu", i);
        expect_str(findings_of(w, joined(w, OF_M, rows[i][0])), rows[i][1]);
    }
}

/* They lead into the model, into both models of a mapping, and from a glossary nowhere. */
static void references_of_headers_are_resolved(struct world *w)
{
    static const char *const rows[][2] = {
        {"model N {\n  architecture Small\n  note \"[[CM]]\"\n  area CM \"C\"\n}\n", ""},
        {"model N {\n  architecture Small\n  note \"[[PP]]\"\n  area CM \"C\"\n}\n", "broken-inline-reference 8:11"},
        {"model N {\n  architecture Small\n  area CM \"C\"\n}\n"
         "mapping X {\n  note \"[[PP]] [[CM]] [[AA]]\"\n  from M\n  to N\n  PP -> CM\n}\n",
         "broken-inline-reference 11:25"},
        {"profile N {\n  note \"[[PP]]\"\n  of M\n  include PP\n}\n", ""},
        {"glossary N {\n  note \"[[PP]]\"\n}\n", "broken-inline-reference 7:11"},
        {"glossary N {\n  note \"[[M:PP]]\"\n}\n", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%zu", i);
        expect_str(findings_of(w, joined(w, OF_M, rows[i][0])), rows[i][1]);
    }
}

static void titles_of_declarations_are_checked(struct world *w)
{
    static const char *const rows[][2] = {
        {"model N \"[a](data:b) [[CM]] [[PP]]\" {\n  architecture Small\n  area CM \"C\"\n}\n",
         "unsafe-link-scheme 6:14, broken-inline-reference 6:31"},
        {"model N {\n  architecture Small\n  area CM \"C\"\n}\n"
         "mapping X \"[a](data:b) [[PP]] [[CM]] [[AA]]\" {\n  from M\n  to N\n  PP -> CM\n}\n",
         "unsafe-link-scheme 10:16, broken-inline-reference 10:40"},
        {"profile N \"[a](data:b) [[PP]] [[AA]]\" {\n  of M\n  include PP\n}\n",
         "unsafe-link-scheme 6:16, broken-inline-reference 6:33"},
        {"glossary N \"[a](data:b) [[PP]] [[M:PP]]\" {\n}\n", "unsafe-link-scheme 6:17, broken-inline-reference 6:27"},
        {"architecture N \"[a](data:b)\" {\n}\n", "unsafe-link-scheme 6:21"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%zu", i);
        expect_str(findings_of(w, joined(w, OF_M, rows[i][0])), rows[i][1]);
    }
}

UNIT_MAIN("headers", UNIT(titles_of_declarations_are_checked), UNIT(links_of_headers_are_checked),
          UNIT(links_of_every_declaration_are_checked), UNIT(references_of_headers_are_resolved))
