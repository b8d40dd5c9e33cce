--
-- vntext.sql
--	  The type vntext: Vietnamese text that compares, sorts and joins as a
--	  Vietnamese reader expects.
--
-- Operators come in four kinds: vntext and vntext, vntext and text, text and
-- vntext, and, under names with a # for the operator families, text and text.
--

CREATE TYPE vntext;

CREATE FUNCTION vntext_in(cstring, oid, integer) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_in';
COMMENT ON FUNCTION vntext_in(cstring, oid, integer) IS 'I/O';
CREATE FUNCTION vntext_out(vntext) RETURNS cstring
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_out';
COMMENT ON FUNCTION vntext_out(vntext) IS 'I/O';
CREATE FUNCTION vntext_recv(internal, oid, integer) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_recv';
COMMENT ON FUNCTION vntext_recv(internal, oid, integer) IS 'I/O';
CREATE FUNCTION vntext_send(vntext) RETURNS bytea
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_send';
COMMENT ON FUNCTION vntext_send(vntext) IS 'I/O';
CREATE FUNCTION vntext_typmod_in(cstring[]) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_typmod_in';
COMMENT ON FUNCTION vntext_typmod_in(cstring[]) IS 'I/O typmod';
CREATE FUNCTION vntext_typmod_out(integer) RETURNS cstring
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_typmod_out';
COMMENT ON FUNCTION vntext_typmod_out(integer) IS 'I/O typmod';

-- not collatable: the order of the type is its own
CREATE TYPE vntext (
	INPUT = vntext_in, OUTPUT = vntext_out, RECEIVE = vntext_recv, SEND = vntext_send,
	TYPMOD_IN = vntext_typmod_in, TYPMOD_OUT = vntext_typmod_out,
	INTERNALLENGTH = VARIABLE, STORAGE = extended, CATEGORY = 'S', PREFERRED = false
);
COMMENT ON TYPE vntext IS
	'Vietnamese text: equal but for case, Unicode form, tone placement, look-alikes of đ and white space; in Vietnamese order';

--
-- Casts
--

CREATE FUNCTION vntext(text) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_from_text';
COMMENT ON FUNCTION vntext(text) IS
	'to form C, with the look-alikes of đ in Vietnamese syllables replaced';

CREATE FUNCTION vntext(character) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_from_bpchar';
COMMENT ON FUNCTION vntext(character) IS
	'the same, without the spaces at the end';

CREATE FUNCTION vntext(vntext, integer, boolean) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_limit';
COMMENT ON FUNCTION vntext(vntext, integer, boolean) IS
	'adjust to the length of vntext(n)';

-- as text has them; the output function would give "t" and leave out the netmask
CREATE FUNCTION vntext(boolean) RETURNS vntext
LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'booltext';
COMMENT ON FUNCTION vntext(boolean) IS '"true" or "false"';
CREATE FUNCTION vntext(inet) RETURNS vntext
LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'network_show';
COMMENT ON FUNCTION vntext(inet) IS 'address with netmask';

CREATE CAST (boolean AS vntext) WITH FUNCTION vntext(boolean) AS ASSIGNMENT;
COMMENT ON CAST (boolean AS vntext) IS 'boolean to vntext';
CREATE CAST (inet AS vntext) WITH FUNCTION vntext(inet) AS ASSIGNMENT;
COMMENT ON CAST (inet AS vntext) IS 'inet to vntext';
CREATE CAST (vntext AS text) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (vntext AS text) IS 'vntext to text';
CREATE CAST (vntext AS character varying) WITHOUT FUNCTION AS IMPLICIT;
COMMENT ON CAST (vntext AS character varying) IS 'vntext to character varying';
CREATE CAST (vntext AS character) WITHOUT FUNCTION AS ASSIGNMENT;
COMMENT ON CAST (vntext AS character) IS 'vntext to character';
CREATE CAST (vntext AS name) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (vntext AS name) IS 'vntext to name';
CREATE CAST (text AS vntext) WITH FUNCTION vntext(text) AS ASSIGNMENT;
COMMENT ON CAST (text AS vntext) IS 'text to vntext';
CREATE CAST (character varying AS vntext) WITH FUNCTION vntext(text) AS ASSIGNMENT;
COMMENT ON CAST (character varying AS vntext) IS 'character varying to vntext';
CREATE CAST (character AS vntext) WITH FUNCTION vntext(character) AS ASSIGNMENT;
COMMENT ON CAST (character AS vntext) IS 'character to vntext';
CREATE CAST (name AS vntext) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (name AS vntext) IS 'name to vntext';
CREATE CAST (vntext AS vntext) WITH FUNCTION vntext(vntext, integer, boolean) AS IMPLICIT;
COMMENT ON CAST (vntext AS vntext) IS 'length of vntext(n)';

--
-- Comparison
--

