/*-------------------------------------------------------------------------
 *
 * spelling.c
 *	  Words that are no Vietnamese syllable and that no list knows, with the
 *	  syllables that they may have been meant for.
 *
 * A syllable is told by its letters and needs no dictionary, so what is left
 * are foreign words, names, abbreviations and slips.  The lists know many of the
 * first three.  Not looked at are words of one letter, codes (QL14B), and whatever
 * stands in an address of the net.
 *
 * Two syllables that lost the space between them get it back, if nothing is very near
 * and the word has marks, as a foreign one may fall apart as well.  What the nearest syllables are, src/text/respell.c finds.  Of two that are
 * as near the one goes first that begins or continues more forms of the
 * lists; that is counted when the first word is met that needs it.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "table.h"

/* Tokens between two questions whether to stop. */
#define POLL_TOKENS		8192

typedef struct Speller
{
	const CxLexis *lex;
	uint16_t   *common;			/* of each syllable; NULL: not counted yet */
	CxMisspellings *out;
} Speller;

static CxStatus
count_syllables(Speller *speller)
{
	speller->common = cx_arena_alloc(speller->lex->arena, (CX_SYLLABLE_MAX_CODE + 1) * sizeof(uint16_t));
	if (speller->common == NULL)
		return CX_ENOMEM;
	for (unsigned node = 1; node < CX_LEX_NODES; node++)
		if (cx_lex_sym[node] <= CX_SYLLABLE_MAX_CODE)
			speller->common[cx_lex_sym[node]]++;
	return CX_OK;
}

/* A syllable in the letter case of the token. */
static CxStatus
spell(const CxLexis *lex, const CxToken *tok, uint16_t code, CxStr *out)
{
	char		small[CX_SYLLABLE_MAX_BYTES];
	unsigned	n = cx_syllable_spell(code, CX_TONES_OLD, small);
	const char *rest = small;
	char	   *copy = cx_arena_alloc(lex->arena, CX_SYLLABLE_MAX_BYTES + 4);
	CxStr		first;

	if (copy == NULL)
		return CX_ENOMEM;
	memcpy(copy, small, n);
	*out = (CxStr) {copy, n};
	if (tok->flags & CX_TF_CAPS)
		return cx_upper(lex->arena, copy, n, out);
	if (!(tok->flags & CX_TF_UPPER))
		return CX_OK;
	(void) cx_utf8_next(&rest, small + n);
	CX_TRY(cx_upper(lex->arena, small, (size_t) (rest - small), &first));
	memcpy(copy, first.at, first.n);
	memcpy(copy + first.n, rest, (size_t) (small + n - rest));
	out->n = first.n + (uint32_t) (small + n - rest);
	return CX_OK;
}

static CxMisspelling *
add(Speller *speller, uint32_t tok)
{
	CxMisspelling *m = cx_vec_push(speller->lex->arena, &speller->out->list);

	if (m != NULL)
		*m = (CxMisspelling) {.tok = tok};
	return m;
}

/* Is the syllable written as one of the two styles of tone placement writes it? */
static CxStatus
check_syllable(Speller *speller, uint32_t at)
{
	const CxLexis *lex = speller->lex;
	const CxToken *tok = &lex->toks.at[at];
	CxStr		word = {lex->text + tok->start, tok->end - tok->start};
	bool		mapped = false;
	CxMisspelling *m;

	for (;;)
	{
		for (CxToneStyle style = CX_TONES_OLD; style <= CX_TONES_NEW; style++)
		{
			char		spelling[CX_SYLLABLE_MAX_BYTES];

			if (cx_syllable_spell(tok->sym, style, spelling) == word.n && memcmp(spelling, word.at, word.n) == 0)
				return CX_OK;
		}
		if (mapped)
			break;
		/* capitals, form D, look-alikes of đ */
		CX_TRY(cx_nfc_viet(lex->arena, word.at, word.n, &word));
		CX_TRY(cx_lower(lex->arena, word.at, word.n, &word));
		mapped = true;
	}
	m = add(speller, at);
	if (m == NULL)
		return CX_ENOMEM;
	m->n = 1;
	return spell(lex, tok, tok->sym, &m->suggestions[0]);
}

/* Longest text of two syllables, in form D. */
#define MAX_PAIR_BYTES	(4 * CX_SYLLABLE_MAX_BYTES)

