#include "model/text/english.h"

void english_add_s(struct buf *out, struct str word)
{
    static const char *const hissing[] = {"s", "x", "z", "ch", "sh"}, *const sounded[] = {"ay", "ey", "iy", "oy", "uy"};
    bool changes =
        word.len > 1 && str_ends(word, STR("y")) && !str_ends_any(word, sounded, sizeof sounded / sizeof sounded[0]);
    bool hisses = str_ends_any(word, hissing, sizeof hissing / sizeof hissing[0]);
    buf_str(out, changes ? str_upto(word, word.len - 1) : word);
    buf_text(out, changes ? "ies" : hisses ? "es" : "s");
}

bool is_english(struct str language)
{
    return str_is(language, "en") || str_starts(language, STR("en-"));
}
