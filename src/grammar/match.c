/*-------------------------------------------------------------------------
 *
 * match.c
 *	  The matcher: runs compiled rules over the tokens of an article.
 *
 * A rule is a small program over tokens and edges, tried at every token where
 * it may begin.  Where it may begin is known from its first element (a symbol
 * or a label), so there is a bit for each token and each stage of matching, and
 * the next token where a rule of the stage can begin is found by its bit.
 *
 * A program runs by backtracking, as in RE2's "bit state" matcher: every pair of
 * instruction and token is entered at most once in an attempt, since what can be
 * reached from it does not depend on how one came there.  An attempt looks at
 * most MATCH_WINDOW tokens ahead, so it costs at most program length times
 * window, and a text of n tokens costs O(n) whatever it says.
 *
 * Stages run in order over a sentence.  A mention block adds edges that later
 * blocks can use: at each token its longest match is taken, and the next search
 * begins behind it.  A stage of relations reports every match of each rule; the
 * facts layer decides among them.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_grammar.h"

#include <string.h>

/* How far an attempt looks ahead, in tokens: longer than any statement in prose. */
#define MATCH_WINDOW	512

/* Longest program; the compiler refuses longer ones. */
#define MATCH_PROGRAM	256

/* Pending choices and captures of an attempt; one that needs more fails. */
#define MATCH_STACK		2048
#define MATCH_LOG		256

/*
 * Nearly every attempt is over after a few choices, and then it is cheaper not
 * to note where it has been.
 */
#define MATCH_UNMARKED	32

typedef struct Job
{
	uint16_t	pc;
	uint16_t	log;			/* captures to keep */
	uint32_t	at;
	uint32_t	edge;			/* edge that ended there and was entered last;
								 * or, if more_edges, the first that begins
								 * there and was not tried yet */
	bool		more_edges;
} Job;

typedef enum LogKind
{
	LOG_OPEN, LOG_CLOSE,		/* edge as in Job */
	LOG_WHOLE					/* from at to end */
} LogKind;

typedef struct LogEntry
{
	uint32_t	at;
	uint32_t	end;
	uint32_t	edge;
	uint8_t		field;
	uint8_t		kind;			/* LogKind */
} LogEntry;

/* Does the sentence have what a rule needs?  Found out when the rule is first tried there. */
typedef enum RuleState
{
	RULE_UNKNOWN, RULE_ACTIVE, RULE_IDLE
} RuleState;

typedef struct Matcher
{
	CxMatches  *m;
	CxTagged   *tagged;
	CxLexis    *lex;
	const CxRuleSet *rules;
	uint64_t   *pending;		/* [stage][word]: bit of each token of the
								 * sentence that a rule of the stage can begin
								 * at */
	uint32_t	words;			/* of 64 tokens, in the sentence at work */
	uint32_t	sent_tok,
				sent_end;		/* this sentence */
	uint64_t   *forms;			/* CxNeed.forms of each of its tokens, and of
								 * what stands behind the last */
	uint32_t	sent_pending;	/* all masks of its tokens */
	CxNeed		sentence;		/* what stands in it */
	uint8_t    *active;			/* RuleState of each rule in the sentence at
								 * work */
	CxLosts    *lost;			/* mostly NULL: nobody asks */

	/* the attempt at work; its tokens are counted from that of the sentence */
	uint32_t	start;
	uint32_t	end;			/* token after an accepted match, of the text */
	uint32_t	nchoices;
	uint32_t	njobs;
	uint32_t	nlog;
	uint32_t	nvisited;
	bool		marking;		/* "seen" is in use: zeroed once it was first
								 * wanted */

	/* from here on nothing need be zero */
	uint64_t	seen[MATCH_PROGRAM * MATCH_WINDOW / 64];
	uint16_t	visited[MATCH_STACK];	/* words of "seen" that are not zero */
	LogEntry	log[MATCH_LOG];
	Job			stack[MATCH_STACK];
} Matcher;

