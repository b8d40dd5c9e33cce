/*-------------------------------------------------------------------------
 *
 * syllable.c
 *	  The syllable codec: letters of a Vietnamese syllable <-> 16-bit code.
 *
 * A syllable is onset + rhyme + tone; a rhyme is its vowels + a coda:
 *
 *		n g h   i ê   n g   + ngã     =  nghiễng
 *		onset   vowels coda   tone
 *
 *		code = 1 + (onset * rhymes + rhyme) * 6 + tone
 *
 * There is no dictionary.  Onsets, vowel groups and rhymes are three lists
 * below.  Each onset and vowel group is written as a shorter one plus a letter,
 * so the lists are at the same time the transitions of two small automata,
 * which the preprocessor turns into tables; reading a syllable is one table
 * look-up a letter.
 *
 * Which onset goes with which rhyme is a matter of spelling: c, g, ng stand
 * before back vowels, k, gh, ngh before e, ê, i; qu takes the glide of oa, uy
 * and the like.  Rhymes have a class for this and onsets a set of classes.
 * Nothing else is ruled out: an unusual but readable syllable (a name, a
 * dialect word) is better taken for one than lost.
 *
 * "gi" takes along the i of its rhyme: gì is gi + i, giếng is gi + iêng; as gia
 * is read gi + a, gi + ia has no spelling and no code.
 *
 * Syllables that end in c, ch, p, t have only the tones sắc and nặng.
 *
 * Vowel groups and rhymes are named here as they are typed: aw ă, aa â, ee ê,
 * oo ô, ow ơ, uw ư.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "viet.h"

/* Classes of rhymes, as onsets choose among them; a vowel group gives its rhymes theirs. */
#define K_A		0x001			/* a ă â ơ: after c and qu */
#define K_O		0x002			/* o u ư: after c, not after qu */
#define K_OO	0x004			/* ô: after c, and after qu in "quốc" */
#define K_W		0x008			/* glide + vowel: oa oe uê uy; with qu the
								 * glide is in the onset */
#define K_E		0x010			/* e */
#define K_EE	0x020			/* ê */
#define K_I		0x040			/* i */
#define K_IA	0x080			/* ia iu */
#define K_IEE	0x100			/* iê after an onset */
#define K_Y		0x200			/* y: ký, mỹ */
#define K_YC	0x400			/* y + coda: quýt, quỳnh */
#define K_YEE	0x800			/* yê without onset: yêu; or quyên */
#define K_EEC	0x1000			/* ê + coda, êu */
#define K_KAN	0x2000			/* an, ông after k: the names Bắc Kạn,
								 * Hồng Kông */
#define K_STOP	0x4000			/* no class: the rhyme ends in c, ch, p, t */

#define K_BACK	(K_A | K_O | K_OO)
#define K_FRONT (K_E | K_EE | K_EEC | K_I | K_IA | K_IEE)
#define K_ALL	(K_BACK | K_W | K_FRONT | K_Y)

/* onset: id, the onset that it extends, letter, spelling, classes; q alone goes with nothing */
#define ONSETS(O) \
	O(b, none, VL_B, "b", K_ALL) \
	O(c, none, VL_C, "c", K_BACK) \
	O(ch, c, VL_H, "ch", K_ALL) \
	O(d, none, VL_D, "d", K_ALL) \
	O(dd, none, VL_DD, "đ", K_ALL) \
	O(g, none, VL_G, "g", K_BACK | K_W) \
	O(gh, g, VL_H, "gh", K_FRONT) \
	O(gi, g, VL_I, "gi", K_BACK | K_W | K_E | K_EE | K_I | K_IEE) \
	O(h, none, VL_H, "h", K_ALL) \
	O(k, none, VL_K, "k", K_FRONT | K_Y | K_KAN) \
	O(kh, k, VL_H, "kh", K_ALL) \
	O(l, none, VL_L, "l", K_ALL) \
	O(m, none, VL_M, "m", K_ALL) \
	O(n, none, VL_N, "n", K_ALL) \
	O(ng, n, VL_G, "ng", K_BACK | K_W) \
	O(ngh, ng, VL_H, "ngh", K_FRONT) \
	O(nh, n, VL_H, "nh", K_ALL) \
	O(p, none, VL_P, "p", K_ALL) \
	O(ph, p, VL_H, "ph", K_ALL) \
	O(q, none, VL_Q, "q", 0) \
	O(qu, q, VL_U, "qu", K_A | K_OO | K_E | K_EE | K_EEC | K_I | K_IA | K_Y | K_YC | K_YEE) \
	O(r, none, VL_R, "r", K_ALL) \
	O(s, none, VL_S, "s", K_ALL) \
	O(t, none, VL_T, "t", K_ALL) \
	O(th, t, VL_H, "th", K_ALL) \
	O(tr, t, VL_R, "tr", K_ALL) \
	O(v, none, VL_V, "v", K_ALL) \
	O(x, none, VL_X, "x", K_ALL)

