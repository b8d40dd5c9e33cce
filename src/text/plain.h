/*-------------------------------------------------------------------------
 *
 * plain.h
 *	  Folding and case mapping of plain stretches of text, many bytes at a time.
 *	  Internal to the text layer.
 *
 * Plain are ASCII, the Vietnamese letters and a few others of Latin, their
 * marks behind a letter, and punctuation of U+0080 .. U+00BF and U+2002 ..
 * U+203F.  Each function reads as much of the text as is plain and writes what
 * becomes of it, never more bytes than it has read, so that this may be the text
 * itself; it returns how many it has read, always up to the end of a character.  A character that is cut at
 * the end, or is no UTF-8, is not plain.
 *
 * plain.c has them for any machine; with AVX-512 (VBMI2) those of plain_avx512.c
 * do the same work 64 bytes at a time.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_PLAIN_H
#define CX_PLAIN_H

#include "cx_text.h"

/*
 * Drop the marks of letters, and with "lower" make them lower case.  *after_letter
 * says whether a mark at the beginning would belong to a letter, and afterwards
 * whether one behind what was read would.
 */
extern size_t cx_plain_fold(const char *s, size_t n, bool lower, bool *after_letter, char *out, size_t *written);

/* Lower or upper case; as many bytes are written as are read. */
extern size_t cx_plain_case(const char *s, size_t n, bool upper, char *out);

/* The same for any machine, and for those with AVX-512. */
extern size_t cx_plain_fold_portable(const char *s, size_t n, bool lower, bool *after_letter, char *out, size_t *written);
extern size_t cx_plain_case_portable(const char *s, size_t n, bool upper, char *out);

#if defined(__x86_64__) && defined(__GNUC__)
#define CX_HAVE_AVX512
extern bool cx_has_avx512(void);	/* does this machine have what they need? */
extern size_t cx_plain_fold_avx512(const char *s, size_t n, bool lower, bool *after_letter, char *out, size_t *written);
extern size_t cx_plain_case_avx512(const char *s, size_t n, bool upper, char *out);
#endif

/*
 * By the second byte's lower six bits: the letter without marks that such a
 * character is, 0 if it is not plain.  C3: U+00C0 .. U+00FF, C4, C5, C6 those
 * behind; BA and BB: U+1E80 .. U+1EFF, whose third byte counts.
 */
typedef enum CxPlainLead
{
	CX_PLAIN_C3, CX_PLAIN_C4, CX_PLAIN_C5, CX_PLAIN_C6, CX_PLAIN_BA, CX_PLAIN_BB, CX_PLAIN_LEADS
} CxPlainLead;

extern const char cx_plain_base[CX_PLAIN_LEADS][64];

/*
 * By the same, its case: 'U' and 'S' are upper case, 'u' and 's' lower case, with
 * 1 and 32 between the two; '=' has none, and 0 is not plain.
 */
extern const char cx_plain_cases[CX_PLAIN_LEADS][64];

/* By the lower six bits of what stands behind CC: is it a mark of Vietnamese? */
extern const char cx_plain_mark[64];

#endif							/* CX_PLAIN_H */
