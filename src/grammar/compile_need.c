/*-------------------------------------------------------------------------
 *
 * compile_need.c
 *	  What a compiled rule must find and what can follow, for the matcher to look ahead.
 *
 * The needs of a rule are sets of forms and labels of which a text that it matches
 * has one each; they are read off its tree.  What can stand at a place of the
 * program is found by walking it to the instructions that read a token there.
 *
 *-------------------------------------------------------------------------
 */
#include "compile.h"

/* ---- what a rule needs ---------------------------------------------------------- */

static CxNeed
need_of(const Node *n)
{
	CxNeed		need = {0, 0};

	if (n->kind == N_SYM)
		need.forms = CX_SYM_BIT(n->b);
	else
		need.labels = CX_LABEL_BIT(n->b);
	return need;
}

CxNeed
cx_need_either(CxNeed a, CxNeed b)
{
	CxNeed		need = {a.labels | b.labels, a.forms | b.forms};

	return need;
}

static int
need_width(CxNeed n)
{
	int			bits = 0;

	for (uint64_t m = n.forms; m != 0; m &= m - 1)
		bits++;
	for (uint64_t m = n.labels; m != 0; m &= m - 1)
		bits++;
	return n.forms & CX_ANY_BIT ? 1000 : bits;
}

/* Keep the narrowest needs, each once, in the order met. */
static void
add_need(CxNeed needs[CX_RULE_NEEDS], CxNeed need)
{
	for (int i = 0; i < CX_RULE_NEEDS; i++)
		if (need.labels == needs[i].labels && need.forms == needs[i].forms)
			return;
	for (int i = 0; i < CX_RULE_NEEDS; i++)
		if (need_width(need) < need_width(needs[i]))
		{
			CxNeed		wider = needs[i];

			needs[i] = need;
			need = wider;
		}
}

/* The needs of a tree: every one must be met by a text that it matches. */
void
cx_needs_of(const Node *n, CxNeed needs[CX_RULE_NEEDS])
{
	CxNeed		left[CX_RULE_NEEDS],
				right[CX_RULE_NEEDS];

	for (int i = 0; i < CX_RULE_NEEDS; i++)
		needs[i] = (CxNeed) {0, CX_ANY_BIT};
	switch (n->kind)
	{
		case N_SYM:
		case N_EDGE:
			needs[0] = need_of(n);
			break;
		case N_PLUS:
		case N_CAPTURE:
			cx_needs_of(n->left, needs);
			break;
		case N_SEQ:
			cx_needs_of(n->left, left);
			cx_needs_of(n->right, right);
			for (int i = 0; i < CX_RULE_NEEDS; i++)
			{
				add_need(needs, left[i]);
				add_need(needs, right[i]);
			}
			break;
		case N_ALT:
			cx_needs_of(n->left, left);
			cx_needs_of(n->right, right);
			add_need(needs, cx_need_either(left[0], right[0]));
			break;
		default:
			break;
	}
}

/* ---- what can follow -------------------------------------------------------------- */

/* The instructions that a program can come to from pc before it reads a token: marked in "reads". */
static void
walk(const Compiler *c, uint32_t base, uint32_t pc, bool *seen, bool *reads)
{
	for (;;)
	{
		const CxInstr *in = &c->code.at[base + pc];

		if (seen[pc])
			return;
		seen[pc] = true;
		switch ((CxOp) in->op)
		{
			case CX_OP_SYM:
			case CX_OP_EDGE:
			case CX_OP_SHAPE:
			case CX_OP_GAP:
			case CX_OP_ACCEPT:
				reads[pc] = true;
				return;
			case CX_OP_SPLIT:
				walk(c, base, in->b, seen, reads);
				pc = in->c;
				break;
			case CX_OP_JUMP:
				pc = in->b;
				break;
			default:
				pc++;
		}
	}
}

/* Add what can stand at a token where the program goes on at pc. */
static void
follow(const Compiler *c, uint32_t base, uint32_t pc, CxNeed *next)
{
	bool		seen[MAX_PROGRAM] = {false};
	bool		reads[MAX_PROGRAM] = {false};

	walk(c, base, pc, seen, reads);
	for (uint32_t i = 0; i < MAX_PROGRAM; i++)
	{
		const CxInstr *in = &c->code.at[base + i];

		if (!reads[i])
			continue;
		if (in->op == CX_OP_SYM)
			next->forms |= CX_SYM_BIT(in->b);
		else if (in->op == CX_OP_EDGE)
			next->labels |= CX_LABEL_BIT(in->b);
		else if (in->op == CX_OP_SHAPE)
			next->forms |= CX_SHAPE_BIT(in->a);
		else
			next->forms |= CX_ANY_BIT;
	}
}

/* Index of a need in looks, 0 if it is none. */
CxStatus
cx_share_look(Compiler *c, const CxNeed *need, uint16_t *index)
{
	CxNeed	   *look;

	*index = 0;
	if (need->forms & CX_ANY_BIT)
		return CX_OK;
	for (uint32_t i = 1; i < c->looks.n; i++)
		if (c->looks.at[i].labels == need->labels && c->looks.at[i].forms == need->forms)
		{
			*index = (uint16_t) i;
			return CX_OK;
		}
	if (c->looks.n == UINT16_MAX)
		return CX_OK;
	look = cx_vec_push(c->arena, &c->looks);
	if (look == NULL)
		return CX_ENOMEM;
	*look = *need;
	*index = (uint16_t) (c->looks.n - 1);
	return CX_OK;
}

/* Index of what can stand at an instruction, 0 if anything can. */
static CxStatus
look_at(Compiler *c, uint32_t base, uint32_t pc, uint16_t *index)
{
	CxNeed		need = {0, 0};

	follow(c, base, pc, &need);
	return cx_share_look(c, &need, index);
}

/* Let every choice and every gap of a rule see one token ahead. */
CxStatus
cx_set_looks(Compiler *c, uint32_t base)
{
	for (uint32_t i = base; i < c->code.n; i++)
	{
		CxInstr    *in = &c->code.at[i];

		if (in->op == CX_OP_SPLIT)
		{
			CX_TRY(look_at(c, base, in->b, &in->d));
			CX_TRY(look_at(c, base, in->c, &in->e));
		}
		else if (in->op == CX_OP_GAP)
			CX_TRY(look_at(c, base, i + 1 - base, &in->d));
	}
	return CX_OK;
}

/* What can stand right behind each of the triggers. */
void
cx_set_follow(const Compiler *c, CxTrigger *t, uint32_t n, CxOp op)
{
	for (uint32_t i = 0; i < n; i++)
	{
		const CxRule *rule = &c->rules.at[t[i].rule];
		bool		seen[MAX_PROGRAM] = {false};
		bool		reads[MAX_PROGRAM] = {false};

		walk(c, rule->code, 0, seen, reads);
		for (uint32_t pc = 0; pc < rule->length; pc++)
			if (reads[pc] && c->code.at[rule->code + pc].op == op && c->code.at[rule->code + pc].b == t[i].key)
				follow(c, rule->code, pc + 1, &t[i].next);
	}
}
