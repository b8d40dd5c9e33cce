/*-------------------------------------------------------------------------
 *
 * article.c
 *	  What the page says of itself: title, publication stamp, authors, agency.
 *
 * The zoning (lexis/zones.c) has found the places; here they are read.  A
 * signature is a row of names between separators, with words of credit
 * ("credit" list of the lexicon) that say whose names follow: authors, makers
 * of the pictures, or the source.  A slash or a bracket after a name holds the
 * agency.  The agency of the signature goes before that of the prefix of the
 * lead.  What is doubtful is left out: a wrong author is worse than none.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"

/* A name has at most so many words, the prefix of a lead or an agency in a signature likewise. */
#define NAME_WORDS		5
#define AGENCY_WORDS	10

/* Whose names follow; a group of words of credit means the greatest. */
typedef enum Credit
{
	CREDIT_PHOTO, CREDIT_SOURCE, CREDIT_AUTHOR, CREDIT_NONE, CREDIT_OFFICE
} Credit;

typedef struct Signature
{
	const CxReader *r;
	CxArticle  *article;
	Credit		credit;			/* of the names that follow */
	bool		marked;			/* a word of credit came before: then any name
								 * is one */
	bool		fresh;			/* no name since the last word of credit */
	bool		named;			/* a name stands before on this line */
} Signature;

static bool
is_value(const CxEdge *e, const char *value)
{
	return e != NULL && strcmp(cx_lexicon_value(e->value), value) == 0;
}

static bool
is_char(const CxReader *r, uint32_t tok, char c)
{
	return r->lex->toks.at[tok].sym == CX_SYM_CHAR(c);
}

/* Does one entry of the class cover these tokens? */
static bool
covers(const CxReader *r, uint32_t tok, uint32_t end, uint16_t label)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, label);

	return e != NULL && e->end == end;
}

/* A word like QK2 or TTXVN: capitals that spell no syllable. */
static bool
is_code(const CxReader *r, uint32_t tok)
{
	const CxToken *t = &r->lex->toks.at[tok];

	return t->kind == CX_TOK_WORD && t->flags & CX_TF_CAPS && t->end - t->start >= 3;
}

/*
 * Do these tokens name a newspaper or agency?  By the lists, or by their
 * form; where only an agency can stand ("sure"), anything that is no place.
 */
static bool
is_agency(const CxReader *r, uint32_t tok, uint32_t end, bool sure)
{
	const CxEdge *credit;

	if (tok >= end || end - tok > AGENCY_WORDS)
		return false;
	credit = cx_edge_find(r->tagged, tok, CX_CLASS_CREDIT);
	if (is_value(credit, "office") || is_value(credit, "note"))
		return false;
	if (covers(r, tok, end, CX_CLASS_AGENCY) || (is_value(credit, "paper") && credit->end == end) || is_value(credit, "medium"))
		return true;
	if (covers(r, tok, end, CX_CLASS_PLACE))
		return false;
	for (uint32_t t = tok; t < end; t++)
	{
		/* a code, or a site with its dots: baobinhdinh.vn */
		if (is_code(r, t) || (t > tok && is_char(r, t - 1, '.') && !(r->lex->toks.at[t].flags & CX_TF_SPACE) &&
							  r->lex->toks.at[t].kind == CX_TOK_WORD && r->lex->toks.at[t].end - r->lex->toks.at[t].start >= 2))
			return true;
		if (is_value(cx_edge_find(r->tagged, t, CX_CLASS_CREDIT), "suffix"))
			return t > tok;
	}
	return sure;
}

static CxStatus
set_agency(const CxReader *r, CxArticle *article, uint32_t tok, uint32_t end)
{
	if (article->agency.at != NULL)
		return CX_OK;
	CX_TRY(cx_span_text(r, tok, end, &article->agency));
	if (article->agency.n == 0)
		article->agency.at = NULL;
	return CX_OK;
}

/* ---- signature ---------------------------------------------------------------------- */

/* The end of what a separator, a bracket or a line ends. */
static uint32_t
chunk_end(const CxReader *r, uint32_t tok, uint32_t end)
{
	uint32_t	t = tok;

	for (; t < end; t++)
	{
		const CxToken *at = &r->lex->toks.at[t];

		if (t > tok && at->flags & CX_TF_NEWLINE)
			break;
		if (is_char(r, t, '-') || is_char(r, t, ',') || is_char(r, t, '/') || is_char(r, t, ';') || is_char(r, t, '&') ||
			is_char(r, t, ':') || is_char(r, t, '(') || is_char(r, t, ')') || is_char(r, t, '+') || is_char(r, t, '|') ||
			is_value(cx_edge_find(r->tagged, t, CX_CLASS_CREDIT), "and") ||
			(t > tok && !(at->flags & CX_TF_UPPER) && is_value(cx_edge_find(r->tagged, t, CX_CLASS_CREDIT), "author")))
			break;
	}
	return t;
}

