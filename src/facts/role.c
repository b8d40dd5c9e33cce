/*-------------------------------------------------------------------------
 *
 * role.c
 *	  What persons do at events.
 *
 * In each sentence the groups of persons and the role verbs stand in a row:
 *
 *		Dự và chỉ đạo Đại hội có  [A, T; B, T]	và 250 đại biểu		verb first
 *		[Đồng chí A, T]	phát biểu chỉ đạo, nhấn mạnh …				subject first
 *		Phát biểu tại Đại hội, [đồng chí A] đề nghị …				both
 *		[Đại tá A]: Chúng tôi …										who answers
 *
 * A verb belongs to the group right before it; a further verb of the clause to
 * the same group; a verb with no group before it, at the head of a clause, to the
 * groups behind it: an attendance to all of them, any other act to the first.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

const char *const cx_role_names[CX_ROLES] = {
	"attended", "directed", "spoke", "chaired", "presented", "congratulated", "elected", "reelected", "appointed",
	"left", "not_elected"
};

/* Tokens that may stand between a subject and its verb, and between a leading verb and its subject. */
#define SUBJECT_REACH	8
#define LEADING_REACH	18

/* The same where the sentence tells nothing else of the subject. */
#define FAR_REACH		24

/* Tokens between a subject and a verb that is as often a noun or part of a phrase: "báo cáo", "nói". */
#define NEAR_REACH		2

/* Words behind "Ông A:" that are something said. */
#define SAID_MIN		4

/* Tokens of a noun for persons. */
#define NOUN_MAX		5

#define BIT(role)		(1u << CX_ROLE_##role)
#define NEAR			(1u << CX_ROLES)	/* of a verb: only right behind
											 * its subject */
#define ASKED			(1u << (CX_ROLES + 1))	/* of a verb: what follows is
												 * for others to do */

#define SPEECH			(1u << (CX_ROLES + 2))	/* of a person: directed in a
												 * speech */

/* What others are asked to do, where it stands behind such a verb. */
#define DEEDS			(BIT(ATTENDED) | BIT(CHAIRED) | BIT(PRESENTED) | BIT(LEFT))

static uint32_t
role_bits(const char *value)
{
	if (strcmp(value, "attended_directed") == 0)
		return BIT(ATTENDED) | BIT(DIRECTED);
	if (strcmp(value, "spoke_near") == 0)
		return NEAR | BIT(SPOKE);
	if (strcmp(value, "asked") == 0)
		return ASKED | BIT(SPOKE);
	if (strcmp(value, "directing") == 0)
		return BIT(DIRECTED) | SPEECH;
	if (strcmp(value, "attended_directing") == 0)
		return BIT(ATTENDED) | BIT(DIRECTED) | SPEECH;
	if (strcmp(value, "presented_near") == 0)
		return NEAR | BIT(PRESENTED);
	for (unsigned i = 0; i < CX_ROLES; i++)
		if (strcmp(value, cx_role_names[i]) == 0)
			return 1u << i;
	return 0;
}

/* Give a role to every person of a group mention. */
static CxStatus
give(CxReader *r, const CxMatch *group, uint32_t bits)
{
	for (uint32_t i = 0; i < group->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[group->captures + i];
		int32_t		person;

		if (c->field != CX_FIELD_PERSON || c->edge == CX_NO_EDGE)
			continue;
		CX_TRY(cx_person_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &person));
		if (person >= 0)
		{
			r->facts->people.at[person].roles |= bits;
			r->last_person = person;
		}
	}
	return CX_OK;
}

/* A clause ends at these, so a subject does not reach across. */
static bool
is_break(const CxToken *t)
{
	return t->sym == CX_SYM_CHAR(';') || t->sym == CX_SYM_CHAR(':') || t->sym == CX_SYM_CHAR('"');
}

static bool
broken(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (; tok < end; tok++)
		if (is_break(&r->lex->toks.at[tok]))
			return true;
	return false;
}

