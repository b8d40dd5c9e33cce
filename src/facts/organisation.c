/*-------------------------------------------------------------------------
 *
 * organisation.c
 *	  Organisations: level, province, and the full name of a short mention.
 *
 * An article names its organisation in full once and then says "Đảng bộ tỉnh",
 * "Huyện ủy", "Đảng bộ Khối" or "Đảng bộ".  Such a mention is completed from
 * the text alone (doc/facts.md):
 *
 * - a unit without a name takes the name that the text last tied to a unit of
 *	 that level before it, else the first one after it;
 * - a bloc takes the longest name of a bloc in the text;
 * - the bare word takes what the article's own organisation is called.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Centrally-run cities: "thành phố" is then the level of a province. */
static const char *const central_cities[] = {"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"};

/* Value of the entry of a class that spans a capture exactly, or NULL. */
static const char *
class_value(const CxReader *r, const CxCapture *c, uint16_t klass)
{
	if (c == NULL)
		return NULL;
	for (uint32_t e = r->tagged->head[c->tok]; e != CX_NO_EDGE; e = r->tagged->edges.at[e].next)
		if (r->tagged->edges.at[e].end == c->end && r->tagged->edges.at[e].label == klass)
			return cx_lexicon_value(r->tagged->edges.at[e].value);
	return NULL;
}

static bool
is_value(const char *value, const char *wanted)
{
	return value != NULL && strcmp(value, wanted) == 0;
}

/* The unit in the name of a union's branch, first or last: "Đoàn xã", "Tỉnh đoàn". */
static const char *
unit_in(const CxReader *r, const CxCapture *kind)
{
	const CxEdge *first = cx_edge_find(r->tagged, kind->tok, CX_CLASS_UNIT);
	const CxEdge *last = cx_edge_find(r->tagged, kind->end - 1, CX_CLASS_UNIT);
	const CxEdge *e = last != NULL && last->end == kind->end ? last : first;

	return e != NULL ? cx_lexicon_value(e->value) : NULL;
}

static bool
is_central_city(const char *province)
{
	for (size_t i = 0; i < sizeof(central_cities) / sizeof(central_cities[0]); i++)
		if (strcmp(province, central_cities[i]) == 0)
			return true;
	return false;
}

/* ---- places tied to levels ------------------------------------------------------- */

/*
 * Add a tie where it belongs in the order of the text: mentions come sentence by
 * sentence, but in a sentence places before organisations.
 */
static CxStatus
add_tie(CxReader *r, uint32_t tok, const char *unit, CxStr place, const char *province)
{
	CxTie	   *t = cx_vec_push(r->arena, &r->ties);

	if (t == NULL)
		return CX_ENOMEM;
	for (; t > r->ties.at && t[-1].tok > tok; t--)
		t[0] = t[-1];
	t->tok = tok;
	t->unit = unit;
	t->place = place;
	t->province = cx_str(NULL);
	if (province != NULL && (strcmp(unit, "province") == 0 || is_central_city(province)))
	{
		t->province = cx_str(province);
		t->unit = "province";
	}
	/* "thành phố Thanh Hóa" is in the province of that name */
	else if (province != NULL && strcmp(unit, "city") == 0)
		return add_tie(r, tok, "province", place, province);
	return CX_OK;
}

/* Longest place that is looked for before another: "thành phố Phan Rang - Tháp Chàm" */
#define PLACE_TOKENS	8

/* The unit and name of a place mention; unit NULL if it stands bare. */
static CxStatus
read_place(const CxReader *r, const CxMatch *match, const char **unit, CxStr *name, const char **province)
{
	const CxCapture *level = cx_match_capture(r->m, match, CX_FIELD_LEVEL);
	const CxCapture *c = cx_match_capture(r->m, match, CX_FIELD_NAME);

	*unit = class_value(r, level, CX_CLASS_UNIT);
	*province = class_value(r, c, CX_CLASS_PLACE);
	return cx_span_text(r, c->tok, c->end, name);
}

/* "huyện Khoái Châu (Hưng Yên)", "huyện Khoái Châu, Hưng Yên": the province of the place before it. */
static bool
is_seat(const CxReader *r, const CxMatch *match)
{
	uint16_t	before = match->tok > 1 ? r->lex->toks.at[match->tok - 1].sym : 0;
	const CxEdge *e;

	if (before != CX_SYM_CHAR('(') && before != CX_SYM_CHAR(','))
		return false;
	e = cx_edge_ending(r, match->tok - 1, PLACE_TOKENS, r->place);
	return e != NULL && cx_match_capture(r->m, cx_edge_mention(r->m, e), CX_FIELD_LEVEL) != NULL &&
		(before == CX_SYM_CHAR(',') || (match->end < r->lex->toks.n && r->lex->toks.at[match->end].sym == CX_SYM_CHAR(')')));
}