const char *const cx_field_names[CX_FIELD_COUNT_] = {
#define X(id, spelling) spelling,
	CX_FIELDS(X)
#undef X
};

/* ---- one attempt ------------------------------------------------------------- */

/* The shapes that a token has, as bits, by its kind and by CX_TF_UPPER and CX_TF_CAPS. */
#define SHAPE(id)	CX_SHAPE_BIT(CX_SHAPE_##id)
#define ANY_SHAPES	{SHAPE(ANY), SHAPE(ANY), SHAPE(ANY), SHAPE(ANY)}
#define LETTER_SHAPES(more) \
	{SHAPE(ANY) | SHAPE(WORD) | SHAPE(LOW) | (more), SHAPE(ANY) | SHAPE(WORD) | SHAPE(CAP) | (more), \
	SHAPE(ANY) | SHAPE(WORD) | SHAPE(LOW) | SHAPE(CAPS) | (more), \
	SHAPE(ANY) | SHAPE(WORD) | SHAPE(CAP) | SHAPE(CAPS) | (more)}
#define DIGIT_SHAPES	{SHAPE(ANY) | SHAPE(DIGITS), SHAPE(ANY) | SHAPE(DIGITS), \
	SHAPE(ANY) | SHAPE(DIGITS), SHAPE(ANY) | SHAPE(DIGITS)}

static const uint64_t shapes[CX_TOK_NEWLINE + 1][4] = {
	[CX_TOK_SYLLABLE] = LETTER_SHAPES(0),
	[CX_TOK_WORD] = LETTER_SHAPES(0),
	[CX_TOK_NUMBER] = DIGIT_SHAPES,
	[CX_TOK_ROMAN] = LETTER_SHAPES(SHAPE(ROMAN)),
	[CX_TOK_PUNCT] = ANY_SHAPES,
	[CX_TOK_SYMBOL] = ANY_SHAPES,
	[CX_TOK_NEWLINE] = ANY_SHAPES,
};

_Static_assert(CX_TF_CAPS == 2 * CX_TF_UPPER, "the two flags are one number");

/* Symbol and shapes of a token as CxNeed has them. */
static inline uint64_t
form_of(const CxToken *t)
{
	return CX_ANY_BIT | CX_SYM_BIT(t->sym) | shapes[t->kind][(t->flags & (CX_TF_UPPER | CX_TF_CAPS)) / CX_TF_UPPER];
}

/* A gap ends before these. */
static bool
ends_clause(const CxToken *t)
{
	return t->sym == CX_SYM_CHAR(';') || t->sym == CX_SYM_CHAR(':');
}

/* Was this (instruction, token) pair entered before?  Marks it. */
static bool
enter(Matcher *mt, uint32_t pc, uint32_t at)
{
	uint32_t	bit = pc * MATCH_WINDOW + (at - mt->start);
	uint64_t	mask = UINT64_C(1) << (bit & 63);
	uint64_t   *word = &mt->seen[bit >> 6];

	if (!mt->marking)
		memset(mt->seen, 0, sizeof(mt->seen));
	mt->marking = true;
	if (*word & mask)
		return false;
	if (*word == 0)
	{
		if (mt->nvisited == MATCH_STACK)
			return false;
		mt->visited[mt->nvisited++] = (uint16_t) (bit >> 6);
	}
	*word |= mask;
	return true;
}

static inline bool
log_capture(Matcher *mt, LogKind kind, unsigned field, uint32_t at, uint32_t end, uint32_t edge)
{
	if (mt->nlog == MATCH_LOG)
		return false;
	mt->log[mt->nlog++] = (LogEntry) {at, end, edge, (uint8_t) field, (uint8_t) kind};
	return true;
}

static inline void
push_job(Matcher *mt, uint32_t pc, uint32_t at, uint32_t edge, bool more_edges)
{
	if (mt->njobs < MATCH_STACK)
		mt->stack[mt->njobs++] = (Job) {(uint16_t) pc, (uint16_t) mt->nlog, at, edge, more_edges};
}

