#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <setjmp.h>
#include <stddef.h>

/* The memory of one session. Every block hangs on the session's list and is freed with it; an
   allocation that fails does not return but jumps to the guard, so no caller tests for NULL. */
struct mem {
    struct mem_block *blocks;
    struct mem_foreign *foreign;
    jmp_buf *guard; /* where a failed allocation lands; must be set before the first one */
};

/* Returns `size` bytes, aligned for any type, contents undefined; owned by `mem`. */
void *mem_alloc(struct mem *mem, size_t size);

/* Resizes a block of `mem` (NULL: allocates) and returns where it is now. */
void *mem_resize(struct mem *mem, void *ptr, size_t size);

/* Gives one block back early; NULL is allowed. */
void mem_free(struct mem *mem, void *ptr);

/* Something of another library that the session has to give back; it is forgotten with the session
   unless mem_disown() takes it off before. Returns a handle. */
struct mem_foreign *mem_adopt(struct mem *mem, void *thing, void (*give_back)(void *thing));
void mem_disown(struct mem *mem, struct mem_foreign *foreign);

/* Frees every block and gives back what was adopted. */
void mem_release(struct mem *mem);

/* Jumps to the guard as a failed allocation does: for libraries that report their own failures. */
_Noreturn void mem_exhausted(struct mem *mem);

#endif
