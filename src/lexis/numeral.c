/*-------------------------------------------------------------------------
 *
 * numeral.c
 *	  Values: of number tokens, of roman numerals, of numbers in words.
 *
 * A number token's separators are told apart by the Vietnamese norm: groups
 * of three after dots are thousands, a comma begins the decimals, a single dot
 * with anything but three digits after it is an English decimal point.
 *
 * Numbers in words follow the grammar
 *
 *		numeral  := group magnitude+ (group magnitude+)* small?
 *		group    := number token | small
 *		small    := digit "trăm" (("linh" | "lẻ") digit | tens)? | tens | digit
 *		tens     := (digit "mươi" | "mười") unit?
 *
 * with magnitudes that fall from left to right, so that reading one looks at a
 * bounded number of tokens.  "năm" is five only inside such a number here;
 * whether a lone "năm" is five or year is for the reader of numbers to say.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* Digits that an int64 surely holds, and so the most decimals of a CxDecimal. */
#define MAX_DECIMALS	18

static const uint8_t num_words[CX_SYLLABLE_MAX_CODE + 1] = {
	[W_MOT] = CX_NUM_DIGIT | 1,
	[W_HAI] = CX_NUM_DIGIT | 2,
	[W_BA] = CX_NUM_DIGIT | 3,
	[W_BON] = CX_NUM_DIGIT | 4,
	[W_NAM] = CX_NUM_DIGIT | 5,
	[W_SAU] = CX_NUM_DIGIT | 6,
	[W_BAY] = CX_NUM_DIGIT | 7,
	[W_BAY_2] = CX_NUM_DIGIT | 7,
	[W_TAM] = CX_NUM_DIGIT | 8,
	[W_CHIN] = CX_NUM_DIGIT | 9,
	[W_MOT_UNIT] = CX_NUM_UNIT | 1,
	[W_TU_UNIT] = CX_NUM_UNIT | 4,
	[W_LAM] = CX_NUM_UNIT | 5,
	[W_NHAM] = CX_NUM_UNIT | 5,
	[W_MUOI] = CX_NUM_TEN,
	[W_MUOI_TENS] = CX_NUM_TENS | 1,
	[W_CHUC] = CX_NUM_TENS | 1,
	[W_TRAM] = CX_NUM_HUNDRED | 2,
	[W_NGHIN] = CX_NUM_MAGNITUDE | 3,
	[W_NGAN] = CX_NUM_MAGNITUDE | 3,
	[W_VAN] = CX_NUM_MAGNITUDE | 4,
	[W_TRIEU] = CX_NUM_MAGNITUDE | 6,
	[W_TY] = CX_NUM_MAGNITUDE | 9,
	[W_TI] = CX_NUM_MAGNITUDE | 9,
	[W_LINH] = CX_NUM_ZERO_TENS,
	[W_LE] = CX_NUM_ZERO_TENS,
	[W_RUOI] = CX_NUM_HALF,
	[W_RUOI_2] = CX_NUM_HALF,
};

unsigned
cx_number_word(const CxLexis *lex, uint32_t tok)
{
	uint16_t	sym = cx_sym(lex, tok);

	return sym <= CX_SYLLABLE_MAX_CODE ? num_words[sym] : 0;
}

/* ---- roman ------------------------------------------------------------------ */

static const struct
{
	char		letters[3];
	uint8_t		most;			/* how often it may stand in a row */
	uint8_t		excludes;		/* rows after it that cannot follow it */
	int16_t		value;
}			roman_parts[] = {
	{"M", 3, 0, 1000},
	{"CM", 1, 3, 900},
	{"D", 1, 1, 500},
	{"CD", 1, 1, 400},
	{"C", 3, 0, 100},
	{"XC", 1, 3, 90},
	{"L", 1, 1, 50},
	{"XL", 1, 1, 40},
	{"X", 3, 0, 10},
	{"IX", 1, 3, 9},
	{"V", 1, 1, 5},
	{"IV", 1, 1, 4},
	{"I", 3, 0, 1},
};
#define ROMAN_PARTS		(sizeof(roman_parts) / sizeof(roman_parts[0]))
#define ROMAN_HUNDRED	4		/* where C is */

/* A letter of a numeral in upper case; a small l is a misread I. */
static char
roman_letter(char c)
{
	if (c == 'l')
		return 'I';
	return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
}

