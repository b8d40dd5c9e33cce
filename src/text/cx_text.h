/*-------------------------------------------------------------------------
 *
 * cx_text.h
 *	  Public header of the text layer: status codes, memory, UTF-8, the
 *	  Vietnamese syllable codec, Unicode forms, case and folding.
 *
 * Text is always (pointer, length); it is not terminated and may not hold a
 * NUL.  All lengths and offsets are bytes unless a name says "chars".
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_TEXT_H
#define CX_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- status ---------------------------------------------------------- */

typedef enum CxStatus
{
	CX_OK = 0,
	CX_ENOMEM,					/* the environment had no memory */
	CX_ECANCELED,				/* the environment asked to stop */
	CX_EENCODING,				/* bytes that are not UTF-8 */
	CX_ETOOBIG,					/* over CX_MAX_INPUT or another named limit */
	CX_ESYNTAX					/* a rule or data file does not parse */
} CxStatus;

#define CX_TRY(expr) \
	do { CxStatus try_status_ = (expr); if (try_status_ != CX_OK) return try_status_; } while (0)

/*
 * Longest text that is analysed.  Offsets are 32 bits wide and a token costs
 * up to 40 bytes all told, so this keeps an analysis within some gigabytes.
 */
#define CX_MAX_INPUT	((size_t) 256 * 1024 * 1024)

/* ---- environment and arena --------------------------------------------- */

/*
 * What the caller provides.  "alloc" and "resize" return NULL when there is no
 * memory; then what was to be resized is still there.
 */
typedef struct CxEnv
{
	void	   *(*alloc) (void *ctx, size_t size);
	void		(*release) (void *ctx, void *ptr);
	void	   *(*resize) (void *ctx, void *ptr, size_t size);	/* may be NULL */
	bool		(*interrupted) (void *ctx); /* may be NULL */
	void	   *ctx;
	bool		utf8;			/* every text is known to be UTF-8 and need
								 * not be checked for it; if one is not, it is
								 * refused or what is read from it means
								 * nothing */
} CxEnv;

/* An environment over malloc() that is never interrupted. */
extern const CxEnv cx_env_malloc;

/*
 * An arena: everything that belongs to the analysis of one text.  Small
 * requests are cut from chunks, large ones (CX_ARENA_LARGE) get a block of
 * their own, so that a growing array gives its old block back at once.
 */
typedef struct CxBlock CxBlock;
typedef struct CxArena
{
	const CxEnv *env;
	CxBlock    *blocks;			/* all blocks, newest first */
	char	   *at;				/* free part of the newest small chunk */
	char	   *end;
	size_t		total;			/* bytes held from the environment */
} CxArena;

extern void cx_arena_init(CxArena *arena, const CxEnv *env);
extern void cx_arena_free(CxArena *arena);	/* gives all back; may be reused */
extern void *cx_arena_alloc(CxArena *arena, size_t size);	/* 8-byte aligned,
															 * zeroed; NULL: no
															 * memory */

/*
 * Grow "ptr" from old_size to new_size bytes, keeping its contents; the new
 * part is not zeroed.  old_size is the very size that ptr was last given; a
 * null ptr has size 0.
 */
extern void *cx_arena_grow(CxArena *arena, void *ptr, size_t old_size, size_t new_size);

/* CX_ECANCELED if the environment wants to stop; call every few thousand steps. */
extern CxStatus cx_poll(const CxArena *arena);

/*
 * Growing arrays: declare "CX_VEC(CxToken) toks;" zeroed, then
 *		CxToken *t = cx_vec_push(arena, &toks);	NULL: no memory
 */
#define CX_VEC(T) struct { T *at; uint32_t n; uint32_t cap; }
#define cx_vec_push(arena, v) \
	((v)->n < (v)->cap || cx_vec_grow_(arena, (void **) &(v)->at, &(v)->cap, sizeof(*(v)->at)) ? \
	 &(v)->at[(v)->n++] : NULL)
