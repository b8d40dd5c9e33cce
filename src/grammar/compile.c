/*-------------------------------------------------------------------------
 *
 * compile.c
 *	  The compiler of the rule notation (doc/grammar.md).
 *
 * A recursive-descent parser builds a small tree for each rule; the tree gives
 * the program (the classic regular-expression construction) and the set of
 * symbols and labels that the rule can begin with, which becomes its triggers.
 * Names of lexicon classes, mention kinds and fields are resolved here, so an
 * unknown one is an error with its place.
 *
 *-------------------------------------------------------------------------
 */
#include "compile.h"

#include <stdio.h>
#include <string.h>

/* ---- errors and strings --------------------------------------------------------- */

static CxStatus
fail(Compiler *c, const char *where, const char *what, const char *arg, size_t n)
{
	unsigned	line = 1,
				column = 1;

	for (const char *p = c->begin; p < where; p++)
	{
		if (*p == '\n')
		{
			line++;
			column = 1;
		}
		else if (((unsigned char) *p & 0xC0) != 0x80)
			column++;
	}
	snprintf(c->message, c->message_size, "%s:%u:%u: %s%s%.*s%s", c->path, line, column, what,
			 n > 0 ? " \"" : "", (int) n, n > 0 ? arg : "", n > 0 ? "\"" : "");
	return CX_ESYNTAX;
}

/* Offset of a terminated copy of the string in the pool, shared if it is there already. */
static CxStatus
intern(Compiler *c, const char *s, size_t n, uint32_t *offset)
{
	for (uint32_t i = 0; i + n < c->strings.n; i += (uint32_t) strlen(c->strings.at + i) + 1)
		if (strlen(c->strings.at + i) == n && memcmp(c->strings.at + i, s, n) == 0)
		{
			*offset = i;
			return CX_OK;
		}
	*offset = c->strings.n;
	for (size_t i = 0; i <= n; i++)
	{
		char	   *p = cx_vec_push(c->arena, &c->strings);

		if (p == NULL)
			return CX_ENOMEM;
		*p = i < n ? s[i] : '\0';
	}
	return CX_OK;
}

/* ---- lexical level ---------------------------------------------------------------- */

static void
skip_space(Compiler *c)
{
	while (c->at < c->end)
	{
		if (*c->at == '#')
			while (c->at < c->end && *c->at != '\n')
				c->at++;
		else if (*c->at == ' ' || *c->at == '\t' || *c->at == '\n' || *c->at == '\r')
			c->at++;
		else
			break;
	}
}

static bool
peek(Compiler *c, const char *s)
{
	size_t		n = strlen(s);

	skip_space(c);
	return (size_t) (c->end - c->at) >= n && memcmp(c->at, s, n) == 0;
}

static bool
take(Compiler *c, const char *s)
{
	if (!peek(c, s))
		return false;
	c->at += strlen(s);
	return true;
}

static CxStatus
expect(Compiler *c, const char *s)
{
	if (take(c, s))
		return CX_OK;
	return fail(c, c->at, "expected", s, strlen(s));
}

static bool
is_name_char(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '_';
}

/* An identifier; empty if none is there. */
static CxStr
take_name(Compiler *c)
{
	CxStr		s;

	skip_space(c);
	s.at = c->at;
	while (c->at < c->end && is_name_char(*c->at))
		c->at++;
	s.n = (uint32_t) (c->at - s.at);
	return s;
}

static CxStatus
take_int(Compiler *c, unsigned max, unsigned *out)
{
	const char *where;
	char		limit[16];
	unsigned	value = 0;

	skip_space(c);
	where = c->at;
	while (c->at < c->end && *c->at >= '0' && *c->at <= '9' && value <= max)
		value = value * 10 + (unsigned) (*c->at++ - '0');
	if (c->at == where || value == 0 || value > max)
		return fail(c, where, "expected a number from 1 to", limit, (size_t) snprintf(limit, sizeof(limit), "%u", max));
	*out = value;
	return CX_OK;
}

