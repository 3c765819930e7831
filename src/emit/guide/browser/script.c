/* The scripts, which the program carries in it: guide.js behind the words that it says, and find.js, which ends with
   hits.js. */

#include "base/json.h"
#include "emit/guide/browser/cards.h"
#include "model/translation/words.h"

/* How many files of cards each folder has. */
static void put_card_files(const struct guide *guide, struct buf *out)
{
    const char *comma = "";
    for (uint32_t first = 0, n; first < guide->findables.n; first += n) {
        n = cards_run(guide, first);
        if (!cards_has(guide, first))
            continue;
        buf_text(out, comma);
        json_add_string(out, guide->findables.at[first].file->folder);
        buf_printf(out, ": %u", cards_files(n));
        comma = ", ";
    }
}

static struct str folder_of(const struct guide *guide, model_id id)
{
    return guide->site.pages.at[guide->site.models[id].index].file.folder;
}

/* What a bolt-on repeats has its card in the folder of the base. */
static void put_card_bases(const struct guide *guide, struct buf *out)
{
    const char *comma = "";
    for (model_id id = 0; id < guide->library->models.n; id++) {
        model_id base = guide->library->models.at[id].extends;
        if (base == NONE)
            continue;
        buf_text(out, comma);
        json_add_string(out, folder_of(guide, id));
        buf_text(out, ": ");
        json_add_string(out, folder_of(guide, base));
        comma = ", ";
    }
}

/* Each word of the script by the name it has there, in the language of the guide. */
static void put_words(struct guide *guide, struct buf *out)
{
    static const struct {
        const char *name;
        enum word word;
    } words[] = {
        {"found", WORD_N_FOUND},
        {"none", WORD_NOTHING_FOUND},
        {"loading", WORD_LOADING},
        {"failed", WORD_NOT_LOADED},
        {"more", WORD_SHOW_ALL_N},
        {"results", WORD_RESULTS},
        {"light", WORD_LIGHT},
        {"dark", WORD_DARK},
        {"colours", WORD_COLOURS},
        {"keys", WORD_KEYS},
        {"keySearch", WORD_KEY_SEARCH},
        {"keyMove", WORD_KEY_MOVE},
        {"keyOpen", WORD_KEY_OPEN},
        {"keyClose", WORD_KEY_CLOSE},
        {"keyHelp", WORD_KEY_HELP},
        {"useKeys", WORD_USE_KEYS},
        {"close", WORD_CLOSE},
        {"copied", WORD_COPIED},
        {"copy", WORD_COPY_LINK},
        {"where", WORD_WHERE},
        {"kind", WORD_KIND},
        {"level", WORD_LEVEL},
        {"everywhere", WORD_EVERYWHERE},
        {"allKinds", WORD_ALL_KINDS},
        {"allLevels", WORD_ALL_LEVELS},
        {"noneChosen", WORD_NONE_CHOSEN},
        {"keyNarrow", WORD_KEY_NARROW},
        {"filter", WORD_FILTER_ROWS},
        {"ofRows", WORD_N_OF_ROWS},
        {"columns", WORD_COLUMNS},
        {"inUse", WORD_COLUMNS_IN_USE},
        {"sortBy", WORD_SORT_BY},
        {"asItWas", WORD_AS_IT_WAS},
        {"up", WORD_ASCENDING},
        {"down", WORD_DESCENDING},
        {"showAll", WORD_SHOW_ALL},
        {"was", WORD_WAS},
    };
    buf_text(out, "window.prmWords = {");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct str own = translated_word(guide->library, guide_locale(guide), words[i].word);
        buf_printf(out, "%s%s: ", i ? ", " : "", words[i].name);
        json_add_string(out, own.ptr ? own : str_of(word_text(words[i].word)));
    }
    buf_text(out, "};\nwindow.prmIndex = \"");
    buf_str(out, guide->site.searches[guide->language].url);
    buf_text(out, "\";\nwindow.prmCardFiles = {");
    put_card_files(guide, out);
    buf_text(out, "};\nwindow.prmCardBases = {");
    put_card_bases(guide, out);
    buf_text(out, "};\n");
}

static void put_all(struct buf *out, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_text(out, lines[i]);
}

void emit_script(struct guide *guide)
{
    static const char *const controls[] = {
#include "guide.js.inc"
    };
    static const char *const find[] = {
#include "find.js.inc"
#include "hits.js.inc"
    };
    static const char *const cards[] = {
#include "cards.js.inc"
    };
    static const char *const tables[] = {
#include "tables.js.inc"
    };
    struct buf out = buf_on(guide->mem);
    put_words(guide, &out);
    put_all(&out, controls, sizeof controls / sizeof controls[0]);
    guide_add(guide, &guide->site.script, &out);
    out.n = 0;
    put_all(&out, find, sizeof find / sizeof find[0]);
    guide_add(guide, &guide->site.find, &out);
    out.n = 0;
    put_all(&out, tables, sizeof tables / sizeof tables[0]);
    guide_add(guide, &guide->site.tables, &out);
    out.n = 0;
    put_all(&out, cards, sizeof cards / sizeof cards[0]);
    guide_add(guide, &guide->site.cards, &out);
    buf_free(&out);
}
