# The pipeline survives what happens to tables: dump and restore, pg_upgrade,
# logical replication, bulk loads, sessions without a search_path.

use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my $node = new_node('copies', allows_streaming => 'logical');
create_articles($node, 200);
attach_articles($node);
$node->safe_psql('postgres', <<'SQL');
CALL congress_backfill('press.article');
SELECT congress_create_views('press.article');
UPDATE press_facts.person SET name = 'Ai', reviewed = true WHERE article_id = 3;
SQL
my $facts = digest($node);

# A database with a copy of everything is as good as the first one.
sub is_alive
{
	my ($server, $database, $what) = @_;
	is(digest($server, $database), $facts, "$what: the facts are there");
	is($server->safe_psql($database, <<'SQL'), "t|1|t\nf\n1|Ai", "$what: and follow the articles");
SET client_min_messages = warning;
INSERT INTO press.article VALUES (1001, NULL, press.body(1));
UPDATE press.article SET body = press.body(7) WHERE id = 3;
SELECT count(*) = 1, (SELECT count(*) FROM press_facts.person WHERE article_id = 1001), (SELECT count(*) > 0 FROM press_facts.calendar)
FROM press_facts.event WHERE article_id = 1001;
DELETE FROM press.article WHERE id = 1001;
SELECT EXISTS (SELECT FROM press_facts.event WHERE article_id = 1001);
CALL congress_backfill('press.article');
SELECT count(*), min(name) FROM press_facts.person WHERE article_id = 3;
SQL
	return;
}

sub dump_and_restore
{
	my ($database, @options) = @_;
	my $file = "$PostgreSQL::Test::Utils::tmp_check/$database.sql";
	$node->command_ok([ 'pg_dump', '--no-sync', '-f', $file, @options, 'postgres' ], "$database: dumped");
	$node->safe_psql('postgres', "CREATE DATABASE $database TEMPLATE template0");
	$node->safe_psql($database, 'CREATE EXTENSION congress_ext') if @options;
	$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr($database), '-f', $file ], "$database: restored");
	return;
}

dump_and_restore('whole');
is_alive($node, 'whole', 'dump of the whole');
dump_and_restore('schemas', '-n', 'press', '-n', 'press_facts');
is_alive($node, 'schemas', 'dump of the schemas');

# the articles alone: they can be written, and a warning says what is missing
dump_and_restore('articles', '-n', 'press');
my ($status, $out, $err) = $node->psql('articles', 'INSERT INTO press.article VALUES (1001, NULL, press.body(1))');
is($status, 0, 'dump of the articles alone: they can be written');
like($err, qr/WARNING:  the fact tables of "article" are gone/, 'and a warning tells why they are not read');
$node->safe_psql('articles', "SELECT congress_detach('press.article')");
($status, $out, $err) = $node->psql('articles', 'INSERT INTO press.article VALUES (1002, NULL, press.body(1))');
is($err, '', 'until the table is detached');

# ---- postgres_fdw, whose sessions run with search_path = pg_catalog

my ($host, $port) = ($node->host, $node->port);
is($node->safe_psql('postgres', <<"SQL"), '1001|1', 'postgres_fdw: an article that is written by it is read');
CREATE EXTENSION postgres_fdw;
CREATE SERVER loopback FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$host', port '$port', dbname 'postgres');
CREATE USER MAPPING FOR CURRENT_USER SERVER loopback;
CREATE SCHEMA remote;
IMPORT FOREIGN SCHEMA press LIMIT TO (article) FROM SERVER loopback INTO remote;
IMPORT FOREIGN SCHEMA press_facts LIMIT TO (who_is_who) FROM SERVER loopback INTO remote;
INSERT INTO remote.article VALUES (1001, NULL, press.body(1));
UPDATE remote.article SET body = press.body(2) WHERE id = 1001;
SELECT article_id, count(*) FROM press_facts.event WHERE article_id = 1001 GROUP BY article_id;
DELETE FROM remote.article WHERE id = 1001;
SQL
is($node->safe_psql('postgres', 'SELECT count(*) FROM press_facts.event WHERE article_id = 1001'), 0, 'postgres_fdw: and one that is deleted is gone');
like($node->safe_psql('postgres', 'SELECT count(*) FROM remote.who_is_who'), qr/^[1-9]/, 'postgres_fdw: a view can be read by it');
$node->safe_psql('postgres', 'DROP SCHEMA remote CASCADE; DROP EXTENSION postgres_fdw CASCADE');

# ---- logical replication