static int
field_of(CxStr s)
{
	for (int i = 0; i < CX_FIELD_COUNT_; i++)
		if (strlen(cx_field_names[i]) == s.n && memcmp(cx_field_names[i], s.at, s.n) == 0)
			return i;
	return -1;
}

/* ---- the tree ------------------------------------------------------------------------ */

static Node *
node(Compiler *c, NodeKind kind, const Node *left, const Node *right)
{
	Node	   *n = cx_arena_alloc(c->arena, sizeof(Node));

	if (n != NULL)
	{
		n->kind = kind;
		n->left = left;
		n->right = right;
	}
	return n;
}

static CxStatus
count_element(Compiler *c)
{
	if (++c->elements > MAX_PROGRAM)
		return fail(c, c->at, "the rule is too long", NULL, 0);
	return CX_OK;
}

/* 'some words': a sequence of their symbols. */
static CxStatus
parse_literal(Compiler *c, const Node **out)
{
	const char *where = c->at;
	const char *close;
	CxStatus	status;
	CxLexis		lex;
	const Node *seq = NULL;

	c->at++;
	close = c->at;
	while (close < c->end && *close != '\'' && *close != '\n')
		close++;
	if (close == c->end || *close != '\'')
		return fail(c, where, "the word is not closed by a quote", NULL, 0);
	status = cx_lexis_init(&lex, c->arena, c->at, (size_t) (close - c->at));
	if (status == CX_EENCODING)
		return fail(c, where, "the word is not UTF-8", NULL, 0);
	CX_TRY(status);
	CX_TRY(cx_tokens(&lex));
	if (lex.toks.n == 0)
		return fail(c, where, "empty word", NULL, 0);
	for (uint32_t i = 0; i < lex.toks.n; i++)
	{
		const CxToken *t = &lex.toks.at[i];
		Node	   *n = node(c, N_SYM, NULL, NULL);

		if (n == NULL)
			return CX_ENOMEM;
		CX_TRY(count_element(c));
		if (t->kind == CX_TOK_NUMBER)
			return fail(c, c->at + t->start, "a number is no word; it is written {digits} or @number:", c->at + t->start,
						t->end - t->start);
		n->b = t->sym != 0 ? t->sym : cx_lexicon_word(c->at + t->start, t->end - t->start);
		if (n->b == 0)
			return fail(c, c->at + t->start, "neither a syllable nor a word of the lexicon:", c->at + t->start,
						t->end - t->start);
		seq = seq == NULL ? n : node(c, N_SEQ, seq, n);
		if (seq == NULL)
			return CX_ENOMEM;
	}
	c->at = close + 1;
	*out = seq;
	return CX_OK;
}

/* <class>, <class:value with spaces> */
static CxStatus
parse_class(Compiler *c, const Node **out)
{
	const char *where = ++c->at;
	CxStr		s = take_name(c);
	int			klass = cx_lexicon_class(s.at, s.n);
	Node	   *n;

	if (klass < 0)
		return fail(c, where, "no such lexicon class:", s.at, s.n);
	if (klass >= MAX_KINDS)
		return fail(c, where, "too many lexicon classes", NULL, 0);
	n = node(c, N_EDGE, NULL, NULL);
	if (n == NULL)
		return CX_ENOMEM;
	n->b = (uint16_t) klass;
	if (c->at < c->end && *c->at == ':')
	{
		const char *value = ++c->at;
		int			id;

		while (c->at < c->end && *c->at != '>' && *c->at != '\n')
			c->at++;
		id = cx_lexicon_value_id(value, (size_t) (c->at - value));
		if (id <= 0)
			return fail(c, value, "no such value in the lexicon:", value, (size_t) (c->at - value));
		n->c = (uint16_t) id;
	}
	*out = n;
	return expect(c, ">");
}

