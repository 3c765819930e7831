#include "base/json.h"

#include <assert.h>
#include <jansson.h>
#include <stdio.h>

#include "base/utf8.h"

/* ---- Strings ---- */

static struct str repaired(struct buf *out, struct str text)
{
    uint32_t len;
    for (const char *at = text.ptr, *end = at + text.len; at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        bool invalid = len == 1 && c >= 0x80;
        buf_add(out, invalid ? "\xef\xbf\xbd" : at, invalid ? 3 : len);
    }
    return buf_as_str(out);
}

static bool is_utf8(struct str text)
{
    uint32_t len;
    const char *at = text.ptr, *end = at + text.len;
    while ((at = utf8_skip_ascii(at, end)) < end) {
        if (utf8_decode(at, end, &len) >= 0x80 && len == 1)
            return false;
        at += len;
    }
    return true;
}

/* True for most texts: between quotes they stand for themselves. */
static bool is_plain(struct str text)
{
    const char *end = text.ptr + text.len;
    return utf8_skip_unmarked(text.ptr, end) == end;
}

/* The bytes that a text takes at most, with quotes and escapes such as \u001f. */
static size_t room_for(struct str text)
{
    size_t n = text.len + 2;
    for (uint32_t i = 0; i < text.len; i++)
        n += (unsigned char)text.ptr[i] < ' ' ? 5 : text.ptr[i] == '"' || text.ptr[i] == '\\';
    return n;
}

void json_add_string(struct buf *out, struct str text)
{
    if (is_plain(text)) {
        buf_char(out, '"');
        buf_str(out, text);
        buf_char(out, '"');
        return;
    }
    struct buf fixed = buf_on(out->mem);
    if (!is_utf8(text))
        text = repaired(&fixed, text);
    buf_room(out, room_for(text)); /* in front: while jansson has memory nothing may jump */
    json_t *value = json_stringn_nocheck(text.ptr, text.len);
    size_t n = value ? json_dumpb(value, out->at + out->n, out->cap - out->n, JSON_ENCODE_ANY) : 0;
    json_decref(value);
    buf_free(&fixed);
    if (n == 0)
        mem_exhausted(out->mem);
    out->n += n;
}

/* ---- Writing ---- */

static void open_value(struct json *json, char opener, char closer)
{
    assert(json->depth < sizeof json->closers);
    buf_char(json->out, opener);
    json->closers[json->depth++] = closer;
    json->more = false;
}

void json_begin(struct json *json, struct buf *out)
{
    *json = (struct json){.out = out};
    open_value(json, '{', '}');
}

void json_close(struct json *json)
{
    buf_char(json->out, json->closers[--json->depth]);
    json->more = true;
}

void json_end(struct json *json)
{
    while (json->depth)
        json_close(json);
}

/* What stands in front of a value. */
static void lead(struct json *json, const char *key)
{
    if (json->more)
        buf_text(json->out, ", ");
    json->more = true;
    if (key) {
        json_add_string(json->out, str_of(key));
        buf_text(json->out, ": ");
    }
}

static void put_word(struct json *json, const char *key, const char *word)
{
    lead(json, key);
    buf_text(json->out, word);
}

void json_put_string(struct json *json, const char *key, struct str text)
{
    lead(json, key);
    json_add_string(json->out, text);
}

void json_put_text(struct json *json, const char *key, const char *text)
{
    if (text)
        json_put_string(json, key, str_of(text));
    else
        json_put_null(json, key);
}

void json_put_maybe(struct json *json, const char *key, struct str text)
{
    if (text.ptr)
        json_put_string(json, key, text);
    else
        json_put_null(json, key);
}

void json_put_integer(struct json *json, const char *key, int64_t number)
{
    lead(json, key);
    buf_number(json->out, number);
}

void json_put_bool(struct json *json, const char *key, bool value)
{
    put_word(json, key, value ? "true" : "false");
}

void json_put_null(struct json *json, const char *key)
{
    put_word(json, key, "null");
}

void json_open_object(struct json *json, const char *key)
{
    lead(json, key);
    open_value(json, '{', '}');
}

void json_open_array(struct json *json, const char *key)
{
    lead(json, key);
    open_value(json, '[', ']');
}

/* ---- Reading ---- */

static void give_back(void *value)
{
    json_decref(value);
}

bool json_read(struct json_document *document, struct mem *mem, struct str text)
{
    json_error_t error;
    *document = (struct json_document){.mem = mem};
    json_t *root = json_loadb(text.len ? text.ptr : "", text.len, JSON_REJECT_DUPLICATES, &error);
    if (!root && json_error_code(&error) == json_error_out_of_memory)
        mem_exhausted(mem);
    if (!root) {
        document->line = error.line > 0 ? (uint32_t)error.line : 1;
        snprintf(document->problem, sizeof document->problem, "%s", error.text);
        return false;
    }
    document->owned = mem_adopt(mem, root, give_back);
    document->root = root;
    return true;
}

void json_forget(struct json_document *document)
{
    mem_disown(document->mem, document->owned);
    json_decref((json_t *)(uintptr_t)document->root);
    document->root = NULL;
}

const void *json_member(const void *value, const char *key)
{
    return json_object_get(value, key);
}

bool json_is_list(const void *value)
{
    return json_is_array((const json_t *)value);
}

uint32_t json_count(const void *value)
{
    const json_t *json = value;
    return (uint32_t)(json_is_array(json) ? json_array_size(json) : json_object_size(json));
}

const void *json_element(const void *value, uint32_t i)
{
    return json_array_get(value, i);
}

struct str json_string_of(const void *value)
{
    const json_t *json = value;
    if (!json_is_string(json))
        return STR_NONE;
    return (struct str){json_string_value(json), (uint32_t)json_string_length(json)};
}

int64_t json_integer_of(const void *value)
{
    const json_t *json = value;
    return json_is_integer(json) ? json_integer_value(json) : -1;
}

/* jansson takes objects that it does not change without `const`, too. */
static json_t *unlocked(const void *value)
{
    return (json_t *)(uintptr_t)value;
}

void *json_first(const void *object)
{
    return json_object_iter(unlocked(object));
}

void *json_next(const void *object, void *place)
{
    return json_object_iter_next(unlocked(object), place);
}

const char *json_name_at(void *place)
{
    return json_object_iter_key(place);
}

const void *json_value_at(void *place)
{
    return json_object_iter_value(place);
}

static void add_scalar(struct buf *out, const json_t *value)
{
    if (json_is_string(value))
        buf_str(out, json_string_of(value));
    else if (json_is_integer(value))
        buf_printf(out, "%lld", (long long)json_integer_value(value));
    else if (json_is_boolean(value))
        buf_text(out, json_is_true(value) ? "true" : "false");
    else if (json_is_real(value))
        buf_printf(out, "%g", json_real_value(value));
}

void json_add_plain(struct buf *out, const void *value)
{
    if (!json_is_array((const json_t *)value))
        add_scalar(out, value);
    for (uint32_t i = 0; json_is_array((const json_t *)value) && i < json_count(value); i++) {
        buf_text(out, i ? ", " : "");
        add_scalar(out, json_element(value, i));
    }
}
