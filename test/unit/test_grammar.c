/*-------------------------------------------------------------------------
 *
 * test_grammar.c
 *	  The grammar layer: the compiler of the notation and its errors, the
 *	  matcher against a slow twin, and the names of names.tsv.
 *
 * On random rules over random tokens the slow twin must find what the matcher
 * finds, captures and all.  Run it in the top folder of the repository.
 *
 *-------------------------------------------------------------------------
 */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/grammar/cx_grammar.h"
#include "lexicon_classes.h"
#include "slow_grammar.h"

#define NAMES		"test/unit/names.tsv"
#define RULES		"src/grammar/" "*.rules"
#define FIRST_RULES	"src/grammar/mentions.rules"

static CxRuleSet
compile(CxArena *arena, const char *text)
{
	CxRuleFile	file = {"test.rules", text, strlen(text)};
	char		message[256] = "";
	CxRuleSet	rules;

	if (cx_rules_compile(arena, &file, 1, &rules, message, sizeof(message)) != CX_OK)
		fail_msg("%s", message);
	return rules;
}

/* Read and tag a text; all of it is body. */
static void
tag(CxArena *arena, CxLexis *lex, CxTagged *tagged, const char *text)
{
	assert_int_equal(cx_lexis_init(lex, arena, text, strlen(text)), CX_OK);
	assert_int_equal(cx_tokens(lex), CX_OK);
	assert_int_equal(cx_dates(lex), CX_OK);
	assert_int_equal(cx_numbers(lex), CX_OK);
	assert_int_equal(cx_sentences(lex), CX_OK);
	for (uint32_t i = 0; i < lex->sentences.n; i++)
		lex->sentences.at[i].zone = CX_ZONE_BODY;
	assert_int_equal(cx_lexicon_tag(lex, tagged), CX_OK);
}

/* ---- matches as text ----------------------------------------------------------------- */

static void
put_span(Out *out, const CxLexis *lex, uint32_t tok, uint32_t end)
{
	if (tok < end)
		put(out, "%.*s", (int) (lex->toks.at[end - 1].end - lex->toks.at[tok].start), lex->text + lex->toks.at[tok].start);
}

/* r.a<text of the match> field:<text of a capture, ! after it if it is one edge> */
static void
put_match(Out *out, const CxMatches *m, const CxMatch *match)
{
	const CxLexis *lex = m->tagged->lex;

	put(out, "%s%s<", out->n > 0 ? " / " : "", m->rules->strings + m->rules->rules[match->rule].name);
	put_span(out, lex, match->tok, match->end);
	put(out, ">");
	for (uint32_t i = 0; i < match->ncaptures; i++)
	{
		const CxCapture *c = &m->captures.at[match->captures + i];

		put(out, " %s:<", cx_field_names[c->field]);
		put_span(out, lex, c->tok, c->end);
		put(out, c->edge == CX_NO_EDGE ? ">" : ">!");
	}
}

static void
check_matches(const char *rules_text, const char *text, const char *expected)
{
	Out			out = {"", 0};
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	CxRuleSet	rules;
	CxMatches	m;

	cx_arena_init(&arena, &cx_env_malloc);
	rules = compile(&arena, rules_text);
	tag(&arena, &lex, &tagged, text);
	assert_int_equal(cx_grammar_match(&tagged, &rules, &m), CX_OK);
	for (uint32_t i = 0; i < m.mentions.n; i++)
		put_match(&out, &m, &m.mentions.at[i]);
	for (uint32_t i = 0; i < m.relations.n; i++)
		put_match(&out, &m, &m.relations.at[i]);
	if (strcmp(out.at, expected) != 0)
		fail_msg("%s\n  over     %s\n  gives    %s\n  expected %s", rules_text, text, out.at, expected);
	cx_arena_free(&arena);
}

typedef struct MatchCase
{
	const char *rules;
	const char *text;
	const char *expected;
} MatchCase;

static void
check_cases(const MatchCase *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_matches(cases[i].rules, cases[i].text, cases[i].expected);
}

#define CHECK_CASES(cases) check_cases(cases, sizeof(cases) / sizeof(cases[0]))

/* ---- the notation ------------------------------------------------------------------------ */

