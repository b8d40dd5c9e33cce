/*-------------------------------------------------------------------------
 *
 * number.c
 *	  Finds quantities: numbers, ranges and fractions with their comparators.
 *
 * One walk over the tokens that steps over what dates, terms and ordinals
 * have taken.  Where a numeral is read, the walk
 *
 *	1.	drops it if it counts nothing: document numbers, times, list labels,
 *		names with a number in them (Quân khu 7), "năm" that is a year;
 *	2.	joins "A/B", "A - B", "A đến B" (also with the unit after both);
 *	3.	looks behind it for %, and for "trở lên" within a short noun phrase;
 *	4.	looks before it for comparator words, up to three in a row, of which
 *		the strongest holds: "từ trên 80% trở lên" is >=.
 *
 * Every look is bounded, and none goes back over the end of the quantity before.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* Syllables between a number and its "trở lên": "từ 80 đảng viên mới trở lên". */
#define MAX_COUNTED_NOUN	4

/* Unit between the ends of a range: "từ 20 triệu đồng đến 25 triệu đồng". */
#define MAX_RANGE_UNIT		4

/* How far "từ N ... lên M" may have its second number. */
#define MAX_CHANGE			12

const char *const cx_comparator_names[] = {"=", ">", ">=", "<", "<=", "~"};

/* ---- comparators ----------------------------------------------------------------- */

/* Words before a number, longest first where one ends another. */
static const struct
{
	uint16_t	words[4];		/* last word first, 0-terminated */
	uint8_t		cmp;
}			comparators[] = {
	{{W_QUA_OVER, W_VUOT, W_KHONG}, CX_CMP_LE},
	{{W_QUA_OVER, W_KHONG}, CX_CMP_LE},
	{{W_QUA_OVER, W_CHUA}, CX_CMP_LE},
	{{W_QUA_OVER}, CX_CMP_GT},
	{{W_HON, W_THAP, W_KHONG}, CX_CMP_GE},
	{{W_HON, W_IT, W_KHONG}, CX_CMP_GE},
	{{W_HON, W_CAO, W_KHONG}, CX_CMP_LE},
	{{W_HON, W_NHIEU, W_KHONG}, CX_CMP_LE},
	{{W_HON, W_THAP}, CX_CMP_LT},
	{{W_HON, W_IT}, CX_CMP_LT},
	{{W_HON, W_NHO}, CX_CMP_LT},
	{{W_HON, W_TOT}, CX_CMP_EQ},
	{{W_HON, W_NHANH}, CX_CMP_EQ},
	{{W_HON, W_MANH}, CX_CMP_EQ},
	{{W_HON, W_SOM}, CX_CMP_EQ},
	{{W_HON}, CX_CMP_GT},
	{{W_TREN, W_KHONG}, CX_CMP_LE},
	{{W_TREN}, CX_CMP_GT},
	{{W_VUOT, W_KHONG}, CX_CMP_LE},
	{{W_VUOT, W_VA}, CX_CMP_EQ},	/* đạt và vượt 24/27 chỉ tiêu */
	{{W_VUOT}, CX_CMP_GT},
	{{W_NHAT, W_IT}, CX_CMP_GE},
	{{W_NHAT, W_THAP}, CX_CMP_GE},
	{{W_NHAT, W_NHIEU}, CX_CMP_LE},
	{{W_NHAT, W_CAO}, CX_CMP_LE},
	{{W_LA_IS, W_NHAT, W_IT}, CX_CMP_GE},
	{{W_LA_IS, W_NHAT, W_THAP}, CX_CMP_GE},
	{{W_LA_IS, W_NHAT, W_CAO}, CX_CMP_LE},
	{{W_LA_IS, W_NHAT, W_NHIEU}, CX_CMP_LE},
	{{W_LA_IS, W_THIEU, W_TOOI}, CX_CMP_GE},
	{{W_LA_IS, W_DA_MANY, W_TOOI}, CX_CMP_LE},
	{{W_THIEU, W_TOOI}, CX_CMP_GE},
	{{W_DA_MANY, W_TOOI}, CX_CMP_LE},
	{{W_IT, W_CHI}, CX_CMP_GE},
	{{W_RA, W_IT}, CX_CMP_GE},
	{{W_DUOI, W_KHONG}, CX_CMP_GE},
	{{W_DUOI, W_TREN}, CX_CMP_APPROX},
	{{W_DUOI}, CX_CMP_LT},
	{{W_DEN, W_CHUA}, CX_CMP_LT},
	{{W_DAY, W_CHUA}, CX_CMP_LT},
	{{W_TOI, W_CHUA}, CX_CMP_LT},
	{{W_DEN, W_KHONG}, CX_CMP_LT},
	{{W_DAY, W_KHONG}, CX_CMP_LT},
	{{W_TOI, W_KHONG}, CX_CMP_LT},
	{{W_GAN}, CX_CMP_APPROX},
	{{W_KHOANG}, CX_CMP_APPROX},
	{{W_CHUNG}, CX_CMP_APPROX},
	{{W_CO_SIZE}, CX_CMP_APPROX},
	{{W_NGOT}, CX_CMP_APPROX},
	{{W_XI, W_XAP}, CX_CMP_APPROX},
	{{W_SOAT, W_SUYT}, CX_CMP_APPROX},
	{{W_UOC}, CX_CMP_APPROX},
	{{W_DAT, W_UOC}, CX_CMP_APPROX},
	{{W_TINH, W_UOC}, CX_CMP_APPROX},
	{{W_CO, W_UOC}, CX_CMP_APPROX},
	{{W_HANG}, CX_CMP_APPROX},
	{{CX_SYM_CHAR('~')}, CX_CMP_APPROX},
	{{W_TU}, CX_CMP_GE},
};
#define COMPARATORS (sizeof(comparators) / sizeof(comparators[0]))