/* Note the name of a company, school or unit of the army that the text gives. */
static CxStatus
add_body(CxReader *r, CxStr name)
{
	CxStr	   *body;

	if (r->bodies.n == CX_MERGE_MAX)
		return CX_OK;
	for (uint32_t i = 0; i < r->bodies.n; i++)
		if (r->bodies.at[i].n == name.n && memcmp(r->bodies.at[i].at, name.at, name.n) == 0)
			return CX_OK;
	body = cx_vec_push(r->arena, &r->bodies);
	if (body == NULL)
		return CX_ENOMEM;
	*body = name;
	return CX_OK;
}

static CxStatus
collect_ties(CxReader *r)
{
	for (uint32_t i = 0; i < r->m->mentions.n; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		uint16_t	block = r->m->rules->rules[match->rule].block;
		uint16_t	label = (uint16_t) (CX_LABEL_MENTION + r->m->rules->blocks[block].kind);
		const char *unit,
				   *province;
		CxStr		name;

		if (i % 1024 == 0)
			CX_TRY(cx_poll(r->arena));
		if (label == r->place)
		{
			CX_TRY(read_place(r, match, &unit, &name, &province));
			if (unit != NULL && *unit != '\0')
				CX_TRY(add_tie(r, match->tok, unit, name, province));
			else if (unit == NULL && province != NULL && is_seat(r, match))
				CX_TRY(add_tie(r, match->tok, "province", name, province));
		}
		else if (label == r->organisation)
		{
			const CxCapture *kind = cx_match_capture(r->m, match, CX_FIELD_KIND);
			const CxCapture *place = cx_match_capture(r->m, match, CX_FIELD_PLACE);
			const char *committee = class_value(r, kind, CX_CLASS_COMMITTEE);
			const char *shape = cx_rule_name(r, match) + strlen("organisation.");

			if (strcmp(shape, "bloc") == 0)
			{
				CX_TRY(cx_span_text(r, kind->end, match->end, &name));
				if (name.n > r->bloc_tail.n)
					r->bloc_tail = name;
			}
			else if (strcmp(shape, "unit_body") == 0 ||
					 strcmp(shape, "union_body") == 0)
			{
				CX_TRY(cx_span_text(r, kind->end, match->end, &name));
				CX_TRY(add_body(r, name));
			}
			if (strcmp(shape, "at_name") == 0)
			{
				const CxCapture *c = cx_match_capture(r->m, match, CX_FIELD_NAME);

				CX_TRY(cx_span_text(r, c->tok, c->end, &name));
				CX_TRY(add_tie(r, match->tok, committee, name, NULL));
			}
			if (place == NULL || place->edge == CX_NO_EDGE)
				continue;
			CX_TRY(read_place(r, cx_edge_mention(r->m, &r->tagged->edges.at[place->edge]), &unit, &name, &province));
			if (unit == NULL && committee != NULL &&
				(strcmp(committee, "province") == 0 || strcmp(committee, "city") == 0 || strcmp(committee, "district") == 0))
				CX_TRY(add_tie(r, match->tok, committee, name, province));
			else if (unit == NULL && province != NULL)
				CX_TRY(add_tie(r, match->tok, "province", name, province));
		}
	}
	return CX_OK;
}

/* The tie of a level that holds at a token: the last before it, else the first after it. */
static const CxTie *
tie_at(const CxReader *r, uint32_t tok, const char *unit)
{
	const CxTie *found = NULL;
	uint32_t	lo = cx_first_from(r->ties.at, r->ties.n, sizeof(CxTie), tok + 1);

	for (uint32_t i = lo, n = 0; i > 0 && n < CX_MERGE_MAX && found == NULL; i--, n++)
		if (strcmp(r->ties.at[i - 1].unit, unit) == 0)
			found = &r->ties.at[i - 1];
	for (uint32_t i = lo, n = 0; i < r->ties.n && n < CX_MERGE_MAX && found == NULL; i++, n++)
		if (strcmp(r->ties.at[i].unit, unit) == 0)
			found = &r->ties.at[i];
	return found;
}

/* "Tại xã Mường Hum, …, Đại hội Đảng bộ xã": where the sentence says that it is. */
static const CxTie *
tie_told_at(const CxReader *r, uint32_t tok, const char *unit)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;

	for (uint32_t i = cx_first_from(r->ties.at, r->ties.n, sizeof(CxTie), tok); i > 0 && r->ties.at[i - 1].tok > first; i--)
	{
		const CxTie *t = &r->ties.at[i - 1];
		uint16_t	before = r->lex->toks.at[t->tok - 1].sym;

		if ((before == W_TAI_PREP || before == W_O) && strcmp(t->unit, unit) == 0)
			return t;
	}
	return NULL;
}