/* "pháttriển": the place of the space that makes two syllables of the lists of it, or 0. */
static uint32_t
find_split(const Speller *speller, const char *s, uint32_t n)
{
	uint32_t	best = 0;
	unsigned	best_common = 0;
	bool		marked = false;

	for (uint32_t i = 0; i < n; i++)
		marked |= (unsigned char) s[i] >= 0x80;
	if (!marked || n > MAX_PAIR_BYTES)
		return 0;
	for (uint32_t i = 1; i < n; i++)
	{
		uint16_t	first;
		uint16_t	second;
		unsigned	common;

		if (((unsigned char) s[i] & 0xC0) == 0x80)
			continue;
		first = cx_syllable_code(s, i);
		second = cx_syllable_code(s + i, n - i);
		if (first == 0 || second == 0)
			continue;
		common = speller->common[first] < speller->common[second] ? speller->common[first] : speller->common[second];
		if (common > best_common)
		{
			best = i;
			best_common = common;
		}
	}
	return best;
}

static CxStatus
check_word(Speller *speller, uint32_t at)
{
	const CxLexis *lex = speller->lex;
	const CxToken *tok = &lex->toks.at[at];
	CxRespelling best[CX_SUGGESTIONS];
	CxWord		word;
	CxMisspelling *m;
	const char *s;
	uint32_t	split;
	unsigned	found;

	if (!cx_word_read(lex->text + tok->start, lex->text + tok->end, &word) ||
		word.bytes != tok->end - tok->start || word.letters == 1)
		return CX_OK;
	CX_TRY(cx_poll(lex->arena));
	if (speller->common == NULL)
		CX_TRY(count_syllables(speller));
	m = add(speller, at);
	if (m == NULL)
		return CX_ENOMEM;
	s = lex->text + tok->start;
	found = cx_respell(s, word.bytes, speller->common, best, CX_SUGGESTIONS);
	split = find_split(speller, s, word.bytes);
	if (split != 0 && (found == 0 || best[0].cost >= CX_RESPELL_NEAR))
	{
		char	   *two = cx_arena_alloc(lex->arena, word.bytes + 1);

		if (two == NULL)
			return CX_ENOMEM;
		memcpy(two, s, split);
		two[split] = ' ';
		memcpy(two + split + 1, s + split, word.bytes - split);
		CX_TRY(cx_nfc(lex->arena, two, word.bytes + 1, &m->suggestions[m->n++]));
	}
	for (unsigned i = 0; i < found && m->n < CX_SUGGESTIONS; i++)
		CX_TRY(spell(lex, tok, best[i].code, &m->suggestions[m->n++]));
	return CX_OK;
}

/* Tokens without a space between them that have "@", "//" or "www." among them, as addresses have. */
static bool
is_address(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	for (; tok + 1 < end; tok++)
	{
		const CxToken *t = &lex->toks.at[tok];
		uint16_t	next = t[1].sym;

		if (lex->text[t->start] == '@' || (t->sym == CX_SYM_CHAR('/') && next == CX_SYM_CHAR('/')) ||
			(next == CX_SYM_CHAR('.') && t->end - t->start == 3 && memcmp(lex->text + t->start, "www", 3) == 0))
			return true;
	}
	return false;
}

CxStatus
cx_misspellings(const CxTagged *tagged, CxMisspellings *out)
{
	const CxLexis *lex = tagged->lex;
	Speller		speller = {.lex = lex,.out = out};
	uint32_t	end = 0;
	bool		address = false;

	memset(out, 0, sizeof(*out));
	for (uint32_t at = 0; at < lex->toks.n; at++)
	{
		const CxToken *tok = &lex->toks.at[at];

		if (at % POLL_TOKENS == 0)
			CX_TRY(cx_poll(lex->arena));
		if (at == end)
		{
			for (end = at + 1; end < lex->toks.n && !(lex->toks.at[end].flags & CX_TF_SPACE);)
				end++;
			address = is_address(lex, at, end);
		}
		if (address)
			continue;
		if (tok->kind == CX_TOK_SYLLABLE)
			CX_TRY(check_syllable(&speller, at));
		else if (tok->kind == CX_TOK_WORD && tok->sym == 0)
			CX_TRY(check_word(&speller, at));
	}
	return CX_OK;
}