/*
 * Vowel group: id, the group that it extends, letter, class, and which letter
 * bears the tone in the old and in the new style.  The two differ in oa, oe,
 * uy; before a coda the new style is the only one.
 */
#define VOWELS(V) \
	V(a, none, VL_A, K_A, 0, 0) \
	V(ai, a, VL_I, K_A, 0, 0) \
	V(ao, a, VL_O, K_A, 0, 0) \
	V(au, a, VL_U, K_A, 0, 0) \
	V(ay, a, VL_Y, K_A, 0, 0) \
	V(aw, none, VL_AW, K_A, 0, 0) \
	V(aa, none, VL_AA, K_A, 0, 0) \
	V(aau, aa, VL_U, K_A, 0, 0) \
	V(aay, aa, VL_Y, K_A, 0, 0) \
	V(e, none, VL_E, K_E, 0, 0) \
	V(eo, e, VL_O, K_E, 0, 0) \
	V(ee, none, VL_EE, K_EE, 0, 0) \
	V(eeu, ee, VL_U, K_EEC, 0, 0) \
	V(i, none, VL_I, K_I, 0, 0) \
	V(ia, i, VL_A, K_IA, 0, 0) \
	V(iu, i, VL_U, K_IA, 0, 0) \
	V(iee, i, VL_EE, K_IEE, 1, 1) \
	V(ieeu, iee, VL_U, K_IEE, 1, 1) \
	V(o, none, VL_O, K_O, 0, 0) \
	V(oa, o, VL_A, K_W, 0, 1) \
	V(oai, oa, VL_I, K_W, 1, 1) \
	V(oao, oa, VL_O, K_W, 1, 1) \
	V(oay, oa, VL_Y, K_W, 1, 1) \
	V(oaw, o, VL_AW, K_W, 1, 1) \
	V(oe, o, VL_E, K_W, 0, 1) \
	V(oeo, oe, VL_O, K_W, 1, 1) \
	V(oi, o, VL_I, K_O, 0, 0) \
	V(o_o, o, VL_O, K_O, 1, 1) \
	V(oo, none, VL_OO, K_OO, 0, 0) \
	V(ooi, oo, VL_I, K_OO, 0, 0) \
	V(oo_oo, oo, VL_OO, K_O, 1, 1) \
	V(ow, none, VL_OW, K_A, 0, 0) \
	V(owi, ow, VL_I, K_A, 0, 0) \
	V(u, none, VL_U, K_O, 0, 0) \
	V(ua, u, VL_A, K_O, 0, 0) \
	V(uaa, u, VL_AA, K_W, 1, 1) \
	V(uaay, uaa, VL_Y, K_W, 1, 1) \
	V(uee, u, VL_EE, K_W, 1, 1) \
	V(ueeu, uee, VL_U, K_W, 1, 1) \
	V(ui, u, VL_I, K_O, 0, 0) \
	V(uoo, u, VL_OO, K_O, 1, 1) \
	V(uooi, uoo, VL_I, K_O, 1, 1) \
	V(uow, u, VL_OW, K_W, 1, 1) \
	V(uy, u, VL_Y, K_W, 0, 1) \
	V(uya, uy, VL_A, K_W, 1, 1) \
	V(uyee, uy, VL_EE, K_W, 2, 2) \
	V(uyu, uy, VL_U, K_W, 1, 1) \
	V(uw, none, VL_UW, K_O, 0, 0) \
	V(uwa, uw, VL_A, K_O, 0, 0) \
	V(uwi, uw, VL_I, K_O, 0, 0) \
	V(uwow, uw, VL_OW, K_O, 1, 1) \
	V(uwowi, uwow, VL_I, K_O, 1, 1) \
	V(uwowu, uwow, VL_U, K_O, 1, 1) \
	V(uwu, uw, VL_U, K_O, 0, 0) \
	V(y, none, VL_Y, K_Y, 0, 0) \
	V(yee, y, VL_EE, K_YEE, 1, 1) \
	V(yeeu, yee, VL_U, K_YEE, 1, 1)