/* ---- one mention ---------------------------------------------------------------------- */

static const char *
level_of_unit(const char *unit, const char *province)
{
	if (unit == NULL)
		return NULL;
	if (strcmp(unit, "city") == 0)
		return province != NULL && is_central_city(province) ? "province" : "district";
	if (strcmp(unit, "hamlet") == 0)
		return "grassroots";
	return unit;
}

static CxStr
province_at(const CxReader *r, uint32_t tok)
{
	const CxTie *t = tie_at(r, tok, "province");

	return t == NULL ? cx_str(NULL) : t->province;
}

/*
 * The organisation that the text is about at a token: the province last named
 * before it, where the article goes from one to the next; else the main one.
 */
const CxOrg *
cx_main_org_at(const CxReader *r, uint32_t tok)
{
	uint32_t	lo = cx_first_from(r->told.at, r->told.n, sizeof(CxTold), tok + 1);

	return lo > 0 ? &r->told.at[lo - 1].org : &r->main_org;
}

/* A unit word and a name, unless the name has the unit word itself: "TP" + "TP.HCM". */
static CxStatus
join_place(const CxReader *r, CxStr unit, CxStr place, CxStr *out)
{
	CxStr		start = {place.at, unit.n};
	bool		same = false;

	if (unit.at == NULL)
	{
		*out = place;
		return CX_OK;
	}
	if (place.n > unit.n && (place.at[unit.n] == ' ' || place.at[unit.n] == '.'))
		same = cx_same(start, unit);
	if (!same)
		return cx_join(r, unit, place, out);
	*out = place;
	return CX_OK;
}

/* Join name parts; the second may be absent. */
static CxStatus
extend(const CxReader *r, CxStr a, CxStr b, CxStr *out)
{
	if (b.at == NULL)
	{
		*out = a;
		return CX_OK;
	}
	return cx_join(r, a, b, out);
}

/* Words that tell the legal form of a company (Luật Doanh nghiệp 2020, điều 37), which its short names leave out. */
static const char *const legal_form[] = {"TNHH", "MTV", "CP", "cổ", "phần", "một", "thành", "viên", "trách", "nhiệm", "hữu", "hạn"};

/* The first word of a string; what follows it is left in "rest". */
static CxStr
first_word(CxStr s, CxStr *rest)
{
	const char *space = s.n == 0 ? NULL : memchr(s.at, ' ', s.n);
	CxStr		word = {s.at, space == NULL ? s.n : (uint32_t) (space - s.at)};

	rest->at = s.at + word.n + (space != NULL);
	rest->n = s.n - word.n - (space != NULL);
	return word;
}

static bool
is_legal_form(CxStr word)
{
	for (size_t i = 0; i < sizeof(legal_form) / sizeof(legal_form[0]); i++)
		if (cx_same(word, cx_str(legal_form[i])))
			return true;
	return false;
}

/*
 * Does the name of a company, school or unit of the army begin with the words of
 * "tail", but for its legal form: "Công ty Cao su X", "Công ty TNHH MTV Cao su X"?
 */
static bool
begins_body(CxStr body, CxStr tail)
{
	while (tail.n > 0)
	{
		CxStr		rest;
		CxStr		wanted = first_word(tail, &rest);
		CxStr		word;

		do
		{
			if (body.n == 0)
				return false;
			word = first_word(body, &body);
		} while (!cx_same(word, wanted) && is_legal_form(word));
		if (!cx_same(word, wanted))
			return false;
		tail = rest;
	}
	return true;
}

/* The longest name of a company, school or unit of the army that begins so. */
static bool
complete_body(const CxReader *r, CxStr *tail)
{
	CxStr		found = *tail;

	for (uint32_t i = 0; i < r->bodies.n; i++)
		if (r->bodies.at[i].n > found.n && begins_body(r->bodies.at[i], *tail))
			found = r->bodies.at[i];
	if (found.n == tail->n)
		return false;
	*tail = found;
	return true;
}

/* "Công an tỉnh", "Khối các cơ quan tỉnh": the name wants that of the province. */
static CxStatus
complete_tail(const CxReader *r, const CxOrg *org, CxStr *tail)
{
	if (!cx_str_ends(*tail, " tỉnh") || org->province.at == NULL)
		return CX_OK;
	return cx_join(r, *tail, org->province, tail);
}

