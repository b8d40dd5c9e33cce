# vntext where more than a session is needed: dump and restore, COPY, replication, parallel workers, damage.
#
# VNTEXT_ROWS says how many hostile strings the indexes get, 50000 if not set.

use strict;
use warnings;

use PostgreSQL::Test::Utils;
use Test::More;

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my $rows = $ENV{VNTEXT_ROWS} // 50000;
my $node = new_node('vntext');

sub sql { return $node->safe_psql($_[1] // 'postgres', $_[0]); }

# Strings of what is hard: marks in any number and order, spaces, other scripts.
sql(<<'END');
CREATE FUNCTION hostile(seed integer) RETURNS vntext LANGUAGE sql AS $$
	SELECT string_agg((ARRAY['a','A','à','ạ','o','ò','u','ý','đ','Đ',E'\u00D0','n','g','h','nguyễn','Hoà','hòa','thuỷ','thủy','ba','z','1','9','-',',',
		' ','  ',E'\t',E'\u00A0',E'\u200B',E'\u0300',E'\u0301',E'\u0323',E'\u0302',E'\u031B',E'\u0308','ü','ł','ñ','д','й','ς','中','가','😀','€',E'\u0001'])
		[1 + (hashint8(seed * 1000::bigint + i) & 1073741823) % 48], '' ORDER BY i)::vntext
	FROM generate_series(1, 1 + (hashint4(seed) & 1073741823) % 7) i
$$;
CREATE TABLE word (id serial, v vntext);
CREATE INDEX word_v ON word (v);
CREATE INDEX word_text ON word ((v::text) vn_text_ops);
CREATE INDEX word_hash ON word USING hash (v);
CREATE INDEX word_brin ON word USING brin (v);
CREATE EXTENSION amcheck;
END

# ---- indexes hold what they should after much change

sql("INSERT INTO word (v) SELECT coalesce(hostile(g), '') FROM generate_series(1, $rows) g");
sql("UPDATE word SET v = coalesce(hostile(id + 7000000), '') WHERE id % 3 = 0");
sql("DELETE FROM word WHERE id % 5 = 0");
sql('VACUUM word');
sql("INSERT INTO word (v) SELECT coalesce(hostile(g), '') FROM generate_series(1, $rows / 4) g");
is(sql("SELECT count(*) FROM (SELECT bt_index_check(c, true) FROM unnest('{word_v,word_text}'::regclass[]) c) checked"), 2, 'btrees are sound');
is(sql(<<'END'), 0, 'an index scan and a scan of the table find the same');
CREATE TEMP TABLE probe AS SELECT DISTINCT ON (v::text) v FROM word WHERE id % 97 = 0;
SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_material = off; SET enable_memoize = off;
CREATE TEMP TABLE by_index AS SELECT p.v::text, (SELECT count(*) FROM word w WHERE w.v = p.v) n FROM probe p;
RESET ALL;
SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off;
CREATE TEMP TABLE by_group AS SELECT v, count(*) n FROM word GROUP BY v;
SELECT count(*) FROM by_index i JOIN by_group g ON g.v = i.v WHERE g.n <> i.n;
END
is(sql(q{SELECT count(*) FROM (SELECT v, lag(v) OVER (ORDER BY vn_sort_key(v)) l FROM word) s WHERE l > v}), 0, 'keys and values are in one order');
is(sql('SELECT count(*) FROM word WHERE v <> v::text OR v::text::vntext::text <> v::text'), 0, 'a value survives text');

# ---- in parallel

my $parallel = "SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2; SET max_parallel_maintenance_workers = 2; SET enable_indexscan = off; SET enable_indexonlyscan = off; ";
like(sql("$parallel EXPLAIN SELECT v FROM word ORDER BY v"), qr/Gather Merge/, 'a sort is shared by workers');
like(sql("$parallel EXPLAIN SELECT min(v), max(v) FROM word"), qr/Partial Aggregate/, 'so are aggregates');
is(sql("$parallel SELECT count(*) FROM (SELECT v, lag(v) OVER () l FROM (SELECT v FROM word ORDER BY v OFFSET 0) s) t WHERE l > v"), 0, 'and the order is right');
sql("$parallel ALTER TABLE word SET (parallel_workers = 2); CREATE INDEX word_parallel ON word (v); SELECT bt_index_check('word_parallel', true)");
pass('an index is built by workers');

# ---- COPY, dump and restore

my $file = $node->basedir . '/word';
for my $format ('text', 'csv', 'binary')
{
	sql("COPY word TO '$file.$format' (FORMAT $format)");
	sql("CREATE TABLE copy_$format (id integer, v vntext); COPY copy_$format FROM '$file.$format' (FORMAT $format)");
	is(sql("SELECT count(*) FROM word w JOIN copy_$format c USING (id) WHERE w.v::text <> c.v::text OR w.v <> c.v"), 0, "COPY in format $format brings values back");
	sql("DROP TABLE copy_$format");
}
sql(<<'END');
CREATE TABLE province (name vntext(40) PRIMARY KEY, other vntext[] DEFAULT '{Hoà}', folded text GENERATED ALWAYS AS (vn_fold(name)) STORED);
CREATE TABLE district (province vntext REFERENCES province, name vntext DEFAULT 'Đà', CHECK (name ~ '^[[:alpha:] ]+$'));
CREATE TABLE place (name vntext) PARTITION BY RANGE (name);
CREATE TABLE place_1 PARTITION OF place FOR VALUES FROM (MINVALUE) TO ('Đà  Nẵng');
CREATE TABLE place_2 PARTITION OF place FOR VALUES FROM ('ĐÀ NẴNG') TO (MAXVALUE);
CREATE VIEW big AS SELECT name || ' lớn' AS name FROM province WHERE name LIKE 'H%' AND name ~= 'ha noi' AND name = 'x'::text;
CREATE INDEX province_bare ON province USING hash (name vntext_bare_ops);
CREATE STATISTICS province_stat ON name, folded FROM province;
INSERT INTO province VALUES ('Hoà Bình'), ('Hà Nội');
INSERT INTO district VALUES ('HÒA BÌNH', 'Kim Bôi');
INSERT INTO place VALUES ('Huế'), ('Cần Thơ');
END
$node->command_ok([ 'pg_dump', '-Fc', '-f', "$file.dump", $node->connstr('postgres') ], 'pg_dump');
sql('CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'pg_restore', '--exit-on-error', '-d', $node->connstr('restored'), "$file.dump" ], 'pg_restore');
for my $query ('SELECT * FROM province ORDER BY name', 'SELECT * FROM district', 'SELECT tableoid::regclass, name FROM place ORDER BY name',
	q{SELECT pg_get_viewdef('big')}, 'SELECT md5(string_agg(v::text, chr(10) ORDER BY id, v)) FROM word', q{SELECT pg_get_indexdef('province_bare'::regclass)})
{
	is(sql($query, 'restored'), sql($query), "restored: $query");
}

# ---- logical replication

$node->append_conf("postgresql.conf", "wal_level = logical\nmax_wal_senders = 5\nmax_replication_slots = 5");
$node->restart;
my $other = new_node('subscriber');
my $connection = $node->connstr('postgres');
$other->safe_psql('postgres', 'CREATE TABLE city (name vntext PRIMARY KEY, other vntext[])');
sql("CREATE TABLE city (name vntext PRIMARY KEY, other vntext[]); INSERT INTO city VALUES ('Hoà Bình', '{Hoà}'), ('Hà Nội', NULL);
	CREATE PUBLICATION cities FOR TABLE city");
$other->safe_psql('postgres', "CREATE SUBSCRIPTION cities CONNECTION \$c\$$connection\$c\$ PUBLICATION cities WITH (binary = true)");
$other->poll_query_until('postgres', 'SELECT count(*) = 2 FROM city') or die 'the first copy did not come';
for my $identity ('DEFAULT', 'FULL')
{
	sql("ALTER TABLE city REPLICA IDENTITY $identity;
		INSERT INTO city VALUES ('Quảng Ngãi $identity'); UPDATE city SET name = 'HÒA  BÌNH' WHERE name = 'hoà bình';
		UPDATE city SET other = '{Đà}' WHERE name = 'hoà bình'; DELETE FROM city WHERE name = 'HÀ NỘI'");
	$node->wait_for_catchup('cities');
	is($other->safe_psql('postgres', 'SELECT * FROM city ORDER BY name'), sql('SELECT * FROM city ORDER BY name'), "changes are replicated, replica identity $identity");
}
$other->stop;

$node->stop;
done_testing();