extern bool cx_vec_grow_(CxArena *arena, void **at, uint32_t *cap, size_t width);

/* Make room for some more entries, to be written without cx_vec_push(); false: no memory. */
#define cx_vec_room(arena, v, entries) \
	cx_vec_room_(arena, (void **) &(v)->at, (v)->n, &(v)->cap, sizeof(*(v)->at), entries)
extern bool cx_vec_room_(CxArena *arena, void **at, uint32_t n, uint32_t *cap, size_t width, uint32_t entries);

/*
 * Give an array that is still empty room for some entries, when their number
 * can be guessed; false: no memory.  A guess of many is cut, as it may be wrong.
 */
#define cx_vec_reserve(arena, v, entries) \
	cx_vec_reserve_(arena, (void **) &(v)->at, &(v)->cap, sizeof(*(v)->at), entries)
extern bool cx_vec_reserve_(CxArena *arena, void **at, uint32_t *cap, size_t width, size_t entries);

/* A string in the arena (or constant); not terminated. */
typedef struct CxStr
{
	const char *at;				/* NULL: no value */
	uint32_t	n;
} CxStr;

/* ---- UTF-8 -------------------------------------------------------------- */

/*
 * Decode one character at *p (p < end) and advance.  Bytes that are no UTF-8
 * give U+FFFD and advance by one byte; never reads at or past end.
 */
extern uint32_t cx_utf8_next(const char **p, const char *end);
extern unsigned cx_utf8_put(uint32_t c, char out[4]);	/* bytes written */
extern bool cx_utf8_valid(const char *s, size_t n, size_t *bad_offset);
extern size_t cx_utf8_chars(const char *s, size_t n);	/* number of characters */

/* ---- syllables ----------------------------------------------------------- */

/*
 * A Vietnamese syllable is onset + rhyme + tone.  Its code is 1 ..
 * CX_SYLLABLE_MAX_CODE, computed from letters alone; letter case, NFC/NFD,
 * tone placement (also misplaced marks) and the look-alikes of đ vanish.
 * Codes are stable within a build only.
 */
typedef enum CxTone
{
	CX_TONE_NGANG, CX_TONE_HUYEN, CX_TONE_HOI, CX_TONE_NGA, CX_TONE_SAC, CX_TONE_NANG
} CxTone;

typedef enum CxToneStyle
{
	CX_TONES_OLD,				/* hòa, thủy: the press */
	CX_TONES_NEW				/* hoà, thuỷ: schoolbooks */
} CxToneStyle;

#define CX_SYLLABLE_MAX_CODE	0x9FFF
#define CX_SYLLABLE_MAX_BYTES	20	/* longest spelling: "nghiêng" with marks */

extern uint16_t cx_syllable_code(const char *s, size_t n);	/* 0: no syllable */
extern unsigned cx_syllable_spell(uint16_t code, CxToneStyle style, char out[CX_SYLLABLE_MAX_BYTES]);	/* lower-case NFC; bytes */
extern bool cx_syllable_parts(uint16_t code, unsigned *onset, unsigned *rhyme, CxTone *tone);

/* How many onsets there are; "" is one, and so is a bare "q", which no syllable has. */
extern unsigned cx_syllable_onsets(void);
extern unsigned cx_syllable_rhymes(void);
extern const char *cx_syllable_onset_name(unsigned onset);	/* NFC, terminated */
extern const char *cx_syllable_rhyme_name(unsigned rhyme);

/*
 * Syllables that a word which is none may have been meant for, best first: at most
 * "max"; their number is returned.  "common" has for each code how common the syllable
 * is, from 0.
 */
typedef struct CxRespelling
{
	uint16_t	code;
	uint16_t	cost;			/* the less, the nearer */
} CxRespelling;

#define CX_RESPELL_NEAR	32		/* below, all letters are there but for their
								 * marks, order and the like */

