/*-------------------------------------------------------------------------
 *
 * election_post.c
 *	  Persons who are elected or appointed, and the posts that they take.
 *
 * A post is a position of the person who takes it, and a row if such posts are
 * filled by election.
 *
 *-------------------------------------------------------------------------
 */
#include "election.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* How sure a post is that a list of members gives. */
#define LISTED	0.8f

/* Longest name of a body that ends with a post: "Đoàn Chủ tịch Đại hội". */
#define ORGAN_TOKENS	6

/* ---- persons ------------------------------------------------------------------------------------ */

static uint32_t
outcome_bit(const char *outcome)
{
	for (unsigned i = CX_ROLE_ELECTED; i < CX_ROLES; i++)
		if (strcmp(cx_role_names[i], outcome) == 0)
			return 1u << i;
	return 0;
}

/* "với tỷ lệ 98%": of the ballots, where it is said of nothing else. */
static bool
is_bare_share(const CxReader *r, uint32_t tok, uint32_t from)
{
	return tok >= from + 3 && r->lex->toks.at[tok - 1].sym == W_LE && r->lex->toks.at[tok - 2].sym == W_TY &&
		r->lex->toks.at[tok - 3].sym == W_VOI;
}

/* Share of the ballots in the clause of a match: "với 100% phiếu bầu", "(95,8% số phiếu)". */
static void
read_votes(CxReader *r, const CxMatch *match, CxElection *row)
{
	const CxSentence *s = &r->lex->sentences.at[match->sentence];
	uint32_t	from = match->tok,
				to = match->end;

	while (from > s->tok && r->lex->toks.at[from - 1].sym != CX_SYM_CHAR(';'))
		from--;
	while (to < s->end && r->lex->toks.at[to].sym != CX_SYM_CHAR(';'))
		to++;
	for (uint32_t i = cx_numbers_from(r, from); i < r->lex->numbers.n && r->lex->numbers.at[i].end <= to; i++)
	{
		const CxNumber *n = &r->lex->numbers.at[i];
		uint32_t	near = n->tok > from + 5 ? n->tok - 5 : from;

		if (n->is_percent && (cx_has_sym(r, near, n->end + 5 < to ? n->end + 5 : to, W_PHIEU) || is_bare_share(r, n->tok, match->end)))
		{
			row->has_votes = true;
			row->votes_percent = n->value;
			r->number_used[i] = 1;
			return;
		}
	}
	/* "với số phiếu tuyệt đối" */
	for (uint32_t tok = match->end; tok + 2 < to; tok++)
		if (r->lex->toks.at[tok].sym == W_PHIEU && r->lex->toks.at[tok + 1].sym == W_TUYET && r->lex->toks.at[tok + 2].sym == W_DOI)
		{
			row->has_votes = true;
			row->votes_percent.digits = 100;
			row->votes_percent.scale = 0;
			return;
		}
}

/* Posts that are filled by election; others ("làm Trưởng Ban") are assigned. */
static bool
is_elective(CxStr head)
{
	static const char *const heads[] = {"Bí thư", "Phó Bí thư", "Chủ nhiệm", "Phó Chủ nhiệm", "Chủ tịch", "Phó Chủ tịch",
	"Tổng Bí thư", "Ủy viên"};

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (cx_str_begins(head, heads[i]))
			return true;
	return false;
}

/* Is b the first words of a? */
static bool
begins_words(CxStr a, CxStr b)
{
	CxStr		start = {a.at, b.n};

	return a.n > b.n && a.at[b.n] == ' ' && cx_same(start, b);
}

/* The first words of a post in their usual spelling: "Phó Bí thư Thường trực"; at NULL: it has none. */
static CxStr
post_head(const CxReader *r, const CxMatch *position)
{
	const CxCapture *head = cx_match_capture(r->m, position, CX_FIELD_HEAD);
	const CxEdge *e = head == NULL ? NULL : cx_edge_find(r->tagged, head->tok, CX_CLASS_HEAD);

	while (e != NULL && (e->end != head->end || e->label != CX_CLASS_HEAD))
		e = e->next == CX_NO_EDGE ? NULL : &r->tagged->edges.at[e->next];
	return cx_str(e == NULL ? NULL : cx_lexicon_value(e->value));
}

