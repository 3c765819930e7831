#ifndef MODEL_MAPPING_EVIDENCE_H
#define MODEL_MAPPING_EVIDENCE_H

#include "diag/diag.h"
#include "model/mapping/ways.h"

/* Labels for the rows that an edge rests on. A row gets one label in a finding, the first. */

/* Labels the rows that have a say in the edge: the firm ones, or if there are none the tentative ones. Of a
   derived edge, the rows of the steps of those ways that narrow what is possible. */
void label_evidence(struct finding *finding, const struct library *library, const struct mapping *mapping,
                    const struct edge *edge, enum message phrase);

/* The same for the steps of one of the ways that edge_paths_of() found in the mapping. */
void label_way(struct finding *finding, const struct library *library, const struct mapping *mapping,
               const struct edge_paths *paths, uint32_t way, enum message phrase);

#endif