/*
 * Does the article's own organisation give this body as its short form: "BĐBP
 * tỉnh", where it is "Đảng bộ Bộ đội Biên phòng (BĐBP) tỉnh Lai Châu"?
 */
static CxStatus
is_short_for(const CxReader *r, const CxOrg *own, const CxCapture *body, bool *is)
{
	const char *bracket = own->full.at == NULL ? NULL : memchr(own->full.at, '(', own->full.n);
	size_t		rest = bracket == NULL ? 0 : own->full.at + own->full.n - bracket;
	CxStr		name;

	*is = false;
	if (bracket == NULL || body == NULL || body->end != body->tok + 1)
		return CX_OK;
	CX_TRY(cx_span_text(r, body->tok, body->end, &name));
	*is = rest > name.n + 1 && bracket[name.n + 1] == ')' && memcmp(bracket + 1, name.at, name.n) == 0;
	return CX_OK;
}

CxStatus
cx_org_of(const CxReader *r, const CxMatch *match, CxOrg *out)
{
	const CxCapture *kind = cx_match_capture(r->m, match, CX_FIELD_KIND);
	const CxCapture *body = cx_match_capture(r->m, match, CX_FIELD_BODY);
	const CxCapture *level = cx_match_capture(r->m, match, CX_FIELD_LEVEL);
	const CxCapture *place = cx_match_capture(r->m, match, CX_FIELD_PLACE);
	const char *name = cx_rule_name(r, match);
	const char *committee = class_value(r, kind, CX_CLASS_COMMITTEE);
	const char *party = class_value(r, kind, CX_CLASS_PARTY_ORG);
	const char *unit = class_value(r, level, CX_CLASS_UNIT);
	const char *province = NULL;
	bool		is_short;
	CxStr		head,
				tail = {NULL, 0};

	CX_TRY(is_short_for(r, &r->main_org, body, &is_short));
	memset(out, 0, sizeof(*out));
	out->is_union = strncmp(name, "organisation.union", 18) == 0;
	CX_TRY(cx_span_text(r, kind->tok, kind->end, &head));
	if (strcmp(name, "branch.women") == 0)
	{
		out->is_union = true;
		head = cx_str("Hội LHPN");
	}
	/* a short form in brackets at the end only repeats the name */
	if (match->end > kind->end &&
		(r->lex->toks.at[kind->end].sym != CX_SYM_CHAR('(') || r->lex->toks.at[match->end - 1].sym != CX_SYM_CHAR(')')))
		CX_TRY(cx_span_text(r, kind->end, match->end, &tail));
	if (place != NULL && place->edge != CX_NO_EDGE)
	{
		const char *place_unit;
		CxStr		place_name;

		CX_TRY(read_place(r, cx_edge_mention(r->m, &r->tagged->edges.at[place->edge]), &place_unit, &place_name, &province));
		if (place_unit != NULL)
			unit = place_unit;
		else if (unit == NULL && body == NULL && province != NULL)
			unit = "province";
		out->place = place_name;
		/* "thành phố Thanh Hóa" is in the province of that name */
		if (province != NULL && (unit == NULL || strcmp(unit, "province") == 0 || strcmp(unit, "city") == 0 || is_central_city(province)))
			out->province = cx_str(province);
	}
	if (cx_match_capture(r->m, match, CX_FIELD_NAME) != NULL)
	{
		const CxCapture *c = cx_match_capture(r->m, match, CX_FIELD_NAME);

		CX_TRY(cx_span_text(r, c->tok, c->end, &out->place));
	}
	if (committee != NULL && unit == NULL && (strcmp(committee, "party") != 0 && strcmp(committee, "cell") != 0))
		unit = committee;

	if (strcmp(name, "organisation.bloc") == 0)
	{
		out->level = "bloc";
		if (r->bloc_tail.n > tail.n && place == NULL)
			tail = r->bloc_tail;
		out->province = out->province.at != NULL ? out->province : province_at(r, match->tok);
		CX_TRY(complete_tail(r, out, &tail));
	}
	else if (strcmp(name, "organisation.central") == 0 || (committee != NULL && strcmp(committee, "central") == 0))
	{
		out->level = cx_match_capture(r->m, match, CX_FIELD_BODY) != NULL ? "armed_forces" : "central";
		out->province = cx_str(NULL);
	}
	else if (is_short)
	{
		*out = r->main_org;
		return CX_OK;
	}
	else if (body != NULL)
	{
		const char *company = NULL;
		const CxEdge *e = cx_edge_find(r->tagged, body->tok, CX_CLASS_COMPANY);
		bool		completed = false;

		if (e != NULL && e->end <= body->end)
			company = cx_lexicon_value(e->value);
		out->level = company;
		/* "Đảng bộ Công ty" is the company that the text names in full */
		if (company != NULL && place == NULL)
			completed = complete_body(r, &tail);
		if (company == NULL)
		{
			const CxEdge *b = cx_edge_find(r->tagged, body->tok, CX_CLASS_BODY);
			const char *v = b == NULL ? "" : cx_lexicon_value(b->value);

			out->level = strcmp(v, "police") == 0 || strcmp(v, "army") == 0 ? "armed_forces" :
				strcmp(v, "ministry") == 0 ? "ministry" : strcmp(v, "enterprise") == 0 ? "enterprise" : strcmp(v, "school") == 0 ? "school" :
				strcmp(v, "department") == 0 ? "grassroots" : NULL;
		}
		if (out->province.at == NULL)
			out->province = province_at(r, match->tok);
		if (completed)
			;					/* by the name in full */
		else if (level != NULL && place == NULL && unit != NULL)
		{
			const CxTie *t = tie_at(r, match->tok, unit);

			if (t != NULL)
				CX_TRY(extend(r, tail, t->place, &tail));
		}
		else if (place == NULL)
			CX_TRY(complete_tail(r, out, &tail));
	}
	else if (unit != NULL)
	{
		const CxOrg *own = cx_main_org_at(r, match->tok);
		const CxTie *at = place == NULL ? tie_told_at(r, match->tok, unit) : NULL;

		out->level = level_of_unit(unit, province);
		if (cx_match_capture(r->m, match, CX_FIELD_NAME) != NULL)
			;					/* named by the text itself */
		else if (at != NULL)
		{
			CX_TRY(join_place(r, tail, at->place, &tail));
			out->place = at->place;
			out->province = at->province;
		}
		else if (place == NULL && own->level != NULL && out->level != NULL && strcmp(own->level, out->level) == 0 &&
				 own->place.at != NULL)
		{
			/* the article's own organisation is of this level */
			CX_TRY(join_place(r, tail, own->place, &tail));
			out->province = own->province;
			out->place = own->place;
		}
		else if (place == NULL)
		{
			const CxTie *t = tie_at(r, match->tok, unit);

			if (t == NULL && strcmp(unit, "city") == 0)
			{
				t = tie_at(r, match->tok, "province");
				if (t != NULL && (t->province.at == NULL || !is_central_city(t->province.at)))
					t = NULL;
			}
			if (t != NULL)
			{
				CX_TRY(join_place(r, tail, t->place, &tail));
				out->place = t->place;
				if (t->province.at != NULL)
				{
					out->province = t->province;
					out->level = level_of_unit(unit, t->province.at);
				}
			}
			else
				out->is_vague = true;
		}
		if (out->province.at == NULL)
			out->province = province_at(r, match->tok);
	}
	else if (party != NULL || committee != NULL)
	{
		/* the bare word: the article's own organisation */
		const CxOrg *own = cx_main_org_at(r, match->tok);

		if (own->full.at != NULL)
		{
			tail = own->tail;
			out->level = own->level;
			out->province = own->province;
			out->place = own->place;
		}
		else
			out->is_vague = true;
		if (out->level == NULL && party != NULL && strcmp(party, "chi_bo") == 0)
			out->level = "grassroots";
	}
	if (out->is_union && cx_str_ends(tail, "Việt Nam"))
		out->level = "central";
	else if (out->is_union && cx_str_ends(head, "Việt Nam") && unit == NULL && tail.at == NULL)
		out->level = "central";
	if (out->is_union && out->level == NULL)
	{
		if (unit == NULL)
			unit = unit_in(r, kind);
		out->level = unit != NULL ? level_of_unit(unit, province) : NULL;
		if (out->province.at == NULL && unit != NULL)
			out->province = province_at(r, match->tok);
	}

	/*
	 * "Hội LHPN tỉnh" in an article about "Hội Liên hiệp Phụ nữ
	 * tỉnh Ninh Bình"; but the trades have unions of their own beside the
	 * Công đoàn Việt Nam
	 */
	if (out->is_union && r->main_org.is_union && out->level != NULL && r->main_org.level != NULL &&
		strcmp(out->level, r->main_org.level) == 0 &&
		(strcmp(out->level, "central") != 0 || !is_value(class_value(r, kind, CX_CLASS_UNION), "trade_union")) &&
		(place == NULL || (out->place.at != NULL && r->main_org.place.at != NULL && cx_same(out->place, r->main_org.place))))
	{
		*out = r->main_org;
		return CX_OK;
	}
	out->tail = tail;
	CX_TRY(extend(r, head, tail, &out->full));

	/*
	 * "Công đoàn", "Công đoàn Tổng công ty" in an article about
	 * "Công đoàn Tổng công ty Cà phê"
	 */
	if (out->is_union && place == NULL && r->main_org.full.n > out->full.n && r->main_org.full.at[out->full.n] == ' ' &&
		is_value(class_value(r, kind, CX_CLASS_UNION), "trade_union"))
	{
		CxStr		start = {r->main_org.full.at, out->full.n};

		if (cx_same(start, out->full))
			*out = r->main_org;
	}
	return CX_OK;
}