CREATE FUNCTION vntext_eq(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_eq';
COMMENT ON FUNCTION vntext_eq(vntext, vntext) IS
	'implementation of = operator';

CREATE FUNCTION vntext_ne(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_ne';
COMMENT ON FUNCTION vntext_ne(vntext, vntext) IS
	'implementation of <> operator';

CREATE FUNCTION vntext_lt(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_lt';
COMMENT ON FUNCTION vntext_lt(vntext, vntext) IS
	'implementation of < operator';

CREATE FUNCTION vntext_le(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_le';
COMMENT ON FUNCTION vntext_le(vntext, vntext) IS
	'implementation of <= operator';

CREATE FUNCTION vntext_gt(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_gt';
COMMENT ON FUNCTION vntext_gt(vntext, vntext) IS
	'implementation of > operator';

CREATE FUNCTION vntext_ge(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_ge';
COMMENT ON FUNCTION vntext_ge(vntext, vntext) IS
	'implementation of >= operator';

CREATE FUNCTION vntext_cmp(vntext, vntext) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_cmp';
COMMENT ON FUNCTION vntext_cmp(vntext, vntext) IS
	'less-equal-greater in Vietnamese order';

CREATE FUNCTION vntext_text_eq(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_eq';
COMMENT ON FUNCTION vntext_text_eq(vntext, text) IS
	'implementation of = operator';

CREATE FUNCTION vntext_text_ne(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_ne';
COMMENT ON FUNCTION vntext_text_ne(vntext, text) IS
	'implementation of <> operator';

CREATE FUNCTION vntext_text_lt(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_lt';
COMMENT ON FUNCTION vntext_text_lt(vntext, text) IS
	'implementation of < operator';

CREATE FUNCTION vntext_text_le(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_le';
COMMENT ON FUNCTION vntext_text_le(vntext, text) IS
	'implementation of <= operator';

CREATE FUNCTION vntext_text_gt(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_gt';
COMMENT ON FUNCTION vntext_text_gt(vntext, text) IS
	'implementation of > operator';

CREATE FUNCTION vntext_text_ge(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_ge';
COMMENT ON FUNCTION vntext_text_ge(vntext, text) IS
	'implementation of >= operator';

CREATE FUNCTION vntext_text_cmp(vntext, text) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_text_cmp';
COMMENT ON FUNCTION vntext_text_cmp(vntext, text) IS
	'less-equal-greater in Vietnamese order';

CREATE FUNCTION text_vntext_eq(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_eq';
COMMENT ON FUNCTION text_vntext_eq(text, vntext) IS
	'implementation of = operator';

CREATE FUNCTION text_vntext_ne(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_ne';
COMMENT ON FUNCTION text_vntext_ne(text, vntext) IS
	'implementation of <> operator';

CREATE FUNCTION text_vntext_lt(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_lt';
COMMENT ON FUNCTION text_vntext_lt(text, vntext) IS
	'implementation of < operator';

CREATE FUNCTION text_vntext_le(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_le';
COMMENT ON FUNCTION text_vntext_le(text, vntext) IS
	'implementation of <= operator';

CREATE FUNCTION text_vntext_gt(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_gt';
COMMENT ON FUNCTION text_vntext_gt(text, vntext) IS
	'implementation of > operator';

CREATE FUNCTION text_vntext_ge(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_ge';
COMMENT ON FUNCTION text_vntext_ge(text, vntext) IS
	'implementation of >= operator';

CREATE FUNCTION text_vntext_cmp(text, vntext) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'text_vntext_cmp';
COMMENT ON FUNCTION text_vntext_cmp(text, vntext) IS
	'less-equal-greater in Vietnamese order';

CREATE FUNCTION vn_text_eq(text, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_eq';
COMMENT ON FUNCTION vn_text_eq(text, text) IS
	'implementation of =# operator';

CREATE FUNCTION vn_text_ne(text, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_ne';
COMMENT ON FUNCTION vn_text_ne(text, text) IS
	'implementation of <># operator';

CREATE FUNCTION vn_text_lt(text, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_lt';
COMMENT ON FUNCTION vn_text_lt(text, text) IS
	'implementation of <# operator';

CREATE FUNCTION vn_text_le(text, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_le';
COMMENT ON FUNCTION vn_text_le(text, text) IS
	'implementation of <=# operator';

CREATE FUNCTION vn_text_gt(text, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_gt';
COMMENT ON FUNCTION vn_text_gt(text, text) IS
	'implementation of ># operator';

CREATE FUNCTION vn_text_ge(text, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_ge';
COMMENT ON FUNCTION vn_text_ge(text, text) IS
	'implementation of >=# operator';

CREATE FUNCTION vn_text_cmp(text, text) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_cmp';
COMMENT ON FUNCTION vn_text_cmp(text, text) IS
	'less-equal-greater in Vietnamese order';

CREATE OPERATOR = (
	LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_eq, COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR = (vntext, vntext) IS 'equal';
CREATE OPERATOR <> (
	LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_ne, COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR <> (vntext, vntext) IS 'not equal';
CREATE OPERATOR < (
	LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_lt, COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR < (vntext, vntext) IS 'less than';
CREATE OPERATOR <= (
	LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_le, COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR <= (vntext, vntext) IS 'less than or equal';
CREATE OPERATOR > (
	LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_gt, COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR > (vntext, vntext) IS 'greater than';
CREATE OPERATOR >= (
	LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_ge, COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR >= (vntext, vntext) IS 'greater than or equal';
CREATE OPERATOR = (
	LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_text_eq, COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR = (vntext, text) IS 'equal';
CREATE OPERATOR <> (
	LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_text_ne, COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR <> (vntext, text) IS 'not equal';
CREATE OPERATOR < (
	LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_text_lt, COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR < (vntext, text) IS 'less than';
CREATE OPERATOR <= (
	LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_text_le, COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR <= (vntext, text) IS 'less than or equal';
CREATE OPERATOR > (
	LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_text_gt, COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR > (vntext, text) IS 'greater than';
CREATE OPERATOR >= (
	LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_text_ge, COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR >= (vntext, text) IS 'greater than or equal';
CREATE OPERATOR = (
	LEFTARG = text, RIGHTARG = vntext, FUNCTION = text_vntext_eq, COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR = (text, vntext) IS 'equal';
CREATE OPERATOR <> (
	LEFTARG = text, RIGHTARG = vntext, FUNCTION = text_vntext_ne, COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR <> (text, vntext) IS 'not equal';
CREATE OPERATOR < (
	LEFTARG = text, RIGHTARG = vntext, FUNCTION = text_vntext_lt, COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR < (text, vntext) IS 'less than';
CREATE OPERATOR <= (
	LEFTARG = text, RIGHTARG = vntext, FUNCTION = text_vntext_le, COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR <= (text, vntext) IS 'less than or equal';
CREATE OPERATOR > (
	LEFTARG = text, RIGHTARG = vntext, FUNCTION = text_vntext_gt, COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR > (text, vntext) IS 'greater than';
CREATE OPERATOR >= (
	LEFTARG = text, RIGHTARG = vntext, FUNCTION = text_vntext_ge, COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR >= (text, vntext) IS 'greater than or equal';
CREATE OPERATOR =# (
	LEFTARG = text, RIGHTARG = text, FUNCTION = vn_text_eq, COMMUTATOR = =#, NEGATOR = <>#,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
COMMENT ON OPERATOR =# (text, text) IS 'equal in Vietnamese order';
CREATE OPERATOR <># (
	LEFTARG = text, RIGHTARG = text, FUNCTION = vn_text_ne, COMMUTATOR = <>#, NEGATOR = =#,
	RESTRICT = neqsel, JOIN = neqjoinsel);
COMMENT ON OPERATOR <># (text, text) IS 'not equal in Vietnamese order';
CREATE OPERATOR <# (
	LEFTARG = text, RIGHTARG = text, FUNCTION = vn_text_lt, COMMUTATOR = >#, NEGATOR = >=#,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
COMMENT ON OPERATOR <# (text, text) IS 'less than in Vietnamese order';
CREATE OPERATOR <=# (
	LEFTARG = text, RIGHTARG = text, FUNCTION = vn_text_le, COMMUTATOR = >=#, NEGATOR = >#,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel);
COMMENT ON OPERATOR <=# (text, text) IS 'less than or equal in Vietnamese order';
CREATE OPERATOR ># (
	LEFTARG = text, RIGHTARG = text, FUNCTION = vn_text_gt, COMMUTATOR = <#, NEGATOR = <=#,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel);
COMMENT ON OPERATOR ># (text, text) IS 'greater than in Vietnamese order';
CREATE OPERATOR >=# (
	LEFTARG = text, RIGHTARG = text, FUNCTION = vn_text_ge, COMMUTATOR = <=#, NEGATOR = <#,
	RESTRICT = scalargesel, JOIN = scalargejoinsel);
COMMENT ON OPERATOR >=# (text, text) IS 'greater than or equal in Vietnamese order';

--
-- Operator classes
--

CREATE FUNCTION vntext_hash(vntext) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_hash';
COMMENT ON FUNCTION vntext_hash(vntext) IS
	'hash';

CREATE FUNCTION vntext_hash_extended(vntext, bigint) RETURNS bigint
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_hash_extended';
COMMENT ON FUNCTION vntext_hash_extended(vntext, bigint) IS
	'hash';

CREATE FUNCTION vn_text_hash(text) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_hash';
COMMENT ON FUNCTION vn_text_hash(text) IS
	'hash of a text as vntext';

CREATE FUNCTION vn_text_hash_extended(text, bigint) RETURNS bigint
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vn_text_hash_extended';
COMMENT ON FUNCTION vn_text_hash_extended(text, bigint) IS
	'hash of a text as vntext';

CREATE FUNCTION vntext_sortsupport(internal) RETURNS void
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_sortsupport';
COMMENT ON FUNCTION vntext_sortsupport(internal) IS 'sort support';
CREATE FUNCTION vn_text_sortsupport(internal) RETURNS void
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vn_text_sortsupport';
COMMENT ON FUNCTION vn_text_sortsupport(internal) IS 'sort support';
CREATE FUNCTION vntext_like_support(internal) RETURNS internal
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_like_support';
COMMENT ON FUNCTION vntext_like_support(internal) IS 'planner support';
CREATE FUNCTION vntext_regex_support(internal) RETURNS internal
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_regex_support';
COMMENT ON FUNCTION vntext_regex_support(internal) IS 'planner support';
CREATE FUNCTION vntext_match_support(internal) RETURNS internal
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1 AS 'MODULE_PATHNAME', 'vntext_match_support';
COMMENT ON FUNCTION vntext_match_support(internal) IS 'planner support';

CREATE OPERATOR FAMILY vntext_ops USING btree;
CREATE OPERATOR CLASS vntext_ops DEFAULT FOR TYPE vntext USING btree FAMILY vntext_ops AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 vntext_cmp(vntext, vntext), FUNCTION 2 vntext_sortsupport(internal);
CREATE OPERATOR CLASS vn_text_ops FOR TYPE text USING btree FAMILY vntext_ops AS
	OPERATOR 1 <#, OPERATOR 2 <=#, OPERATOR 3 =#, OPERATOR 4 >=#, OPERATOR 5 >#,
	FUNCTION 1 vn_text_cmp(text, text), FUNCTION 2 vn_text_sortsupport(internal);
ALTER OPERATOR FAMILY vntext_ops USING btree ADD
	OPERATOR 1 < (vntext, text), OPERATOR 2 <= (vntext, text), OPERATOR 3 = (vntext, text),
	OPERATOR 4 >= (vntext, text), OPERATOR 5 > (vntext, text),
	FUNCTION 1 (vntext, text) vntext_text_cmp(vntext, text),
	OPERATOR 1 < (text, vntext), OPERATOR 2 <= (text, vntext), OPERATOR 3 = (text, vntext),
	OPERATOR 4 >= (text, vntext), OPERATOR 5 > (text, vntext),
	FUNCTION 1 (text, vntext) text_vntext_cmp(text, vntext);
COMMENT ON OPERATOR FAMILY vntext_ops USING btree IS 'vntext and text in Vietnamese order';
COMMENT ON OPERATOR CLASS vntext_ops USING btree IS 'vntext in Vietnamese order';
COMMENT ON OPERATOR CLASS vn_text_ops USING btree IS 'text in Vietnamese order';

CREATE OPERATOR FAMILY vntext_ops USING hash;
CREATE OPERATOR CLASS vntext_ops DEFAULT FOR TYPE vntext USING hash FAMILY vntext_ops AS
	OPERATOR 1 =, FUNCTION 1 vntext_hash(vntext), FUNCTION 2 vntext_hash_extended(vntext, bigint);
CREATE OPERATOR CLASS vn_text_ops FOR TYPE text USING hash FAMILY vntext_ops AS
	OPERATOR 1 =#, FUNCTION 1 vn_text_hash(text), FUNCTION 2 vn_text_hash_extended(text, bigint);
ALTER OPERATOR FAMILY vntext_ops USING hash ADD
	OPERATOR 1 = (vntext, text), OPERATOR 1 = (text, vntext);
COMMENT ON OPERATOR FAMILY vntext_ops USING hash IS 'vntext and text as Vietnamese readers tell them apart';
COMMENT ON OPERATOR CLASS vntext_ops USING hash IS 'vntext';
COMMENT ON OPERATOR CLASS vn_text_ops USING hash IS 'text as vntext';

CREATE OPERATOR CLASS vntext_minmax_ops DEFAULT FOR TYPE vntext USING brin AS
	OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
	FUNCTION 1 brin_minmax_opcinfo(internal), FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
	FUNCTION 3 brin_minmax_consistent(internal, internal, internal), FUNCTION 4 brin_minmax_union(internal, internal, internal);
ALTER OPERATOR FAMILY vntext_minmax_ops USING brin ADD
	OPERATOR 1 < (vntext, text), OPERATOR 2 <= (vntext, text), OPERATOR 3 = (vntext, text),
	OPERATOR 4 >= (vntext, text), OPERATOR 5 > (vntext, text);
COMMENT ON OPERATOR FAMILY vntext_minmax_ops USING brin IS 'vntext in Vietnamese order';
COMMENT ON OPERATOR CLASS vntext_minmax_ops USING brin IS 'vntext in Vietnamese order';

--
-- Aggregates
--

CREATE FUNCTION vntext_smaller(vntext, vntext) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_smaller';
COMMENT ON FUNCTION vntext_smaller(vntext, vntext) IS
	'smaller of two';

CREATE FUNCTION vntext_larger(vntext, vntext) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_larger';
COMMENT ON FUNCTION vntext_larger(vntext, vntext) IS
	'larger of two';

CREATE AGGREGATE min(vntext) (
	SFUNC = vntext_smaller, STYPE = vntext, COMBINEFUNC = vntext_smaller, SORTOP = <, PARALLEL = SAFE);
COMMENT ON AGGREGATE min(vntext) IS 'smallest in Vietnamese order';

CREATE AGGREGATE max(vntext) (
	SFUNC = vntext_larger, STYPE = vntext, COMBINEFUNC = vntext_larger, SORTOP = >, PARALLEL = SAFE);
COMMENT ON AGGREGATE max(vntext) IS 'greatest in Vietnamese order';

-- as that of texts; with it, ORDER BY within the call is that of the type
CREATE AGGREGATE string_agg(vntext, text) (
	SFUNC = pg_catalog.string_agg_transfn, STYPE = internal, FINALFUNC = pg_catalog.string_agg_finalfn, PARALLEL = SAFE);
COMMENT ON AGGREGATE string_agg(vntext, text) IS 'values with a separator between them';

--
-- Matching
--

CREATE FUNCTION vntext_like(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT vntext_like_support AS 'MODULE_PATHNAME', 'vntext_like';
COMMENT ON FUNCTION vntext_like(vntext, vntext) IS
	'implementation of ~~ operator';

CREATE FUNCTION vntext_like(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT vntext_like_support AS 'MODULE_PATHNAME', 'vntext_like';
COMMENT ON FUNCTION vntext_like(vntext, text) IS
	'implementation of ~~ operator';

CREATE FUNCTION vntext_like(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_like';
COMMENT ON FUNCTION vntext_like(text, vntext) IS
	'implementation of ~~ operator';

CREATE FUNCTION vntext_nlike(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_nlike';
COMMENT ON FUNCTION vntext_nlike(vntext, vntext) IS
	'implementation of !~~ operator';

CREATE FUNCTION vntext_nlike(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_nlike';
COMMENT ON FUNCTION vntext_nlike(vntext, text) IS
	'implementation of !~~ operator';

CREATE FUNCTION vntext_nlike(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_nlike';
COMMENT ON FUNCTION vntext_nlike(text, vntext) IS
	'implementation of !~~ operator';

CREATE FUNCTION vntext_regex(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT vntext_regex_support AS 'MODULE_PATHNAME', 'vntext_regex';
COMMENT ON FUNCTION vntext_regex(vntext, vntext) IS
	'implementation of ~ operator';

CREATE FUNCTION vntext_regex(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 SUPPORT vntext_regex_support AS 'MODULE_PATHNAME', 'vntext_regex';
COMMENT ON FUNCTION vntext_regex(vntext, text) IS
	'implementation of ~ operator';

CREATE FUNCTION vntext_regex(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_regex';
COMMENT ON FUNCTION vntext_regex(text, vntext) IS
	'implementation of ~ operator';

CREATE FUNCTION vntext_nregex(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_nregex';
COMMENT ON FUNCTION vntext_nregex(vntext, vntext) IS
	'implementation of !~ operator';

CREATE FUNCTION vntext_nregex(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_nregex';
COMMENT ON FUNCTION vntext_nregex(vntext, text) IS
	'implementation of !~ operator';

CREATE FUNCTION vntext_nregex(text, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'vntext_nregex';
COMMENT ON FUNCTION vntext_nregex(text, vntext) IS
	'implementation of !~ operator';

CREATE OPERATOR ~~ (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_like, NEGATOR = !~~, RESTRICT = likesel, JOIN = likejoinsel);
COMMENT ON OPERATOR ~~ (vntext, vntext) IS 'matches LIKE';
CREATE OPERATOR ~~ (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_like, NEGATOR = !~~, RESTRICT = likesel, JOIN = likejoinsel);
COMMENT ON OPERATOR ~~ (vntext, text) IS 'matches LIKE';
CREATE OPERATOR ~~ (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_like, NEGATOR = !~~, RESTRICT = likesel, JOIN = likejoinsel);
COMMENT ON OPERATOR ~~ (text, vntext) IS 'matches LIKE';
CREATE OPERATOR !~~ (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_nlike, NEGATOR = ~~, RESTRICT = nlikesel, JOIN = nlikejoinsel);
COMMENT ON OPERATOR !~~ (vntext, vntext) IS 'matches NOT LIKE';
CREATE OPERATOR !~~ (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_nlike, NEGATOR = ~~, RESTRICT = nlikesel, JOIN = nlikejoinsel);
COMMENT ON OPERATOR !~~ (vntext, text) IS 'matches NOT LIKE';
CREATE OPERATOR !~~ (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_nlike, NEGATOR = ~~, RESTRICT = nlikesel, JOIN = nlikejoinsel);
COMMENT ON OPERATOR !~~ (text, vntext) IS 'matches NOT LIKE';
CREATE OPERATOR ~ (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_regex, NEGATOR = !~, RESTRICT = regexeqsel, JOIN = regexeqjoinsel);
COMMENT ON OPERATOR ~ (vntext, vntext) IS 'matches regular expression';
CREATE OPERATOR ~ (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_regex, NEGATOR = !~, RESTRICT = regexeqsel, JOIN = regexeqjoinsel);
COMMENT ON OPERATOR ~ (vntext, text) IS 'matches regular expression';
CREATE OPERATOR ~ (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_regex, NEGATOR = !~, RESTRICT = regexeqsel, JOIN = regexeqjoinsel);
COMMENT ON OPERATOR ~ (text, vntext) IS 'matches regular expression';
CREATE OPERATOR !~ (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_nregex, NEGATOR = ~, RESTRICT = regexnesel, JOIN = regexnejoinsel);
COMMENT ON OPERATOR !~ (vntext, vntext) IS 'matches no regular expression';
CREATE OPERATOR !~ (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_nregex, NEGATOR = ~, RESTRICT = regexnesel, JOIN = regexnejoinsel);
COMMENT ON OPERATOR !~ (vntext, text) IS 'matches no regular expression';
CREATE OPERATOR !~ (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_nregex, NEGATOR = ~, RESTRICT = regexnesel, JOIN = regexnejoinsel);
COMMENT ON OPERATOR !~ (text, vntext) IS 'matches no regular expression';
CREATE OPERATOR ~~* (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_like, NEGATOR = !~~*, RESTRICT = likesel, JOIN = likejoinsel);
COMMENT ON OPERATOR ~~* (vntext, vntext) IS 'matches LIKE';
CREATE OPERATOR ~~* (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_like, NEGATOR = !~~*, RESTRICT = likesel, JOIN = likejoinsel);
COMMENT ON OPERATOR ~~* (vntext, text) IS 'matches LIKE';
CREATE OPERATOR ~~* (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_like, NEGATOR = !~~*, RESTRICT = likesel, JOIN = likejoinsel);
COMMENT ON OPERATOR ~~* (text, vntext) IS 'matches LIKE';
CREATE OPERATOR !~~* (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_nlike, NEGATOR = ~~*, RESTRICT = nlikesel, JOIN = nlikejoinsel);
COMMENT ON OPERATOR !~~* (vntext, vntext) IS 'matches NOT LIKE';
CREATE OPERATOR !~~* (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_nlike, NEGATOR = ~~*, RESTRICT = nlikesel, JOIN = nlikejoinsel);
COMMENT ON OPERATOR !~~* (vntext, text) IS 'matches NOT LIKE';
CREATE OPERATOR !~~* (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_nlike, NEGATOR = ~~*, RESTRICT = nlikesel, JOIN = nlikejoinsel);
COMMENT ON OPERATOR !~~* (text, vntext) IS 'matches NOT LIKE';
CREATE OPERATOR ~* (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_regex, NEGATOR = !~*, RESTRICT = regexeqsel, JOIN = regexeqjoinsel);
COMMENT ON OPERATOR ~* (vntext, vntext) IS 'matches regular expression';
CREATE OPERATOR ~* (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_regex, NEGATOR = !~*, RESTRICT = regexeqsel, JOIN = regexeqjoinsel);
COMMENT ON OPERATOR ~* (vntext, text) IS 'matches regular expression';
CREATE OPERATOR ~* (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_regex, NEGATOR = !~*, RESTRICT = regexeqsel, JOIN = regexeqjoinsel);
COMMENT ON OPERATOR ~* (text, vntext) IS 'matches regular expression';
CREATE OPERATOR !~* (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_nregex, NEGATOR = ~*, RESTRICT = regexnesel, JOIN = regexnejoinsel);
COMMENT ON OPERATOR !~* (vntext, vntext) IS 'matches no regular expression';
CREATE OPERATOR !~* (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_nregex, NEGATOR = ~*, RESTRICT = regexnesel, JOIN = regexnejoinsel);
COMMENT ON OPERATOR !~* (vntext, text) IS 'matches no regular expression';
CREATE OPERATOR !~* (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_nregex, NEGATOR = ~*, RESTRICT = regexnesel, JOIN = regexnejoinsel);
COMMENT ON OPERATOR !~* (text, vntext) IS 'matches no regular expression';

CREATE FUNCTION vntext_match(vntext, text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3 SUPPORT vntext_match_support AS 'MODULE_PATHNAME', 'vntext_match';
COMMENT ON FUNCTION vntext_match(vntext, text) IS
	'is the text the value, where letters typed without marks may have any?';

CREATE FUNCTION vntext_match(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3 SUPPORT vntext_match_support AS 'MODULE_PATHNAME', 'vntext_match';
COMMENT ON FUNCTION vntext_match(vntext, vntext) IS
	'is the text the value, where letters typed without marks may have any?';

CREATE FUNCTION vntext_bare_eq(vntext, vntext) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'vntext_bare_eq';
COMMENT ON FUNCTION vntext_bare_eq(vntext, vntext) IS
	'implementation of ~=~ operator';

CREATE FUNCTION vntext_hash_bare(vntext) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_hash_bare';
COMMENT ON FUNCTION vntext_hash_bare(vntext) IS
	'hash without marks';

CREATE FUNCTION vntext_hash_bare_extended(vntext, bigint) RETURNS bigint
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_hash_bare_extended';
COMMENT ON FUNCTION vntext_hash_bare_extended(vntext, bigint) IS
	'hash without marks';

CREATE OPERATOR ~= (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_match, RESTRICT = matchingsel, JOIN = matchingjoinsel);
COMMENT ON OPERATOR ~= (vntext, text) IS 'is, where letters typed without marks may have any';
CREATE OPERATOR ~= (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_match, RESTRICT = matchingsel, JOIN = matchingjoinsel);
COMMENT ON OPERATOR ~= (vntext, vntext) IS 'is, where letters typed without marks may have any';
CREATE OPERATOR ~=~ (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_bare_eq, COMMUTATOR = ~=~, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES);
COMMENT ON OPERATOR ~=~ (vntext, vntext) IS 'equal without any marks';
CREATE OPERATOR CLASS vntext_bare_ops FOR TYPE vntext USING hash AS
	OPERATOR 1 ~=~, FUNCTION 1 vntext_hash_bare(vntext), FUNCTION 2 vntext_hash_bare_extended(vntext, bigint);
COMMENT ON OPERATOR FAMILY vntext_bare_ops USING hash IS 'vntext without any marks, for ~=';
COMMENT ON OPERATOR CLASS vntext_bare_ops USING hash IS 'vntext without any marks, for ~=';

--
-- Functions that mind what the type does
--

CREATE FUNCTION vntext_concat(vntext, vntext) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_concat';
COMMENT ON FUNCTION vntext_concat(vntext, vntext) IS
	'implementation of || operator';

CREATE FUNCTION vntext_concat(vntext, text) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_concat';
COMMENT ON FUNCTION vntext_concat(vntext, text) IS
	'implementation of || operator';

CREATE FUNCTION vntext_concat(text, vntext) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'vntext_concat';
COMMENT ON FUNCTION vntext_concat(text, vntext) IS
	'implementation of || operator';

CREATE OPERATOR || (LEFTARG = vntext, RIGHTARG = vntext, FUNCTION = vntext_concat);
COMMENT ON OPERATOR || (vntext, vntext) IS 'concatenate';
CREATE OPERATOR || (LEFTARG = vntext, RIGHTARG = text, FUNCTION = vntext_concat);
COMMENT ON OPERATOR || (vntext, text) IS 'concatenate';
CREATE OPERATOR || (LEFTARG = text, RIGHTARG = vntext, FUNCTION = vntext_concat);
COMMENT ON OPERATOR || (text, vntext) IS 'concatenate';

-- The part or pattern may be a text, as a client may bind one, or a vntext, which makes
-- a value of unknown type one, too.

CREATE FUNCTION strpos(vntext, text) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vntext_strpos';
COMMENT ON FUNCTION strpos(vntext, text) IS
	'position of a part';

CREATE FUNCTION strpos(vntext, vntext) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vntext_strpos';
COMMENT ON FUNCTION strpos(vntext, vntext) IS
	'position of a part';

CREATE FUNCTION replace(vntext, text, text) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vntext_replace';
COMMENT ON FUNCTION replace(vntext, text, text) IS
	'replace all occurrences of a part';

CREATE FUNCTION replace(vntext, vntext, text) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vntext_replace';
COMMENT ON FUNCTION replace(vntext, vntext, text) IS
	'replace all occurrences of a part';

CREATE FUNCTION split_part(vntext, text, integer) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vntext_split_part';
COMMENT ON FUNCTION split_part(vntext, text, integer) IS
	'field between separators';

CREATE FUNCTION split_part(vntext, vntext, integer) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vntext_split_part';
COMMENT ON FUNCTION split_part(vntext, vntext, integer) IS
	'field between separators';

CREATE FUNCTION left(vntext, integer) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.left($1::text, $2)::vntext;
COMMENT ON FUNCTION left(vntext, integer) IS 'first characters';

CREATE FUNCTION right(vntext, integer) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.right($1::text, $2)::vntext;
COMMENT ON FUNCTION right(vntext, integer) IS 'last characters';

CREATE FUNCTION substr(vntext, integer) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.substr($1::text, $2)::vntext;
COMMENT ON FUNCTION substr(vntext, integer) IS 'part from a character on';

CREATE FUNCTION substr(vntext, integer, integer) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.substr($1::text, $2, $3)::vntext;
COMMENT ON FUNCTION substr(vntext, integer, integer) IS 'part from a character on, of a length';

CREATE FUNCTION "substring"(vntext, integer) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.substr($1::text, $2)::vntext;
COMMENT ON FUNCTION "substring"(vntext, integer) IS 'part from a character on';

CREATE FUNCTION "substring"(vntext, integer, integer) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.substr($1::text, $2, $3)::vntext;
COMMENT ON FUNCTION "substring"(vntext, integer, integer) IS 'part from a character on, of a length';

-- in one pass, so that what was put is not replaced again; the first of equal characters counts
CREATE FUNCTION translate(vntext, text, text) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.translate($1::text,
	pg_catalog.left(vn_lower($2::vntext::text), pg_catalog.char_length($3)) || pg_catalog.left(vn_upper($2::vntext::text), pg_catalog.char_length($3)) ||
		vn_lower($2::vntext::text) || vn_upper($2::vntext::text),
	pg_catalog.left($3, pg_catalog.char_length($2::vntext::text)) || pg_catalog.left($3, pg_catalog.char_length($2::vntext::text)))::vntext;
COMMENT ON FUNCTION translate(vntext, text, text) IS 'replace characters of either case';

CREATE FUNCTION translate(vntext, vntext, text) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN pg_catalog.translate($1::text,
	pg_catalog.left(vn_lower($2::text), pg_catalog.char_length($3)) || pg_catalog.left(vn_upper($2::text), pg_catalog.char_length($3)) ||
		vn_lower($2::text) || vn_upper($2::text),
	pg_catalog.left($3, pg_catalog.char_length($2::text)) || pg_catalog.left($3, pg_catalog.char_length($2::text)))::vntext;
COMMENT ON FUNCTION translate(vntext, vntext, text) IS 'replace characters of either case';

CREATE FUNCTION lower(vntext) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN vn_lower($1::text)::vntext;
COMMENT ON FUNCTION lower(vntext) IS 'lower of any Vietnamese text';

CREATE FUNCTION upper(vntext) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN vn_upper($1::text)::vntext;
COMMENT ON FUNCTION upper(vntext) IS 'upper of any Vietnamese text';

CREATE FUNCTION initcap(vntext) RETURNS vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 10
RETURN vn_initcap($1::text)::vntext;
COMMENT ON FUNCTION initcap(vntext) IS 'initcap of any Vietnamese text';

-- regular expressions: what is found is what ~ finds, but for the flag c

CREATE FUNCTION regexp_match(string vntext, pattern text, flags text DEFAULT '') RETURNS text[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_match';
COMMENT ON FUNCTION regexp_match(vntext, text, text) IS 'first find of a regular expression, or its groups';

CREATE FUNCTION regexp_match(string vntext, pattern vntext, flags text DEFAULT '') RETURNS text[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_match';
COMMENT ON FUNCTION regexp_match(vntext, vntext, text) IS 'first find of a regular expression, or its groups';

CREATE FUNCTION regexp_matches(string vntext, pattern text, flags text DEFAULT '') RETURNS SETOF text[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10 AS 'MODULE_PATHNAME', 'vntext_regexp_matches';
COMMENT ON FUNCTION regexp_matches(vntext, text, text) IS 'finds of a regular expression, or their groups';

CREATE FUNCTION regexp_matches(string vntext, pattern vntext, flags text DEFAULT '') RETURNS SETOF text[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10 AS 'MODULE_PATHNAME', 'vntext_regexp_matches';
COMMENT ON FUNCTION regexp_matches(vntext, vntext, text) IS 'finds of a regular expression, or their groups';

CREATE FUNCTION regexp_like(string vntext, pattern text, flags text DEFAULT '') RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_like';
COMMENT ON FUNCTION regexp_like(vntext, text, text) IS 'matches regular expression';

CREATE FUNCTION regexp_like(string vntext, pattern vntext, flags text DEFAULT '') RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_like';
COMMENT ON FUNCTION regexp_like(vntext, vntext, text) IS 'matches regular expression';

CREATE FUNCTION regexp_count(string vntext, pattern text, start integer DEFAULT 1, flags text DEFAULT '') RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_count';
COMMENT ON FUNCTION regexp_count(vntext, text, integer, text) IS 'number of finds of a regular expression';

CREATE FUNCTION regexp_count(string vntext, pattern vntext, start integer DEFAULT 1, flags text DEFAULT '') RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_count';
COMMENT ON FUNCTION regexp_count(vntext, vntext, integer, text) IS 'number of finds of a regular expression';

CREATE FUNCTION regexp_instr(string vntext, pattern text, start integer DEFAULT 1, "N" integer DEFAULT 1, endoption integer DEFAULT 0,
	flags text DEFAULT '', subexpr integer DEFAULT 0) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_instr';
COMMENT ON FUNCTION regexp_instr(vntext, text, integer, integer, integer, text, integer) IS 'position of a find of a regular expression';

CREATE FUNCTION regexp_instr(string vntext, pattern vntext, start integer DEFAULT 1, "N" integer DEFAULT 1, endoption integer DEFAULT 0,
	flags text DEFAULT '', subexpr integer DEFAULT 0) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_instr';
COMMENT ON FUNCTION regexp_instr(vntext, vntext, integer, integer, integer, text, integer) IS 'position of a find of a regular expression';

CREATE FUNCTION regexp_substr(string vntext, pattern text, start integer DEFAULT 1, "N" integer DEFAULT 1, flags text DEFAULT '',
	subexpr integer DEFAULT 0) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_substr';
COMMENT ON FUNCTION regexp_substr(vntext, text, integer, integer, text, integer) IS 'a find of a regular expression';

CREATE FUNCTION regexp_substr(string vntext, pattern vntext, start integer DEFAULT 1, "N" integer DEFAULT 1, flags text DEFAULT '',
	subexpr integer DEFAULT 0) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_substr';
COMMENT ON FUNCTION regexp_substr(vntext, vntext, integer, integer, text, integer) IS 'a find of a regular expression';

CREATE FUNCTION "substring"(string vntext, pattern text) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_substring';
COMMENT ON FUNCTION "substring"(vntext, text) IS 'first find of a regular expression, or its first group';

CREATE FUNCTION "substring"(string vntext, pattern vntext) RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_substring';
COMMENT ON FUNCTION "substring"(vntext, vntext) IS 'first find of a regular expression, or its first group';

CREATE FUNCTION regexp_replace(string vntext, pattern text, replacement text, flags text DEFAULT '') RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_replace';
COMMENT ON FUNCTION regexp_replace(vntext, text, text, text) IS 'replace finds of a regular expression';

CREATE FUNCTION regexp_replace(string vntext, pattern vntext, replacement text, flags text DEFAULT '') RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_replace';
COMMENT ON FUNCTION regexp_replace(vntext, vntext, text, text) IS 'replace finds of a regular expression';

CREATE FUNCTION regexp_replace(string vntext, pattern text, replacement text, start integer, "N" integer DEFAULT 1, flags text DEFAULT '') RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_replace_nth';
COMMENT ON FUNCTION regexp_replace(vntext, text, text, integer, integer, text) IS 'replace a find of a regular expression';

CREATE FUNCTION regexp_replace(string vntext, pattern vntext, replacement text, start integer, "N" integer DEFAULT 1, flags text DEFAULT '') RETURNS vntext
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_replace_nth';
COMMENT ON FUNCTION regexp_replace(vntext, vntext, text, integer, integer, text) IS 'replace a find of a regular expression';

CREATE FUNCTION regexp_split_to_array(string vntext, pattern text, flags text DEFAULT '') RETURNS text[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_split';
COMMENT ON FUNCTION regexp_split_to_array(vntext, text, text) IS 'pieces between finds of a regular expression';

CREATE FUNCTION regexp_split_to_array(string vntext, pattern vntext, flags text DEFAULT '') RETURNS text[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'vntext_regexp_split';
COMMENT ON FUNCTION regexp_split_to_array(vntext, vntext, text) IS 'pieces between finds of a regular expression';

CREATE FUNCTION regexp_split_to_table(string vntext, pattern text, flags text DEFAULT '') RETURNS SETOF vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10
BEGIN ATOMIC
	SELECT pg_catalog.unnest(regexp_split_to_array(string, pattern, flags));
END;
COMMENT ON FUNCTION regexp_split_to_table(vntext, text, text) IS 'pieces between finds of a regular expression';


CREATE FUNCTION regexp_split_to_table(string vntext, pattern vntext, flags text DEFAULT '') RETURNS SETOF vntext
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10
BEGIN ATOMIC
	SELECT pg_catalog.unnest(regexp_split_to_array(string, pattern, flags));
END;
COMMENT ON FUNCTION regexp_split_to_table(vntext, vntext, text) IS 'pieces between finds of a regular expression';
