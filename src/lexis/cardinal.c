/*-------------------------------------------------------------------------
 *
 * cardinal.c
 *	  A whole text as one number, and a number in words.
 *
 * Unlike the reader of numbers in prose (number.c), which takes what is surely a
 * quantity and leaves the rest, this one is asked "which number is this?" and
 * knows all forms that are said and written:
 *
 *		number	:= ("âm" | sign)? integer (("phẩy" | "chấm") fraction)? magnitude*
 *				 | roman numeral
 *		integer	:= group (magnitude+ group)* magnitude* "rưỡi"?
 *		group	:= digits | small
 *		small	:= (digit | "không")? "trăm" (("linh" | "lẻ") digit | tens | digit)?
 *				 | ("linh" | "lẻ") (digit | tens) | tens | digit
 *		tens	:= "mười" unit? | digit ("mươi" | "chục") unit? | digit short-unit | "chục"
 *
 * A number is a row of decimal digits, the least first.  A group is put where
 * its magnitude says, and must fit below the group before it:
 *
 *		hai triệu ba trăm nghìn		2 at 6, 300 at 3
 *		hai nghìn ba trăm tỷ		2 at 3, 300 at 0, and all moved up by 9
 *		một triệu tư				1 at 6; a lone digit stands right below: 4 at 5
 *
 * "năm" behind tens or hundreds is a year ("hai mươi năm"), as five is "lăm"
 * there.  The words and their regional forms: Nguyễn Tài Cẩn, Ngữ pháp tiếng Việt
 * (1975), and the rules of Unicode CLDR for spelling out "vi", which also decide
 * what cx_cardinal_spell() writes.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* More digits than any sum of money or people has; what is longer is no number to us. */
#define MAX_DIGITS		60

typedef struct Digits
{
	uint8_t		at[MAX_DIGITS]; /* least first */
	unsigned	n;				/* of the highest that was put, and one */
	unsigned	low;			/* what follows must stay below this exponent */
	unsigned	scale;			/* how many are behind the point */
	bool		started;
} Digits;

typedef struct Group
{
	uint8_t		at[MAX_DIGITS];
	unsigned	n;
	unsigned	scale;
	bool		in_digits;
	bool		lone;			/* one digit, in words */
} Group;

/* ---- rows of digits ------------------------------------------------------------ */

/* Put a group at an exponent; false: it does not fit. */
static bool
put_group(Digits *d, const Group *g, unsigned exponent)
{
	if (exponent + g->n > (d->started ? d->low : MAX_DIGITS))
		return false;
	memcpy(d->at + exponent, g->at, g->n);
	if (exponent + g->n > d->n)
		d->n = exponent + g->n;
	d->low = exponent;
	d->started = true;
	return true;
}

/* Multiply all by a power of ten. */
static bool
move_up(Digits *d, unsigned exponent)
{
	unsigned	behind = exponent < d->scale ? exponent : d->scale;

	d->scale -= behind;
	exponent -= behind;
	if (d->n + exponent > MAX_DIGITS)
		return false;
	memmove(d->at + exponent, d->at, d->n);
	memset(d->at, 0, exponent);
	d->n += exponent;
	return true;
}

static void
set_small(Group *g, unsigned value)
{
	memset(g, 0, sizeof(*g));
	do
		g->at[g->n++] = (uint8_t) (value % 10);
	while ((value /= 10) > 0);
}

/* ---- groups ---------------------------------------------------------------------- */

static unsigned
class_at(const CxLexis *lex, uint32_t tok)
{
	return CX_NUM_CLASS(cx_number_word(lex, tok));
}

/* một .. chín, but for "năm" where five would be "lăm"; and the units after tens. */
static bool
is_unit(const CxLexis *lex, uint32_t tok)
{
	return class_at(lex, tok) == CX_NUM_UNIT || (class_at(lex, tok) == CX_NUM_DIGIT && cx_sym(lex, tok) != W_NAM);
}