/* Organ and organisation of a post: "Chủ nhiệm" + "Ủy ban Kiểm tra", of the committee. */
static CxStatus
post_organ(CxReader *r, const CxMatch *position, CxElection *row, CxOrg *org, bool *known)
{
	const CxMatch *organ = cx_captured_mention(r, position, CX_FIELD_ORGAN);
	const CxMatch *organisation = cx_captured_mention(r, position, CX_FIELD_ORGANISATION);
	bool		stated = false;

	*known = false;
	row->organ = post_head(r, position);
	if (row->organ.at == NULL || !is_elective(row->organ))
		return CX_OK;
	CX_TRY(cx_org_at(r, position->tok, org));
	if (organ != NULL)
	{
		CxStr		name = cx_organ_name(r, organ);

		CX_TRY(cx_organ_org(r, organ, org));
		stated = cx_match_capture(r->m, organ, CX_FIELD_ORGANISATION) != NULL;
		if (cx_str_begins(row->organ, "Ủy viên"))
			row->organ = name;
		else if (name.at != NULL)
			CX_TRY(cx_join(r, row->organ, name, &row->organ));
		cx_election_term(r, organ, row);
	}
	else if (organisation != NULL)
	{
		CX_TRY(cx_org_of(r, organisation, org));
		stated = true;
	}
	else if (cx_match_capture(r->m, position, CX_FIELD_BODY) != NULL)
	{
		const CxCapture *body = cx_match_capture(r->m, position, CX_FIELD_BODY);
		const CxEdge *e = cx_edge_find(r->tagged, body->tok, CX_CLASS_BODY);

		/* a board of directors is none of ours */
		if (e != NULL && strcmp(cx_lexicon_value(e->value), "enterprise") == 0)
			return CX_OK;
		CX_TRY(cx_span_text(r, body->tok, cx_plain_end(r, position), &org->full));
		CX_TRY(cx_complete_unit(r, position, &org->full));

		/*
		 * "Chủ tịch Hội" in an article about "Hội Nhà báo tỉnh Phú
		 * Thọ"
		 */
		if (r->main_org.is_union && begins_words(r->main_org.full, org->full))
			*org = r->main_org;
		else
		{
			/* no congress elects to it */
			org->tail = org->full;
			org->level = NULL;
		}
		org->is_union = true;
	}
	/* a chair without an organ is that of the inspection commission */
	if (organ == NULL && (cx_is_word(row->organ, "Chủ nhiệm") || cx_is_word(row->organ, "Phó Chủ nhiệm")))
		CX_TRY(cx_join(r, row->organ, cx_str("Ủy ban Kiểm tra"), &row->organ));
	cx_election_term(r, position, row);
	if (stated && org->full.at != NULL && !org->is_union)
		row->organisation = org->full;
	else
		CX_TRY(cx_committee_of(r, org, &row->organisation));
	*known = true;
	return CX_OK;
}

/* One person and one post: the post is a position, and a row if it is elective. */
static CxStatus
add_post(CxReader *r, const CxMatch *match, CxSource src, int32_t person, const CxMatch *position, const char *outcome)
{
	CxElection	row;
	CxStr		text;
	CxOrg		org;
	bool		known;

	CX_TRY(cx_plain_position(r, position, &text));
	CX_TRY(cx_person_position(r, person, text));
	cx_election_init(&row);
	CX_TRY(post_organ(r, position, &row, &org, &known));
	if (!known)
		return CX_OK;
	row.outcome = outcome;
	CX_TRY(cx_election_complete(r, position->tok, &org, &row));
	row.person = r->facts->people.at[person].full_name;
	row.src = src;
	read_votes(r, match, &row);
	return cx_election_add(r, &row);
}

/* One person who joins a body: "bầu bổ sung đồng chí A vào Ban Thường vụ". */
static CxStatus
add_member(CxReader *r, const CxMatch *match, int32_t person, const CxMatch *organ, const char *outcome)
{
	CxElection	row;

	cx_election_init(&row);
	row.outcome = outcome;
	CX_TRY(cx_election_organ(r, organ, &row));
	if (row.organ.at == NULL)
		return CX_OK;
	row.person = r->facts->people.at[person].full_name;
	row.src = cx_match_source(r, match);
	read_votes(r, match, &row);
	return cx_election_add(r, &row);
}