/* Words that a comparator may stand behind in a row: "khoảng hơn", "ít nhất từ trên". */
#define MAX_COMPARATORS		3

/* The stronger bound of two. */
static CxComparator
stronger(CxComparator a, CxComparator b)
{
	static const uint8_t strength[] = {
		[CX_CMP_EQ] = 0,[CX_CMP_APPROX] = 1,[CX_CMP_GT] = 2,[CX_CMP_LT] = 2,[CX_CMP_GE] = 3,[CX_CMP_LE] = 3
	};

	return strength[b] > strength[a] ? b : a;
}

/* "trên 3 lĩnh vực", "dưới 2 hình thức": a place or way, no comparison */
static bool
is_locative(const CxLexis *lex, uint16_t cue, uint32_t noun)
{
	static const uint16_t above[] = {W_LINH_FIELD, W_MAT, W_PHUONG, W_DIA, W_BANG_TABLE, W_TUYEN, W_KHIA, W_TRANG};

	return (cue == W_TREN && CX_ONE_OF(cx_sym(lex, noun), above)) ||
		(cue == W_DUOI && cx_sym(lex, noun) == W_HINH);
}

/* "mặt hàng 5", "ngân hàng 3": no "hàng" of vague numbers */
static bool
is_goods(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t before[] = {W_MAT, W_NGAN_SILVER, W_BAN_SELL, W_CUA_DOOR, W_KHACH, W_DON, W_NHA, W_GIAO, W_XEP};

	return CX_ONE_OF(cx_sym(lex, tok - 1), before);
}

/*
 * "từ N" is a lower bound unless N begins something: a change (từ 60% lên
 * 75%), a stretch of time, an origin.  A percentage is a bound without more; a count
 * is after a verb of having or reaching, or with "trở lên".
 */