extern unsigned cx_respell(const char *s, size_t n, const uint16_t *common, CxRespelling *best, unsigned max);

/* A run of letters (with the combining marks among them), read in one pass. */
typedef struct CxWord
{
	uint32_t	bytes;			/* length of the run */
	uint32_t	letters;		/* characters in it without combining marks */
	uint32_t	uppers;			/* upper-case letters among them */
	bool		first_upper;
	bool		plain;			/* letters of Vietnamese in form C and nothing
								 * else, no look-alike of đ */
	uint16_t	code;			/* syllable code, or 0 */
} CxWord;

/* Read the letter run at p; false (and bytes = 0) if no letter is there. */
extern bool cx_word_read(const char *p, const char *end, CxWord *word);

/*
 * Hash of a word's look-up form: NFC, lower case, đ look-alikes joined.  The
 * same function for "HĐND", "hđnd" and its NFD; used by the lexicon for words
 * that are no syllable.
 */
extern uint32_t cx_word_hash(const char *s, size_t n);

/* ---- Unicode forms, case, fold -------------------------------------------- */

/*
 * Each writes into the arena; a result equal to the input may point to it.
 * CX_EENCODING if the input is not UTF-8, CX_ETOOBIG over CX_MAX_INPUT.  Case
 * mapping is character by character (Unicode's simple one) and knows no locale.
 */
extern CxStatus cx_nfc(CxArena *arena, const char *s, size_t n, CxStr *out);
extern CxStatus cx_nfd(CxArena *arena, const char *s, size_t n, CxStr *out);
extern bool cx_is_nfc(const char *s, size_t n);
extern CxStatus cx_lower(CxArena *arena, const char *s, size_t n, CxStr *out);
extern CxStatus cx_upper(CxArena *arena, const char *s, size_t n, CxStr *out);

/* the first letter of each word upper case, the others lower; digits are parts of words */
extern CxStatus cx_initcap(CxArena *arena, const char *s, size_t n, CxStr *out);

/* lower case, no diacritics, đ → d; other scripts are kept */
extern CxStatus cx_fold(CxArena *arena, const char *s, size_t n, CxStr *out);

/* the folded letters a to z and digits, joined by single hyphens */
extern CxStatus cx_slug(CxArena *arena, const char *s, size_t n, CxStr *out);

/* as cx_fold(), with upper case kept */
extern CxStatus cx_unaccent(CxArena *arena, const char *s, size_t n, CxStr *out);

/*
 * The same without memory, in at most n bytes, of a text that has nothing but
 * ASCII, letters of Vietnamese and common signs (src/text/plain.h) and is not longer
 * than CX_PLAIN_BYTES, as nothing can interrupt them; false of any other.  The text
 * may be mapped into itself; if it is not plain, it is partly lost then.
 */
#define CX_PLAIN_BYTES	((size_t) 4 * 1024 * 1024)
extern bool cx_lower_plain(const char *s, size_t n, char *out, uint32_t *written);
extern bool cx_upper_plain(const char *s, size_t n, char *out, uint32_t *written);
extern bool cx_fold_plain(const char *s, size_t n, char *out, uint32_t *written);
extern bool cx_unaccent_plain(const char *s, size_t n, char *out, uint32_t *written);

/*
 * Do two strings in form C fold to the same?  As cx_fold(), without memory, and
 * exact for Latin letters of the Vietnamese repertoire; other letters are
 * compared by lower case.
 */
extern bool cx_fold_equal(const char *a, size_t an, const char *b, size_t bn);

/*
 * A string as facts are reported: NFC, Ð/ð → Đ/đ, white space of any kind
 * (NBSP, newlines …) one space, zero-width characters dropped, no punctuation or space at either end
 * (a bracket or quote whose partner is inside stays; a pair around the whole goes).
 */
extern CxStatus cx_clean(CxArena *arena, const char *s, size_t n, CxStr *out);

/* ---- normalization ----------------------------------------------------------- */

