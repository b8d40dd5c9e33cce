--
-- congress_explain(): every match of a rule, and what became of it.
--
-- Each reason stands with a sentence of its own, behind a congress or alone;
-- next to it, one in which the same rule gives a row.
--
\pset null '∅'

CREATE TEMP TABLE sentence (reason text, n int, text text, PRIMARY KEY (reason, n));
INSERT INTO sentence VALUES
('negated', 1, 'Đại hội chưa bầu 41 đồng chí vào Ban Chấp hành.'),
('negated', 2, 'Đại hội bầu 41 đồng chí vào Ban Chấp hành.'),
('planned', 1, 'Đại hội sẽ bầu đồng chí Ma Văn Lượng giữ chức Bí thư Huyện ủy.'),
('planned', 2, 'Đại hội bầu đồng chí Ma Văn Lượng giữ chức Bí thư Huyện ủy.'),
('proposed', 1, 'Đoàn Chủ tịch giới thiệu bầu đồng chí Ma Văn Lượng giữ chức Bí thư Huyện ủy.'),
('weaker', 1, 'Dự Đại hội có 236 đại biểu, đại diện cho 8.450 đảng viên.'),
('number', 1, 'Toàn huyện có 24/27 chỉ tiêu đạt.'),
('number', 2, 'Toàn huyện có 27 chỉ tiêu.'),
('part', 1, 'Trong 41 ủy viên, Đại hội bầu 9 đồng chí là nữ vào Ban Chấp hành.'),
('context', 1, 'Nhiệm kỳ qua, quỹ hỗ trợ 520 đảng viên.'),
('context', 2, 'Dự Đại hội có 520 đảng viên.'),
('other act', 1, 'Huyện thu hút 57 dự án.'),
('other act', 2, 'Huyện triển khai 57 dự án.'),
('other body', 1, 'Đại hội đồng cổ đông Công ty Chè Sông Lô họp thường niên.'),
('other body', 2, 'Đại hội Đảng bộ Công ty Chè Sông Lô lần thứ VI bế mạc.'),
('unspecific', 1, 'Muốn vậy, mỗi đại hội cần chuẩn bị kỹ.'),
('not reported', 1, 'Hội nghị tổng kết công tác dân vận đã diễn ra.'),
('unvouched', 1, 'Trong hội trường, Nguyễn Văn Toàn lắng nghe.'),
('unvouched', 2, 'Trong hội trường, anh Nguyễn Văn Toàn lắng nghe.'),
('unknown person', 1, 'Trong hội trường, anh Toàn lắng nghe.'),
('unknown person', 2, 'Trong hội trường, anh Nguyễn Văn Toàn lắng nghe. Sau đó, anh Toàn phát biểu.');

CREATE TEMP VIEW article AS
SELECT reason, n, E'Đại hội Đảng bộ huyện Sơn Động Thượng lần thứ XXI
Ngày 21/8/2020, Đại hội Đảng bộ huyện Sơn Động Thượng lần thứ XXI, nhiệm kỳ 2020 - 2025 khai mạc.
' || text AS body
FROM sentence
UNION ALL
SELECT 'no event', 1, E'Ra quân làm sạch bãi biển\nSáng 21/8/2020, anh Nguyễn Văn Toàn và 40 đoàn viên ra quân làm sạch bãi biển.';

SELECT a.reason, a.n, e.fact, e.outcome, e.reason, e.instead, e.kind, e.rule, e.content
FROM article a, congress_explain(a.body) e
WHERE e.sentence > CASE a.reason WHEN 'no event' THEN 1 ELSE 2 END AND e.outcome <> 'mention' AND e.reason IS DISTINCT FROM 'overlap'
ORDER BY a.reason COLLATE "C", a.n, e.span_start, e.span_length, e.rule COLLATE "C", e.fact;

-- each is found under its own name
SELECT a.reason, a.n FROM article a
WHERE a.n = 1 AND NOT EXISTS (SELECT FROM congress_explain(a.body) e WHERE e.reason = a.reason);

-- mentions: the longest is kept, for other rules to use
SELECT e.outcome, e.reason, e.instead, e.kind, e.rule, e.confidence, e.content
FROM congress_explain('Ngày 21/8/2020, Đại hội Đảng bộ huyện Sơn Động Thượng lần thứ XXI khai mạc.') e
ORDER BY e.span_start, e.span_length, e.rule COLLATE "C";

-- every row of congress_facts() is explained, once and by its own evidence
SELECT a.reason, a.n, f.* FROM article a, congress_facts(a.body) WITH ORDINALITY f
WHERE (SELECT count(*) FROM congress_explain(a.body) e
	   WHERE e.outcome = 'row' AND (e.fact, e.kind, e.rule, e.sentence) = (f.ordinality, f.kind, f.rule, f.sentence)
		   AND (e.span_start, e.span_length) = (f.span_start, f.span_length)) <> 1;
SELECT e.* FROM article a, congress_explain(a.body) e
WHERE (e.fact IS NOT NULL) <> (e.outcome IN ('row', 'merged') AND e.kind <> 'article')
	OR (e.reason IS NOT NULL) <> (e.outcome = 'discarded') OR e.content <> substr(a.body, e.span_start, e.span_length);

-- in whatever order they are asked, the two agree
SELECT (SELECT count(*) FROM congress_explain(a.body) e WHERE e.outcome = 'row' AND e.fact > 0) AS explained,
	(SELECT count(*) FROM congress_facts(a.body)) AS facts
FROM article a WHERE a.reason = 'weaker';

-- odd arguments
SELECT count(*) FROM congress_explain(NULL);
SELECT count(*) FROM congress_explain('');
SELECT count(*) FROM congress_explain('🎉', 'infinity');
SELECT count(*) FROM congress_explain(repeat('x', 256 * 1024 * 1024 + 1));