static bool
is_lower_bound(const CxLexis *lex, uint32_t from, const CxNumber *n)
{
	static const uint16_t changes[] = {W_DEN, W_TOI, W_LEN, W_XUONG, W_SANG_OVER, W_CON, W_THANH_BECOME};
	static const uint16_t times[] = {W_NAM, W_NGAY, W_THANG, W_PHUT, W_GIO};
	static const uint16_t deltas[] = {W_TANG, W_GIAM, W_NANG};

	/* "đến từ 22 tổ chức" is where they come from */
	if (CX_ONE_OF(cx_sym(lex, n->num_end), times) || CX_ONE_OF(cx_sym(lex, from - 1), deltas) || cx_sym(lex, from - 1) == W_DEN)
		return false;
	for (uint32_t i = n->num_end; i < n->num_end + MAX_CHANGE && !cx_starts_line(lex, i); i++)
	{
		/* "hoàn thành" is no change to anything */
		if (CX_ONE_OF(cx_sym(lex, i), changes) && cx_sym(lex, i - 1) != W_HOAN)
			return cx_sym(lex, i - 1) == W_TRO;
		if (cx_is_char(lex, i, '.') || cx_is_char(lex, i, ';') || cx_is_char(lex, i, ','))
			break;
	}
	return true;
}

/*
 * "cao hơn 2,9% so với năm 2019" says by how much, which is no bound; so the
 * comparison must have its adjective.
 */
static bool
is_difference(const CxLexis *lex, uint32_t first, const CxNumber *n)
{
	if (first + 2 != n->num_tok || cx_sym(lex, first + 1) != W_HON)
		return false;
	for (uint32_t i = n->end; i < n->end + MAX_COUNTED_NOUN && !cx_starts_line(lex, i); i++)
	{
		if (cx_sym(lex, i) == W_SO_COMPARE && cx_sym(lex, i + 1) == W_VOI)
			return true;
		if (cx_kind(lex, i) != CX_TOK_SYLLABLE)
			break;
	}
	return false;
}

/* One comparator ("lasts" has the last words of all) that ends before tok and begins at or after floor; its first token, or tok. */
static uint32_t
match_comparator(const CxLexis *lex, const CxWordFilter *lasts, uint32_t tok, uint32_t floor, CxComparator *cmp)
{
	uint32_t	best = tok;
	uint16_t	last;

	if (tok <= floor || cx_starts_line(lex, tok))
		return tok;
	last = cx_sym(lex, tok - 1);
	if (last == CX_SYM_CHAR('~') && cx_kind(lex, tok - 1) == CX_TOK_PUNCT)
		return tok;				/* an ellipsis */
	if (!cx_filter_passes(lasts, last))
		return tok;
	for (unsigned i = 0; i < COMPARATORS; i++)
	{
		uint32_t	at = tok - 1;
		unsigned	k = 1;

		if (comparators[i].words[0] != last)
			continue;
		while (k < 4 && comparators[i].words[k] != 0 && at > floor && !cx_starts_line(lex, at) &&
			   cx_sym(lex, at - 1) == comparators[i].words[k])
		{
			at--;
			k++;
		}
		if ((k == 4 || comparators[i].words[k] == 0) && at < best)
		{
			best = at;
			*cmp = (CxComparator) comparators[i].cmp;
		}
	}
	return best;
}

static void
read_comparators(const CxLexis *lex, const CxWordFilter *lasts, uint32_t floor, CxNumber *n, bool joined_from)
{
	uint32_t	tok = n->num_tok;

	for (unsigned i = 0; i < MAX_COMPARATORS; i++)
	{
		CxComparator cmp = CX_CMP_EQ;
		uint32_t	at = match_comparator(lex, lasts, tok, floor, &cmp);
		uint16_t	last = cx_sym(lex, tok - 1);

		if (at == tok)
			break;
		if (at == tok - 1 && (is_locative(lex, last, n->num_end) || (last == W_HANG && is_goods(lex, at))))
			break;
		if (at == tok - 1 && last == W_TU)
		{
			if (joined_from)
				cmp = CX_CMP_EQ;	/* the "từ" of "từ A đến B" */
			else if (n->cmp == CX_CMP_EQ && !is_lower_bound(lex, at, n))
				break;
		}
		if (is_difference(lex, at, n) || (at == tok - 1 && last == W_HON && is_difference(lex, at - 1, n)))
			cmp = CX_CMP_EQ;
		n->cmp = stronger(n->cmp, cmp);
		n->tok = tok = at;
	}
}