/* Ten to ninety-nine; 0 if there is none. */
static uint32_t
read_tens(const CxLexis *lex, uint32_t tok, unsigned *value)
{
	unsigned	w = cx_number_word(lex, tok);
	bool		round;

	if (CX_NUM_CLASS(w) == CX_NUM_TEN || cx_sym(lex, tok) == W_CHUC)
	{
		*value = 10;
		tok++;
	}
	else if (CX_NUM_CLASS(w) == CX_NUM_DIGIT && class_at(lex, tok + 1) == CX_NUM_TENS)
	{
		*value = 10 * CX_NUM_VALUE(w);
		tok += 2;
	}
	else if (CX_NUM_CLASS(w) == CX_NUM_DIGIT && CX_NUM_VALUE(w) > 1 && class_at(lex, tok + 1) == CX_NUM_UNIT)
	{
		/* hai mốt, ba lăm */
		*value = 10 * CX_NUM_VALUE(w);
		tok++;
	}
	else
		return 0;

	round = cx_sym(lex, tok - 1) == W_CHUC;
	if (round && class_at(lex, tok) == CX_NUM_HALF)
	{
		*value += 5;			/* hai chục rưỡi */
		tok++;
	}
	else if (!round && is_unit(lex, tok) && !(*value == 10 && cx_sym(lex, tok) == W_MOT_UNIT))
	{
		*value += CX_NUM_VALUE(cx_number_word(lex, tok));
		tok++;
	}
	return tok;
}

/* "follows": a group stands before it. */
static uint32_t
read_small(const CxLexis *lex, uint32_t tok, bool follows, Group *g)
{
	unsigned	w = cx_number_word(lex, tok);
	unsigned	hundreds = 10;	/* none */
	unsigned	tens = 0;
	bool		said;			/* were there any hundreds? */
	uint32_t	end;

	if (CX_NUM_CLASS(w) == CX_NUM_HUNDRED && !follows)
	{
		hundreds = 1;
		tok++;
	}
	else if (class_at(lex, tok + 1) == CX_NUM_HUNDRED &&
			 (CX_NUM_CLASS(w) == CX_NUM_DIGIT || (follows && cx_sym(lex, tok) == W_KHONG)))
	{
		hundreds = CX_NUM_VALUE(w);
		tok += 2;
	}
	if (hundreds == 10 && !(follows && CX_NUM_CLASS(w) == CX_NUM_ZERO_TENS))
	{
		if ((end = read_tens(lex, tok, &tens)) != 0)
		{
			set_small(g, tens);
			return end;
		}

		/*
		 * behind a group a last "năm" is years, and nothing is said of
		 * nought
		 */
		if (follows ? !is_unit(lex, tok) && !(CX_NUM_CLASS(w) == CX_NUM_DIGIT && class_at(lex, tok + 1) == CX_NUM_MAGNITUDE)
			: CX_NUM_CLASS(w) != CX_NUM_DIGIT && cx_sym(lex, tok) != W_KHONG)
			return 0;
		set_small(g, CX_NUM_VALUE(w));
		g->lone = true;
		return tok + 1;
	}
	said = hundreds < 10;
	if (!said)
		hundreds = 0;
	if (class_at(lex, tok) == CX_NUM_ZERO_TENS)
	{
		w = cx_number_word(lex, tok + 1);
		/* một tỷ lẻ mười bảy */
		if (!said && (end = read_tens(lex, tok + 1, &tens)) != 0)
			tok = end;
		else if (CX_NUM_CLASS(w) == CX_NUM_DIGIT || CX_NUM_CLASS(w) == CX_NUM_UNIT)
		{
			tens = CX_NUM_VALUE(w);
			tok += 2;
		}
		else
			return 0;
	}
	else if ((end = read_tens(lex, tok, &tens)) != 0)
		tok = end;
	else if (is_unit(lex, tok))
	{
		tens = 10 * CX_NUM_VALUE(cx_number_word(lex, tok)); /* trăm hai */
		tok++;
	}
	else if (class_at(lex, tok) == CX_NUM_HALF)
	{
		tens = 50;
		tok++;
	}
	set_small(g, hundreds * 100 + tens);
	return tok;
}

/* Digits with separators, and groups of three behind spaces: "1.588.000,5", "1 588 000". */
static uint32_t
read_digits(const CxLexis *lex, uint32_t tok, Group *g)
{
	char		digits[MAX_DIGITS];
	unsigned	n = 0;
	bool		separated = false;
	uint32_t	end = tok;

	memset(g, 0, sizeof(*g));
	g->in_digits = true;
	for (; cx_kind(lex, end) == CX_TOK_NUMBER; end++)
	{
		const CxToken *t = &lex->toks.at[end];

		if (end > tok && (separated || t->end - t->start != 3 || (end == tok + 1 && n > 3)))
			return 0;
		for (uint32_t i = t->start; i < t->end; i++)
		{
			if (lex->text[i] == '.' || lex->text[i] == ',')
				separated = true;
			else if (n == MAX_DIGITS)
				return 0;
			else
				digits[n++] = lex->text[i];
		}
	}
	if (separated)
	{
		CxDecimal	value;		/* which separator is the point */

		if (end > tok + 1 || !cx_token_decimal(lex, tok, &value))
			return 0;
		g->scale = value.scale;
	}
	for (unsigned i = n; i > 0; i--)
		g->at[g->n++] = (uint8_t) (digits[i - 1] - '0');
	while (g->n > 1 && g->n > g->scale + 1 && g->at[g->n - 1] == 0)
		g->n--;
	return end;
}

