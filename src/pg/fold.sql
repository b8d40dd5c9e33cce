--
-- fold.sql
--	  Case, folding and sort keys of any text, the same under every locale.
--

CREATE FUNCTION vn_fold(text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vn_fold';
COMMENT ON FUNCTION vn_fold(text) IS 'lower case without diacritics, đ as d';

CREATE FUNCTION vn_unaccent(text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vn_unaccent';
COMMENT ON FUNCTION vn_unaccent(text) IS 'without diacritics, đ as d';

CREATE FUNCTION vn_lower(text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vn_lower';
COMMENT ON FUNCTION vn_lower(text) IS 'lower case';

CREATE FUNCTION vn_upper(text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vn_upper';
COMMENT ON FUNCTION vn_upper(text) IS 'upper case';

CREATE FUNCTION vn_initcap(text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vn_initcap';
COMMENT ON FUNCTION vn_initcap(text) IS 'first letter of each word in upper case';

CREATE FUNCTION vn_sort_key(text) RETURNS bytea
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'vn_sort_key';
COMMENT ON FUNCTION vn_sort_key(text) IS 'bytes in Vietnamese order';
