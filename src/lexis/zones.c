/*-------------------------------------------------------------------------
 *
 * zones.c
 *	  Zones of a page: which sentences are headline, lead, body, caption,
 *	  signature, link or furniture; and what the page says of itself.
 *
 * The lines with their shapes (lines.c) are read once, in three parts:
 *
 *		head	from the top to the first line of prose.  The headline is the
 *				first line there that is neither menu nor stamp nor caption,
 *				unless it is a mere kicker over another one, or the masthead
 *				of the page over one with the stamp below it.  A stamp below
 *				the headline is the article's, one above it a page clock if
 *				there is another stamp, else the article's.
 *		body	prose; headings stay body, lines about a picture are captions.
 *				A signature, a widget or a list of links ends the body if
 *				little prose comes after it, for shorter articles are quoted
 *				whole and teasers of other articles are short.
 *		tail	captions of a gallery (often repeated from the body), links with
 *				their teasers, furniture.  A stamp may stand here, too.
 *
 * A text without any line of prose is no page: all of it is body.  An article
 * whose lines were joined has no head and no tail; its agency prefix and its
 * signature are found at the ends of the text.
 *
 *-------------------------------------------------------------------------
 */
#include "lines.h"

#include "scan.h"

/* A headline has no fewer and no more words. */
#define TITLE_MIN_WORDS		4
#define TITLE_MAX_WORDS		50

/* A heading above the headline is shorter than this. */
#define KICKER_WORDS		8

/* A section in a series of them is no longer. */
#define SERIES_WORDS		4

/* The lead is the first paragraph, but no more than this of it. */
#define LEAD_SENTENCES		3

/* An agency prefix, a signature joined to the last sentence: tokens at most. */
#define DATELINE_TOKENS		8
#define GLUED_TOKENS		24

/* A stamp below the headline may follow so many lines of prose, such as a subtitle that is a sentence. */
#define STAMP_LINES			2

/* The agency prefix may stand in the lead or so many lines below. */
#define DATELINE_LINES		3

/* A signature takes so many lines at most: more names are a list. */
#define BYLINE_LINES		3

/* More words than this are no caption. */
#define CAPTION_WORDS		45

const char *const cx_zone_names[] = {
	"header", "headline", "lead", "body", "caption", "byline", "link", "footer"
};

/* How first sentences go on after an agency prefix that is not marked off: "CTO Sáng 5/8, …". */
static const uint16_t openers[] = {
	W_SANG, W_TRUA, W_CHIEU, W_TOOI, W_DEM, W_NGAY, W_HOM, W_TRONG, W_SAU_AFTER, W_VUA, W_TAI, W_TU,
	W_THEO, W_NHAM_AIM, W_NHAAN, W_THUWCJ, W_TIEP, W_MOI, W_DEN, W_CUNG, W_VOI, W_QUA, W_HUWOWNGS,
	W_DUOC, W_DE
};

/* Kickers of whole campaigns, however long. */
static const uint16_t kickers[][2] = {
	{W_TIEENS, W_TOI}, {W_CHAOF, W_MUWNGF}, {W_HUWOWNGS, W_TOI}, {W_HOC, W_TAP}, {W_KYR, W_NIEEMJ}
};

typedef struct Page
{
	CxLexis    *lex;
	CxLines		lines;
	uint8_t    *zone;			/* of every line */
	uint32_t	body;			/* first line of prose; the number of lines if
								 * there is none */
	uint32_t	title;			/* line of the headline, or the number of
								 * lines */
	uint32_t	prose;			/* words of prose on the page */
	bool		stamped;		/* a stamp below the headline was found */
} Page;

/* ---- agency prefix -------------------------------------------------------------- */

static bool
is_opener(const CxLexis *lex, uint32_t tok)
{
	return lex->toks.at[tok].flags & CX_TF_UPPER && CX_ONE_OF(lex->toks.at[tok].sym, openers);
}

/* A word like LSO, TTXVN, QK2: capitals that spell no syllable. */
static bool
is_code(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t = &lex->toks.at[tok];

	return t->kind == CX_TOK_WORD && t->flags & CX_TF_CAPS && t->end - t->start >= 3;
}