/* Value of a numeral whose letters are those of the parts from the first on; 0: none. */
static inline int
read_roman(const char *s, size_t n, unsigned first, bool misread)
{
	int			value = 0;
	size_t		at = 0;

	for (unsigned i = first; i < ROMAN_PARTS; i++)
	{
		size_t		width = roman_parts[i].letters[1] != '\0' ? 2 : 1;
		unsigned	times = 0;

		while (times < roman_parts[i].most && n - at >= width &&
			   (misread ? roman_letter(s[at]) : s[at]) == roman_parts[i].letters[0] &&
			   (width == 1 || (misread ? roman_letter(s[at + 1]) : s[at + 1]) == roman_parts[i].letters[1]))
		{
			at += width;
			value += roman_parts[i].value;
			times++;
		}
		if (times > 0)
			i += roman_parts[i].excludes;
	}
	return at == n ? value : 0;
}

int
cx_roman_value(const char *s, size_t n)
{
	return read_roman(s, n, ROMAN_HUNDRED, true);
}

int
cx_roman_read(const char *s, size_t n)
{
	return read_roman(s, n, 0, false);
}

unsigned
cx_roman_write(int value, char out[CX_ROMAN_MAX_BYTES])
{
	unsigned	n = 0;

	if (value < 1 || value >= 4 * roman_parts[0].value)
		return 0;
	for (unsigned i = 0; i < ROMAN_PARTS; i++)
		for (; value >= roman_parts[i].value; value -= roman_parts[i].value)
			for (const char *s = roman_parts[i].letters; *s != '\0'; s++)
				out[n++] = *s;
	return n;
}

/* ---- digits ------------------------------------------------------------------ */

unsigned
cx_token_digits(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t;

	if (cx_kind(lex, tok) != CX_TOK_NUMBER)
		return 0;
	t = &lex->toks.at[tok];

	/*
	 * no separator stands at an end, and nobody asks for the length of more
	 * than eight digits
	 */
	for (uint32_t i = t->start + 1; i + 1 < t->end; i++)
	{
		if (lex->text[i] == '.' || lex->text[i] == ',')
			return 0;
		if (i - t->start > 8)
			break;
	}
	return t->end - t->start;
}

int32_t
cx_token_int(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t = &lex->toks.at[tok];
	int32_t		value = 0;

	if (cx_kind(lex, tok) != CX_TOK_NUMBER || t->end - t->start > 8)
		return -1;
	for (uint32_t i = t->start; i < t->end; i++)
	{
		if (lex->text[i] == '.' || lex->text[i] == ',')
			return -1;
		value = value * 10 + (lex->text[i] - '0');
	}
	return value;
}

int
cx_token_year(const CxLexis *lex, uint32_t tok)
{
	int32_t		value;

	if (cx_kind(lex, tok) != CX_TOK_NUMBER || lex->toks.at[tok].end - lex->toks.at[tok].start != 4)
		return 0;
	value = cx_token_int(lex, tok);
	return value >= 1000 && value < 2200 ? (int) value : 0;
}

