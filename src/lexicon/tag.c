/*-------------------------------------------------------------------------
 *
 * tag.c
 *	  Finding the entries of the lexicon in a text, and the edges they and the
 *	  grammar's mentions make.
 *
 * First every word that is no syllable gets its symbol.  Then, at each token,
 * the trie is followed as far as the next tokens go; the entries of the node
 * where that ends give an edge each, if they allow the letter case found.
 * A walk takes at most CX_LEX_DEPTH steps, whatever the text, and nearly all
 * end at once, so tagging is one linear pass.  An empty line ends a walk; a
 * single line end does not, because captions and headlines are broken there.
 *
 * The edges of a token are a chain in one array, longest first:
 *
 *		head[tok] -> edge (end 9) -> edge (end 7) -> edge (end 7) -> none
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "table.h"

/* Tokens between two questions whether to stop: well below a millisecond. */
#define POLL_TOKENS		8192

static bool
is_word(const CxToken *tok)
{
	return tok->kind == CX_TOK_SYLLABLE || tok->kind == CX_TOK_WORD || tok->kind == CX_TOK_ROMAN;
}

/* Is the word written in capitals?  A single letter has no CX_TF_CAPS. */
static bool
is_upper(const CxLexis *lex, const CxToken *tok)
{
	CxWord		word;

	if (tok->flags & CX_TF_CAPS)
		return true;
	return (tok->flags & CX_TF_UPPER) &&
		cx_word_read(lex->text + tok->start, lex->text + tok->end, &word) &&
		word.letters == 1;
}

/* Do the tokens [tok, end) have the letter case that an entry asks for? */
static bool
case_fits(const CxLexis *lex, uint32_t tok, uint32_t end, CxEntryCase letter_case)
{
	const CxToken *toks = lex->toks.at;

	switch (letter_case)
	{
		case CX_CASE_ANY:
			return true;
		case CX_CASE_LOWER:
			return (toks[tok].flags & CX_TF_UPPER) == 0;
		case CX_CASE_CAPS:
			for (; tok < end; tok++)
				if (is_word(&toks[tok]) && !(toks[tok].flags & CX_TF_UPPER))
					return false;
			return true;
		case CX_CASE_UPPER:
			for (; tok < end; tok++)
				if (is_word(&toks[tok]) && !is_upper(lex, &toks[tok]))
					return false;
			return true;
	}
	return false;
}

/*
 * The child of a node other than the root that may have one of this symbol; 0:
 * none.  Halving goes on to the end without a branch that could be mispredicted.
 */
static inline unsigned
child(unsigned node, uint16_t sym)
{
	const uint16_t *low = &cx_lex_sym[cx_lex_nodes[node].first_child];
	unsigned	n = (unsigned) (cx_lex_nodes[node + 1].first_child - cx_lex_nodes[node].first_child);

	while (n > 1)
	{
		unsigned	half = n / 2;

		low += low[half] <= sym ? half : 0;
		n -= half;
	}
	return *low == sym ? (unsigned) (low - cx_lex_sym) : 0;
}