typedef struct Sentence
{
	const CxSentence *s;
	const CxMatch *subject;		/* group that the last verb was given to */
	const CxMatch *before;		/* last group that ended before the point
								 * reached */
	uint32_t	leading;		/* bits of leading verbs that wait for a group */
	uint32_t	leading_tok;	/* where the last of them ended */
	bool		leading_all;	/* an attendance: goes on to later groups */
	uint32_t	list_tok;		/* end of a cue after which posts of a
								 * biography are listed; 0: none */
	bool		one_bare;		/* that post is one somebody comes to: its
								 * term is not part of it */
	uint32_t	one_tok;		/* end of "là", "còn là": the post right
								 * behind it */
	bool		presented;		/* its subject presented something */
	bool		asked;			/* who is spoken of asked others for something */
	bool		bare;			/* "đồng chí" alone stands before: the
								 * person last spoken of */
	uint32_t	bare_end;
} Sentence;

/* The one person that the sentence speaks of: its last group if that is one person, or "ông" alone. */
static CxStatus
speaks_of(CxReader *r, const Sentence *st, int32_t *person)
{
	*person = -1;
	if (st->before != NULL)
	{
		uint32_t	n = 0;

		for (uint32_t i = 0; i < st->before->ncaptures; i++)
		{
			const CxCapture *c = &r->m->captures.at[st->before->captures + i];

			if (c->field != CX_FIELD_PERSON || c->edge == CX_NO_EDGE)
				continue;
			CX_TRY(cx_person_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), person));
			n++;
		}
		if (n != 1)
			*person = -1;
	}
	else if (st->bare)
		*person = r->last_person;
	return CX_OK;
}

/* "các ông", "3 đồng chí", but "năm 1996 ông …" */
static bool
is_plural(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	uint32_t	date;

	if (tok == s->tok)
		return false;
	if (r->lex->toks.at[tok - 1].kind != CX_TOK_NUMBER)
		return r->lex->toks.at[tok - 1].sym == W_CAC;
	date = cx_dates_from(r, tok);
	return date == 0 || r->lex->dates.at[date - 1].end != tok;
}

/* Whom "ông" by itself means, for those who read of it later. */
static CxStatus
note_spoken(CxReader *r, const Sentence *st, uint32_t tok)
{
	CxSpoken   *spoken = cx_vec_push(r->arena, &r->spoken);

	if (spoken == NULL)
		return CX_ENOMEM;
	spoken->tok = tok;
	spoken->person = r->last_person;
	return st->before == NULL ? CX_OK : speaks_of(r, st, &spoken->person);
}

int32_t
cx_person_spoken_of(const CxReader *r, uint32_t tok, uint32_t end)
{
	uint32_t	at = cx_first_from(r->spoken.at, r->spoken.n, sizeof(CxSpoken), tok);

	return at < r->spoken.n && r->spoken.at[at].tok < end ? r->spoken.at[at].person : -1;
}

/* "Đại tá Lê Văn A: Chúng tôi …": a name of its own opens the line, and words follow the colon that are neither a post nor a list of names. */
static bool
answers(const CxReader *r, const CxSentence *s, const CxMatch *group)
{
	uint32_t	tok = group->end + 1;

	return group->tok == s->tok && (s->tok == 0 || r->lex->toks.at[s->tok].flags & CX_TF_NEWLINE) && tok < s->end &&
		r->lex->toks.at[group->end].sym == CX_SYM_CHAR(':') && r->lex->toks.at[tok].kind <= CX_TOK_WORD &&
		cx_edge_find(r->tagged, tok, r->position) == NULL &&
		cx_edge_find(r->tagged, tok, r->people) == NULL;
}

/*
 * "Khách mời có đồng chí A", "Về phía tỉnh có các đồng chí A, B": nothing but
 * "có" tells that they came.  "Ban Thường vụ có …", "đã bầu …, có …", "trong đó
 * có …" tell of members, "Xã có ông A là …" of what somebody is.
 */