/*
 * "trở lên" after the number or after its noun.  A rating or a degree
 * between them is what it belongs to: "hoàn thành tốt nhiệm vụ trở lên".
 */
static void
read_upwards(const CxLexis *lex, CxNumber *n)
{
	static const uint16_t others[] = {
		W_HOAN, W_THANH_BECOME, W_TOT, W_KHA, W_GIOI, W_XUAT, W_SAC, W_TRUNG, W_CAP, W_HOC, W_TRINH, W_CO, W_DUOC,
		W_DAT, W_LA_IS, W_XEP, W_LOAI, W_TU, W_HANG_RANK, W_VA, W_MUC, W_SO_PRIMARY
	};
	uint32_t	at = n->end;
	uint32_t	most = at + MAX_COUNTED_NOUN;

	while (cx_sym(lex, at) != W_TRO || (cx_sym(lex, at + 1) != W_LEN && cx_sym(lex, at + 1) != W_XUONG))
	{
		if (at == most || cx_starts_line(lex, at) || cx_kind(lex, at) != CX_TOK_SYLLABLE || (cx_flags(lex, at) & CX_TF_UPPER))
			return;
		at++;
	}
	if (cx_starts_line(lex, at))
		return;
	for (uint32_t i = n->end; i < at; i++)
		if (CX_ONE_OF(cx_sym(lex, i), others))
			return;
	n->cmp = cx_sym(lex, at + 1) == W_LEN ? stronger(n->cmp, CX_CMP_GE) : CX_CMP_LE;
	if (at == n->end)
		n->end += 2;
}

/* ---- what is no quantity ----------------------------------------------------------- */

/* A number that begins a line or follows a bracket as a label: "1. ", "2) ", "(3)", or a line of its own. */
static bool
is_label(const CxLexis *lex, uint32_t tok)
{
	unsigned	digits = cx_token_digits(lex, tok);

	if (digits == 0 || digits > 2)
		return false;
	if (cx_is_char(lex, tok - 1, '(') && cx_is_char(lex, tok + 1, ')'))
		return true;
	return cx_starts_line(lex, tok) && (cx_is_char(lex, tok + 1, '.') || cx_is_char(lex, tok + 1, ')') ||
										cx_starts_line(lex, tok + 1));
}

/* The word before a number makes it a name or an address. */
static bool
is_named(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t always[] = {
		W_THU, W_DIEU, W_KHOAN, W_KHU, W_QUAN, W_THON, W_XOM, W_AP, W_PHO
	};
	static const uint16_t maybe[] = {W_LOAI, W_CAP, W_LOP, W_TO, W_PHUONG_WARD, W_DOI, W_MUC_ITEM, W_CHUONG, W_LO, W_DOAN_TROOP};
	uint16_t	before = cx_sym(lex, tok - 1);
	CxTokenKind kind = cx_kind(lex, tok + 1);
	unsigned	digits = cx_token_digits(lex, tok);

	if (digits == 0 || cx_starts_line(lex, tok))
		return false;

	/* COVID-19, NQ-15 */
	if (cx_is_char(lex, tok - 1, '-') && cx_glued(lex, tok) && cx_glued(lex, tok - 1) &&
		(cx_kind(lex, tok - 2) == CX_TOK_WORD || (cx_flags(lex, tok - 2) & CX_TF_CAPS)))
		return true;

	/* "số 35", but "tổng số 35"; "Lượt xem: 256" */
	if (before == W_SO)
		return cx_sym(lex, tok - 2) != W_TONG && cx_sym(lex, tok - 2) != W_TRONG;
	if (cx_is_char(lex, tok - 1, ':') && cx_sym(lex, tok - 2) == W_XEM)
		return true;
	if (digits > 2 || cx_is_char(lex, tok + 1, '%'))
		return false;
	if (CX_ONE_OF(before, always))
		return true;
	return CX_ONE_OF(before, maybe) &&
		(kind != CX_TOK_SYLLABLE || (cx_flags(lex, tok + 1) & (CX_TF_UPPER | CX_TF_NEWLINE)));
}

