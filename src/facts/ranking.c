/*-------------------------------------------------------------------------
 *
 * ranking.c
 *	  Places on indices (PAPI, PCI, PAR Index …).
 *
 * In a sentence that names an index, each cue of a place ("đứng đầu", "xếp thứ 3",
 * "vị trí thứ 62", "nhóm 10") belongs to the index last named before it, and to
 * those listed right before that one; a cue before the first index ("giữ vững
 * vị trí nhóm đầu cả nước về …") belongs to all that follow.  A sentence that goes
 * on about the index of the sentence before ("năm 2018 xếp thứ 2") takes that one.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Indices of one sentence that are looked at, and tokens between index and cue. */
#define INDEX_MAX	16
#define CUE_REACH	40
#define LIST_REACH	4			/* tokens between two indices of a list */
#define YEAR_REACH	20			/* and between a year and its place */

typedef struct Index
{
	uint32_t	tok,
				end;
	CxStr		name;
} Index;

typedef struct Place
{
	uint32_t	tok,
				end;
	int32_t		rank,
				rank_max;
	const CxEdge *scope;
	uint32_t	scope_tok;
	const CxDate *year;
} Place;

/* A year or span of years in [tok, end): the first, or the last. */
static const CxDate *
year_within(const CxReader *r, uint32_t tok, uint32_t end, bool last)
{
	const CxDate *found = NULL;

	for (uint32_t i = cx_dates_from(r, tok); i < r->lex->dates.n && r->lex->dates.at[i].tok < end && (found == NULL || last); i++)
		if (r->lex->dates.at[i].grain == CX_GRAIN_YEAR || r->lex->dates.at[i].grain == CX_GRAIN_PERIOD)
			found = &r->lex->dates.at[i];
	return found;
}

/* Where what is said of a place ends: "hạng 12 cả nước, tăng 14 bậc so với năm 2016". */
static bool
ends_place(const CxReader *r, uint32_t tok)
{
	uint16_t	s = r->lex->toks.at[tok].sym;

	return s == CX_SYM_CHAR(',') || s == CX_SYM_CHAR(';') || s == CX_SYM_CHAR('(') || s == W_SO ||
		cx_edge_find(r->tagged, tok, CX_CLASS_INDEX_CUE) != NULL;
}

/* "đến năm 2030" */
static bool
is_until(const CxReader *r, const CxDate *year)
{
	uint16_t	before = year->tok > 0 ? r->lex->toks.at[year->tok - 1].sym : 0;

	return before == W_DEN || before == W_TOI;
}

/* The number that a cue gives: an ordinal over its end, or a number behind it. */
static int32_t
number_of(CxReader *r, uint32_t tok, uint32_t *end)
{
	for (uint32_t at = tok; at < *end + 2 && at < r->lex->toks.n; at++)
	{
		const CxEdge *o = cx_edge_find(r->tagged, at, CX_LABEL_MENTION + CX_KIND_ORDINAL);
		const CxEdge *n = cx_edge_find(r->tagged, at, CX_LABEL_MENTION + CX_KIND_NUMBER);

		if (o != NULL)
		{
			*end = o->end > *end ? o->end : *end;
			return r->lex->ordinals.at[o->data].value;
		}
		if (n != NULL && at + 1 >= *end)
		{
			*end = n->end;
			r->number_used[n->data] = 1;
			return cx_int(&r->lex->numbers.at[n->data].value);
		}
	}
	return CX_NULL;
}