/* rhyme: vowel group, coda ("open": none), spelling */
#define RHYMES(R) \
	R(a, open, "a") R(a, c, "ac") R(a, ch, "ach") R(a, m, "am") R(a, n, "an") \
	R(a, ng, "ang") R(a, nh, "anh") R(a, p, "ap") R(a, t, "at") \
	R(ai, open, "ai") R(ao, open, "ao") R(au, open, "au") R(ay, open, "ay") \
	R(aw, c, "ăc") R(aw, m, "ăm") R(aw, n, "ăn") R(aw, ng, "ăng") R(aw, p, "ăp") R(aw, t, "ăt") \
	R(aa, c, "âc") R(aa, m, "âm") R(aa, n, "ân") R(aa, ng, "âng") R(aa, p, "âp") R(aa, t, "ât") \
	R(aau, open, "âu") R(aay, open, "ây") \
	R(e, open, "e") R(e, c, "ec") R(e, m, "em") R(e, n, "en") R(e, ng, "eng") \
	R(e, p, "ep") R(e, t, "et") R(eo, open, "eo") \
	R(ee, open, "ê") R(ee, ch, "êch") R(ee, m, "êm") R(ee, n, "ên") R(ee, nh, "ênh") \
	R(ee, p, "êp") R(ee, t, "êt") R(eeu, open, "êu") \
	R(i, open, "i") R(i, ch, "ich") R(i, m, "im") R(i, n, "in") R(i, nh, "inh") \
	R(i, p, "ip") R(i, t, "it") R(ia, open, "ia") R(iu, open, "iu") \
	R(iee, c, "iêc") R(iee, m, "iêm") R(iee, n, "iên") R(iee, ng, "iêng") \
	R(iee, p, "iêp") R(iee, t, "iêt") R(ieeu, open, "iêu") \
	R(o, open, "o") R(o, c, "oc") R(o, m, "om") R(o, n, "on") R(o, ng, "ong") \
	R(o, p, "op") R(o, t, "ot") R(oi, open, "oi") R(o_o, c, "ooc") R(o_o, ng, "oong") \
	R(oa, open, "oa") R(oa, c, "oac") R(oa, ch, "oach") R(oa, m, "oam") R(oa, n, "oan") \
	R(oa, ng, "oang") R(oa, nh, "oanh") R(oa, p, "oap") R(oa, t, "oat") \
	R(oai, open, "oai") R(oao, open, "oao") R(oay, open, "oay") \
	R(oaw, c, "oăc") R(oaw, m, "oăm") R(oaw, n, "oăn") R(oaw, ng, "oăng") R(oaw, p, "oăp") R(oaw, t, "oăt") \
	R(oe, open, "oe") R(oe, c, "oec") R(oe, m, "oem") R(oe, n, "oen") R(oe, ng, "oeng") R(oe, t, "oet") \
	R(oeo, open, "oeo") \
	R(oo, open, "ô") R(oo, c, "ôc") R(oo, m, "ôm") R(oo, n, "ôn") R(oo, ng, "ông") \
	R(oo, p, "ôp") R(oo, t, "ôt") R(ooi, open, "ôi") R(oo_oo, c, "ôôc") R(oo_oo, ng, "ôông") \
	R(ow, open, "ơ") R(ow, m, "ơm") R(ow, n, "ơn") R(ow, p, "ơp") R(ow, t, "ơt") R(owi, open, "ơi") \
	R(u, open, "u") R(u, c, "uc") R(u, m, "um") R(u, n, "un") R(u, ng, "ung") \
	R(u, p, "up") R(u, t, "ut") R(ua, open, "ua") R(ui, open, "ui") \
	R(uaa, n, "uân") R(uaa, ng, "uâng") R(uaa, t, "uât") R(uaay, open, "uây") \
	R(uee, open, "uê") R(uee, ch, "uêch") R(uee, n, "uên") R(uee, nh, "uênh") R(ueeu, open, "uêu") \
	R(uoo, c, "uôc") R(uoo, m, "uôm") R(uoo, n, "uôn") R(uoo, ng, "uông") R(uoo, t, "uôt") \
	R(uooi, open, "uôi") R(uow, open, "uơ") \
	R(uy, open, "uy") R(uy, ch, "uych") R(uy, n, "uyn") R(uy, nh, "uynh") R(uy, p, "uyp") R(uy, t, "uyt") \
	R(uya, open, "uya") R(uyee, n, "uyên") R(uyee, t, "uyêt") R(uyu, open, "uyu") \
	R(uw, open, "ư") R(uw, c, "ưc") R(uw, m, "ưm") R(uw, n, "ưn") R(uw, ng, "ưng") R(uw, t, "ưt") \
	R(uwa, open, "ưa") R(uwi, open, "ưi") R(uwu, open, "ưu") \
	R(uwow, c, "ươc") R(uwow, m, "ươm") R(uwow, n, "ươn") R(uwow, ng, "ương") R(uwow, p, "ươp") \
	R(uwow, t, "ươt") R(uwowi, open, "ươi") R(uwowu, open, "ươu") \
	R(y, open, "y") R(y, ch, "ych") R(y, n, "yn") R(y, nh, "ynh") R(y, p, "yp") R(y, t, "yt") \
	R(yee, m, "yêm") R(yee, n, "yên") R(yee, ng, "yêng") R(yee, t, "yêt") R(yeeu, open, "yêu")

