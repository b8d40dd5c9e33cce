/*-------------------------------------------------------------------------
 *
 * election_list.c
 *	  Lists of those who were elected to a body.
 *
 *		bầu Ban Thường vụ gồm 11 đồng chí: A (Bí thư), B (Phó Bí thư), C …
 *
 *		bầu Ban Thường vụ gồm các đồng chí:
 *		1. A - Bí thư Huyện ủy;
 *		2. B - Phó Bí thư Huyện ủy;
 *
 * The names follow the body at once, in its sentence or on lines of their own.
 *
 *-------------------------------------------------------------------------
 */
#include "election.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Tokens between the name of a body and the list of its members. */
#define BODY_REACH		16

/* Tokens between what opens a list ("gồm", a colon) and the first name: "gồm có các đồng chí:". */
#define OPENER_REACH	5

/* Tokens between two groups of names, and before the name of a line. */
#define ITEM_REACH		5

/* Longest list of lines. */
#define LINES_MAX		100

/* Is it a body with posts in it?  A presidium or a delegation has none. */
static bool
has_posts(CxStr organ)
{
	static const char *const organs[] = {"Ban Chấp hành", "Ban Thường vụ", "Ban Thường trực", "Ủy ban Kiểm tra", "Ban Kiểm tra", "Chi ủy"};

	for (size_t i = 0; i < sizeof(organs) / sizeof(organs[0]); i++)
		if (cx_is_word(organ, organs[i]))
			return true;
	return false;
}

static bool
opens_list(uint16_t sym)
{
	return sym == CX_SYM_CHAR(':') || sym == W_GOM || sym == W_LA;
}

/* Does what opens a list stand shortly before a token, in its clause? */
static bool
is_opened(const CxReader *r, uint32_t first, uint32_t tok)
{
	for (uint32_t at = tok; at > first && tok - at < OPENER_REACH; at--)
	{
		uint16_t	sym = r->lex->toks.at[at - 1].sym;

		if (opens_list(sym))
			return true;
		if (sym == CX_SYM_CHAR(';') || sym == CX_SYM_CHAR(','))
			return false;
	}
	return false;
}

/* Is a sentence only the head of a list: "… gồm các đồng chí:", "… như sau:"? */
static bool
is_head(const CxReader *r, const CxSentence *s)
{
	uint16_t	last = r->lex->toks.at[s->end - 1].sym;

	return opens_list(last) || last == W_SAU;
}

/* How those in a list that begins at a token came to be in it; NULL: they did not. */
static const char *
list_outcome(const CxReader *r, uint32_t tok)
{
	uint32_t	at;
	const CxEdge *verb = cx_context_verb(r, tok, &at);
	const char *outcome = verb == NULL ? NULL : cx_lexicon_value(verb->value);

	if (verb == NULL || strcmp(outcome, "not_elected") == 0 || cx_modality(r, at) != NULL)
		return NULL;
	/* "again" is one man's, not all theirs */
	return strcmp(outcome, "reelected") == 0 ? "elected" : outcome;
}

static CxStatus
read_group(CxReader *r, const CxMatch *group, const CxMatch *body, const char *outcome)
{
	CxOrg		org;

	CX_TRY(cx_organ_org(r, body, &org));
	for (uint32_t i = 0; i < group->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[group->captures + i];

		if (c->field == CX_FIELD_PERSON && c->edge != CX_NO_EDGE)
			CX_TRY(cx_listed_person_read(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &org, outcome));
	}
	return CX_OK;
}

/* The lines below a sentence that each begin with a person. */
static CxStatus
read_lines(CxReader *r, uint32_t above, const CxMatch *body, const char *outcome)
{
	for (uint32_t i = above + 1; i < r->lex->sentences.n && i - above <= LINES_MAX; i++)
	{
		const CxSentence *s = &r->lex->sentences.at[i];
		const CxEdge *e;
		uint32_t	at;

		if (!(r->lex->toks.at[s->tok].flags & CX_TF_NEWLINE) || cx_edge_within(r, s->tok, s->end, CX_CLASS_ELECT, NULL) != NULL)
			break;
		e = cx_edge_within(r, s->tok, s->end, r->people, &at);
		if (e == NULL || at - s->tok > ITEM_REACH)
			break;
		CX_TRY(read_group(r, cx_edge_mention(r->m, e), body, outcome));
	}
	return CX_OK;
}

static CxStatus
read_sentence(CxReader *r, uint32_t index)
{
	const CxSentence *s = &r->lex->sentences.at[index];
	uint64_t	labels = CX_LABEL_BIT(r->organ) | CX_LABEL_BIT(r->people) | CX_LABEL_BIT(r->position) | CX_LABEL_BIT(r->event) |
	CX_LABEL_BIT(CX_CLASS_ELECT);
	const CxMatch *body = NULL; /* whose members could follow */
	uint32_t	list_end = 0;	/* 0: none of them has */
	const char *outcome = NULL;

	for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, labels)) < s->end;)
	{
		const CxEdge *people = cx_edge_find(r->tagged, tok, r->people);
		const CxEdge *post = cx_edge_find(r->tagged, tok, r->position);
		const CxEdge *organ = cx_edge_find(r->tagged, tok, r->organ);

		if (people != NULL)
		{
			if (list_end == 0 && body != NULL && tok - body->end <= BODY_REACH && is_opened(r, body->end, tok))
				outcome = list_outcome(r, tok);
			else if (list_end == 0 || tok - list_end > ITEM_REACH)
				outcome = NULL;
			if (outcome != NULL)
				CX_TRY(read_group(r, cx_edge_mention(r->m, people), body, outcome));
			else
				body = NULL;
			list_end = outcome == NULL ? 0 : people->end;
			tok = people->end;
			continue;
		}

		/*
		 * what posts are filled with, and what another verb elects, is no
		 * list of the body
		 */
		if (post != NULL || list_end > 0)
			body = NULL;
		list_end = 0;
		if (post != NULL)
			tok = post->end;
		else if (organ == NULL)
			tok++;
		else
		{
			body = cx_edge_mention(r->m, organ);
			if (!has_posts(cx_organ_name(r, body)))
				body = NULL;
			tok = organ->end;
		}
	}
	if (body != NULL && list_end == 0 && s->end - body->end <= BODY_REACH && is_head(r, s))
	{
		outcome = list_outcome(r, s->end);
		if (outcome != NULL)
			CX_TRY(read_lines(r, index, body, outcome));
	}
	return CX_OK;
}

CxStatus
cx_member_lists_read(CxReader *r)
{
	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		uint8_t		zone = r->lex->sentences.at[i].zone;

		CX_TRY(cx_poll(r->arena));
		if (zone == CX_ZONE_LEAD || zone == CX_ZONE_BODY)
			CX_TRY(read_sentence(r, i));
	}
	return CX_OK;
}