/* Can what has these labels and forms be what the rule wants? */
static inline bool
meets(uint64_t labels, uint64_t forms, const CxNeed *need)
{
	return ((labels & need->labels) | (forms & need->forms)) != 0;
}

/*
 * Try a rule at a token.  True if it matches; then mt->end and the log of
 * captures describe the match.
 */
static bool
attempt(Matcher *mt, const CxRule *rule, uint32_t tok)
{
	const CxInstr *const code = mt->rules->code + rule->code;
	const uint64_t *const labels = mt->tagged->labels + mt->sent_tok;
	const uint64_t *const forms = mt->forms;
	const CxNeed *const looks = mt->rules->looks;
	const CxToken *const toks = mt->lex->toks.at + mt->sent_tok;
	const uint32_t *const head = mt->tagged->head + mt->sent_tok;
	const CxEdge *const edges = mt->tagged->edges.at;
	const uint32_t left = mt->sent_end - tok;
	const uint32_t limit = tok - mt->sent_tok + (left < MATCH_WINDOW - 1 ? left : MATCH_WINDOW - 1);
	const CxInstr *in = code;
	uint32_t	at = tok - mt->sent_tok;
	uint32_t	last_edge = CX_NO_EDGE;
	bool		more_edges = false;
	bool		accepted = false;

	mt->start = at;
	mt->nchoices = mt->njobs = mt->nlog = 0;
	for (;; in++)
	{
		switch ((CxOp) in->op)
		{
			case CX_OP_SYM:
			case CX_OP_SHAPE:
				if (at >= limit ||
					!(in->op == CX_OP_SYM ? toks[at].sym == in->b : (forms[at] & CX_SHAPE_BIT(in->a)) != 0))
					goto fail;
				if (in->d != 0 && !log_capture(mt, LOG_WHOLE, in->d - 1u, at, at + 1, CX_NO_EDGE))
					goto fail;
				at++;
				last_edge = CX_NO_EDGE;
				continue;
			case CX_OP_EDGE:
				{
					uint32_t	e = last_edge;
					uint32_t	end;

					/* the longest edge first; a shorter one waits */
					if (!more_edges)
					{
						if (!(labels[at] & CX_LABEL_BIT(in->b)))
							goto fail;
						e = head[at];
					}
					more_edges = false;
					while (e != CX_NO_EDGE &&
						   (edges[e].label != in->b || (in->c != 0 && edges[e].value != in->c) ||
							edges[e].end > mt->sent_tok + limit))
						e = edges[e].next;
					if (e == CX_NO_EDGE)
						goto fail;
					if (edges[e].next != CX_NO_EDGE)
						push_job(mt, (uint32_t) (in - code), at, edges[e].next, true);
					end = edges[e].end - mt->sent_tok;
					if (in->d != 0 && !log_capture(mt, LOG_WHOLE, in->d - 1u, at, end, e))
						goto fail;
					at = end;
					last_edge = e;
				}
				continue;
			case CX_OP_NOT_SYM:
				if (at < limit && toks[at].sym == in->b)
					goto fail;
				continue;
			case CX_OP_NOT_SHAPE:
				if (at < limit && (forms[at] & CX_SHAPE_BIT(in->a)))
					goto fail;
				continue;
			case CX_OP_NOT_EDGE:
				if (at < limit && (labels[at] & CX_LABEL_BIT(in->b)))
				{
					for (uint32_t e = head[at]; e != CX_NO_EDGE; e = edges[e].next)
						if (edges[e].label == in->b && (in->c == 0 || edges[e].value == in->c))
							goto fail;
				}
				continue;

				/*
				 * all ways to a state that come apart again do so at a
				 * choice, so marking choices is enough
				 */
			case CX_OP_GAP:
				{
					uint32_t	last = at;

					if (++mt->nchoices > MATCH_UNMARKED && !enter(mt, (uint32_t) (in - code), at))
						goto fail;
					while (last < limit && last - at < in->b && (in->a || !ends_clause(&toks[last])))
						last++;
					for (; last > at; last--)
						if (meets(labels[last], forms[last], &looks[in->d]))
							push_job(mt, (uint32_t) (in - code) + 1, last, CX_NO_EDGE, false);
				}
				continue;
			case CX_OP_SPLIT:
				if (++mt->nchoices > MATCH_UNMARKED && !enter(mt, (uint32_t) (in - code), at))
					goto fail;
				if (!meets(labels[at], forms[at], &looks[in->d]))
					in = code + in->c - 1;
				else
				{
					if (meets(labels[at], forms[at], &looks[in->e]))
						push_job(mt, in->c, at, last_edge, false);
					in = code + in->b - 1;
				}
				continue;
			case CX_OP_JUMP:
				in = code + in->b - 1;
				continue;
			case CX_OP_OPEN:
				if (!log_capture(mt, LOG_OPEN, in->a, at, at, CX_NO_EDGE))
					goto fail;
				continue;
			case CX_OP_CLOSE:
				if (!log_capture(mt, LOG_CLOSE, in->a, at, at, last_edge))
					goto fail;
				continue;
			case CX_OP_START:
				if (at != 0)
					goto fail;
				continue;
			case CX_OP_END:
				if (mt->sent_tok + at != mt->sent_end)
					goto fail;
				continue;
			case CX_OP_ACCEPT:
				mt->end = mt->sent_tok + at;
				accepted = true;
				goto done;
		}
		continue;
fail:
		/* the choice left last; the loop goes on at the instruction after "in" */
		if (mt->njobs == 0)
			break;
		{
			const Job  *job = &mt->stack[--mt->njobs];

			in = code + job->pc - 1;
			at = job->at;
			last_edge = job->edge;
			more_edges = job->more_edges;
			mt->nlog = job->log;
		}
	}
done:
	for (uint32_t i = 0; i < mt->nvisited; i++)
		mt->seen[mt->visited[i]] = 0;
	mt->nvisited = 0;
	return accepted;
}

