#include "model/coverage.h"

#include "emit/emit.h"
#include "unit/fixture.h"

/* A mapping whose other side is not known has coverage on the side that is; no level makes it a crash. */
static void a_mapping_without_a_side_is_written(struct world *w)
{
    world_model(w, SMALL "model M {\n  architecture Small\n  area AA \"A\"\n}\n"
                         "mapping X {\n  from M\n  allow missing-required-part because \"to be found\"\n}\n");
    expect_findings(w, "");
    struct buf out = buf_on(&w->mem);
    write_coverage_json(&out, &w->library);
    write_coverage_csv(&out, &w->library);
    write_coverage_text(&out, &w->library);
    assert_true(out.n > 0);
}

UNIT_MAIN("coverage", UNIT(a_mapping_without_a_side_is_written))
