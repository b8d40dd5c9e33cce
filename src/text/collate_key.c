/*-------------------------------------------------------------------------
 *
 * collate_key.c
 *	  Keys of texts: bytes, or the first of them in one number, that compare as the texts do.
 *
 * A key is the stream of weights of a text (collate_weights.h), written down.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "collate_plain.h"

/* ---- keys --------------------------------------------------------------------------- */

/* A weight without its marks. */
static inline unsigned
bare_weight(unsigned w)
{
	if (w >= W_LETTER && w < W_OTHER)
		return cx_bare_weights[w - W_LETTER];
	if (w > W_END && w <= W_END_MANY)
		return W_END;
	return w;
}

/* The longest that is written at a time. */
#define KEY_PIECE		16

typedef struct KeyWriter
{
	CxKeySink	sink;
	void	   *ctx;
	size_t		n;
	uint8_t		chunk[CX_KEY_CHUNK + KEY_PIECE];
} KeyWriter;

/* A piece has been written. */
static inline void
key_wrote(KeyWriter *w, size_t n)
{
	w->n += n;
	if (w->n >= CX_KEY_CHUNK)
	{
		w->sink(w->ctx, w->chunk, CX_KEY_CHUNK);
		w->n -= CX_KEY_CHUNK;
		memcpy(w->chunk, w->chunk + CX_KEY_CHUNK, w->n);
	}
}

/* Write a number of the given width, the highest byte first. */
static void
key_put(KeyWriter *w, uint64_t value, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
		w->chunk[w->n + i] = (uint8_t) (value >> 8 * (bytes - 1 - i));
	key_wrote(w, bytes);
}

static void
key_put_place(KeyWriter *w, uint32_t place, uint32_t id)
{
	key_put(w, W_PLACE, 1);
	key_put(w, UINT32_MAX - place, 4);
	key_put(w, id, 3);
}

void
cx_collate_key(const char *s, size_t n, CxKeyKind kind, CxKeySink sink, void *ctx)
{
	KeyWriter	w;
	WeightStream stream;
	uint32_t	weight;

	w.sink = sink;
	w.ctx = ctx;
	w.n = 0;
	cx_stream_start(&stream, s, s + n);
	for (;;)
	{
		uint8_t    *piece = w.chunk + w.n;
		unsigned	plain = stream_plain_word(&stream, kind == CX_KEY_ORDER, piece);

		if (plain != 0)
		{
			if (kind == CX_KEY_BARE)
				for (unsigned i = 0; i < plain; i++)
					piece[i] = (uint8_t) bare_weight(piece[i]);
			key_wrote(&w, plain);
			continue;
		}
		weight = cx_stream_next(&stream);
		if (weight == WEIGHT(W_NOTHING))
			break;
		if (WEIGHT_OF(weight) == W_SYMBOL || WEIGHT_OF(weight) == W_OTHER)
			key_put(&w, weight, 4);
		else
			key_put(&w, kind == CX_KEY_BARE ? bare_weight(WEIGHT_OF(weight)) : WEIGHT_OF(weight), 1);
		if (kind != CX_KEY_ORDER)
			continue;
		if (weight == WEIGHT(W_END_MANY))
		{
			MarkReader	r;
			uint32_t	place,
						id;

			cx_marks_start(&r, &stream);
			while (cx_marks_next(&r, &place, &id))
				key_put_place(&w, place, id);
		}
		else if (weight > WEIGHT(W_END) && weight < WEIGHT(W_END_MANY) && !cx_stream_at_syllable(&stream))
			key_put_place(&w, stream.place, stream.tone);
	}
	w.sink(ctx, w.chunk, w.n);
}

/* ---- prefixes ------------------------------------------------------------------------- */

/*
 * In a prefix weights are written in codes of some bits, which are in their order
 * and the shorter the more often a weight comes: at the beginning of a word,
 * after a consonant, and after a vowel (counted in names and prose).  So some 17
 * letters go into 64 bits, which tells nearly all names apart.  Weights that share a
 * code end the prefix, for what comes behind them may not decide.
 */
enum
{
	CODE_SIGN = W_PUNCTUATION,	/* any punctuation or symbol */
	CODE_DIGIT,
	CODE_LETTER = CODE_DIGIT + 10,
	CODE_OTHER = CODE_LETTER + VL_COUNT - 1,
	CODE_JOIN,
	CODE_PLACE,
	CODE_COUNT
};

typedef struct PrefixCode
{
	uint16_t	code;
	uint16_t	bits;
} PrefixCode;