/* The edge behind a capture: the one entered last before it closed, if it is all of the capture. */
static uint32_t
capture_edge(const Matcher *mt, uint32_t tok, uint32_t logged)
{
	if (logged != CX_NO_EDGE)
		for (uint32_t e = mt->tagged->head[tok]; e != CX_NO_EDGE; e = mt->tagged->edges.at[e].next)
			if (e == logged)
				return e;
	return CX_NO_EDGE;
}

/* Where the capture that was opened by an entry of the log was closed. */
static const LogEntry *
closing(const Matcher *mt, uint32_t open)
{
	uint32_t	depth = 0;

	for (uint32_t i = open + 1; i < mt->nlog; i++)
	{
		if (mt->log[i].kind == LOG_OPEN)
			depth++;
		else if (mt->log[i].kind == LOG_CLOSE && depth-- == 0)
			return &mt->log[i];
	}
	return NULL;
}

/* Turn the log of the accepted attempt into captures of a match. */
static CxStatus
keep_match(Matcher *mt, CxMatch *match, uint16_t rule, uint32_t tok, uint32_t sentence)
{
	match->tok = tok;
	match->end = mt->end;
	match->sentence = sentence;
	match->rule = rule;
	match->captures = mt->m->captures.n;
	match->ncaptures = 0;
	match->fields = 0;
	for (uint32_t i = 0; i < mt->nlog; i++)
	{
		const LogEntry *e = &mt->log[i];
		const LogEntry *close = e->kind == LOG_OPEN ? closing(mt, i) : NULL;
		CxCapture  *c;

		if (e->kind != LOG_WHOLE && close == NULL)
			continue;
		c = cx_vec_push(mt->lex->arena, &mt->m->captures);
		if (c == NULL)
			return CX_ENOMEM;
		if (close == NULL)
			*c = (CxCapture) {mt->sent_tok + e->at, mt->sent_tok + e->end, e->edge, e->field};
		else
			*c = (CxCapture) {mt->sent_tok + e->at, mt->sent_tok + close->at,
							  close->at > e->at ? capture_edge(mt, mt->sent_tok + e->at, close->edge) : CX_NO_EDGE, e->field};
		match->ncaptures++;
		match->fields |= UINT64_C(1) << e->field;
	}
	return CX_OK;
}