/* The organisation of an organ mention: what it names, else the article's own. */
CxStatus
cx_org_of_organ(const CxReader *r, const CxMatch *match, CxOrg *out)
{
	const CxCapture *c = cx_match_capture(r->m, match, CX_FIELD_ORGANISATION);

	if (c != NULL && c->edge != CX_NO_EDGE)
		return cx_org_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), out);
	*out = *cx_main_org_at(r, match->tok);
	return CX_OK;
}

CxStatus
cx_committee_of(const CxReader *r, const CxOrg *org, CxStr *out)
{
	static const struct
	{
		const char *unit;
		const char *committee;
	}			committees[] = {
		{"tỉnh", "Tỉnh ủy"},
		{"thành phố", "Thành ủy"},
		{"huyện", "Huyện ủy"},
		{"quận", "Quận ủy"},
		{"thị xã", "Thị ủy"},
	};

	*out = org->full;
	if (cx_str_begins(org->full, "MTTQ") || cx_str_begins(org->full, "Mặt trận"))
		return cx_join(r, cx_str("Ủy ban"), org->full, out);
	if (org->full.at == NULL || org->is_union || org->tail.at == NULL)
		return CX_OK;
	for (size_t i = 0; i < sizeof(committees) / sizeof(committees[0]); i++)
	{
		size_t		n = strlen(committees[i].unit);
		CxStr		rest;

		if (org->tail.n <= n || memcmp(org->tail.at, committees[i].unit, n) != 0)
			continue;
		rest.at = org->tail.at + n;
		rest.n = org->tail.n - (uint32_t) n;
		while (rest.n > 0 && (*rest.at == ' ' || *rest.at == '.'))
		{
			rest.at++;
			rest.n--;
		}
		if (rest.n == 0)
			break;
		return cx_join(r, cx_str(committees[i].committee), rest, out);
	}
	if (cx_str_begins(org->tail, "TP"))
		return cx_join(r, cx_str("Thành ủy"), org->tail, out);
	/* any other organisation of the Party has a Đảng ủy */
	if (cx_str_begins(org->full, "Đảng bộ") || cx_str_begins(org->full, "đảng bộ"))
		return cx_join(r, cx_str("Đảng ủy"), org->tail, out);
	return CX_OK;
}

