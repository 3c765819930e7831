#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include "base/buf.h"

/* Each appends what a shell reads to complete the commands, the options and their values. */
void write_bash_completion(struct buf *out);
void write_zsh_completion(struct buf *out);
void write_fish_completion(struct buf *out);

#endif
