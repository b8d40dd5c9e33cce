/*-------------------------------------------------------------------------
 *
 * span.c
 *	  Strings, sources and small look-ups that all relations share.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Matches or mentions between two questions whether to stop: well below a millisecond. */
#define POLL_ROWS	256

CxStr
cx_str(const char *s)
{
	CxStr		out = {s, s == NULL ? 0 : (uint32_t) strlen(s)};

	return out;
}

bool
cx_str_begins(CxStr s, const char *with)
{
	size_t		n = strlen(with);

	return s.n >= n && memcmp(s.at, with, n) == 0;
}

bool
cx_str_ends(CxStr s, const char *with)
{
	size_t		n = strlen(with);

	return s.n >= n && memcmp(s.at + s.n - n, with, n) == 0;
}

/* Nearly every name in small letters has one of ASCII. */
bool
cx_str_is_capitals(CxStr s)
{
	for (uint32_t i = 0; i < s.n; i++)
		if (s.at[i] >= 'a' && s.at[i] <= 'z')
			return false;
	return s.n > 0;
}

/* Is the text of these tokens clean as it stands?  Most is. */
static bool
is_plain(const CxReader *r, uint32_t tok, uint32_t end)
{
	const CxToken *toks = r->lex->toks.at;

	if (toks[tok].kind > CX_TOK_ROMAN || toks[end - 1].kind > CX_TOK_ROMAN || !(toks[tok].flags & CX_TF_PLAIN))
		return false;
	for (tok++; tok < end; tok++)
	{
		uint32_t	before = toks[tok - 1].end;

		if (!(toks[tok].flags & CX_TF_PLAIN) ||
			(toks[tok].start != before && (toks[tok].start != before + 1 || r->lex->text[before] != ' ')))
			return false;
	}
	return true;
}

CxStatus
cx_span_text(const CxReader *r, uint32_t tok, uint32_t end, CxStr *out)
{
	const CxToken *toks = r->lex->toks.at;

	if (tok >= end)
	{
		out->at = NULL;
		out->n = 0;
		return CX_OK;
	}
	out->at = r->lex->text + toks[tok].start;
	out->n = toks[end - 1].end - toks[tok].start;
	return is_plain(r, tok, end) ? CX_OK : cx_clean(r->arena, out->at, out->n, out);
}

CxStatus
cx_join(const CxReader *r, CxStr a, CxStr b, CxStr *out)
{
	char	   *p;

	if (a.n == 0 || b.n == 0)
	{
		*out = a.n == 0 ? b : a;
		return CX_OK;
	}
	p = cx_arena_alloc(r->arena, (size_t) a.n + b.n + 1);
	if (p == NULL)
		return CX_ENOMEM;
	memcpy(p, a.at, a.n);
	p[a.n] = ' ';
	memcpy(p + a.n + 1, b.at, b.n);
	out->at = p;
	out->n = a.n + 1 + b.n;
	return CX_OK;
}

bool
cx_same(CxStr a, CxStr b)
{
	return cx_fold_equal(a.at, a.n, b.at, b.n);
}

uint32_t
cx_first_from(const void *at, uint32_t n, size_t width, uint32_t tok)
{
	uint32_t	low = 0;
	uint32_t	left = n;

	/* halving goes on to the end without a branch that could be mispredicted */
	while (left > 0)
	{
		uint32_t	half = (left + 1) / 2;

		low += *(const uint32_t *) ((const char *) at + (low + half - 1) * width) < tok ? half : 0;
		left -= half;
	}
	return low;
}

uint32_t
cx_sentence_of(const CxReader *r, uint32_t tok)
{
	uint32_t	next = cx_first_from(r->lex->sentences.at, r->lex->sentences.n, sizeof(CxSentence), tok + 1);

	return next > 0 ? next - 1 : 0;
}