/* Read the place at a cue; false if the cue says none. */
static bool
read_place(CxReader *r, const CxSentence *s, uint32_t from, uint32_t tok, const CxEdge *cue, Place *out)
{
	const char *value = cx_lexicon_value(cue->value);
	uint32_t	near;

	memset(out, 0, sizeof(*out));
	out->tok = tok;
	out->end = cue->end;
	out->rank = out->rank_max = CX_NULL;
	if (strcmp(value, "group_of") == 0)
	{
		out->rank_max = number_of(r, tok, &out->end);
		if (out->rank_max == CX_NULL || out->rank_max < 1)
			return false;
		out->rank = 1;
	}
	else if (strcmp(value, "group") != 0)
	{
		out->rank = *value != '\0' ? atoi(value) : number_of(r, tok, &out->end);
		if (out->rank == CX_NULL || out->rank < 1 || out->rank > 10000)
			return false;
		/* "trong 25 tỉnh dẫn đầu" */
		for (uint32_t at = tok > from + 6 ? tok - 6 : from; *value == '1' && at < tok; at++)
		{
			const CxEdge *n = cx_edge_find(r->tagged, at, CX_LABEL_MENTION + CX_KIND_NUMBER);

			if (n == NULL || n->end >= tok || r->number_used[n->data])
				continue;
			out->rank_max = cx_int(&r->lex->numbers.at[n->data].value);
			r->number_used[n->data] = 1;
		}
	}
	near = out->end + 12 < s->end ? out->end + 12 : s->end;
	out->scope = cx_edge_within(r, out->end, near, CX_CLASS_SCOPE, &out->scope_tok);
	for (near = out->end; near < s->end && near < out->end + 10 && !ends_place(r, near);)
		near++;
	out->year = year_within(r, out->end, near, false);
	if (out->year == NULL)
	{
		uint32_t	first = tok;

		while (first > from && tok - first < YEAR_REACH && r->lex->toks.at[first - 1].sym != CX_SYM_CHAR(';'))
			first--;
		out->year = year_within(r, first, tok, true);
	}
	return true;
}

static CxStatus
add(CxReader *r, const CxSentence *s, const Index *ix, const Place *p, bool target)
{
	CxRanking  *row;

	for (uint32_t i = r->facts->rankings.n > CX_MERGE_MAX ? r->facts->rankings.n - CX_MERGE_MAX : 0; i < r->facts->rankings.n; i++)
	{
		const CxRanking *o = &r->facts->rankings.at[i];
		bool		same = cx_same(o->index_name, ix->name) &&
		(p->year == NULL || o->year_end == CX_NULL || o->year_end == p->year->to.year);

		if (same && o->rank == p->rank && o->src.sentence == cx_sentence_of(r, ix->tok) + 1)
			return cx_note_row(r, CX_FACT_RANKING, i);
	}
	row = cx_vec_push(r->arena, &r->facts->rankings);
	if (row == NULL)
		return CX_ENOMEM;
	memset(row, 0, sizeof(*row));
	row->index_name = ix->name;
	row->rank = p->rank;
	row->rank_max = p->rank_max;
	row->nature = target ? "target" : "result";
	row->year_start = row->year_end = CX_NULL;
	if (p->scope != NULL)
		CX_TRY(cx_span_text(r, p->scope_tok, p->scope->end, &row->scope));
	if (p->year != NULL)
	{
		row->year_start = target && p->year->grain == CX_GRAIN_YEAR && is_until(r, p->year) ? CX_NULL : p->year->from.year;
		row->year_end = p->year->to.year;
	}
	row->src = cx_source(r, ix->tok < p->tok ? ix->tok : p->tok, ix->tok < p->tok ? p->end : ix->end, "ranking.place", 0.85f);
	if (row->src.end <= row->src.start)
		row->src = cx_source(r, s->tok, s->end, "ranking.place", 0.85f);
	return cx_note_source(r, &row->src, CX_FACT_RANKING, r->facts->rankings.n - 1);
}

/* A place is a target if what was last said before it is one, unless its year is past. */
static bool
is_target(const CxReader *r, const CxSentence *s, uint32_t cue, const Place *p)
{
	bool		target = p->rank == CX_NULL;

	if (p->year != NULL && r->anchor.year != 0)
		return p->year->to.year > r->anchor.year;
	for (uint32_t tok = s->tok; tok < cue; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_NATURE);

		if (e != NULL)
			target = strcmp(cx_lexicon_value(e->value), "target") == 0;
	}
	return target;
}

/* Does a semicolon or the place of another index stand between two? */
static bool
parted(const CxReader *r, uint32_t tok, uint32_t end)
{
	return cx_has_sym(r, tok, end, CX_SYM_CHAR(';')) || cx_edge_within(r, tok, end, CX_CLASS_INDEX_CUE, NULL) != NULL;
}

