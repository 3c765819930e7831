/* Written by prmc. */

#include "prm/tables.h"

#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif

#if PRM_ABI != 2
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_model prm_ISO27001;
extern const struct prm_model prm_CMMI_SVC;
extern const struct prm_mapping prm_ISO27001_to_GP;

#ifdef __cplusplus
}
#endif

static const unsigned char sources[] =
"                                    \"   #   $   $   &   '   (   )   *   *   +   .   0   0   2   5   8   ";

static const struct prm_edge by_source[] = {
{265,0,1,15,0}, {266,1,1,15,0}, {270,2,1,15,0}, {270,3,1,15,0}, {265,4,1,15,0}, {268,5,1,15,0}, {267,6,1,15,0}, {267,7,1,15,0},
{269,8,1,15,0}, {273,9,1,15,0}, {274,10,1,15,0}, {272,11,1,15,0}, {273,12,1,15,0}, {274,13,1,15,0}, {276,14,1,15,0}, {277,15,1,15,0},
{276,16,1,15,0}, {277,17,1,15,0}, {273,18,1,15,0}, {276,19,1,15,0}, {277,20,1,15,0}, {273,21,1,15,0}, {276,22,1,15,0}, {277,23,1,15,0},
};

static const unsigned char targets[] =
"                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "
"                                        \"   #   %   &   '   )   )   *   .   0   0   4   8   8   8   8   8   8   8   8   8   8   8   8   8   8   8   8   8   8   ";

static const struct prm_edge by_target[] = {
{8,0,1,15,0}, {12,4,1,15,0}, {8,1,1,15,0}, {13,6,1,15,0}, {14,7,1,15,0}, {12,5,1,15,0}, {15,8,1,15,0}, {9,2,1,15,0},
{10,3,1,15,0}, {19,11,1,15,0}, {16,9,1,15,0}, {19,12,1,15,0}, {23,18,1,15,0}, {24,21,1,15,0}, {18,10,1,15,0}, {19,13,1,15,0},
{20,14,1,15,0}, {22,16,1,15,0}, {23,19,1,15,0}, {24,22,1,15,0}, {20,15,1,15,0}, {22,17,1,15,0}, {23,20,1,15,0}, {24,23,1,15,0},
};

static const unsigned char source_rows[] =
",   ,   ,   ,   ,   ,   ,   ,       !   !   ,   \"   #   $   %   &   ,   '   (   )   ,   *   +   +   ,   \"      \"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"                                                                                                                                                                                                                                                                         \"\"\"\"\"\"\" \"\"\"\"\"\"                  ";

static const unsigned char edge_rows[] =
"        !   !   \"   \"   #   $   %   &   '   (   (   (   )   )   *   *   +   +   +   +   +   +   ,   ";

static const unsigned char rows[] =
"\1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \1\1\1\0\0\0\0\0            \0\0\0\0\0\0\0\0            ";

static const char text[] =
"\0ISO27001-to-GP\0ISO/IEC 27001:2005 to the generic practices of CMMI-SVC\0";

const struct prm_mapping prm_ISO27001_to_GP = {
&prm_ISO27001, &prm_CMMI_SVC, 24, 12, 1, 16, 0,
{sources, targets}, {by_source, by_target},
edge_rows, source_rows, rows, text
};
