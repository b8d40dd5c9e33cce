--
-- province.sql
--	  The provinces and centrally-run cities before 1 July 2025, and those that
--	  they are part of since (Nghị quyết 202/2025/QH15 of the National Assembly).
--

CREATE FUNCTION congress_province_2025(province text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 20
RETURN COALESCE((SELECT m.since
	FROM (VALUES
		('Hà Giang', 'Tuyên Quang'),
		('Bắc Kạn', 'Thái Nguyên'),
		('Yên Bái', 'Lào Cai'),
		('Hòa Bình', 'Phú Thọ'),
		('Bắc Giang', 'Bắc Ninh'),
		('Vĩnh Phúc', 'Phú Thọ'),
		('Hải Dương', 'Hải Phòng'),
		('Thái Bình', 'Hưng Yên'),
		('Hà Nam', 'Ninh Bình'),
		('Nam Định', 'Ninh Bình'),
		('Quảng Bình', 'Quảng Trị'),
		('Thừa Thiên Huế', 'Huế'),
		('Quảng Nam', 'Đà Nẵng'),
		('Bình Định', 'Gia Lai'),
		('Phú Yên', 'Đắk Lắk'),
		('Ninh Thuận', 'Khánh Hòa'),
		('Bình Thuận', 'Lâm Đồng'),
		('Kon Tum', 'Quảng Ngãi'),
		('Đắk Nông', 'Lâm Đồng'),
		('Bình Phước', 'Đồng Nai'),
		('Bình Dương', 'Hồ Chí Minh'),
		('Bà Rịa - Vũng Tàu', 'Hồ Chí Minh'),
		('Long An', 'Tây Ninh'),
		('Tiền Giang', 'Đồng Tháp'),
		('Bến Tre', 'Vĩnh Long'),
		('Trà Vinh', 'Vĩnh Long'),
		('Kiên Giang', 'An Giang'),
		('Hậu Giang', 'Cần Thơ'),
		('Sóc Trăng', 'Cần Thơ'),
		('Bạc Liêu', 'Cà Mau')
	) AS m (before, since)
	WHERE m.before = $1), $1);
COMMENT ON FUNCTION congress_province_2025(text) IS
	'the province since 1 July 2025 that a province is or was merged into, by its bare official name; any other name as it is';