/* A biography tells of former posts: "từng giữ chức …", "nguyên". */
static bool
is_biography(const CxReader *r, const CxMatch *match, uint32_t tok)
{
	uint32_t	first = match->tok > 6 ? match->tok - 6 : 0;
	uint32_t	head = r->lex->sentences.at[match->sentence].tok;

	return cx_has_sym(r, first, tok, W_TUNG) || (r->lex->toks.at[head].sym == W_TRUOC && r->lex->toks.at[head + 1].sym == W_KHI);
}

/* "bà B (tái cử)": of two who are elected together one was before. */
static bool
is_marked_reelected(const CxReader *r, uint32_t tok)
{
	const CxEdge *e;

	if (tok + 2 >= r->lex->toks.n || r->lex->toks.at[tok].sym != CX_SYM_CHAR('('))
		return false;
	e = cx_edge_find(r->tagged, tok + 1, CX_CLASS_ELECT);
	return e != NULL && strcmp(cx_lexicon_value(e->value), "reelected") == 0;
}

/* "Đồng chí A được bầu làm Bí thư. Ba đồng chí B, C, D là Phó Bí thư": the committee's other posts, right behind its first. */
static bool
goes_on_electing(const CxReader *r, const CxMatch *match)
{
	const CxSentence *s = &r->lex->sentences.at[match->sentence];
	const CxMatch *position = cx_captured_mention(r, match, CX_FIELD_POSITION);
	CxStr		head = position == NULL ? cx_str(NULL) : post_head(r, position);

	if (match->sentence == 0 || s[-1].paragraph != s->paragraph || head.at == NULL)
		return false;
	return (cx_str_begins(head, "Phó Bí thư") || cx_str_begins(head, "Chủ nhiệm") || cx_str_begins(head, "Phó Chủ nhiệm")) &&
		cx_edge_within(r, s[-1].tok, s[-1].end, CX_CLASS_ELECT, NULL) != NULL && cx_edge_within(r, s[-1].tok, s[-1].end, r->position, NULL) != NULL;
}

/* "Ông A là Chủ tịch HĐND tỉnh": who he is, not what he was elected, unless the sentence elects him. */
static bool
is_description(const CxReader *r, const CxMatch *match)
{
	const CxCapture *position = cx_match_capture(r->m, match, CX_FIELD_POSITION);
	uint32_t	first = r->lex->sentences.at[match->sentence].tok;

	if (position == NULL || position->tok <= match->tok || r->lex->toks.at[position->tok - 1].sym != W_LA)
		return false;
	return cx_edge_within(r, first, match->end, CX_CLASS_ELECT, NULL) == NULL && !goes_on_electing(r, match);
}

/*
 * "Hai Phó Bí thư là bà A (Phó Bí thư Thường trực) và ông B": what stands with
 * the name may tell the post in full.
 */
static const CxMatch *
fuller_post(const CxReader *r, const CxMatch *mention, const CxMatch *position)
{
	for (uint32_t i = 0; mention != NULL && i < mention->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[mention->captures + i];
		const CxMatch *other = c->field == CX_FIELD_POSITION && c->edge != CX_NO_EDGE ?
		cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]) : NULL;

		if (other != NULL && strcmp(cx_rule_name(r, other), "position.alone") == 0 && post_head(r, position).at != NULL &&
			begins_words(post_head(r, other), post_head(r, position)))
			return other;
	}
	return position;
}

/* A person takes the posts of a match; "mention" may name him with one, or is NULL. */
static CxStatus
fill_posts(CxReader *r, const CxMatch *match, const CxMatch *mention, int32_t person, const char *outcome)
{
	r->facts->people.at[person].roles |= outcome_bit(outcome);
	CX_TRY(cx_note_row(r, CX_FACT_PERSON, (uint32_t) person));
	for (uint32_t i = 0; i < match->ncaptures; i++)
	{
		const CxCapture *p = &r->m->captures.at[match->captures + i];

		/* "điều động ông A thôi giữ chức Bí thư" */
		if (p->tok > match->tok && cx_has_sym(r, p->tok > match->tok + 3 ? p->tok - 3 : match->tok, p->tok, W_THOI))
			continue;
		if (p->field == CX_FIELD_POSITION && p->edge != CX_NO_EDGE)
			CX_TRY(add_post(r, match, cx_match_source(r, match), person,
							fuller_post(r, mention, cx_edge_mention(r->m, &r->tagged->edges.at[p->edge])), outcome));
	}
	return CX_OK;
}

