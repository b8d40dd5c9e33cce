/*-------------------------------------------------------------------------
 *
 * test_facts.c
 *	  cx_extract() and cx_explain() as functions of a library: what they do to
 *	  memory, to texts that are no articles and to the forms an article can
 *	  have, and what must hold of any facts and of how they came about.
 *
 * Which facts an article has is tested from SQL.  Run it in the top folder of
 * the repository.
 *
 *-------------------------------------------------------------------------
 */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <time.h>

#include "facts_text.h"

#define ARTICLES	"test/articles/" "*.txt"

/* A stand-in for the date of reference of an article. */
static const CxYmd ref = {2021, 6, 1};
static const CxYmd no_ref = {0, 0, 0};

typedef struct Article
{
	char	   *path;
	char	   *at;
	size_t		n;
} Article;

static Article *articles;
static size_t narticles;

static int
read_articles(void **state)
{
	glob_t		files;

	(void) state;
	assert_int_equal(glob(ARTICLES, 0, NULL, &files), 0);
	narticles = files.gl_pathc;
	articles = calloc(narticles, sizeof(Article));
	assert_non_null(articles);
	for (size_t i = 0; i < narticles; i++)
	{
		FILE	   *in = fopen(files.gl_pathv[i], "rb");
		char		buffer[1 << 16];

		assert_non_null(in);
		articles[i].path = strdup(files.gl_pathv[i]);
		articles[i].n = fread(buffer, 1, sizeof(buffer), in);
		assert_in_range(articles[i].n, 1, sizeof(buffer) - 1);
		/* exactly as long as the text, so that a sanitizer sees a read past it */
		articles[i].at = malloc(articles[i].n);
		assert_non_null(articles[i].at);
		memcpy(articles[i].at, buffer, articles[i].n);
		fclose(in);
	}
	globfree(&files);
	return 0;
}

static int
free_articles(void **state)
{
	(void) state;
	for (size_t i = 0; i < narticles; i++)
	{
		free(articles[i].path);
		free(articles[i].at);
	}
	free(articles);
	return 0;
}

/* The facts of a text as malloc()ed text, checked; explaining them changes none. */
static char *
read_facts(const char *text, size_t n, CxYmd day)
{
	const char *wrong;
	char	   *result,
			   *explained;
	CxFacts		facts;
	CxTrace		trace;
	CxArena		arena;

	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_extract(&arena, text, n, day, &facts), CX_OK);
	wrong = facts_wrong(text, n, &facts);
	result = facts_text(&arena, text, &facts);
	if (wrong != NULL)
		fail_msg("%s\nof %.300s\ngives %s", wrong, text, result);
	assert_int_equal(cx_explain(&arena, text, n, day, &facts, &trace), CX_OK);
	wrong = readings_wrong(text, n, &facts, &trace);
	explained = facts_text(&arena, text, &facts);
	if (wrong != NULL)
		fail_msg("%s\nof %.300s\ngives %s", wrong, text, result);
	assert_string_equal(explained, result);
	free(explained);
	cx_arena_free(&arena);
	return result;
}

/* ---- what must hold ------------------------------------------------------------- */

static void
test_articles(void **state)
{
	(void) state;
	for (size_t i = 0; i < narticles; i++)
	{
		char	   *once = read_facts(articles[i].at, articles[i].n, ref);
		char	   *twice = read_facts(articles[i].at, articles[i].n, ref);

		assert_string_equal(once, twice);
		free(once);
		free(twice);
		free(read_facts(articles[i].at, articles[i].n, no_ref));
	}
}

/* Any beginning and any end of an article is a text. */
static void
test_parts(void **state)
{
	(void) state;
	for (size_t i = 0; i < narticles; i++)
		for (size_t cut = 7; cut < articles[i].n; cut += 331)
		{
			while (cut < articles[i].n && ((unsigned char) articles[i].at[cut] & 0xC0) == 0x80)
				cut++;
			free(read_facts(articles[i].at, cut, ref));
			free(read_facts(articles[i].at + cut, articles[i].n - cut, no_ref));
		}
}

static void
test_small_texts(void **state)
{
	static const char *const texts[] = {
		"", " ", "\n", ".", "12", "Đại hội", "Đại hội Đảng bộ", "đồng chí", "Bí thư", "\xEF\xBB\xBF", "a\xCC\x81", "\xCC\x81",
		"Trần Đình Mạnh", "bầu", "bầu 21", "100%", "19 chỉ tiêu", "nhiệm kỳ 2020 - 2025", "lần thứ IX", "\"", "“”", "()", "đến năm",
		"Chủ đề", "Chủ đề “", "Phương châm: “”", "mục tiêu tổng quát:", "đứng thứ", "PAPI", "PAPI đứng thứ 0", "0/0 phiếu",
		"sáng 31/2", "99999999999999999999 đại biểu"
	};

	(void) state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		free(read_facts(texts[i], strlen(texts[i]), ref));
		free(read_facts(texts[i], strlen(texts[i]), no_ref));
	}
	/* no byte is read of a text that has none */
	free(read_facts(NULL, 0, ref));
}

/* ---- forms ------------------------------------------------------------------------ */

/* The article with every Đ as the letter eth that looks alike. */
static CxStr
with_eth(CxArena *arena, CxStr s)
{
	char	   *p = cx_arena_alloc(arena, s.n + 1);

	assert_non_null(p);
	for (uint32_t i = 0; i < s.n; i++)
	{
		bool		is_d = i + 1 < s.n && (unsigned char) s.at[i] == 0xC4 && ((unsigned char) s.at[i + 1] & 0xFE) == 0x90;

		p[i] = is_d ? '\xC3' : s.at[i];
		if (is_d)
		{
			i++;
			p[i] = (unsigned char) s.at[i] == 0x90 ? '\x90' : '\xB0';
		}
	}
	return (CxStr) {p, s.n};
}

/* Composed, decomposed or with eth, an article has the same facts. */
static void
test_forms(void **state)
{
	(void) state;
	for (size_t i = 0; i < narticles; i++)
	{
		CxArena		arena;
		CxStr		nfc,
					forms[3];
		char	   *expected;

		cx_arena_init(&arena, &cx_env_malloc);
		assert_int_equal(cx_nfc(&arena, articles[i].at, articles[i].n, &nfc), CX_OK);
		forms[0] = (CxStr) {articles[i].at, (uint32_t) articles[i].n};
		assert_int_equal(cx_nfd(&arena, nfc.at, nfc.n, &forms[1]), CX_OK);
		forms[2] = with_eth(&arena, nfc);
		expected = read_facts(nfc.at, nfc.n, ref);
		for (unsigned form = 0; form < 3; form++)
		{
			char	   *facts = read_facts(forms[form].at, forms[form].n, ref);

			if (strcmp(facts, expected) != 0)
				fail_msg("%s, form %u\n%s\nin NFC\n%s", articles[i].path, form, facts, expected);
			free(facts);
		}
		free(expected);
		cx_arena_free(&arena);
	}
}

/* ---- an environment that fails ------------------------------------------------------- */

typedef struct Host
{
	unsigned	allocs_left,
				polls_left;
	unsigned	held;			/* blocks not yet given back */
} Host;

static void *
host_alloc(void *ctx, size_t size)
{
	Host	   *host = ctx;

	if (host->allocs_left == 0)
		return NULL;
	host->allocs_left--;
	host->held++;
	return malloc(size);
}

static void
host_release(void *ctx, void *ptr)
{
	Host	   *host = ctx;

	host->held--;
	free(ptr);
}

static bool
host_interrupted(void *ctx)
{
	Host	   *host = ctx;

	if (host->polls_left == 0)
		return true;
	host->polls_left--;
	return false;
}

/* Explained, which asks for more than extracting alone. */
static CxStatus
extract_with(Host *host, const char *text, size_t n)
{
	const CxEnv env = {host_alloc, host_release, NULL, host_interrupted, host, false};
	CxFacts		facts;
	CxTrace		trace;
	CxStatus	status;
	CxArena		arena;

	host->held = 0;
	cx_arena_init(&arena, &env);
	status = cx_explain(&arena, text, n, ref, &facts, &trace);
	cx_arena_free(&arena);
	assert_int_equal(host->held, 0);
	return status;
}

/* Out of memory at any request is an error, and all that was held is given back. */
static void
test_out_of_memory(void **state)
{
	(void) state;
	for (size_t i = 0; i < narticles; i++)
	{
		CxStatus	status = CX_ENOMEM;
		unsigned	allowed;

		for (allowed = 0; status == CX_ENOMEM; allowed++)
		{
			Host		host = {allowed, UINT32_MAX, 0};

			assert_true(allowed < 5000);
			status = extract_with(&host, articles[i].at, articles[i].n);
		}
		assert_int_equal(status, CX_OK);
		assert_true(allowed > 5);
	}
}

/* Bytes of the text that is read as often as it asks. */
#define INTERRUPTED_BYTES	65536

/* A text of some length asks again and again whether to stop. */
static void
test_interrupted(void **state)
{
	size_t		n = 0;
	char	   *text = malloc(INTERRUPTED_BYTES);
	CxStatus	status = CX_ECANCELED;
	unsigned	allowed;

	(void) state;
	assert_non_null(text);
	for (size_t i = 0; i < narticles && n + articles[i].n <= INTERRUPTED_BYTES; i++)
	{
		memcpy(text + n, articles[i].at, articles[i].n);
		n += articles[i].n;
	}
	for (allowed = 0; status == CX_ECANCELED; allowed++)
	{
		Host		host = {UINT32_MAX, allowed, 0};

		status = extract_with(&host, text, n);
	}
	assert_int_equal(status, CX_OK);
	assert_true(allowed > 8);
	free(text);
}

/* ---- texts that are refused ------------------------------------------------------------ */

static void
test_refused(void **state)
{
	static const char *const bad[] = {
		"Đại hội \xFF", "\x80", "\xC4", "Đại h\xE1\xBB", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "Đại hội\xE1\xBBz"
	};
	CxFacts		facts;
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(cx_extract(&arena, bad[i], strlen(bad[i]), ref, &facts), CX_EENCODING);
	/* the length alone decides */
	assert_int_equal(cx_extract(&arena, bad[0], CX_MAX_INPUT + 1, ref, &facts), CX_ETOOBIG);
	assert_int_equal(cx_extract(&arena, bad[0], SIZE_MAX, ref, &facts), CX_ETOOBIG);
	cx_arena_free(&arena);
}

/* ---- long texts -------------------------------------------------------------------------- */

static double
seconds_for(const char *part, size_t bytes)
{
	size_t		m = strlen(part);
	char	   *text = malloc(bytes);
	clock_t		begin;
	CxFacts		facts;
	CxTrace		trace;
	CxArena		arena;
	size_t		n = 0;

	assert_non_null(text);
	for (; n + m <= bytes; n += m)
		memcpy(text + n, part, m);
	cx_arena_init(&arena, &cx_env_malloc);
	begin = clock();
	assert_int_equal(cx_explain(&arena, text, n, ref, &facts, &trace), CX_OK);
	assert_null(facts_wrong(text, n, &facts));
	assert_null(readings_wrong(text, n, &facts, &trace));
	cx_arena_free(&arena);
	free(text);
	return (double) (clock() - begin) / CLOCKS_PER_SEC;
}

