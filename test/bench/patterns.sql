--
-- patterns.sql
--	  What one would use otherwise, in the table "pattern".
--

-- Ten patterns for the same things as the relations, as one would write them.
-- What they find is cruder by far: no names resolved, nothing merged.  Both
-- engines read [0-9] faster than \d, which means all digits of Unicode.
CREATE TABLE pattern (name text, re text);
INSERT INTO pattern VALUES
	('date', $$[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?|ngày [0-9]{1,2} tháng [0-9]{1,2}(?: năm [0-9]{4})?$$),
	('term', $$[Nn]hiệm kỳ [0-9]{4}\s*[-–]\s*[0-9]{4}$$),
	('ordinal', $$(?:lần thứ|lần|khóa|khoá) (?:[IVXLC]+|[0-9]+)$$),
	('percent', $$(?:(?:trên|hơn|gần|khoảng|từ|dưới|tối thiểu|ít nhất) )?[0-9]+(?:,[0-9]+)?\s?%(?: trở lên)?$$),
	('count', $$[0-9][0-9.]* (?:đại biểu|đảng viên|đồng chí|chi bộ|đảng bộ|điểm cầu|cán bộ)$$),
	('money', $$[0-9][0-9.,]* (?:nghìn |triệu |tỷ )?(?:đồng|USD)(?:/[^\s,.;]+)*$$),
	('person with title', $$(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) (?:[[:upper:]][^\s,.;]+ ?){2,5}[,-] (?:Phó )?(?:Bí thư|Chủ tịch|Trưởng|Giám đốc|Ủy viên)[^,.;]+$$),
	('elected', $$(?:bầu|tái cử|tái đắc cử) [^.;]+ (?:gồm [0-9]+|giữ chức|làm) [^,.;]+$$),
	('time', $$(?:[Ss]áng|[Cc]hiều|[Tt]ối) (?:nay|qua|mai|[0-9]{1,2}[/-][0-9]{1,2})|[0-9]{1,2} ?(?:giờ|h)(?: ?[0-9]{1,2} phút)?$$),
	('congress', $$[Đđ]ại hội (?:[Đđ]ại biểu )?[^,.;]+ lần thứ [IVXLC]+$$);
