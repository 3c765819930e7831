/* Written by prmc. */

#ifndef INCLUDED_prm_ISO27001
#define INCLUDED_prm_ISO27001

#include "prm/tables.h"

#if PRM_ABI != 1
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_model prm_ISO27001;

#ifdef __cplusplus
}
#endif

/* The components by their paths. */
enum {
    PRM_ISO27001_4 = 0,
    PRM_ISO27001_4_1 = 1,
    PRM_ISO27001_4_2 = 2,
    PRM_ISO27001_4_2_1 = 3,
    PRM_ISO27001_4_2_2 = 4,
    PRM_ISO27001_4_2_3 = 5,
    PRM_ISO27001_4_2_4 = 6,
    PRM_ISO27001_4_3 = 7,
    PRM_ISO27001_4_3_1 = 8,
    PRM_ISO27001_4_3_2 = 9,
    PRM_ISO27001_4_3_3 = 10,
    PRM_ISO27001_5 = 11,
    PRM_ISO27001_5_1 = 12,
    PRM_ISO27001_5_2 = 13,
    PRM_ISO27001_5_2_1 = 14,
    PRM_ISO27001_5_2_2 = 15,
    PRM_ISO27001_6 = 16,
    PRM_ISO27001_7 = 17,
    PRM_ISO27001_7_1 = 18,
    PRM_ISO27001_7_2 = 19,
    PRM_ISO27001_7_3 = 20,
    PRM_ISO27001_8 = 21,
    PRM_ISO27001_8_1 = 22,
    PRM_ISO27001_8_2 = 23,
    PRM_ISO27001_8_3 = 24
};

#endif