/* @kind */
static CxStatus
parse_mention(Compiler *c, const Node **out)
{
	static const char *const builtins[] = {
#define X(id, spelling) spelling,
		CX_BUILTIN_KINDS(X)
#undef X
	};
	const char *where = ++c->at;
	CxStr		s = take_name(c);
	Node	   *n = node(c, N_EDGE, NULL, NULL);

	if (n == NULL)
		return CX_ENOMEM;
	*out = n;
	for (uint16_t i = 0; i < CX_KIND_BUILTINS; i++)
		if (strlen(builtins[i]) == s.n && memcmp(builtins[i], s.at, s.n) == 0)
		{
			n->b = (uint16_t) (CX_LABEL_MENTION + i);
			return CX_OK;
		}
	for (uint32_t i = 0; i + 1 < c->blocks.n; i++)
	{
		const char *name = c->strings.at + c->blocks.at[i].name;

		if (c->blocks.at[i].kind != CX_NO_KIND && strlen(name) == s.n && memcmp(name, s.at, s.n) == 0)
		{
			n->b = (uint16_t) (CX_LABEL_MENTION + c->blocks.at[i].kind);
			return CX_OK;
		}
	}
	return fail(c, where, "no such mention kind before this block:", s.at, s.n);
}

/* {Cap} */
static CxStatus
parse_shape(Compiler *c, const Node **out)
{
	static const char *const shapes[] = {"{any}", "{word}", "{Cap}", "{CAPS}", "{low}", "{Roman}", "{digits}"};
	Node	   *n = node(c, N_SHAPE, NULL, NULL);

	if (n == NULL)
		return CX_ENOMEM;
	*out = n;
	for (uint16_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		if (take(c, shapes[i]))
		{
			n->b = i;
			return CX_OK;
		}
	return fail(c, c->at, "shapes are {any} {word} {Cap} {CAPS} {low} {Roman} {digits}", NULL, 0);
}

static CxStatus parse_alternatives(Compiler *c, const Node **out);

static CxStatus
parse_primary(Compiler *c, const Node **out)
{
	const char *where;
	Node	   *n;

	skip_space(c);
	where = c->at;
	if (c->at == c->end)
		return fail(c, where, "the rule is not closed by ;", NULL, 0);
	if (*c->at != '\'')
		CX_TRY(count_element(c));
	switch (*c->at)
	{
		case '\'':
			return parse_literal(c, out);
		case '<':
			return parse_class(c, out);
		case '@':
			return parse_mention(c, out);
		case '{':
			return parse_shape(c, out);
		case '^':
		case '$':
			*out = node(c, *c->at++ == '^' ? N_START : N_END, NULL, NULL);
			return *out == NULL ? CX_ENOMEM : CX_OK;
		case '.':
			{
				unsigned	most;
				bool		wide;

				if (!take(c, ".."))
					return fail(c, where, "a gap is written ..N or ...N", NULL, 0);
				wide = take(c, ".");
				CX_TRY(take_int(c, MAX_GAP, &most));
				n = node(c, N_GAP, NULL, NULL);
				if (n == NULL)
					return CX_ENOMEM;
				n->b = (uint16_t) most;
				n->c = wide;
				*out = n;
				return CX_OK;
			}
		case '!':
			{
				const Node *inner;

				c->at++;
				CX_TRY(parse_primary(c, &inner));
				if (inner->kind != N_SYM && inner->kind != N_EDGE && inner->kind != N_SHAPE)
					return fail(c, where, "only one word, class, mention or shape can be negated", NULL, 0);
				*out = node(c, N_NOT, inner, NULL);
				return *out == NULL ? CX_ENOMEM : CX_OK;
			}
		case '(':
		case '[':
			{
				bool		optional = *c->at++ == '[';

				if (++c->depth > MAX_DEPTH)
					return fail(c, where, "groups are nested too deep", NULL, 0);
				CX_TRY(parse_alternatives(c, out));
				CX_TRY(expect(c, optional ? "]" : ")"));
				c->depth--;
				if (optional)
					*out = node(c, N_OPT, *out, NULL);
				return *out == NULL ? CX_ENOMEM : CX_OK;
			}
	}
	return fail(c, where, "expected an element", NULL, 0);
}

/* field:element with * + ? */
static CxStatus
parse_element(Compiler *c, const Node **out)
{
	const char *where;
	CxStr		s;
	int			field = -1;

	s = take_name(c);
	where = s.at;
	if (s.n > 0)
	{
		field = field_of(s);
		if (field < 0)
			return fail(c, where, "no such field:", s.at, s.n);
		CX_TRY(expect(c, ":"));
	}
	CX_TRY(parse_primary(c, out));
	if (c->at < c->end && (*c->at == '*' || *c->at == '+' || *c->at == '?'))
	{
		*out = node(c, *c->at == '*' ? N_STAR : *c->at == '+' ? N_PLUS : N_OPT, *out, NULL);
		c->at++;
		if (*out == NULL)
			return CX_ENOMEM;
	}
	if (field >= 0)
	{
		Node	   *n = node(c, N_CAPTURE, *out, NULL);

		if (n == NULL)
			return CX_ENOMEM;
		n->field = (uint8_t) field;
		*out = n;
	}
	return CX_OK;
}

static CxStatus
parse_sequence(Compiler *c, const Node **out)
{
	const Node *seq = NULL;

	for (;;)
	{
		const Node *n;

		skip_space(c);
		if (c->at == c->end || *c->at == '|' || *c->at == ')' || *c->at == ']' || *c->at == ';' || *c->at == '=')
			break;
		CX_TRY(parse_element(c, &n));
		seq = seq == NULL ? n : node(c, N_SEQ, seq, n);
		if (seq == NULL)
			return CX_ENOMEM;
	}
	if (seq == NULL)
		seq = node(c, N_EMPTY, NULL, NULL);
	*out = seq;
	return seq == NULL ? CX_ENOMEM : CX_OK;
}

static CxStatus
parse_alternatives(Compiler *c, const Node **out)
{
	const Node *right;

	CX_TRY(parse_sequence(c, out));
	if (!take(c, "|"))
		return CX_OK;
	CX_TRY(count_element(c));
	CX_TRY(parse_alternatives(c, &right));
	*out = node(c, N_ALT, *out, right);
	return *out == NULL ? CX_ENOMEM : CX_OK;
}

/* ---- triggers ---------------------------------------------------------------------------- */

static CxStatus
add_trigger(Compiler *c, const Node *n)
{
	bool		sym = n->kind == N_SYM;
	CxTrigger  *t;

	for (uint32_t i = 0; i < (sym ? c->sym_triggers.n : c->label_triggers.n); i++)
	{
		t = sym ? &c->sym_triggers.at[i] : &c->label_triggers.at[i];
		if (t->key == n->b && t->rule == c->rules.n - 1)
			return CX_OK;
	}
	t = sym ? cx_vec_push(c->arena, &c->sym_triggers) : cx_vec_push(c->arena, &c->label_triggers);
	if (t == NULL)
		return CX_ENOMEM;
	memset(t, 0, sizeof(*t));
	t->key = n->b;
	t->rule = (uint16_t) (c->rules.n - 1);
	t->stage = c->blocks.at[c->blocks.n - 1].stage;
	return CX_OK;
}

/*
 * Add what the tree can begin with.  *empty: it can match nothing, so what
 * follows it counts too.  *wild: it can begin with anything.
 */
static CxStatus
first_of(Compiler *c, const Node *n, bool *empty, bool *wild)
{
	bool		more;

	*empty = false;
	switch (n->kind)
	{
		case N_SYM:
		case N_EDGE:
			return add_trigger(c, n);
		case N_SHAPE:
			*wild = true;
			return CX_OK;
		case N_GAP:
			*wild = true;
			*empty = true;
			return CX_OK;
		case N_START:
		case N_END:
		case N_NOT:
		case N_EMPTY:
			*empty = true;
			return CX_OK;
		case N_SEQ:
			CX_TRY(first_of(c, n->left, empty, wild));
			return *empty ? first_of(c, n->right, empty, wild) : CX_OK;
		case N_ALT:
			CX_TRY(first_of(c, n->left, empty, wild));
			more = *empty;
			CX_TRY(first_of(c, n->right, empty, wild));
			*empty |= more;
			return CX_OK;
		case N_OPT:
		case N_STAR:
			CX_TRY(first_of(c, n->left, empty, wild));
			*empty = true;
			return CX_OK;
		case N_PLUS:
		case N_CAPTURE:
			return first_of(c, n->left, empty, wild);
	}
	return CX_OK;
}

/* ---- the program ----------------------------------------------------------------------------- */

static CxInstr *
emit_instr(Compiler *c, CxOp op, unsigned a, unsigned b, unsigned d)
{
	CxInstr    *in = cx_vec_push(c->arena, &c->code);

	if (in != NULL)
	{
		in->op = (uint8_t) op;
		in->a = (uint8_t) a;
		in->b = (uint16_t) b;
		in->c = (uint16_t) d;
		in->d = in->e = 0;
	}
	return in;
}

#define EMIT(op, a, b, d) \
	do { if (emit_instr(c, op, a, b, d) == NULL) return CX_ENOMEM; } while (0)

/* Emit the tree; jump targets count from the rule's first instruction, at "base". */
static CxStatus
emit(Compiler *c, const Node *n, uint32_t base)
{
	uint32_t	split,
				jump;

	switch (n->kind)
	{
		case N_SYM:
			EMIT(CX_OP_SYM, 0, n->b, 0);
			break;
		case N_EDGE:
			EMIT(CX_OP_EDGE, 0, n->b, n->c);
			break;
		case N_SHAPE:
			EMIT(CX_OP_SHAPE, n->b, 0, 0);
			break;
		case N_GAP:
			EMIT(CX_OP_GAP, n->c, n->b, 0);
			break;
		case N_START:
			EMIT(CX_OP_START, 0, 0, 0);
			break;
		case N_END:
			EMIT(CX_OP_END, 0, 0, 0);
			break;
		case N_EMPTY:
			break;
		case N_NOT:
			if (n->left->kind == N_SYM)
				EMIT(CX_OP_NOT_SYM, 0, n->left->b, 0);
			else if (n->left->kind == N_EDGE)
				EMIT(CX_OP_NOT_EDGE, 0, n->left->b, n->left->c);
			else
				EMIT(CX_OP_NOT_SHAPE, n->left->b, 0, 0);
			break;
		case N_SEQ:
			CX_TRY(emit(c, n->left, base));
			CX_TRY(emit(c, n->right, base));
			break;
		case N_CAPTURE:
			if (n->left->kind == N_SYM || n->left->kind == N_EDGE || n->left->kind == N_SHAPE)
			{
				CX_TRY(emit(c, n->left, base));
				c->code.at[c->code.n - 1].d = (uint16_t) (n->field + 1);
				break;
			}
			EMIT(CX_OP_OPEN, n->field, 0, 0);
			CX_TRY(emit(c, n->left, base));
			EMIT(CX_OP_CLOSE, n->field, 0, 0);
			break;
		case N_ALT:
			split = c->code.n;
			EMIT(CX_OP_SPLIT, 0, split + 1 - base, 0);
			CX_TRY(emit(c, n->left, base));
			jump = c->code.n;
			EMIT(CX_OP_JUMP, 0, 0, 0);
			c->code.at[split].c = (uint16_t) (c->code.n - base);
			CX_TRY(emit(c, n->right, base));
			c->code.at[jump].b = (uint16_t) (c->code.n - base);
			break;
		case N_OPT:
			split = c->code.n;
			EMIT(CX_OP_SPLIT, 0, split + 1 - base, 0);
			CX_TRY(emit(c, n->left, base));
			c->code.at[split].c = (uint16_t) (c->code.n - base);
			break;
		case N_STAR:
			split = c->code.n;
			EMIT(CX_OP_SPLIT, 0, split + 1 - base, 0);
			CX_TRY(emit(c, n->left, base));
			EMIT(CX_OP_JUMP, 0, split - base, 0);
			c->code.at[split].c = (uint16_t) (c->code.n - base);
			break;
		case N_PLUS:
			jump = c->code.n;
			CX_TRY(emit(c, n->left, base));
			split = c->code.n;
			EMIT(CX_OP_SPLIT, 0, jump - base, split + 1 - base);
			break;
	}
	return CX_OK;
}

/* ---- rules and blocks ---------------------------------------------------------------------------- */

/* => field=word, field='some words' */
static CxStatus
parse_constants(Compiler *c, CxRule *rule)
{
	do
	{
		const char *where;
		CxStr		s = take_name(c);
		int			field = field_of(s);
		CxConst    *k;
		CxStr		value;

		where = s.at;
		if (field < 0)
			return fail(c, where, "no such field:", s.at, s.n);
		if (rule->nconsts == MAX_CONSTS || c->consts.n == UINT16_MAX)
			return fail(c, where, "too many constants", NULL, 0);
		CX_TRY(expect(c, "="));
		skip_space(c);
		if (c->at < c->end && *c->at == '\'')
		{
			value.at = ++c->at;
			while (c->at < c->end && *c->at != '\'' && *c->at != '\n')
				c->at++;
			value.n = (uint32_t) (c->at - value.at);
			CX_TRY(expect(c, "'"));
		}
		else
			value = take_name(c);
		if (value.n == 0)
			return fail(c, c->at, "expected a value", NULL, 0);
		k = cx_vec_push(c->arena, &c->consts);
		if (k == NULL)
			return CX_ENOMEM;
		k->field = (uint8_t) field;
		CX_TRY(intern(c, value.at, value.n, &k->value));
		rule->nconsts++;
	} while (take(c, ","));
	return CX_OK;
}

/* name: pattern [weight N] [=> constants] ; */
static CxStatus
parse_rule(Compiler *c)
{
	const char *block_name = c->strings.at + c->blocks.at[c->blocks.n - 1].name;
	char		full[128];
	CxStr		s = take_name(c);
	const char *where = s.at;
	const Node *tree;
	CxRule	   *rule;
	bool		empty,
				wild = false;
	uint32_t	base = c->code.n;
	int			n;

	if (s.n == 0)
		return fail(c, c->at, "expected the name of a rule", NULL, 0);
	n = snprintf(full, sizeof(full), "%s.%.*s", block_name, (int) s.n, s.at);
	if (n < 0 || (size_t) n >= sizeof(full))
		return fail(c, where, "the name is too long", NULL, 0);
	for (uint32_t i = 0; i < c->rules.n; i++)
		if (strcmp(c->strings.at + c->rules.at[i].name, full) == 0)
			return fail(c, where, "a rule has this name already:", full, (size_t) n);
	CX_TRY(expect(c, ":"));

	rule = cx_vec_push(c->arena, &c->rules);
	if (rule == NULL)
		return CX_ENOMEM;
	memset(rule, 0, sizeof(*rule));
	rule->block = (uint16_t) (c->blocks.n - 1);
	rule->code = (uint16_t) base;
	rule->consts = (uint16_t) c->consts.n;
	rule->weight = 80;
	CX_TRY(intern(c, full, (size_t) n, &rule->name));

	c->elements = c->depth = 0;
	CX_TRY(parse_alternatives(c, &tree));
	if (take(c, "=>"))
		CX_TRY(parse_constants(c, rule));
	if (take(c, "="))
	{
		unsigned	weight;

		CX_TRY(take_int(c, 100, &weight));
		rule->weight = (uint8_t) weight;
	}
	CX_TRY(expect(c, ";"));

	CX_TRY(first_of(c, tree, &empty, &wild));
	if (c->sym_triggers.n > MAX_TRIGGERS || c->label_triggers.n > MAX_TRIGGERS)
		return fail(c, where, "too many rules", NULL, 0);
	if (empty || wild)
		return fail(c, where, "a rule must begin with a word, a class or a mention:", full, (size_t) n);
	cx_needs_of(tree, c->rules.at[c->rules.n - 1].needs);
	CX_TRY(emit(c, tree, base));
	EMIT(CX_OP_ACCEPT, 0, 0, 0);
	if (c->code.n - base > MAX_PROGRAM || c->code.n > UINT16_MAX)
		return fail(c, where, "the rule is too long:", full, (size_t) n);
	CX_TRY(cx_set_looks(c, base));
	c->rules.at[c->rules.n - 1].length = (uint16_t) (c->code.n - base);
	return CX_OK;
}

static CxStatus
parse_file(Compiler *c)
{
	for (skip_space(c); c->at < c->end; skip_space(c))
	{
		const char *where = c->at;
		bool		mention = take(c, "mention ");
		CxStr		s;
		CxRuleBlock *block;

		if (mention || take(c, "relation "))
		{
			s = take_name(c);
			if (s.n == 0)
				return fail(c, where, "expected the name of the block", NULL, 0);
			if (c->blocks.n == CX_MAX_BLOCKS || c->nkinds == MAX_KINDS)
				return fail(c, where, "too many blocks", NULL, 0);
			block = cx_vec_push(c->arena, &c->blocks);
			if (block == NULL)
				return CX_ENOMEM;
			block->kind = mention ? c->nkinds++ : CX_NO_KIND;
			block->stage = 0;
			if (c->blocks.n > 1)
				block->stage = (uint16_t) (block[-1].stage + (mention || block[-1].kind != CX_NO_KIND));
			CX_TRY(intern(c, s.at, s.n, &block->name));
			for (uint32_t i = 0; i + 1 < c->blocks.n; i++)
				if (c->blocks.at[i].name == block->name)
					return fail(c, s.at, "a block has this name already:", s.at, s.n);
			CX_TRY(expect(c, ";"));
		}
		else if (c->blocks.n == 0)
			return fail(c, where, "expected \"mention NAME;\" or \"relation NAME;\"", NULL, 0);
		else
			CX_TRY(parse_rule(c));
	}
	return CX_OK;
}

static void
sort_triggers(CxTrigger *t, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++)
	{
		CxTrigger	key = t[i];
		uint32_t	j = i;

		for (; j > 0 && (t[j - 1].key > key.key || (t[j - 1].key == key.key && t[j - 1].rule > key.rule)); j--)
			t[j] = t[j - 1];
		t[j] = key;
	}
}