my $subscriber = new_node('subscriber');
my $schema = "$PostgreSQL::Test::Utils::tmp_check/schema.sql";
$node->command_ok([ 'pg_dump', '--no-sync', '-s', '-n', 'press', '-n', 'press_facts', '-f', $schema, 'postgres' ], 'replication: schemas dumped');
$subscriber->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $subscriber->connstr('postgres'), '-f', $schema ], 'replication: and restored');
$node->safe_psql('postgres', 'CREATE PUBLICATION facts FOR TABLES IN SCHEMA press, press_facts');
my $connstr = $node->connstr . ' dbname=postgres';
$subscriber->safe_psql('postgres', "CREATE SUBSCRIPTION facts CONNECTION '$connstr' PUBLICATION facts");
$subscriber->wait_for_subscription_sync($node, 'facts');
is(digest($subscriber), $facts, 'replication: the facts are copied');
$node->safe_psql('postgres', <<'SQL');
INSERT INTO press.article SELECT i, NULL, press.body(i) FROM generate_series(2001, 2050) i;
UPDATE press.article SET body = press.body(id + 1) WHERE id % 3 = 0;
UPDATE press.article SET id = id + 5000 WHERE id % 7 = 0;
DELETE FROM press.article WHERE id % 5 = 0;
SQL
$node->wait_for_catchup('facts');
is(digest($subscriber), digest($node), 'replication: and follow');
like($subscriber->safe_psql('postgres', 'SELECT count(*) FROM press_facts.event'), qr/^[1-9]/, 'replication: there are some');
$subscriber->safe_psql('postgres', 'DROP SUBSCRIPTION facts');
# a subscriber that becomes the first: from now on it reads
$facts = digest($subscriber);
is_alive($subscriber, 'postgres', 'subscriber on its own');
$subscriber->stop;

# ---- COPY of 100,000 articles, by row and by statement

for my $mode ('row', 'statement')
{
	$node->safe_psql('postgres', <<"SQL");
SELECT congress_detach('press.article', true);
TRUNCATE press.article;
SELECT congress_attach('press.article', key => 'id', body => 'body', published => 'published', facts_schema => 'press_facts', mode => '$mode');
SQL
	my $file = "$PostgreSQL::Test::Utils::tmp_check/articles.copy";
	$node->safe_psql('postgres', "COPY (SELECT i, NULL, 'Đại hội Đảng bộ xã An Khê lần thứ V' || chr(10) || 'Ngày ' || i % 28 + 1 || '/6/2020, ' || i % 300 || ' đại biểu dự Đại hội Đảng bộ xã An Khê lần thứ V.'
		FROM generate_series(1, 100000) i) TO '$file'") unless -e $file;
	$node->safe_psql('postgres', "COPY press.article FROM '$file'");
	is($node->safe_psql('postgres', 'SELECT count(*), sum(r.facts), (SELECT count(*) FROM press_facts.event), (SELECT sum(c.value) FROM press_facts.count c) FROM press_facts.reading r'),
		$node->safe_psql('postgres', 'SELECT count(*), 3 * count(*), count(*), sum(i % 300) FROM generate_series(1, 100000) i'),
		"COPY of 100,000 articles, $mode trigger");
}

# ---- pg_upgrade

my $new = PostgreSQL::Test::Cluster->new('upgraded');
$new->init(extra => [ '--locale=C.UTF-8', '--encoding=UTF8' ]);
$new->append_conf('postgresql.conf', <<"END");
extension_destdir = '$ENV{CONGRESS_STAGE}'
dynamic_library_path = '$ENV{CONGRESS_STAGE}$ENV{CONGRESS_PKGLIBDIR}:\$libdir'
END
$node->safe_psql('postgres', 'DELETE FROM press.article WHERE id > 500');
$node->safe_psql('postgres', "SELECT congress_create_views('press.article')");
$node->safe_psql('postgres', "UPDATE press_facts.person SET name = 'Ai', reviewed = true WHERE article_id = 3");
$node->safe_psql('postgres', "DROP DATABASE $_") for qw(whole schemas articles);
$node->safe_psql('postgres', 'INSERT INTO press.article SELECT i, NULL, press.body(i) FROM generate_series(1, 100) i ON CONFLICT (id) DO UPDATE SET body = excluded.body');
$node->safe_psql('postgres', "UPDATE press_facts.person SET name = 'Ai', reviewed = true WHERE article_id = 3");
$facts = digest($node);
$node->stop;
my $bin = PostgreSQL::Test::Utils::system_log('true') == 0 && `pg_config --bindir`;
chomp $bin;
chdir $PostgreSQL::Test::Utils::tmp_check;
command_ok([ "$bin/pg_upgrade", '--no-sync', '-b', $bin, '-B', $bin, '-d', $node->data_dir, '-D', $new->data_dir,
	'-p', $node->port, '-P', $new->port, '-s', $node->host ], 'pg_upgrade');
$new->start;
is_alive($new, 'postgres', 'pg_upgrade');
$new->stop;

done_testing();
