/*-------------------------------------------------------------------------
 *
 * people.c
 *	  Persons and their posts.
 *
 * A person enters with a full name that something vouches for: an honorific, a
 * rank, a post beside it, or a place in a list whose head has one.  A later
 * mention by the same name, by honorific and given name ("ông Ký"), or by honorific
 * and post ("đồng chí Bí thư Tỉnh ủy") is that person again.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

static bool
is_block(const CxReader *r, const CxMatch *match, uint16_t label)
{
	uint16_t	block = r->m->rules->rules[match->rule].block;

	return CX_LABEL_MENTION + r->m->rules->blocks[block].kind == label;
}

/* ---- positions ------------------------------------------------------------------------ */

CxStatus
cx_position_text(const CxReader *r, const CxMatch *position, CxStr *out)
{
	uint32_t	tok = position->tok;
	const CxEdge *modifier = cx_edge_find(r->tagged, tok, CX_CLASS_MODIFIER);

	/* "tân" and "kiêm" tell of the election, "nguyên" of the post */
	if (modifier != NULL && (strcmp(cx_lexicon_value(modifier->value), "new") == 0 || strcmp(cx_lexicon_value(modifier->value), "and") == 0))
		tok = modifier->end;
	return cx_span_text(r, tok, position->end, out);
}

uint32_t
cx_plain_end(const CxReader *r, const CxMatch *position)
{
	uint32_t	end = position->end;

	for (uint32_t i = 0; i < position->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[position->captures + i];

		if ((c->field == CX_FIELD_ORDINAL || c->field == CX_FIELD_TERM) && c->tok < end && c->tok > position->tok)
			end = c->tok;
	}
	return end;
}

CxStatus
cx_plain_position(const CxReader *r, const CxMatch *position, CxStr *out)
{
	CxMatch		plain = *position;

	plain.end = cx_plain_end(r, position);
	return cx_position_text(r, &plain, out);
}

/* Does list a hold the words of b in order, beginning with the same word? */
static bool
contains_words(CxStr a, CxStr b)
{
	const char *pa = a.at,
			   *ea = a.at + a.n;
	const char *pb = b.at,
			   *eb = b.at + b.n;
	bool		first = true;

	while (pb < eb)
	{
		const char *wb = pb;
		size_t		nb;
		bool		found = false;

		while (pb < eb && *pb != ' ')
			pb++;
		nb = (size_t) (pb - wb);
		while (pa < ea && !found)
		{
			const char *wa = pa;

			while (pa < ea && *pa != ' ')
				pa++;
			/* "TP" is short for "TP.HCM" */
			found = (size_t) (pa - wa) >= nb && memcmp(wa, wb, nb) == 0 && (wa + nb == pa || wa[nb] == '.');
			if (pa < ea)
				pa++;
			if (first && !found)
				return false;
			first = false;
		}
		if (!found)
			return false;
		if (pb < eb)
			pb++;
	}
	return true;
}

/* Add a post; variants of one post are kept as the fullest. */
CxStatus
cx_person_position(CxReader *r, int32_t person, CxStr position)
{
	CxPerson   *p = &r->facts->people.at[person];
	CxStr		fold;

	/* most are said again in the same words */
	for (uint32_t i = 0; i < p->positions.n; i++)
		if (p->positions.at[i].n == position.n && memcmp(p->positions.at[i].at, position.at, position.n) == 0)
			return CX_OK;
	CX_TRY(cx_fold(r->arena, position.at, position.n, &fold));
	for (uint32_t i = 0; i < p->positions.n; i++)
	{
		if (contains_words(p->position_folds.at[i], fold))
			return CX_OK;
		if (contains_words(fold, p->position_folds.at[i]))
		{
			p->positions.at[i] = position;
			p->position_folds.at[i] = fold;
			return CX_OK;
		}
	}
	CX_TRY(cx_strs_add(r, &p->positions, position));
	return cx_strs_add(r, &p->position_folds, fold);
}

/* ---- the table of names ----------------------------------------------------------------- */

static CxStatus
name_key(const CxReader *r, CxStr name, uint32_t *hash, CxStr *key)
{
	CX_TRY(cx_lower(r->arena, name.at, name.n, key));
	*hash = 2166136261u;
	for (uint32_t i = 0; i < key->n; i++)
		*hash = (*hash ^ (unsigned char) key->at[i]) * 16777619u;
	return CX_OK;
}

