# Several sessions at a time: backfills share the work with each other and with
# those who write articles; nobody is deadlocked, and the facts are right after it.

use strict;
use warnings;

use IPC::Run qw(start finish timeout);
use PostgreSQL::Test::Utils;
use Test::More;

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my $articles = 4000;
my $node = new_node('concurrent');
create_articles($node, $articles);
$node->safe_psql('postgres', 'CREATE SEQUENCE press.key START 1000000');
attach_articles($node);

sub background
{
	my (@command) = @_;
	my %run = (out => '', what => $command[0]);
	$run{client} = start(\@command, \undef, '&>', \$run{out}, timeout($PostgreSQL::Test::Utils::timeout_default));
	return \%run;
}

sub succeeds
{
	my ($run, $name) = @_;
	finish($run->{client});
	ok($run->{client}->result == 0, $name) or diag $run->{out};
	return;
}

sub backfill
{
	my ($procedure) = @_;
	return background('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('postgres'),
		'-c', "CALL congress_$procedure('press.article', batch => 20)");
}

sub writers
{
	my ($clients, $transactions) = @_;
	return background('pgbench', '-n', '-c', $clients, '-t', $transactions, '-f', "$FindBin::RealBin/pipeline_random.sql",
		'-h', $node->host, '-p', $node->port, 'postgres');
}

my $differences = "SELECT press.differences('press.article')";

for my $sessions (2, 4)
{
	$node->safe_psql('postgres', 'TRUNCATE press_facts.reading, press_facts.error, press_facts.event, press_facts.person, press_facts.election,
		press_facts.count, press_facts.indicator, press_facts.ranking, press_facts.programme, press_facts.statement, press_facts.article');
	my $writers = writers(3, 300);
	my @backfills = map { backfill('backfill') } 1 .. $sessions;
	succeeds($_, "$sessions sessions: a backfill among other writers comes to its end") for @backfills;
	succeeds($writers, "$sessions sessions: so do the writers");
	is($node->safe_psql('postgres', $differences), 0, "$sessions sessions: the facts are those of a fresh extraction");
	cmp_ok($node->safe_psql('postgres', 'SELECT count(*) FILTER (WHERE articles > 0) FROM congress_progress'), '>=', 2,
		"$sessions sessions: more than one had a part of the work");
}

# without other writers no article is read twice
$node->safe_psql('postgres', "UPDATE press_facts.reading SET grammar_version = '0'");
my @refreshes = map { backfill('refresh') } 1 .. 4;
succeeds($_, 'a refresh among others comes to its end') for @refreshes;
my ($sum, $count) = split /\|/, $node->safe_psql('postgres', 'SELECT sum(articles), (SELECT count(*) FROM press.article) FROM congress_progress');
# the row of a run that ended before another began is gone
cmp_ok($sum, '<=', $count, 'no article was read twice');
is($node->safe_psql('postgres', $differences), 0, 'and its facts are right');

# ---- 10,000 random operations by 8 clients, with backfills and refreshes

my $writers = writers(8, 1250);
my $rounds = 0;
my $refreshed = 1;
while ($writers->{client}->pumpable)
{
	# one by one, for a statement on many rows of facts could be deadlocked with any other
	$node->safe_psql('postgres', "SELECT format('UPDATE press_facts.reading SET grammar_version = 0 WHERE article_id = %s', article_id)
		FROM press_facts.reading WHERE article_id % 20 = $rounds % 20 \\gexec");
	my $refresh = backfill('refresh');
	finish($refresh->{client});
	$refreshed &&= $refresh->{client}->result == 0 or diag $refresh->{out};
	$rounds++;
	$writers->{client}->pump_nb;
}
ok($refreshed, 'refreshes come to their end meanwhile');
succeeds($writers, '10,000 random operations by 8 clients');
like($writers->{out}, qr/number of transactions actually processed: 10000\/10000/, 'none of them failed');
is($node->safe_psql('postgres', $differences), 0, 'the facts are those of a fresh extraction');
unlike(PostgreSQL::Test::Utils::slurp_file($node->logfile), qr/deadlock detected/, 'there was no deadlock');

# the same with the statement trigger
$node->safe_psql('postgres', "SELECT congress_detach('press.article', true)");
attach_articles($node, "mode => 'statement'");
my $backfill = backfill('backfill');
$writers = writers(4, 250);
succeeds($backfill, 'statement trigger: a backfill comes to its end');
succeeds($writers, 'statement trigger: so do the writers');
is($node->safe_psql('postgres', $differences), 0, 'statement trigger: the facts are those of a fresh extraction');
unlike(PostgreSQL::Test::Utils::slurp_file($node->logfile), qr/deadlock detected|PANIC|server process .* was terminated/, 'the log tells of no deadlock and no crash');

# ---- a partitioned table: rows come by the parent and by a partition, and move, while it is read

$node->safe_psql('postgres', <<'SQL');
CREATE TABLE press.part (body text, published date NOT NULL, id integer NOT NULL, PRIMARY KEY (id, published)) PARTITION BY RANGE (published);
CREATE TABLE press.part_1 (id integer NOT NULL, body text, published date NOT NULL);
ALTER TABLE press.part ATTACH PARTITION press.part_1 FOR VALUES FROM ('2020-01-01') TO ('2020-10-01');
CREATE TABLE press.part_2 PARTITION OF press.part DEFAULT;
INSERT INTO press.part (id, published, body) SELECT i, date '2020-08-20' + i % 100, press.body(i) FROM generate_series(1, 2000) i;
SELECT congress_attach('press.part', key => ARRAY['published', 'id'], body => 'body', published => 'published', facts_schema => 'part_facts');
SQL
my @backfills = map {
	background('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('postgres'), '-c', "CALL congress_backfill('press.part', batch => 20)")
} 1 .. 2;
for my $i (1 .. 20)
{
	$node->safe_psql('postgres', <<"SQL");
UPDATE press.part SET published = published + 41, body = press.body($i) WHERE id = $i * 50;
UPDATE press.part SET published = published - 41 WHERE id = $i * 50 + 1;
INSERT INTO press.part_1 VALUES (3000 + $i, press.body($i), '2020-09-30');
DELETE FROM press.part WHERE id = $i * 50 + 2;
SQL
}
succeeds($_, 'partitions: a backfill comes to its end') for @backfills;
is($node->safe_psql('postgres', <<'SQL'), "2000|0\n0\n0", 'partitions: the facts are those of a fresh extraction');
SELECT count(*), count(*) FILTER (WHERE r.article_id IS NULL) FROM press.part p LEFT JOIN part_facts.reading r ON (r.article_id, r.article_published) = (p.id, p.published);
SELECT count(*) FROM part_facts.reading r WHERE (r.article_id, r.article_published) NOT IN (SELECT p.id, p.published FROM press.part p);
WITH now AS (SELECT article_published, article_id, fact_no, name, positions, roles, span_start FROM part_facts.person),
	fresh AS (SELECT p.published, p.id, f.ordinality, f.name, f.positions, f.roles, f.span_start FROM press.part p, congress_people(p.body, p.published) WITH ORDINALITY f)
SELECT count(*) FROM ((TABLE now EXCEPT ALL TABLE fresh) UNION ALL (TABLE fresh EXCEPT ALL TABLE now)) d;
SQL
unlike(PostgreSQL::Test::Utils::slurp_file($node->logfile), qr/deadlock detected|PANIC|server process .* was terminated/, 'partitions: the log tells of no deadlock and no crash');

$node->stop;
done_testing();
