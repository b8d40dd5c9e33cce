/*-------------------------------------------------------------------------
 *
 * pipeline.h
 *	  Fact tables that follow a table of articles: what is shared by the files
 *	  that find them, write them, and are called by triggers and procedures.
 *
 *-------------------------------------------------------------------------
 */
#ifndef PIPELINE_H
#define PIPELINE_H

#include "cx_pg.h"

#include "executor/spi.h"
#include "utils/rel.h"

#define CX_MAX_KEYS		INDEX_MAX_KEYS
#define CX_TABLE_COLUMNS	(CX_ROW_COLUMNS + 4)	/* that we write, keys not
													 * counted */

/* The tables of a pipeline: one a relation, and two that tell what was read. */
#define CX_TABLE_READING	CX_RELATION_COUNT_ALL
#define CX_TABLE_ERROR		(CX_RELATION_COUNT_ALL + 1)
#define CX_TABLES			(CX_RELATION_COUNT_ALL + 2)

typedef struct CxTable
{
	Oid			relid;			/* InvalidOid: this relation is not wanted */
	Oid			owner;
	bool		plain;			/* rows may go straight to the heap */
	bool		keeps_reviewed; /* is of facts, with the column "reviewed" */
	int			natts;
	AttrNumber	key[CX_MAX_KEYS];	/* attributes of the article's key */
	int			ncolumns;
	AttrNumber	column[CX_TABLE_COLUMNS];	/* attribute of each value that we
											 * write; 0: the table has none */
	Oid			type[CX_TABLE_COLUMNS]; /* of the value, as the column may have
										 * been given another one */
	bool		indexed[CX_TABLE_COLUMNS];	/* and has a length that an index
											 * limits */
	AttrNumber	number,
				span_start,
				span_length;
	SPIPlanPtr	insert,			/* made when first used */
				remove,
				remaining,
				renumber;
} CxTable;

/* What is to be done for the rows of one table (a partition has its own). */
typedef struct CxPipeline
{
	Oid			relid;
	Oid			root;			/* the table that was attached */
	bool		valid;
	bool		replaced;		/* by another one; the last user takes it away */
	bool		complete;		/* has its tables; else there is nothing to do */
	int			users;
	MemoryContext context;
	int			nkeys;
	AttrNumber	key[CX_MAX_KEYS];
	Oid			key_type[CX_MAX_KEYS];
	Oid			key_equal[CX_MAX_KEYS]; /* operators */
	AttrNumber	body;
	AttrNumber	published;		/* 0: none */
	Oid			published_type;
	AttrNumber	filter;			/* 0: none */
	float4		min_confidence;
	CxTable		tables[CX_TABLES];
} CxPipeline;

/* ---- pipeline.c ---------------------------------------------------------- */

extern const char *const cx_table_names[CX_TABLES];

/*
 * The pipeline of a table, known by the triggers that run "trigger_function",
 * with its tables locked.  Held until the current memory context goes away.
 * NULL if it is not attached.
 */
extern CxPipeline *cx_pipeline_find(Relation rel, Oid trigger_function, LOCKMODE lockmode);

/* congress_trigger(), in the schema that the extension is in. */
extern Oid	cx_trigger_function(Oid schema);

/* "schema.name" of a table, quoted; "OPERATOR(schema.name)" of an operator. */
extern char *cx_quoted_table(Oid relid);
extern char *cx_quoted_operator(Oid operator);

/* The version of the grammar. */
extern const char cx_grammar_version[];

/* ---- pipeline_write.c ---------------------------------------------------- */

/* Writes to the tables of a pipeline. */
typedef struct CxWriter CxWriter;

/* An article as it is in its table. */
typedef struct CxArticleRow
{
	Datum		key[CX_MAX_KEYS];
	Datum		body;
	bool		body_isnull;
	Datum		published;
	bool		published_isnull;
	bool		wanted;			/* false: it is not to be read */
} CxArticleRow;

/* How the rows that there are already are seen. */
typedef enum CxWriteMode
{
	CX_WRITE_NEW,				/* there are none */
	CX_WRITE_AGAIN,				/* put new ones in their place */
	CX_WRITE_MISSING,			/* there are none, unless the article has been
								 * read: then leave it alone */
	CX_WRITE_STALE				/* put new ones in their place, unless it has
								 * been read by this version of the grammar */
} CxWriteMode;

extern CxWriter *cx_writer_start(CxPipeline *pipeline);
extern void cx_writer_end(CxWriter *writer);

/* Read an article and write its facts; false if it could not be read. */
extern bool cx_writer_article(CxWriter *writer, const CxArticleRow *article, CxWriteMode mode);

/* Remove the facts of an article and write why it could not be read. */
extern void cx_writer_failed(CxWriter *writer, const CxArticleRow *article, int sqlerrcode, const char *message);

/* Facts written and articles read so far; not those that were left alone. */
extern int64 cx_writer_facts(const CxWriter *writer);
extern int64 cx_writer_articles(const CxWriter *writer);

/*
 * An article is about to get another key: take its rows away, but for those
 * that a person has reviewed, which get numbers that are in nobody's way.
 */
extern void cx_writer_depart(CxWriter *writer, const Datum *key);

/* ---- pipeline_review.c --------------------------------------------------- */

/* A reviewed row, and the place of the row that it stands for, from 0; -1: none. */
typedef struct CxReviewed
{
	int32		number,
				start,
				length;
	int			stands_for;
} CxReviewed;

/* Where a row was read. */
typedef struct CxReadSpan
{
	int32		start,
				length;
	bool		taken;
} CxReadSpan;

/* Find what each reviewed row, its "stands_for" -1, stands for. */
extern void cx_pair_reviewed(CxReviewed *reviewed, int nreviewed, CxReadSpan *spans, int nspans);

#endif							/* PIPELINE_H */