/* Is it a post that a committee has one of? */
static bool
is_single(CxStr organ)
{
	return cx_is_word(organ, "Bí thư") || cx_is_word(organ, "Chủ tịch");
}

/* Tokens from the name of a body to the posts in it. */
#define POSTS_REACH	12

/* "Ban Thường vụ gồm 13 đồng chí, trong đó có 3 Phó Bí thư", "… gồm 13 đồng chí (1 Bí thư, 3 Phó Bí thư)" */
static bool
are_of_organ(const CxReader *r, const CxMatch *match)
{
	uint32_t	from = r->lex->sentences.at[match->sentence].tok;
	uint16_t	before = match->tok > from ? r->lex->toks.at[match->tok - 1].sym : 0;

	if (before != CX_SYM_CHAR('(') && before != W_GOM && before != W_CO_HAVE)
		return false;
	if (match->tok > from + POSTS_REACH)
		from = match->tok - POSTS_REACH;
	return cx_edge_within(r, from, match->tok, r->organ, NULL) != NULL;
}

/*
 * Posts by their number, "bầu chủ tịch, 2 phó chủ tịch và 5 ủy viên UBND tỉnh":
 * each number is that of the post behind it, and what the last post is of the
 * others are of as well.
 */
CxStatus
cx_numbered_posts_read(CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const CxEdge *elect = trigger == NULL ? NULL : cx_edge_find(r->tagged, trigger->tok, CX_CLASS_ELECT);
	const char *outcome = elect != NULL ? cx_lexicon_value(elect->value) : cx_context_outcome(r, match->end);
	const char *modality = cx_match_modality(r, match);
	const CxMatch *position = NULL;
	CxStr		organisation = {NULL, 0};
	CxOrg		last;

	memset(&last, 0, sizeof(last));
	if (modality != NULL && strcmp(modality, "planned") != 0)
		return cx_refuse(r, cx_why_modality(modality));
	if (outcome == NULL || (trigger == NULL && !are_of_organ(r, match)))
		return cx_refuse(r, CX_WHY_CONTEXT);
	for (uint32_t i = match->ncaptures; i-- > 0;)
	{
		const CxCapture *c = &r->m->captures.at[match->captures + i];
		CxElection	row;
		CxOrg		org;
		bool		known;

		if (c->field == CX_FIELD_POSITION && c->edge != CX_NO_EDGE)
			position = cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
		if (c->field != CX_FIELD_MEMBERS || position == NULL)
			continue;
		cx_election_init(&row);
		CX_TRY(post_organ(r, position, &row, &org, &known));
		/* "12 ủy viên nữ" */
		if (cx_is_word(row.organ, "Ủy viên") && strcmp(cx_rule_name(r, position), "position.alone") == 0)
			continue;
		row.members = known ? cx_take_number(r, c) : CX_NULL;
		if (row.members == CX_NULL)
			continue;
		if (strcmp(cx_rule_name(r, position), "position.alone") != 0)
		{
			organisation = row.organisation;
			last = org;
		}
		else if (organisation.at != NULL)
		{
			row.organisation = organisation;
			org = last;
		}
		else if (row.members > 1 && is_single(row.organ))
			row.organisation = cx_str(NULL);	/* of as many committees */
		row.outcome = modality != NULL ? "planned" : outcome;
		CX_TRY(cx_election_complete(r, c->tok, &org, &row));
		row.src = cx_match_source(r, match);
		CX_TRY(cx_election_add(r, &row));
	}
	return CX_OK;
}

/* Who is elected by a verb that names nobody: "ông", if it is told of him and not by him. */
static int32_t
elected_spoken_of(const CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	uint16_t	verb = r->lex->toks.at[trigger->tok].sym;

	if (verb == W_BAU || verb == W_CHI2)
		return -1;
	return cx_person_spoken_of(r, match->tok, match->end);
}