CxStatus
cx_complete_unit(const CxReader *r, const CxMatch *match, CxStr *text)
{
	const char *unit = class_value(r, cx_match_capture(r->m, match, CX_FIELD_LEVEL), CX_CLASS_UNIT);
	const CxTie *t = unit == NULL ? NULL : tie_at(r, match->tok, unit);

	return t == NULL ? CX_OK : cx_join(r, *text, t->place, text);
}

/* ---- articles about several organisations ---------------------------------------------------- */

/* "Tại Lai Châu, …", "Còn ở Lai Châu, …": what follows is told of the province's Đảng bộ. */
static CxStatus
read_topic(const CxReader *r, const CxSentence *s, CxOrg *out)
{
	uint32_t	at = s->tok + (r->lex->toks.at[s->tok].sym == W_CON);
	const CxEdge *e = at + 1 < s->end && (r->lex->toks.at[at].sym == W_TAI_PREP || r->lex->toks.at[at].sym == W_O) ?
	cx_edge_find(r->tagged, at + 1, r->place) : NULL;
	const char *unit,
			   *province;
	CxStr		name;

	memset(out, 0, sizeof(*out));
	if (e == NULL || e->end >= s->end || r->lex->toks.at[e->end].sym != CX_SYM_CHAR(','))
		return CX_OK;
	CX_TRY(read_place(r, cx_edge_mention(r->m, e), &unit, &name, &province));
	if (province == NULL || (unit != NULL && level_of_unit(unit, province) != NULL && strcmp(level_of_unit(unit, province), "province") != 0))
		return CX_OK;
	CX_TRY(join_place(r, cx_str(is_central_city(province) ? "thành phố" : "tỉnh"), name, &out->tail));
	CX_TRY(cx_join(r, cx_str("Đảng bộ"), out->tail, &out->full));
	out->place = name;
	out->level = "province";
	out->province = cx_str(province);
	return CX_OK;
}