/* Follow the trie from a node for tok, and chain the edges of all entries met. */
static CxStatus
tag_token(CxTagged *out, uint32_t tok, unsigned node)
{
	CxLexis    *lex = out->lex;
	const CxToken *toks = lex->toks.at;
	const uint32_t n = lex->toks.n;
	const CxEntry *entry;
	uint32_t   *link = &out->head[tok];
	uint64_t	labels = 0;
	unsigned	deeper = node;

	for (uint32_t next = tok + 1; deeper != 0; next++)
	{
		node = deeper;
		if (next == n || (toks[next].flags & CX_TF_BLANK) ||
			!(cx_lex_nodes[node].child_bits & CX_LEX_CHILD_BIT(toks[next].sym)))
			break;
		deeper = child(node, toks[next].sym);
	}
	if (cx_lex_nodes[node].first_entry == 0)
		return CX_OK;
	entry = &cx_lex_entries[cx_lex_nodes[node].first_entry];
	for (;;)
	{
		uint32_t	end = tok + entry->tokens;

		if (entry->letter_case == CX_CASE_ANY || case_fits(lex, tok, end, (CxEntryCase) entry->letter_case))
		{
			CxEdge	   *edge;

			*link = out->edges.n;
			edge = cx_vec_push(lex->arena, &out->edges);
			if (edge == NULL)
				return CX_ENOMEM;
			*edge = (CxEdge) {.end = end,.next = CX_NO_EDGE,.label = (uint16_t) entry->klass,.value = (uint16_t) entry->value};
			link = &edge->next;
			labels |= UINT64_C(1) << entry->klass;	/* a class is its own bit */
		}
		if (!entry->more)
			break;
		entry++;
	}
	out->labels[tok] = labels;
	return CX_OK;
}

CxStatus
cx_lexicon_tag(CxLexis *lex, CxTagged *out)
{
	CxToken    *toks = lex->toks.at;
	uint32_t	n = lex->toks.n;

	memset(out, 0, sizeof(*out));
	out->lex = lex;
	out->head = cx_arena_grow(lex->arena, NULL, 0, ((size_t) n + 1) * sizeof(*out->head));
	out->labels = cx_arena_grow(lex->arena, NULL, 0, ((size_t) n + 1) * sizeof(*out->labels));
	if (out->head == NULL || out->labels == NULL || !cx_vec_reserve(lex->arena, &out->edges, n + n / 4))
		return CX_ENOMEM;
	/* the words, and where in the trie each begins; head[] holds that for now */
	for (uint32_t tok = 0; tok < n;)
	{
		uint32_t	pause = n - tok < POLL_TOKENS ? n : tok + POLL_TOKENS;

		CX_TRY(cx_poll(lex->arena));
		for (; tok < pause; tok++)
		{
			if (toks[tok].sym == 0)
				CX_TRY(cx_word_symbol(lex->arena, lex->text + toks[tok].start,
									  toks[tok].end - toks[tok].start, &toks[tok].sym));
			out->head[tok] = cx_lex_root[toks[tok].sym < CX_LEX_SYMBOLS ? toks[tok].sym : 0];
		}
	}
	for (uint32_t tok = 0; tok < n;)
	{
		uint32_t	pause = n - tok < POLL_TOKENS ? n : tok + POLL_TOKENS;

		CX_TRY(cx_poll(lex->arena));
		for (; tok < pause; tok++)
		{
			const CxLexNode *node = &cx_lex_nodes[out->head[tok]];
			uint16_t	next = tok + 1 < n ? toks[tok + 1].sym : 0;

			out->head[tok] = CX_NO_EDGE;
			out->labels[tok] = 0;
			if ((node->first_entry | (node->child_bits & CX_LEX_CHILD_BIT(next))) != 0)
				CX_TRY(tag_token(out, tok, (unsigned) (node - cx_lex_nodes)));
		}
	}
	out->head[n] = CX_NO_EDGE;
	out->labels[n] = 0;
	return CX_OK;
}

CxStatus
cx_edge_add(CxTagged *tagged, uint32_t tok, uint32_t end, uint16_t label,
			uint16_t value, uint32_t data)
{
	uint32_t	added = tagged->edges.n;
	CxEdge	   *edge = cx_vec_push(tagged->lex->arena, &tagged->edges);
	uint32_t   *link = &tagged->head[tok];

	if (edge == NULL)
		return CX_ENOMEM;
	while (*link != CX_NO_EDGE && tagged->edges.at[*link].end >= end)
		link = &tagged->edges.at[*link].next;
	*edge = (CxEdge) {.end = end,.next = *link,.label = label,.value = value,.data = data};
	*link = added;
	tagged->labels[tok] |= CX_LABEL_BIT(label);
	return CX_OK;
}