CxSource
cx_source(const CxReader *r, uint32_t tok, uint32_t end, const char *rule, float confidence)
{
	const CxToken *toks = r->lex->toks.at;
	CxSource	src;

	src.start = toks[tok].start;
	src.end = toks[end > tok ? end - 1 : tok].end;
	src.sentence = cx_sentence_of(r, tok) + 1;
	src.rule = rule;
	src.confidence = confidence;
	return src;
}

/* Bytes would tell a text in NFD from the same in NFC. */
uint32_t
cx_source_length(const CxReader *r, const CxSource *src)
{
	const CxLexis *lex = r->lex;

	return cx_first_from(lex->toks.at, lex->toks.n, sizeof(CxToken), src->end) - cx_first_from(lex->toks.at, lex->toks.n, sizeof(CxToken), src->start);
}

const char *
cx_rule_name(const CxReader *r, const CxMatch *match)
{
	return r->m->rules->strings + r->m->rules->rules[match->rule].name;
}

CxSource
cx_match_source(const CxReader *r, const CxMatch *match)
{
	return cx_source(r, match->tok, match->end, cx_rule_name(r, match),
					 (float) r->m->rules->rules[match->rule].weight / 100.0f);
}

CxStatus
cx_strs_add(const CxReader *r, CxStrs *list, CxStr s)
{
	CxStr	   *p = cx_vec_push(r->arena, list);

	if (p == NULL)
		return CX_ENOMEM;
	*p = s;
	return CX_OK;
}

const CxEdge *
cx_edge_ending(const CxReader *r, uint32_t end, uint32_t back, uint16_t label)
{
	for (uint32_t b = 1; b <= back && b <= end; b++)
		for (uint32_t e = r->tagged->head[end - b]; e != CX_NO_EDGE; e = r->tagged->edges.at[e].next)
			if (r->tagged->edges.at[e].end == end && r->tagged->edges.at[e].label == label)
				return &r->tagged->edges.at[e];
	return NULL;
}

const CxEdge *
cx_edge_within(const CxReader *r, uint32_t tok, uint32_t end, uint16_t label, uint32_t *at)
{
	for (; (tok = cx_next_labelled(r->tagged, tok, end, CX_LABEL_BIT(label))) < end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, label);

		if (e != NULL && e->end <= end)
		{
			if (at != NULL)
				*at = tok;
			return e;
		}
	}
	return NULL;
}

const CxNumber *
cx_number_at(const CxReader *r, const CxCapture *c, uint32_t *index)
{
	const CxEdge *e;

	if (c == NULL || c->edge == CX_NO_EDGE)
		return NULL;
	e = &r->tagged->edges.at[c->edge];
	if (e->label != CX_LABEL_MENTION + CX_KIND_NUMBER)
		return NULL;
	if (index != NULL)
		*index = e->data;
	return &r->lex->numbers.at[e->data];
}

uint32_t
cx_dates_from(const CxReader *r, uint32_t tok)
{
	return cx_first_from(r->lex->dates.at, r->lex->dates.n, sizeof(CxDate), tok);
}

uint32_t
cx_numbers_from(const CxReader *r, uint32_t tok)
{
	return cx_first_from(r->lex->numbers.at, r->lex->numbers.n, sizeof(CxNumber), tok);
}

