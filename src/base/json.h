#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

#include "base/buf.h"

/* One JSON value that is appended to a buffer while it is put together: the frame here, each string that needs more
 * than quotes by jansson. */
struct json {
    struct buf *out;
    char closers[16]; /* of the objects and arrays that are open, outermost first */
    uint32_t depth;
    bool more; /* the open one has something in it */
};

/* Starts a value that is an object. */
void json_begin(struct json *json, struct buf *out);

/* Add a member to the open object, which has none of that key yet, or an element to the open array (key NULL). Text
   that is not UTF-8 is repaired with U+FFFD. */
void json_put_string(struct json *json, const char *key, struct str text);
void json_put_text(struct json *json, const char *key, const char *text); /* NULL: null */
void json_put_integer(struct json *json, const char *key, int64_t number);
void json_put_bool(struct json *json, const char *key, bool value);
void json_put_null(struct json *json, const char *key);

/* A string, or null where there is none. */
void json_put_maybe(struct json *json, const char *key, struct str text);

/* Opens an object or array inside the open one, and closes it. */
void json_open_object(struct json *json, const char *key);
void json_open_array(struct json *json, const char *key);
void json_close(struct json *json);

/* Ends the value, which is one line. */
void json_end(struct json *json);

/* ---- Reading ---- */

/* A document that was read; its values live until json_forget(). */
struct json_document {
    struct mem *mem;
    struct mem_foreign *owned;
    const void *root;
    uint32_t line;     /* where it stops being JSON */
    char problem[200]; /* and why */
};

/* Reads a whole document, an object or array. False if the text is none; members that are there twice are none. */
bool json_read(struct json_document *document, struct mem *mem, struct str text);
void json_forget(struct json_document *document);

/* The following take any value, NULL as well. */

/* The member of an object; NULL if there is none, or no object. */
const void *json_member(const void *value, const char *key);

/* True for an array. */
bool json_is_list(const void *value);

/* How many members an object or elements an array has; 0 of anything else. */
uint32_t json_count(const void *value);

/* An element of an array; NULL behind its end. */
const void *json_element(const void *value, uint32_t i);

/* The text of a string; {0} of anything else. */
struct str json_string_of(const void *value);

/* The number of an integer; -1 of anything else. */
int64_t json_integer_of(const void *value);

/* The members of an object one after the other: a place, NULL behind the last and of anything else; its name, with a
   NUL behind it, and its value. */
void *json_first(const void *object);
void *json_next(const void *object, void *place);
const char *json_name_at(void *place);
const void *json_value_at(void *place);

/* Appends a value as text: strings and numbers as they are, the elements of an array with ", " between, nothing for
   null and for an object. */
void json_add_plain(struct buf *out, const void *value);

/* ---- A string alone ---- */

/* Appends one string with quotes and escapes, which is one of JavaScript, too. */
void json_add_string(struct buf *out, struct str text);

#endif