/* ---- stages --------------------------------------------------------------------- */

/* Slot in the rule set's hash of a symbol that a rule begins with. */
static uint32_t
sym_slot(const CxRuleSet *rules, uint16_t sym)
{
	uint32_t	slot = CX_SYM_SLOT(sym) & rules->slot_mask;

	while (rules->sym_triggers[rules->sym_slots[slot] - 1].key != sym)
		slot = (slot + 1) & rules->slot_mask;
	return slot;
}

/* The trigger pairs of a symbol in a stage; returns how many. */
static uint32_t
sym_triggers(const CxRuleSet *rules, uint16_t sym, uint16_t stage, const CxTrigger **first)
{
	const CxTrigger *end = rules->sym_triggers + rules->nsym_triggers;
	const CxTrigger *t;

	if (!(rules->sym_set[sym >> 6] >> (sym & 63) & 1))
		return 0;
	t = &rules->sym_triggers[rules->sym_slots[sym_slot(rules, sym)] - 1];
	while (t < end && t->key == sym && t->stage < stage)
		t++;
	*first = t;
	while (t < end && t->key == sym && t->stage == stage)
		t++;
	return (uint32_t) (t - *first);
}

/* Was a match of this relation rule at tok reported before?  A rule can have several triggers there. */
static bool
is_reported(const Matcher *mt, uint16_t rule, uint32_t tok)
{
	for (uint32_t i = mt->m->relations.n; i > 0 && mt->m->relations.at[i - 1].tok == tok; i--)
		if (mt->m->relations.at[i - 1].rule == rule)
			return true;
	return false;
}

/* Has the sentence all that the rule needs? */
static bool
is_active(Matcher *mt, uint16_t rule)
{
	if (mt->active[rule] == RULE_UNKNOWN)
	{
		const CxNeed *needs = mt->rules->rules[rule].needs;
		bool		met = true;

		for (int i = 0; i < CX_RULE_NEEDS; i++)
			met &= meets(mt->sentence.labels, mt->sentence.forms, &needs[i]);
		mt->active[rule] = met ? RULE_ACTIVE : RULE_IDLE;
	}
	return mt->active[rule] == RULE_ACTIVE;
}

/* Somebody asks: a match of a mention block that gives way to the one that "rule" has made. */
static CxStatus
note_lost(Matcher *mt, uint16_t loser, uint32_t tok, uint32_t end, uint32_t sentence, uint16_t rule)
{
	CxLost	   *lost;

	if (end <= tok || loser == rule)
		return CX_OK;
	lost = cx_vec_push(mt->lex->arena, mt->lost);
	if (lost == NULL)
		return CX_ENOMEM;
	*lost = (CxLost) {tok, end, sentence, mt->m->mentions.n, loser};
	return CX_OK;
}

/*
 * Try the rules of some triggers of one stage that end before the token
 * "behind"; keep the longest match, or report each.
 */
static CxStatus
try_triggers(Matcher *mt, const CxTrigger *t, uint32_t count, uint32_t behind, bool relation, uint32_t tok,
			 uint32_t sentence, CxMatch *best)
{
	uint64_t	labels = mt->tagged->labels[behind];
	uint64_t	forms = mt->forms[behind - mt->sent_tok];

	for (const CxTrigger *end = t + count; t < end; t++)
	{
		if (!meets(labels, forms, &t->next) || !is_active(mt, t->rule) || (relation && is_reported(mt, t->rule, tok)) ||
			!attempt(mt, &mt->rules->rules[t->rule], tok))
			continue;
		if (relation)
		{
			CxMatch    *match = cx_vec_push(mt->lex->arena, &mt->m->relations);

			if (match == NULL)
				return CX_ENOMEM;
			CX_TRY(keep_match(mt, match, t->rule, tok, sentence));
		}
		else if (mt->end > best->end || (mt->end == best->end && mt->end > tok && t->rule < best->rule))
		{
			if (mt->lost != NULL)
				CX_TRY(note_lost(mt, best->rule, tok, best->end, sentence, t->rule));
			CX_TRY(keep_match(mt, best, t->rule, tok, sentence));
		}
		else if (mt->lost != NULL)
			CX_TRY(note_lost(mt, t->rule, tok, mt->end, sentence, best->rule));
	}
	return CX_OK;
}