bool
cx_token_decimal(const CxLexis *lex, uint32_t tok, CxDecimal *out)
{
	const CxToken *t = &lex->toks.at[tok];
	const char *s = lex->text + t->start;
	size_t		n = t->end - t->start;
	size_t		point = n;		/* where the decimals begin */
	unsigned	dots = 0;
	unsigned	commas = 0;
	size_t		last_dot = 0;

	/*
	 * leading zeros aside, 19 digits and their separators are all that can
	 * have a value
	 */
	while (n > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9')
	{
		s++;
		n--;
	}
	if (n > 64)
		return false;
	point = n;
	for (size_t i = 0; i < n; i++)
	{
		if (s[i] == '.')
		{
			dots++;
			last_dot = i;
		}
		else if (s[i] == ',')
		{
			commas++;
			point = i;
		}
	}
	if (commas > 1)
		point = n;				/* 1,588,000 */
	else if (commas == 0 && dots == 1 && (n - last_dot != 4 || s[0] == '0'))
	{
		if (n - last_dot > 3 && s[0] != '0')
			return false;		/* 5.2020 */
		point = last_dot;
	}
	else if (dots > 1 && commas == 0 && n - last_dot != 4)
		return false;			/* 17.10.2020 */

	out->digits = 0;
	out->scale = 0;
	for (size_t i = 0; i < n; i++)
	{
		if (s[i] == '.' || s[i] == ',')
			continue;
		if (out->digits > (INT64_MAX - (s[i] - '0')) / 10)
			return false;
		out->digits = out->digits * 10 + (s[i] - '0');
		if (i > point)
			out->scale++;
	}
	return out->scale <= MAX_DECIMALS;
}

bool
cx_decimal_shift(CxDecimal *d, int exponent)
{
	for (; exponent > 0; exponent--)
	{
		if (d->scale > 0)
			d->scale--;
		else if (d->digits > INT64_MAX / 10)
			return false;
		else
			d->digits *= 10;
	}
	return true;
}

bool
cx_decimal_less(CxDecimal a, CxDecimal b)
{
	/*
	 * where one has no room for the other's decimals it is the larger, as
	 * neither is negative
	 */
	while (a.scale < b.scale)
	{
		if (a.digits > INT64_MAX / 10)
			return false;
		a.digits *= 10;
		a.scale++;
	}
	while (b.scale < a.scale)
	{
		if (b.digits > INT64_MAX / 10)
			return true;
		b.digits *= 10;
		b.scale++;
	}
	return a.digits < b.digits;
}

/* ---- words -------------------------------------------------------------------- */

/* "năm" after tens is a year: twenty-five has "lăm". */
static uint32_t
read_unit(const CxLexis *lex, uint32_t tok, int32_t *value)
{
	unsigned	w = cx_number_word(lex, tok);

	if ((CX_NUM_CLASS(w) == CX_NUM_DIGIT && cx_sym(lex, tok) != W_NAM) || CX_NUM_CLASS(w) == CX_NUM_UNIT)
	{
		*value += (int32_t) CX_NUM_VALUE(w);
		tok++;
	}
	return tok;
}

static uint32_t
read_tens(const CxLexis *lex, uint32_t tok, int32_t *value)
{
	unsigned	w = cx_number_word(lex, tok);

	if (CX_NUM_CLASS(w) == CX_NUM_TEN)
	{
		*value += 10;
		return read_unit(lex, tok + 1, value);
	}
	if (CX_NUM_CLASS(w) == CX_NUM_DIGIT && CX_NUM_CLASS(cx_number_word(lex, tok + 1)) == CX_NUM_TENS)
	{
		*value += 10 * (int32_t) CX_NUM_VALUE(w);
		return read_unit(lex, tok + 2, value);
	}
	return 0;
}

uint32_t
cx_read_small(const CxLexis *lex, uint32_t tok, int32_t *value)
{
	unsigned	w = cx_number_word(lex, tok);
	uint32_t	end;

	*value = 0;
	if ((end = read_tens(lex, tok, value)) != 0)
		return end;
	if (CX_NUM_CLASS(w) != CX_NUM_DIGIT)
		return 0;
	*value = (int32_t) CX_NUM_VALUE(w);
	tok++;
	if (CX_NUM_CLASS(cx_number_word(lex, tok)) != CX_NUM_HUNDRED)
		return tok;
	*value *= 100;
	tok++;
	w = cx_number_word(lex, tok + 1);
	if (CX_NUM_CLASS(cx_number_word(lex, tok)) == CX_NUM_ZERO_TENS && CX_NUM_CLASS(w) == CX_NUM_DIGIT)
	{
		*value += (int32_t) CX_NUM_VALUE(w);
		return tok + 2;
	}
	if ((end = read_tens(lex, tok, value)) != 0)
		return end;
	return tok;
}

/* "đồng chí" and "đồng bào" are people. */
static bool
is_money(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t people[] = {W_CHI, W_BAO, W_DOI, W_HUONG};
	static const char *const codes[] = {"USD", "VND", "VNĐ", "EUR", "đ", "Đ"};

	switch (cx_sym(lex, tok))
	{
		case 0:
			break;
		case W_DONG:
			return !CX_ONE_OF(cx_sym(lex, tok + 1), people);
		case W_DO:
			return cx_sym(lex, tok + 1) == W_LA;
		default:
			return false;
	}
	for (unsigned i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
	{
		if (cx_is_bytes(lex, tok, codes[i]))
			return true;
	}
	return false;
}

/*
 * Magnitude words from tok on.  "trăm" and "chục" count among them after
 * digits; "tỷ lệ" is no billion and "Triệu" with a capital a name.
 */
static uint32_t
read_magnitudes(const CxLexis *lex, uint32_t tok, bool after_digits, int *exponent)
{
	static const uint16_t ratios[] = {W_LE_RATE, W_TRONG_WEIGHT, W_SUAT, W_GIA};

	*exponent = 0;
	for (unsigned words = 0; words < 3; words++)
	{
		unsigned	w = cx_number_word(lex, tok);
		uint16_t	sym = cx_sym(lex, tok);

		if (CX_NUM_CLASS(w) != CX_NUM_MAGNITUDE &&
			!(after_digits && words == 0 && (CX_NUM_CLASS(w) == CX_NUM_HUNDRED || CX_NUM_CLASS(w) == CX_NUM_TENS)))
			break;
		if ((cx_flags(lex, tok) & (CX_TF_UPPER | CX_TF_CAPS)) == CX_TF_UPPER ||
			((sym == W_TY || sym == W_TI) && CX_ONE_OF(cx_sym(lex, tok + 1), ratios)))
			break;
		*exponent += (int) CX_NUM_VALUE(w);
		tok++;
	}
	return tok;
}

/*
 * "tỷ" is money also where nothing says so, unless it counts something that
 * follows; "triệu" is in "50 triệu/người".
 */
static bool
is_money_magnitude(const CxLexis *lex, uint32_t first, uint32_t end)
{
	uint16_t	sym = cx_sym(lex, end - 1);

	if (end == first)
		return false;
	if (is_money(lex, end))
		return true;
	if (sym == W_TRIEU)
		return cx_is_char(lex, end, '/');
	return (sym == W_TY || sym == W_TI) &&
		(cx_starts_line(lex, end) || cx_kind(lex, end) == CX_TOK_PUNCT);
}

uint32_t
cx_read_numeral(const CxLexis *lex, uint32_t tok, CxNumeral *out)
{
	CxDecimal	total = {0, 0};
	int			last_exponent = 99;
	uint32_t	end = 0;

	memset(out, 0, sizeof(*out));
	out->is_word = cx_kind(lex, tok) != CX_TOK_NUMBER;
	while (last_exponent > 0)
	{
		CxDecimal	group = {0, 0};
		bool		digits = cx_kind(lex, tok) == CX_TOK_NUMBER;
		uint32_t	after;
		uint32_t	mag_end;
		int32_t		small = 0;
		int			exponent;

		if (end != 0 && cx_starts_line(lex, tok))
			break;
		if (digits)
		{
			after = tok + 1;
			if (!cx_token_decimal(lex, tok, &group))
				break;
		}
		else
		{
			if ((after = cx_read_small(lex, tok, &small)) == 0)
				break;
			group.digits = small;
		}
		mag_end = read_magnitudes(lex, after, digits, &exponent);
		if (end == 0 && is_money_magnitude(lex, after, mag_end))
		{
			/* "20 nghìn tỷ đồng" are 20,000 of the unit "tỷ đồng" */
			exponent = mag_end - after < 2 ? 0 : exponent - (int) CX_NUM_VALUE(cx_number_word(lex, mag_end - 1));
			mag_end = mag_end - after < 2 ? after : mag_end - 1;
		}

		/*
		 * a further group is smaller, and a lone digit is not one: "5 triệu
		 * một năm"
		 */
		if (end != 0 && (exponent >= last_exponent || group.scale > 0 || (exponent == 0 && small < 10)))
			break;
		if (!cx_decimal_shift(&group, exponent) ||
			total.digits > INT64_MAX - group.digits)
			return 0;
		total.digits += group.digits;
		total.scale = group.scale;
		if (end == 0)
			out->exponent = exponent;
		last_exponent = exponent;
		end = tok = mag_end;

		/* "hai triệu rưỡi", "ba rưỡi", "hai trăm rưởi" */
		if (CX_NUM_CLASS(cx_number_word(lex, tok)) == CX_NUM_HALF && total.scale == 0 && total.digits < INT64_MAX / 20)
		{
			int			half = exponent > 0 ? exponent : small >= 100 && small % 100 == 0 ? 2 : 0;
			CxDecimal	fraction = {5, 0};

			if (half == 0)
			{
				total.digits = total.digits * 10 + 5;
				total.scale = 1;
			}
			else
			{
				(void) cx_decimal_shift(&fraction, half - 1);
				total.digits += fraction.digits;
			}
			end = tok + 1;
			break;
		}
		if (total.scale > 0)
			break;
	}
	out->value = total;
	return end;
}
