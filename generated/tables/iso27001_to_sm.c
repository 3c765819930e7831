/* Written by prmc. */

#include "prm/tables.h"

#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif

#if PRM_ABI != 4
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_model prm_ISO27001;
extern const struct prm_model prm_Security_Bolt_On;
extern const struct prm_mapping prm_ISO27001_to_SM;

#ifdef __cplusplus
}
#endif

static const unsigned char sources[] =
"                &   '   (   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   ";

static const struct prm_edge by_source[] = {
{297,0,1,15,0}, {309,1,1,15,0}, {320,2,1,15,0}, {332,3,1,15,0}, {344,4,1,15,0}, {360,5,1,15,0}, {373,6,1,15,0}, {388,7,1,15,0},
{388,8,1,15,0},
};

static const unsigned char targets[] =
"                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                "
"                                                                                                                                                                        !   !   !   !   !   !   !   !   !   !   !   !   \"   \"   \"   \"   \"   \"   \"   \"   \"   \"   \"   #   #   #   #   #   #   #   #   #   #   #   #   $   $   $   $   $   $   $   $   $   $   $   $   %   %   %   %   %   %   %   %   %   %   %   %   %   %   %   %   &   &   &   &   &   &   &   &   &   &   &   &   &   '   '   '   '   '   '   '   '   '   '   '   '   '   '   '   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   )   ";

static const struct prm_edge by_target[] = {
{3,0,1,15,0}, {3,1,1,15,0}, {3,2,1,15,0}, {3,3,1,15,0}, {3,4,1,15,0}, {3,5,1,15,0}, {4,6,1,15,0}, {5,7,1,15,0},
{6,8,1,15,0},
};

static const unsigned char source_rows[] =
"$   $   $       !   \"   #   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   $   \" \"\"\"\"\"                                                                                                                                                                                 "
"                                                                                                                                                                                                                                                                                                                                 \"\"\"           \"          \"           \"           \"               \"           \"\"              \"                          ";

static const unsigned char edge_rows[] =
"                        !   \"   #   $   ";

static const unsigned char rows[] =
"\1\1\1\1\2\2\0\0g           \1\1\1\1\2\2\0\0>!          \1\1\1\1\2\2\0\0O!          \1\1\1\2\2\2\0\0\211!          \0\0\0\0\0\0\0\0            ";

static const char text[] =
"\0ISO27001-to-SM\0ISO/IEC 27001:2005, clause 4.2, to Security Management\0Scope is set by the objectives (ESP1.1); an approach to identifying and evaluating threats is defined\n(ESP1.2) and used (ESP1.3, ESP1.4); how to deal with them is planned (ESP1.5); and management\napproves (ESP1.6).\0A plan to operate the system is put to work, and the level of threat is managed.\0Threats are monitored by the system, and action is taken.\0The system itself is measured and put right; improving it is left to GP3.1 and GP3.2.\0";

const struct prm_mapping prm_ISO27001_to_SM = {
&prm_ISO27001, &prm_Security_Bolt_On, 9, 4, 1, 16, 0,
{sources, targets}, {by_source, by_target},
edge_rows, source_rows, rows, text
};