static void
test_elements(void **state)
{
	static const MatchCase cases[] = {
		/* words: any case and form, several in one pair of quotes, marks */
		{"relation r; a: 'cây' ;", "Cây CÂY cây", "r.a<Cây> / r.a<CÂY> / r.a<cây>"},
		{"relation r; a: 'cây xanh' ;", "cây Xanh cây", "r.a<cây Xanh>"},
		{"relation r; a: 'cây' ',' 'lá' ;", "cây, lá; cây lá", "r.a<cây, lá>"},
		{"relation r; a: 'cây, lá' ;", "cây, lá; cây lá", "r.a<cây, lá>"},
		{"relation r; a: 'HĐND' ;", "hđnd họp", "r.a<hđnd>"},
		{"relation r; a: 'hòa' ;", "hoà", "r.a<hoà>"},
		{"relation r; a: 'cây' '-' ;", "cây – lá", "r.a<cây –>"},
		/* classes, with and without a value */
		{"relation r; a: <unit> ;", "tỉnh ta", "r.a<tỉnh>"},
		{"relation r; a: <unit:province> ;", "tỉnh và huyện", "r.a<tỉnh>"},
		{"relation r; a: name:<place:Bà Rịa - Vũng Tàu> ;", "về Bà Rịa - Vũng Tàu", "r.a<Bà Rịa - Vũng Tàu> name:<Bà Rịa - Vũng Tàu>!"},
		/* mentions that need no rule */
		{"relation r; a: value:@number ;", "hơn 290 cây", "r.a<hơn 290> value:<hơn 290>!"},
		{"relation r; a: date:@date ;", "sáng 17/8/2020", "r.a<sáng 17/8/2020> date:<sáng 17/8/2020>!"},
		{"relation r; a: term:@term ;", "nhiệm kỳ 2020 - 2025", "r.a<nhiệm kỳ 2020 - 2025> term:<nhiệm kỳ 2020 - 2025>!"},
		{"relation r; a: ordinal:@ordinal ;", "lần thứ IX", "r.a<lần thứ IX> ordinal:<lần thứ IX>!"},
		{"relation r; a: 'gọi là' '\"' content:@quote ;", "gọi là “cây xanh”.", "r.a<gọi là “cây xanh> content:<cây xanh>!"},
		{"relation r; a: name:@name ;", "anh Trần Đình Mạnh", "r.a<Trần Đình Mạnh> name:<Trần Đình Mạnh>!"},
		/* shapes */
		{"relation r; a: 'cây' body:{any} ;", "cây + cây 3 cây", "r.a<cây +> body:<+> / r.a<cây 3> body:<3>"},
		{"relation r; a: 'cây' {word} ;", "cây 3 cây , cây lá cây Abc cây IX", "r.a<cây lá> / r.a<cây Abc> / r.a<cây IX>"},
		{"relation r; a: 'cây' {Cap} ;", "cây lá cây Lá cây LÁ", "r.a<cây Lá> / r.a<cây LÁ>"},
		{"relation r; a: 'cây' {CAPS} ;", "cây Lá cây LÁ cây Ô", "r.a<cây LÁ>"},
		{"relation r; a: 'cây' {low} ;", "cây lá cây Lá cây 3", "r.a<cây lá>"},
		{"relation r; a: 'cây' {Roman} ;", "cây lá cây IX", "r.a<cây IX>"},
		{"relation r; a: 'cây' {digits} ;", "cây ba cây 3.000", "r.a<cây 3.000>"},
		/* ends of the sentence */
		{"relation r; a: ^ 'cây' ;", "Cây cây. Cây lá", "r.a<Cây> / r.a<Cây>"},
		{"relation r; a: 'cây' $ ;", "Cây cây", "r.a<cây>"},
		/* groups */
		{"relation r; a: 'cây' ( 'lá' | 'hoa' ) ;", "cây lá cây hoa cây cỏ", "r.a<cây lá> / r.a<cây hoa>"},
		{"relation r; a: 'cây' [ 'lá' | 'hoa' ] ;", "cây cỏ cây hoa", "r.a<cây> / r.a<cây hoa>"},
		{"relation r; a: 'cây' ( 'lá' | ) 'hoa' ;", "cây hoa cây lá hoa", "r.a<cây hoa> / r.a<cây lá hoa>"},
		{"relation r; a: ( 'cây' | <unit> ) 'lá' ;", "cây lá tỉnh lá", "r.a<cây lá> / r.a<tỉnh lá>"},
		{"relation r; a: 'cây' ( 'lá' 'hoa' )? 'cỏ' ;", "cây cỏ cây lá cỏ cây lá hoa cỏ", "r.a<cây cỏ> / r.a<cây lá hoa cỏ>"},
		{"relation r; a: [ 'lá' ] 'cây' ;", "lá cây", "r.a<lá cây> / r.a<cây>"},
		/* negations look at one place and take nothing */
		{"relation r; a: 'cây' !'lá' {word} ;", "cây lá cây hoa", "r.a<cây hoa>"},
		{"relation r; a: 'cây' !<unit> {word} ;", "cây tỉnh cây hoa", "r.a<cây hoa>"},
		{"relation r; a: 'cây' !<unit:province> {word} ;", "cây tỉnh cây huyện", "r.a<cây huyện>"},
		{"relation r; a: 'cây' !@number {any} ;", "cây 3 cây hoa", "r.a<cây hoa>"},
		{"relation r; a: 'cây' !{Cap} {word} ;", "cây Hoa cây hoa", "r.a<cây hoa>"},
		{"relation r; a: 'cây' !'lá' ;", "cây", "r.a<cây>"},
		/* a comment, a rule over several lines, names with digits */
		{"# trees\nrelation r2;\na_1:\t'cây' # the tree\n  'lá'\n;\n", "cây lá", "r2.a_1<cây lá>"},
	};

	(void) state;
	CHECK_CASES(cases);
}

static void
test_order_of_choice(void **state)
{
	static const MatchCase cases[] = {
		/* the first alternative that leads on, not the longest */
		{"relation r; a: 'cây' field:( 'lá' | 'lá hoa' ) ;", "cây lá hoa", "r.a<cây lá> field:<lá>"},
		{"relation r; a: 'cây' field:( 'lá hoa' | 'lá' ) ;", "cây lá hoa", "r.a<cây lá hoa> field:<lá hoa>"},
		{"relation r; a: 'cây' field:( 'lá' | 'lá hoa' ) 'cỏ' ;", "cây lá hoa cỏ", "r.a<cây lá hoa cỏ> field:<lá hoa>"},
		/* as many as can be, given back where the rest needs them */
		{"relation r; a: 'cây' field:( 'lá' )* ;", "cây lá lá lá", "r.a<cây lá lá lá> field:<lá lá lá>"},
		{"relation r; a: 'cây' field:( 'lá' )* 'lá' ;", "cây lá lá lá", "r.a<cây lá lá lá> field:<lá lá>"},
		{"relation r; a: 'cây' 'lá'+ ;", "cây cây lá lá", "r.a<cây lá lá>"},
		{"relation r; a: 'cây' 'lá'? 'lá'? 'lá' ;", "cây lá lá", "r.a<cây lá lá>"},
		{"relation r; a: 'cây' ( 'lá'* )* 'hoa' ;", "cây lá lá hoa", "r.a<cây lá lá hoa>"},
		{"relation r; a: 'cây' ( [ 'lá' ] )+ 'hoa' ;", "cây lá hoa cây hoa", "r.a<cây lá hoa> / r.a<cây hoa>"},
		/* as few as can be */
		{"relation r; a: 'cây' ..5 'lá' ;", "cây hoa lá lá", "r.a<cây hoa lá>"},
		{"relation r; a: 'cây' ..5 [ 'lá' ] ;", "cây hoa lá", "r.a<cây>"},
		{"relation r; a: 'cây' ..2 'lá' ;", "cây hoa hoa hoa lá cây hoa hoa lá", "r.a<cây hoa hoa lá>"},
		{"relation r; a: 'cây' ..5 'lá' ;", "cây hoa; lá", ""},
		{"relation r; a: 'cây' ..5 'lá' ;", "cây hoa: lá", ""},
		{"relation r; a: 'cây' ..5 'lá' ;", "cây, lá", "r.a<cây, lá>"},
		{"relation r; a: 'cây' ...5 'lá' ;", "cây; hoa: lá", "r.a<cây; hoa: lá>"},
		{"relation r; a: 'cây' ..5 ';' ;", "cây hoa;", "r.a<cây hoa;>"},
		{"relation r; a: 'cây' ...5 'lá' ;", "Trồng cây. Lá rơi.", ""},
		/* the longest edge first, then the shorter ones */
		{"relation r; a: head:<head> ;", "Phó Bí thư Thường trực",
		"r.a<Phó Bí thư Thường trực> head:<Phó Bí thư Thường trực>! / r.a<Bí thư Thường trực> head:<Bí thư Thường trực>! / "
		"r.a<Thường trực> head:<Thường trực>!"},
		{"relation r; a: head:<head> 'thường' ;", "Phó Bí thư Thường trực",
		"r.a<Phó Bí thư Thường> head:<Phó Bí thư>! / r.a<Bí thư Thường> head:<Bí thư>!"},
	};

	(void) state;
	CHECK_CASES(cases);
}

