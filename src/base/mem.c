#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

struct mem_block {
    struct mem_block *prev, *next;
    max_align_t data[];
};

_Noreturn void mem_exhausted(struct mem *mem)
{
    longjmp(*mem->guard, 1);
}

void *mem_resize(struct mem *mem, void *ptr, size_t size)
{
    struct mem_block *old = NULL;
    if (ptr)
        old = (struct mem_block *)((char *)ptr - offsetof(struct mem_block, data));
    if (size > SIZE_MAX / 2)
        mem_exhausted(mem);
    struct mem_block *block = realloc(old, sizeof *block + size);
    if (!block)
        mem_exhausted(mem);
    if (!old) {
        block->prev = NULL;
        block->next = mem->blocks;
    }
    if (block->prev)
        block->prev->next = block;
    else
        mem->blocks = block;
    if (block->next)
        block->next->prev = block;
    return block->data;
}

void *mem_alloc(struct mem *mem, size_t size)
{
    return mem_resize(mem, NULL, size);
}

void mem_free(struct mem *mem, void *ptr)
{
    if (!ptr)
        return;
    struct mem_block *block = (struct mem_block *)((char *)ptr - offsetof(struct mem_block, data));
    if (block->prev)
        block->prev->next = block->next;
    else
        mem->blocks = block->next;
    if (block->next)
        block->next->prev = block->prev;
    free(block);
}

struct mem_foreign {
    struct mem_foreign *prev, *next;
    void *thing;
    void (*give_back)(void *thing);
};

struct mem_foreign *mem_adopt(struct mem *mem, void *thing, void (*give_back)(void *thing))
{
    jmp_buf escape, *outer = mem->guard;
    mem->guard = &escape;
    if (setjmp(escape)) {
        mem->guard = outer;
        give_back(thing);
        mem_exhausted(mem);
    }
    struct mem_foreign *foreign = mem_alloc(mem, sizeof *foreign);
    mem->guard = outer;
    *foreign = (struct mem_foreign){NULL, mem->foreign, thing, give_back};
    if (foreign->next)
        foreign->next->prev = foreign;
    mem->foreign = foreign;
    return foreign;
}

void mem_disown(struct mem *mem, struct mem_foreign *foreign)
{
    if (foreign->prev)
        foreign->prev->next = foreign->next;
    else
        mem->foreign = foreign->next;
    if (foreign->next)
        foreign->next->prev = foreign->prev;
    mem_free(mem, foreign);
}

void mem_release(struct mem *mem)
{
    for (struct mem_foreign *foreign = mem->foreign; foreign; foreign = foreign->next)
        foreign->give_back(foreign->thing);
    mem->foreign = NULL;
    for (struct mem_block *block = mem->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    mem->blocks = NULL;
}
