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
	('2020-10-15', '[2020-10-15,2020-10-16)', 'day'), ('17, 18, 19/8', '[2020-08-17,2020-08-20)', 'day'), ('trong hai ngày 17 và 18/8', '[2020-08-17,2020-08-19)', 'day'),
	('20 giờ ngày 3/4', '[2020-04-03,2020-04-04)', 'day'), ('ngày 5 tháng tư', '[2020-04-05,2020-04-06)', 'day'), ('quý ba', '[2020-07-01,2020-10-01)', 'quarter'),
	('thứ hai', '[2020-08-10,2020-08-11)', 'day'), ('thứ hai tuần tới', '[2020-08-17,2020-08-18)', 'day'), ('Chủ nhật vừa qua', '[2020-08-09,2020-08-10)', 'day'),
	('thứ ba tới', '[2020-08-18,2020-08-19)', 'day'), ('sáng thứ Bảy', '[2020-08-15,2020-08-16)', 'day'), ('tuần trước', '[2020-08-03,2020-08-10)', 'week'),
	('3 ngày trước', '[2020-08-12,2020-08-13)', 'day'), ('3 ngày nữa', '[2020-08-18,2020-08-19)', 'day'), ('năm ngoái', '[2019-01-01,2020-01-01)', 'year'),
	('5 năm qua', '[2015-01-01,2020-01-01)', 'period'), ('6 tháng đầu năm nay', '[2020-01-01,2020-07-01)', 'half'), ('nửa đầu năm 2020', '[2020-01-01,2020-07-01)', 'half'),
	('cuối tuần', '[2020-08-15,2020-08-17)', 'part'), ('đầu quý II', '[2020-04-01,2020-05-01)', 'part'), ('đầu năm', '[2020-01-01,2020-05-01)', 'part'),
	('những năm 1990', '[1990-01-01,2000-01-01)', 'decade'), ('các năm 2018 - 2020', '[2018-01-01,2021-01-01)', 'period'),
	('mùng 3 Tết', NULL, 'lunar'), ('ngày 10 tháng 3 âm lịch', NULL, 'lunar'), ('rằm tháng Bảy', NULL, 'lunar'), ('10/3 năm Ất Tỵ', NULL, 'lunar'), ('mùng 1 tháng Giêng', NULL, 'lunar'),
	('31/2/2020', NULL, NULL), ('30/2', NULL, NULL), ('2021-02-29', NULL, NULL), ('cuối hôm', NULL, NULL), ('đầu tuần', NULL, NULL), ('năm', NULL, NULL), ('', NULL, NULL), ('hôm', NULL, NULL), ('17/8/2020 và 20 đại biểu', NULL, NULL),
	('Đại hội ngày 17/8', NULL, NULL), ('năm học 2020-2025', NULL, NULL), ('thế kỷ', NULL, NULL), ('thế kỷ 0', NULL, NULL), ('thế giới XX', NULL, NULL), ('24/27', NULL, NULL);
SELECT c.said, c.during AS expected, d.* FROM date_case c, vn_date(c.said, '2020-08-15') d
WHERE d.during IS DISTINCT FROM c.during OR d.grain IS DISTINCT FROM c.grain;
-- without a day to count from
SELECT vn_date('17/8'), vn_date('ngày mai'), vn_date('thứ Hai'), vn_date('tuần trước'), vn_date('17/8/2020'), vn_date(NULL);
-- all in a text
SELECT content, date_start, date_end, grain, substr(body, span_start, span_length) = content AS placed
FROM (VALUES ('Sáng thứ Sáu, nhiệm kỳ 2020 - 2025, rằm tháng Bảy, đầu tháng 7 và 31/2.')) t(body), vn_dates(body, '2020-08-15');
SELECT count(*) FROM vn_dates('Thứ hai, đại hội lần thứ Hai; những năm qua', '2020-08-15');
