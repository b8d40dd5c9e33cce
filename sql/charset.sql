--
-- Charsets that Vietnamese was written in before Unicode.
--

CREATE TEMP TABLE charset (name text, capitals boolean);
INSERT INTO charset VALUES ('tcvn3', false), ('vni', true), ('viscii', true), ('vps', true), ('windows-1258', true),
	('tcvn5712-1', true), ('tcvn5712-2', true), ('viqr', true), ('utf-8', true);

-- every letter with its marks, there and back, small and capital
CREATE TEMP TABLE letter AS
SELECT DISTINCT normalize(b || t, NFC) AS c
FROM unnest('{a,ă,â,e,ê,i,o,ô,ơ,u,ư,y}'::text[]) b, unnest(ARRAY['', U&'\0300', U&'\0301', U&'\0303', U&'\0309', U&'\0323']) t
UNION SELECT 'đ';
INSERT INTO letter SELECT vn_nfc(translate(normalize(c, NFD), 'aeiouyđ', 'AEIOUYĐ')) FROM letter;
SELECT count(*) FROM letter;
SELECT s.name, l.c, vn_encode(l.c, s.name)
FROM charset s, letter l
WHERE (s.capitals OR l.c = lower(l.c COLLATE "und-x-icu"))
	AND vn_decode(vn_encode(l.c, s.name), s.name) IS DISTINCT FROM l.c
ORDER BY s.name, l.c COLLATE "C";

-- so is a text, in forms C and D
CREATE TEMP TABLE sample (s text);
INSERT INTO sample VALUES ('Nghĩa trang liệt sĩ: “không”'), ('Đại hội đại biểu lần thứ nhất; nghiêng ngả, khuỷu tay, quýnh quáng, thuở xưa, rượu (đục) 35%');
SELECT c.name, s.s, vn_decode(vn_encode(t, c.name), c.name)
FROM charset c, sample s, LATERAL (VALUES (s.s), (normalize(s.s, NFD))) f (t)
WHERE s.s !~ '[“”]' AND vn_decode(vn_encode(t, c.name), c.name) IS DISTINCT FROM s.s ORDER BY 1, 2;

-- the server's own Windows-1258, code by code: both ways, where it has the code
SELECT b FROM generate_series(1, 255) b
WHERE b NOT IN (129, 138, 141, 142, 143, 144, 154, 157, 158)
	AND vn_decode(set_byte('\x00', 0, b), 'cp1258') IS DISTINCT FROM normalize(convert_from(set_byte('\x00', 0, b), 'WIN1258'), NFC);
SELECT vn_decode('\x81', 'cp1258', '?');

-- as fonts of the time have them
SELECT vn_from_tcvn3('\x5669D6742056B874'::bytea) AS one, vn_from_tcvn3('Céng hoµ x· héi chñ nghÜa ViÖt Nam') AS two,
	vn_from_vni('Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam') AS three, vn_from_cp1258('\x5669EAF274'::bytea) AS four,
	vn_from_viqr('Co^.ng hoa` xa~ ho^.i chu? nghi~a Vie^.t Nam'::bytea) AS five;
SELECT vn_to_tcvn3('Việt Nam'), vn_to_vni('VIỆT Nam'), vn_to_viscii('Việt'), vn_to_vps('Việt'), vn_to_cp1258('Việt'),
	encode(vn_to_viqr('Ở đâu? Ở d\đ.'), 'escape'), vn_to_tcvn5712('VIỆT');
SELECT vn_convert(vn_to_vni('Ước mơ'), 'vni', 'viscii') = vn_to_viscii('Ước mơ') AS same;

-- TCVN3 has its capitals in another font: words of capitals, and single capitals between them
SELECT s, vn_from_tcvn3(s) FROM unnest('{VIÖT NAM,Hµ Néi,Hµ NéI,§¹I HéI §¶NG Bé TØNH Hµ TÜNH,Cè Bµ Tæ,"C¸c Mµ CHÝNH S¸CH"}'::text[]) s;

-- UTF-8 that was read as Windows-1252
SELECT vn_recode('ThÃ nh phá»‘ Há»“ ChÃ­ Minh Ã  Ã©', 'utf-8') AS spaces, vn_recode('háº¡n, Háº NH, háº© Ã', 'utf-8', '?') AS others;
SELECT vn_recode(convert_from(convert_to('Đại hội Đảng bộ', 'UTF8'), 'LATIN1'), 'utf-8'), vn_recode('Há»™i nghá»‹', 'utf-8'), vn_recode('Hà', 'utf-8', '?');

