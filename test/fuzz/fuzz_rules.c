/*-------------------------------------------------------------------------
 *
 * fuzz_rules.c
 *	  Fuzz target of the grammar: any bytes are either refused with a message
 *	  that names the place, or rules that run over a text, and what they match
 *	  stands in order within its sentence.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/grammar/cx_grammar.h"

#define CHECK(expr) do { if (!(expr)) abort(); } while (0)

/* Something of everything that a rule can ask for. */
static const char body[] =
"Sáng 17/8/2020, Đại hội đại biểu Đảng bộ tỉnh Hà Nam lần thứ IX, nhiệm kỳ 2020 - 2025 khai mạc. "
"Dự Đại hội có đồng chí Trần Đình Mạnh, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh; ông Y Biêr Niê và hơn 290 đại biểu. "
"Đại hội bầu 51 đồng chí vào Ban Chấp hành khóa IX: 24/27 chỉ tiêu đạt 95,5%, \"Đoàn kết - Sáng tạo\" cây lá hoa cây cây lá.";

static void
check_rules(const CxRuleSet *r)
{
	CHECK(r->nblocks <= CX_MAX_BLOCKS);
	for (unsigned i = 0; i < r->nrules; i++)
	{
		const CxRule *rule = &r->rules[i];
		const CxInstr *code = r->code + rule->code;

		CHECK(rule->name < r->nstrings && rule->block < r->nblocks && rule->weight >= 1 && rule->weight <= 100);
		CHECK(rule->consts + rule->nconsts <= r->nconsts);
		CHECK(rule->length > 1 && rule->code + rule->length <= r->ncode && code[rule->length - 1].op == CX_OP_ACCEPT);
		for (unsigned pc = 0; pc < rule->length; pc++)
		{
			CHECK(code[pc].op <= CX_OP_ACCEPT);
			if (code[pc].op == CX_OP_SPLIT || code[pc].op == CX_OP_JUMP)
				CHECK(code[pc].b < rule->length && code[pc].c < rule->length);
			if (code[pc].op == CX_OP_OPEN || code[pc].op == CX_OP_CLOSE)
				CHECK(code[pc].a < CX_FIELD_COUNT_);
			if (code[pc].op == CX_OP_SYM || code[pc].op == CX_OP_EDGE || code[pc].op == CX_OP_SHAPE)
				CHECK(code[pc].d <= CX_FIELD_COUNT_);
			if (code[pc].op == CX_OP_SPLIT || code[pc].op == CX_OP_GAP)
				CHECK(code[pc].d < r->nlooks && code[pc].e < r->nlooks);
		}
	}
	for (unsigned i = 0; i < r->nconsts; i++)
		CHECK(r->consts[i].field < CX_FIELD_COUNT_ && r->consts[i].value < r->nstrings);
}

static void
check_match(const CxMatches *m, const CxMatch *match)
{
	const CxSentence *s = &m->tagged->lex->sentences.at[match->sentence];

	CHECK(match->rule < m->rules->nrules);
	CHECK(match->tok >= s->tok && match->tok <= match->end && match->end <= s->end);
	for (uint32_t i = 0; i < match->ncaptures; i++)
	{
		const CxCapture *c = &m->captures.at[match->captures + i];

		CHECK(c->tok >= match->tok && c->tok <= c->end && c->end <= match->end);
		CHECK(c->edge == CX_NO_EDGE || m->tagged->edges.at[c->edge].end == c->end);
	}
}

static void
run(CxArena *arena, const CxRuleSet *rules)
{
	CxLexis		lex;
	CxTagged	tagged;
	CxMatches	m;

	CHECK(cx_lexis_init(&lex, arena, body, sizeof(body) - 1) == CX_OK);
	CHECK(cx_tokens(&lex) == CX_OK && cx_dates(&lex) == CX_OK && cx_numbers(&lex) == CX_OK && cx_sentences(&lex) == CX_OK);
	for (uint32_t i = 0; i < lex.sentences.n; i++)
		lex.sentences.at[i].zone = CX_ZONE_BODY;
	CHECK(cx_lexicon_tag(&lex, &tagged) == CX_OK);
	CHECK(cx_grammar_match(&tagged, rules, &m) == CX_OK);
	for (uint32_t i = 0; i < m.mentions.n; i++)
	{
		const CxMatch *match = &m.mentions.at[i];

		check_match(&m, match);
		CHECK(match->tok < match->end);
		/* those of one kind do not overlap */
		for (uint32_t j = 0; j < i; j++)
			CHECK(rules->rules[m.mentions.at[j].rule].block != rules->rules[match->rule].block ||
				  m.mentions.at[j].end <= match->tok);
	}
	for (uint32_t i = 0; i < m.relations.n; i++)
		check_match(&m, &m.relations.at[i]);
}

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CxRuleFile	file = {"rules", (const char *) data, size};
	char		message[128] = "";
	unsigned	line,
				column;
	CxRuleSet	rules;
	CxArena		arena;
	CxStatus	status;

	cx_arena_init(&arena, &cx_env_malloc);
	status = cx_rules_compile(&arena, &file, 1, &rules, message, sizeof(message));
	CHECK(status == CX_OK || status == CX_ESYNTAX);
	if (status == CX_ESYNTAX)
		CHECK(sscanf(message, "rules:%u:%u: ", &line, &column) == 2 && line > 0 && column > 0);
	else
	{
		check_rules(&rules);
		run(&arena, &rules);
	}
	cx_arena_free(&arena);
	return 0;
}
