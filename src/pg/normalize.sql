--
-- normalize.sql
--	  Unicode forms, syllables, slugs and numbers of any text.
--

CREATE FUNCTION vn_nfc(string text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
AS 'MODULE_PATHNAME', 'vn_nfc';
COMMENT ON FUNCTION vn_nfc(text) IS
	'Unicode form C: ế as one character';

CREATE FUNCTION vn_nfd(string text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
AS 'MODULE_PATHNAME', 'vn_nfd';
COMMENT ON FUNCTION vn_nfd(text) IS
	'Unicode form D: ế as e and two combining marks';

CREATE FUNCTION vn_is_nfc(string text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
AS 'MODULE_PATHNAME', 'vn_is_nfc';
COMMENT ON FUNCTION vn_is_nfc(text) IS
	'is the text in Unicode form C?';

CREATE FUNCTION vn_normalize(
	string text, tones text DEFAULT 'keep', quotes text DEFAULT 'keep',
	dashes text DEFAULT 'keep', spaces boolean DEFAULT true, entities boolean DEFAULT true) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_normalize';
COMMENT ON FUNCTION vn_normalize(text, text, text, text, boolean, boolean) IS
	'the text in form C with single spaces, tones placed in a style if one is given';

CREATE FUNCTION vn_normalize_map(
	string text, tones text DEFAULT 'keep', quotes text DEFAULT 'keep',
	dashes text DEFAULT 'keep', spaces boolean DEFAULT true, entities boolean DEFAULT true)
RETURNS TABLE (
	span_start integer, span_length integer, normal_start integer, normal_length integer,
	original text, normal text)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10
AS 'MODULE_PATHNAME', 'vn_normalize_map';
COMMENT ON FUNCTION vn_normalize_map(text, text, text, text, boolean, boolean) IS
	'what vn_normalize changes: the characters of the text, and those of the result in their place';

CREATE FUNCTION vn_slug(string text) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20
AS 'MODULE_PATHNAME', 'vn_slug';
COMMENT ON FUNCTION vn_slug(text) IS
	'part of a URL: small letters without diacritics and digits, joined by hyphens';

CREATE FUNCTION vn_is_syllable(word text) RETURNS boolean
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5
AS 'MODULE_PATHNAME', 'vn_is_syllable';
COMMENT ON FUNCTION vn_is_syllable(text) IS
	'is the word a Vietnamese syllable, in any letter case, Unicode form and tone placement?';

CREATE FUNCTION vn_syllable(word text, OUT onset text, OUT rhyme text, OUT tone text) RETURNS record
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20
AS 'MODULE_PATHNAME', 'vn_syllable';
COMMENT ON FUNCTION vn_syllable(text) IS
	'onset, rhyme and tone of a Vietnamese syllable; null if the word is none';

CREATE FUNCTION vn_number(string text) RETURNS numeric
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_number';
COMMENT ON FUNCTION vn_number(text) IS
	'the number that the text is, in digits, words, both, or a roman numeral; null if it is none';

CREATE FUNCTION vn_spell_number(value numeric, style text DEFAULT 'standard') RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_spell_number';
COMMENT ON FUNCTION vn_spell_number(numeric, text) IS
	'the number in words, style standard (as Unicode CLDR), north or south';

CREATE FUNCTION vn_roman(numeral text) RETURNS integer
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5
AS 'MODULE_PATHNAME', 'vn_roman';
COMMENT ON FUNCTION vn_roman(text) IS
	'value of a roman numeral in capitals, 1 to 3999; null if it is none';

CREATE FUNCTION vn_to_roman(value integer) RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5
AS 'MODULE_PATHNAME', 'vn_to_roman';
COMMENT ON FUNCTION vn_to_roman(integer) IS
	'the number as a roman numeral; null outside of 1 to 3999';
