/*-------------------------------------------------------------------------
 *
 * names.c
 *	  Person names by their shape.
 *
 * A Vietnamese name is two to five capitalised syllables, the first of which is
 * nearly always one of a few hundred surnames (src/lexicon/surname.tsv; shapes
 * after Lê Trung Hoa, "Họ và tên người Việt Nam", 2005).  So: a run of capitals
 * that begins with a surname, or that stands behind an honorific or a rank, is a
 * name unless a lexicon entry says that it is a place, an organ or the like, or
 * a word before it says that a street, a school or a ward bears it.
 *
 * These are candidates: whether a name is a person of the article is for
 * the rules to say, by what stands around it.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_grammar.h"

#include <string.h>

#include "lexicon_classes.h"

/* Longest name in syllables ("Niê Kđăm"-type names reach five), and longest cue before one. */
#define NAME_MAX	5
#define CUE_MAX		4

/* Classes whose entries are no part of a name: a name ends before them, and does not begin with them. */
static const uint8_t not_in_name[] = {
	CX_CLASS_AGENCY, CX_CLASS_BLOC, CX_CLASS_BODY, CX_CLASS_COMMITTEE, CX_CLASS_EVENT, CX_CLASS_HEAD, CX_CLASS_HONORIFIC,
	CX_CLASS_INDEX, CX_CLASS_MODIFIER, CX_CLASS_NOT_NAME, CX_CLASS_ORGAN, CX_CLASS_PARTY_ORG, CX_CLASS_TITLE, CX_CLASS_UNION,
	CX_CLASS_UNIT
};

static bool
is_capital(const CxToken *t)
{
	return (t->flags & CX_TF_UPPER) != 0;
}

/* Verbs that follow a name; only where all is in capitals can they be taken for a part of it. */
static const uint8_t not_in_capitals[] = {
	CX_CLASS_ELECT, CX_CLASS_FRAME, CX_CLASS_ROLE_VERB, CX_CLASS_STAGE
};

/*
 * Does an entry of a class that is no name begin at tok?  Single syllables prove
 * little ("Ban", "Bản"), and a phrase of two is often also a middle and given
 * name once a surname stands before it ("Hoàng Quốc Khánh").
 */
static bool
starts_other_thing(const CxTagged *tagged, uint32_t tok, bool after_surname)
{
	for (uint32_t e = tagged->head[tok]; e != CX_NO_EDGE; e = tagged->edges.at[e].next)
	{
		const CxEdge *edge = &tagged->edges.at[e];
		bool		caps = (tagged->lex->toks.at[tok].flags & CX_TF_CAPS) != 0;

		if (edge->end - tok < 2 && !caps)
			continue;
		if (edge->label == CX_LABEL_MENTION + CX_KIND_ORDINAL)
			return true;
		if (after_surname && edge->label == CX_CLASS_NOT_NAME && edge->end - tok == 2)
			continue;
		for (unsigned i = 0; i < sizeof(not_in_name); i++)
			if (edge->label == not_in_name[i])
				return true;
		for (unsigned i = 0; i < sizeof(not_in_capitals) && caps && edge->end - tok > 1; i++)
			if (edge->label == not_in_capitals[i])
				return true;
	}
	return false;
}

/* Does an entry of the class, or of the other, end right before tok? */
static bool
ends_before(const CxTagged *tagged, uint32_t tok, uint16_t klass, uint16_t other)
{
	uint32_t	first = tok > CUE_MAX ? tok - CUE_MAX : 0;
	uint64_t	around = 0;

	/* nearly always there is none, and one look at all tells it */
	for (uint32_t at = first; at < tok; at++)
		around |= tagged->labels[at];
	if (!(around & (CX_LABEL_BIT(klass) | CX_LABEL_BIT(other))))
		return false;
	for (uint32_t at = first; at < tok; at++)
		for (uint32_t e = tagged->head[at]; e != CX_NO_EDGE; e = tagged->edges.at[e].next)
			if (tagged->edges.at[e].end == tok && (tagged->edges.at[e].label == klass || tagged->edges.at[e].label == other))
				return true;
	return false;
}

