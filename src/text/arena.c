/*-------------------------------------------------------------------------
 *
 * arena.c
 *	  Memory of one analysis: environment, arena, growing arrays.
 *
 * Everything that belongs to the analysis of one text dies together, so it is
 * cut from chunks and given back chunk by chunk.  A request over
 * CX_ARENA_LARGE gets a block of its own: growing such an array returns the
 * old block at once, and an analysis holds at most a small multiple of its
 * arrays' final size.  A small array that was the last thing cut from its
 * chunk grows in place.
 *
 *	  block:  | CxBlock (size, links) | payload ...            |
 *	  chunk:  | CxBlock | used ... | at -> free ... | end       |
 *
 * Blocks are linked both ways, so that a large one is unlinked in constant
 * time.  Chunks double from CX_ARENA_FIRST to CX_ARENA_CHUNK, which keeps a
 * call on a short string cheap and the number of requests for a long one low.
 *
 *-------------------------------------------------------------------------
 */
#include <stdlib.h>
#include <string.h>

#include "cx_text.h"

#define CX_ARENA_FIRST	((size_t) 4 * 1024)
#define CX_ARENA_CHUNK	((size_t) 256 * 1024)

/* A request over this gets its own block; at most the smallest chunk's half. */
#define CX_ARENA_LARGE	((size_t) 2 * 1024)

#define ALIGN(size)		(((size) + 7) & ~(size_t) 7)

struct CxBlock
{
	CxBlock    *older;
	CxBlock    *newer;
	size_t		size;			/* payload */
};

static void *
malloc_alloc(void *ctx, size_t size)
{
	(void) ctx;
	return malloc(size);
}

static void
malloc_release(void *ctx, void *ptr)
{
	(void) ctx;
	free(ptr);
}

static void *
malloc_resize(void *ctx, void *ptr, size_t size)
{
	(void) ctx;
	return realloc(ptr, size);
}

const CxEnv cx_env_malloc = {malloc_alloc, malloc_release, malloc_resize, NULL, NULL, false};

void
cx_arena_init(CxArena *arena, const CxEnv *env)
{
	memset(arena, 0, sizeof(*arena));
	arena->env = env;
}

static CxBlock *
block_new(CxArena *arena, size_t size)
{
	CxBlock    *block;

	if (size > SIZE_MAX - sizeof(CxBlock))
		return NULL;
	block = arena->env->alloc(arena->env->ctx, sizeof(CxBlock) + size);
	if (block == NULL)
		return NULL;
	block->size = size;
	block->older = arena->blocks;
	block->newer = NULL;
	if (arena->blocks != NULL)
		arena->blocks->newer = block;
	arena->blocks = block;
	arena->total += sizeof(CxBlock) + size;
	return block;
}

static void
block_release(CxArena *arena, CxBlock *block)
{
	if (block->newer != NULL)
		block->newer->older = block->older;
	else
		arena->blocks = block->older;
	if (block->older != NULL)
		block->older->newer = block->newer;
	arena->total -= sizeof(CxBlock) + block->size;
	arena->env->release(arena->env->ctx, block);
}

/*
 * A block of another size with the same contents.  The environment can often do
 * that without a copy, and then without room for both.
 */
static CxBlock *
block_resize(CxArena *arena, CxBlock *block, size_t size)
{
	size_t		old_size = block->size;
	CxBlock    *grown;

	if (size > SIZE_MAX - sizeof(CxBlock))
		return NULL;
	if (arena->env->resize == NULL)
	{
		grown = block_new(arena, size);
		if (grown != NULL)
		{
			memcpy(grown + 1, block + 1, old_size < size ? old_size : size);
			block_release(arena, block);
		}
		return grown;
	}
	grown = arena->env->resize(arena->env->ctx, block, sizeof(CxBlock) + size);
	if (grown == NULL)
		return NULL;
	grown->size = size;
	if (grown->newer != NULL)
		grown->newer->older = grown;
	else
		arena->blocks = grown;
	if (grown->older != NULL)
		grown->older->newer = grown;
	arena->total += size - old_size;
	return grown;
}