/* The time grows with the text, and not with its square, whatever it repeats. */
static void
test_long_texts(void **state)
{
	static const char *const parts[] = {
		"Đồng chí Trần Đình Mạnh, Phó Bí thư Tỉnh ủy, phát biểu. ",
		"ông Mạnh ",
		"Bí thư Tỉnh ủy, ",
		"Đại hội Đảng bộ xã Yên Hòa lần thứ IX ",
		"Đại hội bầu 21 đồng chí vào Ban Chấp hành. ",
		"90% đảng viên hoàn thành tốt nhiệm vụ, ",
		"5 lao động và tỷ lệ ",
		"PAPI đứng thứ 3, ",
		"19 chỉ tiêu kinh tế; ",
		"có 250 đại biểu dự, ",
		"đến năm 2025 ",
		"Chủ đề “Đoàn kết” ",
		"“", "(", "bầu ", "1 ", "\n",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
	{
		double		small = seconds_for(parts[i], 50000);
		double		large = seconds_for(parts[i], 400000);

		if (large > 24 * small + 0.5)
			fail_msg("\"%s\": %.2f s for 50 kB, %.2f s for 400 kB", parts[i], small, large);
	}
}

/* ---- readings -------------------------------------------------------------------- */

/*
 * What a sentence behind that of a congress (or a text of more than one line)
 * gives, and what it must not give:
 * parts of the lines of facts_text().  Each rule stands next to what it would
 * misread.
 */
static const struct
{
	const char *text,
			   *gives,
			   *gives_not;
}			readings[] = {
	{"Hội nghị đã bầu bổ sung đồng chí Lục Minh Khải vào Ban Thường vụ Tỉnh ủy với 98,5% phiếu bầu.",
	"election | Ban Thường vụ | Tỉnh ủy Hà Giang", "indicator"},
	{"Hội nghị đã bầu bổ sung đồng chí Lục Minh Khải vào Ban Thường vụ Tỉnh ủy với 98,5% phiếu bầu.",
	"Lục Minh Khải | elected | 985E-1", NULL},
	{"Đồng chí Lục Minh Khải giới thiệu danh sách bầu vào Ban Thường vụ.", NULL, "election"},
	/* persons: the given name behind "Ông", posts of a biography, a post before a list of names */
	{"Ông Lục Văn Khải phát biểu. Ông Khải từng kinh qua các chức vụ Phó Bí thư Huyện ủy, Chủ tịch UBND huyện.", "{Phó Bí thư Huyện ủy; Chủ tịch UBND huyện}", NULL},
	{"Đại hội có ông Ông Chí Khải, Bí thư Huyện ủy dự.", "person | Ông Chí Khải", NULL},
	{"Ông Lục Văn Khải là tiến sĩ luật, Giám đốc Sở Tư pháp.", "{Giám đốc Sở Tư pháp}", NULL},
	{"Năm 2012 ông Lục Văn Khải giữ chức Bí thư Huyện ủy khóa XX, nhiệm kỳ 2010 - 2015.", "{Bí thư Huyện ủy}", "khóa XX}"},
	{"Ông Lục Văn Khải, Bí thư Huyện ủy khóa XX phát biểu.", "{Bí thư Huyện ủy khóa XX}", NULL},
	{"Dự có các đồng chí nguyên Bí thư Tỉnh ủy: Lục Văn Khải, Hồ Thị Bảy.", "person | Hồ Thị Bảy | {nguyên Bí thư Tỉnh ủy}", NULL},
	{"Bí thư Tỉnh ủy: đồng chí Lục Văn Khải; Phó Bí thư: đồng chí Hồ Thị Bảy.", NULL, "person | Hồ Thị Bảy | {Bí thư"},
	{"Ông Lục Văn Khải từng là Trưởng phòng Tài chính, Vụ trưởng Vụ Pháp chế.", "{Trưởng phòng Tài chính; Vụ trưởng Vụ Pháp chế}", NULL},
	{"Ông Lục Văn Khải từng giữ các chức vụ Chủ tịch UBND rồi Bí thư Huyện ủy.", "{Chủ tịch UBND; Bí thư Huyện ủy}", NULL},
	{"Đồng chí Lục Văn Khải, Phó Bí thư Thường trực phát biểu.", "{Phó Bí thư Thường trực}", NULL},
	{"Ông Lục Văn Khải, Bí thư Thành ủy TP.HCM phát biểu. Bí thư Thành ủy TP Lục Văn Khải chủ trì.", "{Bí thư Thành ủy TP.HCM}", NULL},
	/* what a paper says, what is said in it, and what is said of others are nobody's acts */
	{"Báo cáo do đồng chí Lục Văn Khải trình bày khẳng định nhiệm vụ đã hoàn thành.", "person | Lục Văn Khải | {} | presented |", NULL},
	{"Đồng chí Lục Văn Khải trình bày báo cáo và khẳng định nhiệm vụ đã hoàn thành.", "| spoke | presented |", NULL},
	{"Đồng chí Lục Văn Khải nhấn mạnh: “Việc quán triệt, chủ trì phải làm tốt”.", "| {} | spoke |", NULL},
	{"Đồng chí Lục Văn Khải đánh giá cao ý kiến của đại biểu tham dự.", "| {} | spoke |", NULL},
	{"Đồng chí Lục Văn Khải và các đại biểu tham dự.", "| {} | attended |", NULL},
	{"Đồng chí Lục Văn Khải tặng hoa các đồng chí không tham gia cấp ủy.", "| {} | congratulated |", "left"},
	{"Đồng chí Lục Văn Khải không tham gia cấp ủy.", "| {} | left |", NULL},
	{"Đồng chí Lục Văn Khải trình bày dự thảo Nghị quyết.", "| {} | presented |", NULL},
	{"Theo ông Lục Văn Khải, phải làm ngay.", "| {} | spoke |", NULL},
	{"Theo gương ông Lục Văn Khải, phải làm ngay.", NULL, "| spoke |"},
	{"Ông Lục Văn Khải (Bí thư Huyện ủy): Phải giữ cho được nước ngọt.", "| {Bí thư Huyện ủy} | spoke |", NULL},
	{"Ông Lục Văn Khải nói: phải làm ngay.", "| spoke |", NULL},
	{"Ông Lục Văn Khải và nông dân trong huyện nói riêng.", NULL, "| spoke |"},
	{"Chủ trì là đồng chí Lục Văn Khải; cùng dự có đồng chí Hồ Thị Bảy.", "person | Hồ Thị Bảy | {} | attended |", NULL},
	{"Dự và chỉ đạo có đồng chí Lục Văn Khải; cùng đồng chí Hồ Thị Bảy.", "person | Hồ Thị Bảy | {} | attended |", NULL},
	{"Ông Lục Văn Khải không tái cử.", "| {} | left |", "not_elected"},
	/* counts: who goes elsewhere, what was done to so many, what stands behind the organisation */
	{"Có 14 đại biểu chính thức được cử đi dự Đại hội toàn quốc.", NULL, "count | delegates"},
	{"Đoàn gồm 14 đại biểu, dự Đại hội cấp trên.", NULL, "count | delegates"},
	{"Dự Đại hội có 14 đại biểu chính thức.", "count | delegates | = | 14E-0", NULL},
	{"Đại hội phấn đấu kết nạp 40.000 đoàn viên tham gia sinh hoạt.", NULL, "count |"},
	{"Dự Đại hội có 214 đại biểu thay mặt cho 896 đảng viên sinh hoạt tại 31 chi bộ.", "count | organisations | = | 31E-0 | - | chi bộ", NULL},
	{"Tại hội nghị có 31 xã tham gia thảo luận.", NULL, "count | organisations"},
	{"Đảng bộ Trường hiện có 21 chi bộ với 418 đảng viên.", "count | members_represented | = | 418E-0", NULL},
	{"Đảng bộ Trường hiện có 21 chi bộ đạt trong sạch vững mạnh.", NULL, "count |"},
	{"Có mặt tại Đại hội là 214 trên tổng số 217 đại biểu.", "count | delegates | = | 214E-0", "217E-0"},
	{"Huyện tổ chức hội nghị học tập nghị quyết cho 319 cán bộ.", "count | attendees | = | 319E-0", NULL},
	{"Huyện mua bảo hiểm cho 319 cán bộ.", NULL, "count |"},
	{"Đến nay 68 đảng bộ trực thuộc đã tổ chức xong đại hội.", "count | organisations | = | 68E-0", NULL},
	{"Đến nay 68 đảng bộ trực thuộc đã tổ chức xong lớp học.", NULL, "count |"},
	/* rankings: the year that is said of a place, by when it is aimed at, what a place before the indices covers */
	{"Năm 2018, PAR Index xếp thứ 12 cả nước, tăng 14 bậc so với năm 2016.", "ranking | PAR Index | 12 | - | result | cả nước | 2018 | 2018", NULL},
	{"PAR Index xếp thứ 12 cả nước năm 2018.", "ranking | PAR Index | 12 | - | result | cả nước | 2018 | 2018", NULL},
	{"PCI từ hạng 30 năm 2015 lên hạng 9 năm 2018, đến năm 2019 trở lại thứ 14.", "ranking | PCI | 14 | - | result | - | 2019 | 2019", NULL},
	{"Phấn đấu đến năm 2025 PCI thuộc tốp 20 và PAR Index vào nhóm 15 cả nước.", "ranking | PAR Index | 1 | 15 | target | cả nước | - | 2025", NULL},
	{"Phấn đấu đến năm 2025 PCI thuộc tốp 20; SIPAS thuộc nhóm khá.", "ranking | SIPAS | - | - | target | - | - | -", NULL},
	{"Huyện vào nhóm 5 địa phương dẫn đầu về DDCI; DTI nằm trong tốp 7.", "ranking | DTI | 1 | 7 |", "ranking | DTI | 1 | 5"},
	{"Tỉnh giữ vững nhóm đầu cả nước về PCI, PAR Index và SIPAS.", "ranking | SIPAS | - | - | target | cả nước", NULL},
	{"PCI giữ hạng 2 năm 2018 và hạng 2 năm 2019.", "| 2019 | 2019", NULL},
	/* indicators: growth before a share, whose share it is, and what is no subject */
	{"Nhiệm kỳ tới, giảm 2% hộ nghèo.", "indicator | target | = | 2E-0 | - | % | hộ nghèo | giảm |", NULL},
	{"Nhiệm kỳ tới, tỷ lệ hộ nghèo giảm 2% theo chuẩn mới.", "| % | tỷ lệ hộ nghèo | giảm |", "| theo chuẩn mới"},
	{"Trên địa bàn còn 3% hộ nghèo.", "| 3E-0 | - | % | hộ nghèo | - |", "| địa bàn"},
	{"Tỷ lệ hộ cận nghèo còn 4%, thấp nhất vùng.", "| 4E-0 | - | % | Tỷ lệ hộ cận nghèo | - |", NULL},
	{"Năm 2019, 97% người dân dùng nước sạch.", "| % | người dân | dùng nước sạch |", NULL},
	{"95% hồ sơ trở lên giải quyết đúng hạn.", "| >= | 95E-0 | - | % | hồ sơ | giải quyết đúng hạn |", "hồ sơ trở lên |"},
	{"Có 92% tổ chức đảng hằng năm hoàn thành tốt nhiệm vụ trở lên.", "| % | tổ chức đảng | hoàn thành tốt nhiệm vụ trở lên | yearly |", NULL},
	{"100% cán bộ, công chức và 92% người dân được phổ biến pháp luật.", "| 100E-0 | - | % | cán bộ, công chức | được phổ biến pháp luật |", NULL},
	{"100% cán bộ, công chức, 92% người dân được phổ biến pháp luật.", "| 92E-0 | - | % | người dân | được phổ biến pháp luật |", "| cán bộ, công chức | được"},
	/* what is measured begins with its name; a time or a bracket does not end its clause */
	{"Giữ vững tỷ lệ che phủ rừng 58%.", "| tỷ lệ che phủ rừng |", "| Giữ vững"},
	{"Tổng vốn đầu tư trong 5 năm đạt 900 tỷ đồng.", "| tỷ đồng | Tổng vốn đầu tư trong 5 năm |", NULL},
	{"Trong 5 năm, đầu tư 120 tỷ đồng.", "| tỷ đồng | tỷ đồng | đầu tư |", "| năm |"},
	{"Giá trị tăng thêm bình quân đầu người đạt 52 triệu đồng.", "| Giá trị tăng thêm bình quân đầu người | - |", "| tăng |"},
	{"Giá trị sản xuất tăng thêm 52 triệu đồng.", "| Giá trị sản xuất | tăng |", NULL},
	{"Tỷ lệ lao động qua đào tạo đạt 71%, có bằng cấp, chứng chỉ 33%.", "| 33E-0 | - | % | Tỷ lệ lao động qua đào tạo | có bằng cấp, chứng chỉ |", NULL},
	{"Có 91% chi bộ hoàn thành tốt nhiệm vụ, trong đó hoàn thành xuất sắc 18%.", "| 18E-0 | - | % | chi bộ | hoàn thành xuất sắc |", NULL},
	{"Tỷ lệ hộ nghèo giảm từ 5,1% đầu năm 2016 còn 1,9% cuối năm 2019.", "| 19E-1 | - | % | Tỷ lệ hộ nghèo | - | - | 2019 | 2019", "| đầu"},
	{"Phấn đấu tỷ lệ hộ nghèo dưới 1% (hiện là 3%).", "| result | = | 3E-0 | - | % | tỷ lệ hộ nghèo |", "| hiện"},
	{"Phấn đấu tỷ lệ thực hiện là 98%.", "| target | = | 98E-0 | - | % | tỷ lệ thực hiện |", NULL},
	{"Quy mô tuyển sinh giảm, năm 2019 chỉ đạt 71% kế hoạch.", "| % | Quy mô tuyển sinh | đạt kế hoạch |", NULL},
	{"Kinh tế phát triển, năm 2019 chỉ đạt 71%.", NULL, "indicator"},
	{"Tổ chức kết nạp, nâng tổng số hội viên lên 912 người.", "| 912E-0 | - | người | tổng số hội viên |", NULL},
	{"Tổng số đại biểu lên 912 người.", NULL, "indicator"},
	{"Tỷ lệ nữ cao hơn 15% là Hà Giang 17%.", "| > | 15E-0 | - | % | Tỷ lệ nữ | - |", "| là Hà Giang"},
	{"Thành lập công đoàn ở các doanh nghiệp có từ 30 lao động trở lên đạt 95%.", "| Thành lập công đoàn ở các doanh nghiệp có từ 30 lao động trở lên |", NULL},
	{"Năm năm tới, tỉnh sẽ di dời 300 hộ.", "indicator | target | = | 300E-0", NULL},
	/* acts: what caused another act, what came of it, whom or what it was for */
	{"Tỉnh đã vận động nhân dân hiến 1.250 m2 đất làm đường.", "| m2 | đất làm đường | vận động nhân dân hiến |", NULL},
	{"Các cấp Hội giúp 412 hộ hội viên thoát nghèo.", "| hộ | hộ hội viên | giúp thoát nghèo |", NULL},
	{"Các cấp Hội giúp 412 hộ có vườn tạp.", "| hộ | hộ có vườn tạp | giúp |", NULL},
	{"Tỉnh vận động 15 tỷ đồng cho Quỹ “Khuyến học”.", "| tỷ đồng | Quỹ “Khuyến học” | vận động |", NULL},
	{"Tỉnh vận động Quỹ “Khuyến học” 15 tỷ đồng.", "| Quỹ “Khuyến học” | vận động |", "| Tỉnh vận động"},
	{"Tổng vốn vận động 15 tỷ đồng.", "| tỷ đồng | Tổng vốn vận động | - |", NULL},
	{"Năm 2019 tư vấn pháp luật được 774 vụ việc.", "| vụ việc | tư vấn pháp luật |", NULL},
	{"Năm 2019 có tai nạn giao thông 15 vụ.", "| 15E-0 | - | vụ | tai nạn giao thông | - |", NULL},
	{"Tỉnh sắp xếp lại chỗ ở cho 600 hộ.", "| hộ | hộ | sắp xếp lại chỗ ở |", NULL},
	{"Mỗi chi hội có ít nhất 2 mô hình.", "| Mỗi chi hội | có |", NULL},
	{"Mỗi năm có 2 mô hình mới.", "| mô hình | mô hình mới | - | yearly |", "| có |"},
	{"Mỗi chi hội đảm nhận 3 công trình.", "| Mỗi chi hội | đảm nhận |", NULL},
	{"Kết quả có 450 lượt người dân tham dự.", "| lượt người dân | tham dự |", "| Kết quả |"},
	{"Phấn đấu đạt 18 bác sĩ/vạn dân.", "| bác sĩ/vạn dân | bác sĩ/vạn dân |", NULL},
	/* a part of what was counted */
	{"Trong đó có 14 cán bộ có trình độ tiến sĩ, chiếm 22,2%.", "| % | cán bộ | có trình độ tiến sĩ |", NULL},
	{"Số cán bộ trẻ là 18 người (chiếm 4,2%).", "| % | Số cán bộ trẻ |", "| người |"},
	{"Hai người dưới 40 tuổi, chiếm 3,1%.", "| % | người dưới 40 tuổi |", "| tuổi |"},
	/* against a plan, a year, a ballot */
	{"Thu ngân sách vượt 12% dự toán.", "| = | 12E-0 | - | % | Thu ngân sách | vượt dự toán |", NULL},
	{"Chi ngân sách vượt 12 tỷ đồng.", "| > | 12E-0 | - | tỷ đồng |", "| vượt |"},
	{"Ngân sách dành 75% kế hoạch hóa gia đình.", NULL, "kế hoạch |"},
	{"Thu ngân sách gấp 1,58 lần năm 2015.", "| 158E-2 | - | lần | Thu ngân sách | gấp | - | - | -", NULL},
	{"Ban Chấp hành họp 6 lần.", NULL, "| lần |"},
	{"Ông Lục Minh Khải đắc cử chức Chủ tịch với tỷ lệ 100%.", NULL, "indicator"},
	{"Phát hành được 99% số phiếu; 98% đại biểu tán thành.", NULL, "indicator"},
	{"Tỷ lệ phá án đạt 84%, vượt chỉ tiêu 75% của Nghị quyết.", "target | = | 75E-0 | - | % | Tỷ lệ phá án | - |", NULL},
	{"Tỷ lệ phá án đạt 84%, chỉ tiêu 75% thôn có nhà văn hóa.", "| % | thôn | có nhà văn hóa |", "75E-0 | - | % | Tỷ lệ phá án"},
	/* target or result, how often, when */
	{"Về văn hóa, ít nhất 85% thôn đạt chuẩn văn hóa.", "indicator | target | >= | 85E-0", NULL},
	{"Nhiệm kỳ qua đã có ít nhất 85% thôn đạt chuẩn văn hóa.", "indicator | result | >= | 85E-0", NULL},
	{"Phấn đấu thu nhập đạt 60 triệu đồng (năm 2019 là 41 triệu đồng), 98% hộ dùng điện.", "target | = | 98E-0", "target | = | 41E-0"},
	{"Nhiệm kỳ qua đã đạt chỉ tiêu đề ra, tỷ lệ hộ nghèo còn 3%.", "result | = | 3E-0", NULL},
	{"Phấn đấu đạt chuẩn, chỉ tiêu đề ra: tỷ lệ hộ nghèo còn 3%.", "target | = | 3E-0", NULL},
	{"Cả nhiệm kỳ, doanh thu tăng từ 4 tỷ đồng năm 2015 lên 9 tỷ đồng năm 2019.", "| 9E-0 | - | tỷ đồng | doanh thu | - | - | 2019 | 2019", "| doanh thu | - | term"},
	{"Cả nhiệm kỳ, doanh thu đạt 9 tỷ đồng.", "| doanh thu | - | term |", NULL},
	{"Bình quân mỗi năm, 88% chi bộ hoàn thành tốt nhiệm vụ.", "| yearly_average |", NULL},
	{"Phấn đấu mỗi năm kết nạp từ 30 đảng viên trở lên, đến năm 2030 tỷ lệ hộ nghèo còn dưới 1%.", "tỷ lệ hộ nghèo |", "tỷ lệ hộ nghèo | - | yearly"},
	{"Phấn đấu mỗi năm kết nạp từ 30 đảng viên trở lên, có 90% chi bộ hoàn thành tốt nhiệm vụ.", "hoàn thành tốt nhiệm vụ | yearly", NULL},
	{"Mỗi năm, 88% chi bộ hoàn thành tốt nhiệm vụ.", "| yearly |", "yearly_average"},
	{"Đến hết năm 2025, 98% hộ dùng điện.", "| dùng điện | - | - | 2025", NULL},
	{"Quý I/2020, tỷ lệ phá án đạt 84%.", "| tỷ lệ phá án | - | - | 2020 | 2020", NULL},
	{"Sáng 12/8/2020, tỷ lệ phá án đạt 84%.", "| tỷ lệ phá án | - | - | - | -", NULL},
	{"Đến tháng 6/2020, có 18 xã đạt chuẩn.", "| xã | đạt chuẩn | - | - | 2020", NULL},
	{"Đến ngày 12/6/2020, có 18 xã đạt chuẩn.", "| xã | đạt chuẩn | - | - | 2020", NULL},
	{"Hộ dùng điện từ 61% năm 2014 lên ít nhất 85% đến năm 2025.", "target | >= | 85E-0 | - | % | Hộ dùng điện | - | - | - | 2025", NULL},
	{"100% xã đạt chuẩn, thu nhập bình quân gấp 2 lần năm 2015.", "| xã | đạt chuẩn | - | - | -", NULL},
	{"Ngày 5/8/2020, Ban Chấp hành Đảng bộ tỉnh khóa mới họp phiên thứ nhất.", "event | session | Ban Chấp hành Đảng bộ tỉnh", NULL},
	{"Sáng 12/10/2020, Đại hội khai mạc. Đại hội diễn ra đến hết ngày 14/10.", "2020-10-12 | 2020-10-14 | 3", NULL},
	{"Sáng 12/10/2020, Đại hội khai mạc. Chương trình được thực hiện đến hết ngày 31/12.", "2020-10-12 | 2020-10-12 | -", NULL},
	{"Đại hội Đoàn Thanh niên xã Yên Thọ lần thứ IX\nĐại hội Đoàn Thanh niên xã Yên Thọ lần thứ IX đã diễn ra. "
	"Anh Lục Minh Khải được bầu làm Bí thư Đoàn xã.", "election | Bí thư | Đoàn Thanh niên xã Yên Thọ", NULL},
	{"Chiều 5/5/2021, tại Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh, ông Lục Minh Khải phát biểu.",
	"| 1 | 2020 | 2025 | 2021-05-05", NULL},
	{"Chiều 5/5/2021, Đoàn Chủ tịch công bố kết quả bầu cử tại Hội nghị lần thứ nhất Ban Chấp hành Đảng bộ tỉnh.",
	"| 1 | 2020 | 2025 | - | - |", "Hà Giang | 1 | 2020 | 2025 | 2021-05-05"},
	{"Hội nghị tổng kết công tác dân vận đã diễn ra.", NULL, "event | session"},
	{"Tỷ lệ hộ nghèo giảm từ 4,1% xuống còn 1,2%.", "| 12E-1 | - | % | Tỷ lệ hộ nghèo", "| xuống còn"},
	{"Toàn Đảng bộ kết nạp 63 đảng viên, đạt 105% chỉ tiêu.", "| 105E-0 | - | % | đảng viên | đạt chỉ tiêu", "| chỉ tiêu |"},
	{"Nhiệm kỳ qua, 95% chỉ tiêu được hoàn thành.", "| 95E-0 | - | % | chỉ tiêu | được hoàn thành", NULL},
	{"Hà Giang phấn đấu tốc độ tăng trưởng bình quân đạt 8%/năm.", "| tốc độ tăng trưởng", "| Hà Giang phấn đấu"},
	{"Dự Đại hội có 148 đại biểu đại diện cho 532 đảng viên.", "count | delegates | = | 148E-0 | - | đại biểu |", NULL},
	{"Dự có ông Lục Văn Khải, Bí thư Quận ủy quận 7 và 215 đại biểu.", "{Bí thư Quận ủy quận 7}", NULL},
	{"Đồng chí Lục Văn Khải, Chủ nhiệm Chính trị Sư đoàn phổ biến quy chế.", "{Chủ nhiệm Chính trị Sư đoàn}", NULL},
	{"Đồng chí Lục Văn Khải, Bí thư Đảng ủy cơ quan Tạp chí Cộng sản đã phát biểu.", "{Bí thư Đảng ủy cơ quan Tạp chí Cộng sản}", NULL},
	/* the national congress by its number alone; a congress "of" a Party organisation; another party's */
	{"Đảng bộ triển khai Nghị quyết Đại hội lần thứ XIII của Đảng.", "event | congress | Đảng Cộng sản Việt Nam | central", NULL},
	{"Đại hội đại biểu lần thứ XII của Đảng bộ huyện Vân Sơn khai mạc ngày 12/8/2020.", "Đảng bộ huyện Vân Sơn | district | Hà Giang | 12", "Đảng Cộng sản Việt Nam"},
	{"Đại hội lần thứ 43 của Đảng Dân chủ Xã hội Thụy Điển bế mạc hôm 27/5.", NULL, "43"},
	{"Đoàn ta dự Đại hội toàn quốc lần thứ 20 của Đảng Nhân dân nước bạn.", NULL, "| 20 |"},
	{"Đảng bộ triển khai Nghị quyết Đại hội lần thứ XIII của Đảng Cộng sản Việt Nam.", "event | congress | Đảng Cộng sản Việt Nam | central | - | 13", NULL},
	/* a resolution "of" a committee is not its congress; capitals throughout name no other party */
	{"Huyện triển khai kế hoạch thực hiện Nghị quyết Đại hội của Huyện ủy Vân Sơn.", NULL, "event | congress | Đảng bộ huyện Vân Sơn"},
	{"Huyện triển khai kế hoạch thực hiện Nghị quyết Đại hội của Huyện ủy Vân Sơn.", NULL, "event | congress | Huyện ủy"},
	{"ĐƯA NGHỊ QUYẾT ĐẠI HỘI XIII CỦA ĐẢNG VÀO CUỘC SỐNG", "event | congress | Đảng Cộng sản Việt Nam | central | - | 13", NULL},
	{"ĐƯA NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIII CỦA ĐẢNG VÀO CUỘC SỐNG", "event | congress | Đảng Cộng sản Việt Nam | central | - | 13", "Đảng bộ tỉnh Hà Giang | province | Hà Giang | 13"},
	{"BẾ MẠC ĐẠI HỘI LẦN THỨ 43 CỦA ĐẢNG DÂN CHỦ NƯỚC BẠN", NULL, "Đảng Cộng sản Việt Nam"},
	/* a delegation belongs to whose congress it goes to */
	{"Đại hội bầu 15 đồng chí vào Đoàn đại biểu dự Đại hội toàn quốc lần thứ XIII.", "election | Đoàn đại biểu | Đảng Cộng sản Việt Nam | 13", "Tỉnh ủy"},
	{"Đại hội bầu 15 đồng chí vào Ban Thường vụ, dự kiến họp ngay trong chiều.", "election | Ban Thường vụ | Tỉnh ủy Hà Giang | 17", "Đoàn đại biểu"},
	/* who gets a post stands behind a colon; who had it once, too */
	{"Kết quả bầu cử đã được công bố. Phó Bí thư Tỉnh ủy: đồng chí Lục Minh Khải và đồng chí Ma Thị Quyên.", "Ma Thị Quyên | elected", NULL},
	{"Hội nghị đã bầu Ban Thường vụ. Dự có nguyên Bí thư Tỉnh ủy: đồng chí Lục Minh Khải.", "Lục Minh Khải", "elected"},
	/* what the board does beside the Party committee is no part of its name */
	{"Sáng 12/8/2020, Đại hội Đảng bộ Công ty cổ phần Thép Nam Hà và Ban Giám đốc công ty khai mạc.", "Đảng bộ Công ty cổ phần Thép Nam Hà |", "Ban Giám đốc"},
	{"Sáng 12/8/2020, Đại hội Đảng bộ Tổng công ty Lương thực và Thực phẩm Nam Hà khai mạc.", "Tổng công ty Lương thực và Thực phẩm Nam Hà |", NULL},
	/* whom "ông" means; a year is no number of persons; posts held in turn, long before the article */
	{"Ông Lục Minh Khải quê Vân Sơn. Năm 2004 ông được bầu làm Bí thư Huyện ủy Vân Sơn.",
	"election | Bí thư | Huyện ủy Vân Sơn | - | - | - | - | - | - | Lục Minh Khải | elected", NULL},
	{"Ông Lục Minh Khải được bầu làm Bí thư Tỉnh ủy. Năm 2004, ông được bầu làm Bí thư Huyện ủy Vân Sơn.",
	"election | Bí thư | Huyện ủy Vân Sơn | - | - | - | - | - | - | Lục Minh Khải | elected", NULL},
	{"Ông Lục Minh Khải và bà Tô Thị Nga quê Vân Sơn. Các ông được bầu làm Bí thư Huyện ủy Vân Sơn.", NULL, "election"},
	{"Trước khi được bầu làm Bí thư Tỉnh ủy Hà Giang, ông Lục Minh Khải là Phó Bí thư Thường trực Tỉnh ủy.",
	"election | Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Lục Minh Khải", "election | Phó Bí thư Thường trực"},
	/* posts by their number, planned or not, and of whom */
	{"Kỳ họp sẽ bầu chủ tịch, 2 phó chủ tịch và 6 ủy viên UBND tỉnh.", "election | Phó Chủ tịch | UBND tỉnh Hà Giang | - | - | - | 2 | - | - | - | planned", NULL},
	{"Các đại hội đã bầu ra 12 bí thư, trong đó 7 bí thư tái cử.", "election | Bí thư | - | - | 2020 | 2025 | 7 | - | - | - | reelected", NULL},
	{"Dự Đại hội có 12 bí thư chi bộ. Đại hội giới thiệu bầu 4 Phó Bí thư.", NULL, "election"},
	{"Đại hội bầu Ban Thường vụ gồm 13 đồng chí (1 Bí thư, 3 Phó Bí thư).", "election | Phó Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | 3 |", NULL},
	{"Đại hội bầu tổng số 51 ủy viên Ban Chấp hành.", "election | Ban Chấp hành | Đảng bộ tỉnh Hà Giang | 17 | 2020 | 2025 | 51 |", NULL},
	{"Tổng số ủy viên Ban Thường vụ được bầu là 14.", "election | Ban Thường vụ | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | 14 |", NULL},
	/* a body of the congress's own number needs no verb; an older one is no news; a plan stands at the number */
	{"Ban Chấp hành khóa XVII gồm 52 đồng chí, khuyết 2.", "| 17 | 2020 | 2025 | 52 | - | 2 | - | elected", NULL},
	{"Ban Chấp hành khóa XVI gồm 52 đồng chí.", NULL, "election"},
	{"Ban Chấp hành khóa XVII dự kiến có 52 đồng chí.", "| 17 | 2020 | 2025 | 52 | - | - | - | planned", NULL},
	{"Đề án giới thiệu bầu 55 ủy viên Ban Chấp hành, 17 ủy viên Ban Thường vụ.",
	"election | Ban Thường vụ | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | 17 | - | - | - | planned", "elected"},
	/* two who are elected together, one of them again; who is not; a share of ballots and of something else */
	{"Đại hội đã bầu. Hai Phó Bí thư còn lại là bà Tô Thị Nga (tái cử) và ông Lục Minh Khải.", "Tô Thị Nga | reelected", "Lục Minh Khải | reelected"},
	{"Ông Lục Minh Khải và bà Tô Thị Nga có tên song không trúng cử vào Ban Chấp hành.",
	"election | Ban Chấp hành | Đảng bộ tỉnh Hà Giang | 17 | 2020 | 2025 | - | - | - | Tô Thị Nga | not_elected", NULL},
	{"Ông Lục Minh Khải được bầu giữ chức Bí thư Tỉnh ủy với tỷ lệ 97%.", "Lục Minh Khải | elected | 97E-0", NULL},
	{"Ông Lục Minh Khải được bầu giữ chức Bí thư Tỉnh ủy, tỷ lệ nữ đạt 17%.", "Lục Minh Khải | elected | 3 election", "elected | 17E-0"},
	{"Ông Lục Minh Khải được bầu giữ chức Phó Bí thư, kiêm Chủ nhiệm Ủy ban Kiểm tra.",
	"election | Chủ nhiệm Ủy ban Kiểm tra | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Lục Minh Khải", "{kiêm"},
	/* delegates who are sent; those who stand in the same sentence as an election are not */
	{"Có 14 đại biểu chính thức và 2 đại biểu dự khuyết được bầu đi dự Đại hội lần thứ XIII của Đảng.",
	"election | Đoàn đại biểu | Đảng Cộng sản Việt Nam | 13 | - | - | 14 | 2", NULL},
	{"Đại hội ra mắt Ban Chấp hành với 52 ủy viên và bầu 14 đại biểu đi dự Đại hội lần thứ XIII của Đảng.",
	"election | Đoàn đại biểu | Đảng Cộng sản Việt Nam | 13 | - | - | 14 |", "| 13 | - | - | 52"},
	/* other organisations: what a Front's congress elects, and "Hội" alone */
	{"Đại hội MTTQ Việt Nam xã Yên Thọ lần thứ IX\nĐại hội MTTQ Việt Nam xã Yên Thọ lần thứ IX đã diễn ra. "
	"Đại hội hiệp thương cử 45 vị tham gia Ủy ban MTTQ Việt Nam xã khóa IX. Ban Thường trực gồm 3 vị.",
	"election | Ban Thường trực | Ủy ban MTTQ Việt Nam xã Yên Thọ | 9", NULL},
	{"Đại hội Hội Làm vườn tỉnh Hà Giang lần thứ IX\nĐại hội Hội Làm vườn tỉnh Hà Giang lần thứ IX đã diễn ra. "
	"Ông Lục Minh Khải tái cử Chủ tịch Hội.", "election | Chủ tịch | Hội Làm vườn tỉnh Hà Giang | 9", NULL},
	/* congresses of many are not the article's own; who holds one is named before the verb, but no committee does */
	{"Nhiều huyện đã tổ chức Đại hội Đảng bộ lần thứ XVI.", NULL, "| 16 |"},
	{"Hội Nông dân xã Yên Thọ tổ chức Đại hội lần thứ IX.", "event | congress | Hội Nông dân xã Yên Thọ | commune | Hà Giang | 9", NULL},
	{"Tỉnh ủy Hà Giang tổ chức Đại hội lần thứ XVIII.", "event | congress | Đảng bộ tỉnh Hà Giang | province | Hà Giang | 18", "congress | Tỉnh ủy"},
	{"Huyện ủy Vân Sơn quán triệt nghị quyết\nThực hiện chỉ đạo của Tỉnh ủy Hà Giang, sáng 12/8/2020, Huyện ủy Vân Sơn tổ chức hội nghị quán triệt nghị quyết.",
	"event | conference | Huyện ủy Vân Sơn", NULL},
	{"Hội nghị quán triệt nghị quyết\nSáng 12/8/2020, lãnh đạo Tỉnh ủy Hà Giang tổ chức hội nghị quán triệt nghị quyết của Huyện ủy.",
	"event | conference | Tỉnh ủy Hà Giang", NULL},
	{"Nội dung này đã được Hội nghị Trung ương 13 thông qua.", NULL, "Trung ương |"},
	/* a congress by which a life or a time is told is not reported */
	{"Ông Lục Minh Khải quê Vân Sơn. Tại Đại hội Đảng bộ huyện Vân Sơn lần thứ XII, ông được bầu làm Phó Bí thư.",
	"Đảng bộ huyện Vân Sơn | district | Hà Giang | 12 | - | - | - | - | - | - | mentioned", NULL},
	{"Tại Đại hội Đảng bộ huyện Vân Sơn lần thứ XII, đồng chí Lục Minh Khải được bầu làm Phó Bí thư.",
	"Đảng bộ huyện Vân Sơn | district | Hà Giang | 12 | - | - | - | - | - | whole | reported", NULL},
	{"Tại Đại hội Đảng bộ huyện Vân Sơn lần thứ XII, đồng chí Lục Minh Khải được bầu làm Phó Bí thư.",
	"election | Phó Bí thư | Huyện ủy Vân Sơn | 12", NULL},
	{"Đoàn dự Đại hội Đảng bộ huyện Vân Sơn lần thứ XII đã bầu. Đồng chí Lục Minh Khải được bầu làm Phó Bí thư.",
	"election | Phó Bí thư | Tỉnh ủy Hà Giang | 17", NULL},
	{"Sau Đại hội Đảng bộ huyện Vân Sơn lần thứ XII, ngày 12/8/2020, huyện đã tổ chức đối thoại với nhân dân.",
	"Đảng bộ huyện Vân Sơn | district | Hà Giang | 12 | - | - | - | - | - | - | mentioned", NULL},
	/* days that stand with the name, the opening's own day, the day of another meeting, a stage of another congress */
	{"Đại hội Đảng bộ huyện Vân Sơn lần thứ XII (12 - 13/8/2020) đã bế mạc.", "2020-08-12 | 2020-08-13 | 2", NULL},
	{"Chiều 14/10/2020, Đại hội bế mạc sau 3 ngày làm việc. Tại phiên khai mạc sáng 12/10/2020, đồng chí Lục Minh Khải phát biểu.",
	"2020-10-12 | 2020-10-14 | 3", NULL},
	{"Chiều 14/10/2020, Đại hội bế mạc sau 3 ngày làm việc. Sáng 12/10/2020, đồng chí Lục Minh Khải phát biểu.",
	"- | 2020-10-14 | 3", NULL},
	{"Họp báo về Đại hội\nTối 14/10/2020, tại buổi họp báo, Đại hội Đảng bộ huyện Vân Sơn lần thứ XII được khai mạc trọng thể.", NULL, "2020-10-14"},
	{"Tổ công tác trực tới khi kết thúc Đại hội Đảng bộ huyện Vân Sơn lần thứ XII.", "| 2025 | - | - | - | whole | reported", "closing"},
	{"Sáng 12/10/2020, Đại hội khai mạc. Kỳ đại hội này kéo dài ba ngày, đến hết 14/10.", "2020-10-12 | 2020-10-14 | 3", NULL},
	/* where an article turns to another province */
	{"Chiều 14/10/2020, Đại hội bầu ông Lục Minh Khải làm Bí thư Tỉnh ủy. Tại Lai Châu, Đại hội bầu bà Tô Thị Nga làm Bí thư Tỉnh ủy.",
	"election | Bí thư | Tỉnh ủy Lai Châu", NULL},
	{"Chiều 14/10/2020, Đại hội bầu ông Lục Minh Khải làm Bí thư Tỉnh ủy. Tại hội trường Lai Châu, Đại hội bầu bà Tô Thị Nga làm Phó Bí thư Tỉnh ủy.",
	"election | Phó Bí thư | Tỉnh ủy Hà Giang", "Tỉnh ủy Lai Châu"},
	{"Đảng ủy Công an tỉnh báo cáo tại Đại hội Đảng bộ Công an tỉnh lần thứ XV.", "Đảng bộ Công an tỉnh Hà Giang | armed_forces", NULL},
	{"Bộ Chính trị điều động ông Lục Minh Khải thôi giữ chức Bí thư Tỉnh ủy.", NULL, "election"},
	{"ĐẢNG BỘ TRƯỜNG CAO ĐẲNG VÂN SƠN TỔ CHỨC ĐẠI HỘI LẦN THỨ IV\nĐảng bộ Trường Cao đẳng Vân Sơn tổ chức Đại hội lần thứ IV ngày 12/8/2020.",
	"event | congress | Đảng bộ Trường Cao đẳng Vân Sơn | school", "TỔ CHỨC |"},
	/* what someone is asked to do is others' deed; the day of a paper is no day of the congress */
	{"Ông Lục Minh Khải, Bí thư Huyện ủy Vân Sơn đề nghị chủ trì thảo luận kỹ báo cáo tại Đại hội.", "person | Lục Minh Khải", "chaired"},
	{"Ông Lục Minh Khải, Bí thư Huyện ủy Vân Sơn chủ trì thảo luận.", "| chaired |", NULL},
	{"Căn cứ Chỉ thị ngày 14/4/2019 của Bộ Chính trị, Đại hội Đảng bộ huyện Vân Sơn lần thứ XII được tổ chức.", "Đảng bộ huyện Vân Sơn | district", "2019-04-14"},
	/* subjects over a comma, a colon for a verb, the old level, parts of a count, votes, years in brackets */
	{"Tỷ lệ điều tra, khám phá án đạt 91%.", "| 91E-0 | - | % | Tỷ lệ điều tra, khám phá án |", NULL},
	{"Kinh tế phát triển, thu ngân sách đạt 91 tỷ đồng.", "| tỷ đồng | thu ngân sách |", "Kinh tế phát triển, thu"},
	{"Tỷ lệ hộ nghèo giảm, thu nhập đạt 91 triệu đồng.", "| triệu đồng | thu nhập |", "giảm, thu"},
	{"Mục tiêu đến năm 2025. Tỷ lệ hộ nghèo: dưới 2%.", "| < | 2E-0 | - | % | Tỷ lệ hộ nghèo |", NULL},
	{"Thu nhập của lao động tăng từ 8,4 lên 13,7 triệu đồng.", "| 137E-1 | - | triệu đồng | Thu nhập của lao động |", "| 84E-1 |"},
	{"Có 9 xã đạt chuẩn nông thôn mới, trong đó 3 xã nâng cao.", "| 3E-0 | - | xã | xã | nâng cao |", NULL},
	{"Nghị quyết được thông qua với tỷ lệ tán thành 91%.", NULL, "indicator"},
	{"Hộ nghèo còn 1,45% (năm 2019).", "| 2019 | 2019", NULL},
	{"Kết nạp 438 đảng viên (chỉ tiêu 600 đảng viên); lập 3 câu lạc bộ.", "indicator | target | = | 600E-0", "indicator | target | = | 3E-0"},
	{"Mỗi đảng viên viết một bài thu hoạch.", NULL, "indicator"},
	{"Huyện giới thiệu 58 đồng chí.", NULL, "indicator"},
	/* days in brackets behind their number */
	{"Trong 2 ngày (22 và 23/7/2020), Đảng bộ huyện Vân Sơn tổ chức Đại hội.", "2020-07-22 | 2020-07-23 | 2", NULL},
	/* what is said outside of a speech that directs is said too */
	{"Ông Lục Minh Khải, Bí thư Huyện ủy Vân Sơn dự và chỉ đạo Đại hội. Ông Khải nhấn mạnh ba việc.", "| attended | directed | spoke |", NULL},
	{"Ông Lục Minh Khải, Bí thư Huyện ủy Vân Sơn phát biểu chỉ đạo Đại hội. Ông Khải nhấn mạnh ba việc.", "| directed |", "spoke"},
	/* articles of other things, which stand alone: a people's council, another party, a congress by the way */
	{"Khai mạc Kỳ họp HĐND tỉnh\nSáng 7/12/2022, HĐND tỉnh Hà Giang khai mạc Kỳ họp thứ 12, bầu bổ sung 2 Ủy viên UBND tỉnh. Thu ngân sách đạt 20 tỷ đồng.", NULL, "election |"},
	{"Đồng tiền giảm giá\nĐồng tiền giảm 4% sau khi Đại hội Đảng Cộng sản Trung Quốc lần thứ 20 bế mạc. Đại hội bầu Ban Chấp hành Trung ương gồm 205 đồng chí.", NULL, "election |"},
	{"Làm việc về điện gió\nÔng Lục Minh Khải, Bí thư Tỉnh ủy chủ trì buổi họp. Dự án có công suất 500 MW. Vốn là 2 tỷ đồng. Đất là 120 ha. "
	"Dự án theo Nghị quyết Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII.", "event | congress | Đảng bộ tỉnh Hà Giang", "indicator |"},
	{"Đến nay, cả nước có 41 tỉnh, thành đã tổ chức xong đại hội. Ông Quản Minh Cường, Bí thư Tỉnh ủy dự.", "person | Quản Minh Cường |", "indicator"},
	{"Tặng hoa 9 đồng chí không tham gia Ban Chấp hành khóa mới.", NULL, "election | Ban Chấp hành"},
	{"Đại hội đề ra chỉ tiêu kết nạp mới 600 đảng viên.", "| 600E-0 | - | đảng viên | đảng viên | kết nạp", "count"},
	{"Dự có bà Ủy viên Ban Thường vụ Trung ương Đoàn Nguyễn Thục Đoan Hạnh.", "person | Nguyễn Thục Đoan Hạnh", NULL},
	{"Ngày mai 13/10, Đại hội bầu 33 đồng chí vào Ban Chấp hành.", "| planned", "| elected"},
	/* more of what was done, and something else said of them */
	{"Hội viên hiến 640 m2 đất, 2.150 ngày công.", "| 2150E-0 | - | ngày công | ngày công | hiến", NULL},
	{"Huyện kết nạp 64 đảng viên, 21 chi bộ hoàn thành tốt nhiệm vụ.", "| 21E-0 | - | chi bộ | chi bộ | hoàn thành tốt nhiệm vụ", "chi bộ | kết nạp"},
	{"Huyện kết nạp 64 đảng viên, vượt 6 đảng viên so với kế hoạch.", "| 64E-0 |", "| 6E-0 |"},
	{"Đại hội đề ra chỉ tiêu kết nạp bình quân mỗi năm 60 đảng viên.", "indicator | target | = | 60E-0 | - | đảng viên | đảng viên | kết nạp | yearly_average", NULL},
	{"Chỉ còn gần một tuần nữa là đến Đại hội.", NULL, "indicator"},
	/* verbs that only begin like an act, and a conference that elects nobody */
	{"Huyện bắt đầu 3 dự án, thu hoạch 500 ha lúa. Các đại biểu trao đổi 6 mô hình.", "| thu hoạch |", "| bắt |"},
	{"Các đại biểu trao đổi 6 mô hình.", NULL, "| trao |"},
	{"Hội nghị hiệp thương lần thứ nhất thống nhất 12 người vào danh sách Ủy ban MTTQ huyện.", NULL, "election"},
	/* lists of members with their posts */
	{"Đại hội bầu Ban Thường vụ gồm 9 đồng chí: Lục Minh Khải (Bí thư), Ma Thị Quyên (Phó Bí thư Thường trực), Nông Văn Sơn.",
	"election | Phó Bí thư Thường trực | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Ma Thị Quyên | elected", NULL},
	{"Đại hội bầu Ban Thường vụ gồm các đồng chí:\n1. Lục Minh Khải - Bí thư Tỉnh ủy;\n2. Ma Thị Quyên - Chủ tịch UBND tỉnh.",
	"election | Bí thư | Tỉnh ủy | - | - | - | - | - | - | Lục Minh Khải | elected", "election | Chủ tịch"},
	{"Đại hội bầu Đoàn Chủ tịch gồm các đồng chí: Lục Minh Khải, Bí thư; Ma Thị Quyên, Phó Bí thư.", "Ma Thị Quyên", "election"},
	{"Đại hội bầu Đoàn Chủ tịch gồm các đồng chí: Lục Minh Khải, Ma Thị Quyên.", NULL, "election | Chủ tịch"},
	{"Đại hội bầu Ban Chấp hành gồm 39 đồng chí: Lục Minh Khải, Bí thư Tỉnh ủy khóa XVI; Ma Thị Quyên, Bí thư Đảng ủy xã Phú An.", "Ban Chấp hành", "election | Bí thư"},
	{"Dự kiến nhân sự bầu Ban Thường vụ gồm các đồng chí:\n1. Lục Minh Khải - Bí thư.", NULL, "election"},
	{"Đại hội bầu Ban Thường vụ gồm 9 đồng chí; đồng chí Ma Thị Quyên, Phó Bí thư, phát biểu.", "Ban Thường vụ", "election | Phó Bí thư"},
	{"Hai Phó Bí thư được bầu ra là bà Ma Thị Quyên (Phó Bí thư Thường trực) và ông Nông Văn Sơn.", "election | Phó Bí thư Thường trực", NULL},
	{"Bế mạc Đại hội Đảng bộ huyện Kim Ngọc\nĐại hội công bố kết quả bầu cử:\nBí thư: Lục Minh Khải.\nPhó Bí thư Thường trực: Ma Thị Quyên.\nPhó Bí thư: Nông Văn Sơn.\nChủ nhiệm Ủy ban Kiểm tra: Lý Thị Hoa.",
	"election | Chủ nhiệm Ủy ban Kiểm tra", NULL},
	{"Đại hội bầu đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm 12 đại biểu chính thức và 1 đại biểu đương nhiên.", "| 12 |", "count"},
	/* what stands in brackets between an organisation and its number; the short name of a company */
	{"Đảng bộ Công ty Cao su Phú Riềng họp Đại hội\nSáng 12/5/2020, Đại hội Đảng bộ Công ty TNHH MTV Cao su Phú Riềng (Bình Phước) lần thứ X khai mạc.",
	"event | congress | Đảng bộ Công ty TNHH MTV Cao su Phú Riềng | enterprise | Bình Phước | 10", "Đảng bộ Công ty Cao su Phú Riềng |"},
	/* who came: by "có" alone, by a verb at the end; but not members, and not who only names others */
	{"Khách mời có đồng chí Lục Minh Khải, Bí thư Huyện ủy Vân Sơn; bà Ma Thị Quyên, nguyên Bí thư Huyện ủy.", "person | Ma Thị Quyên | {nguyên Bí thư Huyện ủy} | attended", NULL},
	{"Ban Thường vụ khóa trước có đồng chí Lục Minh Khải, Bí thư Huyện ủy Vân Sơn.", "Lục Minh Khải", "attended"},
	{"Đồng chí Lục Minh Khải, Bí thư Huyện ủy Vân Sơn; bà Ma Thị Quyên, Giám đốc Sở Y tế cùng đại diện nhiều sở, ban, ngành của tỉnh tham dự Đại hội.",
	"person | Lục Minh Khải | {Bí thư Huyện ủy Vân Sơn} | attended", NULL},
	{"Đồng chí Lục Minh Khải, Bí thư Huyện ủy Vân Sơn, thay mặt Ban Chấp hành Đảng bộ tỉnh khóa XVI trình bày báo cáo chính trị.", "| presented |", NULL},
	{"Chỉ đạo Đại hội, đồng chí Lục Minh Khải, Bí thư Huyện ủy Vân Sơn nhấn mạnh ba việc.", "| directed |", "spoke"},
	{"Xã có ông Lục Minh Khải là Anh hùng.", NULL, "attended"},
	{"Đại hội diễn ra theo kế hoạch, bầu 53 đồng chí vào Ban Chấp hành.", "| 53 | - | - | - | elected", "planned"},
	{"Theo chương trình, chiều nay Đại hội bầu 53 đồng chí vào Ban Chấp hành.", "| planned", "| elected"},
	{"Ban Chấp hành Đảng bộ tỉnh nhiệm kỳ mới gồm 53 đồng chí.", "| 53 |", NULL},
	{"Tỉnh tiếp tục giữ vị trí dẫn đầu. Ban Thường vụ khóa trước gồm 15 đồng chí.", NULL, "election"},
	{"Đại hội bầu 53 đồng chí vào Ban Chấp hành. Đồng chí Lục Minh Khải là Phó Bí thư Huyện ủy Vân Sơn.", "Ban Chấp hành", "election | Phó Bí thư"},
	/* a name behind the unit that closes a title, and a ward's own name */
	{"Bí thư Đảng ủy phường Lục Minh Khải phát biểu.", "person | Lục Minh Khải | {Bí thư Đảng ủy phường} | spoke", NULL},
	{"Bí thư Đảng ủy xã Lục Khải phát biểu. Ông Lục Khải cảm ơn đại biểu.", "person | Lục Khải | {Bí thư Đảng ủy xã} | spoke", NULL},
	{"Đại biểu phường Lục Minh Khải phát biểu.", NULL, "person"},
	{"Ông Lục Minh Khải, 55 tuổi, dân tộc Tày, được bầu lại làm Bí thư Tỉnh ủy.", "Lục Minh Khải | reelected", NULL},
	/* posts: told right behind an election, joined to a body, marked in brackets */
	{"Đồng chí Nông Văn Sơn được bầu làm Bí thư Tỉnh ủy. Hai đồng chí Lục Minh Khải, Ma Thị Quyên là Phó Bí thư Tỉnh ủy.", "election | Phó Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Ma Thị Quyên", NULL},
	{"Đại hội bầu 53 đồng chí vào Ban Chấp hành. Đồng chí Lục Minh Khải là Chủ tịch UBND tỉnh.", "Ban Chấp hành", "election | Chủ tịch"},
	{"Ban Chấp hành bầu đồng chí Lục Minh Khải giữ chức Bí thư (tái cử), đồng chí Ma Thị Quyên làm Phó Bí thư.", "Ma Thị Quyên | elected", "Lục Minh Khải | elected"},
	{"Đại hội sẽ bầu Ban Chấp hành Đảng bộ tỉnh nhiệm kỳ mới gồm 53 đồng chí và bầu 16 đại biểu đi dự Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.", "| planned", "| elected"},
	{"Ông Lục Minh Khải (sinh năm 1966) được bầu làm Bí thư Tỉnh ủy.", "election | Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025", NULL},
	{"Đại hội cử 15 đại biểu dự Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, trong đó có 4 nữ, và 2 đại biểu dự khuyết.", "| 15 | 2 |", NULL},
	{"Đại hội cử 15 đại biểu dự Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, trong đó có 2 dự khuyết.", "| 13 | 2 |", NULL},
	/* a house is no meeting; the numbers of a province's own congresses and of the national ones; the province of a seat */
	{"Trung đoàn 17 họp Đại hội\nSáng 12/8/2020, tại Trung tâm Hội nghị Quốc gia (Hà Nội), 150 đại biểu đã dự Đại hội Đảng bộ Trung đoàn 17 lần thứ V.",
	"Đảng bộ Trung đoàn 17 | armed_forces | Hà Nội | 5 | - | - | 2020-08-12", "conference"},
	{"Cả huyện giữ quyết tâm Đại hội Đảng bộ huyện Vân Sơn lần thứ XXII đề ra.", "event | congress | Đảng bộ huyện Vân Sơn", NULL},
	{"Nghị quyết Đại hội Đảng bộ tỉnh Vĩnh Long lần thứ XI\nNgày 12/8/2020, Đảng bộ tỉnh Vĩnh Long bàn về Nghị quyết. Đại hội X nêu năm việc, Đại hội XI nêu ba.",
	"event | congress | Đảng bộ tỉnh Vĩnh Long | province | Vĩnh Long | 10", "Đảng Cộng sản Việt Nam"},
	{"Nghị quyết Đại hội Đảng bộ tỉnh Vĩnh Long lần thứ XI\nNgày 12/8/2020, Đảng bộ tỉnh Vĩnh Long bàn về Nghị quyết và góp ý văn kiện Đại hội XIII.", "Đảng Cộng sản Việt Nam | central | - | 13", NULL},
	{"Đảng bộ Ngân hàng Nam Hà họp Đại hội\nĐược sự đồng ý của Đảng ủy Khối Doanh nghiệp Trung ương, ngày 12/8/2020, Đảng bộ Ngân hàng Nam Hà tổ chức Đại hội lần thứ V.",
	"event | congress | Đảng bộ Ngân hàng Nam Hà | enterprise | - | 5", "congress | Đảng ủy Khối"},
	/* counts: for whom they speak, and where they come from */
	{"Dự Đại hội có 246 đại biểu, tiếng nói của gần 3.700 đảng viên.", "count | members_represented | ~ | 3700E-0", NULL},
	{"Dự Đại hội có 120 đại biểu được bầu từ 13 chi bộ.", "count | organisations | = | 13E-0", NULL},
	/* frequency: of one item behind a semicolon, of two that "và" joins, of a mean over years */
	{"Mục tiêu: che phủ rừng đạt 60%; mỗi năm kết nạp 30 đảng viên; 90% hộ dùng nước sạch.", "| hộ | dùng nước sạch | - |", NULL},
	{"Hằng năm có 80% tổ chức đảng và 85% đảng viên hoàn thành tốt nhiệm vụ.", "| đảng viên | hoàn thành tốt nhiệm vụ | yearly", NULL},
	{"Tỷ lệ hộ nghèo giảm trung bình 4,2%/năm.", "| yearly_average", NULL},
	{"Số vụ cháy giảm 4,2%/năm.", "| 42E-1 |", "| yearly"},
	{"Nhiệm kỳ tới, đến năm 2025: che phủ rừng đạt 60%.", "| che phủ rừng | - | - | - | 2025", NULL},
	/* nature: what must be, and what is compared with today */
	{"Diện tích rừng phải đạt 120 ha.", "indicator | target |", NULL},
	{"Diện tích rừng đã phải giảm 120 ha.", "indicator | result |", NULL},
	{"Phấn đấu thu nhập đạt 80 triệu đồng/người, gấp đôi hiện nay; che phủ rừng đạt 60%.", "indicator | target | = | 60E-0", "indicator | result"},
	/* what is cut, those among them, thousands of tỷ */
	{"Giảm tỷ lệ hộ nghèo mỗi năm 3%.", "| tỷ lệ hộ nghèo | Giảm | yearly", NULL},
	{"Tốc độ giảm tỷ lệ hộ nghèo đạt 3%.", "| 3E-0 |", "| giảm |"},
	{"Huyện kết nạp 104 đảng viên, trong đó 88 người là dân tộc Mông.", "| 88E-0 |", NULL},
	{"Đại hội có 104 đại biểu, trong đó 88 người là dân tộc Mông.", NULL, "indicator"},
	{"Doanh thu đạt 38 nghìn tỷ đồng.", "| 38000E-0 | - | tỷ đồng |", NULL},
	/* places: of the index behind it */
	{"Tỉnh phấn đấu vào tốp 15 cả nước về PCI, tốp 20 về PAPI.", "ranking | PAPI | 1 | 20", NULL},
	{"Năm 2014, PCI của tỉnh xếp hạng nhì cả nước.", "ranking | PCI | 2 |", NULL},
	/* a body whose number stands elsewhere */
	{"Sư đoàn 325 tổ chức Đại hội\nSáng 12/5/2025, Đảng bộ Sư đoàn 325 tổ chức Đại hội lần thứ XV. Đại hội Đảng bộ Sư đoàn đã bầu 15 đồng chí vào Ban Chấp hành.", "election | Ban Chấp hành | Đảng bộ Sư đoàn 325", "Đảng bộ Sư đoàn |"},
	/* several congresses in one breath, and what only stands beside one */
	{"Đại hội Đảng bộ huyện Vân Sơn và Đảng bộ huyện Yên Bình chưa bầu Bí thư.", "event | congress | Đảng bộ huyện Yên Bình | district", NULL},
	{"Đại hội Đảng bộ huyện Vân Sơn và Huyện ủy Yên Bình chưa bầu Bí thư.", "event | congress | Đảng bộ huyện Vân Sơn | district", "congress | Huyện ủy"},
	{"Chi bộ thôn 3 thuộc Đảng bộ xã Yên Thọ tổ chức Đại hội nhiệm kỳ 2022 - 2025.", NULL, "congress | Đảng bộ xã Yên Thọ"},
	{"Hội Cựu chiến binh Việt Nam khai mạc đại hội\nSáng 12/10/2020, Hội Cựu chiến binh Việt Nam tổ chức Đại hội đại biểu toàn quốc lần thứ VII.",
	"event | congress | Hội Cựu chiến binh Việt Nam | central | - | 7", "Đảng Cộng sản"},
	{"Đoàn dự Đại hội đại biểu toàn quốc lần thứ XIII.", "event | congress | Đảng Cộng sản Việt Nam | central | - | 13", NULL},
	{"Đại hội Đảng bộ huyện Vân Sơn bế mạc\nĐại hội Đảng bộ huyện Vân Sơn bế mạc ngày 12/8/2020. Ban Chấp hành khóa XXII được bầu gồm 35 đồng chí.",
	"event | congress | Đảng bộ huyện Vân Sơn | district | - | 22", NULL},
	{"Đại hội Đảng bộ huyện Vân Sơn bế mạc\nĐại hội Đảng bộ huyện Vân Sơn bế mạc ngày 12/8/2020. Ban Chấp hành khóa XXI trình 3 văn kiện.",
	"event | congress | Đảng bộ huyện Vân Sơn | district | - | -", "| 21 |"},
	{"Họp báo về Đại hội Đảng bộ huyện Vân Sơn\nSáng 12/5/2021, Ban Tuyên giáo Huyện ủy Vân Sơn tổ chức họp báo về Đại hội Đảng bộ huyện Vân Sơn lần thứ XXII. "
	"Đại hội sẽ khai mạc ngày 12/8/2021.", "event | conference | Ban Tuyên giáo Huyện ủy Vân Sơn", NULL},
	{"Chiều 12/10/2020, Đại hội họp phiên trù bị. Sáng 13/10/2020, Đại hội khai mạc.", "2020-10-13 | 2020-10-13", "2020-10-12"},
	/* a delegation by its number first; one who joins bodies on the way to a post */
	{"Đại hội bầu đoàn đại biểu gồm 9 chị đi dự Đại hội Hội Nông dân tỉnh lần thứ X.",
	"election | Đoàn đại biểu | Hội Nông dân tỉnh Hà Giang | 10 | - | - | 9", NULL},
	{"Đoàn đại biểu gồm 9 chị thăm mô hình trồng chè. Đại hội bầu Đoàn đại biểu gồm 9 chị.", NULL, "Đoàn đại biểu | Đảng bộ"},
	{"Tỉnh ủy chỉ định ông Lục Minh Khải, Giám đốc Sở Nội vụ tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Huyện ủy Vân Sơn.",
	"election | Bí thư | Huyện ủy Vân Sơn", "tham gia Ban Chấp hành;"},
	/* "Ông" before a given name, and the surname; the unit of a post; what the new committee elects; the sum of many congresses */
	{"Đại hội bầu ông Lục Minh Khải làm Bí thư. Bà Tô Thị Nga, Chủ tịch UBND tỉnh dự. Ông Khải sinh năm 1961. Năm 2004, ông được bầu làm Bí thư Huyện ủy Vân Sơn.",
	"election | Bí thư | Huyện ủy Vân Sơn | - | - | - | - | - | - | Lục Minh Khải", NULL},
	{"Bà Ông Thị Nga, Bí thư Huyện ủy Vân Sơn dự Đại hội.", "person | Ông Thị Nga | {Bí thư Huyện ủy Vân Sơn}", NULL},
	{"Ông Lục Minh Khải được bầu làm Chủ tịch UBND tỉnh nhiệm kỳ 2016 - 2021.", "election | Chủ tịch | UBND tỉnh Hà Giang | - | 2016 | 2021", NULL},
	{"Ông Lục Minh Khải được bầu làm Chủ tịch HĐND xã.", "election | Chủ tịch | HĐND xã |", NULL},
	{"Ban Chấp hành khóa XVII gồm 52 đồng chí; Ban Thường vụ gồm 15 đồng chí.", "election | Ban Thường vụ | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | 15", NULL},
	{"Ban Chấp hành khóa XVI gồm 52 đồng chí; Ban Thường vụ gồm 15 đồng chí.", NULL, "election"},
	{"Các đại hội đã bầu 430 ủy viên Ban Chấp hành.", "| - | 2020 | 2025 | 430 |", "| 17 | 2020 | 2025 | 430"},
	/* where an article turns to another congress, and where it only looks forward to one */
	{"Ngày 12/8/2020, Đại hội Đảng bộ huyện Vân Sơn lần thứ XII bế mạc. Đại hội bầu 41 đồng chí vào Ban Chấp hành.",
	"election | Ban Chấp hành | Đảng bộ huyện Vân Sơn | 12 | 2020 | 2025 | 41", NULL},
	{"Ngày 12/8/2021, Đại hội Đảng bộ huyện Vân Sơn lần thứ XII sẽ khai mạc. Đại hội đã bầu 41 đồng chí vào Ban Chấp hành.",
	"election | Ban Chấp hành | Đảng bộ tỉnh Hà Giang | 17 | 2020 | 2025 | 41", NULL},
	/* the province of a place, and one that only follows a comma */
	{"Đại hội Đảng bộ xã Yên Thọ lần thứ IX\nSáng 12/8/2020, Đảng bộ xã Yên Thọ, huyện Vân Sơn (Lai Châu) tổ chức Đại hội lần thứ IX.",
	"Đảng bộ xã Yên Thọ | commune | Lai Châu | 9", NULL},
	{"Đại hội Đảng bộ xã Yên Thọ lần thứ IX\nSáng 12/8/2020, Đảng bộ xã Yên Thọ tổ chức Đại hội lần thứ IX. Nhiều bạn từ Sơn La, Lai Châu gửi hoa chúc mừng.",
	"Đảng bộ xã Yên Thọ | commune | - | 9", NULL},
	{"Đại hội XIII của Đảng bế mạc\nChiều 1/2/2021, tại Hà Nội, Đại hội đại biểu toàn quốc lần thứ XIII của Đảng bế mạc.",
	"| 13 | - | - | 2021-02-01 | 2021-02-01", NULL},
	/* what is no organisation of ours, and what is elected before a congress to come */
	{"Ông Lục Minh Khải được bầu làm Chủ tịch Hội đồng quản trị.", "{Chủ tịch Hội đồng quản trị}", "election"},
	{"Hội nghị Ban Chấp hành Hội Nông dân tỉnh\nSáng 12/1/2021, Hội nghị Ban Chấp hành Hội Nông dân tỉnh Hà Giang bầu bổ sung 3 ủy viên Ban Chấp hành. "
	"Dự kiến Đại hội Hội Nông dân tỉnh Hà Giang lần thứ X sẽ diễn ra và bầu 31 ủy viên Ban Chấp hành.",
	"| 10 | - | - | 31 | - | - | - | planned", "| 10 | - | - | 3 |"},
	{"Đại hội MTTQ Việt Nam xã Yên Thọ lần thứ IX\nĐại hội MTTQ Việt Nam xã Yên Thọ lần thứ IX đã diễn ra. "
	"Ông Lục Minh Khải được hiệp thương cử làm Chủ tịch Ủy ban MTTQ Việt Nam xã.", "election | Chủ tịch | Ủy ban MTTQ Việt Nam xã Yên Thọ | 9", NULL},
	{"Ông Lục Minh Khải được bầu làm Bí thư Tỉnh ủy với số phiếu tuyệt đối.", "Lục Minh Khải | elected | 100E-0", NULL},
	{"Ông Lục Minh Khải được bầu làm Bí thư Tỉnh ủy, cam kết trung thành tuyệt đối.", "Lục Minh Khải | elected | 3 election", NULL},
	{"Đại hội Đảng bộ huyện Vân Sơn lần thứ XII\nSau hai ngày làm việc (29 và 30/7/2020), Đại hội Đảng bộ huyện Vân Sơn lần thứ XII đã thành công tốt đẹp.",
	"2020-07-29 | 2020-07-30 | 2", NULL},
	/* the province of a police force belongs to its name, and to the post in it */
	{"Sáng 12/8/2020, Đại hội Đảng bộ Công an tỉnh Lai Châu lần thứ XI khai mạc.", "Đảng bộ Công an tỉnh Lai Châu | armed_forces | Lai Châu | 11", NULL},
	{"Dự có Đại tá Lục Minh Khải, Giám đốc Công an tỉnh Lai Châu và bà Tô Thị Nga, Phó Chánh Thanh tra tỉnh.", "{Giám đốc Công an tỉnh Lai Châu}", "{Phó Chánh Thanh tra}"},
	{"Đại hội Đảng bộ quận 3\nNgày 12/8/2020, Đại hội Đảng bộ quận 3, TP.HCM lần thứ XII khai mạc.", "Đảng bộ quận 3 | district | Hồ Chí Minh | 12", NULL},
	/* who somebody is, what he was before, what he is put up for, and members who are counted */
	{"Đại hội đã bầu Ban Chấp hành. Ông Lục Minh Khải là Chủ tịch HĐND tỉnh.", NULL, "election | Chủ tịch"},
	{"Đại hội đã bầu Ban Chấp hành. Ông Lục Minh Khải giữ chức Bí thư Tỉnh ủy.", "election | Bí thư", NULL},
	{"Đại hội đã bầu Ban Chấp hành. Trước khi làm Bí thư Tỉnh ủy, ông Lục Minh Khải là Chủ tịch UBND tỉnh.", NULL, "election | Chủ tịch"},
	{"Hội nghị giới thiệu đồng chí Lục Minh Khải để bầu giữ chức Chủ tịch UBND tỉnh.", NULL, "election"},
	{"Đại hội bầu 41 ủy viên Ban Chấp hành, trong đó có 12 ủy viên nữ.", "| 41 | - | - | - | elected", "| 12 |"},
	{"Đại hội bầu 9 đại biểu dự Đại hội Đoàn toàn quốc lần thứ XII.", "election | Đoàn đại biểu | Đoàn Thanh niên Cộng sản Hồ Chí Minh | 12", NULL},
	/* who is appointed by whom; a post beside the name on either side, and one that has a winner of its own */
	{"Ông Lục Minh Khải, Phó Chủ tịch UBND tỉnh, sáng nay được Ban Chấp hành Đảng bộ tỉnh bầu làm Phó Bí thư Tỉnh ủy.",
	"election | Phó Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Lục Minh Khải | elected", NULL},
	{"Hội nghị bầu Bí thư và các Phó Bí thư: đồng chí Lục Minh Khải tiếp tục được tín nhiệm giữ chức Bí thư Tỉnh ủy; đồng chí Ma Thị Quyên, Chánh Văn phòng, làm Phó Bí thư.",
	"election | Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Lục Minh Khải | reelected",
	"election | Phó Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Lục Minh Khải"},
	{"Hội nghị đã bầu Ban Thường vụ. Đồng chí Lục Minh Khải, Chánh Văn phòng, làm Phó Bí thư.", "Phó Bí thư | Tỉnh ủy Hà Giang | 17 | 2020 | 2025 | - | - | - | Lục Minh Khải | elected", NULL},
	{"Thứ trưởng Lục Minh Khải, Bí thư Đảng ủy Bộ chủ trì hội nghị.", "{Thứ trưởng; Bí thư Đảng ủy Bộ}", NULL},
	{"Dự có Phó Bí thư Tỉnh ủy Lục Minh Khải, Chủ tịch UBND tỉnh Ma Thị Quyên.", "Lục Minh Khải | {Phó Bí thư Tỉnh ủy} |", "{Phó Bí thư Tỉnh ủy; Chủ tịch"},
	{"Dự có Phó Bí thư Tỉnh ủy Lục Minh Khải, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy Ma Thị Quyên.", "Lục Minh Khải | {Phó Bí thư Tỉnh ủy} |", NULL},
	{"Đại tá Lục Minh Khải, Giám đốc Công an tỉnh Cao Bằng phát biểu.", "{Giám đốc Công an tỉnh Cao Bằng}", NULL},
	{"Đồng chí Lục Minh Khải, Bí thư Đảng ủy xã nói: “Nước rút thì ta đi.”", "| {Bí thư Đảng ủy xã} | spoke", NULL},
	{"Dự có đồng chí Lục Minh Khải, Bí thư Đảng ủy xã.", "| {Bí thư Đảng ủy xã} | attended", "spoke"},
	/* whose congress: a union by a shorter name, the women's, the commune that the sentence is set in */
	{"Đại hội Công đoàn Công ty May Sông Lô lần thứ V\nSáng 5/8/2020, Đại hội Công đoàn lần thứ V khai mạc.", "event | congress | Công đoàn Công ty May Sông Lô |", "congress | Công đoàn |"},
	{"Chị em học Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII.", "event | congress | Hội LHPN Việt Nam | central | - | 13", NULL},
	{"Chị em học Nghị quyết Đại hội Phụ nữ huyện Vân Sơn lần thứ IX.", "event | congress | Hội LHPN huyện Vân Sơn | district | Hà Giang | 9", NULL},
	{"Đảng bộ xã Sơn Vĩ đại hội\nSáng 5/8/2020, Đại hội Đảng bộ xã Sơn Vĩ lần thứ V khai mạc. Tại xã Lũng Cú, ngày 8/8, Đại hội Đảng bộ xã lần thứ VI bế mạc.",
	"event | congress | Đảng bộ xã Lũng Cú | commune | - | 6", "Đảng bộ xã Sơn Vĩ | commune | - | 6"},
	{"Đảng bộ xã Sơn Vĩ đại hội\nSáng 5/8/2020, Đại hội Đảng bộ xã Sơn Vĩ lần thứ V khai mạc. Đoàn xã Lũng Cú đến dự Đại hội Đảng bộ xã lần thứ V.", NULL, "Đảng bộ xã Lũng Cú"},
	/* the last day told later; a congress to come elects nobody yet, one below it has */
	{"Sáng 12/10/2020, Đại hội khai mạc. Đại hội bế mạc chiều 14/10.", "2020-10-12 | 2020-10-14 | 3", NULL},
	{"Sáng 12/10/2020, Đại hội khai mạc. Bế mạc Đại hội, ông Lục Minh Khải hẹn bà con đến ngày 30/10.", "2020-10-12 | 2020-10-12 | -", NULL},
	{"Đảng bộ tỉnh Hà Giang chuẩn bị đại hội\nThứ Hai, 05/10/2020, 08:00\nĐại hội đại biểu Đảng bộ tỉnh Hà Giang lần thứ XVII khai mạc ngày 14/10/2020. Theo đề án, Ban Chấp hành khóa mới có 53 đồng chí; "
	"bầu đoàn đại biểu gồm 17 đồng chí đi dự Đại hội XIII của Đảng.", "election | Ban Chấp hành | Đảng bộ tỉnh Hà Giang | 17 | - | - | 53 | - | - | - | planned", "| elected"},
	{"Đảng bộ tỉnh Hà Giang chuẩn bị đại hội\nThứ Hai, 05/10/2020, 08:00\nĐại hội đại biểu Đảng bộ tỉnh Hà Giang lần thứ XVII khai mạc ngày 14/10/2020. "
	"Trước đó, Đảng bộ huyện Vân Sơn đã bầu 39 đồng chí vào Ban Chấp hành.", "| 39 | - | - | - | elected", "| planned"},
	{"Ban Chấp hành dự kiến 45 đồng chí.", "| 45 | - | - | - | planned", "elected"},
	/* several are not the one; who answers speaks, a post behind a colon does not */
	{"Dự có bà Ma Thị Quyên, Phó Chủ tịch Hội Nông dân tỉnh. Các đồng chí Phó Chủ tịch Hội Nông dân tỉnh phát biểu.", "| {Phó Chủ tịch Hội Nông dân tỉnh} | attended", "spoke"},
	{"Phóng viên gặp ông Lục Minh Khải.\nÔng Lục Minh Khải: Cái được nhất ở Đại hội Đảng bộ huyện Vân Sơn lần thứ IX là lòng dân.", "Lục Minh Khải | {} | spoke", NULL},
	{"Ông Lục Minh Khải: Bí thư Huyện ủy Vân Sơn.", "Lục Minh Khải | {Bí thư Huyện ủy Vân Sơn}", "spoke"},
	/* a story that mentions the national congress by the way has no people and figures of ours */
	{"Chiếc cầu treo ở bản Nà Mu\nBản có 64 nóc nhà, ông Lục Minh Khải thu được 90 triệu đồng tiền chè.\nNăm 1935, Đại hội lần thứ nhất của Đảng họp ở nước ngoài, cầu chưa có.",
	"event | congress | Đảng Cộng sản Việt Nam", "Lục Minh Khải"},
	{"Nghị quyết Đại hội XIII của Đảng ở bản Nà Mu\nBản có 64 nóc nhà, ông Lục Minh Khải thu được 90 triệu đồng tiền chè.", "Lục Minh Khải", NULL},
	/* what a number is of */
	{"Cấp ủy có cán bộ trẻ dưới 40 tuổi 24,6%.", "cán bộ trẻ dưới 40 tuổi |", "| tuổi |"},
	{"Phấn đấu giá trị sản xuất trên 1 ha đất ruộng đạt 85 triệu đồng.", "| 85E-0 | - | triệu đồng | giá trị sản xuất trên 1 ha đất ruộng", "| 1E-0"},
	{"Huyện trồng mới trên 1 ha chè.", "| > | 1E-0 | - | ha | chè", NULL},
	{"Nhân dân hiến 300 m2 đất.", "| 300E-0 | - | m2 | đất | hiến", "| m2 đất"},
	{"Bộ đội giúp dân hơn 2.100 ngày công trong 40 ngày.", "| 2100E-0 | - | ngày công", "| 40E-0"},
	{"Phường đặt mục tiêu đến năm 2025 thu ngân sách đạt 300 tỷ đồng.", "| thu ngân sách |", "| Phường"},
	{"Phấn đấu tăng trưởng kinh tế bình quân 10%/năm trở lên.", "| target | >= | 10E-0 | - | %/năm", "| trở lên"},
	{"Hội thu hút 68% phụ nữ từ 18 tuổi trở lên vào Hội.", "| = | 68E-0", "| >= | 68E-0"},
	{"Thu nhập bình quân năm 2019 đạt 91 triệu đồng.", "| 2019 | 2019", "yearly_average"},
	{"Nghị quyết đề ra 22 chỉ tiêu. Có 5 chỉ tiêu không đạt kế hoạch.", "programme | chỉ tiêu | 22", "programme | chỉ tiêu | 5"},
	{"Nghị quyết đề ra 22 chỉ tiêu; tai nạn giảm cả ba tiêu chí.", "programme | chỉ tiêu | 22", "tiêu chí"},
	{"Có 12.450 lượt sinh viên tham gia, chi đoàn giới thiệu 1.058 đoàn viên ưu tú.", NULL, "count | attendees | = | 1058"},
	{"Tỉnh nằm trong nhóm 5 địa phương đứng đầu về PCI. Năm 2019, tỉnh đứng thứ 4 cả nước.", "PCI | 4", NULL},
	{"Tỉnh nằm trong nhóm 5 địa phương đứng đầu về PCI.\nQuy mô kinh tế của tỉnh đứng thứ 4 cả nước. Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII khai mạc.", "PCI | 1 | 5", "PCI | 4"},
	/* alternates among the number; delegates whom a congress is told with, and some of those before */
	{"Đại hội bầu 9 đồng chí (trong đó có 1 dự khuyết) vào đoàn đại biểu dự Đại hội Đảng bộ huyện Vân Sơn lần thứ IX.", "election | Đoàn đại biểu | Đảng bộ huyện Vân Sơn | 9 | - | - | 8 | 1", NULL},
	{"Đại hội bầu 9 đồng chí vào đoàn đại biểu dự Đại hội Đảng bộ huyện Vân Sơn lần thứ IX và 1 đại biểu dự khuyết.", "election | Đoàn đại biểu | Đảng bộ huyện Vân Sơn | 9 | - | - | 9 | 1", NULL},
	{"Đại hội diễn ra trong hai ngày 5 và 6/8/2020 với 250 đại biểu.", "count | delegates | = | 250", NULL},
	{"Trước giờ khai mạc, phóng viên trao đổi với 25 đại biểu.", NULL, "count | delegates | = | 25"},
	{"Dự Đại hội có 150 đại biểu, trong đó có 14 đại biểu đương nhiên.", "count | delegates | = | 150", "count | delegates | = | 14"},
	{"Đoàn thanh niên hỗ trợ vốn cho 30 dự án khởi nghiệp. Nghị quyết có 3 dự án.", "programme | dự án | 3", "programme | dự án | 30"},
	{"Đồng chí Lục Minh Khải, Vụ trưởng Vụ Kế hoạch - Tài chính phát biểu.", "{Vụ trưởng Vụ Kế hoạch - Tài chính} | spoke", NULL},
	/* the preparatory session elects, though the congress is still to come */
	{"Phiên trù bị Đại hội Đảng bộ tỉnh Hà Giang\nThứ Hai, 12/10/2020, 18:00\nChiều 12/10, Đại hội đại biểu Đảng bộ tỉnh Hà Giang lần thứ XVII họp phiên trù bị. Đại hội khai mạc ngày 14/10/2020. Đoàn Thư ký gồm 3 đồng chí được bầu.",
	NULL, "planned"},
};

static void
test_readings(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++)
	{
		char		text[1024];
		char	   *facts;
		bool		whole = strchr(readings[i].text, '\n') != NULL;
		int			n = snprintf(text, sizeof(text), "%s%s\n", whole ? "" : "Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII\n"
								 "Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII, nhiệm kỳ 2020 - 2025 đã diễn ra.\n",
								 readings[i].text);

		assert_in_range(n, 1, sizeof(text) - 1);
		facts = read_facts(text, (size_t) n, ref);
		if (readings[i].gives != NULL && strstr(facts, readings[i].gives) == NULL)
			fail_msg("%s\ndoes not give %s, but\n%s", readings[i].text, readings[i].gives, facts);
		if (readings[i].gives_not != NULL && strstr(facts, readings[i].gives_not) != NULL)
			fail_msg("%s\ngives %s:\n%s", readings[i].text, readings[i].gives_not, facts);
		free(facts);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_small_texts),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_out_of_memory),
		cmocka_unit_test(test_interrupted),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_readings),
		cmocka_unit_test(test_long_texts),
	};

	return cmocka_run_group_tests(tests, read_articles, free_articles);
}