enum
{
	ON_none,
#define O(id, prefix, letter, name, classes) ON_##id,
	ONSETS(O)
#undef O
	ON_COUNT
};

enum
{
	VG_none,
#define V(id, prefix, letter, klass, old_mark, new_mark) VG_##id,
	VOWELS(V)
#undef V
	VG_COUNT
};

/* Codas; 0 is an impossible one.  The stops come last. */
enum
{
	CODA_bad, CODA_open, CODA_m, CODA_n, CODA_ng, CODA_nh, CODA_c, CODA_ch, CODA_p, CODA_t, CODA_COUNT
};

enum
{
#define R(vowels, coda, name) RH_##vowels##_##coda,
	RHYMES(R)
#undef R
	RH_COUNT
};

/* onset + letter -> longer onset; rows are as long as addresses like them */
#define ROW		64
_Static_assert(VL_COUNT <= ROW, "letters overflow a row");

static const uint8_t onset_next[ON_COUNT][ROW] = {
#define O(id, prefix, letter, name, classes) [ON_##prefix][letter] = ON_##id,
	ONSETS(O)
#undef O
};

static const char onset_name[ON_COUNT][4] = {
	"",
#define O(id, prefix, letter, name, classes) name,
	ONSETS(O)
#undef O
};

static const uint16_t onset_classes[ON_COUNT] = {
	K_ALL - K_IEE + K_YEE,
#define O(id, prefix, letter, name, classes) classes,
	ONSETS(O)
#undef O
};

/* vowel group + letter -> longer vowel group */
static const uint8_t vowels_next[VG_COUNT][ROW] = {
#define V(id, prefix, letter, klass, old_mark, new_mark) [VG_##prefix][letter] = VG_##id,
	VOWELS(V)
#undef V
};

enum
{
#define V(id, prefix, letter, klass, old_mark, new_mark) VK_##id = klass,
	VOWELS(V)
#undef V
};

/* letter that bears the tone, by CxToneStyle */
static const uint8_t vowels_mark[VG_COUNT][2] = {
#define V(id, prefix, letter, klass, old_mark, new_mark) [VG_##id] = {old_mark, new_mark},
	VOWELS(V)
#undef V
};

/* vowel group + coda -> rhyme + 1 */
static const uint8_t rhyme_of[VG_COUNT][CODA_COUNT] = {
#define R(vowels, coda, name) [VG_##vowels][CODA_##coda] = RH_##vowels##_##coda + 1,
	RHYMES(R)
#undef R
};

static const uint8_t rhyme_parts[RH_COUNT][2] = {
#define R(vowels, coda, name) {VG_##vowels, CODA_##coda},
	RHYMES(R)
#undef R
};

