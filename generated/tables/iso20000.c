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

extern const struct prm_model prm_ISO20000;

#ifdef __cplusplus
}
#endif

static const unsigned char pilots[] =
"\0\1\20\17\7\3\6\n\32\0\0";

static const unsigned char prints[] =
"\317\335\233\3350\335\232wl,\237\276\377 \272GJ`\345\361\341G    \355\336\213S \243\226\32\251\311g";

static const unsigned char cells[] =
"!       1\0                      !   ,   6\0                      !   ;   9\0                      #   =   9.2\0                    #   /   6.3\0                    #   8   8.1\0                    #   5   7.2\0                    #   *   4.4\0                    !   7   8\0                      !   &   4\0                      #   #   3.1\0                    !   !   2\0                      #   <   9.1\0                            \0                       !   \"   3\0                      #   4   7.1\0                    #   %   3.3\0                    #   $   3.2\0                    #   :   8.3\0                    #   .   6.2\0                    #   6   7.3\0                    $   \?   10.1\0                           \0                       #   0   6.4\0                            \0                               \0                       #   (   4.2\0                    \"   >   10\0                     #   2   6.6\0                    !   +   5\0                              \0                       !   3   7\0                      "
"#   9   8.2\0                    #   -   6.1\0                    #   '   4.1\0                    #   1   6.5\0                    #   )   4.3\0                            \0                       ";

static const unsigned char places[] =
"    +   .   *   1   0   )   \2   :   \4   '   =   !   \1   3   $   7   \3   <   \?   /   &   4   (   %   \0   2   \"   ,   #   ;   5   \5   ";

static const unsigned char nodes[] =
"!       !   0               .       !   0               \4       $   0               h   !   !   0               B   \"   !   0               ]   #   !   0               \200       %   0               \355   !   !   0               \314   \"   !   0               \7!  #   !   0               s!  $   !   0               O!      !   0               \201!      '   0               \234!  !   !   0               \365!  \"   !   0               \307!  #   !   0               6\"  $   !   0               \37\"  %   !   0               s\"  &   !   0               S\"      $   0               \252\"  !   !   0               \262\"  \"   !   0               \223\"  #   !   0               \347\"      $   0               \374\"  !   !   0               \307\"  \"   !   0               \333\"  #   !   0               .#      #   0               \0#  !   !   0               \31#  \"   !   0               k#      \"   0               {#  !   !   0                                           ";

static const unsigned char classes[] =
"            '       !   ";

static const unsigned char parts[] = "";

static const unsigned char names[] = "";

static const prm_id references[] = {0};

static const char text[] =
"\0Scope\0clause\0Terms and Definitions\0Requirement for a Management System\0Management Responsibility\0Documentation Requirements\0Competence, Awareness and Training\0Planning and Implementing Service Management\0Plan Service Management (Plan)\0Implement Service Management and Provide the Services (Do)\0Monitoring, Measuring and Reviewing (Check)\0Continual Improvement (Act)\0Planning and Implementing New or Changed Services\0Service Delivery Processes\0Service Level Management\0Service Reporting\0Service Continuity and Availability Management\0"
"Budgeting and Accounting for IT Services\0Capacity Management\0Information Security Management\0Relationship Processes\0General\0Business Relationship Management\0Supplier Management\0Resolution Processes\0Background\0Incident Management\0Problem Management\0Control Processes\0Configuration Management\0Change Management\0Release Process\0Release Management Process\0ISO20000\0ISO/IEC 20000-1:2005, Service management: Specification\0002005\0";

const struct prm_model prm_ISO20000 = {
0xe220a8397b1dcdafu, 11, 37, 5, 32, 4, 886, 895, 951,
pilots, prints, cells, places, nodes, classes, parts, names, references, text,
0, 0
};
