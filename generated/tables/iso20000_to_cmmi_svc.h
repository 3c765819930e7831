/* Written by prmc. */

#ifndef INCLUDED_prm_ISO20000_to_CMMI_SVC
#define INCLUDED_prm_ISO20000_to_CMMI_SVC

#include "prm/tables.h"
#include "iso20000.h"
#include "cmmi_svc.h"

#if PRM_ABI != 4
#error "these tables are for another prm/tables.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

extern const struct prm_mapping prm_ISO20000_to_CMMI_SVC;

#ifdef __cplusplus
}
#endif

#endif