static bool
tells_presence(const CxReader *r, const Sentence *st, const CxMatch *group, uint32_t tok)
{
	static const uint16_t labels[] = {CX_CLASS_ELECT, CX_CLASS_ORGAN, CX_CLASS_NATURE};
	uint32_t	first = st->s->tok;
	uint16_t	prev2 = tok > first + 1 ? r->lex->toks.at[tok - 2].sym : 0;

	if (r->main_event < 0 || st->before != NULL || tok == first || r->lex->toks.at[tok - 1].sym != W_CO_HAVE || tok - first > LEADING_REACH)
		return false;
	if (prev2 == W_DO_THAT || prev2 == W_CHI2 || prev2 == W_KHONG || prev2 == W_CHUA || r->lex->toks.at[group->end < st->s->end ? group->end : tok].sym == W_LA)
		return false;
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (cx_edge_within(r, first, tok, labels[i], NULL) != NULL)
			return false;
	return true;
}

static CxStatus
read_group(CxReader *r, Sentence *st, const CxMatch *group, uint32_t tok)
{
	uint16_t	prev = tok > st->s->tok ? r->lex->toks.at[tok - 1].sym : 0;
	uint16_t	prev2 = tok > st->s->tok + 1 ? r->lex->toks.at[tok - 2].sym : 0;
	int32_t		person;

	if (prev == W_THAY || (prev == W_CHO && prev2 == W_THAY) || (prev == W_TAY && prev2 != 0))
		CX_TRY(give(r, group, BIT(LEFT)));
	/* "Theo ông A, …"; "Ông A (Bí thư Huyện ủy): …" */
	else if ((prev == W_THEO && r->lex->toks.at[group->end].sym == CX_SYM_CHAR(',')) ||
			 (tok <= st->s->tok + 1 && group->end + SAID_MIN < st->s->end && r->lex->toks.at[group->end].sym == CX_SYM_CHAR(':')))
	{
		CX_TRY(give(r, group, BIT(SPOKE)));
		st->leading = 0;
	}
	else if (st->leading == 0 && tells_presence(r, st, group, tok))
	{
		st->leading = BIT(ATTENDED);
		st->leading_all = true;
		CX_TRY(give(r, group, st->leading));
	}
	else if (st->leading != 0 && (st->leading_all || tok - st->leading_tok <= LEADING_REACH))
	{
		CX_TRY(give(r, group, st->leading));
		st->leading &= BIT(ATTENDED);
		if (!st->leading_all)
			st->leading = 0;
	}
	else
		st->leading = 0;
	st->before = group;
	st->bare = st->asked = false;
	st->list_tok = st->one_tok = 0;
	CX_TRY(speaks_of(r, st, &person));
	if (person >= 0)
		r->last_person = person;
	if (person >= 0 && answers(r, st->s, group))
		return give(r, group, BIT(SPOKE));
	return CX_OK;
}

/* A post that stands by itself belongs to a biography if a cue has introduced it. */
static CxStatus
read_position(CxReader *r, const Sentence *st, const CxEdge *edge, uint32_t tok)
{
	int32_t		person;
	CxStr		text;

	if (st->list_tok == 0 && !(st->one_tok != 0 && tok - st->one_tok <= 1))
		return CX_OK;
	CX_TRY(speaks_of(r, st, &person));
	if (person < 0)
		return CX_OK;
	CX_TRY((st->one_bare ? cx_plain_position : cx_position_text) (r, cx_edge_mention(r->m, edge), &text));
	return cx_person_position(r, person, text);
}

/*
 * After a subject has had its verb: "ý kiến của đại biểu tham dự", "tặng hoa các
 * đồng chí nghỉ hưu" tell of those persons, and what a paper says nobody says:
 * "Báo cáo do đồng chí A trình bày khẳng định".
 */
static bool
is_said_of_others(const CxReader *r, const Sentence *st, uint32_t tok, uint32_t bits)
{
	if (bits & (BIT(ATTENDED) | BIT(LEFT)) &&
		(cx_edge_ending(r, tok, NOUN_MAX, CX_CLASS_PERSON_NOUN) != NULL || cx_edge_ending(r, tok, NOUN_MAX, CX_CLASS_HONORIFIC) != NULL))
		return true;
	return bits == BIT(SPOKE) && st->presented && st->subject->tok > st->s->tok &&
		(r->lex->toks.at[st->subject->tok - 1].sym == W_DO || r->lex->toks.at[st->subject->tok - 1].sym == W_BOI);
}

