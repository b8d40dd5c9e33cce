/*-------------------------------------------------------------------------
 *
 * lexgen.c
 *	  Compile the word lists of src/lexicon into constant tables.
 *
 *		lexgen OUT_DIR FILE.tsv ...
 *
 * writes OUT_DIR/lexicon_data.c and OUT_DIR/lexicon_classes.h; what the tables
 * mean is said in src/lexicon/table.h.  The name of a file is the class of its
 * entries.  In a file, lines beginning with # are comments; the first other
 * line is the header "form<TAB>value<TAB>flags"; each further line is one form
 * with its value (may be empty) and at most one flag (the column may be absent):
 *
 *		caps	only where every word begins with an upper-case letter
 *		upper	only where every word is all upper case
 *		lower	only where the first word begins with a lower-case letter
 *
 * A form is split by the very tokenizer that later splits the articles, so
 * that "TP." or "Đ/c" become the same symbols on both sides.  Words that are
 * no syllable are numbered as they come.  The forms, now strings of symbols,
 * are sorted; a breadth-first walk over the sorted array then makes the trie:
 * a node is a run of forms that agree in their first symbols, and its children
 * are the runs within it that agree in one symbol more.
 *
 * Errors are reported as "file:line: message" on stderr, with exit status 1.
 * This is a program of the build, so it may print and exit.
 *
 *-------------------------------------------------------------------------
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lexicon/cx_lexicon.h"

#define MAX_LINE	1024
#define MAX_FORM	31			/* symbols in a form: what an entry can count,
								 * and nothing named is longer */
#define MAX_NODES	0xFFFF		/* node numbers are 16 bits wide */

typedef struct Form
{
	const char *file;
	unsigned	line;
	unsigned	klass;
	const char *value;
	unsigned	value_id;
	const char *letter_case;	/* name of the enum constant */
	unsigned	n;
	uint16_t	syms[MAX_FORM];
} Form;

typedef struct Word
{
	const char *form;			/* look-up form, terminated */
	uint32_t	hash;
} Word;

typedef struct Node
{
	uint32_t	first,
				end;			/* run of forms */
	uint16_t	sym;
	uint32_t	parent;
	uint32_t	depth;			/* tokens on the way to it */
	uint32_t	first_child;
	uint32_t	first_entry;	/* 0: none */
} Node;

/* An entry of a node: one of its forms, or one of a node on the way to it. */
typedef struct Entry
{
	uint32_t	form;
	uint32_t	tokens;
	bool		more;			/* not the last of its node */
} Entry;

static CxArena arena;

static CX_VEC(Form) forms;
static CX_VEC(Word) words;
static CX_VEC(Node) nodes;
static CX_VEC(Entry) entries;
static CX_VEC(const char *) values;

static void
fail(const char *file, unsigned line, const char *message, const char *detail)
{
	if (line > 0)
		fprintf(stderr, "%s:%u: ", file, line);
	else
		fprintf(stderr, "%s: ", file);
	fprintf(stderr, "%s", message);
	if (detail != NULL)
		fprintf(stderr, " \"%s\"", detail);
	fprintf(stderr, "\n");
	exit(1);
}

static void *
need(void *ptr)
{
	if (ptr == NULL)
		fail("lexgen", 0, "out of memory", NULL);
	return ptr;
}

static const char *
copy(const char *s, size_t n)
{
	char	   *result = need(cx_arena_alloc(&arena, n + 1));

	memcpy(result, s, n);
	return result;
}

/* ---- reading --------------------------------------------------------------- */

/* The look-up form of a word: NFC, lower case, look-alikes of đ joined. */
static const char *
lookup_form(const char *s, size_t n)
{
	CxStr		str;
	char	   *result;

	if (cx_nfc(&arena, s, n, &str) != CX_OK || cx_lower(&arena, str.at, str.n, &str) != CX_OK)
		need(NULL);
	result = (char *) copy(str.at, str.n);
	for (char *c = result; *c; c++)
	{
		if (memcmp(c, "\u00F0", 2) == 0 || memcmp(c, "\u0256", 2) == 0)
			memcpy(c, "\u0111", 2);
	}
	return result;
}