static bool
is_name(const Signature *s, uint32_t tok, uint32_t end)
{
	const CxReader *r = s->r;
	uint32_t	words = 0;
	bool		initials = false;

	if (covers(r, tok, end, CX_CLASS_NOT_NAME))
		return false;
	for (uint32_t t = tok; t < end; t++)
	{
		const CxToken *at = &r->lex->toks.at[t];

		if (is_char(r, t, '.'))
			initials |= t > tok && at[-1].end - at[-1].start <= 2;
		else if (is_char(r, t, '\''))
			continue;
		else if (at->kind > CX_TOK_ROMAN || at->kind == CX_TOK_NUMBER || !(at->flags & CX_TF_UPPER) || ++words > NAME_WORDS)
			return false;
	}
	return words >= 2 || (words == 1 && (initials || s->marked || s->article->authors.n > 0));
}

static CxStatus
add_author(const Signature *s, uint32_t tok, uint32_t end)
{
	CxStr		name;
	bool		same = false;

	CX_TRY(cx_span_text(s->r, tok, end, &name));
	for (uint32_t i = 0; i < s->article->authors.n && !same; i++)
		same = cx_same(s->article->authors.at[i], name);
	return same || name.n == 0 ? CX_OK : cx_strs_add(s->r, &s->article->authors, name);
}

/* A bracket after a name: "(TTXVN)", "(theo Báo Hà Nam)", "(tổng hợp)". */
static CxStatus
read_bracket(Signature *s, uint32_t tok, uint32_t end)
{
	const CxEdge *e = tok < end ? cx_edge_find(s->r->tagged, tok, CX_CLASS_CREDIT) : NULL;
	bool		source = is_value(e, "source");

	if (source)
		tok = e->end;
	while (tok < end && is_char(s->r, tok, ':'))
		tok++;
	if (s->credit != CREDIT_PHOTO && s->credit != CREDIT_OFFICE && is_agency(s->r, tok, end, source))
		return set_agency(s->r, s->article, tok, end);
	return CX_OK;
}

static CxStatus
read_chunk(Signature *s, uint32_t tok, uint32_t end, uint32_t line_end, bool slash, uint32_t *next)
{
	const CxReader *r = s->r;

	s->fresh = false;
	s->named = true;
	*next = end;
	if (is_value(cx_edge_find(r->tagged, tok, CX_CLASS_CREDIT), "office"))
		s->credit = CREDIT_OFFICE;
	if (s->credit == CREDIT_PHOTO || s->credit == CREDIT_OFFICE)
		return CX_OK;
	if (slash || s->credit == CREDIT_SOURCE)
	{
		bool		author = s->credit == CREDIT_SOURCE && end < line_end && is_char(r, end, '/') && is_name(s, tok, end) &&
		!is_agency(r, tok, end, false);

		if (author)
			return add_author(s, tok, end);
		/* "Vietnam+/TTXVN" is TTXVN; "VOV-Tây Bắc" is one */
		for (uint32_t t = tok; t < line_end && !is_char(r, t, '(') && !is_char(r, t, ')'); t++)
		{
			if (is_char(r, t, '/') && s->credit == CREDIT_SOURCE)
				tok = t + 1;
			*next = t + 1;
		}
		return is_agency(r, tok, *next, true) ? set_agency(r, s->article, tok, *next) : CX_OK;
	}
	if (is_agency(r, tok, end, false))
		return set_agency(r, s->article, tok, end);
	if (is_name(s, tok, end))
		return add_author(s, tok, end);
	return CX_OK;
}