/* A coda can move a vowel to another class. */
#define RHYME_CLASS(vowels, coda) \
	((VG_##vowels == VG_y && CODA_##coda != CODA_open ? K_YC : \
	  VG_##vowels == VG_ee && CODA_##coda != CODA_open ? K_EEC : VK_##vowels) | \
	 ((VG_##vowels == VG_a && CODA_##coda == CODA_n) || \
	  (VG_##vowels == VG_oo && CODA_##coda == CODA_ng) ? K_KAN : 0) | \
	 (CODA_##coda >= CODA_c ? K_STOP : 0))

static const uint16_t rhyme_classes[RH_COUNT] = {
#define R(vowels, coda, name) RHYME_CLASS(vowels, coda),
	RHYMES(R)
#undef R
};

static const char rhyme_name[RH_COUNT][8] = {
#define R(vowels, coda, name) name,
	RHYMES(R)
#undef R
};

_Static_assert(ON_COUNT * RH_COUNT * 6 <= CX_SYLLABLE_MAX_CODE, "syllable codes overflow");
_Static_assert(RH_COUNT < UINT8_MAX, "rhymes overflow a byte");

/* coda of one letter, and what a second letter makes of it */
static const uint8_t coda_first[VL_COUNT] = {
	[VL_NONE] = CODA_open,
	[VL_C] = CODA_c,[VL_M] = CODA_m,[VL_N] = CODA_n,[VL_P] = CODA_p,[VL_T] = CODA_t,
};

static unsigned
coda_read(const uint8_t *letters)
{
	unsigned	coda = coda_first[letters[0]];

	if (letters[0] == VL_NONE || letters[1] == VL_NONE)
		return coda;
	if (letters[2] != VL_NONE)
		return CODA_bad;
	if (coda == CODA_n && letters[1] == VL_G)
		return CODA_ng;
	if (coda == CODA_n && letters[1] == VL_H)
		return CODA_nh;
	if (coda == CODA_c && letters[1] == VL_H)
		return CODA_ch;
	return CODA_bad;
}

/* Do the three spell a syllable together? */
static inline bool
is_legal(unsigned onset, unsigned rhyme, unsigned tone)
{
	unsigned	classes = rhyme_classes[rhyme];

	return (onset_classes[onset] & classes) != 0 &&
		(!(classes & K_STOP) || tone == CX_TONE_SAC || tone == CX_TONE_NANG);
}

uint16_t
cx_viet_syllable(const uint8_t *letters, unsigned tone)
{
	unsigned	onset = ON_none;
	unsigned	vowels = VG_none;
	unsigned	coda;
	unsigned	rhyme;
	unsigned	next;

	while ((next = onset_next[onset][*letters]) != ON_none)
	{
		onset = next;
		letters++;
	}

	/* gi before a coda or iê- has the i in common with its rhyme */
	if (onset == ON_gi)
	{
		if (!VIET_IS_VOWEL(*letters) || (*letters == VL_EE && letters[1] != VL_NONE))
			letters--;
		else if (*letters == VL_I)
			return 0;
	}

	while ((next = vowels_next[vowels][*letters]) != VG_none)
	{
		vowels = next;
		letters++;
	}
	coda = coda_read(letters);
	rhyme = rhyme_of[vowels][coda];
	if (rhyme == 0 || !is_legal(onset, rhyme - 1, tone))
		return 0;
	return (uint16_t) (1 + (onset * RH_COUNT + (rhyme - 1)) * 6 + tone);
}

uint16_t
cx_syllable_code(const char *s, size_t n)
{
	CxWord		word;

	if (n > CX_SYLLABLE_MAX_BYTES || !cx_word_read(s, s + n, &word) || word.bytes != n)
		return 0;
	return word.code;
}

bool
cx_syllable_parts(uint16_t code, unsigned *onset, unsigned *rhyme, CxTone *tone)
{
	unsigned	o,
				r,
				t;

	if (code == 0 || code > ON_COUNT * RH_COUNT * 6)
		return false;
	t = (code - 1u) % 6;
	r = (code - 1u) / 6 % RH_COUNT;
	o = (code - 1u) / 6 / RH_COUNT;
	if (!is_legal(o, r, t))
		return false;
	*onset = o;
	*rhyme = r;
	*tone = (CxTone) t;
	return true;
}

unsigned
cx_syllable_spell(uint16_t code, CxToneStyle style, char out[CX_SYLLABLE_MAX_BYTES])
{
	unsigned	onset;
	unsigned	rhyme;
	CxTone		tone;
	unsigned	bytes;
	unsigned	mark;
	const char *p;
	const char *end;

	if (!cx_syllable_parts(code, &onset, &rhyme, &tone))
		return 0;

	bytes = (unsigned) strlen(onset_name[onset]);
	memcpy(out, onset_name[onset], bytes);
	p = rhyme_name[rhyme];
	end = p + strlen(p);
	if (onset == ON_gi && *p == 'i')
		bytes--;
	if (rhyme_parts[rhyme][1] != CODA_open)
		style = CX_TONES_NEW;
	mark = vowels_mark[rhyme_parts[rhyme][0]][style];
	for (unsigned i = 0; p < end; i++)
	{
		uint32_t	c = cx_utf8_next(&p, end);

		if (i == mark)
			c = cx_viet_compose[VC_LETTER(cx_viet_char(c))][0][tone];
		bytes += cx_utf8_put(c, out + bytes);
	}
	return bytes;
}

unsigned
cx_syllable_onsets(void)
{
	return ON_COUNT;
}

unsigned
cx_syllable_rhymes(void)
{
	return RH_COUNT;
}

const char *
cx_syllable_onset_name(unsigned onset)
{
	return onset_name[onset];
}

const char *
cx_syllable_rhyme_name(unsigned rhyme)
{
	return rhyme_name[rhyme];
}
