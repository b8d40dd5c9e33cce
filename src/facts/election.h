/*-------------------------------------------------------------------------
 *
 * election.h
 *	  What the files that read elections share.
 *
 * election.c reads bodies and delegations, election_post.c persons and posts,
 * election_list.c lists of the members of a body; election_row.c makes their rows.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_FACTS_ELECTION_H
#define CX_FACTS_ELECTION_H

#include "internal.h"

/* ---- election_row.c ------------------------------------------------------------- */

extern bool cx_is_word(CxStr s, const char *word);
extern const CxMatch *cx_captured_mention(const CxReader *r, const CxMatch *match, CxField field);
extern CxStr cx_organ_name(const CxReader *r, const CxMatch *organ);
extern const CxEdge *cx_context_verb(const CxReader *r, uint32_t tok, uint32_t *at);
extern const char *cx_context_outcome(const CxReader *r, uint32_t tok);
extern const char *cx_match_modality(const CxReader *r, const CxMatch *match);
extern CxStatus cx_org_at(const CxReader *r, uint32_t tok, CxOrg *out);
extern CxStatus cx_organ_org(const CxReader *r, const CxMatch *organ, CxOrg *out);
extern void cx_election_term(const CxReader *r, const CxMatch *match, CxElection *e);
extern CxStatus cx_election_complete(const CxReader *r, uint32_t tok, const CxOrg *org, CxElection *e);
extern void cx_election_init(CxElection *e);
extern CxStatus cx_election_organ(CxReader *r, const CxMatch *organ, CxElection *row);
extern CxStatus cx_election_add(CxReader *r, const CxElection *row);
extern int32_t cx_take_number(CxReader *r, const CxCapture *c);

/* ---- election_post.c ------------------------------------------------------------ */

extern CxStatus cx_numbered_posts_read(CxReader *r, const CxMatch *match);
extern CxStatus cx_not_elected_read(CxReader *r, const CxMatch *match);
extern CxStatus cx_post_read(CxReader *r, const CxMatch *match);

/* a person whom a list of the members of a body of "org" names, perhaps with a post in it */
extern CxStatus cx_listed_person_read(CxReader *r, const CxMatch *mention, const CxOrg *org, const char *outcome);

/* ---- election_list.c ------------------------------------------------------------ */

extern CxStatus cx_member_lists_read(CxReader *r);

#endif							/* CX_FACTS_ELECTION_H */