static CxStatus
read_sentence(CxReader *r, const CxSentence *s, Index *last)
{
	Index		ix[INDEX_MAX];
	uint32_t	n = 0,
				from = s->tok,
				scope_tok = 0;
	const CxEdge *scope;

	for (uint32_t tok = s->tok; n < INDEX_MAX && (tok = cx_next_labelled(r->tagged, tok, s->end, CX_LABEL_BIT(CX_CLASS_INDEX))) < s->end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_INDEX);
		CxStr		name;

		if (e == NULL || e->end > s->end)
			continue;
		name = cx_str(cx_lexicon_value(e->value));
		if (name.n == 0)
			CX_TRY(cx_span_text(r, tok, e->end, &name));
		/* the long name and its abbreviation are one */
		if (n > 0 && tok - ix[n - 1].end <= 2 && name.n == ix[n - 1].name.n && memcmp(name.at, ix[n - 1].name.at, name.n) == 0)
			ix[n - 1].end = e->end;
		else
		{
			ix[n].tok = tok;
			ix[n].end = e->end;
			ix[n].name = name;
			n++;
		}
		tok = e->end - 1;
	}
	if (n == 0 && last->name.at == NULL)
		return CX_OK;
	scope = cx_edge_within(r, s->tok, s->end, CX_CLASS_SCOPE, &scope_tok);
	for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, CX_LABEL_BIT(CX_CLASS_INDEX_CUE))) < s->end; tok++)
	{
		const CxEdge *cue = cx_edge_find(r->tagged, tok, CX_CLASS_INDEX_CUE);
		uint32_t	of;
		bool		target;
		Place		p;

		if (cue == NULL || !read_place(r, s, from, tok, cue, &p))
			continue;
		if (p.scope == NULL && scope != NULL && !cx_has_sym(r, scope_tok < tok ? scope_tok : tok, scope_tok < tok ? tok : scope_tok, CX_SYM_CHAR(';')))
		{
			p.scope = scope;
			p.scope_tok = scope_tok;
		}
		/* what is aimed at by a year is the aim of all that its clause lists */
		for (uint32_t i = cx_dates_from(r, s->tok); i < r->lex->dates.n && r->lex->dates.at[i].tok < tok && p.year == NULL; i++)
		{
			const CxDate *d = &r->lex->dates.at[i];

			if (d->grain == CX_GRAIN_YEAR && d->to.year > r->anchor.year && is_until(r, d) && !cx_has_sym(r, d->tok, tok, CX_SYM_CHAR(';')))
				p.year = d;
		}
		target = is_target(r, s, tok, &p);
		if (r->trace != NULL)
			cx_trace_begin(r, tok, p.end, "ranking.place", 0, "ranking");
		CX_TRY(cx_refuse(r, CX_WHY_CONTEXT));
		if (n == 0)
		{
			/*
			 * only a numbered place goes on about the index of the sentence
			 * before
			 */
			Index		again = *last;

			again.tok = tok;
			again.end = p.end;
			if (*cx_lexicon_value(cue->value) == '\0')
				CX_TRY(add(r, s, &again, &p, target));
		}
		else if (tok < ix[0].tok)
		{
			if (ix[0].tok - p.end <= CUE_REACH)
				for (uint32_t i = 0; i < n && (i == 0 || !parted(r, ix[i - 1].end, ix[i].tok)); i++)
					CX_TRY(add(r, s, &ix[i], &p, target));
		}
		else
		{
			for (of = 0; of + 1 < n && ix[of + 1].tok < tok; of++)
				;
			/* "tốp 15 về PCI, tốp 20 về PAPI" */
			if (of + 1 < n && ix[of + 1].tok - p.end <= 1 && cx_has_sym(r, p.end, ix[of + 1].tok, W_VE))
				CX_TRY(add(r, s, &ix[of + 1], &p, target));
			else if (tok - ix[of].end <= CUE_REACH)
				for (uint32_t i = of;; i--)
				{
					CX_TRY(add(r, s, &ix[i], &p, target));
					if (i == 0 || ix[i].tok - ix[i - 1].end > LIST_REACH)
						break;
				}
		}
		if (r->trace != NULL)
			CX_TRY(cx_trace_end(r));
		from = p.end;
		tok = p.end - 1;
	}
	if (n > 0)
		*last = ix[n - 1];
	else
		last->name.at = NULL;
	return CX_OK;
}

CxStatus
cx_rankings_read(CxReader *r)
{
	Index		last = {0, 0, {NULL, 0}};

	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		uint8_t		zone = r->lex->sentences.at[i].zone;

		CX_TRY(cx_poll(r->arena));
		if (last.name.at != NULL && r->lex->sentences.at[i].paragraph != r->lex->sentences.at[i - 1].paragraph)
			last.name.at = NULL;
		if (zone == CX_ZONE_LEAD || zone == CX_ZONE_BODY)
			CX_TRY(read_sentence(r, &r->lex->sentences.at[i], &last));
	}
	return CX_OK;
}
