# One analysis serves all functions of a statement, and nothing of it stays.

use strict;
use warnings;

use Test::More;
use Time::HiRes qw(time);

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my @functions = map { "congress_$_" }
  qw(article events people elections counts indicators rankings programme statements);

my $node = new_node('memory');
my $article = article();

# ---- shared analysis: nine functions cost little more than one

$node->safe_psql('postgres', <<"SQL");
CREATE TABLE document AS SELECT repeat($article, 1000) AS body;
SQL

# The best of several runs, taken in turns, as the machine may have other work.
my @queries = (
	'SELECT count(*) FROM document d, congress_events(d.body)',
	'SELECT ' . join(', ', map { "(SELECT count(*) FROM $_(d.body))" } @functions) . ' FROM document d');
my @best;
for (1 .. 7)
{
	for my $i (0, 1)
	{
		my $from = time;
		$node->safe_psql('postgres', $queries[$i]);
		my $seconds = time - $from;
		$best[$i] = $seconds if !defined $best[$i] || $seconds < $best[$i];
	}
}
ok($best[1] < 3 * $best[0], sprintf('nine functions take %.1f times as long as one', $best[1] / $best[0]));

# ---- memory

my $contexts = q{FROM pg_backend_memory_contexts WHERE name LIKE 'congress_ext%'};
my $total = 'SELECT sum(total_bytes) FROM pg_backend_memory_contexts';
my $many = "SELECT count(*) FROM generate_series(1, 1000) g, congress_facts(g || $article)";

my ($before, $rows, $after, $left) = split /\n/, $node->safe_psql('postgres', <<"SQL");
SELECT count(*) > 0 FROM congress_facts($article) \\g /dev/null
$many \\g /dev/null
$total;
$many;
$total;
SELECT count(*) $contexts;
SQL
cmp_ok($rows, '>=', 1000, '1,000 articles gave facts');
cmp_ok($after - $before, '<=', 16 * 1024, '1,000 calls leave no memory behind');
is($left, 0, 'no context of ours outlives its statement');

my $within = $node->safe_psql('postgres', <<"SQL");
SELECT ($many) > 0 AND (SELECT count(*) = 1 AND sum(total_bytes) < 4 * 1024 * 1024 $contexts);
SQL
is($within, 't', 'a statement holds one analysis at a time');

# an error in the middle, caught: the context of the failed call goes at once
my $caught = $node->safe_psql('postgres', <<"SQL");
CREATE FUNCTION failing() RETURNS bigint LANGUAGE plpgsql AS \$\$
BEGIN
	FOR i IN 1 .. 20 LOOP
		BEGIN
			PERFORM congress_facts(repeat('x', 256 * 1024 * 1024 + 1));
		EXCEPTION WHEN program_limit_exceeded THEN
		END;
	END LOOP;
	RETURN (SELECT count(*) $contexts);
END
\$\$;
SELECT failing();
SQL
is($caught, 0, 'nor does a call that failed');

# ---- memory of one large document

my ($size, $used) = split /\|/, $node->safe_psql('postgres', <<"SQL");
SELECT octet_length(body), (SELECT sum(total_bytes) $contexts)
FROM (SELECT repeat($article, 10000) AS body) d, LATERAL (SELECT count(*) FROM congress_events(d.body)) e;
SQL
cmp_ok($used, '<=', 20 * $size, sprintf('an analysis holds %.1f times the document', $used / $size));

$node->stop;
done_testing();