static uint16_t
word_symbol(const char *file, unsigned line, const char *s, size_t n)
{
	const char *form = lookup_form(s, n);
	Word	   *word;

	for (uint32_t i = 0; i < words.n; i++)
		if (strcmp(words.at[i].form, form) == 0)
			return (uint16_t) (CX_SYM_WORDS + i);
	if (CX_SYM_WORDS + words.n >= CX_SYM_CHAR(0))
		fail(file, line, "too many words", NULL);
	word = need(cx_vec_push(&arena, &words));
	word->form = form;
	word->hash = cx_word_hash(s, n);
	return (uint16_t) (CX_SYM_WORDS + words.n - 1);
}

/* Does the form, as the list writes it, have the letter case of its own flag? */
static bool
case_is_own(const CxLexis *lex, const char *letter_case)
{
	for (uint32_t i = 0; i < lex->toks.n; i++)
	{
		const CxToken *tok = &lex->toks.at[i];
		CxWord		word;

		if (!cx_word_read(lex->text + tok->start, lex->text + tok->end, &word))
			continue;
		if (strcmp(letter_case, "CX_CASE_LOWER") == 0)
			return !word.first_upper;
		if (strcmp(letter_case, "CX_CASE_CAPS") == 0 && !word.first_upper)
			return false;
		if (strcmp(letter_case, "CX_CASE_UPPER") == 0 && word.uppers < word.letters)
			return false;
	}
	return true;
}

static void
add_form(const char *file, unsigned line, unsigned klass, const char *text,
		 const char *value, const char *letter_case)
{
	CxLexis		lex;
	Form	   *form;

	if (!cx_utf8_valid(text, strlen(text), NULL) || !cx_utf8_valid(value, strlen(value), NULL))
		fail(file, line, "not UTF-8", NULL);
	if (cx_lexis_init(&lex, &arena, text, strlen(text)) != CX_OK || cx_tokens(&lex) != CX_OK)
		fail(file, line, "cannot split form", text);
	if (lex.toks.n == 0)
		fail(file, line, "empty form", NULL);
	if (lex.toks.n > MAX_FORM)
		fail(file, line, "form is too long", text);
	if (!case_is_own(&lex, letter_case))
		fail(file, line, "form is not written as its flag says", text);

	form = need(cx_vec_push(&arena, &forms));
	memset(form, 0, sizeof(*form));
	form->file = file;
	form->line = line;
	form->klass = klass;
	form->value = value;
	form->letter_case = letter_case;
	form->n = lex.toks.n;
	for (uint32_t i = 0; i < lex.toks.n; i++)
	{
		const CxToken *tok = &lex.toks.at[i];

		form->syms[i] = tok->sym;
		if (tok->sym == 0)
			form->syms[i] = word_symbol(file, line, text + tok->start, tok->end - tok->start);
		if (form->syms[i] == CX_SYM_NUMBER)
			fail(file, line, "a number in a form would match every number:", text);
		if (i == 0 && form->syms[i] >= CX_SYM_CHAR(0))
			fail(file, line, "form begins with punctuation", text);
	}
}

static const char *
read_flag(const char *file, unsigned line, const char *flag)
{
	if (*flag == 0)
		return "CX_CASE_ANY";
	if (strcmp(flag, "caps") == 0)
		return "CX_CASE_CAPS";
	if (strcmp(flag, "upper") == 0)
		return "CX_CASE_UPPER";
	if (strcmp(flag, "lower") == 0)
		return "CX_CASE_LOWER";
	fail(file, line, "unknown flag", flag);
	return NULL;
}

