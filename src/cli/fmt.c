/* prmc fmt */

#include "cli/commands.h"

int run_fmt(struct options *options)
{
    (void)options;
    return EXIT_OK;
}
