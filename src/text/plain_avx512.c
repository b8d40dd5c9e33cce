/*-------------------------------------------------------------------------
 *
 * plain_avx512.c
 *	  Folding and case mapping of plain stretches, 64 bytes at a time.
 *
 * A block is looked at as a whole, and each question about its bytes is answered
 * by a word of 64 bits, one a byte.  What stands before a byte is what the word
 * has one bit lower:
 *
 *		bytes			 Đ			 ạ				 i		 space
 *						C4	90		E1	BA	A1		69		20
 *		is C4			 1	 0		 0	 0	 0		 0		 0
 *		last of C4 xx	 0	 1		 0	 0	 0		 0		 0
 *		last of E1 BA	 0	 0		 0	 0	 1		 0		 0
 *
 * The last byte of a letter is replaced through a table of 64 entries, which is one
 * instruction; folding then keeps the bytes that are the last of a letter or
 * ASCII, and squeezes out the others, which is another one.
 *
 * A block ends where its last whole character does; the next begins there.  If not all
 * bytes belong to plain characters, what stands before the first such one is
 * done as a last, shorter block.
 *
 *-------------------------------------------------------------------------
 */
#include "plain.h"

#ifdef CX_HAVE_AVX512

#include <immintrin.h>

#define WIDE	__attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))
#define WIDE_INLINE static inline __attribute__((always_inline)) WIDE

bool
cx_has_avx512(void)
{
	return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") &&
		__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2");
}

/* The lowest n bits. */
WIDE_INLINE uint64_t
low_bits(size_t n)
{
	return n >= 64 ? ~UINT64_C(0) : _bzhi_u64(~UINT64_C(0), (unsigned) n);
}

/* What is found in a block; each a bit a byte. */
typedef struct Block
{
	uint64_t	wide;			/* all but ASCII */
	uint64_t	letters[CX_PLAIN_LEADS];	/* last bytes of what the tables
											 * are asked for */
	uint64_t	signs2,
				signs3;			/* last bytes of signs */
	uint64_t	marks;			/* last bytes of marks, wherever */
	size_t		whole;			/* bytes up to the end of the last whole
								 * character */
} Block;

WIDE_INLINE uint64_t
equals(__m512i bytes, unsigned char c)
{
	return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char) c));
}

/* Read n (at most 64) bytes. */
WIDE_INLINE void
look(__m512i bytes, size_t n, Block *b)
{
	uint64_t	all = low_bits(n);
	uint64_t	follows = _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8((char) 0xC0));
	uint64_t	e1 = equals(bytes, 0xE1);
	uint64_t	e2 = equals(bytes, 0xE2);
	uint64_t	heads;

	b->wide = _mm512_movepi8_mask(bytes) & all;
	heads = b->wide & ~follows;

	/*
	 * a head of two bytes or more in the last place, of three in the last but
	 * one
	 */
	b->whole = n;
	heads &= ~low_bits(n - 1) | (n > 1 ? (e1 | e2) & ~low_bits(n - 2) : 0);
	if (heads != 0)
		b->whole = (size_t) _tzcnt_u64(heads);
	b->letters[CX_PLAIN_C3] = equals(bytes, 0xC3) << 1 & follows;
	b->letters[CX_PLAIN_C4] = equals(bytes, 0xC4) << 1 & follows;
	b->letters[CX_PLAIN_C5] = equals(bytes, 0xC5) << 1 & follows;
	b->letters[CX_PLAIN_C6] = equals(bytes, 0xC6) << 1 & follows;
	b->letters[CX_PLAIN_BA] = e1 << 2 & equals(bytes, 0xBA) << 1 & follows;
	b->letters[CX_PLAIN_BB] = e1 << 2 & equals(bytes, 0xBB) << 1 & follows;
	b->signs2 = equals(bytes, 0xC2) << 1 & follows;
	b->signs3 = e2 << 2 & equals(bytes, 0x80) << 1 & follows &
		_mm512_cmpge_epi8_mask(bytes, _mm512_set1_epi8((char) 0x82));
	b->marks = equals(bytes, 0xCC) << 1 & follows;
	b->marks = _mm512_mask_test_epi8_mask(b->marks,
										  _mm512_permutexvar_epi8(bytes, _mm512_loadu_si512(cx_plain_mark)),
										  _mm512_set1_epi8(1));
}

/* Replace the bytes by their entries in the tables, where they are letters; those that have no entry are none. */
WIDE_INLINE __m512i
look_up(__m512i bytes, const char table[CX_PLAIN_LEADS][64], Block *b)
{
	__m512i		result = bytes;
	uint64_t	found;

	for (int lead = 0; lead < CX_PLAIN_LEADS; lead++)
		result = _mm512_mask_permutexvar_epi8(result, b->letters[lead], bytes, _mm512_loadu_si512(table[lead]));
	found = _mm512_test_epi8_mask(result, result);
	for (int lead = 0; lead < CX_PLAIN_LEADS; lead++)
		b->letters[lead] &= found;
	return result;
}

