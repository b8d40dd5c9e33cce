/*-------------------------------------------------------------------------
 *
 * respell.c
 *	  Syllables that a word which is none may have been meant for.
 *
 * A word is near a syllable if one slip of hand or eye lies between them:
 *
 *		what it takes							cost
 *		the keys of Telex, never composed		0	ddoongf	đồng, huyênj	huyện
 *		marks left out of all letters			1	truong	trường
 *		another onset of the same sound			1	nghành	ngành, fát	phát
 *		a letter twice							1	đạii	đại
 *		another mark or tone					1	biêt	biết
 *		letters in another order				1	đagn	đang
 *		a letter too many, or too few			2	đaik	đai, ngiệp	nghiệp
 *		a key next to the right one				2	lsng	lang
 *		another letter							3	xong	song
 *
 * Each of these is tried at each place, and what the automaton of syllables
 * (syllable.c) takes is a candidate: some thousand steps of it a word, whatever
 * the word.  Of two at the same cost the commoner one goes first; how common
 * a syllable is the caller knows.  The best few are kept.  What is two slips
 * away is not looked for: from a word of two letters nearly everything is.
 *
 * A tone stays as it was typed, unless the syllable cannot have it, or the word
 * has no marks at all; then all are tried.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "viet.h"

/* A syllable, a letter too many; typed in Telex two keys for marks and one for the tone. */
#define MAX_LETTERS		(VIET_SYLLABLE_LETTERS + 3)

enum
{
	COST_TELEX = 0, COST_MARK = 1, COST_ONSET = 1, COST_TWICE = 1, COST_ORDER = 1, COST_LENGTH = 2, COST_KEY = 2, COST_LETTER = 3
};

/* A cost counts as much as being the commonest instead of the rarest. */
#define COMMON_STEPS	16

_Static_assert(CX_RESPELL_NEAR == 2 * COMMON_STEPS, "what is nearer than a letter too few");

/* No syllable has more letters that can take a mark: đuôi. */
#define MAX_MARKED		4

/* Every tone may be tried. */
#define ANY_TONE		0x3F

typedef struct Search
{
	const uint16_t *common;		/* of each syllable */
	CxRespelling *best;
	unsigned	n;
	unsigned	max;
	unsigned	tones;			/* bits of the tones that were typed;
								 * ANY_TONE: no mark was */
} Search;

/* Steps of commonness, 0 for the commonest. */
static unsigned
rarity(unsigned common)
{
	unsigned	steps = COMMON_STEPS - 1;

	for (; common > 0 && steps > 0; common /= 2)
		steps--;
	return steps;
}

static void
keep(Search *search, uint16_t code, unsigned cost)
{
	CxRespelling r = {code, (uint16_t) (cost * COMMON_STEPS + rarity(search->common[code]))};
	unsigned	at = search->n;

	for (unsigned i = 0; i < search->n; i++)
	{
		if (search->best[i].code != code)
			continue;
		if (search->best[i].cost <= r.cost)
			return;
		memmove(&search->best[i], &search->best[i + 1], (search->n - i - 1) * sizeof(r));
		at = --search->n;
		break;
	}
	if (search->n == search->max && search->best[search->max - 1].cost <= r.cost)
		return;
	if (search->n < search->max)
		at = search->n++;
	else
		at = search->max - 1;
	for (; at > 0 && search->best[at - 1].cost > r.cost; at--)
		search->best[at] = search->best[at - 1];
	search->best[at] = r;
}

/* Letters, ended by VL_NONE, as a candidate under the tones typed, or others at the cost of a mark. */
static void
try_letters(Search *search, const uint8_t *letters, unsigned n, unsigned cost)
{
	bool		found = false;

	if (n == 0 || n > VIET_SYLLABLE_LETTERS)
		return;
	for (unsigned tone = 0; tone < 6; tone++)
	{
		uint16_t	code = search->tones >> tone & 1 ? cx_viet_syllable(letters, tone) : 0;

		if (code != 0)
		{
			found = true;
			keep(search, code, cost);
		}
	}
	if (found || search->tones == ANY_TONE)
		return;
	for (unsigned tone = CX_TONE_SAC; tone <= CX_TONE_NANG; tone++)
	{
		uint16_t	code = cx_viet_syllable(letters, tone);

		if (code != 0)
			keep(search, code, cost + COST_MARK);
	}
}

/* ---- marks ------------------------------------------------------------------------- */

static const uint8_t shapes[VL_COUNT][3] = {
	[VL_A] = {VL_A, VL_AW, VL_AA},
	[VL_E] = {VL_E, VL_EE},
	[VL_O] = {VL_O, VL_OO, VL_OW},
	[VL_U] = {VL_U, VL_UW},
	[VL_D] = {VL_D, VL_DD},
};