/* Mark a token for every stage of a mask. */
static void
set_pending(Matcher *mt, uint32_t tok, uint32_t mask)
{
	uint32_t	at = tok - mt->sent_tok;

	mt->sent_pending |= mask;
	for (; mask != 0; mask &= mask - 1)
		mt->pending[(uint32_t) __builtin_ctz(mask) * mt->words + (at >> 6)] |= UINT64_C(1) << (at & 63);
}

/* First token at or after tok that a rule of the stage can begin at; the sentence's end if there is none. */
static uint32_t
next_pending(const Matcher *mt, uint16_t stage, uint32_t tok)
{
	const uint64_t *bits = mt->pending + (size_t) stage * mt->words;
	uint32_t	at = tok - mt->sent_tok;
	uint32_t	word = at >> 6;
	uint64_t	left;

	if (word == mt->words)
		return mt->sent_end;
	left = bits[word] & (~UINT64_C(0) << (at & 63));
	while (left == 0)
	{
		if (++word == mt->words)
			return mt->sent_end;
		left = bits[word];
	}
	return mt->sent_tok + word * 64 + (uint32_t) __builtin_ctzll(left);
}

/* Run the stage of a mention block, or the one that begins with a relation block. */
static CxStatus
run_stage(Matcher *mt, const CxRuleBlock *block, uint32_t sentence)
{
	const CxRuleSet *rules = mt->rules;
	uint32_t	bit = UINT32_C(1) << block->stage;
	uint64_t	stage_labels = rules->label_sets[block->stage];
	uint16_t	kind = block->kind;
	bool		relation = kind == CX_NO_KIND;
	uint32_t	label_mask = 0;
	uint32_t	steps = 0;

	if (!(mt->sent_pending & bit))
		return CX_OK;
	if (!relation)
		label_mask = rules->label_masks[CX_LABEL_HASH(CX_LABEL_MENTION + kind)];

	for (uint32_t tok = next_pending(mt, block->stage, mt->sent_tok); tok < mt->sent_end;
		 tok = next_pending(mt, block->stage, tok))
	{
		CxMatch		best;
		const CxTrigger *triggers;
		uint32_t	count;
		uint32_t	e;

		if ((++steps & 0x3FF) == 0)
			CX_TRY(cx_poll(mt->lex->arena));
		best = (CxMatch) {.tok = tok,.end = tok,.sentence = sentence,.rule = UINT16_MAX};
		count = sym_triggers(rules, mt->lex->toks.at[tok].sym, block->stage, &triggers);
		if (count > 0)
			CX_TRY(try_triggers(mt, triggers, count, tok + 1, relation, tok, sentence, &best));
		e = mt->tagged->labels[tok] & stage_labels ? mt->tagged->head[tok] : CX_NO_EDGE;
		for (; e != CX_NO_EDGE; e = mt->tagged->edges.at[e].next)
		{
			uint16_t	label = mt->tagged->edges.at[e].label;
			const CxTriggerGroup *group = &rules->label_groups[label * CX_MAX_BLOCKS + block->stage];
			uint32_t	end = mt->tagged->edges.at[e].end;

			/* a second edge of the same label finds nothing new, but it is rare */
			if (group->count > 0 && end <= mt->sent_end &&
				meets(mt->tagged->labels[end], mt->forms[end - mt->sent_tok], &rules->looks[group->next]))
				CX_TRY(try_triggers(mt, rules->label_triggers + group->first, group->count, end, relation, tok, sentence,
									&best));
		}
		if (!relation && best.end > tok)
		{
			CxMatch    *match = cx_vec_push(mt->lex->arena, &mt->m->mentions);

			if (match == NULL)
				return CX_ENOMEM;
			*match = best;
			CX_TRY(cx_edge_add(mt->tagged, tok, best.end, (uint16_t) (CX_LABEL_MENTION + kind), best.rule,
							   mt->m->mentions.n - 1));
			set_pending(mt, tok, label_mask);
			mt->sentence.labels |= CX_LABEL_BIT(CX_LABEL_MENTION + kind);
			tok = best.end;
		}
		else
			tok++;
	}
	return CX_OK;
}

