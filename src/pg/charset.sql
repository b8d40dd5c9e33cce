--
-- charset.sql
--	  Charsets that Vietnamese was written in before Unicode.
--

CREATE FUNCTION vn_convert(data bytea, from_charset text, to_charset text, replacement text DEFAULT NULL) RETURNS bytea
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_convert';
COMMENT ON FUNCTION vn_convert(bytea, text, text, text) IS
	'bytes of one charset as those of another';

CREATE FUNCTION vn_decode(data bytea, charset text, replacement text DEFAULT NULL) RETURNS text
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_decode';
COMMENT ON FUNCTION vn_decode(bytea, text, text) IS
	'bytes of a charset as text';

CREATE FUNCTION vn_encode(string text, charset text, replacement text DEFAULT NULL) RETURNS bytea
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_encode';
COMMENT ON FUNCTION vn_encode(text, text, text) IS
	'text as bytes of a charset';

CREATE FUNCTION vn_recode(string text, charset text, replacement text DEFAULT NULL) RETURNS text
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_recode';
COMMENT ON FUNCTION vn_recode(text, text, text) IS
	'text that holds bytes of a charset as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_from_tcvn3(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'tcvn3');
COMMENT ON FUNCTION vn_from_tcvn3(bytea) IS
	'bytes of TCVN3 (ABC) as text';

CREATE FUNCTION vn_from_tcvn3(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'tcvn3');
COMMENT ON FUNCTION vn_from_tcvn3(text) IS
	'text that holds bytes of TCVN3 (ABC) as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_tcvn3(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'tcvn3');
COMMENT ON FUNCTION vn_to_tcvn3(text) IS
	'text as bytes of TCVN3 (ABC)';

CREATE FUNCTION vn_from_vni(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'vni');
COMMENT ON FUNCTION vn_from_vni(bytea) IS
	'bytes of VNI as text';

CREATE FUNCTION vn_from_vni(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'vni');
COMMENT ON FUNCTION vn_from_vni(text) IS
	'text that holds bytes of VNI as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_vni(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'vni');
COMMENT ON FUNCTION vn_to_vni(text) IS
	'text as bytes of VNI';

CREATE FUNCTION vn_from_viscii(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'viscii');
COMMENT ON FUNCTION vn_from_viscii(bytea) IS
	'bytes of VISCII as text';

CREATE FUNCTION vn_from_viscii(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'viscii');
COMMENT ON FUNCTION vn_from_viscii(text) IS
	'text that holds bytes of VISCII as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_viscii(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'viscii');
COMMENT ON FUNCTION vn_to_viscii(text) IS
	'text as bytes of VISCII';

CREATE FUNCTION vn_from_vps(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'vps');
COMMENT ON FUNCTION vn_from_vps(bytea) IS
	'bytes of VPS as text';

CREATE FUNCTION vn_from_vps(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'vps');
COMMENT ON FUNCTION vn_from_vps(text) IS
	'text that holds bytes of VPS as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_vps(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'vps');
COMMENT ON FUNCTION vn_to_vps(text) IS
	'text as bytes of VPS';

CREATE FUNCTION vn_from_viqr(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'viqr');
COMMENT ON FUNCTION vn_from_viqr(bytea) IS
	'bytes of VIQR as text';

CREATE FUNCTION vn_from_viqr(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'viqr');
COMMENT ON FUNCTION vn_from_viqr(text) IS
	'text that holds bytes of VIQR as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_viqr(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'viqr');
COMMENT ON FUNCTION vn_to_viqr(text) IS
	'text as bytes of VIQR';

CREATE FUNCTION vn_from_cp1258(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'windows-1258');
COMMENT ON FUNCTION vn_from_cp1258(bytea) IS
	'bytes of Windows-1258 as text';

CREATE FUNCTION vn_from_cp1258(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'windows-1258');
COMMENT ON FUNCTION vn_from_cp1258(text) IS
	'text that holds bytes of Windows-1258 as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_cp1258(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'windows-1258');
COMMENT ON FUNCTION vn_to_cp1258(text) IS
	'text as bytes of Windows-1258';

CREATE FUNCTION vn_from_tcvn5712(data bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_decode(data, 'tcvn5712-1');
COMMENT ON FUNCTION vn_from_tcvn5712(bytea) IS
	'bytes of TCVN 5712 (VN1) as text';

CREATE FUNCTION vn_from_tcvn5712(string text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_recode(string, 'tcvn5712-1');
COMMENT ON FUNCTION vn_from_tcvn5712(text) IS
	'text that holds bytes of TCVN 5712 (VN1) as if they were Latin letters, as what it was meant to be';

CREATE FUNCTION vn_to_tcvn5712(string text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
RETURN vn_encode(string, 'tcvn5712-1');
COMMENT ON FUNCTION vn_to_tcvn5712(text) IS
	'text as bytes of TCVN 5712 (VN1)';

CREATE FUNCTION vn_detect_charset(data bytea)
RETURNS TABLE (charset text, score real)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 2
AS 'MODULE_PATHNAME', 'vn_detect_charset_bytea';
COMMENT ON FUNCTION vn_detect_charset(bytea) IS
	'charsets in which the bytes are Vietnamese, best first';

CREATE FUNCTION vn_detect_charset(string text)
RETURNS TABLE (charset text, score real)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 2
AS 'MODULE_PATHNAME', 'vn_detect_charset_text';
COMMENT ON FUNCTION vn_detect_charset(text) IS
	'charsets whose bytes the text holds as if they were Latin letters, best first; unicode if it is right as it stands';