/* "Đồng chí A, thay mặt Ban Chấp hành Đảng bộ khóa IX, trình bày …": for whom stands between the subject and its verb. */
static bool
speaks_for(const CxReader *r, uint32_t tok)
{
	tok += r->lex->toks.at[tok].sym == CX_SYM_CHAR(',');
	return tok + 1 < r->lex->toks.n && r->lex->toks.at[tok].sym == W_THAY && r->lex->toks.at[tok + 1].sym == W_MAT;
}

/* "Các đồng chí A, B cùng đại diện các ban, ngành tham dự.", "… tham dự Đại hội." */
static bool
ends_sentence(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxEdge *event = cx_edge_find(r->tagged, tok, r->event);

	if (event != NULL)
		tok = event->end;
	return tok == s->end || (tok + 1 == s->end && r->lex->toks.at[tok].kind == CX_TOK_PUNCT);
}

/* Is it an attendance, at the end of a sentence that tells nothing else? */
static bool
comes_last(const CxReader *r, const Sentence *st, uint32_t tok, uint32_t end, uint32_t bits)
{
	/* "Theo ông A, 200 đại biểu tham dự Đại hội": those came, with or without him */
	if (cx_edge_ending(r, tok, NOUN_MAX, CX_CLASS_PERSON_NOUN) != NULL && !cx_has_sym(r, st->before->end, tok, W_CUNG))
		return false;
	return (bits & BIT(ATTENDED)) && st->subject == NULL && ends_sentence(r, st->s, end);
}

/* Give a role to all whom a sentence names before a token. */
static CxStatus
give_before(CxReader *r, const Sentence *st, uint32_t tok, uint32_t bits)
{
	for (uint32_t at = st->s->tok; (at = cx_next_labelled(r->tagged, at, tok, CX_LABEL_BIT(r->people))) < tok; at++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, at, r->people);

		if (e != NULL)
			CX_TRY(give(r, cx_edge_mention(r->m, e), bits));
	}
	return CX_OK;
}

static CxStatus
read_verb(CxReader *r, Sentence *st, uint32_t tok, uint32_t end, uint32_t bits)
{
	const char *modality;

	if (bits & NEAR)
	{
		uint32_t	subject = st->bare ? st->bare_end : st->before != NULL ? st->before->end : 0;

		if (subject == 0 || tok < subject || tok - subject > NEAR_REACH)
			return CX_OK;
		bits &= ~NEAR;
	}
	/* "… yêu cầu các cấp ủy chủ trì, quán triệt" */
	if (st->asked)
		bits &= ~DEEDS;
	st->asked = st->asked || (bits & ASKED) != 0;
	bits &= ~ASKED;
	if (bits == 0 || (st->subject != NULL && is_said_of_others(r, st, tok, bits)))
		return CX_OK;
	modality = cx_modality(r, tok);
	if (modality != NULL && strcmp(modality, "not") == 0 && !(bits & BIT(LEFT)))
		return CX_OK;
	if (st->before != NULL && tok >= st->before->end && !broken(r, st->before->end, tok) &&
		tok - st->before->end <= (speaks_for(r, st->before->end) || comes_last(r, st, tok, end, bits) ? FAR_REACH : SUBJECT_REACH))
	{
		/* all those whom the sentence names came */
		if (comes_last(r, st, tok, end, bits))
			CX_TRY(give_before(r, st, tok, bits));
		st->subject = st->before;
		st->presented = st->presented || bits == BIT(PRESENTED);
		st->leading = 0;
		return give(r, st->subject, bits);
	}
	if (st->bare && tok - st->bare_end <= SUBJECT_REACH && r->last_person >= 0)
	{
		r->facts->people.at[r->last_person].roles |= bits;
		return CX_OK;
	}
	if (st->subject != NULL && st->subject == st->before)
	{
		/*
		 * a further verb of the same subject; what it says is spoke, what it
		 * does must be near
		 */
		if (bits & (BIT(SPOKE) | BIT(DIRECTED)) || tok - st->subject->end <= 2 * SUBJECT_REACH)
			return give(r, st->subject, bits);
		return CX_OK;
	}
	/* "; cùng dự có đồng chí B" opens anew */
	if ((st->before == NULL && (!(bits & (BIT(CONGRATULATED) | BIT(LEFT))) || (bits == BIT(CONGRATULATED) && st->leading & BIT(ATTENDED)))) ||
		(bits == BIT(ATTENDED) && st->before != NULL && broken(r, st->before->end, tok)))
	{
		if (st->before == NULL && tok - st->s->tok > LEADING_REACH)
			return CX_OK;

		/*
		 * "Chỉ đạo Đại hội, đồng chí A nhấn mạnh …": what
		 * follows is part of it
		 */
		st->leading |= bits | (bits == BIT(DIRECTED) && tok == st->s->tok ? SPEECH : 0);
		st->leading_tok = end;
		st->leading_all = st->leading_all || (bits & BIT(ATTENDED)) != 0;
	}
	return CX_OK;
}