CxStatus
cx_relation_read(CxReader *r, const char *relation, CxStatus (*read) (CxReader *r, const CxMatch *match))
{
	const CxRuleSet *rules = r->m->rules;
	const CxMatch *relations = r->m->relations.at;
	uint32_t	n = r->m->relations.n;
	uint32_t	starts[101] = {0};	/* by 100 - weight */
	uint32_t	sum = 0;
	uint32_t   *order;
	uint16_t	block = 0;

	while (block < rules->nblocks && strcmp(rules->strings + rules->blocks[block].name, relation) != 0)
		block++;
	/* sorted by weight, by counting; equals stay in the order of the text */
	order = cx_arena_grow(r->arena, NULL, 0, ((size_t) n + 1) * sizeof(uint32_t));
	if (order == NULL)
		return CX_ENOMEM;
	for (uint32_t i = 0; i < n; i++)
		if (rules->rules[relations[i].rule].block == block)
			starts[100 - rules->rules[relations[i].rule].weight]++;
	for (unsigned k = 0; k <= 100; k++)
	{
		uint32_t	count = starts[k];

		starts[k] = sum;
		sum += count;
	}
	for (uint32_t i = 0; i < n; i++)
		if (rules->rules[relations[i].rule].block == block)
			order[starts[100 - rules->rules[relations[i].rule].weight]++] = i;
	for (uint32_t i = 0; i < sum; i++)
	{
		if (i % POLL_ROWS == 0)
			CX_TRY(cx_poll(r->arena));
		if (r->trace != NULL)
			cx_trace_begin(r, relations[order[i]].tok, relations[order[i]].end, cx_rule_name(r, &relations[order[i]]),
						   (float) rules->rules[relations[order[i]].rule].weight / 100.0f, relation);
		CX_TRY(read(r, &relations[order[i]]));
		if (r->trace != NULL)
			CX_TRY(cx_trace_end(r));
	}
	return CX_OK;
}

bool
cx_has_sym(const CxReader *r, uint32_t tok, uint32_t end, uint16_t sym)
{
	for (; tok < end; tok++)
		if (r->lex->toks.at[tok].sym == sym)
			return true;
	return false;
}

int32_t
cx_int(const CxDecimal *d)
{
	if (d->scale != 0 || d->digits < 0 || d->digits > 1000000000)
		return CX_NULL;
	return (int32_t) d->digits;
}

CxQuantity
cx_quantity(const CxNumber *n)
{
	CxQuantity	q;

	memset(&q, 0, sizeof(q));
	q.cmp = n->cmp;
	q.value = n->value;
	q.value_max = n->value_max;
	q.is_range = n->is_range;
	return q;
}

/*
 * How many tokens before a verb can still govern it: a negation stands close,
 * a plan holds for the clauses that follow ("sẽ nghe báo cáo và bầu").
 */
#define NOT_REACH	4
#define PLAN_REACH	32

const char *
cx_modality(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;

	for (uint32_t at = tok; at > first && tok - at < PLAN_REACH;)
	{
		const CxEdge *e;
		bool		planned;

		at--;
		if (r->lex->toks.at[at].sym == CX_SYM_CHAR(';') || r->lex->toks.at[at].sym == CX_SYM_CHAR(':') ||
			r->lex->toks.at[at].sym == W_DA || (r->lex->toks.at[at].sym == W_SAU && at + 1 < tok && r->lex->toks.at[at + 1].sym == W_KHI))
			break;
		e = cx_edge_find(r->tagged, at, CX_CLASS_NEGATION);
		if (e == NULL || e->end > tok)
			continue;
		planned = strcmp(cx_lexicon_value(e->value), "planned") == 0;
		/* "Theo chương trình, …" tells what is to come; "diễn ra theo chương trình, …" how it went */
		if (planned && r->lex->toks.at[at].sym == W_THEO && at != first)
			continue;
		if (tok - e->end <= NOT_REACH || (planned && (r->lex->toks.at[at].sym == W_SE || r->lex->toks.at[at].sym == W_THEO)))
			return cx_lexicon_value(e->value);
	}
	return NULL;
}

/* Does a verb other than "triển khai", "xây dựng" and its like take the number as its object? */
bool
cx_is_object(const CxReader *r, uint32_t tok)
{
	for (uint32_t gap = 0; gap <= 1 && gap < tok; gap++)
	{
		const CxEdge *act = cx_edge_ending(r, tok - gap, 4, CX_CLASS_ACT);

		if (gap > 0 && r->lex->toks.at[tok - 1].kind == CX_TOK_PUNCT)
			break;
		if (act != NULL)
			return strcmp(cx_lexicon_value(act->value), "generic") != 0 && strcmp(cx_lexicon_value(act->value), "other") != 0;
	}
	return false;
}
