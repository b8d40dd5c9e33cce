/*-------------------------------------------------------------------------
 *
 * token.c
 *	  Cuts a text into tokens: syllables, words, numbers, punctuation.
 *
 * One pass over the bytes.  White space of any kind, with the zero-width
 * characters, only sets flags of the token after it.  A run of letters is one
 * token; what the press writes without a space is cut where a reader would:
 *
 *		28,3tỷ			number, syllable
 *		LSO-Sáng		word, dash, syllable
 *		2015.Tới		number, full stop, syllable
 *		QL14B  A1  5G	one word: capitals (or no syllable) joined with digits
 *
 * Digits with dots and commas between them are one number token if they are
 * shaped like a number or a date:
 *
 *		4.000  1.588.000  1.588.000,5	groups of three after dots
 *		95,5  4,862						a comma: decimals
 *		10.5  0.125  28.10  5.2020		a dot: decimals or a date, whoever reads it knows
 *		28.10.2020						a date
 *		1,588,000						groups of three after two commas or more
 *
 * and else as many tokens as there are runs of digits, with the separators
 * between them.  "3,4 và 5/8" so has the decimal 3,4, which the reader of
 * dates takes apart again.  The run is measured once, so the pieces cost no
 * second look.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

#include "lexis_spellings.h"

/*
 * How many bytes pass between two questions whether to stop.  A run of letters
 * or digits that is longer may be cut: it is no word or number, and would be
 * read without a question.
 */
#define POLL_BYTES		65536

/* Longest run of groups that can be one number: 9.223.372.036.854.775.807,5 has eight. */
#define MAX_GROUPS		8

/* Longest roman numeral below 400 is CCCLXXXVIII. */
#define MAX_ROMAN		11

/* Punctuation of ASCII; other printable characters that are no letter or digit are symbols. */
static const bool ascii_punct[128] = {
	['.'] = true,[','] = true,[';'] = true,[':'] = true,['!'] = true,['?'] = true,
	['"'] = true,['\''] = true,['('] = true,[')'] = true,['['] = true,[']'] = true,
	['{'] = true,['}'] = true,['-'] = true,['/'] = true,['`'] = true,
};

/* What roman numerals below 400 are written with; a small l is a misread I. */
static const bool roman_letter[256] = {
	['I'] = true,['V'] = true,['X'] = true,['L'] = true,['C'] = true,['l'] = true,
};

/* Other characters that stand for one of ASCII; sorted. */
static const struct
{
	uint16_t	first,
				last;
	char		stand_in;
	bool		punct;
}			stand_ins[] = {
	{0x00AB, 0x00AB, '"', true},	/* « */
	{0x00B4, 0x00B4, '\'', true},
	{0x00B7, 0x00B7, '*', false},	/* · */
	{0x00BB, 0x00BB, '"', true},
	{0x00F7, 0x00F7, '-', true},	/* ÷ between the ends of a range */
	{0x2010, 0x2015, '-', true},
	{0x2018, 0x201B, '\'', true},
	{0x201C, 0x201F, '"', true},
	{0x2022, 0x2023, '*', false},
	{0x2026, 0x2026, '~', true},	/* … */
	{0x2032, 0x2032, '\'', true},
	{0x2033, 0x2033, '"', true},
	{0x2039, 0x203A, '"', true},
	{0x2043, 0x2043, '*', false},
	{0x2212, 0x2212, '-', true},
	{0x223C, 0x223C, '~', false},	/* ∼ about */
	{0x2248, 0x2248, '~', false},
	{0x25A0, 0x25AB, '*', false},
	{0x25B6, 0x25BA, '*', false},
	{0x25C6, 0x25CF, '*', false},
	{0x25E6, 0x25E6, '*', false},
	{0x2713, 0x2714, '*', false},
	{0x2756, 0x2756, '*', false},
	{0x27A2, 0x27A4, '*', false},
	{0x2981, 0x2981, '*', false},
	{0xF0A7, 0xF0D8, '*', false},	/* bullets of office programs, private use */
	{0xFE58, 0xFE58, '-', true},
	{0xFE63, 0xFE63, '-', true},
	{0xFF0D, 0xFF0D, '-', true},
};

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Spaces outside ASCII, the characters that have no width, and Unicode's own line ends. */
static bool
is_space(uint32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
		(c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2064) || c == 0x3000 || c == 0xFEFF;
}

static inline CxStatus
put_token(CxLexis *lex, CxTokenKind kind, uint16_t sym, unsigned flags, const char *start, const char *end)
{
	CxToken    *t = cx_vec_push(lex->arena, &lex->toks);

	if (t == NULL)
		return CX_ENOMEM;
	t->start = (uint32_t) (start - lex->text);
	t->end = (uint32_t) (end - lex->text);
	t->sym = sym;
	t->kind = (uint8_t) kind;
	t->flags = (uint8_t) flags;
	return CX_OK;
}