/*
 * An article that goes from province to province ("Hàng loạt tỉnh có Bí thư mới"):
 * sentences that tell of an election name the Party organisation of two or more.
 * Then what is said at a place is said of the province last named before it.
 */
static CxStatus
read_tellings(CxReader *r)
{
	CX_VEC(CxTold) told =
	{
		NULL, 0, 0
	};
	bool		several = false;

	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		const CxSentence *s = &r->lex->sentences.at[i];
		bool		elects = cx_edge_within(r, s->tok, s->end, CX_CLASS_ELECT, NULL) != NULL;
		CxOrg		topic;

		CX_TRY(cx_poll(r->arena));
		if (s->zone != CX_ZONE_LEAD && s->zone != CX_ZONE_BODY)
			continue;
		CX_TRY(read_topic(r, s, &topic));
		if (topic.full.at != NULL && (elects || told.n > 0 || cx_edge_within(r, s->tok, s->end, r->event, NULL) != NULL))
		{
			CxTold	   *t = cx_vec_push(r->arena, &told);

			if (t == NULL)
				return CX_ENOMEM;
			t->tok = s->tok;
			t->event = -1;
			t->org = topic;
			several = several || (r->main_org.province.at != NULL && !cx_same(topic.province, r->main_org.province));
		}
		for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, CX_LABEL_BIT(r->organisation))) < s->end; tok++)
		{
			const CxEdge *e = cx_edge_find(r->tagged, tok, r->organisation);
			const CxMatch *match = e == NULL ? NULL : cx_edge_mention(r->m, e);
			CxTold	   *t;

			if (match == NULL || cx_match_capture(r->m, match, CX_FIELD_PLACE) == NULL || (!elects && told.n == 0))
				continue;
			t = cx_vec_push(r->arena, &told);
			if (t == NULL)
				return CX_ENOMEM;
			t->tok = tok;
			t->event = -1;
			CX_TRY(cx_org_of(r, match, &t->org));
			if (t->org.is_union || t->org.level == NULL || strcmp(t->org.level, "province") != 0 || t->org.province.at == NULL)
				told.n--;
			else if (elects && !cx_same(t->org.province, told.at[0].org.province))
				several = true;
		}
	}
	for (uint32_t i = 0; i < r->m->mentions.n && several && r->numbered.n < CX_MERGE_MAX; i++)
	{
		const CxMatch *organ = &r->m->mentions.at[i];
		const CxCapture *c = cx_match_capture(r->m, organ, CX_FIELD_ORDINAL);
		CxNumbered *n;
		CxOrg		org;

		if (c == NULL || c->edge == CX_NO_EDGE || strcmp(cx_rule_name(r, organ), "organ.of_organisation") != 0 ||
			cx_match_capture(r->m, organ, CX_FIELD_ORGANISATION) == NULL)
			continue;
		CX_TRY(cx_org_of_organ(r, organ, &org));
		if (org.province.at == NULL)
			continue;
		n = cx_vec_push(r->arena, &r->numbered);
		if (n == NULL)
			return CX_ENOMEM;
		n->province = org.province;
		n->ordinal = r->lex->ordinals.at[r->tagged->edges.at[c->edge].data].value;
	}
	if (several && r->main_org.level != NULL && strcmp(r->main_org.level, "province") == 0)
		memcpy(&r->told, &told, sizeof(told));
	return CX_OK;
}

/* ---- the article's own organisation ------------------------------------------------------ */

/* Longest post that is looked for: "Phó Chủ nhiệm Thường trực Ủy ban Kiểm tra Huyện ủy …" */
#define POST_TOKENS		20

/* Does a candidate say which organisation it is?  "Đảng bộ" and "Công đoàn" alone do not. */
static bool
is_specific(const CxReader *r, const CxMatch *match)
{
	const char *shape = cx_rule_name(r, match) + strlen("organisation.");
	const CxCapture *kind;

	if (strcmp(shape, "union") != 0)
		return strcmp(shape, "whole") != 0;
	kind = cx_match_capture(r->m, match, CX_FIELD_KIND);
	return match->end > kind->end || unit_in(r, kind) != NULL || !is_value(class_value(r, kind, CX_CLASS_UNION), "trade_union");
}