/* ---- numbers ------------------------------------------------------------------------ */

/* Exponent of a magnitude word, or 0; after digits "trăm" and "chục" are such too. */
static unsigned
magnitude_at(const CxLexis *lex, uint32_t tok, bool after_digits)
{
	unsigned	w = cx_number_word(lex, tok);

	if (CX_NUM_CLASS(w) == CX_NUM_MAGNITUDE)
		return CX_NUM_VALUE(w);
	return after_digits && (CX_NUM_CLASS(w) == CX_NUM_HUNDRED || cx_sym(lex, tok) == W_CHUC) ? CX_NUM_VALUE(w) : 0;
}

/*
 * The group and its first magnitude: below what is there already, or, for a
 * million and more, closing a group of groups that all of it multiplies.
 */
static bool
place(Digits *d, const Group *g, unsigned exponent)
{
	if (g->scale > 0)
	{
		if (d->started || !put_group(d, g, 0))
			return false;
		d->scale = g->scale;
		d->low = exponent;
		return move_up(d, exponent);
	}
	if (!d->started || exponent < d->low)
		return put_group(d, g, exponent);
	if (exponent < 6 || exponent == d->low || !put_group(d, g, 0))
		return false;
	d->low = exponent;
	return move_up(d, exponent);
}

/* Digits behind "phẩy", one by one or as a number below a hundred. */
static uint32_t
read_fraction(const CxLexis *lex, uint32_t tok, Digits *d)
{
	unsigned	value;
	uint32_t	end = read_tens(lex, tok, &value);
	Group		g;

	if (end != 0)
	{
		if (!move_up(d, 2))
			return 0;
		set_small(&g, value);
		memcpy(d->at, g.at, g.n);
		d->scale = 2;
		return end;
	}
	for (; class_at(lex, tok) == CX_NUM_DIGIT || cx_sym(lex, tok) == W_KHONG; end = ++tok)
	{
		unsigned	scale = d->scale;

		d->scale = 0;
		if (!move_up(d, 1))
			return 0;
		d->at[0] = CX_NUM_VALUE(cx_number_word(lex, tok));
		d->scale = scale + 1;
	}
	return end;
}

/* Token after the number at tok, or 0. */
static uint32_t
read_cardinal(const CxLexis *lex, uint32_t tok, Digits *d)
{
	uint32_t	end = 0;

	memset(d, 0, sizeof(*d));
	while (tok < lex->toks.n)
	{
		Group		g;
		bool		implied = !d->started && class_at(lex, tok) == CX_NUM_MAGNITUDE;	/* triệu rưỡi */
		uint32_t	after = tok;
		unsigned	exponent;

		if (implied)
			set_small(&g, 1);
		else if (cx_kind(lex, tok) == CX_TOK_NUMBER)
			after = read_digits(lex, tok, &g);
		else
			after = read_small(lex, tok, d->started, &g);
		if (!implied && after <= tok)
			break;
		exponent = magnitude_at(lex, after, g.in_digits);
		if (exponent == 0)
		{
			/* the last; a lone digit behind a magnitude stands right below it */
			if (!place(d, &g, d->started && g.lone ? d->low - 1 : 0))
				return 0;
			end = after;
			if (cx_sym(lex, end) == W_PHAY || cx_sym(lex, end) == W_CHAM_POINT)
			{
				if (g.in_digits || (end = read_fraction(lex, end + 1, d)) == 0)
					return 0;
				for (; (exponent = magnitude_at(lex, end, true)) != 0; end++)
					if (!move_up(d, exponent))
						return 0;
			}
			else if (class_at(lex, end) == CX_NUM_HALF && d->low == 0 && d->scale == 0)
			{
				if (!move_up(d, 1))
					return 0;
				d->at[0] = 5;
				d->scale = 1;
				end++;
			}
			return end;
		}
		if (!place(d, &g, exponent))
			return 0;
		for (end = after + 1; (exponent = magnitude_at(lex, end, false)) != 0; end++)
		{
			/* nghìn tỷ */
			if (exponent < 6 || !move_up(d, exponent))
				return 0;
			d->low = exponent;
		}
		tok = end;
		if (cx_sym(lex, tok) == W_PHAY && d->scale == 0 && !g.in_digits)
			return read_fraction(lex, tok + 1, d);	/* một nghìn phẩy
													 * năm */
		if (class_at(lex, tok) == CX_NUM_HALF && d->scale == 0)
		{
			d->at[d->low - 1] = 5;
			return tok + 1;
		}
	}
	return end;
}

