/* An appraisal worksheet: for an area its goals and practices, each with every clause that is mapped to it, and room
   for what was seen. It reads tables that `prmc tables` wrote.

       worksheet AREA */

#include <stdio.h>

#include "iso20000_to_cmmi_svc.h"
#include "iso27001_to_gp.h"
#include "security_bolt_on.h"

static const struct prm_mapping *const mappings[] = {&prm_ISO20000_to_CMMI_SVC, &prm_ISO27001_to_GP};

enum { N_MAPPINGS = sizeof mappings / sizeof mappings[0] };

/* The clauses that a mapping leads from to a component. It may know less of the model: the bolt-on is not in its
   target. */
static void print_clauses(const struct prm_mapping *map, const char *path, int indent)
{
    struct prm_edges edges = prm_edges_to(map, prm_find(map->to, path));
    for (uint32_t i = 0; i < edges.n; i++) {
        struct prm_edge edge = edges.edge[i];
        const char *rationale = prm_row(map, edge).rationale;
        printf("%*s<- %s %s%s  %s", indent, "", prm_model_id(map->from), prm_path(map->from, edge.other),
               edge.flags & PRM_TENTATIVE ? " ?" : "", prm_title(map->from, edge.other));
        printf("%s%s\n", *rationale ? ": " : "", rationale);
    }
}

static void print_component(const struct prm_model *m, prm_id id, int indent)
{
    printf("%*s%s%s  %s\n", indent, "", prm_importance(m, id) == PRM_EXPECTED ? "[ ] " : "", prm_path(m, id),
           prm_title(m, id));
    for (int i = 0; i < N_MAPPINGS; i++)
        print_clauses(mappings[i], prm_path(m, id), indent + 4);
}

/* A component and what an appraisal looks for in it. */
static void print_tree(const struct prm_model *m, prm_id id, int indent)
{
    print_component(m, id, indent);
    for (prm_id c = prm_first_child(m, id); c != PRM_NONE; c = prm_next_sibling(m, c))
        if (prm_importance(m, c) == PRM_REQUIRED || prm_importance(m, c) == PRM_EXPECTED)
            print_tree(m, c, indent + 2);
}

int main(int argc, char **argv)
{
    const struct prm_model *m = &prm_Security_Bolt_On;
    prm_id area = argc == 2 ? prm_find(m, argv[1]) : PRM_NONE;
    if (area == PRM_NONE) {
        fprintf(stderr, "usage: worksheet AREA, an area of %s\n", prm_model_id(m));
        return 2;
    }
    printf("%s\n\n", prm_model_title(m));
    print_tree(m, area, 0);
    for (prm_id c = 0; c < prm_count(m); c++)
        if (prm_parent(m, c) == PRM_NONE && prm_importance(m, c) == PRM_REQUIRED)
            print_tree(m, c, 0);
    return 0;
}
