/*-------------------------------------------------------------------------
 *
 * slow_grammar.h
 *	  A slow twin of the matcher, and the random patterns that it is given.
 *
 * It walks the tree of a pattern by plain recursion, without programs, triggers,
 * memory of what was tried or limits.
 *
 *-------------------------------------------------------------------------
 */
#ifndef SLOW_GRAMMAR_H
#define SLOW_GRAMMAR_H

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../../src/grammar/cx_grammar.h"
#include "lexicon_classes.h"
#include "text_out.h"

/* ---- random patterns ------------------------------------------------------------------ */

static uint32_t seed = 20200817;

static uint32_t
pick(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

typedef enum TreeKind
{
	T_WORD, T_EDGE, T_SHAPE, T_NOT, T_GAP, T_START, T_END, T_SEQ, T_ALT, T_OPT, T_STAR, T_PLUS, T_CAPTURE, T_EMPTY
} TreeKind;

typedef struct Tree
{
	TreeKind	kind;
	unsigned	a,
				b;				/* of T_WORD, T_EDGE, T_SHAPE: see the tables below; T_GAP: length, wide; T_CAPTURE: field */
	struct Tree *left,
			   *right;
} Tree;

/* What the random texts and rules are made of: few things, so that they meet. */
static const char *const words[] = {"cây", "lá", "hoa", ";", ",", "Cây", "LÁ", "IX", "xyzzy"};
#define RULE_WORDS	5
static const char *const spellings[] = {"'cây'", "'lá'", "'hoa'", "';'", "','"};
static const char *const shapes[] = {"{any}", "{word}", "{Cap}", "{CAPS}", "{low}", "{Roman}", "{digits}"};
static const CxField fields[] = {CX_FIELD_KIND, CX_FIELD_BODY, CX_FIELD_NAME};

/* Edges are put over the tokens by hand: two classes with two values, and a kind of the rules. */
typedef struct EdgeSpec
{
	const char *spelling;
	uint16_t	label;
	const char *value;
} EdgeSpec;

#define LABEL_M		(CX_LABEL_MENTION + CX_KIND_BUILTINS)
static const EdgeSpec edge_specs[] = {
	{"<unit>", CX_CLASS_UNIT, NULL},
	{"<unit:province>", CX_CLASS_UNIT, "province"},
	{"<unit:district>", CX_CLASS_UNIT, "district"},
	{"<act>", CX_CLASS_ACT, NULL},
	{"@m", LABEL_M, NULL},
};
#define CLASS_SPECS		4		/* of them without @m */

static Tree *
tree(CxArena *arena, TreeKind kind, Tree *left, Tree *right)
{
	Tree	   *t = cx_arena_alloc(arena, sizeof(Tree));

	assert_non_null(t);
	t->kind = kind;
	t->left = left;
	t->right = right;
	return t;
}

/* A thing that takes a token or more. */
static Tree *
random_atom(CxArena *arena, unsigned nspecs, bool with_shapes)
{
	Tree	   *t = tree(arena, (TreeKind) pick(with_shapes ? 3 : 2), NULL, NULL);

	t->a = t->kind == T_WORD ? pick(RULE_WORDS) : t->kind == T_EDGE ? pick(nspecs) : pick(7);
	return t;
}

static Tree *
random_tree(CxArena *arena, unsigned depth, unsigned nspecs)
{
	Tree	   *t;

	switch (depth == 0 ? 9 + pick(6) : pick(15))
	{
		case 0:
		case 1:
		case 2:
			return tree(arena, T_SEQ, random_tree(arena, depth - 1, nspecs), random_tree(arena, depth - 1, nspecs));
		case 3:
			return tree(arena, T_ALT, random_tree(arena, depth - 1, nspecs), random_tree(arena, depth - 1, nspecs));
		case 4:
			return tree(arena, T_OPT, random_tree(arena, depth - 1, nspecs), NULL);
		case 5:
		case 6:
			/* each round takes a token: rounds of nothing are for test_order_of_choice */
			t = random_atom(arena, nspecs, true);
			if (pick(2))
				t = tree(arena, T_SEQ, t, random_tree(arena, depth - 1, nspecs));
			else
				t = tree(arena, T_SEQ, random_tree(arena, depth - 1, nspecs), t);
			return tree(arena, pick(2) ? T_STAR : T_PLUS, t, NULL);
		case 7:
		case 8:
			t = tree(arena, T_CAPTURE, random_tree(arena, depth - 1, nspecs), NULL);
			t->a = pick(3);
			return t;
		case 9:
			t = tree(arena, T_GAP, NULL, NULL);
			t->a = 1 + pick(4);
			t->b = pick(2);
			return t;
		case 10:
			return tree(arena, T_NOT, random_atom(arena, nspecs, true), NULL);
		case 11:
			return tree(arena, pick(4) == 0 ? T_START : pick(3) == 0 ? T_END : T_EMPTY, NULL, NULL);
		default:
			return random_atom(arena, nspecs, true);
	}
}

static void
put_tree(Out *out, const Tree *t)
{
	switch (t->kind)
	{
		case T_WORD:
			put(out, "%s", spellings[t->a]);
			break;
		case T_EDGE:
			put(out, "%s", edge_specs[t->a].spelling);
			break;
		case T_SHAPE:
			put(out, "%s", shapes[t->a]);
			break;
		case T_NOT:
			put(out, "!");
			put_tree(out, t->left);
			break;
		case T_GAP:
			put(out, "%s%u", t->b ? "..." : "..", t->a);
			break;
		case T_START:
			put(out, "^");
			break;
		case T_END:
			put(out, "$");
			break;
		case T_EMPTY:
			put(out, "( )");
			break;
		case T_SEQ:
			put_tree(out, t->left);
			put(out, " ");
			put_tree(out, t->right);
			break;
		case T_ALT:
			put(out, "( ");
			put_tree(out, t->left);
			put(out, " | ");
			put_tree(out, t->right);
			put(out, " )");
			break;
		case T_OPT:
			put(out, pick(2) ? "[ " : "( ");
			if (out->at[out->n - 2] == '[')
			{
				put_tree(out, t->left);
				put(out, " ]");
			}
			else
			{
				put_tree(out, t->left);
				put(out, " )?");
			}
			break;
		case T_STAR:
		case T_PLUS:
			put(out, "( ");
			put_tree(out, t->left);
			put(out, t->kind == T_STAR ? " )*" : " )+");
			break;
		case T_CAPTURE:
			put(out, "%s:( ", cx_field_names[fields[t->a]]);
			put_tree(out, t->left);
			put(out, " )");
			break;
	}
}

/* What is to be matched after the tree at hand. */
typedef struct Rest
{
	enum
	{
		REST_TREE, REST_CLOSE
	}			kind;
	const Tree *t;
	uint32_t	tok;			/* REST_CLOSE: where the capture began */
	uint32_t	slot;			/* REST_CLOSE: the capture's number */
	const struct Rest *next;
} Rest;

/* The edge that was taken last, if nothing came after it. */
typedef struct Last
{
	uint32_t	edge;
	uint32_t	tok;
} Last;

static const Last no_edge = {CX_NO_EDGE, 0};

/* ---- the twin ------------------------------------------------------------------------ */

#define TWIN_CAPTURES	64
#define TWIN_STEPS		300000

typedef struct Twin
{
	const CxTagged *tagged;
	const uint16_t *rule_syms;
	uint32_t	first,
				end;			/* the sentence */
	uint32_t	steps;			/* over TWIN_STEPS: given up */
	uint32_t	ncaptures;
	CxCapture	captures[TWIN_CAPTURES];
	uint32_t	match_end;
} Twin;

static bool twin_go(Twin *w, const Tree *t, uint32_t tok, Last last, const Rest *rest);

static bool
twin_rest(Twin *w, uint32_t tok, Last last, const Rest *rest)
{
	if (rest == NULL)
	{
		w->match_end = tok;
		return true;
	}
	switch (rest->kind)
	{
		case REST_TREE:
			return twin_go(w, rest->t, tok, last, rest->next);
		case REST_CLOSE:
			{
				CxCapture  *c = &w->captures[rest->slot];
				CxCapture	saved = *c;

				c->tok = rest->tok;
				c->end = tok;
				c->edge = last.edge != CX_NO_EDGE && last.tok == rest->tok && tok > rest->tok ? last.edge : CX_NO_EDGE;
				c->field = (uint8_t) fields[rest->t->a];
				if (twin_rest(w, tok, last, rest->next))
					return true;
				*c = saved;
				return false;
			}
	}
	return false;
}

static bool
twin_edge_fits(const CxEdge *e, const EdgeSpec *spec)
{
	return e->label == spec->label && (spec->value == NULL || strcmp(cx_lexicon_value(e->value), spec->value) == 0);
}

static bool
twin_shape_fits(const CxToken *t, unsigned shape)
{
	bool		letters = t->kind == CX_TOK_SYLLABLE || t->kind == CX_TOK_WORD || t->kind == CX_TOK_ROMAN;

	switch (shape)
	{
		case 0:
			return true;
		case 1:
			return letters;
		case 2:
			return letters && (t->flags & CX_TF_UPPER);
		case 3:
			return letters && (t->flags & CX_TF_CAPS);
		case 4:
			return letters && !(t->flags & CX_TF_UPPER);
		case 5:
			return t->kind == CX_TOK_ROMAN;
		default:
			return t->kind == CX_TOK_NUMBER;
	}
}

/* Does the atom fit at tok?  For an edge: does any. */
static bool
twin_fits(const Twin *w, const Tree *t, uint32_t tok)
{
	const CxToken *at = &w->tagged->lex->toks.at[tok];

	if (tok >= w->end)
		return false;
	if (t->kind == T_WORD)
		return at->sym == w->rule_syms[t->a];
	if (t->kind == T_SHAPE)
		return twin_shape_fits(at, t->a);
	for (uint32_t e = w->tagged->head[tok]; e != CX_NO_EDGE; e = w->tagged->edges.at[e].next)
		if (twin_edge_fits(&w->tagged->edges.at[e], &edge_specs[t->a]))
			return true;
	return false;
}

static bool
twin_go(Twin *w, const Tree *t, uint32_t tok, Last last, const Rest *rest)
{
	const CxToken *toks = w->tagged->lex->toks.at;

	if (++w->steps > TWIN_STEPS)
		return false;
	switch (t->kind)
	{
		case T_WORD:
		case T_SHAPE:
			return twin_fits(w, t, tok) && twin_rest(w, tok + 1, no_edge, rest);
		case T_EDGE:
			for (uint32_t e = tok < w->end ? w->tagged->head[tok] : CX_NO_EDGE; e != CX_NO_EDGE; e = w->tagged->edges.at[e].next)
			{
				const CxEdge *edge = &w->tagged->edges.at[e];

				if (twin_edge_fits(edge, &edge_specs[t->a]) && edge->end <= w->end &&
					twin_rest(w, edge->end, (Last) {e, tok}, rest))
					return true;
			}
			return false;
		case T_NOT:
			return !twin_fits(w, t->left, tok) && twin_rest(w, tok, last, rest);
		case T_GAP:
			for (uint32_t n = 0;; n++)
			{
				if (twin_rest(w, tok + n, n == 0 ? last : no_edge, rest))
					return true;
				if (n == t->a || tok + n >= w->end ||
					(!t->b && (toks[tok + n].sym == CX_SYM_CHAR(';') || toks[tok + n].sym == CX_SYM_CHAR(':'))))
					return false;
			}
		case T_START:
			return tok == w->first && twin_rest(w, tok, last, rest);
		case T_END:
			return tok == w->end && twin_rest(w, tok, last, rest);
		case T_EMPTY:
			return twin_rest(w, tok, last, rest);
		case T_SEQ:
			return twin_go(w, t->left, tok, last, &(Rest) {REST_TREE, t->right, 0, 0, rest});
		case T_ALT:
			return twin_go(w, t->left, tok, last, rest) || twin_go(w, t->right, tok, last, rest);
		case T_OPT:
			return twin_go(w, t->left, tok, last, rest) || twin_rest(w, tok, last, rest);
		case T_STAR:
			return twin_go(w, t->left, tok, last, &(Rest) {REST_TREE, t, 0, 0, rest}) || twin_rest(w, tok, last, rest);
		case T_PLUS:
			{
				Tree		star = *t;

				star.kind = T_STAR;
				return twin_go(w, t->left, tok, last, &(Rest) {REST_TREE, &star, 0, 0, rest});
			}
		case T_CAPTURE:
			{
				uint32_t	slot = w->ncaptures;

				if (slot == TWIN_CAPTURES)
				{
					w->steps = TWIN_STEPS + 1;
					return false;
				}
				w->ncaptures++;
				if (twin_go(w, t->left, tok, last, &(Rest) {REST_CLOSE, t, tok, slot, rest}))
					return true;
				w->ncaptures = slot;
				return false;
			}
	}
	return false;
}

#endif							/* SLOW_GRAMMAR_H */