/* A lone digit word is a number where nothing makes it another word. */
static bool
is_count_word(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	static const uint16_t after_one[] = {W_SO, W_TRONG, W_CACH, W_PHAN, W_VAI, W_CHUT, W_MAT, W_LOAT, W_KHI, W_MUC_STEADY};
	static const uint16_t five_nouns[] = {
		W_DONG, W_DAI, W_DANG_PARTY, W_NGUOI, W_CHI_BRANCH, W_UY, W_CHI_POINT, W_NHIEM, W_GIAI_SOLVE, W_KHAU, W_NOI, W_CHUONG,
		W_NHOM, W_XA, W_PHUONG_WARD, W_HUYEN, W_TINH_PROVINCE, W_CAN, W_TAP, W_CA, W_DON, W_CO_BODY, W_TO, W_DIEM, W_BAI,
		W_QUAN_VIEW, W_DE_TOPIC, W_DU, W_CONG, W_LINH_FIELD, W_NGAY, W_NAM, W_THANG, W_MUC_ITEM, W_VAN_DE, W_BAN_BOARD,
		W_KHOI, W_HO, W_MO, W_PHO_DEPUTY
	};
	static const uint16_t before_year[] = {
		W_HANG_EVERY, W_HANG, W_MOI_EACH, W_DEN, W_TU, W_TRONG, W_DAU, W_CUOI, W_GIUA, W_TRUOC, W_SAU_AFTER, W_CAC,
		W_NHUNG, W_NHIEU, W_CA_WHOLE, W_QUA, W_TUNG, W_THANG, W_SUOT, W_MOT
	};
	uint16_t	sym = cx_sym(lex, tok);
	uint16_t	next = cx_sym(lex, tok + 1);
	unsigned	flags = cx_flags(lex, tok);

	if (flags & CX_TF_UPPER)
	{
		/*
		 * a capital only where a sentence begins, and no name after it (Hai Bà
		 * Trưng)
		 */
		bool		starts = (flags & CX_TF_NEWLINE) ||
		(cx_kind(lex, tok - 1) == CX_TOK_PUNCT && !cx_is_char(lex, tok - 1, ',')) ||
		cx_kind(lex, tok - 1) == CX_TOK_SYMBOL;

		if (!starts || (flags & CX_TF_CAPS) || (cx_flags(lex, tok + 1) & CX_TF_UPPER))
			return false;
	}
	if (cx_sym(lex, tok - 1) == W_THU && !(flags & CX_TF_NEWLINE))
		return false;
	if (end != tok + 1)
		return true;
	switch (sym)
	{
		case W_NAM:
			return CX_ONE_OF(next, five_nouns) && !cx_starts_line(lex, tok + 1) &&
				((flags & CX_TF_NEWLINE) || (!CX_ONE_OF(cx_sym(lex, tok - 1), before_year) &&
											 cx_kind(lex, tok - 1) != CX_TOK_NUMBER));
		case W_MOT:
			return !CX_ONE_OF(next, after_one);
		case W_BA:
			return next != W_ME && next != W_MA_MOTHER;
		case W_CHIN:
			return next != W_MUOI_RIPE;
	}
	return true;
}

/* Half, before what can be halved or after "một", "quá". */
static bool
is_half(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t halved[] = {W_NGAY, W_BUOI, W_THANG};
	uint16_t	before = cx_sym(lex, tok - 1);

	return cx_sym(lex, tok) == W_NUA && (CX_ONE_OF(cx_sym(lex, tok + 1), halved) ||
										 before == W_MOT || before == W_QUA_OVER || before == W_HON);
}

/* ---- quantities ----------------------------------------------------------------------- */

