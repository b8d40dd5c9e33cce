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
	is($node->safe_psql('postgres', 'SELECT count(*) FILTER (WHERE articles > 0) FROM congress_progress'), $sessions,
		"$sessions sessions: all of them had a part of the work");
}

# without other writers no article is read twice
$node->safe_psql('postgres', "UPDATE press_facts.reading SET grammar_version = '0'");
my @refreshes = map { backfill('refresh') } 1 .. 4;
succeeds($_, 'a refresh among others comes to its end') for @refreshes;
is($node->safe_psql('postgres', 'SELECT sum(articles) = (SELECT count(*) FROM press.article) FROM congress_progress'), 't', 'each article was read once');
is($node->safe_psql('postgres', $differences), 0, 'and its facts are right');

# ---- 10,000 random operations by 8 clients, with backfills and refreshes

my $writers = writers(8, 1250);
my $rounds = 0;
while ($writers->{client}->pumpable)
{
	# one by one, for a statement on many rows of facts could be deadlocked with any other
	$node->safe_psql('postgres', "SELECT format('UPDATE press_facts.reading SET grammar_version = 0 WHERE article_id = %s', article_id)
		FROM press_facts.reading WHERE article_id % 20 = $rounds % 20 \\gexec");
	succeeds(backfill('refresh'), 'a refresh meanwhile');
	$rounds++;
	$writers->{client}->pump_nb;
}
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

$node->stop;
done_testing();