/* The open-addressing table from a symbol to its first pair. */
static CxStatus
hash_symbols(Compiler *c, CxRuleSet *out)
{
	uint32_t	size = 16;
	uint16_t   *slots;
	uint32_t   *masks;
	uint64_t   *set;

	while (size < 4 * c->sym_triggers.n)
		size *= 2;
	slots = cx_arena_alloc(c->arena, size * sizeof(uint16_t));
	masks = cx_arena_alloc(c->arena, size * sizeof(uint32_t));
	set = cx_arena_alloc(c->arena, CX_SYM_SET_WORDS * sizeof(uint64_t));
	if (slots == NULL || masks == NULL || set == NULL)
		return CX_ENOMEM;
	for (uint32_t i = 0; i < c->sym_triggers.n; i++)
	{
		const CxTrigger *t = &c->sym_triggers.at[i];
		uint32_t	slot = CX_SYM_SLOT(t->key) & (size - 1);

		while (slots[slot] != 0 && c->sym_triggers.at[slots[slot] - 1].key != t->key)
			slot = (slot + 1) & (size - 1);
		if (slots[slot] == 0)
			slots[slot] = (uint16_t) (i + 1);
		set[t->key >> 6] |= UINT64_C(1) << (t->key & 63);
		masks[slot] |= UINT32_C(1) << t->stage;
	}
	out->sym_set = set;
	out->sym_masks = masks;
	out->sym_slots = slots;
	out->slot_mask = (uint16_t) (size - 1);
	return CX_OK;
}