/* The persons that a sentence names last before a token. */
static const CxMatch *
people_before(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxMatch *people = NULL;

	for (uint32_t at = s->tok; (at = cx_next_labelled(r->tagged, at, tok, CX_LABEL_BIT(r->people))) < tok; at++)
		people = cx_edge_mention(r->m, cx_edge_find(r->tagged, at, r->people));
	return people;
}

/* The next person that a group names, from its capture *i on; NULL: no more. */
static const CxCapture *
next_person(const CxReader *r, const CxMatch *people, uint32_t *i)
{
	while (*i < people->ncaptures)
	{
		const CxCapture *c = &r->m->captures.at[people->captures + (*i)++];

		if (c->field == CX_FIELD_PERSON && c->edge != CX_NO_EDGE)
			return c;
	}
	return NULL;
}

static bool
is_one_person(const CxReader *r, const CxMatch *people)
{
	uint32_t	i = 0;

	return next_person(r, people, &i) != NULL && next_person(r, people, &i) == NULL;
}

/* The row of a person of a group; -1 if it names nobody. */
static CxStatus
person_at(CxReader *r, const CxCapture *c, int32_t *person)
{
	CX_TRY(cx_person_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), person));
	return *person < 0 ? cx_refuse(r, CX_WHY_UNKNOWN_PERSON) : CX_OK;
}

/* "Hai đồng chí A và B có tên trong danh sách bầu Ban Chấp hành nhưng không trúng cử": who, and to what, stands before. */
CxStatus
cx_not_elected_read(CxReader *r, const CxMatch *match)
{
	const CxMatch *people = people_before(r, &r->lex->sentences.at[match->sentence], match->tok);
	const CxMatch *organ = cx_captured_mention(r, match, CX_FIELD_ORGAN);
	const CxEdge *e = people == NULL ? NULL : cx_edge_within(r, people->end, match->tok, r->organ, NULL);
	const CxCapture *c;
	uint32_t	i = 0;

	if (people == NULL)
		return CX_OK;
	if (organ == NULL && e != NULL)
		organ = cx_edge_mention(r->m, e);
	while ((c = next_person(r, people, &i)) != NULL)
	{
		int32_t		person;

		CX_TRY(person_at(r, c, &person));
		if (person < 0)
			continue;
		r->facts->people.at[person].roles |= 1u << CX_ROLE_NOT_ELECTED;
		CX_TRY(cx_note_row(r, CX_FACT_PERSON, (uint32_t) person));
		if (organ != NULL)
			CX_TRY(add_member(r, match, person, organ, "not_elected"));
	}
	return CX_OK;
}

/* "Đoàn Chủ tịch gồm 3 đồng chí: A, B, C": part of the name of a body, which makes nobody Chủ tịch. */
static bool
is_within_organ(const CxReader *r, const CxMatch *match)
{
	const CxMatch *position = cx_captured_mention(r, match, CX_FIELD_POSITION);
	const CxEdge *organ = position == NULL ? NULL : cx_edge_ending(r, position->end, ORGAN_TOKENS, r->organ);

	return organ != NULL && cx_edge_mention(r->m, organ)->tok < position->tok;
}