/* ---- reading ------------------------------------------------------------------------- */

/* Write a row of digits as PostgreSQL's numeric reads it. */
static CxStatus
write_decimal(CxArena *arena, const Digits *d, bool negative, CxStr *out)
{
	unsigned	n = d->n > d->scale ? d->n : d->scale + 1;
	char	   *s = cx_arena_alloc(arena, MAX_DIGITS + 4);
	uint32_t	at = 0;

	if (s == NULL)
		return CX_ENOMEM;
	if (negative)
		s[at++] = '-';
	for (unsigned i = n; i > 0; i--)
	{
		if (i == d->scale)
			s[at++] = '.';
		s[at++] = (char) ('0' + (i <= d->n ? d->at[i - 1] : 0));
	}
	*out = (CxStr) {s, at};
	return CX_OK;
}

CxStatus
cx_cardinal_read(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	CxLexis		lex;
	Digits		d;
	uint32_t	tok = 0;
	int			roman = 0;
	bool		negative = false;

	*out = (CxStr) {NULL, 0};
	/* no number is longer, and nobody waits for the rest */
	if (n > CX_CARDINAL_MAX_BYTES)
		return CX_OK;
	CX_TRY(cx_lexis_init(&lex, arena, s, n));
	CX_TRY(cx_tokens(&lex));
	if (lex.toks.n == 1)
		roman = cx_roman_read(s + lex.toks.at[0].start, lex.toks.at[0].end - lex.toks.at[0].start);
	if (roman > 0)
	{
		Group		g;

		memset(&d, 0, sizeof(d));
		set_small(&g, (unsigned) roman);
		(void) put_group(&d, &g, 0);
		return write_decimal(arena, &d, false, out);
	}
	if (cx_sym(&lex, tok) == W_AM_MINUS || cx_is_char(&lex, tok, '-') || cx_is_char(&lex, tok, '+'))
		negative = !cx_is_char(&lex, tok++, '+');
	if (lex.toks.n == tok + 1 && cx_sym(&lex, tok) == W_NUA)
	{
		d = (Digits)
		{
			.at =
			{
				5
			},.n = 1,.scale = 1
		};
		return write_decimal(arena, &d, negative, out);
	}
	if (tok < lex.toks.n && read_cardinal(&lex, tok, &d) == lex.toks.n)
		return write_decimal(arena, &d, negative, out);
	return CX_OK;
}

/* ---- writing ---------------------------------------------------------------------------- */

/* The words that differ by region and habit. */
typedef struct Words
{
	const char *thousand;
	const char *zero_tens;
	const char *four;			/* after twenty and more */
	const char *five;			/* after ten and more */
	const char *seven;
	const char *billion;
} Words;

static const Words styles[] = {
	[CX_SPELL_STANDARD] = {"nghìn", "lẻ", "tư", "lăm", "bảy", "tỷ"},
	[CX_SPELL_NORTH] = {"nghìn", "linh", "tư", "nhăm", "bảy", "tỷ"},
	[CX_SPELL_SOUTH] = {"ngàn", "lẻ", "bốn", "lăm", "bảy", "tỷ"},
};

const char *const cx_spell_style_names[CX_SPELL_STYLES] = {"standard", "north", "south"};