/* A run of digits with single dots and commas between them. */
typedef struct DigitRun
{
	const char *end;
	bool		before_time;	/* a colon and a digit follow: 2020,13:15 */
	unsigned	groups;			/* counted to MAX_GROUPS + 1 */
	unsigned	dots,
				commas;
	bool		comma_last;		/* the last separator is a comma */
	bool		threes;			/* every group between the first and the last
								 * has three digits */
	size_t		first,
				last;			/* lengths of the groups at the ends */
	size_t		second_last;
} DigitRun;

static void
measure_digits(const char *p, const char *end, DigitRun *run)
{
	memset(run, 0, sizeof(*run));
	run->threes = true;
	for (;;)
	{
		const char *group = p;

		while (p < end && is_digit(*p))
			p++;
		if (run->groups > 1 && run->last != 3)
			run->threes = false;
		run->second_last = run->last;
		run->last = (size_t) (p - group);
		if (run->groups == 0)
			run->first = run->last;
		if (run->groups <= MAX_GROUPS)
			run->groups++;
		if (end - p < 2 || (*p != '.' && *p != ',') || !is_digit(p[1]))
			break;
		run->comma_last = *p == ',';
		if (run->groups <= MAX_GROUPS)
			(*p == '.' ? &run->dots : &run->commas)[0]++;
		p++;
	}
	run->end = p;
	run->before_time = end - p > 1 && *p == ':' && is_digit(p[1]);
}

/* The run is one number or date; see the top of the file. */
static bool
is_one_number(const char *p, const DigitRun *run)
{
	bool		thousands = run->first <= 3 && *p != '0' && run->threes;

	if (run->groups == 1)
		return true;
	if (run->groups > MAX_GROUPS || run->before_time)
		return false;
	if (run->commas == 1 && run->dots == 0)
		return true;
	if (run->commas == 0)
	{
		if (thousands && run->last == 3)
			return true;
		if (run->dots == 1)
			return run->last <= 2 || (run->first <= 2 && run->last == 4) || (run->first == 1 && *p == '0');
		return run->dots == 2 && run->first <= 2 && run->second_last <= 2 &&
			(run->last == 2 || run->last == 4 || run->last == 5);
	}
	if (run->commas == 1 && run->comma_last)
		return thousands;
	return run->dots == 0 && thousands && run->last == 3;
}

static CxStatus
put_digits(CxLexis *lex, unsigned flags, const char *p, const DigitRun *run)
{
	if (is_one_number(p, run))
		return put_token(lex, CX_TOK_NUMBER, CX_SYM_NUMBER, flags | CX_TF_PLAIN, p, run->end);
	while (p < run->end)
	{
		const char *start = p;

		while (p < run->end && is_digit(*p))
			p++;
		CX_TRY(put_token(lex, CX_TOK_NUMBER, CX_SYM_NUMBER, flags | CX_TF_PLAIN, start, p));
		flags = 0;
		if (p < run->end)
		{
			CX_TRY(put_token(lex, CX_TOK_PUNCT, CX_SYM_CHAR(*p), CX_TF_PLAIN, p, p + 1));
			p++;
			if (lex->toks.n % CX_POLL_TOKENS < 2)
				CX_TRY(cx_poll(lex->arena));
		}
	}
	return CX_OK;
}

/* The digits at p begin a code such as 5G or 12A1: up to four, one capital, and no word after it. */
static bool
is_code(const char *p, const char *digits_end, const char *end)
{
	CxWord		word;

	return digits_end - p <= 4 && digits_end < end && *digits_end >= 'A' && *digits_end <= 'Z' &&
		cx_word_read(digits_end, end, &word) && word.letters == 1 && word.bytes == 1;
}

/* The word is joined with the digits after it, as in QL14B; "lần2" is not, nor the h of 14h30. */
static bool
is_joined(const CxLexis *lex, const char *p, const CxWord *word)
{
	if (word->code != 0 && (word->uppers != word->letters || word->bytes != word->letters))
		return false;
	if (word->letters == 1 && (*p == 'h' || *p == 'g' || *p == 'H') && lex->toks.n > 0)
	{
		const CxToken *last = &lex->toks.at[lex->toks.n - 1];

		return last->kind != CX_TOK_NUMBER || lex->text + last->end != p;
	}
	return true;
}

/* End of a run of letters and digits. */
static const char *
alnum_end(const char *p, const char *end)
{
	CxWord		word;

	while (p < end)
	{
		if (is_digit(*p))
			p++;
		else if (cx_word_read(p, end, &word))
			p += word.bytes;
		else
			break;
	}
	return p;
}