-- VIQR: marks that are meant as such, and its states
SELECT s, vn_from_viqr(convert_to(s, 'UTF8')) FROM unnest(ARRAY['dda^u?', 'dda^u\?', 'd\d', 'DDa.i', E'\\mWhat\\? a.b\\v Ho^~', 'a\', '\\']) s;
SELECT s FROM unnest(ARRAY['Hoa?', 'a.b', 'add', 'D\d', 'e^', 'o+', 'ủ?', 'ad\', 'd.d']) s WHERE vn_from_viqr(vn_to_viqr(s)) IS DISTINCT FROM s;

-- errors, or a replacement
SELECT vn_to_tcvn3('Ánh sáng');
SELECT vn_encode('Ánh sáng Ế', 'tcvn3', '?');
SELECT vn_to_viscii('Việt 😀');
SELECT vn_from_tcvn3('\x41AF'::bytea);
SELECT vn_decode('\x41ff42', 'utf-8'), vn_decode('\x41ff42', 'utf-8', '');
SELECT vn_decode('\x41ff42', 'utf-8', '');
SELECT vn_decode('\x4100', 'viscii');
SELECT vn_decode('\x41', 'klingon');
SELECT vn_from_tcvn3('日本');
SELECT vn_decode(NULL, 'vni') IS NULL AS a, vn_decode('', 'vni') AS b, vn_encode('', 'viqr') AS c;

-- telling them apart: of paragraphs of 20, 50 and 200 characters in each charset, how many are told right
CREATE TEMP TABLE prose AS SELECT
	'Hội nghị bàn về kế hoạch sản xuất vụ đông; nhiều ý kiến cho rằng cần sớm tháo gỡ khó khăn về giống, phân bón, thủy lợi cho bà con '
	'nông dân ở các xã vùng cao, nơi đường sá đi lại còn vất vả, chợ búa thưa thớt. Trời trở rét, sương muối phủ trắng những nương cải. '
	'Đồng chí chủ trì nhấn mạnh: phải giữ vững đoàn kết, kịp thời biểu dương người tốt việc tốt, phê bình thói ỷ lại, quan liêu. '
	'Những ngôi trường mới mọc lên bên bờ suối, tiếng trẻ học bài vang xa; cụ già kể chuyện thuở trước, khi cả bản chỉ có một người biết chữ. '
	'Bà Nguyễn Thị Khuyên, chủ một xưởng dệt ở phố cũ, cho biết mỗi tháng gia đình xuất đi hơn 300 tấm vải, thu về khoảng 45 triệu đồng; '
	'người thợ lành nghề nhất năm nay đã ngoài bảy mươi tuổi mà tay thoi vẫn nhanh như thời con gái. Sang tuần, đoàn kiểm tra của Sở sẽ về '
	'làm việc với ba hợp tác xã, sau đó đến thăm trạm bơm vừa sửa xong, nơi từng hỏng máy suốt mùa hạn năm ngoái. Chiều muộn, mây kéo về '
	'đen kịt phía rừng, gió thổi rạp cả bãi ngô; lũ trẻ vội vàng lùa trâu qua ngầm trước khi nước lên. Ông Lò Văn Hặc kể rằng trận lũ hồi ấy '
	'cuốn mất hai cây cầu treo, dân bản phải gùi gạo đi bộ nửa ngày đường; nay thì ô tô tải đã vào đến tận sân kho, giá chè búp cũng ổn định hơn. '
	'Trong buổi tọa đàm, các bạn trẻ hỏi nhiều về học nghề, vay vốn và việc làm; câu trả lời có khi dí dỏm, có khi thẳng thắn, ai nấy đều vui.' AS s;
CREATE TEMP TABLE paragraph AS SELECT g AS id, substr(s, 1 + g * 27) AS s FROM prose, generate_series(0, 39) g;
CREATE TEMP TABLE verdict AS
SELECT c.name, n.chars, p.id, (SELECT d.charset FROM vn_detect_charset(vn_encode(substr(p.s, 1, n.chars), c.name, '?')) d LIMIT 1) AS told
FROM charset c, paragraph p, unnest('{20,50,200}'::integer[]) n (chars);
SELECT name, chars, told, count(*) FROM verdict GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC, told COLLATE "C";
SELECT chars, round(100.0 * count(*) FILTER (WHERE told = name OR (name LIKE 'tcvn%' AND told LIKE 'tcvn%')) / count(*)) AS percent_right
FROM verdict GROUP BY 1 ORDER BY 1;

-- what is no Vietnamese, is not claimed
SELECT s, d.* FROM unnest(ARRAY['The quick brown fox.', 'Déjà vu à la façade, élève très âgé, garçon naïf, où êtes-vous?', 'Straße, Größe, Übermut, Äpfel, schön',
	'Привет, мир', '', '12.345']) s, vn_detect_charset(convert_to(s, CASE WHEN s ~ 'П' THEN 'KOI8R' ELSE 'LATIN1' END)) d;

-- texts, and a mixed one
SELECT d.* FROM vn_detect_charset('Céng hoµ x· héi chñ nghÜa ViÖt Nam'::text) d;
SELECT d.* FROM vn_detect_charset('Cộng hòa xã hội chủ nghĩa Việt Nam'::text) d;
SELECT d.charset, round(d.score::numeric, 2) AS score
FROM vn_detect_charset(vn_to_tcvn3('Cộng hòa xã hội chủ nghĩa Việt Nam') || '\x0a' || vn_to_vni('Độc lập, tự do, hạnh phúc, ấm no')) d;
