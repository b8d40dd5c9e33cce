--
-- Spans are characters of the argument as it was passed, whatever its Unicode
-- form and whatever stands before: substr(body, span_start, span_length) is the
-- evidence.  The same article is given in NFC, in NFD, after emoji and after
-- other characters of two to four bytes; each must give the same evidence.
--
CREATE TEMP TABLE form (form text PRIMARY KEY, body text);
INSERT INTO form VALUES ('nfc', 'Khai mạc Đại hội Đảng bộ huyện Kim Ngọc lần thứ IX
Sáng 17/8/2020, Đảng bộ huyện Kim Ngọc khai mạc Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Dự Đại hội có đồng chí Trần Văn Kiên, Bí thư Huyện ủy và 248 đại biểu chính thức.
Đại hội đề ra 15 chỉ tiêu, phấn đấu đến năm 2025 có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ. Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX.
');
INSERT INTO form SELECT 'nfd', normalize(body, NFD) FROM form WHERE form = 'nfc';
INSERT INTO form SELECT 'emoji', replace(body, E'\n', E' 🎉👩‍👩‍👧🇻🇳\n') FROM form WHERE form = 'nfc';
INSERT INTO form SELECT 'nfd emoji', replace(body, E'\n', E' 🎉👩‍👩‍👧🇻🇳\n') FROM form WHERE form = 'nfd';
INSERT INTO form SELECT 'far', repeat('ä€𝔸 ', 1000) || E'.\n\n' || body FROM form WHERE form = 'nfc';
SELECT form, char_length(body) AS chars, octet_length(body) AS bytes FROM form ORDER BY form COLLATE "C";

-- tokens: the span gives the token, and the tokens cover all that is not blank
-- (a zero-width joiner, as in emoji of families, is)
SELECT f.form, t.*, substr(f.body, t.span_start, t.span_length) AS evidence
FROM form f, vn_tokens(f.body) t
WHERE t.token IS DISTINCT FROM substr(f.body, t.span_start, t.span_length);
SELECT f.form, string_agg(t.token, '' ORDER BY t.span_start) = regexp_replace(f.body, E'[ \u200d]', '', 'g') AS all_there
FROM form f, vn_tokens(f.body) t GROUP BY f.form, f.body ORDER BY f.form COLLATE "C";

-- sentences, numbers and dates: the span gives the content
SELECT f.form, s.* FROM form f, vn_sentences(f.body) s
WHERE s.content IS DISTINCT FROM substr(f.body, s.span_start, s.span_length);
SELECT f.form, s.* FROM form f, vn_numbers(f.body) s
WHERE s.content IS DISTINCT FROM substr(f.body, s.span_start, s.span_length);
SELECT f.form, s.* FROM form f, vn_dates(f.body) s
WHERE s.content IS DISTINCT FROM substr(f.body, s.span_start, s.span_length);

-- facts: in every form the evidence of the first, and no empty one
CREATE TEMP VIEW evidence AS
SELECT f.form, x.kind, x.subject, x.value, normalize(substr(f.body, x.span_start, x.span_length)) AS evidence
FROM form f, congress_facts(f.body) x;
SELECT kind, evidence FROM evidence WHERE form = 'nfc';
SELECT form, count(*) = (SELECT count(*) FROM evidence WHERE form = 'nfc') AS all_there
FROM evidence GROUP BY form ORDER BY form COLLATE "C";
SELECT e.* FROM evidence e
WHERE NOT EXISTS (
	SELECT FROM evidence n
	WHERE n.form = 'nfc' AND (n.kind, n.evidence) = (e.kind, e.evidence)
		AND n.subject IS NOT DISTINCT FROM e.subject AND n.value IS NOT DISTINCT FROM e.value);