static void
test_captures(void **state)
{
	static const MatchCase cases[] = {
		{"relation r; a: kind:'cây' body:( 'lá' 'hoa' ) ;", "cây lá hoa", "r.a<cây lá hoa> kind:<cây> body:<lá hoa>"},
		{"relation r; a: kind:( 'cây' body:'lá' ) ;", "cây lá", "r.a<cây lá> kind:<cây lá> body:<lá>"},
		{"relation r; a: ( kind:'cây' | body:'lá' )* 'hoa' ;", "cây lá cây hoa",
		"r.a<cây lá cây hoa> kind:<cây> body:<lá> kind:<cây> / r.a<lá cây hoa> body:<lá> kind:<cây> / r.a<cây hoa> kind:<cây> / r.a<hoa>"},
		{"relation r; a: 'cây' kind:[ 'lá' ] ;", "cây hoa", "r.a<cây> kind:<>"},
		/* what was captured on a way that failed is forgotten */
		{"relation r; a: 'cây' ( kind:'lá' 'hoa' | 'lá' ) ;", "cây lá cỏ", "r.a<cây lá>"},
		/* the edge of a capture is known where it is all of it, also within groups and after a second try */
		{"relation r; a: kind:( 'cây' | <unit> ) ;", "tỉnh cây", "r.a<tỉnh> kind:<tỉnh>! / r.a<cây> kind:<cây>"},
		{"relation r; a: kind:( <unit> [ 'cây' ] ) ;", "tỉnh cây tỉnh", "r.a<tỉnh cây> kind:<tỉnh cây> / r.a<tỉnh> kind:<tỉnh>!"},
		{"relation r; a: kind:( 'cây' <unit> ) ;", "cây tỉnh", "r.a<cây tỉnh> kind:<cây tỉnh>"},
		{"relation r; a: kind:( body:<unit> ) ;", "tỉnh", "r.a<tỉnh> kind:<tỉnh>! body:<tỉnh>!"},
		{"mention m; a: 'cây' | 'cây' 'lá' ; relation r; a: kind:@m ;", "cây", "m.a<cây> / r.a<cây> kind:<cây>!"},
		{"mention m; a: 'cây' ; mention n; a: @m ; relation r; a: kind:( 'cây' | @m ) ;", "cây",
		"m.a<cây> / n.a<cây> / r.a<cây> kind:<cây>"},
	};

	(void) state;
	CHECK_CASES(cases);
}

static void
test_blocks(void **state)
{
	static const MatchCase cases[] = {
		/* the longest; of equals the first; and on behind it */
		{"mention m; a: 'cây' ; b: 'cây lá' ;", "cây lá cây", "m.b<cây lá> / m.a<cây>"},
		{"mention m; a: 'cây' {word} ; b: 'cây lá' ;", "cây lá", "m.a<cây lá>"},
		{"mention m; a: 'cây' 'lá' ; b: 'lá' 'hoa' ;", "cây lá hoa", "m.a<cây lá>"},
		{"mention m; a: <unit> ; b: 'tỉnh' ;", "tỉnh", "m.a<tỉnh>"},
		/* later blocks see the kinds of earlier ones, and their own sentence only */
		{"mention m; a: 'cây' ; mention n; b: name:@m 'lá' ;", "cây lá", "m.a<cây> / n.b<cây lá> name:<cây>!"},
		{"mention m; a: 'cây' ; relation r; b: @m ..3 @m ;", "Cây lá. Cây hoa cây.", "m.a<Cây> / m.a<Cây> / m.a<cây> / r.b<Cây hoa cây>"},
		/* a relation reports each rule at each place, once even if it can begin in two ways */
		{"relation r; a: 'cây' {word} ; b: 'cây' ;", "cây cây", "r.a<cây cây> / r.b<cây> / r.b<cây>"},
		{"relation r; a: 'tỉnh' | <unit> ;", "tỉnh", "r.a<tỉnh>"},
		{"relation r; a: <unit> | <unit:province> | 'tỉnh' 'cây' ;", "tỉnh", "r.a<tỉnh>"},
	};

	(void) state;
	CHECK_CASES(cases);
}

static void
test_constants(void **state)
{
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	CxRuleSet	rules;
	CxMatches	m;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	rules = compile(&arena, "mention tree; a: kind:'cây' ; relation r;\n"
					"a: @tree => kind=oak, level='very big' = 95 ; b: @tree = 1 ; c: @tree => kind=oak ;");
	tag(&arena, &lex, &tagged, "cây");
	assert_int_equal(cx_grammar_match(&tagged, &rules, &m), CX_OK);
	assert_int_equal(m.relations.n, 3);
	assert_string_equal(cx_match_const(&m, &m.relations.at[0], CX_FIELD_KIND), "oak");
	assert_string_equal(cx_match_const(&m, &m.relations.at[0], CX_FIELD_LEVEL), "very big");
	assert_null(cx_match_const(&m, &m.relations.at[0], CX_FIELD_NAME));
	assert_null(cx_match_const(&m, &m.relations.at[1], CX_FIELD_KIND));
	assert_int_equal(rules.rules[m.relations.at[0].rule].weight, 95);
	assert_int_equal(rules.rules[m.relations.at[1].rule].weight, 1);
	assert_int_equal(rules.rules[m.relations.at[2].rule].weight, 80);

	assert_non_null(cx_match_capture(&m, &m.mentions.at[0], CX_FIELD_KIND));
	assert_null(cx_match_capture(&m, &m.mentions.at[0], CX_FIELD_LEVEL));
	assert_int_equal(cx_kind_label(&rules, "number"), CX_LABEL_MENTION + CX_KIND_NUMBER);
	assert_int_equal(cx_kind_label(&rules, "tree"), CX_LABEL_MENTION + CX_KIND_BUILTINS);
	assert_int_equal(cx_kind_label(&rules, "r"), 0);
	assert_ptr_equal(cx_edge_mention(&m, cx_edge_find(&tagged, 0, cx_kind_label(&rules, "tree"))), &m.mentions.at[0]);
	cx_arena_free(&arena);
}