static const PrefixCode prefix_codes[3][CODE_COUNT] = {
	{
		{0x0, 2}, {0x400, 12}, {0x401, 12}, {0x402, 12}, {0x403, 12}, {0x404, 12}, {0x405, 12},
		{0x406, 12}, {0x407, 12}, {0x81, 9}, {0x208, 11}, {0x209, 11}, {0x20A, 11}, {0x20B, 11},
		{0x20C, 11}, {0x20D, 11}, {0x41C, 12}, {0x41D, 12}, {0x41E, 12}, {0x41F, 12}, {0x42, 8},
		{0x86, 9}, {0x87, 9}, {0x11, 6}, {0x9, 5}, {0xA, 5}, {0x16, 6}, {0x5C, 8}, {0xBA, 9}, {0xBB, 9},
		{0x2F, 7}, {0xC, 5}, {0x34, 7}, {0x35, 7}, {0x1B, 6}, {0xE, 5}, {0xF, 5}, {0x4, 3}, {0x28, 6},
		{0x52, 7}, {0x53, 7}, {0x15, 5}, {0x16, 5}, {0x2E, 6}, {0x2F, 6}, {0x6, 3}, {0x38, 6}, {0x39, 6},
		{0x1D, 5}, {0x3C, 6}, {0x3D, 6}, {0x3E, 6}, {0x7E, 7}, {0xFE, 8}, {0x1FE, 9}, {0x1FF, 9},
	},
	{
		{0x0, 5}, {0x1, 5}, {0x1, 4}, {0x2, 4}, {0x6, 5}, {0x7, 5}, {0x4, 4}, {0xA, 5}, {0x58, 8},
		{0x59, 8}, {0x5A, 8}, {0x5B, 8}, {0xB8, 9}, {0xB9, 9}, {0xBA, 9}, {0xBB, 9}, {0xBC, 9},
		{0xBD, 9}, {0xBE, 9}, {0xBF, 9}, {0x6, 4}, {0x1C, 6}, {0x1D, 6}, {0xF0, 9}, {0xF1, 9}, {0xF2, 9},
		{0xF3, 9}, {0x3D, 7}, {0x3E, 7}, {0x3F, 7}, {0x4, 3}, {0x5, 3}, {0xC, 4}, {0x1A0, 9}, {0x1A1, 9},
		{0xD1, 8}, {0xD2, 8}, {0xD3, 8}, {0x35, 6}, {0x6C, 7}, {0xDA, 8}, {0x1B6, 9}, {0x1B7, 9},
		{0x6E, 7}, {0xDE, 8}, {0xDF, 8}, {0xE, 4}, {0x1E, 5}, {0xF8, 8}, {0x1F2, 9}, {0x1F3, 9},
		{0x7D, 7}, {0xFC, 8}, {0xFD, 8}, {0xFE, 8}, {0xFF, 8},
	},
	{
		{0x0, 6}, {0x1, 6}, {0x1, 5}, {0x2, 5}, {0x6, 6}, {0x7, 6}, {0x4, 5}, {0xA, 6}, {0x58, 9},
		{0x59, 9}, {0x5A, 9}, {0x5B, 9}, {0xB8, 10}, {0xB9, 10}, {0xBA, 10}, {0xBB, 10}, {0xBC, 10},
		{0xBD, 10}, {0xBE, 10}, {0xBF, 10}, {0x6, 5}, {0x1C, 7}, {0x3A, 8}, {0x3B, 8}, {0x1E, 7},
		{0x3E, 8}, {0x7E, 9}, {0x7F, 9}, {0x2, 3}, {0x60, 8}, {0x61, 8}, {0x31, 7}, {0x19, 6}, {0x34, 7},
		{0x35, 7}, {0x1B, 6}, {0x7, 4}, {0x2, 2}, {0x30, 6}, {0x31, 6}, {0x19, 5}, {0x68, 7}, {0xD2, 8},
		{0x1A6, 9}, {0x1A7, 9}, {0x35, 6}, {0x36, 6}, {0xDC, 8}, {0xDD, 8}, {0xDE, 8}, {0xDF, 8},
		{0xE, 4}, {0x3C, 6}, {0x3D, 6}, {0x3E, 6}, {0x3F, 6},
	},
};

/* the vowels, by their rank in the alphabet */
static const uint64_t vowel_codes = UINT64_C(0x8C1C1187);

typedef struct Prefix
{
	uint64_t	bits;
	unsigned	left;			/* how many there is room for */
	unsigned	after;			/* which codes come next */
} Prefix;

/* False if there is no room for more. */
static inline bool
prefix_put(Prefix *prefix, unsigned code)
{
	const PrefixCode *c = &prefix_codes[prefix->after][code];

	if (c->bits >= prefix->left)
	{
		prefix->bits |= (uint64_t) c->code >> (c->bits - prefix->left);
		return false;
	}
	prefix->left -= c->bits;
	prefix->bits |= (uint64_t) c->code << prefix->left;
	prefix->after = code < CODE_LETTER ? 0 : vowel_codes >> (code - CODE_LETTER) & 1 ? 2 : 1;
	return true;
}

static inline unsigned
prefix_code(unsigned weight)
{
	return weight < W_PUNCTUATION ? weight : weight < W_DIGIT ? CODE_SIGN : weight - W_DIGIT + CODE_DIGIT;
}

uint64_t
cx_collate_prefix(const char *s, size_t n)
{
	WeightStream stream;
	Prefix		prefix = {0, 64, 0};

	cx_stream_start(&stream, s, s + n);
	for (;;)
	{
		uint8_t		weights[RING];
		unsigned	plain = stream_plain_word(&stream, true, weights);
		uint32_t	weight;
		unsigned	code;

		for (unsigned i = 0; i < plain; i++)
			if (!prefix_put(&prefix, prefix_code(weights[i])))
				return prefix.bits;
		if (plain != 0)
			continue;
		weight = cx_stream_next(&stream);
		code = prefix_code(WEIGHT_OF(weight));
		if (!prefix_put(&prefix, code) || weight == WEIGHT(W_NOTHING) || code == CODE_SIGN || code == CODE_OTHER)
			return prefix.bits;
		if (weight > WEIGHT(W_END) && weight <= WEIGHT(W_END_MANY) && (weight == WEIGHT(W_END_MANY) || !cx_stream_at_syllable(&stream)))
		{
			prefix_put(&prefix, CODE_PLACE);
			return prefix.bits;
		}
	}
}
