/* How heavy the search is. */

#include "emit/guide/guide.h"

enum {
    BUDGET = 150000, /* bytes of a compressed index for so many practices, or for fewer */
    BUDGET_PRACTICES = 1000,

    /* To how much of itself gzip makes an index. Measured on the guides of the models that come along: 2.6 to 3.8 where
       the index is above 30 kB, 3.3 for all of them at once in English, 3.4 in Hindi. */
    COMPRESSION = 3,
};

/* Components that hold none but informative ones and are none themselves: practices, controls, clauses. */
static uint32_t count_practices(const struct library *library)
{
    uint32_t n = 0;
    for (component_id id = 0; id < library_component_count(library); id++) {
        const struct kind *kind = library_kind(library, id);
        bool is_one = !kind->grouping && kind->importance != IMPORTANCE_INFORMATIVE;
        for (component_id in = id + 1; in < library->components.at[id].end && is_one; in++)
            is_one = library_kind(library, in)->importance == IMPORTANCE_INFORMATIVE;
        n += is_one;
    }
    return n;
}

static bool is_search(const struct guide *guide, const struct output_name *file, uint32_t language)
{
    const struct str name = guide->site.searches[language].name;
    uint32_t folder = language ? guide->site.languages[language - 1].name.len + 1 : 0;
    return str_is(file->root, guide->emission->folder) && file->name.len == folder + name.len &&
           str_ends(file->name, name) &&
           (!language || str_starts(file->name, guide->site.languages[language - 1].name));
}

static void weigh(struct guide *guide, const struct output_name *file, struct heavy_search *heavy)
{
    uint64_t budget = BUDGET;
    if (heavy->practices > BUDGET_PRACTICES)
        budget = budget * heavy->practices / BUDGET_PRACTICES;
    if (file->size / COMPRESSION <= budget || file->size <= heavy->size)
        return;
    heavy->file = arena_str(&guide->emission->output->arena, file->name);
    heavy->size = file->size;
    heavy->about = file->size / COMPRESSION;
}

void weigh_search(struct guide *guide)
{
    struct heavy_search *heavy = guide->emission->publication.heavy;
    const struct output *output = guide->emission->output;
    if (!heavy)
        return;
    *heavy = (struct heavy_search){.practices = count_practices(guide->library)};
    VEC_EACH (const struct output_name, file, &output->names)
        for (uint32_t language = 0; language <= locale_count(guide->library); language++)
            if (is_search(guide, file, language))
                weigh(guide, file, heavy);
}
