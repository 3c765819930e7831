#ifndef TESTS_TABLES_CHECK_H
#define TESTS_TABLES_CHECK_H

#include "prm/tables.h"

/* C and C++ alike: what is here is compiled by both. */

/* From the file that tests/tables/run writes for the models at hand. */
struct named_model {
    const char *id;
    const struct prm_model *model;
    const uint32_t *constants; /* the constants of its components in document order, n of them */
    uint32_t n;
};
struct named_mapping {
    const char *id;
    const struct prm_mapping *mapping;
};
struct named_profile {
    const char *id;
    const struct prm_profile *profile;
};
#ifdef __cplusplus
extern "C" {
#endif
extern const struct named_profile named_profiles[];
extern const struct named_model named_models[];
extern const struct named_mapping named_mappings[];
extern const uint32_t n_named_models, n_named_mappings, n_named_profiles;
#ifdef __cplusplus
}
#endif

/* Ends the program with a message unless the condition holds. `what` and `which` say where. */
void must(int holds, const char *what, const char *which);

/* Ends the program unless both texts are equal; neither may be NULL. */
void must_equal(const char *got, const char *wanted, const char *what, const char *which);

/* What a model and a mapping must be in themselves, whatever they describe. */
void check_model(const struct prm_model *m);
void check_mapping(const struct prm_mapping *map);

#endif
