#ifndef SOURCE_NEARBY_H
#define SOURCE_NEARBY_H

#include "source/search.h"

/* What to write in an import instead of the name of a file that is not there: the nearest by name, of the
   folder of the importing file, of those of the search, and of the folders in them. {0} if none is near. */
struct str search_nearest(const struct search *search, const struct source_file *from, struct str name);

/* The same for a file that is called exactly so, `.prm` aside. Of several, one in `home`
   is taken, which is the name of a folder in those folders; one right in them if it is ".". */
struct str search_named(const struct search *search, const struct source_file *from, struct str stem, struct str home);

#endif