/* What the text says of the people of a match: elected, appointed … to a post. */
CxStatus
cx_post_read(CxReader *r, const CxMatch *match)
{
	const CxMatch *people = cx_captured_mention(r, match, CX_FIELD_PERSON);
	const CxMatch *organ = cx_captured_mention(r, match, CX_FIELD_ORGAN);
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const char *outcome;
	const char *modality;
	const CxCapture *c;
	int32_t		spoken = -1;
	uint32_t	i = 0;

	if (is_within_organ(r, match) || (trigger != NULL && trigger->tok > 0 && r->lex->toks.at[trigger->tok - 1].sym == CX_SYM_CHAR('(')))
		return cx_refuse(r, CX_WHY_OTHER_BODY);
	if (people == NULL)
	{
		spoken = elected_spoken_of(r, match);
		if (spoken < 0)
			return cx_refuse(r, CX_WHY_UNKNOWN_PERSON);
	}
	if (trigger != NULL)
	{
		const CxEdge *e = cx_edge_find(r->tagged, trigger->tok, CX_CLASS_ELECT);

		outcome = e != NULL ? cx_lexicon_value(e->value) : "elected";
	}
	else
	{
		/*
		 * "… ; đồng chí B giữ chức Phó Bí thư": the verb of the
		 * clause before carries on, but not its "again"
		 */
		outcome = cx_context_outcome(r, match->end);
		if (outcome == NULL || is_biography(r, match, match->end) || is_description(r, match))
			return cx_refuse(r, CX_WHY_CONTEXT);
		if (strcmp(outcome, "reelected") == 0)
			outcome = "elected";
	}
	modality = cx_modality(r, trigger != NULL ? trigger->tok : match->tok);
	if (modality != NULL)
		return cx_refuse(r, cx_why_modality(modality));
	/* "giới thiệu đồng chí A để bầu giữ chức …" */
	if (trigger != NULL && trigger->tok > match->tok && r->lex->toks.at[trigger->tok - 1].sym == W_DE)
		return cx_refuse(r, CX_WHY_PROPOSED);
	if (people == NULL)
		return fill_posts(r, match, NULL, spoken, outcome);
	while ((c = next_person(r, people, &i)) != NULL)
	{
		int32_t		person;

		CX_TRY(person_at(r, c, &person));
		if (person < 0)
			continue;
		CX_TRY(fill_posts(r, match, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), person, strcmp(outcome, "elected") == 0 && (is_marked_reelected(r, c->end) || is_marked_reelected(r, match->end)) ? "reelected" : outcome));

		/*
		 * many names are a list of all members, who are told of by their
		 * number; one who is appointed to a body gets a post in it
		 */
		if (organ != NULL && trigger != NULL &&
			strcmp(outcome, "elected") == 0 && is_one_person(r, people))
			CX_TRY(add_member(r, match, person, organ, outcome));
	}
	return CX_OK;
}

/*
 * Is it a post of the committee itself?  "Chủ tịch UBND huyện" he is besides,
 * "Bí thư Đảng ủy xã X" elsewhere, "Bí thư Huyện ủy khóa XI" or "nguyên Bí thư"
 * he was before.
 */
static CxStatus
is_post_of(CxReader *r, const CxMatch *position, const CxOrg *own, bool *is)
{
	static const CxField others[] = {CX_FIELD_BODY, CX_FIELD_PLACE, CX_FIELD_LEVEL, CX_FIELD_ORDINAL, CX_FIELD_TERM};
	const CxEdge *modifier = cx_edge_find(r->tagged, position->tok, CX_CLASS_MODIFIER);
	const CxMatch *organisation = cx_captured_mention(r, position, CX_FIELD_ORGANISATION);
	CxOrg		org;

	*is = modifier == NULL || strcmp(cx_lexicon_value(modifier->value), "former") != 0;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		*is = *is && cx_match_capture(r->m, position, others[i]) == NULL;
	*is = *is && !cx_str_begins(post_head(r, position), "Ủy viên");
	if (!*is || organisation == NULL)
		return CX_OK;
	CX_TRY(cx_org_of(r, organisation, &org));
	*is = org.is_union == own->is_union &&
		(org.place.at != NULL && own->place.at != NULL ? cx_same(org.place, own->place) : org.tail.at == NULL || cx_same(org.tail, own->tail));
	return CX_OK;
}

CxStatus
cx_listed_person_read(CxReader *r, const CxMatch *mention, const CxOrg *org, const char *outcome)
{
	CxSource	src = cx_source(r, mention->tok, mention->end, "election.listed", LISTED);
	int32_t		person;

	CX_TRY(cx_person_of(r, mention, &person));
	if (person < 0)
		return CX_OK;
	if (r->trace != NULL)
		cx_trace_begin(r, mention->tok, mention->end, src.rule, src.confidence, "election");
	r->facts->people.at[person].roles |= outcome_bit(outcome);
	CX_TRY(cx_note_row(r, CX_FACT_PERSON, (uint32_t) person));
	for (uint32_t i = 0; i < mention->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[mention->captures + i];
		const CxMatch *position = c->field == CX_FIELD_POSITION && c->edge != CX_NO_EDGE ?
		cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]) : NULL;
		bool		is = false;

		if (position != NULL)
			CX_TRY(is_post_of(r, position, org, &is));
		if (is)
			CX_TRY(add_post(r, mention, src, person, position, outcome));
	}
	return r->trace != NULL ? cx_trace_end(r) : CX_OK;
}
