#ifndef LIB_ADDRESSES_H
#define LIB_ADDRESSES_H

#include <stdbool.h>

/* The addresses that a guide can be given. Both are http or https with a host, without characters that an address may
   not hold. */

/* True for the address of a folder, such as "https://example.org/guide/". */
bool is_base_url(const char *value);

/* True for where sources can be read: the address of a folder, or one with "{path}" in it and perhaps "{line}", such as
   "https://example.org/source/{path}?plain=1#L{line}". */
bool is_source_url(const char *value);

#endif