static const char *const digit_words[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

typedef struct Speech
{
	CxArena    *arena;
	const Words *words;
	char	   *at;
	size_t		n;
	size_t		cap;
} Speech;

static CxStatus
say(Speech *out, const char *word)
{
	size_t		n = strlen(word);

	if (out->cap - out->n < n + 1)
	{
		size_t		cap = out->cap * 2 + n + 64;
		char	   *grown = cx_arena_grow(out->arena, out->at, out->cap, cap);

		if (grown == NULL)
			return CX_ENOMEM;
		out->at = grown;
		out->cap = cap;
	}
	if (out->n > 0)
		out->at[out->n++] = ' ';
	memcpy(out->at + out->n, word, n);
	out->n += n;
	return CX_OK;
}

static CxStatus
say_digit(Speech *out, unsigned digit)
{
	return say(out, digit == 7 ? out->words->seven : digit_words[digit]);
}

/* Below 1000; "follows": a higher group was said, so that what is missing must be said too. */
static CxStatus
say_small(Speech *out, unsigned value, bool follows)
{
	unsigned	tens = value / 10 % 10;
	unsigned	unit = value % 10;

	if (value >= 100 || follows)
	{
		CX_TRY(say_digit(out, value / 100));
		CX_TRY(say(out, "trăm"));
		if (value % 100 == 0)
			return CX_OK;
		if (tens == 0)
			CX_TRY(say(out, out->words->zero_tens));
	}
	if (tens == 1)
		CX_TRY(say(out, "mười"));
	else if (tens > 1)
	{
		CX_TRY(say_digit(out, tens));
		CX_TRY(say(out, "mươi"));
	}
	if (tens > 0 && unit == 0)
		return CX_OK;
	if (tens > 0 && unit == 5)
		return say(out, tens == 1 ? "lăm" : out->words->five);
	if (tens > 1 && unit == 1)
		return say(out, "mốt");
	if (tens > 1 && unit == 4)
		return say(out, out->words->four);
	return say_digit(out, unit);
}

/*
 * n digits, the highest first and no zero.  A billion counts billions in turn:
 * 10^18 is "một tỷ tỷ".
 */
static CxStatus
say_integer(Speech *out, const char *digits, size_t n)
{
	bool		said = false;
	size_t		before = 0;		/* exponent of the group said last */

	for (size_t at = 0; at < n;)
	{
		size_t		left = n - at;
		size_t		width = left % 3 == 0 ? 3 : left % 3;
		size_t		exponent = left - width;
		unsigned	value = 0;

		if (at % 4096 < 3)
			CX_TRY(cx_poll(out->arena));
		for (size_t i = 0; i < width; i++)
			value = value * 10 + (unsigned) (digits[at + i] - '0');
		at += width;
		if (value > 0)
		{
			bool		last = said && exponent % 9 == 0;

			/*
			 * "hai nghìn không trăm lẻ năm", but "hai triệu năm
			 * nghìn". CLDR says the missing hundreds behind thousands only:
			 * "hai triệu lẻ năm"
			 */
			if (last && value < 10 && out->words == &styles[CX_SPELL_STANDARD] && before != exponent + 3)
				CX_TRY(say(out, out->words->zero_tens));
			CX_TRY(say_small(out, value, last && (out->words != &styles[CX_SPELL_STANDARD] || before == exponent + 3)));
			said = true;
			before = exponent;
			if (exponent % 9 == 3)
				CX_TRY(say(out, out->words->thousand));
			else if (exponent % 9 == 6)
				CX_TRY(say(out, "triệu"));
		}
		if (said && exponent > 0 && exponent % 9 == 0)
			CX_TRY(say(out, out->words->billion));
	}
	return said ? CX_OK : say_digit(out, 0);
}

CxStatus
cx_cardinal_spell(CxArena *arena, const char *decimal, size_t n, CxSpellStyle style, CxStr *out)
{
	Speech		speech = {arena, &styles[style], NULL, 0, 0};
	size_t		at = 0;
	size_t		point;

	*out = (CxStr) {NULL, 0};
	if (at < n && decimal[at] == '-')
	{
		CX_TRY(say(&speech, "âm"));
		at++;
	}
	for (point = at; point < n && decimal[point] >= '0' && decimal[point] <= '9'; point++)
		;
	if (point == at || (point < n && decimal[point] != '.'))
		return CX_OK;
	while (at + 1 < point && decimal[at] == '0')
		at++;
	CX_TRY(say_integer(&speech, decimal + at, point - at));
	if (point + 1 < n)
		CX_TRY(say(&speech, "phẩy"));
	for (at = point + 1; at < n; at++)
	{
		if (decimal[at] < '0' || decimal[at] > '9')
			return CX_OK;
		if (at % 4096 == 0)
			CX_TRY(cx_poll(arena));
		CX_TRY(say_digit(&speech, (unsigned) (decimal[at] - '0')));
	}
	*out = (CxStr) {speech.at, (uint32_t) speech.n};
	return CX_OK;
}
