--
-- Unicode forms, syllables, slugs and numbers.  A table of cases, and one SELECT
-- that lists what fails; then the errors.
--

-- numbers: as they are written and said, with what is none
CREATE TEMP TABLE number_case (said text, value numeric);
INSERT INTO number_case VALUES
	('1.588.000', 1588000), ('95,5', 95.5), ('33 nghìn', 33000), ('1,2 triệu', 1200000), ('1 588 000', 1588000),
	('1,588,000', 1588000), ('+1.000,25', 1000.25), ('-5', -5), ('−5', -5), ('007', 7), ('0,05', 0.05), ('10.5', 10.5),
	('28,3tỷ', 28300000000), ('2 tỷ rưỡi', 2500000000), ('1 triệu 200 nghìn', 1200000), ('5 trăm', 500), ('3 rưỡi', 3.5),
	('123456789012345678901234567890', 123456789012345678901234567890),
	('không', 0), ('hai mươi mốt', 21), ('HAI MƯƠI MỐT', 21), (normalize('hai mươi mốt', NFD), 21), ('hai mốt', 21),
	('một trăm linh năm', 105), ('một trăm lẻ năm', 105), ('hai nghìn không trăm hai mươi', 2020), ('hai nghìn hai mươi', 2020),
	('hai ngàn lẻ ba', 2003), ('một triệu tư', 1400000), ('hai nghìn ba', 2300), ('trăm hai', 120), ('nghìn mốt', 1100),
	('ba rưỡi', 3.5), ('trăm rưỡi', 150), ('triệu rưỡi', 1500000), ('hai chục', 20), ('chục', 10), ('hai chục rưỡi', 25),
	('ba mươi bẩy ngàn', 37000), ('hai tỉ ba trăm triệu', 2300000000), ('mười lăm', 15), ('mười nhăm', 15), ('ba tư', 34),
	('ba vạn tư', 34000), ('một nghìn tỷ', 1000000000000), ('hai nghìn ba trăm tỷ', 2300000000000), ('một tỷ tỷ', 1e18),
	('âm ba phẩy năm', -3.5), ('không phẩy không năm', 0.05), ('ba phẩy mười bốn', 3.14), ('một phẩy hai triệu', 1200000),
	('nửa', 0.5), ('XIV', 14), ('MMXXVI', 2026), ('  hai  mươi ', 20),
	('', NULL), (' ', NULL), ('đồng', NULL), ('hai ba', NULL), ('hai mươi năm', NULL), ('một trăm năm', NULL),
	('hai nghìn năm', NULL), ('ba triệu năm', NULL), ('mười mốt', NULL), ('mười nghìn đồng', NULL), ('năm phần trăm', NULL), ('50%', NULL),
	('17.10.2020', NULL), ('1.2.3', NULL), ('12 5', NULL), ('IIII', NULL), ('VX', NULL), ('xiv', NULL), ('tỷ lệ', NULL), ('rưỡi', NULL),
	('mươi', NULL), ('hai mươi mươi', NULL), ('không không bảy', NULL), ('một nghìn nghìn', NULL),
	('âm', NULL), ('--5', NULL), (repeat('1', 61), NULL), (repeat('hai ', 1000), NULL);
SELECT said, value AS expected, vn_number(said) AS got FROM number_case WHERE vn_number(said) IS DISTINCT FROM value;

-- what is spelled is read again as the same, in every style
SELECT n, style, vn_spell_number(n, style)
FROM (SELECT round((i ^ 3 * 7919 % 1000000007) * 10 ^ (i % 9)) FROM generate_series(0::numeric, 2000) i) c (n),
	unnest('{standard,north,south}'::text[]) style
WHERE vn_number(vn_spell_number(n, style)) IS DISTINCT FROM n
ORDER BY n, style COLLATE "C";
SELECT n, vn_spell_number(n) AS standard, vn_spell_number(n, 'north') AS north, vn_spell_number(n, 'south') AS south
FROM unnest('{0,7,24,105,2005,21000,1000005,-3.05,35000000000}'::numeric[]) n;
SELECT vn_spell_number('NaN') IS NULL AS nan, vn_spell_number('-Infinity') IS NULL AS infinite;
SELECT vn_spell_number(1, 'west');

-- roman numerals: all of them there and back
SELECT i FROM generate_series(1, 3999) i WHERE vn_roman(vn_to_roman(i)) IS DISTINCT FROM i;
SELECT vn_to_roman(1994), vn_to_roman(0), vn_to_roman(4000), vn_roman('IM'), vn_roman('ix'), vn_roman('');