static CxStatus
read_sentence(CxReader *r, const CxSentence *s)
{
	uint64_t	labels = CX_LABEL_BIT(r->people) | CX_LABEL_BIT(r->position) | CX_LABEL_BIT(r->organisation) |
	CX_LABEL_BIT(CX_CLASS_BIO) | CX_LABEL_BIT(CX_CLASS_ROLE_VERB) | CX_LABEL_BIT(CX_CLASS_HONORIFIC) |
	CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_QUOTE);
	Sentence	st;

	memset(&st, 0, sizeof(st));
	st.s = s;
	for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, labels)) < s->end;)
	{
		const CxEdge *group = cx_edge_find(r->tagged, tok, r->people);
		const CxEdge *e;

		/* what somebody says is not what he does */
		e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_QUOTE);
		if (e != NULL && st.subject != NULL)
		{
			tok = e->end;
			continue;
		}
		if (group != NULL)
		{
			CX_TRY(read_group(r, &st, cx_edge_mention(r->m, group), tok));
			tok = group->end;
			continue;
		}

		/*
		 * names of organs and posts hold words that are also verbs (báo
		 * cáo, điều hành)
		 */
		e = cx_edge_find(r->tagged, tok, r->position);
		if (e != NULL)
			CX_TRY(read_position(r, &st, e, tok));
		else
			e = cx_edge_find(r->tagged, tok, r->organisation);
		if (e != NULL)
		{
			tok = e->end;
			continue;
		}
		e = cx_edge_find(r->tagged, tok, CX_CLASS_BIO);
		if (e != NULL)
		{
			if (strcmp(cx_lexicon_value(e->value), "list") == 0)
				st.list_tok = e->end;
			else
				st.one_tok = e->end;
			st.one_bare = strcmp(cx_lexicon_value(e->value), "post") == 0;
			tok = e->end;
			continue;
		}
		e = cx_edge_find(r->tagged, tok, CX_CLASS_ROLE_VERB);
		if (e != NULL)
		{
			CX_TRY(read_verb(r, &st, tok, e->end, role_bits(cx_lexicon_value(e->value))));
			tok = e->end;
			continue;
		}
		e = cx_edge_find(r->tagged, tok, CX_CLASS_HONORIFIC);
		if (e != NULL && !is_plural(r, s, tok))
		{
			CX_TRY(note_spoken(r, &st, tok));
			st.bare = true;
			st.asked = false;
			st.bare_end = e->end;
			tok = e->end;
			continue;
		}
		tok++;
	}
	return CX_OK;
}

CxStatus
cx_roles_read(CxReader *r)
{
	r->last_person = -1;
	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		uint8_t		zone = r->lex->sentences.at[i].zone;

		CX_TRY(cx_poll(r->arena));
		if (zone == CX_ZONE_LEAD || zone == CX_ZONE_BODY || zone == CX_ZONE_CAPTION || zone == CX_ZONE_HEADLINE)
			CX_TRY(read_sentence(r, &r->lex->sentences.at[i]));
	}
	/* what is said within a directing speech is that act alone */
	for (uint32_t i = 0; i < r->facts->people.n; i++)
	{
		uint32_t   *roles = &r->facts->people.at[i].roles;

		if (*roles & SPEECH)
			*roles &= ~BIT(SPOKE);
		*roles &= ~SPEECH;
	}
	return CX_OK;
}