/* Token after the run of capitals at tok that can be one name. */
static uint32_t
name_end(const CxTagged *tagged, uint32_t tok, uint32_t limit)
{
	const CxToken *toks = tagged->lex->toks.at;
	uint32_t	syllables = 0;
	uint32_t	at = tok;
	bool		caps = (toks[tok].flags & CX_TF_CAPS) != 0;

	while (at < limit && syllables < NAME_MAX && is_capital(&toks[at]))
	{
		if (at > tok && (!(toks[at].flags & CX_TF_SPACE) || (toks[at].flags & CX_TF_BLANK)))
			break;
		if (at > tok && starts_other_thing(tagged, at, at == tok + 1))
			break;
		/* an abbreviation ends a name that is not in capitals itself */
		if (at > tok && !caps && (toks[at].flags & CX_TF_CAPS))
			break;
		at++;
		syllables++;
		/* H'Wil, K'đăm, Y-Jut: a letter or two joined to the rest */
		while (at + 1 < limit && toks[at - 1].end - toks[at - 1].start <= 2 && !(toks[at].flags & CX_TF_SPACE) && !(toks[at + 1].flags & CX_TF_SPACE) &&
			   ((toks[at].sym == CX_SYM_CHAR('\'') && toks[at + 1].kind < CX_TOK_PUNCT) ||
				(toks[at].sym == CX_SYM_CHAR('-') && is_capital(&toks[at + 1]))))
			at += 2;
	}
	return at;
}

/* The entry of a class at tok that is longest, or 0. */
static uint32_t
entry_end(const CxTagged *tagged, uint32_t tok, uint16_t klass)
{
	const CxEdge *e = cx_edge_find(tagged, tok, klass);

	return e == NULL ? 0 : e->end;
}

/* The unit that ends right before tok, or tok. */
static uint32_t
unit_before(const CxTagged *tagged, uint32_t tok)
{
	for (uint32_t back = 2; back >= 1; back--)
		for (uint32_t e = back <= tok ? tagged->head[tok - back] : CX_NO_EDGE; e != CX_NO_EDGE; e = tagged->edges.at[e].next)
			if (tagged->edges.at[e].end == tok && tagged->edges.at[e].label == CX_CLASS_UNIT)
				return tok - back;
	return tok;
}

/* Does a unit close a title: "Chủ tịch UBND huyện", "Bí thư Đảng ủy phường"? */
static bool
closes_title(const CxTagged *tagged, uint32_t unit)
{
	return ends_before(tagged, unit, CX_CLASS_BODY, CX_CLASS_COMMITTEE) || ends_before(tagged, unit, CX_CLASS_BLOC, CX_CLASS_BLOC);
}

/* Tokens that is_addressed() looks at in a text, which keeps one of nothing but such names linear. */
#define ADDRESSES_MAX	1048576

/* Does an honorific stand before the same words somewhere in the text: "ông Điểu Sray"? */
static bool
is_addressed(const CxTagged *tagged, uint32_t tok, uint32_t end, uint32_t *budget)
{
	const CxToken *toks = tagged->lex->toks.at;
	const char *text = tagged->lex->text;
	uint32_t	n = tagged->lex->toks.n < *budget ? tagged->lex->toks.n : *budget;
	uint32_t	bytes = toks[end - 1].end - toks[tok].start;

	*budget -= n;
	for (uint32_t at = 0; (at = cx_next_labelled(tagged, at, n, CX_LABEL_BIT(CX_CLASS_HONORIFIC))) < n; at++)
	{
		uint32_t	name = entry_end(tagged, at, CX_CLASS_HONORIFIC);

		if (name != 0 && name + (end - tok) <= n && name != tok && toks[name + (end - tok) - 1].end - toks[name].start == bytes &&
			memcmp(text + toks[name].start, text + toks[tok].start, bytes) == 0)
			return true;
	}
	return false;
}

/*
 * "xã Lê Lợi", "huyện Hoàng Su Phì" name places; but in "Chủ tịch UBND huyện
 * Nguyễn Văn An" the unit closes a title.  The unit belongs to a title if a
 * body or committee ends before it, and then a run of three or more that is
 * not the name of a known district or historical person is a name.
 */
