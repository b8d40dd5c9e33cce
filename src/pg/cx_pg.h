/*-------------------------------------------------------------------------
 *
 * cx_pg.h
 *	  Header of the glue between PostgreSQL and the library: environment,
 *	  errors, character positions, the shared analysis, and rows.
 *
 * The library works in bytes and reports status codes; SQL wants characters
 * and errors.  All that stands between is here.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_PG_H
#define CX_PG_H

#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "port/pg_bswap.h"
#include "utils/date.h"

#include "../facts/cx_facts.h"

/*
 * Before version 16 PGDLLEXPORT says nothing outside Windows; with hidden
 * visibility as the default it has to.
 */
#if PG_VERSION_NUM < 160000 && defined(__GNUC__) && !defined(WIN32)
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

/* Declare a C function that is called from SQL by the same name. */
#define CX_SQL_FUNCTION(function) \
	extern PGDLLEXPORT Datum function(PG_FUNCTION_ARGS); \
	PG_FUNCTION_INFO_V1(function)

/* ---- env.c --------------------------------------------------------------- */

/* An environment whose memory comes from "context". */
extern CxEnv cx_pg_env(MemoryContext context);

/* Raise what a status other than CX_OK means. */
extern void cx_pg_check(CxStatus status);

/* Raise an error unless the database is in UTF-8. */
extern void cx_pg_check_encoding(void);

/*
 * What a function keeps that needs memory of the library: an arena in the
 * current memory context.  Nothing is allocated before it is used.
 */
typedef struct CxScratch
{
	CxEnv		env;
	CxArena		arena;
} CxScratch;

static inline void
cx_scratch_init(CxScratch *scratch)
{
	scratch->env = cx_pg_env(CurrentMemoryContext);
	cx_arena_init(&scratch->arena, &scratch->env);
}

/* The bytes of a varlena that is not toasted. */
static inline CxStr
cx_varlena_str(const struct varlena *value)
{
	CxStr		s = {VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)};

	return s;
}

#define CX_GETARG_STR(n)	cx_varlena_str(PG_GETARG_VARLENA_PP(n))

/* The first argument as a function of the library makes it; itself, if that is no other. */
extern Datum cx_pg_map_text(FunctionCallInfo fcinfo, CxStatus (*map) (CxArena *, const char *, size_t, CxStr *));

/* A date argument for the library; infinite or out of its range is "none". */
extern CxYmd cx_pg_ymd(bool isnull, DateADT date);

/* ---- span.c -------------------------------------------------------------- */

/* Where the characters of a text are. */
typedef struct CxSpanMap
{
	const char *body;
	uint32		length;			/* bytes */
	uint32	   *chars;			/* characters before every SPAN_STEP-th byte */
} CxSpanMap;

extern void cx_span_map(CxSpanMap *map, const char *body, uint32 length);
extern int32 cx_span_chars(const CxSpanMap *map, uint32 offset);	/* characters before it */
extern uint32 cx_span_count(const char *s, uint32 n);	/* characters in some
														 * bytes */

/*
 * Characters that begin in n bytes, up to 8, of valid UTF-8: all but those that
 * go on with one, 10xxxxxx.  Eight bytes must be there to be read.  They are
 * looked at together: the lowest bit of each says whether it is such a byte, and the
 * product adds the eight up.
 */
static inline uint32
cx_span_count8(const char *s, uint32 n)
{
	const uint64 ones = UINT64CONST(0x0101010101010101);
	uint64		bytes;

	memcpy(&bytes, s, 8);
#ifdef WORDS_BIGENDIAN
	bytes = pg_bswap64(bytes);
#endif
	/* those beyond n as ASCII; a shift by 64 bits is none */
	bytes &= n < 8 ? (UINT64CONST(1) << 8 * n) - 1 : ~UINT64CONST(0);
	return n - (uint32) (((bytes >> 7 & ~bytes >> 6 & ones) * ones) >> 56);
}

/* ---- analysis.c ---------------------------------------------------------- */

/* An article with its facts; valid until the next call of cx_pg_analysis(). */
typedef struct CxAnalysis CxAnalysis;