/* The tables from a label and a stage to their pairs. */
static CxStatus
index_labels(Compiler *c, CxRuleSet *out)
{
	CxTriggerGroup *groups = cx_arena_alloc(c->arena, CX_LABELS * CX_MAX_BLOCKS * sizeof(*groups));
	uint32_t   *masks = cx_arena_alloc(c->arena, 64 * sizeof(*masks));

	if (groups == NULL || masks == NULL)
		return CX_ENOMEM;
	for (uint32_t i = 0; i < c->label_triggers.n;)
	{
		const CxTrigger *t = &c->label_triggers.at[i];
		CxTriggerGroup *group = &groups[t->key * CX_MAX_BLOCKS + t->stage];
		CxNeed		next = {0, 0};

		group->first = (uint16_t) i;
		masks[CX_LABEL_HASH(t->key)] |= UINT32_C(1) << t->stage;
		out->label_sets[t->stage] |= CX_LABEL_BIT(t->key);
		for (; i < c->label_triggers.n && c->label_triggers.at[i].key == t->key && c->label_triggers.at[i].stage == t->stage; i++)
			next = cx_need_either(next, c->label_triggers.at[i].next);
		group->count = (uint16_t) (i - group->first);
		CX_TRY(cx_share_look(c, &next, &group->next));
	}
	out->label_groups = groups;
	out->label_masks = masks;
	return CX_OK;
}