static CxStatus
grow_names(CxReader *r)
{
	uint32_t	size = r->nnames == 0 ? 64 : r->nnames * 2;
	CxNameSlot *slots = cx_arena_alloc(r->arena, size * sizeof(CxNameSlot));

	if (slots == NULL)
		return CX_ENOMEM;
	for (uint32_t i = 0; i < r->nnames; i++)
		if (r->names[i].key.at != NULL)
		{
			uint32_t	slot = r->names[i].hash & (size - 1);

			while (slots[slot].key.at != NULL)
				slot = (slot + 1) & (size - 1);
			slots[slot] = r->names[i];
		}
	r->names = slots;
	r->nnames = size;
	return CX_OK;
}

/* The person of that full name; made if "make", else -1 if there is none. */
static CxStatus
person_named(CxReader *r, CxStr name, bool make, int32_t *person)
{
	uint32_t	hash,
				slot;
	CxStr		key;
	CxPerson   *p;

	if (2 * (r->facts->people.n + 1) > r->nnames)
		CX_TRY(grow_names(r));
	CX_TRY(name_key(r, name, &hash, &key));
	for (slot = hash & (r->nnames - 1); r->names[slot].key.at != NULL; slot = (slot + 1) & (r->nnames - 1))
		if (r->names[slot].hash == hash && r->names[slot].key.n == key.n && memcmp(r->names[slot].key.at, key.at, key.n) == 0)
		{
			*person = r->names[slot].person;
			return CX_OK;
		}
	*person = -1;
	if (!make)
		return CX_OK;
	p = cx_vec_push(r->arena, &r->facts->people);
	if (p == NULL)
		return CX_ENOMEM;
	memset(p, 0, sizeof(*p));
	p->full_name = name;
	*person = (int32_t) r->facts->people.n - 1;
	r->names[slot].hash = hash;
	r->names[slot].key = key;
	r->names[slot].person = *person;
	return CX_OK;
}

/* ---- mentions ----------------------------------------------------------------------------- */

/* A mention of a person that says so much is not given up for a longer one. */
#define SOURCE_TOKENS		9

/* How many earlier persons "ông Ký" can mean: the article's first few hundred. */
#define COREFERENCE_MAX		300

/* Does the full name end in the given name, word for word? */
static bool
ends_in(CxStr full, CxStr given)
{
	return full.n > given.n && full.at[full.n - given.n - 1] == ' ' &&
		memcmp(full.at + full.n - given.n, given.at, given.n) == 0;
}

static CxStatus
person_given(const CxReader *r, CxStr given, int32_t *person)
{
	uint32_t	n = r->facts->people.n < COREFERENCE_MAX ? r->facts->people.n : COREFERENCE_MAX;

	*person = -1;
	for (uint32_t i = 0; i < n; i++)
		if (ends_in(r->facts->people.at[i].full_name, given))
			*person = (int32_t) i;
	return CX_OK;
}

/* The person known to hold a post: the last one introduced with it. */
static CxStatus
person_posted(const CxReader *r, CxStr position, int32_t *person)
{
	uint32_t	n = r->facts->people.n < COREFERENCE_MAX ? r->facts->people.n : COREFERENCE_MAX;
	CxStr		fold;

	*person = -1;
	CX_TRY(cx_fold(r->arena, position.at, position.n, &fold));
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = 0; j < r->facts->people.at[i].positions.n; j++)
			if (*person < 0 && contains_words(r->facts->people.at[i].position_folds.at[j], fold))
				*person = (int32_t) i;
	return CX_OK;
}

/* Is there an honorific or rank, or a post, with the name? */
static bool
is_vouched(const CxReader *r, const CxMatch *match)
{
	const CxCapture *name = cx_match_capture(r->m, match, CX_FIELD_NAME);

	return strcmp(cx_rule_name(r, match), "person.name_only") != 0 || name->tok > match->tok;
}

static bool
has_full_name(const CxReader *r, const CxMatch *match)
{
	return cx_match_capture(r->m, match, CX_FIELD_NAME) != NULL &&
		strcmp(cx_rule_name(r, match), "person.given_only") != 0;
}