/* Sentences of the page around the article are not read. */
static void
test_zones(void **state)
{
	static const bool read[] = {
		[CX_ZONE_HEADLINE] = true,[CX_ZONE_LEAD] = true,[CX_ZONE_BODY] = true,[CX_ZONE_CAPTION] = true,[CX_ZONE_FOOTER] = false
	};
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	CxRuleSet	rules;
	CxMatches	m;

	(void) state;
	for (unsigned zone = 0; zone < sizeof(read); zone++)
	{
		cx_arena_init(&arena, &cx_env_malloc);
		rules = compile(&arena, "relation r; a: 'cây' ;");
		tag(&arena, &lex, &tagged, "Cây.");
		lex.sentences.at[0].zone = (uint8_t) zone;
		assert_int_equal(cx_grammar_match(&tagged, &rules, &m), CX_OK);
		assert_int_equal(m.relations.n, read[zone]);
		cx_arena_free(&arena);
	}
}

/* ---- errors of the notation -------------------------------------------------------------- */

static void
check_error(const char *rules_text, size_t n, const char *expected)
{
	CxRuleFile	file = {"t.rules", rules_text, n};
	char		message[256] = "";
	CxRuleSet	rules;
	CxArena		arena;

	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_rules_compile(&arena, &file, 1, &rules, message, sizeof(message)), CX_ESYNTAX);
	if (strcmp(message, expected) != 0)
		fail_msg("%.200s\n  gives    %s\n  expected %s", rules_text, message, expected);
	cx_arena_free(&arena);
}