/* A site of Vietnam like baohaiphong.vn: a word in small letters, with its dots. */
static bool
is_site(const CxLexis *lex, uint32_t tok, uint32_t limit)
{
	while (tok + 2 < limit && lex->toks.at[tok].kind == CX_TOK_WORD && lex->toks.at[tok + 1].sym == CX_SYM_CHAR('.') &&
		   !(lex->toks.at[tok + 1].flags & CX_TF_SPACE) && !(lex->toks.at[tok + 2].flags & CX_TF_SPACE))
	{
		tok += 2;
		if (cx_token_is_ascii(lex, &lex->toks.at[tok], "vn"))
			return true;
	}
	return false;
}

/*
 * The agency prefix at the beginning of a line: "(TTXVN) -", "VOV.VN -",
 * "LSO-", "Điện Biên TV -", "CMO Sau …", "Hà Nội (TTXVN) -".  Gives its tokens without brackets.
 */
static bool
dateline(const CxLexis *lex, uint32_t tok, uint32_t end, uint32_t *from, uint32_t *to)
{
	uint32_t	limit = end - tok > DATELINE_TOKENS ? tok + DATELINE_TOKENS : end;
	uint32_t	t = tok;
	bool		code = false;

	if (lex->toks.at[tok].sym == CX_SYM_CHAR('('))
	{
		while (++t < limit && lex->toks.at[t].sym != CX_SYM_CHAR(')'))
			if (lex->toks.at[t].kind == CX_TOK_NUMBER)
				return false;
		*from = tok + 1;
		*to = t;
		if (t + 1 >= limit || t == tok + 1)
			return false;
		return lex->toks.at[t + 1].sym == CX_SYM_CHAR('-') || lex->toks.at[t + 1].sym == CX_SYM_CHAR(':') ||
			lex->toks.at[t + 1].flags & CX_TF_UPPER;
	}
	/* place and day before it: "Hà Nội, 5/8 (TTXVN) -" */
	for (t = tok + 1; t + 3 < limit; t++)
		if (lex->toks.at[t].sym == CX_SYM_CHAR('(') && is_code(lex, t + 1) && lex->toks.at[t + 2].sym == CX_SYM_CHAR(')') &&
			lex->toks.at[t + 3].sym == CX_SYM_CHAR('-'))
		{
			*from = t + 1;
			*to = t + 2;
			return true;
		}
	if (!cx_token_is_word(&lex->toks.at[tok]) || (!(lex->toks.at[tok].flags & CX_TF_UPPER) && !is_site(lex, tok, limit)))
		return false;
	*from = tok;
	for (t = tok; t < limit; t++)
	{
		const CxToken *at = &lex->toks.at[t];

		if (at->sym == CX_SYM_CHAR('-') || at->sym == CX_SYM_CHAR(':'))
			break;
		if (t > tok && code && is_opener(lex, t))
		{
			*to = t;
			return t == tok + 1;
		}
		if (at->sym == CX_SYM_CHAR('.') ? at->flags & CX_TF_SPACE : !cx_token_is_word(at) || at->kind == CX_TOK_NUMBER)
			return false;
		code |= is_code(lex, t) || cx_token_is_ascii(lex, at, "tv") || cx_token_is_ascii(lex, at, "vn");
	}
	*to = t;
	if (t + 1 >= limit || t == tok)
		return false;
	return is_opener(lex, t + 1) ||
		(code && lex->toks.at[t].sym == CX_SYM_CHAR('-') && lex->toks.at[t + 1].flags & CX_TF_UPPER &&
		 !(lex->toks.at[t + 1].flags & CX_TF_CAPS));
}

/* ---- head ----------------------------------------------------------------------- */

static bool
may_be_title(const CxLine *line)
{
	return (line->shape == CX_LINE_TEXT || line->shape == CX_LINE_NAMES) && !(line->flags & (CX_LF_STOP | CX_LF_COLON)) &&
		line->words >= TITLE_MIN_WORDS && line->words <= TITLE_MAX_WORDS;
}

/* Is this candidate only a kicker above that one? */
static bool
is_kicker(const CxLexis *lex, const CxLine *line, const CxLine *next)
{
	if (line->hash == next->hash || next->flags & CX_LF_PERSON || next->shape == CX_LINE_NAMES)
		return false;
	if (line->shape == CX_LINE_NAMES)
		return true;
	for (size_t i = 0; i < sizeof(kickers) / sizeof(kickers[0]); i++)
		if (line->end - line->tok >= 2 && lex->toks.at[line->tok].sym == kickers[i][0] &&
			lex->toks.at[line->tok + 1].sym == kickers[i][1])
			return true;
	return line->words <= KICKER_WORDS &&
		((line->flags & CX_LF_CAPS && !(next->flags & CX_LF_CAPS)) || (line->words <= 5 && next->words >= line->words + 3));
}

