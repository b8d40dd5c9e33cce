--
-- lexis.sql
--	  How a text is read before facts are looked for: tokens, sentences,
--	  numbers, dates; words that are misspelled or abbreviated.
--
-- substr(body, span_start, span_length) is always the place in the text.
-- COST and ROWS are those of an article of common length, some 5 kB.
--

CREATE FUNCTION vn_tokens(body text)
RETURNS TABLE (
	token text, kind text, span_start integer, span_length integer)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000 ROWS 1000
AS 'MODULE_PATHNAME', 'vn_tokens';
COMMENT ON FUNCTION vn_tokens(text) IS
	'tokens of a text: syllable, word, number, roman, punctuation, symbol, newline';

CREATE FUNCTION vn_sentences(body text)
RETURNS TABLE (
	sentence integer, zone text, content text, span_start integer, span_length integer)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000 ROWS 40
AS 'MODULE_PATHNAME', 'vn_sentences';
COMMENT ON FUNCTION vn_sentences(text) IS
	'sentences of a text, each with the zone of the article that it stands in';

CREATE FUNCTION vn_numbers(body text)
RETURNS TABLE (
	content text, comparator text, value numeric, value_max numeric, unit text,
	span_start integer, span_length integer)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000 ROWS 30
AS 'MODULE_PATHNAME', 'vn_numbers';
COMMENT ON FUNCTION vn_numbers(text) IS
	'numbers of a text, in digits or words, with comparator, range and percent sign';

CREATE FUNCTION vn_dates(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	content text, date_start date, date_end date, grain text,
	span_start integer, span_length integer)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000 ROWS 10
AS 'MODULE_PATHNAME', 'vn_dates';
COMMENT ON FUNCTION vn_dates(text, date) IS
	'dates of a text; what they leave out is completed from ref, or null without it';

CREATE FUNCTION vn_date(string text, ref date DEFAULT NULL, OUT during daterange, OUT grain text) RETURNS record
LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'vn_date';
COMMENT ON FUNCTION vn_date(text, date) IS
	'the days that the text is, if it is a date or a period and nothing else; null if not';

CREATE FUNCTION vn_spellcheck(body text)
RETURNS TABLE (
	token text, suggestions text[], span_start integer, span_length integer)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 4000 ROWS 10
AS 'MODULE_PATHNAME', 'vn_spellcheck';
COMMENT ON FUNCTION vn_spellcheck(text) IS
	'words of a text that are no Vietnamese syllable and not known, with what may have been meant';

CREATE FUNCTION vn_abbreviations(body text)
RETURNS TABLE (
	abbreviation text, readings text[], span_start integer, span_length integer)
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2000 ROWS 10
AS 'MODULE_PATHNAME', 'vn_abbreviations';
COMMENT ON FUNCTION vn_abbreviations(text) IS
	'abbreviations of a text with all that they may stand for, the commonest first';