static CxStatus
read_signature(const CxReader *r, CxArticle *article, uint32_t tok, uint32_t end)
{
	Signature	s = {r, article, CREDIT_NONE, false, false, false};
	uint32_t	line_end = tok;
	bool		slash = false;

	while (tok < end)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_CREDIT);
		Credit		credit = is_value(e, "author") ? CREDIT_AUTHOR : is_value(e, "source") ? CREDIT_SOURCE :
		is_value(e, "photo") ? CREDIT_PHOTO : CREDIT_NONE;

		if (tok >= line_end)
		{
			for (line_end = tok + 1; line_end < end && !(r->lex->toks.at[line_end].flags & CX_TF_NEWLINE);)
				line_end++;
			s.credit = CREDIT_NONE;
			s.marked = s.fresh = s.named = slash = false;
		}
		/* "Theo Tin tức": what follows a word of source is its name */
		if (credit != CREDIT_NONE && !(s.fresh && s.credit == CREDIT_SOURCE))
		{
			if (!s.fresh || credit > s.credit)
				s.credit = credit;
			s.marked = s.fresh = true;
			tok = e->end;
		}
		else if (is_char(r, tok, '(') && s.named)
		{
			uint32_t	close = tok + 1;

			while (close < line_end && !is_char(r, close, ')'))
				close++;
			CX_TRY(read_bracket(&s, tok + 1, close));
			tok = close;
		}
		else
		{
			uint32_t	stop = chunk_end(r, tok, line_end);

			if (stop > tok)
				CX_TRY(read_chunk(&s, tok, stop, line_end, slash, &tok));
			else
				slash = is_char(r, tok++, '/');
		}
	}
	return CX_OK;
}

/* "(Lâm Đồng Online) - 10:10 | 14/04/2026": who publishes stands at the head of the line of the stamp. */
static CxStatus
read_stamp(const CxReader *r, CxArticle *article, uint32_t date)
{
	uint32_t	tok = date;
	uint32_t	end;

	while (tok > 0 && !(r->lex->toks.at[tok].flags & CX_TF_NEWLINE))
		tok--;
	tok += is_char(r, tok, '(');
	end = chunk_end(r, tok, date);
	return end < date && is_agency(r, tok, end, false) ? set_agency(r, article, tok, end) : CX_OK;
}

/* ---- the whole ------------------------------------------------------------------------ */

CxStatus
cx_article_read(CxTagged *tagged, CxYmd ref, CxFacts *facts)
{
	CxLexis    *lex = tagged->lex;
	const CxPage *page = &lex->page;
	CxArticle  *article = &facts->article;
	CxReader	reader;
	const CxReader *r = &reader;

	memset(&reader, 0, sizeof(reader));
	reader.arena = lex->arena;
	reader.lex = lex;
	reader.tagged = tagged;
	memset(article, 0, sizeof(*article));
	facts->has_article = true;

	CX_TRY(cx_span_text(r, page->title_tok, page->title_end, &article->title));
	if (page->stamp_date >= 0)
	{
		const CxDate *stamp = &lex->dates.at[page->stamp_date];
		CxYmd		last;

		if (!cx_date_resolve(stamp, ref, &article->published, &last))
			article->published.year = 0;
		else if (stamp->minute >= 0)
			article->published_second = stamp->minute * 60 + (stamp->second > 0 ? stamp->second : 0);
	}
	CX_TRY(read_signature(r, article, page->byline_tok, page->byline_end));

	/*
	 * "(Lục Yên) -" can only be an agency, "(Lục Yên) Sáng nay" need
	 * not
	 */
	if (page->dateline_tok < page->dateline_end &&
		is_agency(r, page->dateline_tok, page->dateline_end,
				  page->dateline_tok > 0 && is_char(r, page->dateline_tok - 1, '(') &&
				  (is_char(r, page->dateline_end + 1, '-') || is_char(r, page->dateline_end + 1, ':'))))
		CX_TRY(set_agency(r, article, page->dateline_tok, page->dateline_end));
	if (page->stamp_date >= 0)
		CX_TRY(read_stamp(r, article, lex->dates.at[page->stamp_date].tok));

	/* the evidence is the first of these that the page has */
	if (article->title.at != NULL)
		article->src = cx_source(r, page->title_tok, page->title_end, "article.headline", 0.9f);
	else if (article->published.year != 0)
		article->src = cx_source(r, lex->dates.at[page->stamp_date].tok, lex->dates.at[page->stamp_date].end,
								 "article.stamp", 0.9f);
	else if (article->authors.n > 0)
		article->src = cx_source(r, page->byline_tok, page->byline_end, "article.byline", 0.8f);
	else if (article->agency.at != NULL)
		article->src = cx_source(r, page->dateline_tok, page->dateline_end, "article.dateline", 0.8f);
	else
	{
		facts->has_article = false;
		for (uint32_t i = 0; i < lex->sentences.n && !facts->has_article; i++)
			if (lex->sentences.at[i].zone == CX_ZONE_LEAD)
			{
				article->src = cx_source(r, lex->sentences.at[i].tok, lex->sentences.at[i].end, "article.lead", 0.5f);
				facts->has_article = true;
			}
	}
	return CX_OK;
}