/* "traced": with the readings behind its rows. */
extern const CxAnalysis *cx_pg_analysis(Datum body, bool ref_isnull, DateADT ref, bool traced);

/* The same without an error: NULL if *status is not CX_OK. */
extern const CxAnalysis *cx_pg_try_analysis(Datum body, bool ref_isnull, DateADT ref, bool traced, CxStatus *status);
extern const CxFacts *cx_analysis_facts(const CxAnalysis *analysis);
extern const CxTrace *cx_analysis_trace(const CxAnalysis *analysis);
extern const CxSpanMap *cx_analysis_spans(const CxAnalysis *analysis);

/* ---- row.c --------------------------------------------------------------- */

#define CX_ROW_COLUMNS	32		/* more than any of our relations has */
#define CX_ROW_ROOM		512		/* for the short strings of a row */

/* The result of a set-returning function, filled column by column; or rows for "sink". */
typedef struct CxRows
{
	ReturnSetInfo *rsinfo;		/* NULL if there is a sink */
	void		(*sink) (struct CxRows *rows);	/* takes "column" values */
	void	   *sink_arg;
	const CxSpanMap *spans;
	MemoryContext context;		/* for the values of one row */
	MemoryContext caller;
	int			column;
	Datum		values[CX_ROW_COLUMNS];
	bool		nulls[CX_ROW_COLUMNS];
	const CxSpanMap *near;		/* the map that the last position was of */
	uint32		near_offset;	/* which that is */
	int32		near_chars;
	Size		used;			/* of room */
	char		room[CX_ROW_ROOM];
} CxRows;

/* A valid date of the library as one of the server. */
extern Datum cx_pg_date(CxYmd ymd);

/* Between start and end the current memory context is that of one row. */
extern void cx_rows_start_sink(CxRows *rows, const CxSpanMap *spans, void (*sink) (CxRows *rows), void *sink_arg);
extern void cx_rows_start(CxRows *rows, FunctionCallInfo fcinfo, const CxSpanMap *spans);
extern void cx_rows_end(CxRows *rows);

/* The next column. */
static inline void
cx_put_datum(CxRows *rows, Datum value)
{
	rows->values[rows->column] = value;
	rows->nulls[rows->column++] = false;
}

static inline void
cx_put_null(CxRows *rows)
{
	rows->values[rows->column] = (Datum) 0;
	rows->nulls[rows->column++] = true;
}

extern void cx_put_word(CxRows *rows, const char *word);	/* NULL: null */
extern void cx_put_str(CxRows *rows, CxStr str);
extern void cx_put_strs(CxRows *rows, const CxStr *at, int n);
extern void cx_put_int(CxRows *rows, int32 value);	/* CX_NULL: null */
extern void cx_put_decimal(CxRows *rows, CxDecimal value);
extern void cx_put_date(CxRows *rows, CxYmd ymd);
extern void cx_put_span(CxRows *rows, uint32 start, uint32 end);	/* two columns */

/* The row is complete. */
extern void cx_put_row(CxRows *rows);

/* ---- facts.c ------------------------------------------------------------- */

/* The relations that have a function each, with the names of their fact tables. */
#define CX_RELATIONS(X) \
	X(EVENT, "event", "congress_events") \
	X(PERSON, "person", "congress_people") \
	X(ELECTION, "election", "congress_elections") \
	X(COUNT, "count", "congress_counts") \
	X(INDICATOR, "indicator", "congress_indicators") \
	X(RANKING, "ranking", "congress_rankings") \
	X(PROGRAMME, "programme", "congress_programme") \
	X(STATEMENT, "statement", "congress_statements") \
	X(ARTICLE, "article", "congress_article")

typedef enum CxRelation
{
#define X(id, table, function) CX_RELATION_##id,
	CX_RELATIONS(X)
#undef X
	CX_RELATION_COUNT_ALL
} CxRelation;

/* All rows of a relation. */
extern void cx_put_relation(CxRows *rows, const CxFacts *facts, CxRelation relation);

/* Every row ends with these columns; their places from the end. */
#define CX_COLUMN_SPAN_START	5
#define CX_COLUMN_SPAN_LENGTH	4
#define CX_COLUMN_CONFIDENCE	1

#endif							/* CX_PG_H */
