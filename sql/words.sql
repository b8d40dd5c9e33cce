--
-- Words: misspelled ones with what was meant, and abbreviations with what they
-- stand for.
--

-- a slip, and what is suggested first
CREATE TEMP TABLE slip (word text, meant text);
INSERT INTO slip VALUES
	('hôị', 'hội'), ('baỏ', 'bảo'), ('nghịêm', 'nghiệm'), ('HÔỊ', 'HỘI'), ('Thuýên', 'Thuyến'),
	('ddaij', 'đại'), ('ddoongf', 'đồng'), ('truwowngf', 'trường'), ('trường2', NULL), ('huyênj', 'huyện'), ('bieur', 'biểu'), ('Nguyeenx', 'Nguyễn'),
	('truong', 'trường'), ('phuong', 'phương'), ('nghành', 'ngành'), ('NGHÀNH', 'NGÀNH'), ('fát', 'phát'), ('khôg', 'không'), ('zân', 'dân'),
	('pháttriển', 'phát triển'), ('viênBan', 'viên Ban'), ('ĐẢNGBỘ', 'ĐẢNG BỘ'), (normalize('trongđơn', NFD), 'trong đơn'),
	('đạii', 'đại'), ('đđồng', 'đồng'), ('Đagn', 'Đang'), ('ngiệp', 'nghiệp'), ('chưong', 'chương'), ('nhièu', 'nhiều'), ('thưòng', 'thường'),
	(normalize('ngiệp', NFD), 'nghiệp'), ('khuyết́t', 'khuyết');
SELECT s.*, c.suggestions FROM slip s LEFT JOIN vn_spellcheck(s.word) c ON true
WHERE s.meant IS DISTINCT FROM c.suggestions[1] ORDER BY s.word COLLATE "C";
SELECT * FROM vn_spellcheck('Nghành giáo dục truong học');

-- nothing is wrong with these: any letter case, form and tone placement, numbers, codes, known names and abbreviations, addresses
SELECT body, c.* FROM unnest(ARRAY['Đại hội Đảng bộ huyện Yên Sơn', normalize('Đại hội ĐẢNG BỘ', NFD), 'Ðại hội, HÐND', 'hoà bình, hòa bình, HOÀ, thuỷ lợi, thủy lợi, quý, quí', 'lý, lí, kỹ, kĩ',
	'1.588.000 đồng, XIV, 95,5%, 17/8', 'QL14B, A1, B.', 'UBND, T.Ư, TP.HCM, đ/c, TTXVN', 'online, website, km, USD, camera', 'Đắk Lắk, Krông Pắc, Kon Tum, Rơ Chăm',
	'xem http://tuyenquang.gov.example/bai-viet, www.strange.example, ai@strange.example', '', ' ', '!?', '👍']) body, vn_spellcheck(body) c ORDER BY body COLLATE "C";
-- what nothing is near to has no suggestion; addresses end at a space
SELECT * FROM vn_spellcheck('Москва strength www.strange.example Qrst');
SELECT count(*) FROM vn_spellcheck(NULL);
SELECT count(*) FROM vn_spellcheck(repeat('x', 256 * 1024 * 1024 + 1));

-- abbreviations: all readings, the longest form
SELECT * FROM vn_abbreviations('BCH Đảng bộ, UBND TP.HCM và TT HĐND; Đ/c An, UVBTV; theo TTXVN');
SELECT body, a.abbreviation, a.readings FROM unnest(ARRAY['T.Ư', 'TƯ', 'T.W', 'TT', 'UB', 'TP HCM', 'TP.HCM', 'TPHCM', 'TTg', 'GD&ĐT', 'đ/c', 'Ð/c', 'KT-XH', normalize('HĐND', NFD)]) body
	LEFT JOIN vn_abbreviations(body) a ON true ORDER BY body COLLATE "C";
-- syllables in capitals are none, nor are small letters
SELECT body, a.* FROM unnest(ARRAY['THU HÚT ĐẦU TƯ', 'tu bổ, TU SỬA', 'tt, ub, tp', 'thứ tư', '', 'đại hội']) body, vn_abbreviations(body) a;
SELECT body, a.abbreviation FROM unnest(ARRAY['BCH TU', 'Nghị quyết 05 của TU.', E'TU\nHỌP']) body, vn_abbreviations(body) a ORDER BY body COLLATE "C";
SELECT count(*) FROM vn_abbreviations(NULL);
SELECT count(*) FROM vn_abbreviations(repeat('x', 256 * 1024 * 1024 + 1));

-- spans are in characters of the argument
SELECT f, string_agg(token, ' ' ORDER BY span_start) AS tokens, bool_and(substr(body, span_start, span_length) = token) AS in_place FROM unnest(ARRAY['NFC', 'NFD']) f,
	LATERAL (SELECT '😀 ế ' || CASE f WHEN 'NFD' THEN normalize('nghành UBND TP.HCM bịêt', NFD) ELSE 'nghành UBND TP.HCM bịêt' END AS body) b,
	LATERAL (SELECT token, span_start, span_length FROM vn_spellcheck(body) UNION ALL SELECT abbreviation, span_start, span_length FROM vn_abbreviations(body)) w
GROUP BY f ORDER BY f COLLATE "C";
