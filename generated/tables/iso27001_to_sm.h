/* Written by prmc. */

#ifndef INCLUDED_prm_ISO27001_to_SM
#define INCLUDED_prm_ISO27001_to_SM

#include "prm/tables.h"
#include "iso27001.h"
#include "security_bolt_on.h"

#if PRM_ABI != 4
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_mapping prm_ISO27001_to_SM;

#ifdef __cplusplus
}
#endif

#endif