static CxStatus
put_word(CxLexis *lex, unsigned flags, const char **at, const char *end, const CxWord *word)
{
	const char *p = *at;
	uint16_t	sym = word->code;
	CxTokenKind kind = sym != 0 ? CX_TOK_SYLLABLE : CX_TOK_WORD;

	if (word->first_upper)
		flags |= CX_TF_UPPER;
	if (word->letters > 1 && word->uppers == word->letters)
		flags |= CX_TF_CAPS;
	if (word->plain)
		flags |= CX_TF_PLAIN;
	*at = p + word->bytes;
	if (*at < end && is_digit(**at) && is_joined(lex, p, word))
	{
		*at = alnum_end(*at, end);
		kind = CX_TOK_WORD;
		sym = 0;
		flags &= ~(unsigned) CX_TF_PLAIN;
	}
	/* C and L alone are letters, and "ll" is nothing */
	else if (roman_letter[(unsigned char) *p] && word->uppers > 0 && word->bytes <= MAX_ROMAN &&
			 (word->bytes > 1 || (*p != 'C' && *p != 'L')))
	{
		const char *q = p;

		while (q < *at && roman_letter[(unsigned char) *q])
			q++;
		if (q == *at && cx_roman_value(p, word->bytes) > 0)
			kind = CX_TOK_ROMAN;
	}
	return put_token(lex, kind, sym, flags, p, *at);
}

static CxStatus
put_other(CxLexis *lex, unsigned flags, const char *start, const char *end, uint32_t c)
{
	unsigned	lo = 0;
	unsigned	hi = sizeof(stand_ins) / sizeof(stand_ins[0]);

	while (lo < hi)
	{
		unsigned	mid = (lo + hi) / 2;

		if (c > stand_ins[mid].last)
			lo = mid + 1;
		else if (c < stand_ins[mid].first)
			hi = mid;
		else
			return put_token(lex, stand_ins[mid].punct ? CX_TOK_PUNCT : CX_TOK_SYMBOL,
							 CX_SYM_CHAR(stand_ins[mid].stand_in), flags, start, end);
	}
	return put_token(lex, CX_TOK_SYMBOL, CX_SYM_CHAR('?'), flags, start, end);
}

static CxStatus
put_ascii(CxLexis *lex, unsigned flags, const char **at, const char *end)
{
	const char *p = *at;
	const char *q = p + 1;

	if (*p == '.')
	{
		while (q < end && *q == '.')
			q++;
		if (q - p < 3)
			q = p + 1;
	}
	*at = q;
	flags |= CX_TF_PLAIN;
	if (q - p > 1)
		return put_token(lex, CX_TOK_PUNCT, CX_SYM_CHAR('~'), flags, p, q);
	return put_token(lex, ascii_punct[(unsigned char) *p] ? CX_TOK_PUNCT : CX_TOK_SYMBOL,
					 CX_SYM_CHAR(*p == '`' ? '\'' : *p), flags, p, q);
}

CxStatus
cx_lexis_init(CxLexis *lex, CxArena *arena, const char *text, size_t n)
{
	memset(lex, 0, sizeof(*lex));
	lex->arena = arena;
	lex->text = text;
	lex->page.stamp_date = -1;
	lex->page.clock_date = -1;
	if (n > CX_MAX_INPUT)
		return CX_ETOOBIG;
	for (size_t at = 0; !arena->env->utf8 && at < n;)
	{
		size_t		piece = n - at;

		if (piece > POLL_BYTES)
		{
			/* a character has at most three bytes after its first */
			piece = POLL_BYTES;
			for (int i = 0; i < 3 && ((unsigned char) text[at + piece] & 0xC0) == 0x80; i++)
				piece--;
		}
		if (!cx_utf8_valid(text + at, piece, NULL))
			return CX_EENCODING;
		at += piece;
		if (at < n)
			CX_TRY(cx_poll(arena));
	}
	lex->length = (uint32_t) n;
	return CX_OK;
}

/*
 * The spelling that the word at p has if it is one of the common ones, told by
 * its bytes; NULL for all others.  The word must end, within eight bytes, before
 * a space or a byte of ASCII that is below the letters; any other byte is taken
 * into the key, and no spelling has it.
 *
 * The first such byte is found in all eight together: less 'A', it borrows from
 * its own highest bit, which was set before and was not its own.
 */
static inline const Spelling *
read_spelling(const char *p, const char *end, uint32_t *bytes)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t	key;
	uint64_t	stop;
	uint64_t	slot;

	if (end - p <= SPELLING_BYTES)
		return NULL;
	memcpy(&key, p, SPELLING_BYTES);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	key = __builtin_bswap64(key);
