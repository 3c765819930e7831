#include "lib/addresses.h"

#include <string.h>

#include "base/str.h"

#define OF_FOLDER "/:-._~%@[]abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
#define OF_FILE   OF_FOLDER "!$()*+,;=?#&"

/* What stands behind the scheme; NULL if that is another. */
static const char *behind_scheme(const char *value)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (int i = 0; i < 2; i++)
        if (strncmp(value, schemes[i], strlen(schemes[i])) == 0)
            return value + strlen(schemes[i]);
    return NULL;
}

static bool has_host(const char *rest)
{
    return rest && (is_alnum(*rest) || *rest == '[');
}

bool is_base_url(const char *value)
{
    const char *rest = behind_scheme(value);
    return has_host(rest) && rest[strspn(rest, OF_FOLDER)] == '\0';
}

/* Behind the placeholder at this place; NULL if there is none. */
static const char *behind_placeholder(const char *at)
{
    static const char *const names[] = {"{path}", "{line}"};
    for (int i = 0; i < 2; i++)
        if (strncmp(at, names[i], strlen(names[i])) == 0)
            return at + strlen(names[i]);
    return NULL;
}

bool is_source_url(const char *value)
{
    const char *rest = behind_scheme(value);
    if (is_base_url(value))
        return true;
    if (!has_host(rest) || !strstr(rest, "{path}"))
        return false;
    while (rest && *rest)
        rest = *rest == '{' ? behind_placeholder(rest) : strchr(OF_FILE, *rest) ? rest + 1 : NULL;
    return rest != NULL;
}
