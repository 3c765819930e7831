/* Written by prmc. */

#ifndef INCLUDED_prm_ISO27001_to_GP
#define INCLUDED_prm_ISO27001_to_GP

#include "prm/tables.h"
#include "iso27001.h"
#include "cmmi_svc.h"

#if PRM_ABI != 4
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_mapping prm_ISO27001_to_GP;

#ifdef __cplusplus
}
#endif

#endif
