#ifndef MODEL_STATEMENTS_H
#define MODEL_STATEMENTS_H

#include "model/args.h"

/* Statements that several declarations share. */

/* `allow RULE because "..."` in a block; it holds within `scope`. */
void read_allow(struct builder *builder, uint32_t unit, uint32_t statement, struct span scope);

/* Where a block says each word first; 0 where it does not. */
struct said {
    uint32_t at[KW_END];
};

/* Reports the statement if its block has said the same word before. */
void say_once(const struct args *args, struct said *said);

/* Where what a header says goes. */
struct header_slots {
    struct header *header;
    struct said *said;
    uint32_t unit;
    model_id models[2]; /* where references in its texts may lead; NONE */
};

/* A statement of a header such as `version "1.2"`, each of which is said once; false if its word is none. */
bool read_header(struct builder *builder, uint32_t statement, struct header_slots slots);

/* What the language calls what other notations say with this word: `exclude` for `without`; "" if it is none of
   them. */
const char *word_for(struct str word);

/* Reports a word that is not known at its place. `context` describes the place; `known` are the
   words that may stand there. The nearest of them, if one is near, is returned; 0 otherwise. */
atom report_unknown_word(struct builder *builder, struct span at, atom word, struct str context, const atom *known,
                         uint32_t n_known);

/* Reports a word that is not among the words of a list. */
void report_not_among(struct builder *builder, struct span at, atom word, const atom *words, uint32_t n);

/* The title of a declaration or component: the string, empty if there is none. */
struct str read_title(struct args *args, struct span *at);

/* The id of a declaration: the first argument, an id. False if the statement is damaged. */
bool read_id(struct args *args, struct step *id);

/* True if a statement begins with the word somewhere: in the language, or in an architecture that was read. */
bool begins_statement(const struct builder *builder, atom word);

/* The span of a whole statement, block included. */
struct span statement_span(const struct tree *tree, uint32_t statement);

/* `process area PP`: helps, in the last finding, where the word behind an unknown one is known. */
void help_second_word(const struct args *args, const atom *known, uint32_t n_known);

#endif