/* "Quốc hội - Cử tri - Diễn đàn": names of sections, a dash between them. */
static bool
is_series(const CxLexis *lex, const CxLine *line)
{
	uint32_t	words = 0;		/* since the last dash */
	uint32_t	dashes = 0;

	for (uint32_t t = line->tok; t < line->end && words <= SERIES_WORDS; t++)
	{
		bool		dash = lex->toks.at[t].sym == CX_SYM_CHAR('-');

		dashes += dash;
		words = dash ? 0 : words + 1;
	}
	return dashes >= 2 && words <= SERIES_WORDS;
}

/*
 * Is the line i, below the present candidate, the headline because the stamp
 * stands right under it, while the candidate is part of the masthead: parted
 * from it by a menu, a series of sections, or the shorter name of who
 * publishes?  In capitals that name may be longer, but it names no congress.
 */
static bool
is_under_masthead(const Page *page, uint32_t i)
{
	const CxLexis *lex = page->lex;
	const CxLine *lines = page->lines.v.at;
	const CxLine *old = &lines[page->title];

	if (i + 1 >= page->body || lines[i + 1].shape != CX_LINE_STAMP || old[1].shape == CX_LINE_STAMP)
		return false;
	for (const CxLine *line = old + 1; line < &lines[i]; line++)
		if (line->shape == CX_LINE_MENU)
			return true;
	if (is_series(lex, old) && !is_series(lex, &lines[i]))
		return true;
	if (old->words <= KICKER_WORDS)
		return lines[i].words > old->words;
	if (page->title > 0 || !(old->flags & CX_LF_CAPS) || lines[i].flags & CX_LF_CAPS)
		return false;
	for (uint32_t t = old->tok; t + 1 < old->end; t++)
		if (lex->toks.at[t + 1].sym == W_HOOIJ && lex->toks.at[t].sym == W_DAI)
			return false;
	return true;
}

/* Take the date of this line for the article's stamp; a time that is apart from its date is joined to it. */
static void
set_stamp(CxLexis *lex, const CxLine *line)
{
	CxDate	   *date = &lex->dates.at[line->date];

	lex->page.stamp_date = line->date;
	for (uint32_t t = line->tok; t < line->end && date->minute < 0; t++)
		if (t < date->tok || t >= date->end)
			cx_read_time(lex, t, &date->minute, &date->second);
}

static void
read_head(Page *page)
{
	CxLexis    *lex = page->lex;
	CxLine	   *lines = page->lines.v.at;
	uint32_t	n = page->lines.v.n;

	page->title = n;
	for (uint32_t i = 0; i < page->body; i++)
		if (may_be_title(&lines[i]) &&
			(page->title == n || is_kicker(lex, &lines[page->title], &lines[i]) || is_under_masthead(page, i)))
			page->title = i;
	if (page->title < n)
	{
		const CxLine *line = &lines[page->title];

		lex->page.title_tok = line->tok;
		lex->page.title_end = line->end;
		while (lex->page.title_tok < line->end && lex->toks.at[lex->page.title_tok].kind == CX_TOK_SYMBOL)
			lex->page.title_tok++;
		while (lex->page.title_end > lex->page.title_tok && lex->toks.at[lex->page.title_end - 1].kind == CX_TOK_SYMBOL)
			lex->page.title_end--;
	}
	for (uint32_t i = 0; i < page->body; i++)
	{
		bool		under = page->title < n && i > page->title;

		page->zone[i] = CX_ZONE_HEADER;
		if (i == page->title)
			page->zone[i] = CX_ZONE_HEADLINE;
		else if (lines[i].shape == CX_LINE_STAMP)
		{
			if (under && !page->stamped)
				lex->page.clock_date = lex->page.stamp_date;
			if (!page->stamped)
				set_stamp(lex, &lines[i]);
			page->stamped |= under;
		}
		else if (!under)
			continue;
		else if (lines[i].shape == CX_LINE_CAPTION || lines[i].shape == CX_LINE_PICTURE || lines[i].flags & CX_LF_PERSON ||
				 lines[i].hash == lines[page->title].hash)
			page->zone[i] = CX_ZONE_CAPTION;
		else if (lines[i].shape == CX_LINE_CREDIT || (lines[i].shape == CX_LINE_NAMES && lines[i].words <= TITLE_MIN_WORDS))
		{
			page->zone[i] = CX_ZONE_BYLINE;
			lex->page.byline_tok = lines[i].tok;
			lex->page.byline_end = lines[i].end;
		}
		else if (lines[i].shape == CX_LINE_TEXT)
			page->zone[i] = CX_ZONE_LEAD;
	}
}