/* End of a numeral that may count something, or 0. */
static uint32_t
read_count(const CxLexis *lex, uint32_t tok, CxNumeral *out)
{
	uint32_t	end = cx_read_numeral(lex, tok, out);

	if (end != 0 && out->is_word && !is_count_word(lex, tok, end))
		return 0;
	return end;
}

/* tok is the link of a range: the token after it */
static uint32_t
read_range_link(const CxLexis *lex, uint32_t tok)
{
	uint16_t	sym = cx_sym(lex, tok);

	if (cx_starts_line(lex, tok) || cx_starts_line(lex, tok + 1))
		return 0;
	return sym == W_DEN || sym == W_TOI || sym == W_HOAC || sym == CX_SYM_CHAR('-') ? tok + 1 : 0;
}

/*
 * The second end of a range after A, which ends at "at".  The unit may stand
 * after both ends; a magnitude after the second alone holds for the first too.
 */
static uint32_t
read_range(const CxLexis *lex, uint32_t at, uint32_t stop, const CxNumeral *a, CxNumber *n)
{
	for (uint32_t unit = 0; unit <= MAX_RANGE_UNIT; unit++)
	{
		uint32_t	second = read_range_link(lex, at + unit);
		CxNumeral	b;
		CxDecimal	low = a->value;
		uint32_t	end;

		if (unit > 0 && (cx_starts_line(lex, at + unit - 1) || cx_kind(lex, at + unit - 1) == CX_TOK_NUMBER ||
						 (cx_kind(lex, at + unit - 1) == CX_TOK_PUNCT && !cx_is_char(lex, at + unit - 1, '/'))))
			return 0;
		if (second == 0)
			continue;
		if (second >= stop || (unit > 0 && cx_is_char(lex, at + unit, '-') && !cx_is_char(lex, at, '%')) ||
			cx_read_document_number(lex, second) != 0 || (end = read_count(lex, second, &b)) == 0)
			return 0;
		for (uint32_t i = 0; i < unit; i++)
		{
			if (cx_sym(lex, at + i) != cx_sym(lex, end + i) || cx_starts_line(lex, end + i))
				return 0;
		}
		if (a->exponent == 0 && b.exponent > 0 && unit == 0)
		{
			if (!cx_decimal_shift(&low, b.exponent))
				return 0;
			if (!cx_decimal_less(low, b.value))
				low = a->value;
		}
		if (!cx_decimal_less(low, b.value))
			return 0;
		n->value = low;
		n->value_max = b.value;
		n->is_range = true;
		n->is_word = n->is_word && b.is_word;
		return end;
	}
	return 0;
}

