#ifndef CHECK_TRANSLATIONS_H
#define CHECK_TRANSLATIONS_H

#include "check/check.h"
#include "model/translation/translation.h"

/* The rules about one translation: placeholders and references, copies, script, digits. */
void check_translation(struct checking *checking, struct str language, const struct translation *entry);

/* Whether a language is one: the name of its file, what its header says. */
void check_locale_tag(struct checking *checking, const struct locale *locale);

#endif