static void
read_list(const char *file, unsigned klass)
{
	FILE	   *in = fopen(file, "r");
	char		line[MAX_LINE];
	unsigned	line_no = 0;
	bool		has_header = false;

	if (in == NULL)
		fail(file, 0, strerror(errno), NULL);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		size_t		n = strlen(line);
		char	   *column[3];
		unsigned	columns = 1;

		line_no++;
		if (n == 0 || line[n - 1] != '\n')
			fail(file, line_no, "line is too long, not ended, or holds a zero byte", NULL);
		line[n - 1] = 0;
		if (line[0] == '#')
			continue;
		if (!has_header)
		{
			if (strcmp(line, "form\tvalue\tflags") != 0 && strcmp(line, "form\tvalue") != 0)
				fail(file, line_no, "header \"form<TAB>value<TAB>flags\" expected", NULL);
			has_header = true;
			continue;
		}
		column[0] = line;
		column[1] = column[2] = line + n - 1;
		for (char *c = line; *c; c++)
		{
			if (*c != '\t')
				continue;
			if (columns == 3)
				fail(file, line_no, "more than three columns", NULL);
			*c = 0;
			column[columns++] = c + 1;
		}
		if (columns < 2)
			fail(file, line_no, "fewer than two columns", NULL);
		add_form(file, line_no, klass, copy(column[0], strlen(column[0])),
				 copy(column[1], strlen(column[1])), read_flag(file, line_no, column[2]));
	}
	if (ferror(in))
		fail(file, line_no, strerror(errno), NULL);
	if (!has_header)
		fail(file, line_no + 1, "header \"form<TAB>value<TAB>flags\" expected", NULL);
	fclose(in);
}

/* ---- values and trie --------------------------------------------------------- */

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* Number the distinct values in order; the empty one comes first. */
static void
number_values(void)
{
	uint32_t	n = 0;

	*(const char **) need(cx_vec_push(&arena, &values)) = "";
	for (uint32_t i = 0; i < forms.n; i++)
		*(const char **) need(cx_vec_push(&arena, &values)) = forms.at[i].value;
	qsort(values.at, values.n, sizeof(*values.at), compare_strings);
	for (uint32_t i = 0; i < values.n; i++)
		if (i == 0 || strcmp(values.at[i], values.at[n - 1]) != 0)
			values.at[n++] = values.at[i];
	values.n = n;
	if (n > UINT16_MAX)
		fail("lexgen", 0, "too many values", NULL);
	for (uint32_t i = 0; i < forms.n; i++)
	{
		const char **found = bsearch(&forms.at[i].value, values.at, values.n,
									 sizeof(*values.at), compare_strings);

		forms.at[i].value_id = (unsigned) (found - values.at);
	}
}

