/*-------------------------------------------------------------------------
 *
 * name.c
 *	  Vietnamese names of persons: their parts, and a key that orders them.
 *
 * A name is surname, middle names, given name, in this order.  The surname is one
 * syllable, or more if a list knows them together (src/lexicon/surname.tsv: Tôn
 * Thất, Rơ Chăm); the given name, by which lists are ordered, is the last
 * syllable; what is between, with the particles Văn and Thị, is the middle.
 *
 * Peoples of the Central Highlands put a particle before the given name: Y and A
 * (men, and in places women), H' and K'.  Where a name begins with one, the
 * surname stands last, or there is none.  Xtiêng women are Thị and a given name.
 *
 *-------------------------------------------------------------------------
 */
#include "vntext.h"

#include "access/htup_details.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "lexicon_classes.h"

/* Longest name in words that is looked at; more are middle names. */
#define NAME_WORDS		32

/* A name cut into words; no part: nothing between the two places. */
typedef struct NameParts
{
	CxScratch	scratch;
	CxStr		value;
	int			n;				/* words */
	uint32_t	start[NAME_WORDS];	/* bytes in value */
	uint32_t	end[NAME_WORDS];
	int			surname[2];		/* first word, word after the last */
	int			middle[2];
	int			given[2];
} NameParts;

static bool
is_word(const NameParts *name, int word, const char *other)
{
	return cx_collate_compare(name->value.at + name->start[word], name->end[word] - name->start[word],
							  other, strlen(other)) == 0;
}

/* A particle of given names: Y, A, or H' and K' with what they are joined to. */
static bool
is_particle(const NameParts *name, int word)
{
	const char *s = name->value.at + name->start[word];
	uint32_t	n = name->end[word] - name->start[word];

	if (is_word(name, word, "y") || is_word(name, word, "a"))
		return true;
	if (n <= 2 || strchr("HhKk", s[0]) == NULL)
		return false;
	return s[1] == '\'' || s[1] == '`' || (n > 4 && memcmp(s + 1, "\xE2\x80\x99", 3) == 0);
}

static void
set_part(int part[2], int from, int to)
{
	part[0] = from;
	part[1] = Max(from, to);
}

static void
name_read(NameParts *name, CxStr value)
{
	CxLexis		lex;
	CxTagged	tagged;
	CxStr		capitals;
	int			word_of_surname = 0;	/* words of the longest surname at the
										 * head */
	int			last_surname;	/* first word of the longest at the end */
	uint32_t	i;

	memset(name, 0, sizeof(*name));
	name->value = value;
	cx_scratch_init(&name->scratch);

	/* the list is in capitals, a name need not be */
	cx_pg_check(cx_initcap(&name->scratch.arena, value.at, value.n, &capitals));
	if (capitals.n != value.n)
		capitals = value;
	cx_pg_check(cx_lexis_init(&lex, &name->scratch.arena, capitals.at, capitals.n));
	cx_pg_check(cx_tokens(&lex));
	cx_pg_check(cx_lexicon_tag(&lex, &tagged));
	for (i = 0; i < lex.toks.n; i++)
	{
		const CxToken *tok = &lex.toks.at[i];

		if ((i == 0 || (tok->flags & CX_TF_SPACE)) && name->n < NAME_WORDS)
			name->start[name->n++] = tok->start;
		name->end[name->n - 1] = tok->end;
	}
	if (name->n == 0)
		return;

	/* surnames that fit between words, at the head and at the end */
	last_surname = name->n;
	for (i = 0; i < lex.toks.n; i++)
	{
		const CxEdge *edge = cx_edge_find(&tagged, i, CX_CLASS_SURNAME);
		uint32_t	end;
		int			word;

		if (edge == NULL)
			continue;
		end = lex.toks.at[edge->end - 1].end;
		if (i == 0)
			for (word = 0; word < name->n; word++)
				if (name->end[word] == end)
					word_of_surname = word + 1;
		if (end == name->end[name->n - 1] && last_surname == name->n)
			for (word = 0; word < name->n; word++)
				if (name->start[word] == lex.toks.at[i].start)
					last_surname = word;
	}

	if (name->n == 1)
		set_part(name->given, 0, 1);
	else if (is_particle(name, 0) && word_of_surname < 2)
	{
		/* a particle that stands alone goes with what it is put before */
		int			least = is_word(name, 0, "y") || is_word(name, 0, "a") ? 2 : 1;

		set_part(name->given, 0, Max(least, last_surname));
		name->given[1] = Min(name->given[1], name->n);
		set_part(name->surname, name->given[1], name->n);
	}
	else if (name->n == 2 && is_word(name, 0, "thị"))
	{
		set_part(name->middle, 0, 1);
		set_part(name->given, 1, 2);
	}
	else
	{
		int			surname = Max(1, Min(word_of_surname, name->n - 1));

		set_part(name->surname, 0, surname);
		set_part(name->middle, surname, name->n - 1);
		set_part(name->given, name->n - 1, name->n);
	}
}

static CxStr
part_str(const NameParts *name, const int part[2])
{
	CxStr		s = {name->value.at, 0};

	if (part[0] < part[1])
	{
		s.at = name->value.at + name->start[part[0]];
		s.n = name->end[part[1] - 1] - name->start[part[0]];
	}
	return s;
}

CX_SQL_FUNCTION(vn_name_parts);
Datum
vn_name_parts(PG_FUNCTION_ARGS)
{
	NameParts	name;
	TupleDesc	desc;
	Datum		values[3];
	bool		nulls[3];
	const int  *parts[3] = {name.surname, name.middle, name.given};
	int			i;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	name_read(&name, CX_GETARG_STR(0));
	for (i = 0; i < 3; i++)
	{
		CxStr		s = part_str(&name, parts[i]);

		nulls[i] = s.n == 0;
		values[i] = PointerGetDatum(cstring_to_text_with_len(s.at, (int) s.n));
	}
	cx_arena_free(&name.scratch.arena);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* No key holds a zero byte, so that one parts them, and nothing sorts before something. */
CX_SQL_FUNCTION(vn_name_key);
Datum
vn_name_key(PG_FUNCTION_ARGS)
{
	NameParts	name;
	const int  *parts[3] = {name.given, name.surname, name.middle};
	StringInfoData key;
	int			i;

	name_read(&name, CX_GETARG_STR(0));
	initStringInfo(&key);
	appendStringInfoSpaces(&key, VARHDRSZ);
	for (i = 0; i < 3; i++)
	{
		CxStr		s = part_str(&name, parts[i]);

		if (i > 0)
			appendStringInfoCharMacro(&key, '\0');
		cx_collate_key(s.at, s.n, CX_KEY_ORDER, cx_key_append, &key);
	}
	cx_arena_free(&name.scratch.arena);
	SET_VARSIZE(key.data, key.len);
	PG_RETURN_BYTEA_P(key.data);
}
