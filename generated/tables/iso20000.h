/* Written by prmc. */

#ifndef INCLUDED_prm_ISO20000
#define INCLUDED_prm_ISO20000

#include "prm/tables.h"

#if PRM_ABI != 4
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_model prm_ISO20000;

#ifdef __cplusplus
}
#endif

/* The components by their paths. */
enum {
    PRM_ISO20000_1 = 0,
    PRM_ISO20000_2 = 1,
    PRM_ISO20000_3 = 2,
    PRM_ISO20000_3_1 = 3,
    PRM_ISO20000_3_2 = 4,
    PRM_ISO20000_3_3 = 5,
    PRM_ISO20000_4 = 6,
    PRM_ISO20000_4_1 = 7,
    PRM_ISO20000_4_2 = 8,
    PRM_ISO20000_4_3 = 9,
    PRM_ISO20000_4_4 = 10,
    PRM_ISO20000_5 = 11,
    PRM_ISO20000_6 = 12,
    PRM_ISO20000_6_1 = 13,
    PRM_ISO20000_6_2 = 14,
    PRM_ISO20000_6_3 = 15,
    PRM_ISO20000_6_4 = 16,
    PRM_ISO20000_6_5 = 17,
    PRM_ISO20000_6_6 = 18,
    PRM_ISO20000_7 = 19,
    PRM_ISO20000_7_1 = 20,
    PRM_ISO20000_7_2 = 21,
    PRM_ISO20000_7_3 = 22,
    PRM_ISO20000_8 = 23,
    PRM_ISO20000_8_1 = 24,
    PRM_ISO20000_8_2 = 25,
    PRM_ISO20000_8_3 = 26,
    PRM_ISO20000_9 = 27,
    PRM_ISO20000_9_1 = 28,
    PRM_ISO20000_9_2 = 29,
    PRM_ISO20000_10 = 30,
    PRM_ISO20000_10_1 = 31
};

#endif