-- Unicode forms
SELECT c, f FROM (VALUES ('Đại hội Đảng bộ huyện Yên Sơn'), ('ä€𝔸 각 क़ ﬁ'), (''), (repeat('ế', 5000))) v (c), LATERAL (VALUES
	(vn_nfc(c) = normalize(c, NFC)), (vn_nfd(c) = normalize(c, NFD)), (vn_nfc(normalize(c, NFD)) = normalize(c, NFC)),
	(vn_is_nfc(c) = (c IS NFC NORMALIZED)), (vn_is_nfc(normalize(c, NFD)) = (normalize(c, NFD) IS NFC NORMALIZED))) t (f)
WHERE NOT f;

-- syllables
SELECT w, vn_is_syllable(w), s.* FROM unnest(ARRAY['nghiễng', 'NGHIỄNG', normalize('nghiễng', NFD), 'hoà', 'hòa', 'giếng', 'gì', 'quốc', 'Ðại', 'ơ']) w, vn_syllable(w) s;
SELECT w FROM unnest(ARRAY['', 'xyz', 'UBND', 'ngiêm', 'hai mươi', '21', 'strong', 'cế']) w WHERE vn_is_syllable(w) OR vn_syllable(w) IS NOT NULL;

-- slugs
SELECT vn_slug(s) FROM unnest(ARRAY['Đại hội Đảng bộ huyện Yên Sơn lần thứ XXI', normalize('  “Đoàn kết” – dân chủ!  ', NFD), '100 % ờ', '', '---', 'Москва 2020', 'Café Zoë']) s;

-- normalization: what is changed by default, and what is asked for
SELECT s, o, n, vn_normalize(s, o) AS got FROM (VALUES
	('Ho&agrave;  bạn' || U&'\00AD' || 'bè', 'keep', 'Hoà bạnbè'), ('baỏ nghịêm thuýên hoà hòa', 'keep', 'baỏ nghịêm thuýên hoà hòa'),
	('baỏ nghịêm thuýên hoà hòa', 'repair', 'bảo nghiệm thuyến hoà hòa'), ('BAỎ Nghịêm Hoà THUỶ', 'old', 'BẢO Nghiệm Hòa THỦY'),
	('hòa Thủy KHỎE quý', 'new', 'hoà Thuỷ KHOẺ quý'), ('Ðại hội, Ðặng; Ðo Bordeaux Ðức', 'keep', 'Đại hội, Đặng; Đo Bordeaux Đức'),
	('Ð&ETH;X ðxy', 'keep', 'ÐÐX ðxy'), (normalize('Đại hội', NFD), 'keep', 'Đại hội'), ('a' || U&'\00A0\2003' || ' b', 'keep', 'a b'),
	('a&nbsp;&nbsp; b', 'keep', 'a b'), (E'a \n\n b', 'keep', E'a \n\n b'),
	('&#7879;&#x1EC7;&lt;&amp;amp;&bogus;&amp &#xD800;&#0;&# 5;', 'keep', 'ệệ<&amp;&bogus;&amp &#xD800;&#0;&# 5;'),
	('ﬁ ２ Å', 'keep', 'ﬁ ２ Å'), ('', 'old', '')) v (s, o, n)
WHERE vn_normalize(s, o) IS DISTINCT FROM n;
SELECT vn_normalize('«Đoàn kết» - "dân chủ" (''sáng tạo'') H''Wil 17-18/8', quotes => 'curly', dashes => 'en') AS curly,
	vn_normalize('“Đoàn kết” – ‘dân chủ’ — 5−3', quotes => 'straight', dashes => 'hyphen') AS straight,
	vn_normalize('a  b &amp; c', spaces => false, entities => false) AS little;
SELECT vn_normalize('a', 'middle');
SELECT vn_normalize('a', dashes => 'em');

-- the map: every place in one text is found in the other
SELECT m.* FROM vn_normalize_map('Ho&agrave;  baỏ ' || normalize('Đại', NFD) || ' hội', 'old') m;
SELECT s FROM unnest(ARRAY['Ho&agrave;  baỏ ' || normalize('Đại', NFD) || ' &nbsp;hội', '  ', 'không đổi', normalize(repeat('thuỷ  hoà ', 200), NFD), '😀&nbsp;😀 baỏ']) s
WHERE vn_normalize(s, 'old') IS DISTINCT FROM (
	SELECT coalesce(string_agg(substr(s, pos, span_start - pos) || normal, '' ORDER BY span_start), '') || substr(s, coalesce(max(span_start + span_length), 1))
	FROM (SELECT *, coalesce(lag(span_start + span_length) OVER (ORDER BY span_start), 1) AS pos FROM vn_normalize_map(s, 'old')) m);