static bool
is_place_of_unit(const CxTagged *tagged, uint32_t tok, uint32_t end, uint32_t *budget)
{
	uint32_t	unit = unit_before(tagged, tok);

	if (unit == tok)
		return false;
	if (entry_end(tagged, tok, CX_CLASS_DISTRICT) >= end || entry_end(tagged, tok, CX_CLASS_HISTORIC) >= end)
		return true;

	/*
	 * provinces are all known, so what follows "tỉnh" and is none is no
	 * place
	 */
	if (strcmp(cx_lexicon_value(cx_edge_find(tagged, unit, CX_CLASS_UNIT)->value), "province") == 0)
		return entry_end(tagged, tok, CX_CLASS_PLACE) > tok;
	if (!closes_title(tagged, unit))
		return true;
	return end - tok < 3 && !is_addressed(tagged, tok, end, budget);
}

CxStatus
cx_names_tag(CxTagged *tagged)
{
	CxLexis    *lex = tagged->lex;
	uint32_t	budget = ADDRESSES_MAX;

	for (uint32_t s = 0; s < lex->sentences.n; s++)
	{
		uint32_t	limit = lex->sentences.at[s].end;
		uint32_t	covered = 0;	/* token after the last name of a place */

		for (uint32_t tok = lex->sentences.at[s].tok; tok < limit; tok++)
		{
			uint32_t	end,
						surname;
			bool		cued,
						polite;

			if ((tok & 0xFFF) == 0)
				CX_TRY(cx_poll(lex->arena));
			if (!is_capital(&lex->toks.at[tok]))
				continue;
			surname = entry_end(tagged, tok, CX_CLASS_SURNAME);
			if (tok < covered)
				continue;
			if (entry_end(tagged, tok, CX_CLASS_PLACE) > tok)
				covered = entry_end(tagged, tok, CX_CLASS_PLACE);

			/*
			 * "Trung ương Đoàn Nguyễn Văn A": the surname is the end
			 * of something else
			 */
			if (surname != 0 && tok + 1 < limit && entry_end(tagged, tok + 1, CX_CLASS_SURNAME) != 0 &&
				entry_end(tagged, tok, CX_CLASS_UNION) != tok + 1 && ends_before(tagged, tok + 1, CX_CLASS_BODY, CX_CLASS_UNION))
				continue;
			cued = ends_before(tagged, tok, CX_CLASS_HONORIFIC, CX_CLASS_RANK);
			if (surname == 0 && !cued)
				continue;

			/*
			 * "Ông Đỗ Trọng Hưng": Ông is a surname too, but hardly
			 * before another
			 */
			polite = entry_end(tagged, tok, CX_CLASS_HONORIFIC) == tok + 1;
			if (polite && tok + 1 < limit && entry_end(tagged, tok + 1, CX_CLASS_SURNAME) != 0 && is_capital(&lex->toks.at[tok + 1]))
				continue;
			if (starts_other_thing(tagged, tok, false) || entry_end(tagged, tok, CX_CLASS_RANK) != 0)
				continue;
			end = name_end(tagged, tok, limit);

			/*
			 * "Ông Quản Minh Cường": four would be a long name with
			 * that surname
			 */
			if (polite && !cued && end - tok >= 4)
				continue;
			/* and "Ông Hưng" has a given name behind it */
			if (end - tok < 2 || (end - tok == 2 && polite && !cued))
				continue;
			if (!cued && (entry_end(tagged, tok, CX_CLASS_HISTORIC) >= end ||
						  (ends_before(tagged, tok, CX_CLASS_STREET_CUE, CX_CLASS_STREET_CUE) &&
						   (unit_before(tagged, tok) == tok || !closes_title(tagged, unit_before(tagged, tok))))))
			{
				/* nor is a part of it a name: "phố Nguyễn Văn Cừ" */
				covered = end;
				continue;
			}
			if (covered > tok && (!cued || covered >= end || entry_end(tagged, covered, CX_CLASS_SURNAME) != 0))
				continue;
			covered = end;
			/* "Bí thư Huyện ủy Lý Nhân": the committee's district */
			if (entry_end(tagged, tok, CX_CLASS_DISTRICT) == end && ends_before(tagged, tok, CX_CLASS_COMMITTEE, CX_CLASS_COMMITTEE))
				continue;
			if (is_place_of_unit(tagged, tok, end, &budget))
				continue;
			CX_TRY(cx_edge_add(tagged, tok, end, CX_LABEL_MENTION + CX_KIND_NAME, 0, 0));
			tok = end - 1;
		}
	}
	return CX_OK;
}