typedef enum CxTones
{
	CX_TONES_KEEP,				/* no mark is moved */
	CX_TONES_REPAIR,			/* marks that stand where neither style has
								 * them, to the old one */
	CX_TONES_TO_OLD, CX_TONES_TO_NEW
} CxTones;

typedef enum CxQuoteStyle
{
	CX_QUOTES_KEEP, CX_QUOTES_STRAIGHT, CX_QUOTES_CURLY
} CxQuoteStyle;

typedef enum CxDashStyle
{
	CX_DASHES_KEEP,
	CX_DASHES_HYPHEN,			/* all as "-" */
	CX_DASHES_EN				/* those between spaces as U+2013, and all
								 * longer ones */
} CxDashStyle;

/* What is done besides form C and đ for its look-alikes in Vietnamese syllables. */
typedef struct CxNormalize
{
	CxTones		tones;
	CxQuoteStyle quotes;
	CxDashStyle dashes;
	bool		spaces;			/* runs of any space but line ends as one,
								 * nothing that cannot be seen */
	bool		entities;		/* characters for the entities of HTML */
} CxNormalize;

/* The bytes [from_start, from_end) of the text became [to_start, to_end) of the result. */
typedef struct CxEdit
{
	uint32_t	from_start,
				from_end,
				to_start,
				to_end;
} CxEdit;

/* "edits" may be null; they are in order and do not overlap, and between them nothing is changed. */
extern CxStatus cx_normalize(CxArena *arena, const char *s, size_t n, const CxNormalize *how, CxStr *out,
							 CxEdit **edits, uint32_t *nedits);

/* ---- charsets from before Unicode ------------------------------------------- */

/* Those with a table of bytes, in src/text/charsets.tsv. */
#define CX_TABLE_CHARSETS(X) \
	X(TCVN3, "tcvn3") \
	X(VNI, "vni") \
	X(VISCII, "viscii") \
	X(VPS, "vps") \
	X(WINDOWS_1258, "windows-1258") \
	X(TCVN5712_1, "tcvn5712-1") \
	X(TCVN5712_2, "tcvn5712-2") \
	X(WINDOWS_1252, "windows-1252")

#define CX_CHARSETS(X) \
	CX_TABLE_CHARSETS(X) \
	X(VIQR, "viqr") \
	X(UTF8, "utf-8")

typedef enum CxCharset
{
#define X(id, name) CX_CHARSET_##id,
	CX_CHARSETS(X)
#undef X
	CX_CHARSETS_N
} CxCharset;

extern const char *const cx_charset_names[CX_CHARSETS_N];

/*
 * Bytes of a charset to UTF-8 in form C, and back.  What the other side does not
 * have is replaced by "replacement" (UTF-8; for encoding: bytes of the charset), or,
 * if that has no value, gives CX_EENCODING and its offset in *bad: in bytes of the
 * input, for encoding in bytes of its form C.
 *
 * TCVN3 has no capitals with a tone: its fonts come in a second cut that shows
 * small letters as capitals, and which font a word was in is lost.  A word with two
 * capitals of ASCII and no small letter of ASCII is taken to be in capitals
 * throughout, and so is one with a single capital between such words.  So
 * "VIÖT NAM" is VIỆT NAM, and "Hµ Néi" is Hà Nội.
 */
extern CxStatus cx_charset_decode(CxArena *arena, CxCharset charset, const char *s, size_t n, CxStr replacement,
								  CxStr *out, size_t *bad);
extern CxStatus cx_charset_encode(CxArena *arena, CxCharset charset, const char *s, size_t n, CxStr replacement,
								  CxStr *out, size_t *bad);

/*
 * The bytes of a text that was read as Windows-1252 or ISO 8859-1 by mistake; no
 * value if it has other characters, *bad is the offset of the first.
 */
extern CxStatus cx_charset_bytes(CxArena *arena, const char *s, size_t n, CxStr *out, size_t *bad);

