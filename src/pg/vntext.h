/*-------------------------------------------------------------------------
 *
 * vntext.h
 *	  What the files about the type vntext share.
 *
 * A vntext is a varlena of UTF-8 in form C, so that it can be taken for a text
 * as it is.  A text is not known to be in form C, and is brought to it where a
 * function takes texts.
 *
 *-------------------------------------------------------------------------
 */
#ifndef VNTEXT_H
#define VNTEXT_H

#include "cx_pg.h"

/*
 * A text as the library may compare it.  If that is not s itself, it lies in the
 * arena of "scratch", which need not be initialized before.
 */
extern CxStr cx_comparable(CxStr s, CxScratch *scratch);

/* PG_DETOAST_DATUM_PACKED(), without a call for what is not toasted: indexes compare much. */
static inline struct varlena *
cx_unpacked(Datum value)
{
	struct varlena *varlena = (struct varlena *) DatumGetPointer(value);

	if (VARATT_IS_COMPRESSED(varlena) || VARATT_IS_EXTERNAL(varlena))
		return pg_detoast_datum_packed(varlena);
	return varlena;
}

/* The value of a text. */
extern text *cx_make_vntext(CxStr s);

/* Comparison for other functions than the operators. */
extern PGDLLEXPORT Datum vn_text_cmp(PG_FUNCTION_ARGS);
extern int	cx_vntext_compare(Datum a, Datum b);

/* Sink of keys that appends them to a StringInfo. */
extern void cx_key_append(void *ctx, const uint8_t *bytes, size_t n);

#endif							/* VNTEXT_H */