void
cx_arena_free(CxArena *arena)
{
	while (arena->blocks != NULL)
		block_release(arena, arena->blocks);
	cx_arena_init(arena, arena->env);
}

/* Uninitialized memory. */
static void *
arena_cut(CxArena *arena, size_t size)
{
	void	   *result;

	if (size > CX_ARENA_LARGE)
	{
		CxBlock    *block = block_new(arena, size);

		return block != NULL ? block + 1 : NULL;
	}
	size = ALIGN(size);
	if ((size_t) (arena->end - arena->at) < size)
	{
		size_t		chunk = CX_ARENA_FIRST;
		CxBlock    *block;

		while (chunk < CX_ARENA_CHUNK && chunk < arena->total)
			chunk *= 2;
		block = block_new(arena, chunk);
		if (block == NULL)
			return NULL;
		arena->at = (char *) (block + 1);
		arena->end = arena->at + chunk;
	}
	result = arena->at;
	arena->at += size;
	return result;
}

void	   *
cx_arena_alloc(CxArena *arena, size_t size)
{
	void	   *result = arena_cut(arena, size);

	if (result != NULL)
		memset(result, 0, size);
	return result;
}

void	   *
cx_arena_grow(CxArena *arena, void *ptr, size_t old_size, size_t new_size)
{
	void	   *result;

	if (new_size <= old_size && ptr != NULL)
		return ptr;
	if (ptr != NULL && new_size <= CX_ARENA_LARGE &&
		(char *) ptr + ALIGN(old_size) == arena->at &&
		(size_t) (arena->end - (char *) ptr) >= ALIGN(new_size))
	{
		arena->at = (char *) ptr + ALIGN(new_size);
		return ptr;
	}
	if (ptr != NULL && old_size > CX_ARENA_LARGE)
	{
		CxBlock    *block = block_resize(arena, (CxBlock *) ptr - 1, new_size);

		return block != NULL ? block + 1 : NULL;
	}
	result = arena_cut(arena, new_size);
	if (result != NULL && ptr != NULL)
		memcpy(result, ptr, old_size);
	return result;
}

CxStatus
cx_poll(const CxArena *arena)
{
	if (arena->env->interrupted != NULL && arena->env->interrupted(arena->env->ctx))
		return CX_ECANCELED;
	return CX_OK;
}

/* Entries from which an array grows by half only: it is the large ones whose spare room counts. */
#define VEC_LARGE		65536

bool
cx_vec_grow_(CxArena *arena, void **at, uint32_t *cap, size_t width)
{
	uint32_t	wanted = *cap >= VEC_LARGE ? *cap + *cap / 2 : *cap != 0 ? *cap * 2 : 16;
	void	   *grown;

	if (*cap > UINT32_MAX / 2 || wanted > SIZE_MAX / width)
		return false;
	grown = cx_arena_grow(arena, *at, *cap * width, wanted * width);
	if (grown == NULL)
		return false;
	*at = grown;
	*cap = wanted;
	return true;
}

bool
cx_vec_room_(CxArena *arena, void **at, uint32_t n, uint32_t *cap, size_t width, uint32_t entries)
{
	while (*cap - n < entries)
	{
		if (!cx_vec_grow_(arena, at, cap, width))
			return false;
	}
	return true;
}

bool
cx_vec_reserve_(CxArena *arena, void **at, uint32_t *cap, size_t width, size_t entries)
{
	uint32_t	wanted = (uint32_t) (entries < VEC_LARGE ? entries : VEC_LARGE);

	if (*cap >= wanted)
		return true;
	*at = cx_arena_grow(arena, NULL, 0, wanted * width);
	*cap = *at != NULL ? wanted : 0;
	return *at != NULL;
}