/* ---- body and tail ---------------------------------------------------------------- */

/* The signature of an article whose end was joined to its last sentence: first token, or the end of the line. */
static uint32_t
glued_byline(const CxLexis *lex, const CxLine *line)
{
	uint32_t	from = line->end - line->tok > GLUED_TOKENS ? line->end - GLUED_TOKENS : line->tok + 1;

	for (uint32_t t = from; t < line->end; t++)
	{
		uint16_t	before = lex->toks.at[t - 1].sym;

		if ((before == CX_SYM_CHAR('.') || before == CX_SYM_CHAR('~') || before == CX_SYM_CHAR('"')) &&
			(lex->toks.at[t].flags & (CX_TF_UPPER | CX_TF_SPACE)) == (CX_TF_UPPER | CX_TF_SPACE) &&
			(cx_line_is_credit(lex, t, line->end) || (t + 1 < line->end && cx_line_is_names(lex, t, line->end))))
			return t;
	}
	return line->end;
}

/* Does the line, with "before" words of prose down to it, end the body? */
static bool
ends_body(const Page *page, uint32_t i, uint32_t before)
{
	const CxLine *line = &page->lines.v.at[i];
	uint32_t	after = page->prose - before;
	uint32_t	names = 0;

	switch (line->shape)
	{
		case CX_LINE_CREDIT:
			return after < before;
		case CX_LINE_NAMES:
			while (i + names < page->lines.v.n && names <= BYLINE_LINES && line[names].shape == CX_LINE_NAMES)
				names++;
			return after * 2 < before && names <= BYLINE_LINES && !(line[-1].flags & CX_LF_COLON) &&
				line[-1].shape != CX_LINE_ITEM && line[-1].shape != CX_LINE_NAMES;
		case CX_LINE_STAMP:
		case CX_LINE_WIDGET:
		case CX_LINE_LINKS:
			return after * 2 < before;
		default:
			return false;
	}
}

/* A line inside the body that is not prose. */
static uint8_t
body_zone(const Page *page, uint32_t i)
{
	const CxLine *line = &page->lines.v.at[i];
	const CxLine *last = line - 1;	/* there is a line of prose before */
	uint8_t		before = page->zone[i - 1];

	switch (line->shape)
	{
		case CX_LINE_CAPTION:
		case CX_LINE_PICTURE:
		case CX_LINE_CREDIT:
			return CX_ZONE_CAPTION;
		case CX_LINE_LINKS:
		case CX_LINE_SEE:
			return CX_ZONE_LINK;
		case CX_LINE_WIDGET:
			return CX_ZONE_FOOTER;
		case CX_LINE_TEXT:
		case CX_LINE_NAMES:
			if ((last->shape == CX_LINE_PICTURE && line->words <= CAPTION_WORDS) ||
				(last->shape == CX_LINE_CAPTION && last->flags & CX_LF_COLON))
				return CX_ZONE_CAPTION;
			if (last->shape == CX_LINE_LINKS || (before == CX_ZONE_LINK && last->shape == CX_LINE_TEXT))
				return CX_ZONE_LINK;
			if (line->flags & CX_LF_LOWER && !(line->flags & CX_LF_BLANK) && !(last->flags & CX_LF_STOP))
				return before;
			/* a heading, or a line of a list that a colon announced */
			if (!(line->flags & CX_LF_PERSON) || (line->flags | last->flags) & CX_LF_COLON || last->shape == CX_LINE_ITEM ||
				(before == CX_ZONE_BODY && last->shape == CX_LINE_TEXT && last->flags & CX_LF_PERSON))
				return CX_ZONE_BODY;
			return CX_ZONE_CAPTION;
		case CX_LINE_PROSE:
			return last->shape == CX_LINE_PICTURE && line->words <= CAPTION_WORDS ? CX_ZONE_CAPTION : CX_ZONE_BODY;
		default:
			return CX_ZONE_BODY;
	}
}