#endif
	stop = ~((key | 0x80 * ones) - 'A' * ones) & ~key & 0x80 * ones;
	if (stop != 0)
	{
		*bytes = (uint32_t) __builtin_ctzll(stop) / 8;
		key &= (stop ^ (stop - 1)) >> 8;
	}
	else if ((unsigned char) p[SPELLING_BYTES] < 'A')
		*bytes = SPELLING_BYTES;
	else
		return NULL;
	for (slot = SPELLING_SLOT(key); spellings[slot].key != key; slot = (slot + 1) % SPELLING_SLOTS)
		if (spellings[slot].key == 0)
			return NULL;
	return &spellings[slot];
}

/*
 * Note the tokens that the later passes are about, so that they need not look at
 * all the others.  There is no branch that could be mispredicted: what is noted
 * is overwritten by the next if it was none.
 */
static CxStatus
note_landmarks(CxLexis *lex)
{
	const uint32_t n = lex->toks.n;

	for (uint32_t tok = 0; tok < n;)
	{
		uint32_t	pause = n - tok < CX_POLL_TOKENS ? n : tok + CX_POLL_TOKENS;
		uint32_t   *marks;
		uint32_t   *openers;

		CX_TRY(cx_poll(lex->arena));
		/* and one more, for what is written behind the last */
		if (!cx_vec_room(lex->arena, &lex->marks, pause - tok + 1) ||
			!cx_vec_room(lex->arena, &lex->openers, pause - tok + 1))
			return CX_ENOMEM;
		marks = lex->marks.at + lex->marks.n;
		openers = lex->openers.at + lex->openers.n;
		for (; tok < pause; tok++)
		{
			const CxToken *t = &lex->toks.at[tok];

			*marks = *openers = tok;
			marks += (t->kind == CX_TOK_PUNCT) | ((t->flags & CX_TF_NEWLINE) != 0);
			openers += cx_begins(lex, tok) != 0;
		}
		lex->marks.n = (uint32_t) (marks - lex->marks.at);
		lex->openers.n = (uint32_t) (openers - lex->openers.at);
	}
	return CX_OK;
}

CxStatus
cx_tokens(CxLexis *lex)
{
	const char *p = lex->text;
	const char *end = p + lex->length;
	const char *poll_at = p;
	const char *limit = p;		/* no run is read beyond */
	unsigned	flags = CX_TF_SPACE | CX_TF_NEWLINE | CX_TF_BLANK;

	/* five bytes to a token is what prose has */
	if (!cx_vec_reserve(lex->arena, &lex->toks, lex->length / 4))
		return CX_ENOMEM;
	while (p < end)
	{
		unsigned char c = (unsigned char) *p;

		if (p >= poll_at)
		{
			CX_TRY(cx_poll(lex->arena));
			poll_at = end - p > POLL_BYTES ? p + POLL_BYTES : end;
			limit = end - poll_at > POLL_BYTES ? poll_at + POLL_BYTES : end;
		}
		if (c >= 'A')
		{
			uint32_t	bytes;
			const Spelling *spelling = read_spelling(p, limit, &bytes);

			if (spelling != NULL && !is_digit(p[bytes]))
			{
				CX_TRY(put_token(lex, CX_TOK_SYLLABLE, spelling->code, flags | spelling->flags, p, p + bytes));
				/* the one space that nearly always follows */
				flags = p[bytes] == ' ' ? CX_TF_SPACE : 0;
				p += bytes + (p[bytes] == ' ');
				continue;
			}
		}
		if (c <= ' ' || c == 0x7F)
		{
			if (c == '\n' || c == '\r')
			{
				flags |= flags & CX_TF_NEWLINE ? CX_TF_BLANK : CX_TF_NEWLINE;
				if (c == '\r' && end - p > 1 && p[1] == '\n')
					p++;
			}
			flags |= CX_TF_SPACE;
			p++;
			continue;
		}
		if (is_digit(*p))
		{
			DigitRun	run;

			measure_digits(p, limit, &run);
			if (run.groups == 1 && is_code(p, run.end, limit))
			{
				run.end = alnum_end(p, limit);
				CX_TRY(put_token(lex, CX_TOK_WORD, 0, flags, p, run.end));
			}
			else
				CX_TRY(put_digits(lex, flags, p, &run));
			p = run.end;
		}
		else if (c < 0x80 && !is_letter(*p))
			CX_TRY(put_ascii(lex, flags, &p, limit));
		else
		{
			const char *next = p;
			uint32_t	u;
			CxWord		word;

			if (cx_word_read(p, limit, &word))
			{
				CX_TRY(put_word(lex, flags, &p, limit, &word));
				flags = 0;
				continue;
			}
			u = cx_utf8_next(&next, end);
			if (is_space(u))
			{
				flags |= CX_TF_SPACE;
				p = next;
				continue;
			}
			CX_TRY(put_other(lex, flags, p, next, u));
			p = next;
		}
		flags = 0;
	}
	return note_landmarks(lex);
}
