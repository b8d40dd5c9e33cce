/*-------------------------------------------------------------------------
 *
 * slug.c
 *	  A title as part of a URL: "Đại hội lần thứ IX" → dai-hoi-lan-thu-ix.
 *
 * What is left of the folded text are the letters a to z and digits; all else
 * between two of them is one hyphen, and none stands at an end.  So letters of
 * other scripts are lost, as they are in the addresses of Vietnamese newspapers.
 *
 *-------------------------------------------------------------------------
 */
#include "buffer.h"

CxStatus
cx_slug(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	CxStr		folded;
	char	   *slug;
	uint32_t	at = 0;
	bool		gap = false;

	CX_TRY(cx_fold(arena, s, n, &folded));
	slug = cx_arena_grow(arena, NULL, 0, (size_t) folded.n + 1);
	if (slug == NULL)
		return CX_ENOMEM;
	for (uint32_t i = 0; i < folded.n; i++)
	{
		char		c = folded.at[i];

		if (i % CX_POLL_BYTES == 0)
			CX_TRY(cx_poll(arena));
		if ((c < 'a' || c > 'z') && (c < '0' || c > '9'))
		{
			gap = at > 0;
			continue;
		}
		if (gap)
			slug[at++] = '-';
		gap = false;
		slug[at++] = c;
	}
	*out = (CxStr) {slug, at};
	return CX_OK;
}
