/*-------------------------------------------------------------------------
 *
 * lexicon.c
 *	  Look-ups in the compiled lexicon: classes and values by name, and the
 *	  symbols of words that are no syllable.
 *
 * Names are sorted, so that a binary search finds their number.  A word such
 * as "HĐND" has no code that could be computed from its letters; it is hashed
 * and looked for in a constant open-addressing table.  Equal hashes prove
 * nothing, so the letters are compared: first in place, folding the case of
 * ASCII and đ alone, which settles nearly every word of a text; only if that
 * fails on a word of equal hash are its NFC and lower case made.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "table.h"

unsigned
cx_lexicon_classes(void)
{
	return CX_LEX_CLASSES;
}

const char *
cx_lexicon_class_name(unsigned klass)
{
	return cx_lex_pool + cx_lex_class_at[klass];
}

const char *
cx_lexicon_value(uint16_t value)
{
	return cx_lex_pool + cx_lex_value_at[value];
}

/* Number of the name in a sorted table of "n" names; -1: not there. */
static int
find_name(const uint32_t *at, unsigned n, const char *s, size_t len)
{
	unsigned	low = 0;
	unsigned	high = n;

	while (low < high)
	{
		unsigned	mid = (low + high) / 2;
		const char *entry = cx_lex_pool + at[mid];
		size_t		entry_len = strlen(entry);
		int			order = memcmp(entry, s, entry_len < len ? entry_len : len);

		if (order == 0 && entry_len == len)
			return (int) mid;
		if (order < 0 || (order == 0 && entry_len < len))
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

int
cx_lexicon_class(const char *s, size_t n)
{
	return find_name(cx_lex_class_at, CX_LEX_CLASSES, s, n);
}

int
cx_lexicon_value_id(const char *s, size_t n)
{
	return find_name(cx_lex_value_at, CX_LEX_VALUES, s, n);
}

/* ---- words ----------------------------------------------------------------- */

/*
 * Does s, whose ASCII letters and đ may be in either case, read as the look-up
 * form "word"?  All other characters must be equal.
 */
static bool
same_letters(const char *s, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
	{
		unsigned char c = (unsigned char) s[i];
		unsigned char next = i + 1 < n ? (unsigned char) s[i + 1] : 0;

		if ((c == 0xC4 && next == 0x90) ||	/* Đ */
			(c == 0xC3 && (next == 0x90 || next == 0xB0)) ||	/* Ð ð */
			(c == 0xC6 && next == 0x89) ||	/* Ɖ */
			(c == 0xC9 && next == 0x96))	/* ɖ */
		{
			if (word[0] != '\xC4' || word[1] != '\x91')
				return false;
			word += 2;
			i++;
			continue;
		}
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if ((unsigned char) *word != c || c == 0)
			return false;
		word++;
	}
	return *word == 0;
}

CxStatus
cx_word_symbol(CxArena *arena, const char *s, size_t n, uint16_t *sym)
{
	uint32_t	hash = cx_word_hash(s, n);

	*sym = 0;
	for (uint32_t slot = hash;; slot++)
	{
		unsigned	word = cx_lex_slots[slot % CX_LEX_SLOTS];
		const char *form;

		if (word == 0)
			return CX_OK;
		word--;
		if (cx_lex_word_hash[word] != hash)
			continue;
		form = cx_lex_pool + cx_lex_word_at[word];
		if (!same_letters(s, n, form))
		{
			CxStr		folded;

			CX_TRY(cx_nfc(arena, s, n, &folded));
			CX_TRY(cx_lower(arena, folded.at, folded.n, &folded));
			if (!same_letters(folded.at, folded.n, form))
				continue;
		}
		*sym = (uint16_t) (CX_SYM_WORDS + word);
		return CX_OK;
	}
}

uint16_t
cx_lexicon_word(const char *s, size_t n)
{
	uint16_t	sym = cx_syllable_code(s, n);
	CxArena		arena;

	if (sym != 0)
		return sym;
	cx_arena_init(&arena, &cx_env_malloc);
	if (cx_word_symbol(&arena, s, n, &sym) != CX_OK)
		sym = 0;
	cx_arena_free(&arena);
	return sym;
}
