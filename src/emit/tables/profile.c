/* The tables of a profile: see struct prm_profile in prm/tables.h. */

#include "emit/tables/literal.h"
#include "emit/tables/pool.h"
#include "emit/tables/tables.h"
#include "model/cnames.h"
#include "model/selection.h"
#include "model/view.h"

struct profile_tables {
    struct pool text;
    struct buf bits;
    struct prm_profile object; /* its numbers; where the columns lie is not known yet */
};

static struct profile_tables make_tables(const struct library *library, struct mem *mem, const struct profile *profile)
{
    struct profile_tables t = {.bits = buf_on(mem)};
    uint8_t *taken = profile_components(library, mem, profile);
    uint32_t n = view_count(library, profile->model);
    pool_init(&t.text, mem);
    t.object.id = pool_add(&t.text, atom_text(library->atoms, profile->id));
    t.object.title = pool_add(&t.text, profile->title);
    for (uint32_t start = 0; start < n; start += 8) {
        unsigned byte = 0;
        for (uint32_t i = start; i < start + 8 && i < n; i++) {
            byte |= (unsigned)(taken[i] != 0) << (i - start);
            t.object.n += taken[i] != 0;
        }
        buf_char(&t.bits, (char)byte);
    }
    mem_free(mem, taken);
    return t;
}

void profile_source(struct buf *out, enum literal_form form, const struct library *library, struct mem *mem,
                    const struct profile *profile)
{
    struct profile_tables t = make_tables(library, mem, profile);
    literal_bytes(out, form, "bits", &t.bits);
    literal_strings(out, form, "text", &t.text.bytes);
    buf_text(out, "\nconst struct prm_profile ");
    cname_object(out, atom_text(library->atoms, profile->id));
    buf_text(out, " = {\n&");
    cname_object(out, atom_text(library->atoms, library->models.at[profile->model].id));
    buf_printf(out, ", %u, %u, %u, bits, text\n};\n", t.object.n, t.object.id, t.object.title);
    buf_free(&t.bits);
    pool_free(&t.text);
}

const struct prm_profile *profile_tables(const struct library *library, struct mem *mem, const struct profile *profile,
                                         const struct prm_model *of)
{
    struct profile_tables t = make_tables(library, mem, profile);
    struct prm_profile *made = mem_alloc(mem, sizeof *made);
    *made = t.object;
    made->of = of;
    made->bits = (const unsigned char *)buf_cstr(&t.bits);
    made->text = buf_cstr(&t.text.bytes);
    map_free(&t.text.places);
    return made;
}