static unsigned
base_of(unsigned letter)
{
	switch (letter)
	{
		case VL_DD:
			return VL_D;
		case VL_AW:
		case VL_AA:
			return VL_A;
		case VL_EE:
			return VL_E;
		case VL_OO:
		case VL_OW:
			return VL_O;
		case VL_UW:
			return VL_U;
		default:
			return letter;
	}
}

/*
 * Every way to mark the letters from "at" on.  In a word without marks all
 * ways cost the same, else each letter that is marked differently costs.
 */
static void
try_marks(Search *search, uint8_t *letters, unsigned n, unsigned at, unsigned changed)
{
	uint8_t		letter;
	const uint8_t *ways;

	while (at < n && shapes[base_of(letters[at])][0] == VL_NONE)
		at++;
	if (at == n)
	{
		if (changed > 0)
			try_letters(search, letters, n, search->tones == ANY_TONE ? COST_MARK : changed * COST_MARK);
		else
			try_letters(search, letters, n, search->tones == ANY_TONE ? COST_MARK : 0);
		return;
	}
	letter = letters[at];
	ways = shapes[base_of(letter)];
	for (unsigned i = 0; i < 3 && ways[i] != VL_NONE; i++)
	{
		letters[at] = ways[i];
		try_marks(search, letters, n, at + 1, changed + (ways[i] != letter));
	}
	letters[at] = letter;
}

/* ---- Telex --------------------------------------------------------------------------- */

/* "ddoongf", "Vieejt": the letters that these keys were meant to make */
static void
try_telex(Search *search, const uint8_t *letters, unsigned n)
{
	static const uint8_t tone_keys[] = {VL_NONE, VL_F, VL_R, VL_X, VL_S, VL_J};
	uint8_t		out[MAX_LETTERS + 1];
	unsigned	m = 0;
	unsigned	tone = 0;
	unsigned	vowels = 0;
	unsigned	both = MAX_LETTERS;
	bool		composed = false;

	for (unsigned i = 0; i < n; i++)
	{
		unsigned	key = letters[i];
		unsigned	last = m > 0 ? out[m - 1] : VL_NONE;

		if (m > 0 && key == last && (key == VL_A || key == VL_E || key == VL_O || key == VL_D))
		{
			out[m - 1] = key == VL_A ? VL_AA : key == VL_E ? VL_EE : key == VL_O ? VL_OO : VL_DD;
			composed = true;
		}
		else if (key == VL_W && (last == VL_A || last == VL_O || last == VL_U))
		{
			out[m - 1] = last == VL_A ? VL_AW : last == VL_O ? VL_OW : VL_UW;
			/* one key marks both of "uo", or the second (huơ) */
			if (last == VL_O && m > 1 && out[m - 2] == VL_U)
			{
				both = m - 2;
				out[both] = VL_UW;
			}
			composed = true;
		}
		else
		{
			unsigned	t = 1;

			while (t < sizeof(tone_keys) && tone_keys[t] != key)
				t++;
			if (t < sizeof(tone_keys) && tone == 0 && vowels > 0)
			{
				tone = t;
				composed = true;
			}
			else
			{
				out[m++] = (uint8_t) key;
				vowels += VIET_IS_VOWEL(key);
			}
		}
	}
	out[m] = VL_NONE;
	if (composed && m <= VIET_SYLLABLE_LETTERS)
	{
		uint16_t	code = cx_viet_syllable(out, tone);
		unsigned	typed = search->tones;

		if (code == 0 && both < m)
		{
			out[both] = VL_U;
			code = cx_viet_syllable(out, tone);
		}
		if (code != 0)
			keep(search, code, COST_TELEX);
		/* a key for the tone, and none for the other marks */
		else if (tone != 0)
		{
			search->tones = 1u << tone;
			try_marks(search, out, m, 0, 0);
			search->tones = typed;
		}
	}
}

/* ---- letters ------------------------------------------------------------------------- */

/* Onsets of one sound, or that learners take for one; and what foreign letters are written for. */
static const uint8_t onsets[][2][4] = {
	{{VL_N, VL_G, VL_H}, {VL_N, VL_G}},
	{{VL_N, VL_G}, {VL_N, VL_G, VL_H}},
	{{VL_G, VL_H}, {VL_G}},
	{{VL_G}, {VL_G, VL_H}},
	{{VL_K}, {VL_C}},
	{{VL_C}, {VL_K}},
	{{VL_C}, {VL_Q}},
	{{VL_K}, {VL_Q}},
	{{VL_K, VL_W}, {VL_Q, VL_U}},
	{{VL_F}, {VL_P, VL_H}},
	{{VL_J}, {VL_G, VL_I}},
	{{VL_Z}, {VL_D}},
	{{VL_Z}, {VL_G, VL_I}},
	{{VL_W}, {VL_Q, VL_U}},
	{{VL_S, VL_H}, {VL_S}},
	{{VL_D, VL_H}, {VL_D}},
};

