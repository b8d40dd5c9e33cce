--
-- A whole text as a date or period, and what is none.
--
CREATE TEMP TABLE date_case (said text, during daterange, grain text);
INSERT INTO date_case VALUES
	('17/8/2020', '[2020-08-17,2020-08-18)', 'day'), ('ngày 28 tháng 2', '[2020-02-28,2020-02-29)', 'day'), ('17-18/8', '[2020-08-17,2020-08-19)', 'day'),
	('3, 4 và 5/8/2020', '[2020-08-03,2020-08-06)', 'day'), ('30/9 - 2/10/2020', '[2020-09-30,2020-10-03)', 'day'),
	('từ ngày 1 đến ngày 5/3', '[2020-03-01,2020-03-06)', 'day'), ('sáng 21/12', '[2020-12-21,2020-12-22)', 'day'), ('ngày mai', '[2020-08-16,2020-08-17)', 'day'),
	('chiều qua', '[2020-08-14,2020-08-15)', 'day'), ('thứ Hai, 17/8', '[2020-08-17,2020-08-18)', 'day'), (normalize('tháng 7/2020', NFD), '[2020-07-01,2020-08-01)', 'month'),
	('quý II', '[2020-04-01,2020-07-01)', 'quarter'), ('6 tháng đầu năm 2020', '[2020-01-01,2020-07-01)', 'half'), ('năm 2020', '[2020-01-01,2021-01-01)', 'year'),
	('giai đoạn 2021 - 2025', '[2021-01-01,2026-01-01)', 'period'), ('2015 - 2020', '[2015-01-01,2021-01-01)', 'period'),
	('nhiệm kỳ 2020 - 2025', '[2020-01-01,2026-01-01)', 'term'), ('năm học 2020-2021', '[2020-09-01,2021-06-01)', 'school year'),
	('thế kỷ XX', '[1901-01-01,2001-01-01)', 'century'), ('thế kỉ thứ 21', '[2001-01-01,2101-01-01)', 'century'),
	('đầu tháng 7', '[2020-07-01,2020-07-11)', 'part'), ('giữa tháng 2/2021', '[2021-02-11,2021-02-21)', 'part'), ('cuối tháng 2 năm 2024', '[2024-02-21,2024-03-01)', 'part'),
	('cuối năm 2020', '[2020-09-01,2021-01-01)', 'part'),
	('31/2/2020', NULL, NULL), ('mùng 3 Tết', NULL, NULL), ('ngày 10 tháng 3 âm lịch', NULL, NULL), ('', NULL, NULL), ('hôm', NULL, NULL), ('17/8/2020 và 20 đại biểu', NULL, NULL),
	('Đại hội ngày 17/8', NULL, NULL), ('năm học 2020-2025', NULL, NULL), ('thế kỷ', NULL, NULL), ('thế kỷ 0', NULL, NULL), ('thế giới XX', NULL, NULL), ('đầu quý II', NULL, NULL), ('24/27', NULL, NULL);
SELECT c.said, c.during AS expected, d.* FROM date_case c, vn_date(c.said, '2020-08-15') d
WHERE d.during IS DISTINCT FROM c.during OR d.grain IS DISTINCT FROM c.grain;
-- without a day to count from
SELECT vn_date('17/8'), vn_date('ngày mai'), vn_date('17/8/2020'), vn_date(NULL);
