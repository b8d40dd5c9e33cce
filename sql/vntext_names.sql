--
-- Vietnamese names of persons: their parts and their order.
--
\pset null ∅
SELECT n AS name, surname, middle, given
FROM unnest(ARRAY['Nguyễn Văn An', 'TRẦN THỊ BÍCH NGỌC', 'lê na', 'Phạm Hoàng', 'An', '', 'Đỗ Nguyễn Hoài Thương Giang',
	'Tôn Thất Bảo Khánh', 'tôn thất bảo', 'Âu Dương Quốc Bình', 'Tôn Thất', 'Nguyễn Phước Thanh Tâm', 'Tôn Nữ Thị Hoa',
	'Y Biêr Niê', 'Y Thanh Hà Niê Kđăm', 'H''Wil Êban', 'H’Yim Kđoh', 'Ksor Phước', 'Nay H''Wil', 'Rơ Chăm Minh', 'A Pớt',
	'K''Brao', 'Y Thị Bích Thọ', 'Thị Hồng', 'Điểu Sơn', 'Giàng A Páo', 'Lò Văn Pánh', '  Nguyễn   Văn  An ', E'Nguye\u0302\u0303n Va\u0306n An',
	'Xyzzy Minh', 'A Lăng Bình']::vntext[]) WITH ORDINALITY v (n, i), vn_name_parts(n)
ORDER BY i;

-- as official lists are: given name, surname, middle
SELECT n AS name FROM unnest(ARRAY['Trần Văn An', 'Nguyễn Thị Bình', 'Nguyễn Văn An', 'Lê Ánh', 'Nguyễn An', 'NGUYỄN ĐỨC AN', 'Đỗ An', 'Y Biêr Niê',
	'Lê Văn Ân', 'Nguyễn Bính', 'Nguyễn Hoà', 'Nguyễn Hòa Anh', 'Lê Hoa']::vntext[]) n
ORDER BY vn_name_key(n), n;
SELECT vn_name_key('NGUYỄN  văn hòa') = vn_name_key('Nguyễn Văn Hoà') AS same, vn_name_key('') AS empty;
CREATE TABLE member (name vntext);
INSERT INTO member SELECT 'Nguyễn Văn ' || chr(97 + g % 26) FROM generate_series(1, 100) g;
CREATE INDEX member_key ON member (vn_name_key(name));
SET enable_seqscan = off;
EXPLAIN (COSTS off) SELECT name FROM member ORDER BY vn_name_key(name) LIMIT 5;
DROP TABLE member;