/* Keys side by side; each pair both ways. */
static const char neighbours[] =
"qwweerrttyyuuiiooppaassddffgghhjjkklzxxccvvbbnnmqawsedrftgyhujikolazsxdcfvgbhnjmkwsedrftgyhujikolp";

static bool
are_neighbours(unsigned a, unsigned b)
{
	char		x = cx_viet_base[a];
	char		y = cx_viet_base[b];

	for (unsigned i = 0; i + 1 < sizeof(neighbours) - 1; i += 2)
	{
		if ((neighbours[i] == x && neighbours[i + 1] == y) || (neighbours[i] == y && neighbours[i + 1] == x))
			return true;
	}
	return false;
}

static void
try_onsets(Search *search, const uint8_t *letters, unsigned n)
{
	for (unsigned i = 0; i < sizeof(onsets) / sizeof(onsets[0]); i++)
	{
		uint8_t		out[MAX_LETTERS + 4] = {VL_NONE};
		unsigned	old = 0;
		unsigned	new = 0;

		while (onsets[i][0][old] != VL_NONE && letters[old] == onsets[i][0][old])
			old++;
		if (onsets[i][0][old] != VL_NONE)
			continue;
		for (; onsets[i][1][new] != VL_NONE; new++)
			out[new] = onsets[i][1][new];
		memcpy(out + new, letters + old, n - old + 1);
		try_letters(search, out, n - old + new, COST_ONSET);
	}
}

/* One letter less, other, more, or two in the other order, at each place. */
static void
try_slips(Search *search, const uint8_t *letters, unsigned n)
{
	uint8_t		out[MAX_LETTERS + 2];

	for (unsigned at = 0; at <= n; at++)
	{
		if (at < n)
		{
			memcpy(out, letters, at);
			memcpy(out + at, letters + at + 1, n - at);
			try_letters(search, out, n - 1, at > 0 && letters[at] == letters[at - 1] ? COST_TWICE : COST_LENGTH);
		}
		if (at + 1 < n && letters[at] != letters[at + 1])
		{
			memcpy(out, letters, n + 1);
			out[at] = letters[at + 1];
			out[at + 1] = letters[at];
			try_letters(search, out, n, COST_ORDER);
		}
		for (unsigned letter = VL_A; letter < VL_COUNT; letter++)
		{
			if (at < n && letter != letters[at])
			{
				unsigned	cost = base_of(letter) == base_of(letters[at]) ? COST_MARK :
				are_neighbours(letter, letters[at]) ? COST_KEY : COST_LETTER;

				memcpy(out, letters, n + 1);
				out[at] = (uint8_t) letter;
				try_letters(search, out, n, cost);
			}
			memcpy(out, letters, at);
			out[at] = (uint8_t) letter;
			memcpy(out + at + 1, letters + at, n - at + 1);
			try_letters(search, out, n + 1, COST_LENGTH);
		}
	}
}

unsigned
cx_respell(const char *s, size_t n, const uint16_t *common, CxRespelling *best, unsigned max)
{
	const char *end = s + n;
	Search		search = {.common = common,.best = best,.max = max};
	uint8_t		letters[MAX_LETTERS + 1];
	unsigned	m = 0;
	unsigned	markable = 0;
	bool		marked = false;

	while (s < end)
	{
		uint32_t	c = cx_viet_next(&s, end);
		unsigned	entry = cx_viet_char(c);
		unsigned	mark = entry == 0 ? cx_viet_mark(c) : 0;

		if (entry != 0)
		{
			if (m == MAX_LETTERS)
				return 0;
			letters[m++] = VC_LETTER(entry);
			markable += shapes[base_of(VC_LETTER(entry))][0] != VL_NONE;
			if (VC_TONE(entry) != 0)
				search.tones |= 1u << VC_TONE(entry);
			marked |= VC_TONE(entry) != 0 || VC_LETTER(entry) >= VL_DD;
		}
		else if (mark == 0 || m == 0)
			return 0;
		else if (mark > CX_TONE_NANG)
		{
			letters[m - 1] = cx_viet_shape[letters[m - 1]][mark];
			if (letters[m - 1] == VL_NONE)
				return 0;
			marked = true;
		}
		else
		{
			search.tones |= 1u << mark;
			marked = true;
		}
	}
	if (m < 2)
		return 0;
	letters[m] = VL_NONE;
	if (!marked)
		search.tones = ANY_TONE;
	else if (search.tones == 0)
		search.tones = 1u << CX_TONE_NGANG;
	if (markable > MAX_MARKED + 2)	/* Telex: two more */
		return 0;
	if (search.tones == ANY_TONE || search.tones == 1u << CX_TONE_NGANG)
		try_telex(&search, letters, m);
	if (markable <= MAX_MARKED)
		try_marks(&search, letters, m, 0, 0);
	try_onsets(&search, letters, m);
	try_slips(&search, letters, m);
	return search.n;
}
