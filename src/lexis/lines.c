/*-------------------------------------------------------------------------
 *
 * lines.c
 *	  The lines of a page and their shapes.
 *
 * A stored article is what somebody copied from a web page: the headline and
 * the paragraphs, and between them clocks, menus, captions, share buttons and
 * links, one a line.  Which is which depends on where a line stands (zones.c),
 * but most of these betray themselves: a stamp has nothing but dates and
 * times in it, a menu is made of section names, a widget begins with one of a
 * few phrases, a signature consists of names, a paragraph ends in a stop.
 * That is decided here, in one pass over the tokens.  The phrases are those
 * of the Vietnamese press in general; a line that begins like one but goes on
 * like prose ("Chia sẻ tại Đại hội, đồng chí …") is prose, so every phrase
 * says what may follow it.
 *
 *-------------------------------------------------------------------------
 */
#include "lines.h"

#include "scan.h"

/* A line of this many words is a paragraph even without a final stop ... */
#define PROSE_WORDS		35

/* ... and with a final stop this many are enough; what is shorter may be a caption or an exclamation. */
#define SENTENCE_WORDS	6

/* Longest line of section names, of names, of a stamp (in tokens). */
#define MENU_TOKENS		60
#define NAMES_TOKENS	24
#define STAMP_TOKENS	40

/* Sections side by side: so many at least, so many bytes between them at least, so many words in each on average. */
#define MENU_COLUMNS	3
#define COLUMN_GAP		2
#define COLUMN_WORDS	3

/* A stamp with a time may hold so many words more, all with capitals: who posted it, where. */
#define STAMP_GUESTS	5

/* A name has at most so many words. */
#define NAME_WORDS		5

/* ---- phrases ---------------------------------------------------------------- */

/* What may follow a phrase on its line. */
typedef enum Follow
{
	ALONE,						/* punctuation, numbers */
	SHORT,						/* a few words without a final stop */
	LABEL,						/* a colon and anything, or as ALONE */
	FEW,						/* so few words that it is no headline */
	OPEN,						/* anything without a final stop */
	ANY							/* anything that is not too long */
} Follow;

#define SHORT_WORDS		10
#define FEW_WORDS		4
#define PHRASE_WORDS	4

typedef struct Phrase
{
	uint8_t		shape;
	uint8_t		follow;
	uint16_t	word[PHRASE_WORDS]; /* 0: no more */
} Phrase;