CxStatus
cx_rules_compile(CxArena *arena, const CxRuleFile *files, unsigned nfiles, CxRuleSet *out, char *message,
				 size_t message_size)
{
	Compiler	c;
	CxNeed	   *any;

	memset(&c, 0, sizeof(c));
	memset(out, 0, sizeof(*out));
	c.arena = arena;

	/*
	 * even without a rule there are tables, of which the matcher computes the
	 * end
	 */
	if (cx_vec_push(arena, &c.sym_triggers) == NULL || cx_vec_push(arena, &c.label_triggers) == NULL)
		return CX_ENOMEM;
	c.sym_triggers.n = c.label_triggers.n = 0;
	c.message = message;
	c.message_size = message_size;
	c.nkinds = CX_KIND_BUILTINS;
	any = cx_vec_push(arena, &c.looks);
	if (any == NULL)
		return CX_ENOMEM;
	*any = (CxNeed) {0, CX_ANY_BIT};
	for (unsigned i = 0; i < nfiles; i++)
	{
		c.path = files[i].path;
		c.begin = c.at = files[i].at;
		c.end = files[i].at + files[i].n;
		CX_TRY(parse_file(&c));
	}
	cx_set_follow(&c, c.sym_triggers.at, c.sym_triggers.n, CX_OP_SYM);
	cx_set_follow(&c, c.label_triggers.at, c.label_triggers.n, CX_OP_EDGE);
	sort_triggers(c.sym_triggers.at, c.sym_triggers.n);
	sort_triggers(c.label_triggers.at, c.label_triggers.n);
	CX_TRY(hash_symbols(&c, out));
	CX_TRY(index_labels(&c, out));
	out->code = c.code.at;
	out->looks = c.looks.at;
	out->nlooks = (uint16_t) c.looks.n;
	out->rules = c.rules.at;
	out->consts = c.consts.at;
	out->blocks = c.blocks.at;
	out->sym_triggers = c.sym_triggers.at;
	out->label_triggers = c.label_triggers.at;
	out->strings = c.strings.at;
	out->nstrings = c.strings.n;
	out->ncode = (uint16_t) c.code.n;
	out->nrules = (uint16_t) c.rules.n;
	out->nconsts = (uint16_t) c.consts.n;
	out->nblocks = (uint16_t) c.blocks.n;
	out->nsym_triggers = (uint16_t) c.sym_triggers.n;
	out->nlabel_triggers = (uint16_t) c.label_triggers.n;
	return CX_OK;
}