/* The last bytes of letters. */
WIDE_INLINE uint64_t
letter_ends(const Block *b)
{
	return b->letters[CX_PLAIN_C3] | b->letters[CX_PLAIN_C4] | b->letters[CX_PLAIN_C5] | b->letters[CX_PLAIN_C6] |
		b->letters[CX_PLAIN_BA] | b->letters[CX_PLAIN_BB];
}

/* The bytes that are in no plain character. */
WIDE_INLINE uint64_t
strangers(const Block *b, uint64_t marks)
{
	uint64_t	two = b->letters[CX_PLAIN_C3] | b->letters[CX_PLAIN_C4] | b->letters[CX_PLAIN_C5] |
	b->letters[CX_PLAIN_C6] | b->signs2 | marks;
	uint64_t	three = b->letters[CX_PLAIN_BA] | b->letters[CX_PLAIN_BB] | b->signs3;

	return b->wide & ~(two | two >> 1 | three | three >> 1 | three >> 2) & low_bits(b->whole);
}

/* The letters of ASCII of one case, which begin with "first". */
WIDE_INLINE uint64_t
ascii_from(__m512i bytes, char first)
{
	return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8(first)), _mm512_set1_epi8(26));
}

WIDE size_t
cx_plain_fold_avx512(const char *s, size_t n, bool lower, bool *after_letter, char *out, size_t *written)
{
	const __m512i small = _mm512_set1_epi8(0x20);
	const char *p = s;
	const char *end = s + n;
	char	   *o = out;
	bool		last = false;

	while (p < end && !last)
	{
		size_t		width = end - p < 64 ? (size_t) (end - p) : 64;
		__m512i		bytes = _mm512_maskz_loadu_epi8(low_bits(width), p);
		__m512i		bases;
		Block		b;
		uint64_t	ends;
		uint64_t	marks;
		uint64_t	strange;
		uint64_t	kept;
		size_t		some;

		look(bytes, width, &b);
		bases = look_up(bytes, cx_plain_base, &b);
		if (lower)
			bases = _mm512_mask_add_epi8(bases, ascii_from(bases, 'A'), bases, small);
		/* a mark stands behind a letter or another mark */
		ends = letter_ends(&b) | ascii_from(_mm512_or_si512(bytes, small), 'a');
		marks = b.marks & ((ends | b.marks) << 2 | (uint64_t) *after_letter << 1);
		strange = strangers(&b, marks);
		if (strange != 0)
		{
			b.whole = (size_t) _tzcnt_u64(strange);
			last = true;
		}
		else if (b.whole < width && width < 64)
			last = true;
		if (b.whole == 0)
			break;
		kept = (~b.wide | letter_ends(&b) | b.signs2 | b.signs2 >> 1 | b.signs3 | b.signs3 >> 1 | b.signs3 >> 2) &
			low_bits(b.whole);
		some = (size_t) _mm_popcnt_u64(kept);
		_mm512_mask_storeu_epi8(o, low_bits(some), _mm512_maskz_compress_epi8(kept, bases));
		*after_letter = ((ends | marks) >> (b.whole - 1) & 1) != 0;
		o += some;
		p += b.whole;
	}
	*written = (size_t) (o - out);
	return (size_t) (p - s);
}

WIDE size_t
cx_plain_case_avx512(const char *s, size_t n, bool upper, char *out)
{
	const __m512i one = _mm512_set1_epi8(upper ? -1 : 1);
	const __m512i far = _mm512_set1_epi8(upper ? -0x20 : 0x20);
	const char	one_case = upper ? 'u' : 'U';
	const char	far_case = upper ? 's' : 'S';
	const char *p = s;
	const char *end = s + n;
	char	   *o = out;
	bool		last = false;

	while (p < end && !last)
	{
		size_t		width = end - p < 64 ? (size_t) (end - p) : 64;
		__m512i		bytes = _mm512_maskz_loadu_epi8(low_bits(width), p);
		__m512i		cases;
		__m512i		mapped;
		Block		b;
		uint64_t	letters;
		uint64_t	strange;

		look(bytes, width, &b);
		cases = look_up(bytes, cx_plain_cases, &b);
		letters = letter_ends(&b);
		if (upper)				/* µ has its upper case elsewhere */
			b.signs2 &= ~equals(bytes, 0xB5);
		strange = strangers(&b, b.marks);
		if (strange != 0)
		{
			b.whole = (size_t) _tzcnt_u64(strange);
			last = true;
		}
		else if (b.whole < width && width < 64)
			last = true;
		if (b.whole == 0)
			break;
		mapped = _mm512_mask_add_epi8(bytes, letters & equals(cases, (unsigned char) one_case), bytes, one);
		mapped = _mm512_mask_add_epi8(mapped, (letters & equals(cases, (unsigned char) far_case)) |
									  ascii_from(bytes, upper ? 'a' : 'A'), mapped, far);
		_mm512_mask_storeu_epi8(o, low_bits(b.whole), mapped);
		o += b.whole;
		p += b.whole;
	}
	return (size_t) (p - s);
}

#endif							/* CX_HAVE_AVX512 */
