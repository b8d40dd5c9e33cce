--
-- name.sql
--	  Vietnamese names of persons.
--

CREATE FUNCTION vn_name_parts(name vntext, OUT surname vntext, OUT middle vntext, OUT given vntext)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'vn_name_parts';
COMMENT ON FUNCTION vn_name_parts(vntext) IS 'surname, middle names and given name';

CREATE FUNCTION vn_name_key(name vntext) RETURNS bytea
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'vn_name_key';
COMMENT ON FUNCTION vn_name_key(vntext) IS 'bytes in the order of lists of names: given name, surname, middle names';