/* A line below the end of the body; "state" is the zone of the furniture above it. */
static uint8_t
tail_zone(Page *page, uint32_t i, uint8_t *state, uint32_t *signature)
{
	CxPage	   *found = &page->lex->page;
	const CxLine *line = &page->lines.v.at[i];
	uint32_t	n = page->lines.v.n;

	switch (line->shape)
	{
		case CX_LINE_CREDIT:
		case CX_LINE_NAMES:

			/*
			 * Under the last paragraph; or, of an aggregator's page, the
			 * source in the last line under stamp, section and key words.
			 */
			if (*signature > 0 ? *state == CX_ZONE_BYLINE && i - *signature < BYLINE_LINES :
				(*state == CX_ZONE_BYLINE || line->shape == CX_LINE_CREDIT || i + 1 == n))
			{
				if (*signature == 0)
				{
					*signature = i;
					found->byline_tok = line->tok;
				}
				found->byline_end = line->end;
				return CX_ZONE_BYLINE;
			}
			return *state == CX_ZONE_BYLINE ? CX_ZONE_CAPTION : *state;
		case CX_LINE_STAMP:
			if (!page->stamped && *state == CX_ZONE_BYLINE)
			{
				found->clock_date = found->stamp_date;
				set_stamp(page->lex, line);
				page->stamped = true;
			}
			return CX_ZONE_FOOTER;
		case CX_LINE_LINKS:
			return *state = CX_ZONE_LINK;
		case CX_LINE_SEE:
			return CX_ZONE_LINK;
		case CX_LINE_MENU:
		case CX_LINE_WIDGET:
			return *state = CX_ZONE_FOOTER;
		case CX_LINE_CAPTION:
		case CX_LINE_PICTURE:
			if (line->words == 0)
				return CX_ZONE_FOOTER;
			return *state == CX_ZONE_BYLINE ? CX_ZONE_CAPTION : *state;
		case CX_LINE_TEXT:
			if (*state == CX_ZONE_BYLINE && line->flags & CX_LF_PERSON && line[-1].shape != CX_LINE_TEXT)
				return CX_ZONE_CAPTION;
			return *state = *state == CX_ZONE_BYLINE ? CX_ZONE_LINK : *state;
		default:
			return *state == CX_ZONE_BYLINE ? CX_ZONE_CAPTION : *state;
	}
}

static void
read_body(Page *page)
{
	CxLexis    *lex = page->lex;
	CxLine	   *lines = page->lines.v.at;
	uint32_t	n = page->lines.v.n;
	uint32_t	before = 0;		/* words of prose so far */
	uint32_t	i = page->body;
	uint32_t	last = i;		/* last line of prose of the body */
	uint32_t	signature = 0;
	uint8_t		state = CX_ZONE_BYLINE;

	page->zone[i] = CX_ZONE_LEAD;
	before = lines[i].words;
	for (i++; i < n && !ends_body(page, i, before); i++)
	{
		page->zone[i] = body_zone(page, i);
		if (lines[i].shape == CX_LINE_STAMP && !page->stamped && page->title < n && i <= page->body + STAMP_LINES)
		{
			lex->page.clock_date = lex->page.stamp_date;
			set_stamp(lex, &lines[i]);
			page->stamped = true;
			page->zone[i] = CX_ZONE_HEADER;
		}
		if (lines[i].shape == CX_LINE_PROSE)
		{
			before += lines[i].words;
			if (page->zone[i] == CX_ZONE_BODY)
				last = i;
		}
	}
	/* no sign of an end, but a list of headlines below the last paragraph */
	if (i == n && n - last > 2)
	{
		for (i = last + 1; i < n && lines[i].shape == CX_LINE_TEXT && page->zone[i] == CX_ZONE_BODY; i++)
			 /* find a line that is none */ ;
		while (i == n && n > last + 1)
			page->zone[--n] = CX_ZONE_LINK;
		n = i;
	}
	for (; i < n; i++)
		page->zone[i] = tail_zone(page, i, &state, &signature);

	if (signature == 0)
	{
		uint32_t	t = glued_byline(lex, &lines[last]);

		if (t < lines[last].end)
		{
			lex->page.byline_tok = t;
			lex->page.byline_end = lines[last].end;
		}
	}
}

/*
 * A short line that stands twice from the lead on is the caption of a picture
 * that is shown twice, or of a gallery; so is a repeated headline.
 */