/* The specific organisation of a congress that a sentence is about: its own, or the one named before it. */
static const CxMatch *
sentence_holder(const CxReader *r, const CxSentence *s)
{
	uint64_t	labels = CX_LABEL_BIT(r->organisation) | CX_LABEL_BIT(r->event);
	const CxMatch *before = NULL;
	bool		of = false;		/* that one is only told as whose something is */

	for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, labels)) < s->end; tok++)
	{
		const CxEdge *org = cx_edge_find(r->tagged, tok, r->organisation);
		const CxEdge *event = cx_edge_find(r->tagged, tok, r->event);
		const CxCapture *c;

		/*
		 * "Được sự đồng ý của Đảng ủy Khối, Đảng bộ
		 * Ngân hàng … tổ chức Đại hội"
		 */
		if (org != NULL && (before == NULL || of) && is_specific(r, cx_edge_mention(r->m, org)))
		{
			before = cx_edge_mention(r->m, org);
			of = tok > s->tok && r->lex->toks.at[tok - 1].sym == W_CUA;
		}
		/* "Đảng bộ Quân đội trước thềm Đại hội XIV" */
		if (event == NULL || cx_is_distant(r, tok) || cx_is_national_number(r, cx_edge_mention(r->m, event)))
			continue;
		c = cx_match_capture(r->m, cx_edge_mention(r->m, event), CX_FIELD_ORGANISATION);
		if (c != NULL && c->edge != CX_NO_EDGE)
		{
			if (is_specific(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge])))
				return cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
		}
		else if (before != NULL)
			return before;
	}
	return NULL;
}

/* Is it named as itself, or at the head of the article, and not only as where somebody has a post? */
static bool
is_introduced(const CxReader *r, const CxMatch *match)
{
	uint8_t		zone = r->lex->sentences.at[match->sentence].zone;

	return zone == CX_ZONE_HEADLINE || zone == CX_ZONE_LEAD || cx_edge_ending(r, match->end, POST_TOKENS, r->position) == NULL;
}

/* An organisation that a headline names in capitals, as the text names it. */
static CxStatus
name_in_small(const CxReader *r, CxOrg *org)
{
	for (uint32_t i = 0; i < r->m->mentions.n; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		uint16_t	block = r->m->rules->rules[match->rule].block;
		CxOrg		other;

		if (CX_LABEL_MENTION + r->m->rules->blocks[block].kind != r->organisation || !is_specific(r, match))
			continue;
		CX_TRY(cx_org_of(r, match, &other));
		if (!cx_str_is_capitals(other.full) && cx_same(other.full, org->full))
		{
			*org = other;
			break;
		}
	}
	return CX_OK;
}

/* The number of the main organisation's congress. */
static CxStatus
read_own_number(CxReader *r)
{
	for (uint32_t i = 0, n = 0; i < r->m->mentions.n && n < CX_MERGE_MAX && r->own_number == CX_NULL && r->main_org.tail.at != NULL; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		const CxCapture *ordinal = cx_match_capture(r->m, match, CX_FIELD_ORDINAL);
		const CxCapture *c = cx_match_capture(r->m, match, CX_FIELD_ORGANISATION);
		CxOrg		org;

		if (i % 1024 == 0)
			CX_TRY(cx_poll(r->arena));
		if (ordinal == NULL || ordinal->edge == CX_NO_EDGE || c == NULL || c->edge == CX_NO_EDGE || strcmp(cx_rule_name(r, match), "event.congress") != 0)
			continue;
		n++;
		CX_TRY(cx_org_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &org));
		if (org.tail.at != NULL && cx_same(org.tail, r->main_org.tail))
			r->own_number = r->lex->ordinals.at[r->tagged->edges.at[ordinal->edge].data].value;
	}
	return CX_OK;
}

/*
 * The main organisation: that of the congress in the headline, else of the first
 * event of the text, else the first organisation that is specific.
 */
CxStatus
cx_organisations_read(CxReader *r)
{
	const CxMatch *best = NULL;

	r->own_number = CX_NULL;
	CX_TRY(collect_ties(r));
	for (int pass = 0; pass < 2 && best == NULL; pass++)
		for (uint32_t i = 0; i < r->lex->sentences.n && best == NULL; i++)
			if ((r->lex->sentences.at[i].zone == CX_ZONE_HEADLINE) == (pass == 0))
				best = sentence_holder(r, &r->lex->sentences.at[i]);
	for (uint32_t i = 0; i < r->m->mentions.n && best == NULL; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		uint16_t	block = r->m->rules->rules[match->rule].block;

		if (CX_LABEL_MENTION + r->m->rules->blocks[block].kind == r->organisation && is_specific(r, match) && is_introduced(r, match))
			best = match;
	}
	if (best != NULL)
	{
		CxOrg		org;

		CX_TRY(cx_org_of(r, best, &org));
		if (cx_str_is_capitals(org.full))
			CX_TRY(name_in_small(r, &org));
		r->main_org = org;
	}
	CX_TRY(read_own_number(r));
	return read_tellings(r);
}
