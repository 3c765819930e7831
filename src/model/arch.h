#ifndef MODEL_ARCH_H
#define MODEL_ARCH_H

#include "model/args.h"

/* The architecture that is being built. */
struct arch_builder {
    struct builder *builder;
    uint32_t architecture;
    uint32_t unit;
    const struct tree *tree;
};

/* The words in front of `component` or `text`. */
struct modifiers {
    enum importance importance;
    bool grouping;
    atom word; /* the first word that is none */
};

/* Takes the words in front of a declaration's keyword, in any order. */
struct modifiers take_modifiers(struct args *args);

/* `contains KIND COUNT, ...`, added to the containments from index `first` on; a kind that is there
   already gets the new count. */
void arch_add_contains(struct arch_builder *arch, uint32_t statement, uint32_t first);

/* Looks up the kinds of `n` containments. */
void arch_resolve_containments(struct arch_builder *arch, uint32_t first, uint32_t n);

/* Builds a kind from the block of its statement; every kind of the architecture is declared. */
void arch_build_kind(struct arch_builder *arch, kind_id kind, uint32_t statement);

/* Makes a copied kind of the base architecture one of this architecture. */
void arch_inherit_kind(struct arch_builder *arch, kind_id kind);

/* Reports the placeholders of a kind that name one in which it never stands; the whole architecture is built. */
void arch_check_templates(struct arch_builder *arch, kind_id kind);

/* Reports a kind or a part of one that is called as what every component may say of itself. `owner` names what it
   belongs to. */
void report_reserved(struct arch_builder *arch, struct span at, atom word, struct str owner);

#endif