static const Phrase phrases[] = {
	{CX_LINE_CAPTION, ANY, {W_QUANG, W_CANHR}},
	{CX_LINE_CAPTION, ANY, {W_TOANF, W_CANHR}},
	{CX_LINE_PICTURE, ALONE, {W_CHUS, W_THICHS, W_ANHR}},
	{CX_LINE_CAPTION, LABEL, {W_CHUS, W_THICHS, W_ANHR}},
	{CX_LINE_PICTURE, ALONE, {W_ANHR, W_MINH, W_HOAJ}},
	{CX_LINE_CAPTION, LABEL, {W_ANHR, W_MINH, W_HOAJ}},
	{CX_LINE_CAPTION, LABEL, {W_ANHR}},
	{CX_LINE_CAPTION, LABEL, {W_TRONG, W_ANHR}},
	{CX_LINE_CAPTION, SHORT, {W_HINH, W_ANHR}},
	{CX_LINE_CAPTION, SHORT, {W_MOT, W_SO, W_HINH, W_ANHR}},

	{CX_LINE_WIDGET, SHORT, {W_XEM, W_VOI, W_CO_SIZE, W_CHUWX}},
	{CX_LINE_WIDGET, SHORT, {W_CO_SIZE, W_CHUWX}},
	{CX_LINE_WIDGET, LABEL, {W_CHIA, W_SER}},
	{CX_LINE_WIDGET, SHORT, {W_CHIA, W_SER, W_BAI}},
	{CX_LINE_WIDGET, LABEL, {W_LUWOWTJ, W_XEM}},
	{CX_LINE_WIDGET, LABEL, {W_SO, W_LUWOWTJ, W_XEM}},
	{CX_LINE_WIDGET, LABEL, {W_LUWOWTJ, W_TRUY, W_CAAPJ}},
	{CX_LINE_WIDGET, LABEL, {W_BINHF, W_LUAANJ}},
	{CX_LINE_WIDGET, SHORT, {W_GUWIR, W_BINHF, W_LUAANJ}},
	{CX_LINE_WIDGET, SHORT, {W_VIEETS, W_BINHF, W_LUAANJ}},
	{CX_LINE_WIDGET, LABEL, {W_YS, W_KIEENS}},
	{CX_LINE_WIDGET, SHORT, {W_YS, W_KIEENS, W_BANJ, W_DDOCJ}},
	{CX_LINE_WIDGET, SHORT, {W_YS, W_KIEENS, W_CUA, W_BANJ}},
	{CX_LINE_WIDGET, SHORT, {W_GUWIR, W_YS, W_KIEENS}},
	{CX_LINE_WIDGET, SHORT, {W_GUWIR, W_PHANR, W_HOI}},
	{CX_LINE_WIDGET, LABEL, {W_PHANR, W_HOI}},
	{CX_LINE_WIDGET, SHORT, {W_GUWIR, W_CHO, W_BANJ}},
	{CX_LINE_WIDGET, SHORT, {W_GUWIR, W_BAI}},
	{CX_LINE_WIDGET, SHORT, {W_IN, W_BAI}},
	{CX_LINE_WIDGET, SHORT, {W_IN, W_TRANG}},
	{CX_LINE_WIDGET, ALONE, {W_BANR, W_IN}},
	{CX_LINE_WIDGET, SHORT, {W_LUWU, W_BAI}},
	{CX_LINE_WIDGET, SHORT, {W_NGHE, W_DDOCJ, W_BAI}},
	{CX_LINE_WIDGET, ALONE, {W_DDOCJ, W_BAI, W_VIEETS}},
	{CX_LINE_WIDGET, SHORT, {W_VEEF, W_TRANG, W_TRUOC}},
	{CX_LINE_WIDGET, SHORT, {W_VEEF, W_DAU, W_TRANG}},
	{CX_LINE_WIDGET, SHORT, {W_LEN, W_DAU, W_TRANG}},
	{CX_LINE_WIDGET, ALONE, {W_QUAY, W_LAIJ}},
	{CX_LINE_WIDGET, ALONE, {W_TRO, W_VEEF}},
	{CX_LINE_WIDGET, ALONE, {W_TRO, W_LAIJ}},
	{CX_LINE_WIDGET, ALONE, {W_THICHS}},
	{CX_LINE_WIDGET, FEW, {W_LIEEN, W_KEETS}},
	{CX_LINE_WIDGET, LABEL, {W_TU, W_KHOA}},
	{CX_LINE_WIDGET, LABEL, {W_TU, W_KHOA, W_TIMF, W_KIEEMS}},
	{CX_LINE_WIDGET, LABEL, {W_CHU, W_DE_TOPIC, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_WIDGET, LABEL, {W_THER}},
	{CX_LINE_WIDGET, LABEL, {W_DDANHS, W_GIA}},
	{CX_LINE_WIDGET, SHORT, {W_DDANHS, W_GIA, W_BAI, W_VIEETS}},
	{CX_LINE_WIDGET, LABEL, {W_TONG, W_SO, W_DIEM}},
	{CX_LINE_WIDGET, SHORT, {W_MOWIF, W_QUY, W_DDOOCJ, W_GIAR}},
	{CX_LINE_WIDGET, SHORT, {W_MOWIF, W_BANJ, W_DDOCJ}},
	{CX_LINE_WIDGET, SHORT, {W_THEO, W_DOIX, W_CHUNGS, W_TOI_US}},
	{CX_LINE_WIDGET, OPEN, {W_BANR, W_QUYEENF, W_THUOOCJ}},
	{CX_LINE_WIDGET, OPEN, {W_GHI, W_ROX, W_NGUOONF}},
	{CX_LINE_WIDGET, LABEL, {W_TONG, W_BIEEN, W_TAP}},
	{CX_LINE_WIDGET, LABEL, {W_CHIUJ, W_TRACHS, W_NHIEM}},
	{CX_LINE_WIDGET, LABEL, {W_DDIEENJ, W_THOAIJ}},
	{CX_LINE_WIDGET, LABEL, {W_DDUWOWNGF, W_DAAY, W_NONGS}},
	{CX_LINE_WIDGET, LABEL, {W_DIA, W_CHI_POINT}},
	{CX_LINE_WIDGET, LABEL, {W_TOAF, W_SOANJ}},

	{CX_LINE_LINKS, LABEL, {W_TIN, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_LINKS, LABEL, {W_BAI, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_LINKS, LABEL, {W_TIN, W_BAI, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_LINKS, LABEL, {W_BAI, W_VIEETS, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_LINKS, LABEL, {W_CAC, W_TIN, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_LINKS, LABEL, {W_CAC, W_BAI, W_LIEEN, W_QUAN_VIEW}},
	{CX_LINE_LINKS, SHORT, {W_CUNG, W_CHUYEEN, W_MUC_ITEM}},
	{CX_LINE_LINKS, SHORT, {W_TIN, W_CUNG}},
	{CX_LINE_LINKS, SHORT, {W_BAI, W_CUNG}},
	{CX_LINE_LINKS, SHORT, {W_CAC, W_TIN, W_CUNG}},
	{CX_LINE_LINKS, SHORT, {W_CAC, W_BAI, W_CUNG}},
	{CX_LINE_LINKS, LABEL, {W_TIN, W_KHACS}},
	{CX_LINE_LINKS, LABEL, {W_CAC, W_TIN, W_KHACS}},
	{CX_LINE_LINKS, LABEL, {W_TIN, W_TUC, W_KHACS}},
	{CX_LINE_LINKS, LABEL, {W_TIN, W_BAI, W_KHACS}},
	{CX_LINE_LINKS, LABEL, {W_BAI, W_KHACS}},
	{CX_LINE_LINKS, LABEL, {W_CAC, W_BAI, W_KHACS}},
	{CX_LINE_LINKS, LABEL, {W_BAI, W_VIEETS, W_KHACS}},
	{CX_LINE_LINKS, FEW, {W_TIN, W_MOI}},
	{CX_LINE_LINKS, FEW, {W_NHUNG, W_TIN, W_MOI}},
	{CX_LINE_LINKS, FEW, {W_NHUNG, W_TIN, W_CUX}},
	{CX_LINE_LINKS, FEW, {W_CAC, W_TIN, W_MOI}},
	{CX_LINE_LINKS, SHORT, {W_CAC, W_TIN, W_DA}},
	{CX_LINE_LINKS, SHORT, {W_TIN, W_DA, W_DDUWA}},
	{CX_LINE_LINKS, SHORT, {W_TIN, W_CUX, W_HON}},
	{CX_LINE_LINKS, LABEL, {W_TIN, W_NOOIR, W_BAATJ}},
	{CX_LINE_LINKS, LABEL, {W_TIN, W_DDOCJ, W_NHIEU}},
	{CX_LINE_LINKS, LABEL, {W_DDOCJ, W_NHIEU}},
	{CX_LINE_LINKS, LABEL, {W_DDOCJ, W_NHIEU, W_NHAT}},
	{CX_LINE_LINKS, LABEL, {W_XEM, W_NHIEU}},
	{CX_LINE_LINKS, LABEL, {W_XEM, W_NHIEU, W_NHAT}},
	{CX_LINE_LINKS, ALONE, {W_XEM, W_THEEM}},
	{CX_LINE_LINKS, ALONE, {W_DDOCJ, W_THEEM}},
	{CX_LINE_LINKS, SHORT, {W_CO, W_THEER, W_BANJ, W_QUAN_VIEW}},
	{CX_LINE_SEE, SHORT, {W_XEM, W_THEEM}},
	{CX_LINE_SEE, LABEL, {W_XEM, W_THEEM}},
	{CX_LINE_SEE, LABEL, {W_DDOCJ, W_THEEM}},
	{CX_LINE_SEE, SHORT, {W_XEM, W_CHI_BRANCH, W_TIEETS}},
	{CX_LINE_SEE, SHORT, {W_XEM, W_TIEP}},
	{CX_LINE_SEE, SHORT, {W_MOWIF, W_XEM}},

	{CX_LINE_MENU, OPEN, {W_TRANG, W_CHU}},
	{CX_LINE_MENU, SHORT, {W_TAATS, W_CA_WHOLE, W_CHUYEEN, W_MUC_ITEM}},
	{CX_LINE_MENU, LABEL, {W_CHUYEEN, W_MUC_ITEM}},
	{CX_LINE_MENU, LABEL, {W_DANH, W_MUC_ITEM}},
	{CX_LINE_MENU, SHORT, {W_BANJ, W_DANG, W_O}},
	{CX_LINE_MENU, OPEN, {W_COONGR, W_THOONG, W_TIN}},
	{CX_LINE_MENU, OPEN, {W_TRANG, W_THOONG, W_TIN}},
	{CX_LINE_MENU, OPEN, {W_TRANG, W_TIN}},
	{CX_LINE_MENU, OPEN, {W_CO_BODY, W_QUAN_VIEW, W_NGOON, W_LUAANJ}},
	{CX_LINE_MENU, OPEN, {W_CO_BODY, W_QUAN_VIEW, W_CUA}},
	{CX_LINE_MENU, OPEN, {W_TIEENGS, W_NOIS, W_CUA}},
	{CX_LINE_MENU, OPEN, {W_GIAAYS, W_PHEPS}},
};

#define N_PHRASES	(sizeof(phrases) / sizeof(phrases[0]))

/* Words that widgets of foreign make consist of. */
static const char *const widget_words[] = {
	"tags", "tag", "copyright", "print", "email", "rss", "facebook", "zalo", "twitter", "share", "like", "hotline"
};

/* Section names, two syllables each: a line of nothing else is a menu or a breadcrumb ... */
static const uint16_t sections[][2] = {
	{W_CHINHS, W_TRIJ}, {W_KINH, W_TEES}, {W_VAWN, W_HOAS}, {W_XA, W_HOOIJ}, {W_THOI, W_SUWJ},
	{W_TIN, W_TUC}, {W_SUWJ, W_KIEENJ}, {W_TRANG, W_CHU}, {W_GIOWIS, W_THIEEUJ}, {W_LIEEN, W_HEEJ},
	{W_BANJ, W_DDOCJ}, {W_THEES, W_GIOWIS}, {W_TRONG, W_NUWOWCS}, {W_TRONG, W_TINH_PROVINCE},
	{W_QUOOCS, W_TEES}, {W_DIA, W_PHUONG}, {W_GIAOS, W_DUCJ}, {W_Y, W_TEES}, {W_THEER, W_THAO},
	{W_THEER, W_DUCJ}, {W_PHAPS, W_LUAATJ}, {W_QUOOCS, W_PHONGF}, {W_AN, W_NINH}, {W_DDOWIF, W_SOONGS},
	{W_DU_TRAVEL, W_LICHJ}, {W_KHOA_SCIENCE, W_HOC}, {W_CONG, W_NGHEEJ}, {W_XAAY, W_DUWNGJ},
	{W_DANG_PARTY, W_DOAN_TROOP}, {W_DOAN_TROOP, W_THEER}, {W_HOATJ, W_DDOONGJ}, {W_NGHIEEN, W_CUWUS},
	{W_TRAO, W_DDOOIR}, {W_TIEEU, W_DIEM}, {W_NOOIR, W_BAATJ}, {W_MOI, W_NHAT},
	{W_CHUYEEN, W_MUC_ITEM}, {W_CHUYEEN, W_DE_TOPIC}, {W_THUW, W_VIEENJ}, {W_VAWN, W_BANR},
	{W_THUR, W_TUCJ}, {W_HANHF, W_CHINHS}, {W_DICHJ, W_VUJ}, {W_HOIR, W_DDAPS}, {W_GOPS, W_YS},
	{W_DDAWNG, W_NHAAPJ}, {W_TIMF, W_KIEEMS}, {W_SUWCS, W_KHOER}, {W_MOOI, W_TRUWOWNGF},
	{W_NOONG, W_NGHIEP}, {W_NOONG, W_THON}, {W_TRUYEENF, W_HINH}, {W_PHATS, W_THANH}, {W_BAOS, W_IN},
	{W_TUYEEN, W_GIAOS}, {W_THOONG, W_BAOS}, {W_THOONG, W_TIN}, {W_CHINHS, W_QUYEENF}
};

/* ... together with these. */
static const uint16_t section_words[] = {
	W_TIN, W_DANG_PARTY, W_MOI, W_KHACS, W_NHAT, W_VA, W_ANHR, W_BAI, W_CONG, W_CUA
};

/* Words that stand around a date in a stamp. */
static const uint16_t stamp_words[] = {
	W_THU, W_HAI, W_BA, W_TU_UNIT, W_NAM, W_SAU, W_BAY, W_CHU, W_NHAT_SUN, W_NGAY, W_THANG, W_LUC,
	W_GIO, W_PHUT, W_CAAPJ, W_DDAWNG, W_XUAT, W_BANR, W_PHATS, W_HANHF, W_THOI, W_GIAN, W_GUWIR, W_LEN,
	W_TIN, W_BAI, W_VIEETS, W_DUOC, W_VAO, W_HOM, W_NAY, W_NGUOI, W_CO_SIZE, W_CHUWX, W_LUWOWTJ, W_XEM,
	W_IN, W_A, W_SANG, W_CHIEU, W_TOOI, W_TRUA, W_DDOCJ, W_TRANG, W_BINHF, W_LUAANJ
};

static const char *const stamp_ascii[] = {"gmt", "am", "pm", "utc", "ict", "h", "cn", "ch", "sa", "online"};

/* Beginnings of captions that show people; prose begins so too, so they count only where the final stop is missing. */
static const uint16_t people[][PHRASE_WORDS] = {
	{W_CAC, W_DAI, W_BIEEUR}, {W_DAI, W_BIEEUR}, {W_DONG, W_CHI}, {W_CAC, W_DONG, W_CHI}, {W_OONG},
	{W_BAF}, {W_DOAN_TROOP, W_CHU, W_TICHJ}, {W_DOAN_TROOP, W_DAI, W_BIEEUR},
	{W_BAN_BOARD, W_CHAAPS, W_HANHF}, {W_BAN_BOARD, W_THUWOWNGF, W_VUJ},
	{W_UY, W_BAN_BOARD, W_KIEEMR, W_TRA}, {W_LANHX, W_DDAOJ}, {W_BIS, W_THUW}, {W_PHO_DEPUTY},
	{W_CHU, W_TICHJ}, {W_TONG, W_BIS, W_THUW}, {W_THUR, W_TUWOWNGS}, {W_TAAN}, {W_TU, W_TRAIS},
	{W_DAI, W_TAS}, {W_THUWOWNGJ, W_TAS}, {W_TRUNG, W_TAS}, {W_THIEEUS, W_TUWOWNGS},
	{W_TRUNG, W_TUWOWNGS}, {W_THUWOWNGJ, W_TUWOWNGS}, {W_DAI, W_TUWOWNGS}, {W_THUWOWNGF, W_TRUWCJ},
	{W_CHU, W_NHIEM}, {W_TRUWOWNGR}, {W_GIAMS, W_DDOOCS}, {W_CAN, W_BOOJ}, {W_DDOONG, W_DDAOR}
};

/* ... and what such captions say anywhere in the line. */
static const uint16_t actions[][PHRASE_WORDS] = {
	{W_PHATS, W_BIEEUR}, {W_TAWNGJ, W_HOA}, {W_TRAO}, {W_CHUPJ, W_ANHR}, {W_BOR, W_PHIEEUS},
	{W_RA, W_MAWTS}, {W_BIEEUR, W_QUYEETS}, {W_DIEU, W_HANHF}, {W_CHU, W_TRIF}, {W_DU, W_DAI, W_HOOIJ},
	{W_DU, W_HOOIJ, W_NGHIJ}, {W_TAI, W_DAI, W_HOOIJ}, {W_TAI, W_HOOIJ, W_NGHIJ}, {W_TAI, W_BUOI},
	{W_TAI, W_LEEX}, {W_CHAOF, W_COWF}
};

/* Words of credit: what was made, by whom. */
static const uint16_t credit_words[] = {
	W_TIN, W_BAI, W_VIEETS, W_ANHR, W_THUWCJ, W_HIEENJ, W_TACS, W_GIAR, W_NGUOI, W_THEO, W_NGUOONF,
	W_BIEEN, W_TAP, W_TONG, W_HOWPJ, W_DICHJ, W_NOI, W_DUNG_CONTENT, W_VA, W_PHONGS, W_VIEEN, W_COONGJ,
	W_DDOOF, W_HOAJ
};

static const char *const credit_ascii[] = {"pv", "ctv", "btv", "clip", "video", "t", "h"};

/* Where authors work: "Minh Hà - Phòng Văn hóa huyện". */
static const uint16_t offices[][PHRASE_WORDS] = {
	{W_BAN_BOARD}, {W_PHONGF}, {W_VAWN, W_PHONGF}, {W_TRUNG, W_TAAM}, {W_DDAIF}, {W_BAOS},
	{W_TRUWOWNGF}, {W_UY, W_BAN_BOARD}, {W_SOWR}, {W_DANG_PARTY, W_UY}, {W_HUYEN, W_UY},
	{W_THANH_BECOME, W_UY}, {W_TINH_PROVINCE, W_DOAN_TROOP}, {W_HUYEN, W_DOAN_TROOP}, {W_CONG, W_AN},
	{W_HOOIJ, W_NOONG, W_DAAN}, {W_CHI_BRANCH, W_CUCJ}
};

/* First words of organisations that are named in full, small letters and all, after "Theo" and "Nguồn". */
static const uint16_t source_words[] = {W_BAOS, W_COONGR, W_DDAIF, W_TRANG, W_TAPJ, W_THOONG};

/* ---- small things ------------------------------------------------------------ */

bool
cx_token_is_ascii(const CxLexis *lex, const CxToken *t, const char *word)
{
	for (uint32_t i = t->start; i < t->end; i++, word++)
	{
		char		c = lex->text[i];

		if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != *word || c == '\0')
			return false;
	}
	return *word == '\0';
}

static bool
in_ascii(const CxLexis *lex, const CxToken *t, const char *const *set, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cx_token_is_ascii(lex, t, set[i]))
			return true;
	return false;
}

#define IN_ASCII(lex, t, set)	in_ascii(lex, t, set, sizeof(set) / sizeof((set)[0]))

/* First token of letters or digits in [tok, end), or end. */
static uint32_t
first_word(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	while (tok < end && !cx_token_is_word(&lex->toks.at[tok]))
		tok++;
	return tok;
}

static uint32_t
count_words(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	uint32_t	n = 0;

	for (; tok < end; tok++)
		n += cx_token_is_word(&lex->toks.at[tok]);
	return n;
}

/* Number of tokens of the phrase at tok, or 0. */
static uint32_t
phrase_at(const CxLexis *lex, uint32_t tok, uint32_t end, const uint16_t *word)
{
	uint32_t	n = 0;

	for (; n < PHRASE_WORDS && word[n] != 0; n++)
		if (tok + n >= end || lex->toks.at[tok + n].sym != word[n])
			return 0;
	return n;
}

static bool
any_phrase(const CxLexis *lex, uint32_t tok, uint32_t end, const uint16_t (*list)[PHRASE_WORDS], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i][0] == lex->toks.at[tok].sym && phrase_at(lex, tok, end, list[i]) > 0)
			return true;
	return false;
}

#define ANY_PHRASE(lex, tok, end, list) \
	((tok) < (end) && any_phrase(lex, tok, end, list, sizeof(list) / sizeof((list)[0])))

/* ---- shapes -------------------------------------------------------------------- */

static bool
follows(const CxLexis *lex, uint32_t tok, const CxLine *line, Follow follow)
{
	uint32_t	words = 0;

	switch (follow)
	{
		case ALONE:
		case LABEL:
			if (tok < line->end && follow == LABEL && lex->toks.at[tok].sym == CX_SYM_CHAR(':'))
				return true;
			for (; tok < line->end; tok++)
				words += cx_token_is_word(&lex->toks.at[tok]) && lex->toks.at[tok].kind != CX_TOK_NUMBER;
			return words == 0;
		case SHORT:
			return line->words <= SHORT_WORDS && !(line->flags & CX_LF_STOP);
		case FEW:
			return line->words <= FEW_WORDS && !(line->flags & CX_LF_STOP);
		case OPEN:
			return line->words <= CX_LINE_SHORT && !(line->flags & CX_LF_STOP);
		case ANY:
			break;
	}
	return line->words <= CX_LINE_SHORT;
}

/* Number of tokens of a section name at tok, or 0. */
static uint32_t
section_at(const CxLexis *lex, const CxWordFilter *openers, uint32_t tok, uint32_t end)
{
	uint16_t	sym = lex->toks.at[tok].sym;

	if (!cx_filter_passes(openers, sym))
		return 0;
	if (tok + 1 < end)
		for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
			if (sections[i][0] == sym && sections[i][1] == lex->toks.at[tok + 1].sym)
				return 2;
	return CX_ONE_OF(sym, section_words) ? 1 : 0;
}

/* Shape of a line that begins with a phrase of the tables; false if it does not. */
static bool
phrase_shape(const CxLexis *lex, const CxWordFilter *openers, uint32_t tok, CxLine *line)
{
	for (size_t i = 0; i < N_PHRASES && cx_filter_passes(openers, lex->toks.at[tok].sym); i++)
	{
		uint32_t	n = phrases[i].word[0] == lex->toks.at[tok].sym ? phrase_at(lex, tok, line->end, phrases[i].word) : 0;

		if (n > 0 && follows(lex, tok + n, line, phrases[i].follow))
		{
			line->shape = phrases[i].shape;
			return true;
		}
	}
	if (line->words <= SHORT_WORDS && !(line->flags & CX_LF_STOP) && IN_ASCII(lex, &lex->toks.at[tok], widget_words))
	{
		line->shape = CX_LINE_WIDGET;
		return true;
	}
	return false;
}

/*
 * A stamp: one full date, and else only what belongs to a stamp, or section
 * names.  "*next" is the first date that may be in the line or after it.
 */
static bool
stamp_shape(const CxLexis *lex, const CxWordFilter *openers, CxLine *line, uint32_t *next)
{
	uint32_t	d = *next;
	uint32_t	guests = 0;
	bool		time = false;
	const CxDate *date = NULL;

	while (d < lex->dates.n && lex->dates.at[d].tok < line->tok)
		d++;
	*next = d;
	if (line->end - line->tok > STAMP_TOKENS)
		return false;
	for (uint32_t t = line->tok; t < line->end; t++)
	{
		const CxToken *tok = &lex->toks.at[t];
		uint32_t	n;
		int16_t		minute;
		int8_t		second;

		if (d < lex->dates.n && t == lex->dates.at[d].tok && lex->dates.at[d].end <= line->end)
		{
			const CxDate *found = &lex->dates.at[d];

			if (date == NULL && found->grain == CX_GRAIN_DAY && found->from.day != 0 && found->from.year != 0 &&
				memcmp(&found->from, &found->to, sizeof(found->from)) == 0)
			{
				date = found;
				line->date = (int32_t) d;
				time |= found->minute >= 0;
			}
			t = found->end - 1;
			d++;
		}
		else if (tok->kind == CX_TOK_NUMBER)
			time |= cx_read_time(lex, t, &minute, &second) > 0;
		else if (!cx_token_is_word(tok) || CX_ONE_OF(tok->sym, stamp_words) || IN_ASCII(lex, tok, stamp_ascii) ||
				 (lex->text[tok->start] >= '0' && lex->text[tok->start] <= '9'))
			 /* belongs to a stamp */ ;
		else if ((n = section_at(lex, openers, t, line->end)) > 0)
			t += n - 1;
		else if (!(tok->flags & CX_TF_UPPER) || ++guests > STAMP_GUESTS)
			break;
		if (t + 1 == line->end && date != NULL && (guests == 0 || time))
			return true;
	}
	line->date = -1;
	return false;
}

/* Nothing but section names. */
static bool
is_sections(const CxLexis *lex, const CxWordFilter *openers, const CxLine *line)
{
	if (line->end - line->tok > MENU_TOKENS || line->flags & CX_LF_STOP)
		return false;
	for (uint32_t t = line->tok; t < line->end; t++)
	{
		const CxToken *tok = &lex->toks.at[t];
		uint32_t	n = section_at(lex, openers, t, line->end);

		if (n > 0)
			t += n - 1;
		else if (cx_token_is_word(tok) && !IN_ASCII(lex, tok, widget_words))
			return false;
	}
	return true;
}

/*
 * A path of sections, the name of a site: "Trang chủ » Tin trong tỉnh", "Báo
 * Hà Nam điện tử"; sections set apart by more than a space.
 */
static bool
is_menu(const CxLexis *lex, const CxLine *line)
{
	const CxToken *last = NULL; /* last word */
	uint32_t	crumbs = 0;
	uint32_t	columns = 1;

	if (line->end - line->tok > MENU_TOKENS || line->flags & CX_LF_STOP)
		return false;
	for (uint32_t t = line->tok; t < line->end; t++)
	{
		const CxToken *tok = &lex->toks.at[t];

		if (cx_token_is_word(tok))
		{
			if (last != NULL && tok->start - last->end >= COLUMN_GAP && last + 1 == tok &&
				lex->text[last->end] == ' ' && lex->text[last->end + 1] == ' ')
				columns++;
			last = tok;
		}
		else if (tok->flags & CX_TF_SPACE &&
				 (tok->sym == CX_SYM_CHAR('/') || tok->sym == CX_SYM_CHAR('>') || tok->sym == CX_SYM_CHAR('|') ||
				  (tok->sym == CX_SYM_CHAR('"') && (lex->text[tok->end - 1] == '\xBB' || lex->text[tok->end - 1] == '\xBA'))))
			crumbs += t > line->tok && t + 1 < line->end;
	}
	if (crumbs >= 2 || (crumbs == 1 && line->words <= SHORT_WORDS) || (columns >= MENU_COLUMNS && line->words <= COLUMN_WORDS * columns))
		return true;
	return line->words >= 2 && line->words <= SHORT_WORDS &&
		(cx_token_is_ascii(lex, last, "online") || (line->words <= FEW_WORDS && cx_token_is_ascii(lex, last, "vn")) ||
		 (last[-1].sym == W_DDIEENJ && last->sym == W_TUWR));
}

/* A list of key words: short, each beginning with a capital, comma after comma. */
static bool
is_tags(const CxLexis *lex, const CxLine *line)
{
	uint32_t	commas = 0;
	bool		fresh = true;

	if (line->flags & CX_LF_STOP)
		return false;
	for (uint32_t t = line->tok; t < line->end; t++)
	{
		const CxToken *tok = &lex->toks.at[t];

		if (tok->sym == CX_SYM_CHAR(','))
		{
			commas++;
			fresh = true;
		}
		else if (!cx_token_is_word(tok))
			return false;
		else if (fresh && !(tok->flags & CX_TF_UPPER))
			return false;
		else
			fresh = false;
	}
	return commas >= 3 && line->words <= 4 * (commas + 1);
}

bool
cx_line_is_names(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	uint32_t	words = 0;		/* outside of brackets */
	uint32_t	chunk = 0;		/* of the present name */
	bool		code = false;	/* a word like TTXVN */
	bool		slash = false;
	bool		initials = false;

	if (end - tok > NAMES_TOKENS)
		return false;
	for (; tok < end; tok++)
	{
		const CxToken *t = &lex->toks.at[tok];

		if (t->sym == CX_SYM_CHAR('('))
		{
			while (tok < end && lex->toks.at[tok].sym != CX_SYM_CHAR(')'))
				tok++;
			if (tok == end)
				return false;
		}
		else if (t->sym == CX_SYM_CHAR('.'))
		{
			if (tok + 1 < end && tok > 0 && lex->toks.at[tok - 1].end - lex->toks.at[tok - 1].start <= 2)
				initials = true;
		}
		else if (t->sym == CX_SYM_CHAR('-') || t->sym == CX_SYM_CHAR(',') || t->sym == CX_SYM_CHAR('/') ||
				 t->sym == CX_SYM_CHAR(';') || t->sym == CX_SYM_CHAR('&') || t->sym == W_VA)
		{
			slash |= t->sym == CX_SYM_CHAR('/');
			if (chunk >= 2 && words == chunk && ANY_PHRASE(lex, tok + 1, end, offices))
				return count_words(lex, tok, end) <= SHORT_WORDS;
			chunk = 0;
		}
		else if (t->sym == CX_SYM_CHAR('+') || t->sym == CX_SYM_CHAR('\'') || t->sym == CX_SYM_CHAR(')') ||
				 (t->sym == CX_SYM_CHAR(':') && tok > 0 && (CX_ONE_OF(t[-1].sym, credit_words) || IN_ASCII(lex, &t[-1], credit_ascii))))
			continue;
		else if (!cx_token_is_word(t) || t->kind == CX_TOK_NUMBER)
			return false;
		else if (t->flags & CX_TF_UPPER || slash || !CX_ONE_OF(t->sym, credit_words))
		{
			if ((!(t->flags & CX_TF_UPPER) && !slash) || ++chunk > NAME_WORDS)
				return false;
			words++;
			code |= t->kind == CX_TOK_WORD && t->flags & CX_TF_CAPS && t->end - t->start >= 3;
		}
	}
	return words >= 2 || (words == 1 && (code || initials));
}

bool
cx_line_is_credit(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	uint32_t	marks = 0;
	bool		colon = false;
	bool		abbreviated = false;
	bool		source = false;
	bool		photo = true;

	if (end - tok > NAMES_TOKENS)
		return false;
	for (; tok < end; tok++)
	{
		const CxToken *t = &lex->toks.at[tok];

		if (t->sym == CX_SYM_CHAR(':'))
		{
			colon = marks > 0;
			tok++;
			break;
		}
		if (!cx_token_is_word(t))
			continue;
		if (!CX_ONE_OF(t->sym, credit_words) && !IN_ASCII(lex, t, credit_ascii))
			break;
		source |= t->sym == W_THEO || t->sym == W_NGUOONF;
		photo &= t->sym == W_ANHR;
		abbreviated = t->kind == CX_TOK_WORD;
		marks++;
	}
	if (marks == 0 || photo || tok >= end)
		return false;
	tok = first_word(lex, tok, end);
	if (tok < end && source && (colon || CX_ONE_OF(lex->toks.at[tok].sym, source_words)))
		return count_words(lex, tok, end) <= SHORT_WORDS;
	if (tok < end && source && (lex->toks.at[tok].flags & CX_TF_UPPER) && count_words(lex, tok, end) == 1)
		return true;

	/*
	 * without a colon, one word may be chance: "Tin Minh Hà", but "PV Minh
	 * Hà"
	 */
	if (!colon && marks < 2 && !source && !abbreviated)
		return false;
	return cx_line_is_names(lex, tok, end) || (colon && tok + 1 == end && lex->toks.at[tok].flags & CX_TF_UPPER);
}

/* "… Ảnh: Minh Hà", "… (Ảnh Minh Hà)" at the end of a line. */
static bool
has_photo_credit(const CxLexis *lex, const CxLine *line)
{
	uint32_t	from = line->end - line->tok > NAMES_TOKENS / 2 ? line->end - NAMES_TOKENS / 2 : line->tok;

	for (uint32_t t = from; t < line->end; t++)
		if (lex->toks.at[t].sym == W_ANHR && t > line->tok && t + 1 < line->end &&
			(lex->toks.at[t + 1].sym == CX_SYM_CHAR(':') || lex->toks.at[t - 1].sym == CX_SYM_CHAR('(')))
			return true;
	return false;
}

static bool
shows_people(const CxLexis *lex, uint32_t tok, uint32_t end)
{
	/* "Đ/c" */
	if (tok + 2 < end && lex->toks.at[tok].end - lex->toks.at[tok].start <= 2 &&
		lex->toks.at[tok + 1].sym == CX_SYM_CHAR('/') && cx_token_is_ascii(lex, &lex->toks.at[tok + 2], "c"))
		return true;
	if (ANY_PHRASE(lex, tok, end, people))
		return true;
	for (; tok < end; tok++)
		if (ANY_PHRASE(lex, tok, end, actions))
			return true;
	return false;
}

/* What is left of a picture: its number, "[img]", the name of its file. */
static bool
is_picture(const CxLexis *lex, const CxLine *line, uint32_t word)
{
	uint32_t	from = lex->toks.at[line->tok].start;

	for (uint32_t t = line->tok + 1; t < line->end; t++)
		if (lex->toks.at[t].flags & CX_TF_SPACE)
			return false;
	return (line->words == 1 && (lex->toks.at[word].kind == CX_TOK_NUMBER ||
								 cx_token_is_ascii(lex, &lex->toks.at[word], "img"))) ||
		memchr(lex->text + from, '_', lex->toks.at[line->end - 1].end - from) != NULL;
}

#define FNV_PRIME	16777619u
#define FNV_BASIS	2166136261u

/* By the symbol if it says which word it is, else by the bytes. */
static void
hash_token(const CxLexis *lex, const CxToken *t, uint32_t *hash)
{
	if (t->sym != 0 && t->sym != CX_SYM_NUMBER)
		*hash = (*hash ^ t->sym) * FNV_PRIME;
	else
		for (uint32_t b = t->start; b < t->end; b++)
			*hash = (*hash ^ (unsigned char) lex->text[b]) * FNV_PRIME;
}

/* Is the full stop at tok one between two sentences of a line? */
static bool
is_inner_stop(const CxLexis *lex, uint32_t tok, const CxLine *line)
{
	const CxToken *t = &lex->toks.at[tok];

	return t->sym == CX_SYM_CHAR('.') && tok > line->tok && tok + 1 < line->end &&
		((t[-1].kind == CX_TOK_SYLLABLE && !(t[-1].flags & CX_TF_UPPER)) || t[-1].sym == CX_SYM_CHAR('/')) &&
		t[1].flags & CX_TF_SPACE && t[1].flags & CX_TF_UPPER;
}

/* Nine words of ten, and two at least, are in capitals. */
static bool
is_caps(const CxLexis *lex, const CxLine *line)
{
	uint32_t	letters = 0;
	uint32_t	caps = 0;

	for (uint32_t i = line->tok; i < line->end; i++)
	{
		const CxToken *t = &lex->toks.at[i];

		letters += t->kind <= CX_TOK_WORD;
		caps += t->kind <= CX_TOK_WORD && t->flags & CX_TF_CAPS;
		/* nearly all lines are told by their beginning */
		if ((letters - caps) * 10 > line->end - line->tok)
			return false;
	}
	return caps >= 2 && caps * 10 >= letters * 9;
}

/* Words, final stop, capitals, hash; "mark" is the first of the line's marks, or one before them. */
static void
measure(const CxLexis *lex, uint32_t mark, CxLine *line)
{
	uint32_t	hash = FNV_BASIS;
	uint32_t	t = line->end;

	for (uint32_t i = line->tok; i < line->end; i++)
		line->words += cx_token_is_word(&lex->toks.at[i]);
	for (; mark < lex->marks.n && lex->marks.at[mark] < line->end; mark++)
		if (is_inner_stop(lex, lex->marks.at[mark], line))
			line->flags |= CX_LF_INNER;
	if (is_caps(lex, line))
		line->flags |= CX_LF_CAPS;
	if (line->words <= CX_LINE_SHORT)
	{
		for (uint32_t i = line->tok; i < line->end; i++)
			hash_token(lex, &lex->toks.at[i], &hash);
		line->hash = hash != 0 ? hash : 1;
	}

	/*
	 * the last token that is no closing quote or bracket, and no mark of
	 * "./."
	 */
	while (t > line->tok + 1 && (lex->toks.at[t - 1].sym == CX_SYM_CHAR('"') || lex->toks.at[t - 1].sym == CX_SYM_CHAR(')') ||
								 lex->toks.at[t - 1].sym == CX_SYM_CHAR('\'') || lex->toks.at[t - 1].kind == CX_TOK_SYMBOL))
		t--;
	switch (lex->toks.at[t - 1].sym)
	{
		case CX_SYM_CHAR('.'):
		case CX_SYM_CHAR('~'):
			line->flags |= CX_LF_STOP;
			break;
		case CX_SYM_CHAR('!'):
			if (line->words > PROSE_WORDS)
				line->flags |= CX_LF_STOP;
			break;
		case CX_SYM_CHAR(':'):
			line->flags |= CX_LF_COLON;
			break;
		default:
			break;
	}
}

/* "CHÍ HẠNH thực hiện" */
static bool
ends_in_credit(const CxLexis *lex, const CxLine *line)
{
	return line->end - line->tok >= 3 && lex->toks.at[line->end - 1].sym == W_HIEENJ && lex->toks.at[line->end - 2].sym == W_THUWCJ &&
		cx_line_is_names(lex, line->tok, line->end);
}

static void
see(CxLexis *lex, const CxWordFilter *openers, uint32_t mark, CxLine *line, uint32_t *next_date)
{
	uint32_t	tok;
	const CxToken *first;
	const CxToken *last = &lex->toks.at[line->end - 1];

	measure(lex, mark, line);
	tok = first_word(lex, line->tok, line->end);
	if (stamp_shape(lex, openers, line, next_date))
	{
		line->shape = CX_LINE_STAMP;
		return;
	}
	if (line->words == 0 || is_picture(lex, line, tok))
	{
		line->shape = CX_LINE_PICTURE;
		return;
	}
	first = &lex->toks.at[tok];
	if ((first->kind == CX_TOK_SYLLABLE || first->kind == CX_TOK_WORD) && !(first->flags & CX_TF_UPPER))
		line->flags |= CX_LF_LOWER;
	if (cx_line_is_credit(lex, line->tok, line->end) || ends_in_credit(lex, line))
		line->shape = CX_LINE_CREDIT;
	else if (phrase_shape(lex, openers, tok, line))
		return;
	else if (is_sections(lex, openers, line))
		line->shape = CX_LINE_MENU;
	else if (cx_line_is_names(lex, line->tok, line->end))
		line->shape = CX_LINE_NAMES;
	else if (is_menu(lex, line))
		line->shape = CX_LINE_MENU;
	else if (is_tags(lex, line))
		line->shape = CX_LINE_WIDGET;
	else if (line->words <= CX_LINE_SHORT &&
			 (last->sym == CX_SYM_CHAR('|') || has_photo_credit(lex, line)))
		line->shape = CX_LINE_CAPTION;
	else if (lex->toks.at[line->tok].sym == CX_SYM_CHAR('-') || lex->toks.at[line->tok].sym == CX_SYM_CHAR('*') ||
			 lex->toks.at[line->tok].sym == CX_SYM_CHAR('+') ||
			 (tok + 1 < line->end && tok == line->tok && (first->kind == CX_TOK_NUMBER || first->end - first->start == 1) &&
			  (lex->toks.at[tok + 1].sym == CX_SYM_CHAR('.') || lex->toks.at[tok + 1].sym == CX_SYM_CHAR(')'))))
		line->shape = CX_LINE_ITEM;
	else if ((line->flags & CX_LF_STOP && line->words >= SENTENCE_WORDS) ||
			 (line->flags & CX_LF_INNER && line->words >= 2 * SENTENCE_WORDS) ||
			 (line->words >= PROSE_WORDS && !(line->flags & CX_LF_CAPS)))
		line->shape = CX_LINE_PROSE;
	if (line->shape == CX_LINE_TEXT && line->words <= CX_LINE_SHORT && shows_people(lex, tok, line->end))
		line->flags |= CX_LF_PERSON;
}

CxStatus
cx_lines(CxLexis *lex, CxLines *lines)
{
	CxWordFilter openers = {{0}};	/* first words of phrases and sections */
	uint32_t	next_date = 0;
	uint32_t	mark = 0;		/* index in marks */
	uint32_t	tok = 0;

	for (size_t i = 0; i < N_PHRASES; i++)
		cx_filter_add(&openers, phrases[i].word[0]);
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
		cx_filter_add(&openers, sections[i][0]);
	for (size_t i = 0; i < sizeof(section_words) / sizeof(section_words[0]); i++)
		cx_filter_add(&openers, section_words[i]);
	while (tok < lex->toks.n)
	{
		CxLine	   *line = cx_vec_push(lex->arena, &lines->v);
		uint32_t	first_mark = mark;

		if (line == NULL)
			return CX_ENOMEM;
		if (lines->v.n % 1024 == 0)
			CX_TRY(cx_poll(lex->arena));
		memset(line, 0, sizeof(*line));
		line->tok = tok;
		line->date = -1;
		if (lex->toks.at[tok].flags & CX_TF_BLANK)
			line->flags |= CX_LF_BLANK;
		while (mark < lex->marks.n && (lex->marks.at[mark] <= tok || !(lex->toks.at[lex->marks.at[mark]].flags & CX_TF_NEWLINE)))
			mark++;
		line->end = tok = mark < lex->marks.n ? lex->marks.at[mark] : lex->toks.n;
		see(lex, &openers, first_mark, line, &next_date);
	}
	return CX_OK;
}
