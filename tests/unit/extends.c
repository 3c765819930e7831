/* Chains of models and of architectures. */

#include "unit/fixture.h"

static const char *models(struct world *w, uint32_t n)
{
    struct buf text = buf_on(&w->mem);
    buf_text(&text, SMALL "model M0 {\n  architecture Small\n}\n");
    for (uint32_t i = 1; i <= n; i++)
        buf_printf(&text, "model M%u {\n  extends M%u\n  area A%u \"A\"\n}\n", i, i - 1, i);
    const char *copy = joined(w, buf_cstr(&text), "");
    buf_free(&text);
    return copy;
}

static void models_extend_50_others(struct world *w)
{
    expect_str(findings_of(w, models(w, 50)), "");
    expect_str(findings_of(w, models(w, 51)), "input-limit 206:11");
}

static const char *architectures(struct world *w, uint32_t n)
{
    struct buf text = buf_on(&w->mem);
    buf_text(&text, "architecture A0 {\n}\n");
    for (uint32_t i = 1; i <= n; i++)
        buf_printf(&text, "architecture A%u {\n  extends A%u\n}\n", i, i - 1);
    const char *copy = joined(w, buf_cstr(&text), "");
    buf_free(&text);
    return copy;
}

static void architectures_extend_50_others(struct world *w)
{
    expect_str(findings_of(w, architectures(w, 50)), "");
    expect_str(findings_of(w, architectures(w, 51)), "input-limit 153:14");
}

UNIT_MAIN("extends", UNIT(models_extend_50_others), UNIT(architectures_extend_50_others))