/* ---- the whole text ---------------------------------------------------------------- */

static CxStatus
tag_builtins(CxTagged *tagged)
{
	CxLexis    *lex = tagged->lex;

#define TAG(vec, id) \
	for (uint32_t i = 0; i < lex->vec.n; i++) \
	{ \
		if ((i & 0xFFF) == 0) \
			CX_TRY(cx_poll(lex->arena)); \
		if (lex->vec.at[i].end > lex->vec.at[i].tok) \
			CX_TRY(cx_edge_add(tagged, lex->vec.at[i].tok, lex->vec.at[i].end, CX_LABEL_MENTION + CX_KIND_##id, 0, i)); \
	}
	TAG(numbers, NUMBER);
	TAG(dates, DATE);
	TAG(terms, TERM);
	TAG(ordinals, ORDINAL);
	TAG(quotes, QUOTE);
#undef TAG
	return cx_names_tag(tagged);
}

static bool
zone_is_read(uint8_t zone)
{
	return zone == CX_ZONE_HEADLINE || zone == CX_ZONE_LEAD || zone == CX_ZONE_BODY || zone == CX_ZONE_CAPTION;
}

/* Note what stands at the tokens of a sentence, and which stages can begin there by a label of all_labels or a symbol. */
static CxStatus
begin_sentence(Matcher *mt, const CxSentence *sent, uint64_t all_labels)
{
	const CxRuleSet *rules = mt->rules;
	const CxToken *toks = mt->lex->toks.at;
	const uint64_t *labels = mt->tagged->labels;
	CxNeed		all = {0, CX_ANY_BIT};

	mt->sent_tok = sent->tok;
	mt->sent_end = sent->end;
	mt->words = (sent->end - sent->tok + 63) / 64;
	memset(mt->pending, 0, sizeof(uint64_t) * rules->nblocks * mt->words);
	memset(mt->active, RULE_UNKNOWN, rules->nrules);
	mt->sent_pending = 0;
	for (uint32_t tok = sent->tok; tok < sent->end; tok++)
	{
		uint64_t	form = form_of(&toks[tok]);
		uint16_t	sym = toks[tok].sym;
		uint32_t	mask = 0;

		mt->forms[tok - sent->tok] = form;
		all.forms |= form;
		all.labels |= labels[tok];
		if (rules->sym_set[sym >> 6] >> (sym & 63) & 1)
			mask = rules->sym_masks[sym_slot(rules, sym)];
		for (uint64_t left = labels[tok] & all_labels; left != 0; left &= left - 1)
			mask |= rules->label_masks[__builtin_ctzll(left)];
		if (mask != 0)
			set_pending(mt, tok, mask);
		if ((tok & 0xFFF) == 0)
			CX_TRY(cx_poll(mt->lex->arena));
	}
	mt->forms[sent->end - sent->tok] = CX_ANY_BIT;
	mt->sentence = all;
	return CX_OK;
}

CxStatus
cx_grammar_match(CxTagged *tagged, const CxRuleSet *rules, CxMatches *out)
{
	return cx_grammar_match_lost(tagged, rules, out, NULL);
}

CxStatus
cx_grammar_match_lost(CxTagged *tagged, const CxRuleSet *rules, CxMatches *out, CxLosts *lost)
{
	CxLexis    *lex = tagged->lex;
	CxArena    *arena = lex->arena;
	Matcher    *mt;
	uint32_t	longest = 0;
	uint64_t	all_labels = 0;

	memset(out, 0, sizeof(*out));
	out->tagged = tagged;
	out->rules = rules;
	CX_TRY(tag_builtins(tagged));
	if (!cx_vec_reserve(arena, &out->mentions, lex->toks.n / 6) || !cx_vec_reserve(arena, &out->captures, lex->toks.n / 4))
		return CX_ENOMEM;

	mt = cx_arena_grow(arena, NULL, 0, sizeof(*mt));
	if (mt == NULL)
		return CX_ENOMEM;
	memset(mt, 0, offsetof(Matcher, seen));
	mt->m = out;
	mt->tagged = tagged;
	mt->lex = lex;
	mt->rules = rules;
	mt->lost = lost;
	for (uint16_t stage = 0; stage < rules->nblocks; stage++)
		all_labels |= rules->label_sets[stage];
	for (uint32_t s = 0; s < lex->sentences.n; s++)
	{
		uint32_t	n = lex->sentences.at[s].end - lex->sentences.at[s].tok;

		if (n > longest)
			longest = n;
	}
	mt->pending = cx_arena_alloc(arena, sizeof(uint64_t) * rules->nblocks * ((size_t) longest / 64 + 1));
	mt->forms = cx_arena_grow(arena, NULL, 0, sizeof(*mt->forms) * ((size_t) longest + 1));
	mt->active = cx_arena_alloc(arena, rules->nrules);
	if (mt->pending == NULL || mt->forms == NULL || mt->active == NULL)
		return CX_ENOMEM;

	for (uint32_t s = 0; s < lex->sentences.n; s++)
	{
		const CxSentence *sent = &lex->sentences.at[s];
		uint64_t	behind = tagged->labels[sent->end];

		if (!zone_is_read(sent->zone))
			continue;
		CX_TRY(begin_sentence(mt, sent, all_labels));
		/* what stands behind the sentence does not concern its rules */
		tagged->labels[sent->end] = 0;
		for (uint16_t block = 0; block < rules->nblocks; block++)
			if (block == 0 || rules->blocks[block].stage != rules->blocks[block - 1].stage)
				CX_TRY(run_stage(mt, &rules->blocks[block], s));
		tagged->labels[sent->end] = behind;
	}
	return CX_OK;
}

/* ---- looking at matches ---------------------------------------------------------------- */

const char *
cx_match_const(const CxMatches *m, const CxMatch *match, CxField field)
{
	const CxRule *rule = &m->rules->rules[match->rule];

	for (uint32_t i = 0; i < rule->nconsts; i++)
		if (m->rules->consts[rule->consts + i].field == field)
			return m->rules->strings + m->rules->consts[rule->consts + i].value;
	return NULL;
}

const CxMatch *
cx_edge_mention(const CxMatches *m, const CxEdge *edge)
{
	return edge->label >= CX_LABEL_MENTION + CX_KIND_BUILTINS ? &m->mentions.at[edge->data] : NULL;
}

uint16_t
cx_kind_label(const CxRuleSet *rules, const char *name)
{
	static const char *const builtins[] = {
#define X(id, spelling) spelling,
		CX_BUILTIN_KINDS(X)
#undef X
	};

	for (uint16_t i = 0; i < CX_KIND_BUILTINS; i++)
		if (strcmp(builtins[i], name) == 0)
			return (uint16_t) (CX_LABEL_MENTION + i);
	for (uint16_t i = 0; i < rules->nblocks; i++)
		if (rules->blocks[i].kind != CX_NO_KIND && strcmp(rules->strings + rules->blocks[i].name, name) == 0)
			return (uint16_t) (CX_LABEL_MENTION + rules->blocks[i].kind);
	return 0;
}
