#ifndef DIAG_VALUE_H
#define DIAG_VALUE_H

#include "base/str.h"

/* What fills a `{...}` of a message, in the order of the braces. */
enum value_type {
    VALUE_NAME,   /* {name}: what the author writes; shown in backquotes */
    VALUE_TEXT,   /* {text}: words of a sentence; shown as they are */
    VALUE_STRING, /* {string}: text of the author; shown in quotes */
    VALUE_NUMBER, /* {number}; the {s} behind it is an "s" unless it is 1 */
};

struct value {
    enum value_type type;
    uint32_t number;
    struct str text;
};

static inline struct value v_name(struct str name)
{
    return (struct value){.type = VALUE_NAME, .text = name};
}

static inline struct value v_text(struct str text)
{
    return (struct value){.type = VALUE_TEXT, .text = text};
}

static inline struct value v_string(struct str text)
{
    return (struct value){.type = VALUE_STRING, .text = text};
}

static inline struct value v_number(uint32_t number)
{
    return (struct value){.type = VALUE_NUMBER, .number = number};
}

#endif