/* The person a mention means: a new one only if "vouched". */
static CxStatus
read_mention(CxReader *r, const CxMatch *match, bool vouched, int32_t *person)
{
	const CxCapture *name = cx_match_capture(r->m, match, CX_FIELD_NAME);
	CxPerson   *p;
	CxSource	src;
	CxStr		s;

	if (name == NULL)
	{
		const CxCapture *position = cx_match_capture(r->m, match, CX_FIELD_POSITION);

		/* "các đồng chí Phó Chủ tịch" are several */
		*person = -1;
		if (r->lex->toks.at[match->tok].sym == W_CAC || (match->tok > 0 && r->lex->toks.at[match->tok - 1].sym == W_CAC))
			return CX_OK;
		CX_TRY(cx_span_text(r, position->tok, position->end, &s));
		return person_posted(r, s, person);
	}
	CX_TRY(cx_span_text(r, name->tok, name->end, &s));
	if (!has_full_name(r, match))
		return person_given(r, s, person);
	CX_TRY(person_named(r, s, vouched, person));
	if (*person < 0)
		return CX_OK;
	for (uint32_t i = 0; i < match->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[match->captures + i];

		if (c->field != CX_FIELD_POSITION || c->edge == CX_NO_EDGE)
			continue;
		CX_TRY(cx_position_text(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &s));
		CX_TRY(cx_person_position(r, *person, s));
	}
	p = &r->facts->people.at[*person];
	src = cx_match_source(r, match);
	if (p->src.rule == NULL || (cx_source_length(r, &src) > cx_source_length(r, &p->src) && cx_source_length(r, &p->src) < SOURCE_TOKENS))
		p->src = src;
	return CX_OK;
}

/* Not looked up yet, in the cache of persons by mention. */
#define PERSON_UNKNOWN	(-2)

CxStatus
cx_person_of(CxReader *r, const CxMatch *match, int32_t *person)
{
	int32_t    *known = &r->person_of[match - r->m->mentions.at];

	if (*known == PERSON_UNKNOWN)
		CX_TRY(read_mention(r, match, false, known));
	*person = *known;
	return CX_OK;
}

/* Every group of persons: its members are vouched for if one of them, or its head, is. */
CxStatus
cx_people_read(CxReader *r)
{
	uint32_t	n = r->m->mentions.n;

	r->person_of = cx_arena_grow(r->arena, NULL, 0, ((size_t) n + 1) * sizeof(int32_t));
	if (r->person_of == NULL)
		return CX_ENOMEM;
	for (uint32_t i = 0; i < n; i++)
		r->person_of[i] = PERSON_UNKNOWN;
	for (uint32_t i = 0; i < n; i++)
	{
		const CxMatch *group = &r->m->mentions.at[i];
		bool		vouched;
		const CxCapture *first,
				   *position;
		CxStr		s;

		if (i % 256 == 0)
			CX_TRY(cx_poll(r->arena));
		if (!is_block(r, group, r->people))
			continue;
		first = cx_match_capture(r->m, group, CX_FIELD_PERSON);
		position = cx_match_capture(r->m, group, CX_FIELD_POSITION);
		/* "các đồng chí: A, B", "gồm: A, B" */
		vouched = first != NULL && (first->tok > group->tok ||
									(group->tok > 0 && r->lex->toks.at[group->tok - 1].sym == CX_SYM_CHAR(':')));
		for (uint32_t j = 0; j < group->ncaptures && !vouched; j++)
		{
			const CxCapture *c = &r->m->captures.at[group->captures + j];

			if (c->field == CX_FIELD_PERSON && c->edge != CX_NO_EDGE)
				vouched = is_vouched(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]));
		}
		for (uint32_t j = 0; j < group->ncaptures; j++)
		{
			const CxCapture *c = &r->m->captures.at[group->captures + j];
			const CxMatch *mention;
			int32_t		person;

			if (c->field != CX_FIELD_PERSON || c->edge == CX_NO_EDGE)
				continue;
			mention = cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
			CX_TRY(read_mention(r, mention, vouched, &person));
			/* "các đồng chí Ủy viên Trung ương Đảng: A, B" */
			if (person >= 0 && position != NULL)
			{
				CX_TRY(cx_position_text(r, cx_edge_mention(r->m, &r->tagged->edges.at[position->edge]), &s));
				CX_TRY(cx_person_position(r, person, s));
			}

			/*
			 * a full name means the same person for good; the others are
			 * asked again when all are known
			 */
			if (person >= 0 && has_full_name(r, mention))
				r->person_of[mention - r->m->mentions.at] = person;
		}
	}
	return CX_OK;
}