static int
compare_forms(const void *a, const void *b)
{
	const Form *x = a;
	const Form *y = b;

	for (unsigned i = 0; i < x->n && i < y->n; i++)
		if (x->syms[i] != y->syms[i])
			return x->syms[i] < y->syms[i] ? -1 : 1;
	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	if (x->klass != y->klass)
		return x->klass < y->klass ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static void
sort_forms(void)
{
	qsort(forms.at, forms.n, sizeof(*forms.at), compare_forms);
	for (uint32_t i = 1; i < forms.n; i++)
	{
		const Form *form = &forms.at[i];
		const Form *before = &forms.at[i - 1];

		if (form->klass == before->klass && form->n == before->n &&
			memcmp(form->syms, before->syms, form->n * sizeof(*form->syms)) == 0)
		{
			char		where[32];

			snprintf(where, sizeof(where), "line %u", before->line);
			fail(form->file, form->line, "duplicate form, first in", where);
		}
	}
}

/* Returns the depth of the trie. */
static unsigned
make_trie(void)
{
	unsigned	depth = 0;
	uint32_t	level_end = 1;	/* first node of the next level */
	Node	   *root = need(cx_vec_push(&arena, &nodes));

	*root = (Node)
	{
		.first = 0,.end = forms.n
	};
	for (uint32_t i = 0; i < nodes.n; i++)
	{
		uint32_t	at = nodes.at[i].first;
		uint32_t	end = nodes.at[i].end;

		if (i == level_end)
		{
			depth++;
			level_end = nodes.n;
		}
		/* forms that end here come first in the run */
		while (at < end && forms.at[at].n == depth)
			at++;
		nodes.at[i].depth = depth;
		nodes.at[i].first_child = nodes.n;
		while (at < end)
		{
			uint16_t	sym = forms.at[at].syms[depth];
			uint32_t	first = at;
			Node	   *node = need(cx_vec_push(&arena, &nodes));

			while (at < end && forms.at[at].syms[depth] == sym)
				at++;
			*node = (Node)
			{
				.first = first,.end = at,.sym = sym,.parent = i
			};
		}
	}
	if (nodes.n > MAX_NODES)
		fail("lexgen", 0, "too many nodes", NULL);
	return depth;
}

static void
add_entry(uint32_t form, uint32_t tokens)
{
	Entry	   *entry = need(cx_vec_push(&arena, &entries));

	*entry = (Entry)
	{
		form, tokens, true
	};
}

/* The entries of each node: those of the nodes on the way to it are its own too, longest first. */
static void
list_entries(void)
{
	add_entry(0, 0);			/* number 0 is none */
	for (uint32_t i = 1; i < nodes.n; i++)
	{
		Node	   *node = &nodes.at[i];
		uint32_t	inherited = nodes.at[node->parent].first_entry;
		uint32_t	first = entries.n;

		for (uint32_t at = node->first; at < node->end && forms.at[at].n == node->depth; at++)
			add_entry(at, node->depth);
		if (entries.n == first)
		{
			node->first_entry = inherited;
			continue;
		}
		node->first_entry = first;
		for (; inherited != 0; inherited = entries.at[inherited].more ? inherited + 1 : 0)
			add_entry(entries.at[inherited].form, entries.at[inherited].tokens);
		entries.at[entries.n - 1].more = false;
	}
	if (entries.n > MAX_NODES)
		fail("lexgen", 0, "too many entries", NULL);
}

/* ---- writing ------------------------------------------------------------------- */

static FILE *
open_out(const char *dir, const char *name)
{
	char		path[4096];
	FILE	   *out;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	out = fopen(path, "w");
	if (out == NULL)
		fail(path, 0, strerror(errno), NULL);
	fprintf(out, "/* %s, written by lexgen; do not edit */\n", name);
	return out;
}

static void
close_out(FILE *out, const char *name)
{
	if (ferror(out) || fclose(out) != 0)
		fail(name, 0, "cannot write", NULL);
}

/* "    1, 2, 3," sixteen to a line */
static void
put_number(FILE *out, uint32_t i, uint32_t number)
{
	fprintf(out, "%s%u,", i % 16 == 0 ? "\n\t" : " ", (unsigned) number);
}

static uint32_t pool_size;

/* Begin an array of offsets in the pool; each put_offset() reserves a string. */
static void
put_offset(FILE *out, uint32_t i, const char *s)
{
	put_number(out, i, pool_size);
	pool_size += (uint32_t) strlen(s) + 1;
}

static void
put_string(FILE *out, const char *s)
{
	fprintf(out, "\t\"");
	for (; *s; s++)
	{
		if (*s == '"' || *s == '\\')
			fprintf(out, "\\%c", *s);
		else
			fputc(*s, out);
	}
	fprintf(out, "\\0\"\n");
}

static uint32_t
slot_count(void)
{
	uint32_t	n = 16;

	while (n < 2 * words.n)
		n *= 2;
	return n;
}

static void
write_words(FILE *out)
{
	uint32_t	n = slot_count();
	uint32_t   *slots = need(cx_arena_alloc(&arena, n * sizeof(*slots)));

	for (uint32_t i = 0; i < words.n; i++)
	{
		uint32_t	slot = words.at[i].hash;

		while (slots[slot % n] != 0)
			slot++;
		slots[slot % n] = i + 1;
	}
	fprintf(out, "\nconst uint16_t cx_lex_slots[CX_LEX_SLOTS] = {");
	for (uint32_t i = 0; i < n; i++)
		put_number(out, i, slots[i]);
	fprintf(out, "\n};\n\nconst uint32_t cx_lex_word_hash[CX_LEX_WORDS] = {");
	for (uint32_t i = 0; i < words.n; i++)
		put_number(out, i, words.at[i].hash);
	fprintf(out, "\n};\n");
}

static void
write_trie(FILE *out)
{
	uint32_t	symbols = CX_SYM_WORDS + words.n;
	uint32_t   *root = need(cx_arena_alloc(&arena, symbols * sizeof(*root)));

	/* the root's children are nodes 1 .. first_child of node 1 - 1 */
	for (uint32_t i = nodes.at[0].first_child; nodes.n > 1 && i < nodes.at[1].first_child; i++)
		root[nodes.at[i].sym] = i;
	fprintf(out, "\nconst uint16_t cx_lex_root[CX_LEX_SYMBOLS] = {");
	for (uint32_t i = 0; i < symbols; i++)
		put_number(out, i, root[i]);
	fprintf(out, "\n};\n\nconst uint16_t cx_lex_sym[CX_LEX_NODES] = {");
	for (uint32_t i = 0; i < nodes.n; i++)
		put_number(out, i, nodes.at[i].sym);
	fprintf(out, "\n};\n\nconst CxLexNode cx_lex_nodes[CX_LEX_NODES + 1] = {\n");
	for (uint32_t i = 0; i < nodes.n; i++)
	{
		uint32_t	end = i + 1 < nodes.n ? nodes.at[i + 1].first_child : nodes.n;

		/* nobody asks for the root's children here */
		fprintf(out, "\t{%u, %u, 0", (unsigned) nodes.at[i].first_child, (unsigned) nodes.at[i].first_entry);
		for (uint32_t child = nodes.at[i].first_child; child < end && i > 0; child++)
			fprintf(out, " | CX_LEX_CHILD_BIT(%u)", nodes.at[child].sym);
		fprintf(out, "},\n");
	}
	fprintf(out, "\t{%u, 0, 0}\n};\n", (unsigned) nodes.n);

	fprintf(out, "\nconst CxEntry cx_lex_entries[CX_LEX_ENTRIES] = {\n\t{0, 0, 0, 0, 0},\n");
	for (uint32_t i = 1; i < entries.n; i++)
	{
		const Form *form = &forms.at[entries.at[i].form];

		fprintf(out, "\t{%u, %u, %s, %u, %d},\n", form->value_id, form->klass, form->letter_case,
				(unsigned) entries.at[i].tokens, entries.at[i].more);
	}
	fprintf(out, "};\n");
}

static void
write_pool(FILE *out, char **names, uint32_t n_names)
{
	fprintf(out, "\nconst uint32_t cx_lex_class_at[CX_LEX_CLASSES] = {");
	for (uint32_t i = 0; i < n_names; i++)
		put_offset(out, i, names[i]);
	fprintf(out, "\n};\n\nconst uint32_t cx_lex_value_at[CX_LEX_VALUES] = {");
	for (uint32_t i = 0; i < values.n; i++)
		put_offset(out, i, values.at[i]);
	fprintf(out, "\n};\n\nconst uint32_t cx_lex_word_at[CX_LEX_WORDS] = {");
	for (uint32_t i = 0; i < words.n; i++)
		put_offset(out, i, words.at[i].form);
	fprintf(out, "\n};\n\n/* the last string is ended by the compiler's own zero byte as well */\n"
			"const char cx_lex_pool[CX_LEX_POOL] =\n");
	for (uint32_t i = 0; i < n_names; i++)
		put_string(out, names[i]);
	for (uint32_t i = 0; i < values.n; i++)
		put_string(out, values.at[i]);
	for (uint32_t i = 0; i < words.n; i++)
		put_string(out, words.at[i].form);
	fprintf(out, "\t;\n");
}

static void
write_header(FILE *out, char **names, uint32_t n_names, unsigned depth)
{
	fprintf(out, "#ifndef CX_LEXICON_CLASSES_H\n#define CX_LEXICON_CLASSES_H\n\n"
			"/* one class for each list */\nenum\n{\n");
	for (uint32_t i = 0; i < n_names; i++)
	{
		fprintf(out, "\tCX_CLASS_");
		for (const char *c = names[i]; *c; c++)
			fputc(*c == '_' ? '_' : *c - 'a' + 'A', out);
		fprintf(out, "%s\n", i + 1 < n_names ? "," : "");
	}
	fprintf(out, "};\n\n/* sizes of the tables */\n"
			"#define CX_LEX_CLASSES\t%u\n#define CX_LEX_VALUES\t%u\n#define CX_LEX_WORDS\t%u\n"
			"#define CX_LEX_SLOTS\t%u\n#define CX_LEX_SYMBOLS\t(CX_SYM_WORDS + CX_LEX_WORDS)\n"
			"#define CX_LEX_NODES\t%u\n#define CX_LEX_FORMS\t%u\n#define CX_LEX_ENTRIES\t%u\n#define CX_LEX_DEPTH\t%u\n"
			"#define CX_LEX_POOL\t\t%u\n\n#endif\n",
			n_names, values.n, words.n, slot_count(), nodes.n, forms.n, entries.n, depth, pool_size + 1);
}

/* ---- main ---------------------------------------------------------------------- */

/* The class of a file: its name without folders and ".tsv", in a-z and _. */
static char *
class_name(const char *file)
{
	const char *base = strrchr(file, '/');
	size_t		n;

	base = base != NULL ? base + 1 : file;
	n = strlen(base);
	if (n <= 4 || strcmp(base + n - 4, ".tsv") != 0)
		fail(file, 0, "not a .tsv file", NULL);
	for (size_t i = 0; i < n - 4; i++)
		if ((base[i] < 'a' || base[i] > 'z') && base[i] != '_')
			fail(file, 0, "the name of a list is made of a-z and _", NULL);
	return (char *) copy(base, n - 4);
}

static int
compare_files(const void *a, const void *b)
{
	return strcmp(class_name(*(char *const *) a), class_name(*(char *const *) b));
}

int
main(int argc, char **argv)
{
	uint32_t	n = argc > 2 ? (uint32_t) argc - 2 : 0;
	char	  **files = argv + 2;
	char	  **names;
	unsigned	depth;
	FILE	   *out;

	if (n == 0 || n > CX_MAX_CLASSES)
	{
		fprintf(stderr, "usage: lexgen OUT_DIR FILE.tsv ...\n");
		return 1;
	}
	cx_arena_init(&arena, &cx_env_malloc);
	names = need(cx_arena_alloc(&arena, n * sizeof(*names)));
	qsort(files, n, sizeof(*files), compare_files);
	for (uint32_t i = 0; i < n; i++)
	{
		names[i] = class_name(files[i]);
		if (i > 0 && strcmp(names[i], names[i - 1]) == 0)
			fail(files[i], 0, "two lists of one name", NULL);
		read_list(files[i], i);
	}
	if (forms.n == 0)
		fail("lexgen", 0, "the lists hold no form", NULL);
	number_values();
	sort_forms();
	if (words.n == 0)
		fail("lexgen", 0, "the lists hold no word that is no syllable, and C has no empty arrays", NULL);
	depth = make_trie();
	list_entries();

	out = open_out(argv[1], "lexicon_data.c");
	fprintf(out, "#include \"../../src/lexicon/table.h\"\n");
	write_trie(out);
	write_words(out);
	write_pool(out, names, n);
	close_out(out, "lexicon_data.c");
	out = open_out(argv[1], "lexicon_classes.h");
	write_header(out, names, n, depth);
	close_out(out, "lexicon_classes.h");
	cx_arena_free(&arena);
	return 0;
}
