--
-- documents.sql
--	  Texts that no newspaper prints: 1, 10 and 100 MB of three kinds.
--
--	prose	articles joined to one line
--	letter	one letter repeated: one word
--	names	a sentence that is a list of different names, 5 million in 100 MB
--
-- Not compressed, so that reading them costs the same whatever they say.
--

CREATE TABLE document (kind text, mb integer, body text);
ALTER TABLE document ALTER body SET STORAGE EXTERNAL;

INSERT INTO document
SELECT 'prose', mb, (
	SELECT left(string_agg(replace(a.body, E'\n', ' '), ' ' ORDER BY g), (mb * 1000000 * b.chars / b.bytes)::integer)
	FROM generate_series(0, mb * 1000000 * b.articles / b.bytes + mb) g
		JOIN article a ON a.id = g % b.articles + 1)
FROM unnest('{1,10,100}'::bigint[]) mb,
	(SELECT count(*) AS articles, sum(octet_length(body)) AS bytes, sum(length(body)) AS chars FROM article) b;

INSERT INTO document
SELECT 'letter', mb, repeat('a', mb * 1000000) FROM unnest('{1,10,100}'::integer[]) mb;

INSERT INTO document
SELECT 'names', mb, 'Dự Đại hội có các đồng chí: ' || (
	SELECT string_agg(
		(ARRAY['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'])[1 + g % 11] || ' ' ||
		(ARRAY['Văn', 'Thị', 'Xuân', 'Đức', 'Minh', 'Thanh', 'Quốc'])[1 + g / 11 % 7] || ' ' ||
		(ARRAY['An', 'Bình', 'Cường', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quân'])[1 + g / 77 % 13] || ' ' ||
		(ARRAY['Anh', 'Bảo', 'Chi', 'Duy', 'Hạnh', 'Hùng', 'Kiên', 'Linh', 'Long', 'Ngọc', 'Nhung', 'Sơn', 'Tâm', 'Thảo', 'Trang', 'Tuấn', 'Yến'])[1 + g / 1001 % 17],
		', ' ORDER BY g)
	FROM generate_series(1, mb * 44000) g) || '.'
FROM unnest('{1,10,100}'::integer[]) mb;
