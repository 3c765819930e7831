#ifndef EMIT_GUIDE_TEXT_H
#define EMIT_GUIDE_TEXT_H

#include "emit/guide/page.h"
#include "model/inline.h"

/* The author's texts: CommonMark as HTML. */

/* Who says a text: where its references lead, and its language. */
struct voice {
    struct scope scopes[2];
    uint32_t n_scopes;
    struct str language;
};

/* Who speaks in the texts of a component, model, mapping or glossary. */
struct voice voice_of_component(const struct library *library, component_id id);
struct voice voice_of_model(const struct library *library, model_id id);
struct voice voice_of_mapping(const struct library *library, mapping_id id);
struct voice voice_of_glossary(const struct library *library, uint32_t id);

enum text_mode {
    TEXT_RICH,  /* with links */
    TEXT_FLAT,  /* without links: what is written is in one */
    TEXT_PLAIN, /* without any tag */
};

/* A text of one line, such as a title. */
void put_inline(struct page *page, const struct voice *voice, struct str text, enum text_mode mode);

/* A text with paragraphs; its own headings begin at `level`. */
void put_block(struct page *page, const struct voice *voice, struct str text, uint32_t level);

/* A link to an address that an author wrote, shown as it is; text where the address is not safe. */
void put_address(struct page *page, struct str address);

#endif
