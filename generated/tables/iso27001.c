/* Written by prmc. */

#include "prm/tables.h"

#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif

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

static const unsigned char pilots[] =
"\2\0\0\20\13\1\3\11\17";

static const unsigned char slots[] =
"\201\0  >q  9b  \355k  \250   (9  \221h  \30n  1-  \230\16  F#  \3445  p\4  A&  \15\31  Se  \250   \271\13  \250\10  -\37  \204\34  \250   \226<  \6\21  \250   \250   \250   U1  P\25  \327)  ";

static const unsigned char places[] =
"    #   &   )   -   1   5   9   <   \0   \4   \10   \13   \16   \21   \25   \31   \34   \37   b   e   h   k   n   q   t   ";

static const unsigned char paths[] =
"!       4\0\0\0#   !   4.1\0#   \"   4.2\0%   #   4.2.1\0\0\0%   $   4.2.2\0\0\0%   %   4.2.3\0\0\0%   &   4.2.4\0\0\0#   '   4.3\0%   (   4.3.1\0\0\0%   )   4.3.2\0\0\0%   *   4.3.3\0\0\0!   +   5\0\0\0#   ,   5.1\0#   -   5.2\0%   .   5.2.1\0\0\0%   /   5.2.2\0\0\0!   0   6\0\0\0!   1   7\0\0\0#   2   7.1\0#   3   7.2\0#   4   7.3\0!   5   8\0\0\0#   6   8.1\0#   7   8.2\0#   8   8.3\0        \0\0\0\0";

static const unsigned char nodes[] =
"!       +   0               \37   !   !   0   !   !       t   \"   %   0   \"   \"       W   !   !   0   \"   \"       \252   \"   !   0   \"   \"       \211   #   !   0   \"   \"       \345   $   !   0   \"   \"       \303   '   $   0   \"   \"       \336   !   !   0   \"   \"       &!  \"   !   0   \"   \"       ;!  #   !   0   \"   \"       \16!      %   0   \"   \"       h!  !   !   0   \"   \"       ~!  \"   #   0   \"   \"       R!  !   !   0   \"   \"       \251!  \"   !   0   \"   \"       \214!      !   0   \"   \"       \341!      $   0   \"   \"       \336   !   !   0   \"   \"       \377!  \"   !   0   \"   \"       \314!  #   !   0   \"   \"       \332!      $   0   \"   \"       +\"  !   !   0   \"   \"       \1\"  \"   !   0   \"   \"       \23\"  #   !   0   \"   \"                       \"   \"       ";

static const unsigned char classes[] =
"            \10       !   ";

static const unsigned char parts[] =
"\17   \26   \17   \26   ";

static const unsigned char names[] = "";

static const prm_id references[] = {0};

static const char text[] =
"\0Information security management system\0clause\0source\0recalled\0General requirements\0Establishing and managing the ISMS\0Establish the ISMS\0Implement and operate the ISMS\0Monitor and review the ISMS\0Maintain and improve the ISMS\0Documentation requirements\0General\0Control of documents\0Control of records\0Management responsibility\0Management commitment\0Resource management\0Provision of resources\0Training, awareness and competence\0Internal ISMS audits\0Management review of the ISMS\0Review input\0Review output\0ISMS improvement\0"
"Continual improvement\0Corrective action\0Preventive action\0ISO27001\0ISO/IEC 27001:2005, Information security management systems: Requirements\0002005\0";

const struct prm_model prm_ISO27001 = {
0xe220a8397b1dcdafu, 9, 30, 8, 255, 25, 5, 581, 590, 664,
pilots, slots, paths, places, nodes, classes, parts, names, references, text
};