static CxStatus
find_repeated(Page *page)
{
	CxLine	   *lines = page->lines.v.at;
	uint32_t	n = page->lines.v.n;
	uint32_t	size = 16;
	uint32_t   *seen;			/* open hashing; line + 1 */

	while (size < 2 * n)
		size *= 2;
	seen = cx_arena_alloc(page->lex->arena, size * sizeof(*seen));
	if (seen == NULL)
		return CX_ENOMEM;
	for (uint32_t i = page->title < n ? page->title : page->body; i < n; i++)
	{
		uint32_t	at = lines[i].hash & (size - 1);

		if ((lines[i].shape != CX_LINE_TEXT && lines[i].shape != CX_LINE_PROSE) || lines[i].words < TITLE_MIN_WORDS ||
			lines[i].words > CAPTION_WORDS || page->zone[i] == CX_ZONE_LINK || page->zone[i] == CX_ZONE_FOOTER)
			continue;
		while (seen[at] != 0 && lines[seen[at] - 1].hash != lines[i].hash)
			at = (at + 1) & (size - 1);
		if (seen[at] == 0)
			seen[at] = i + 1;
		else
		{
			page->zone[i] = CX_ZONE_CAPTION;
			if (page->zone[seen[at] - 1] == CX_ZONE_BODY)
				page->zone[seen[at] - 1] = CX_ZONE_CAPTION;
		}
	}
	return CX_OK;
}

/* ---- all together ------------------------------------------------------------------- */

/* Give every sentence the zone of the line it begins in. */
static void
zone_sentences(Page *page)
{
	CxLexis    *lex = page->lex;
	CxLine	   *lines = page->lines.v.at;
	uint32_t	line = 0;
	uint32_t	lead = 0;

	for (uint32_t i = 0; i < lex->sentences.n; i++)
	{
		CxSentence *s = &lex->sentences.at[i];

		while (line + 1 < page->lines.v.n && lines[line].end <= s->tok)
			line++;
		s->zone = page->zone[line];
		if (s->zone == CX_ZONE_LEAD && line == page->body && ++lead > LEAD_SENTENCES)
			s->zone = CX_ZONE_BODY;
		if (s->tok >= lex->page.byline_tok && s->end <= lex->page.byline_end)
			s->zone = CX_ZONE_BYLINE;
	}
}

/* "Ảnh: Lục Minh Khải": no caption, but who took it. */
static bool
is_photo_credit(const CxLexis *lex, const CxLine *line)
{
	return line->shape == CX_LINE_CAPTION && line->tok + 2 < line->end && lex->toks.at[line->tok].sym == W_ANHR &&
		lex->toks.at[line->tok + 1].sym == CX_SYM_CHAR(':') && cx_line_is_names(lex, line->tok + 2, line->end);
}

CxStatus
cx_zones(CxLexis *lex)
{
	Page		page;
	uint32_t	n;

	memset(&page, 0, sizeof(page));
	memset(&lex->page, 0, sizeof(lex->page));
	lex->page.stamp_date = lex->page.clock_date = -1;
	page.lex = lex;
	CX_TRY(cx_lines(lex, &page.lines));
	n = page.lines.v.n;
	page.zone = cx_arena_alloc(lex->arena, n + 1);
	if (page.zone == NULL)
		return CX_ENOMEM;
	memset(page.zone, CX_ZONE_BODY, n);

	page.body = page.title = n;
	for (uint32_t i = 0; i < n; i++)
	{
		CxLine	   *line = &page.lines.v.at[i];
		uint32_t	from,
					to;

		if (lex->page.dateline_end == 0 && (line->shape == CX_LINE_PROSE || line->words > TITLE_MAX_WORDS / 2) &&
			(page.body == n || i <= page.body + DATELINE_LINES) && dateline(lex, line->tok, line->end, &from, &to))
		{
			page.body = page.body < n ? page.body : i;
			lex->page.dateline_tok = from;
			lex->page.dateline_end = to;
		}
		if (line->shape == CX_LINE_PROSE)
		{
			page.prose += line->words;
			if (page.body == n)
				page.body = i;
		}
	}
	if (page.body < n)
	{
		read_head(&page);
		read_body(&page);
		for (uint32_t i = 0; i < n; i++)
			if (page.zone[i] == CX_ZONE_CAPTION && is_photo_credit(lex, &page.lines.v.at[i]))
				page.zone[i] = CX_ZONE_BYLINE;
		CX_TRY(find_repeated(&page));
	}
	zone_sentences(&page);
	return CX_OK;
}