/* Read what begins at tok, "stop" being where the next date begins; the token to go on at. */
static CxStatus
read_number(CxLexis *lex, const CxWordFilter *lasts, uint32_t tok, uint32_t floor, uint32_t stop, uint32_t *next)
{
	CxNumber	n;
	CxNumeral	numeral;
	CxNumber   *out;
	uint32_t	end;
	int16_t		minute;
	int8_t		second;

	*next = tok + 1;
	memset(&n, 0, sizeof(n));
	if (cx_kind(lex, tok) == CX_TOK_NUMBER)
	{
		if ((end = cx_read_document_number(lex, tok)) != 0 ||
			(end = cx_read_time(lex, tok, &minute, &second)) != 0)
		{
			*next = end;
			return CX_OK;
		}
		if (is_label(lex, tok) || is_named(lex, tok))
			return CX_OK;
	}
	if (is_half(lex, tok))
	{
		memset(&numeral, 0, sizeof(numeral));
		numeral.value.digits = 5;
		numeral.value.scale = 1;
		numeral.is_word = true;
		end = tok + 1;
	}
	else if ((end = read_count(lex, tok, &numeral)) == 0)
		return CX_OK;
	if (end > stop)
		end = stop;
	*next = end;

	/* 0204 385 and 4.0 count nothing */
	if (cx_token_digits(lex, tok) > 3 && lex->text[lex->toks.at[tok].start] == '0')
		return CX_OK;
	if (!numeral.is_word && numeral.value.scale == 1 && numeral.value.digits % 10 == 0 && end == tok + 1 &&
		lex->text[lex->toks.at[tok].end - 2] == '.' && !cx_is_char(lex, end, '%'))
		return CX_OK;

	n.value = numeral.value;
	n.is_word = numeral.is_word;
	n.num_tok = tok;
	if (cx_is_char(lex, end, '/') && end == tok + 1 && end < stop && !cx_starts_line(lex, end) &&
		cx_kind(lex, tok) == CX_TOK_NUMBER && cx_kind(lex, end + 1) == CX_TOK_NUMBER &&
		!cx_starts_line(lex, end + 1))
	{
		*next = end + 2;
		if (!cx_token_decimal(lex, end + 1, &n.whole) || n.whole.digits == 0 || cx_is_char(lex, end + 2, '/'))
			return CX_OK;
		n.is_fraction = true;
		n.num_end = end + 2;
	}
	else
	{
		n.num_end = read_range(lex, end, stop, &numeral, &n);
		if (n.num_end == 0)
			n.num_end = end;
	}
	n.tok = tok;
	n.end = n.num_end;
	if (cx_is_char(lex, n.end, '%') && !cx_starts_line(lex, n.end))
	{
		n.is_percent = true;
		n.end++;
	}
	else if (cx_sym(lex, n.end) == W_PHAN && cx_sym(lex, n.end + 1) == W_TRAM)
	{
		n.is_percent = true;
		n.end += 2;
	}
	read_comparators(lex, lasts, floor, &n, n.is_range);
	if (!n.is_range && !n.is_fraction)
		read_upwards(lex, &n);
	out = cx_vec_push(lex->arena, &lex->numbers);
	if (out == NULL)
		return CX_ENOMEM;
	*out = n;
	*next = n.end;
	return CX_OK;
}

/* How far the dates, terms and ordinals have been passed. */
typedef struct Taken
{
	uint32_t	date,
				term,
				ordinal;
} Taken;

/*
 * Does a date, term or ordinal hold tok?  Moves *floor to the end of the last
 * that ends before it, *stop to where the next begins.
 */
static bool
is_taken(const CxLexis *lex, Taken *at, uint32_t tok, uint32_t *floor, uint32_t *stop)
{
	*stop = lex->toks.n;
#define PASS(vec, cursor) \
	do { \
		for (; at->cursor < lex->vec.n && lex->vec.at[at->cursor].end <= tok; at->cursor++) \
			if (lex->vec.at[at->cursor].end > *floor) \
				*floor = lex->vec.at[at->cursor].end; \
		if (at->cursor < lex->vec.n && lex->vec.at[at->cursor].tok < *stop) \
			*stop = lex->vec.at[at->cursor].tok; \
	} while (0)
	PASS(dates, date);
	PASS(terms, term);
	PASS(ordinals, ordinal);
#undef PASS
	return *stop <= tok;
}

CxStatus
cx_numbers(CxLexis *lex)
{
	Taken		taken = {0, 0, 0};
	uint32_t	floor = 0;		/* a number begins here at the earliest */
	uint32_t	next = 0;		/* end of what was last read */
	uint32_t	stop = 0;
	CxWordFilter lasts = {{0}}; /* last words of comparators */

	for (unsigned i = 0; i < COMPARATORS; i++)
		cx_filter_add(&lasts, comparators[i].words[0]);
	for (uint32_t i = 0; i < lex->openers.n; i++)
	{
		uint32_t	tok = lex->openers.at[i];

		if (i % CX_POLL_TOKENS == 0)
			CX_TRY(cx_poll(lex->arena));
		if (tok < next || !(cx_begins(lex, tok) & CX_BEGINS_NUMERAL) || is_taken(lex, &taken, tok, &floor, &stop))
			continue;
		CX_TRY(read_number(lex, &lasts, tok, floor, stop, &next));
		if (next > tok + 1 || (lex->numbers.n > 0 && lex->numbers.at[lex->numbers.n - 1].end == next))
			floor = next;
	}
	return CX_OK;
}
