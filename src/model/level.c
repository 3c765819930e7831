#include "model/level.h"

#include "model/names/path.h"
#include "model/view.h"

enum { LIST_MOST = 10 }; /* a line has room for them */

bool is_level(const struct library *library, component_id id)
{
    const struct kind *kind = library_kind(library, id);
    return kind->n_containments == 0 && kind->n_properties == 0 && kind->importance == IMPORTANCE_NONE &&
           kind->elaborates == NONE && kind->applies_to == NONE && library->components.at[id].counter != NONE;
}

bool is_of_level(const struct library *library, component_id id, component_id level)
{
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &library->attributes.at[i];
        if (library->properties.at[attribute->property].name == library_kind(library, level)->name &&
            attribute->number == library->components.at[level].counter)
            return true;
    }
    return false;
}

void level_list(const struct library *library, model_id model, component_id level, struct buf *list)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < view_count(library, model) && n <= LIST_MOST; i++) {
        component_id id = view_component(library, model, i);
        if (!is_of_level(library, id, level))
            continue;
        if (n > 0)
            buf_str(list, STR(", "));
        if (++n <= LIST_MOST)
            path_add(list, library, id);
        else
            buf_str(list, STR("..."));
    }
}