static void
test_errors(void **state)
{
	static const struct
	{
		const char *rules;
		const char *message;
	}			cases[] = {
		/* blocks */
		{"a: 'cây' ;", "t.rules:1:1: expected \"mention NAME;\" or \"relation NAME;\""},
		{"\n  # no block\n  a: 'cây' ;", "t.rules:3:3: expected \"mention NAME;\" or \"relation NAME;\""},
		{"relation ;", "t.rules:1:1: expected the name of the block"},
		{"relation r a: 'cây' ;", "t.rules:1:12: expected \";\""},
		{"relation r;\nmention r;", "t.rules:2:9: a block has this name already: \"r\""},
		/* names of rules */
		{"relation r;\n: 'cây' ;", "t.rules:2:1: expected the name of a rule"},
		{"relation r;\nCay: 'cây' ;", "t.rules:2:1: expected the name of a rule"},
		{"relation r;\na 'cây' ;", "t.rules:2:3: expected \":\""},
		{"relation r;\na: 'cây' ;\na: 'lá' ;", "t.rules:3:1: a rule has this name already: \"r.a\""},
		{"relation r; a: 'cây'", "t.rules:1:21: expected \";\""},
		{"relation r; a: ( 'cây'", "t.rules:1:23: expected \")\""},
		{"relation r; a: 'cây' !", "t.rules:1:23: the rule is not closed by ;"},
		/* words; columns count characters */
		{"relation r; a: 'cây ;", "t.rules:1:16: the word is not closed by a quote"},
		{"relation r; a: 'cây\n' ;", "t.rules:1:16: the word is not closed by a quote"},
		{"relation r; a: '' ;", "t.rules:1:16: empty word"},
		{"relation r; a: 'đại hội xyzzy' ;", "t.rules:1:25: neither a syllable nor a word of the lexicon: \"xyzzy\""},
		{"relation r; a: 'cây 30' ;", "t.rules:1:21: a number is no word; it is written {digits} or @number: \"30\""},
		{"relation r; a: 'c\xFFy' ;", "t.rules:1:16: the word is not UTF-8"},
		/* classes, mentions, shapes */
		{"relation r; a: <tree> ;", "t.rules:1:17: no such lexicon class: \"tree\""},
		{"relation r; a: <> ;", "t.rules:1:17: no such lexicon class:"},
		{"relation r; a: <unit:no such> ;", "t.rules:1:22: no such value in the lexicon: \"no such\""},
		{"relation r; a: <unit:> ;", "t.rules:1:22: no such value in the lexicon:"},
		{"relation r; a: <unit ;", "t.rules:1:22: expected \">\""},
		{"relation r; a: @tree ;", "t.rules:1:17: no such mention kind before this block: \"tree\""},
		{"mention m; a: 'cây' @m ;", "t.rules:1:22: no such mention kind before this block: \"m\""},
		{"mention m; a: 'cây' @n ; mention n; a: 'lá' ;", "t.rules:1:22: no such mention kind before this block: \"n\""},
		{"relation r; a: 'lá' ; relation s; a: @r ;", "t.rules:1:39: no such mention kind before this block: \"r\""},
		{"relation r; a: 'cây' {cap} ;", "t.rules:1:22: shapes are {any} {word} {Cap} {CAPS} {low} {Roman} {digits}"},
		/* gaps */
		{"relation r; a: 'cây' . 'lá' ;", "t.rules:1:22: a gap is written ..N or ...N"},
		{"relation r; a: 'cây' .. 'lá' ;", "t.rules:1:25: expected a number from 1 to \"60\""},
		{"relation r; a: 'cây' ..0 'lá' ;", "t.rules:1:24: expected a number from 1 to \"60\""},
		{"relation r; a: 'cây' ..61 'lá' ;", "t.rules:1:24: expected a number from 1 to \"60\""},
		{"relation r; a: 'cây' ...99999999999999999999 'lá' ;", "t.rules:1:25: expected a number from 1 to \"60\""},
		/* groups, negations, repetitions, captures */
		{"relation r; a: 'cây' ( 'lá' ] ;", "t.rules:1:29: expected \")\""},
		{"relation r; a: 'cây' [ 'lá' ) ;", "t.rules:1:29: expected \"]\""},
		{"relation r; a: 'cây' ) ;", "t.rules:1:22: expected \";\""},
		{"relation r; a: 'cây' !( 'lá' | 'hoa' ) ;", "t.rules:1:22: only one word, class, mention or shape can be negated"},
		{"relation r; a: 'cây' !'lá hoa' ;", "t.rules:1:22: only one word, class, mention or shape can be negated"},
		{"relation r; a: 'cây' * ;", "t.rules:1:22: expected an element"},
		{"relation r; a: 'cây'** ;", "t.rules:1:22: expected an element"},
		{"relation r; a: tree:'cây' ;", "t.rules:1:16: no such field: \"tree\""},
		{"relation r; a: kind 'cây' ;", "t.rules:1:21: expected \":\""},
		{"relation r; a: kind: ;", "t.rules:1:22: expected an element"},
		/* where a rule begins */
		{"relation r; a: {Cap} ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		{"relation r; a: ..3 'cây' ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		{"relation r; a: [ 'cây' ] {Cap} ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		{"relation r; a: ( 'cây' )* ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		{"relation r; a: 'cây' | ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		{"relation r; a: !'cây' ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		{"relation r; a: ;", "t.rules:1:13: a rule must begin with a word, a class or a mention: \"r.a\""},
		/* constants and weights */
		{"relation r; a: 'cây' => tree=oak ;", "t.rules:1:25: no such field: \"tree\""},
		{"relation r; a: 'cây' => kind ;", "t.rules:1:30: expected \"=\""},
		{"relation r; a: 'cây' => kind= ;", "t.rules:1:31: expected a value"},
		{"relation r; a: 'cây' => kind='' ;", "t.rules:1:32: expected a value"},
		{"relation r; a: 'cây' => kind='oak ;", "t.rules:1:36: expected \"'\""},
		{"relation r; a: 'cây' = ;", "t.rules:1:24: expected a number from 1 to \"100\""},
		{"relation r; a: 'cây' = 101 ;", "t.rules:1:24: expected a number from 1 to \"100\""},
		{"relation r; a: 'cây' = 80 => kind=oak ;", "t.rules:1:27: expected \";\""},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_error(cases[i].rules, strlen(cases[i].rules), cases[i].message);
}

/* "head" and then "part" n times, and "tail" */
static char *
repeat(const char *head, const char *part, unsigned n, const char *tail)
{
	char	   *text = malloc(strlen(head) + strlen(part) * n + strlen(tail) + 1);
	char	   *p = text + strlen(head);

	assert_non_null(text);
	strcpy(text, head);
	for (unsigned i = 0; i < n; i++, p += strlen(part))
		strcpy(p, part);
	strcpy(p, tail);
	return text;
}

/* Rules that are too long or nested too deep are refused, however far they go. */
static void
test_limits(void **state)
{
	static const struct
	{
		const char *head, *part, *tail;
		unsigned	most;
		const char *message;
	}			cases[] = {
		{"relation r; a: 'cây'", " 'lá'", " ;", 254, "t.rules:1:1298: the rule is too long"},
		{"relation r; a: 'cây", " lá", "' ;", 254, NULL},
		{"relation r; a: 'cây' ", "(", " ;", 0, "t.rules:1:54: groups are nested too deep"},
		{"relation r; a: 'cây' ", "[ 'lá' ", " ;", 0, "t.rules:1:246: groups are nested too deep"},
		{"relation r; a: 'cây' ", "!", "'lá' ;", 0, "t.rules:1:277: the rule is too long"},
		{"relation r; a: 'cây' ", "|", "'lá' ;", 0, "t.rules:1:278: the rule is too long"},
		{"relation r; a: 'cây' => kind=oak", ", kind=oak", " ;", 254, "t.rules:1:2575: too many constants"},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char	   *text;
		CxArena		arena;

		if (cases[i].most > 0)
		{
			text = repeat(cases[i].head, cases[i].part, cases[i].most, cases[i].tail);
			cx_arena_init(&arena, &cx_env_malloc);
			compile(&arena, text);
			cx_arena_free(&arena);
			free(text);
		}
		if (cases[i].message != NULL)
		{
			text = repeat(cases[i].head, cases[i].part, 200000, cases[i].tail);
			check_error(text, strlen(text), cases[i].message);
			free(text);
		}
	}

	/* a program may be longer than its elements are many */
	{
		char	   *text = repeat("relation r; a: 'cây'", " kind:( 'lá' 'lá' )", 70, " ;");

		check_error(text, strlen(text), "t.rules:1:13: the rule is too long: \"r.a\"");
		free(text);
	}

	/* blocks are bits of a mask */
	{
		char		text[CX_MAX_BLOCKS * 16 + 32] = "";
		size_t		n = 0;
		CxArena		arena;

		for (int i = 0; i < CX_MAX_BLOCKS; i++)
			n += (size_t) snprintf(text + n, sizeof(text) - n, "mention m%d;\n", i);
		cx_arena_init(&arena, &cx_env_malloc);
		compile(&arena, text);
		cx_arena_free(&arena);
		n += (size_t) snprintf(text + n, sizeof(text) - n, "mention more;\n");
		check_error(text, n, "t.rules:33:1: too many blocks");
	}
}

/* An error names the file that it is in; a block goes on into the next file. */
static void
test_files(void **state)
{
	const char *one = "mention m;\na: 'cây' ;";
	const char *two = "b: 'lá' ;\nc: @n ;";
	const CxRuleFile files[] = {{"one.rules", one, strlen(one)}, {"two.rules", two, strlen(two)}};
	char		message[256] = "";
	char		small[12];
	CxRuleSet	rules;
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_rules_compile(&arena, files, 2, &rules, message, sizeof(message)), CX_ESYNTAX);
	assert_string_equal(message, "two.rules:2:5: no such mention kind before this block: \"n\"");
	assert_int_equal(cx_rules_compile(&arena, files, 2, &rules, small, sizeof(small)), CX_ESYNTAX);
	assert_string_equal(small, "two.rules:2");
	assert_int_equal(cx_rules_compile(&arena, files, 1, &rules, message, sizeof(message)), CX_OK);
	assert_int_equal(cx_rules_compile(&arena, files, 0, &rules, message, sizeof(message)), CX_OK);
	assert_int_equal(rules.nrules, 0);
	cx_arena_free(&arena);
}

/* ---- the rules of the library --------------------------------------------------------------- */

static char *
read_file(const char *path, size_t *n)
{
	FILE	   *in = fopen(path, "rb");
	char	   *text = malloc(1 << 20);

	assert_non_null(in);
	assert_non_null(text);
	*n = fread(text, 1, 1 << 20, in);
	fclose(in);
	return text;
}

#define SAME_TABLE(table, count) \
	do { \
		assert_int_equal(rules.count, cx_rules.count); \
		assert_memory_equal(rules.table, cx_rules.table, rules.count * sizeof(rules.table[0])); \
	} while (0)

/* The tables that were made at build time are those of the .rules files. */
static void
test_tables(void **state)
{
	CxRuleFile	files[32];
	unsigned	n = 0;
	char		message[256] = "";
	glob_t		paths;
	CxRuleSet	rules;
	CxArena		arena;

	(void) state;
	assert_int_equal(glob(RULES, 0, NULL, &paths), 0);
	files[n++].path = FIRST_RULES;
	for (size_t i = 0; i < paths.gl_pathc; i++)
		if (strcmp(paths.gl_pathv[i], FIRST_RULES) != 0)
			files[n++].path = paths.gl_pathv[i];
	for (unsigned i = 0; i < n; i++)
		files[i].at = read_file(files[i].path, &files[i].n);
	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_rules_compile(&arena, files, n, &rules, message, sizeof(message)), CX_OK);
	SAME_TABLE(code, ncode);
	SAME_TABLE(sym_triggers, nsym_triggers);
	SAME_TABLE(label_triggers, nlabel_triggers);
	SAME_TABLE(looks, nlooks);
	SAME_TABLE(strings, nstrings);
	assert_int_equal(rules.slot_mask, cx_rules.slot_mask);
	assert_memory_equal(rules.sym_slots, cx_rules.sym_slots, (rules.slot_mask + 1u) * sizeof(*rules.sym_slots));
	assert_memory_equal(rules.sym_masks, cx_rules.sym_masks, (rules.slot_mask + 1u) * sizeof(*rules.sym_masks));
	assert_memory_equal(rules.sym_set, cx_rules.sym_set, CX_SYM_SET_WORDS * sizeof(*rules.sym_set));
	assert_memory_equal(rules.label_groups, cx_rules.label_groups, CX_LABELS * CX_MAX_BLOCKS * sizeof(*rules.label_groups));
	assert_memory_equal(rules.label_masks, cx_rules.label_masks, 64 * sizeof(*rules.label_masks));
	assert_memory_equal(rules.label_sets, cx_rules.label_sets, sizeof(rules.label_sets));
	/* these have padding */
	assert_int_equal(rules.nconsts, cx_rules.nconsts);
	for (unsigned i = 0; i < rules.nconsts; i++)
		assert_true(rules.consts[i].field == cx_rules.consts[i].field && rules.consts[i].value == cx_rules.consts[i].value);
	assert_int_equal(rules.nblocks, cx_rules.nblocks);
	for (unsigned i = 0; i < rules.nblocks; i++)
		assert_true(rules.blocks[i].name == cx_rules.blocks[i].name && rules.blocks[i].kind == cx_rules.blocks[i].kind &&
					rules.blocks[i].stage == cx_rules.blocks[i].stage);
	assert_int_equal(rules.nrules, cx_rules.nrules);
	for (unsigned i = 0; i < rules.nrules; i++)
	{
		const CxRule *a = &rules.rules[i];
		const CxRule *b = &cx_rules.rules[i];

		assert_true(a->name == b->name && a->block == b->block && a->code == b->code && a->length == b->length &&
					a->consts == b->consts && a->nconsts == b->nconsts && a->weight == b->weight);
	}
	cx_arena_free(&arena);
	for (unsigned i = 0; i < n; i++)
		free((char *) files[i].at);
	globfree(&paths);
}

/* ---- random rules over random tokens ------------------------------------------------------------ */

#define MAX_RULES	4

/* A text of a few sentences with random edges; the same for the same seed. */
static void
random_text(CxArena *arena, CxLexis *lex, CxTagged *tagged)
{
	Out			out = {"", 0};
	char	   *text;

	for (unsigned n = 1 + pick(14); n > 0; n--)
		put(&out, "%s ", pick(8) == 0 ? "12" : words[pick(sizeof(words) / sizeof(words[0]))]);
	text = cx_arena_alloc(arena, out.n + 1);
	assert_non_null(text);
	memcpy(text, out.at, out.n);
	assert_int_equal(cx_lexis_init(lex, arena, text, out.n), CX_OK);
	assert_int_equal(cx_tokens(lex), CX_OK);
	for (uint32_t tok = 0; tok < lex->toks.n;)
	{
		CxSentence *s = cx_vec_push(arena, &lex->sentences);

		if (s == NULL)
			abort();
		s->tok = tok;
		s->end = pick(3) == 0 ? tok + 1 + pick(lex->toks.n - tok) : lex->toks.n;
		s->paragraph = 0;
		s->zone = CX_ZONE_BODY;
		tok = s->end;
	}
	assert_int_equal(cx_lexicon_tag(lex, tagged), CX_OK);
	for (unsigned n = pick(10); n > 0; n--)
	{
		const EdgeSpec *spec = &edge_specs[pick(CLASS_SPECS)];
		uint32_t	tok = pick(lex->toks.n);
		uint32_t	end = tok + 1 + pick(3);
		int			value = spec->value == NULL ? 0 : cx_lexicon_value_id(spec->value, strlen(spec->value));

		if (end <= lex->toks.n)
			assert_int_equal(cx_edge_add(tagged, tok, end, spec->label, (uint16_t) value, 0), CX_OK);
	}
}

/* One rule from a token of the twin's text; false if it was given up. */
static bool
twin_attempt(Twin *w, const Tree *t, const CxSentence *s, uint32_t tok, bool *found)
{
	w->first = s->tok;
	w->end = s->end;
	w->steps = 0;
	w->ncaptures = 0;
	*found = twin_go(w, t, tok, no_edge, NULL);
	return w->steps <= TWIN_STEPS;
}

static void
check_match(const char *rules_text, const CxMatches *m, const CxMatch *match, const Twin *w, uint32_t rule, uint32_t tok)
{
	bool		same = match->tok == tok && match->end == w->match_end && match->rule == rule && match->ncaptures == w->ncaptures;

	for (uint32_t i = 0; i < w->ncaptures && same; i++)
	{
		const CxCapture *a = &m->captures.at[match->captures + i];
		const CxCapture *b = &w->captures[i];

		same = a->tok == b->tok && a->end == b->end && a->edge == b->edge && a->field == b->field;
	}
	if (!same)
		fail_msg("%s\n  over \"%.*s\"\n  at token %u, rule %u: to token %u with %u captures, the twin to %u with %u", rules_text,
				 (int) m->tagged->lex->length, m->tagged->lex->text, tok, rule, match->end, match->ncaptures, w->match_end,
				 w->ncaptures);
}

static void
test_slow_twin(void **state)
{
	unsigned	given_up = 0,
				matched = 0;
	uint16_t	rule_syms[RULE_WORDS];

	(void) state;
	for (unsigned i = 0; i < RULE_WORDS; i++)
	{
		CxArena		arena;
		CxLexis		lex;

		cx_arena_init(&arena, &cx_env_malloc);
		assert_int_equal(cx_lexis_init(&lex, &arena, words[i], strlen(words[i])), CX_OK);
		assert_int_equal(cx_tokens(&lex), CX_OK);
		rule_syms[i] = lex.toks.at[0].sym;
		cx_arena_free(&arena);
	}
	for (unsigned round = 0; round < 50000; round++)
	{
		Out			out = {"", 0};
		Tree	   *trees[2 * MAX_RULES];
		unsigned	nmention = pick(MAX_RULES),
					n = nmention + 1 + pick(MAX_RULES - 1);
		uint32_t	text_seed,
					nmentions = 0,
					nrelations = 0;
		char		message[256] = "";
		CxRuleFile	file = {"r", out.at, 0};
		CxArena		arena;
		CxLexis		lex,
					slow_lex;
		CxTagged	tagged,
					slow;
		CxRuleSet	rules;
		CxMatches	m;
		Twin		w;
		bool		ok = true;

		cx_arena_init(&arena, &cx_env_malloc);
		for (unsigned i = 0; i < n; i++)
		{
			unsigned	nspecs = i < nmention ? CLASS_SPECS : CLASS_SPECS + 1;
			Tree	   *head = random_atom(&arena, nspecs, false);

			/* a rule begins with something, or with a choice of such things */
			if (pick(4) == 0)
				head = tree(&arena, T_ALT, head, random_atom(&arena, nspecs, false));
			if (pick(4) == 0)
			{
				head = tree(&arena, T_CAPTURE, head, NULL);
				head->a = pick(3);
			}
			trees[i] = tree(&arena, T_SEQ, head, random_tree(&arena, 4, nspecs));
			if (i == 0 && nmention > 0)
				put(&out, "mention m;\n");
			if (i == 0 && nmention == 0)
				put(&out, "mention m;\nrelation r;\n");
			else if (i == nmention)
				put(&out, "relation r;\n");
			put(&out, "a%u: ", i);
			put_tree(&out, trees[i]);
			put(&out, " ;\n");
		}
		file.n = out.n;
		if (cx_rules_compile(&arena, &file, 1, &rules, message, sizeof(message)) != CX_OK)
			fail_msg("%s%s", out.at, message);
		text_seed = seed;
		random_text(&arena, &lex, &tagged);
		seed = text_seed;
		random_text(&arena, &slow_lex, &slow);
		assert_int_equal(cx_grammar_match(&tagged, &rules, &m), CX_OK);

		w.tagged = &slow;
		w.rule_syms = rule_syms;
		for (uint32_t s = 0; s < slow_lex.sentences.n && ok; s++)
		{
			const CxSentence *sentence = &slow_lex.sentences.at[s];

			/* mentions: the longest, the first of equals, and on behind it */
			for (uint32_t tok = sentence->tok; tok < sentence->end && ok;)
			{
				Twin		best;
				uint32_t	best_rule = 0;

				best.match_end = tok;
				for (uint32_t rule = 0; rule < nmention && ok; rule++)
				{
					bool		found;

					ok = twin_attempt(&w, trees[rule], sentence, tok, &found);
					if (ok && found && w.match_end > best.match_end)
					{
						best = w;
						best_rule = rule;
					}
				}
				if (!ok || best.match_end == tok)
				{
					tok++;
					continue;
				}
				if (nmentions >= m.mentions.n)
					fail_msg("%s\n  over \"%.*s\"\n  no mention at token %u", out.at, (int) lex.length, lex.text, tok);
				check_match(out.at, &m, &m.mentions.at[nmentions++], &best, best_rule, tok);
				matched++;
				assert_int_equal(cx_edge_add(&slow, tok, best.match_end, LABEL_M, (uint16_t) best_rule, 0), CX_OK);
				tok = best.match_end;
			}
			/* relations: each rule at each token */
			for (uint32_t tok = sentence->tok; tok < sentence->end && ok; tok++)
			{
				uint32_t	begin = nrelations;

				while (nrelations < m.relations.n && m.relations.at[nrelations].tok == tok)
					nrelations++;
				for (uint32_t rule = nmention; rule < n && ok; rule++)
				{
					const CxMatch *match = NULL;
					bool		found;

					for (uint32_t i = begin; i < nrelations; i++)
						if (m.relations.at[i].rule == rule)
						{
							assert_null(match);
							match = &m.relations.at[i];
						}
					ok = twin_attempt(&w, trees[rule], sentence, tok, &found);
					if (!ok)
						break;
					if (found != (match != NULL))
						fail_msg("%s\n  over \"%.*s\"\n  at token %u, rule %u: %s", out.at, (int) lex.length, lex.text, tok, rule,
								 found ? "not found" : "found too much");
					if (found)
						check_match(out.at, &m, match, &w, rule, tok);
					matched += found;
				}
			}
		}
		if (!ok)
			given_up++;
		else
		{
			assert_int_equal(nmentions, m.mentions.n);
			assert_int_equal(nrelations, m.relations.n);
		}
		cx_arena_free(&arena);
	}
	/* the test tests something */
	assert_true(given_up < 500);
	assert_true(matched > 25000);
}

/* ---- texts made to take long ---------------------------------------------------------------------- */

static void
check_time(const char *rules_text, const char *part, unsigned n, double most)
{
	char	   *text = repeat("", part, n, "");
	clock_t		begin;
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	CxRuleSet	rules;
	CxMatches	m;

	cx_arena_init(&arena, &cx_env_malloc);
	rules = compile(&arena, rules_text);
	tag(&arena, &lex, &tagged, text);
	begin = clock();
	assert_int_equal(cx_grammar_match(&tagged, &rules, &m), CX_OK);
	if ((double) (clock() - begin) / CLOCKS_PER_SEC > most)
		fail_msg("%s\n  takes %.1f s", rules_text, (double) (clock() - begin) / CLOCKS_PER_SEC);
	cx_arena_free(&arena);
	free(text);
}

static void
test_time(void **state)
{
	(void) state;
	/* each would take longer than one lives without the memory of what was tried */
	check_time("relation r; a: 'cây' ( ( 'cây'* )* )* 'lá' ;", "cây ", 3000, 20);
	check_time("relation r; a: 'cây' ( 'cây' | 'cây' 'cây' | 'cây' 'cây' 'cây' )* 'lá' ;", "cây ", 3000, 20);
	check_time("relation r; a: 'cây' ..60 'cây' ..60 'cây' ..60 'cây' ..60 'lá' ;", "cây ", 2000, 20);
	check_time("relation r; a: 'cây' ( kind:{any} )* 'lá' ;", "cây ", 3000, 20);
	check_time("mention m; a: 'cây' ( 'cây' )* 'lá' ; relation r; a: @m ..60 @m ;", "cây lá ", 20000, 20);
	/* the rules of the library, over what they begin with */
	check_time("mention m; a: <head> ( <head> | <unit> | {any} )* 'lá' ;", "Phó Bí thư Thường trực tỉnh ", 500, 20);
}

static bool
stop_at_once(void *ctx)
{
	(void) ctx;
	return true;
}

/* A match that needs more than the window is not found, one that fits is. */
static void
test_window(void **state)
{
	static const unsigned lengths[] = {1, 253, 400, 509, 510, 511, 2000};

	(void) state;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
	{
		char	   *text = repeat("cây ", "lá ", lengths[i], "hoa");
		CxArena		arena;
		CxLexis		lex;
		CxTagged	tagged;
		CxRuleSet	rules;
		CxMatches	m;

		cx_arena_init(&arena, &cx_env_malloc);
		rules = compile(&arena, "relation r; a: 'cây' ( 'lá' )* 'hoa' ;");
		tag(&arena, &lex, &tagged, text);
		assert_int_equal(cx_grammar_match(&tagged, &rules, &m), CX_OK);
		assert_int_equal(m.relations.n, lengths[i] + 2 <= 511);
		cx_arena_free(&arena);
		free(text);
	}
}

/* ---- an environment that fails ---------------------------------------------------------------------- */

static unsigned allocs_left;

static void *
failing_alloc(void *ctx, size_t size)
{
	(void) ctx;
	return allocs_left-- == 0 ? NULL : malloc(size);
}

static void
failing_release(void *ctx, void *ptr)
{
	(void) ctx;
	free(ptr);
}

static void
test_failures(void **state)
{
	const CxEnv failing = {.alloc = failing_alloc,.release = failing_release};
	const CxEnv stopping = {.alloc = failing_alloc,.release = failing_release,.interrupted = stop_at_once};
	size_t		n;
	char	   *rules_text = read_file(FIRST_RULES, &n);
	const CxRuleFile file = {FIRST_RULES, rules_text, n};
	char	   *text = repeat("", "Bí thư Tỉnh ủy Hà Nội Trần Đình Mạnh, ", 200, "");
	char		message[256] = "";
	CxStatus	status = CX_ENOMEM;
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	CxRuleSet	rules;
	CxMatches	m;

	(void) state;
	for (unsigned allowed = 0; status == CX_ENOMEM; allowed++)
	{
		assert_true(allowed < 1000);
		cx_arena_init(&arena, &failing);
		allocs_left = allowed;
		status = cx_rules_compile(&arena, &file, 1, &rules, message, sizeof(message));
		cx_arena_free(&arena);
	}
	assert_int_equal(status, CX_OK);

	status = CX_ENOMEM;
	for (unsigned allowed = 0; status == CX_ENOMEM; allowed++)
	{
		assert_true(allowed < 1000);
		cx_arena_init(&arena, &failing);
		allocs_left = 100000;
		tag(&arena, &lex, &tagged, text);
		allocs_left = allowed;
		status = cx_grammar_match(&tagged, &cx_rules, &m);
		cx_arena_free(&arena);
	}
	assert_int_equal(status, CX_OK);

	cx_arena_init(&arena, &failing);
	allocs_left = 100000;
	tag(&arena, &lex, &tagged, text);
	arena.env = &stopping;
	assert_int_equal(cx_grammar_match(&tagged, &cx_rules, &m), CX_ECANCELED);
	cx_arena_free(&arena);
	free(text);
	free(rules_text);
}

/* ---- names --------------------------------------------------------------------------------------------- */

/* Each text as it stands and decomposed. */
static void
test_names(void **state)
{
	FILE	   *in = fopen(NAMES, "r");
	char		line[1024];
	unsigned	n = 0,
				failed = 0;

	(void) state;
	assert_non_null(in);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		char	   *expected = strchr(line, '\t');

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		assert_non_null(expected);
		*expected++ = '\0';
		for (unsigned form = 0; form < 2; form++)
		{
			Out			out = {"", 0};
			CxStr		text = {line, (uint32_t) strlen(line)};
			CxArena		arena;
			CxLexis		lex;
			CxTagged	tagged;

			cx_arena_init(&arena, &cx_env_malloc);
			if (form == 1)
				assert_int_equal(cx_nfd(&arena, line, strlen(line), &text), CX_OK);
			assert_int_equal(cx_lexis_init(&lex, &arena, text.at, text.n), CX_OK);
			assert_int_equal(cx_tokens(&lex), CX_OK);
			assert_int_equal(cx_dates(&lex), CX_OK);
			assert_int_equal(cx_numbers(&lex), CX_OK);
			assert_int_equal(cx_sentences(&lex), CX_OK);
			assert_int_equal(cx_lexicon_tag(&lex, &tagged), CX_OK);
			assert_int_equal(cx_names_tag(&tagged), CX_OK);
			for (uint32_t tok = 0; tok < lex.toks.n; tok++)
			{
				const CxEdge *e = cx_edge_find(&tagged, tok, CX_LABEL_MENTION + CX_KIND_NAME);
				CxStr		s;

				if (e == NULL)
					continue;
				assert_int_equal(cx_nfc(&arena, lex.text + lex.toks.at[tok].start,
										lex.toks.at[e->end - 1].end - lex.toks.at[tok].start, &s), CX_OK);
				put(&out, "%s%.*s", out.n > 0 ? "; " : "", (int) s.n, s.at);
			}
			if (strcmp(out.at, expected) != 0)
			{
				print_error("%s%s\n  gives    %s\n  expected %s\n", line, form == 1 ? " (NFD)" : "", out.at, expected);
				failed++;
			}
			cx_arena_free(&arena);
		}
		n++;
	}
	fclose(in);
	assert_true(n >= 60);
	assert_int_equal(failed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_elements),
		cmocka_unit_test(test_order_of_choice),
		cmocka_unit_test(test_captures),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_constants),
		cmocka_unit_test(test_zones),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_slow_twin),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_window),
		cmocka_unit_test(test_failures),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