/*
 * The last byte of à, Ơ, Ạ and ỡ is the no-break space of those charsets, and seldom
 * comes through as such.  A common space in its place, which cannot be in UTF-8, is
 * made what it was.
 */
extern void cx_charset_mend_utf8(char *s, size_t n);

/* How well each charset explains some bytes as Vietnamese, 0 to 1; "mixed": two of them are needed. */
typedef struct CxCharsetScores
{
	float		score[CX_CHARSETS_N];
	float		mixed;
} CxCharsetScores;

extern CxStatus cx_charset_detect(CxArena *arena, const char *s, size_t n, CxCharsetScores *out);

/* ---- collation -------------------------------------------------------------- */

/*
 * The order of Vietnamese texts: by the alphabet, then by tone, syllable by
 * syllable; case, Unicode form, tone placement, the look-alikes of đ and the
 * amount of white space say nothing.  doc/vntext.md describes it, collate_weights.h
 * how it is made.  It is fixed for ever, as indexes rest on it.
 *
 * These take texts in form C, or those that cx_collate_ready() accepts: most
 * Vietnamese texts in any form.  No memory is needed.
 */
extern bool cx_collate_ready(const char *s, size_t n);
extern int	cx_collate_compare(const char *a, size_t an, const char *b, size_t bn); /* < 0, 0, > 0 */

/* Is the query the value, where a letter typed without marks may be any with them? */
extern bool cx_collate_match(const char *value, size_t value_n, const char *query, size_t query_n);

/*
 * The key of a text: bytes that compare as the texts do.  They are handed to
 * the sink in chunks of CX_KEY_CHUNK and a last shorter one, which may be empty.
 * Other kinds have no order to speak of, and no places of marks: "hash" has all else
 * that tells texts apart, and is the same for equal ones; "bare" has no marks at all.
 */
typedef enum CxKeyKind
{
	CX_KEY_ORDER, CX_KEY_HASH, CX_KEY_BARE
} CxKeyKind;

#define CX_KEY_CHUNK	256
typedef void (*CxKeySink) (void *ctx, const uint8_t *bytes, size_t n);
extern void cx_collate_key(const char *s, size_t n, CxKeyKind kind, CxKeySink sink, void *ctx);

/* The first letters as a number: if a number is less, so is its text. */
extern uint64_t cx_collate_prefix(const char *s, size_t n);

/*
 * Bounds of the texts that begin with s, when both are written as cx_canon()
 * writes: each is at least "low" and less than "high".  Other texts may lie between
 * them.  A null string is no bound.
 */
extern CxStatus cx_collate_range(CxArena *arena, const char *s, size_t n, CxStr *low, CxStr *high);

/* ---- texts that say the same, written the same ----------------------------------- */

/* Form C, with the look-alikes of đ in Vietnamese syllables replaced. */
extern CxStatus cx_nfc_viet(CxArena *arena, const char *s, size_t n, CxStr *out);

/*
 * A text as patterns are matched with it: form C, lower case, tones placed in one
 * style, đ for its look-alikes, one space for any white space, none at the ends,
 * nothing that cannot be seen.  In a pattern what a backslash is put before stays;
 * in a regular expression so do brackets, but for case.  White space at the ends
 * stays in a regular expression and in a text that is looked for in others.
 *
 * If "origin" is not null it gets, for each byte of the result, the place of its
 * character in the text, and for the end that of what is left out there; the text
 * must be in form C then.  "styled", if not null, is set to whether the other style gives
 * another result.
 */
typedef enum CxCanonKind
{
	CX_CANON_TEXT, CX_CANON_LIKE, CX_CANON_PART, CX_CANON_REGEX
} CxCanonKind;

extern CxStatus cx_canon(CxArena *arena, const char *s, size_t n, CxCanonKind kind, CxToneStyle style,
						 CxStr *out, uint32_t **origin, bool *styled);

#endif							/* CX_TEXT_H */
