# A backfill that is stopped in whatever way goes on where it was: kill -9 of the
# server at random moments, cancel, timeout, a full disk.

use strict;
use warnings;

use IPC::Run qw(start finish timeout);
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(sleep);

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my $articles = 3000;
my $tables = 'press_facts.reading, press_facts.error, ' . join ', ',
  map { "press_facts.$_" } qw(event person election count indicator ranking programme statement article);

my $node = new_node('stop');
create_articles($node, $articles);
attach_articles($node);
$node->safe_psql('postgres', "CALL congress_backfill('press.article')");
is($node->safe_psql('postgres', "SELECT press.differences('press.article')"), 0, 'a backfill writes what the functions read');
my $undisturbed = digest($node);

my $seed = $ENV{CONGRESS_SEED} // time;
srand $seed;
note "CONGRESS_SEED=$seed";

sub unread
{
	return $node->safe_psql('postgres', 'SELECT count(*) FROM press.article a WHERE NOT EXISTS (SELECT FROM press_facts.reading r WHERE r.article_id = a.id)');
}

# A backfill in the background.
sub start_backfill
{
	my ($batch, @settings) = @_;
	my %run = (out => '');
	$run{client} = start(
		[ 'psql', '-X', '-q', '-d', $node->connstr('postgres') . ' application_name=backfill', map({ ('-c', $_) } @settings),
		  '-c', "CALL congress_backfill('press.article', batch => $batch)" ],
		\undef, '&>', \$run{out}, timeout($PostgreSQL::Test::Utils::timeout_default));
	return \%run;
}

sub finish_backfill
{
	my ($run) = @_;
	finish($run->{client});
	return $run->{out};
}

# ---- kill -9

my $killed = 0;
for my $round (1 .. 3)
{
	my $kills = 0;
	$node->safe_psql('postgres', "TRUNCATE $tables");
	while ($kills < 3 && unread() > 0)
	{
		my $run = start_backfill(5);
		# after a random number of articles, however fast the machine is, or a random time
		my $moment = unread() - int rand 300;
		1 while $kills == 0 && $run->{client}->pumpable && unread() > $moment;
		sleep rand 0.05;
		crash($node);
		finish_backfill($run);
		$kills++;
		my $left = unread();
		$killed++ if $left > 0 && $left < $articles;
		# what is there is complete and right, article by article
		is($node->safe_psql('postgres', <<'END'), 0, "round $round: after kill $kills, $left articles are left, and the others are read in full");
SELECT count(*) FROM press_facts.reading r WHERE r.facts <> (SELECT count(*) FROM press_facts.event f WHERE f.article_id = r.article_id)
	+ (SELECT count(*) FROM press_facts.person f WHERE f.article_id = r.article_id) + (SELECT count(*) FROM press_facts.election f WHERE f.article_id = r.article_id)
	+ (SELECT count(*) FROM press_facts.count f WHERE f.article_id = r.article_id) + (SELECT count(*) FROM press_facts.indicator f WHERE f.article_id = r.article_id)
	+ (SELECT count(*) FROM press_facts.programme f WHERE f.article_id = r.article_id) + (SELECT count(*) FROM press_facts.article f WHERE f.article_id = r.article_id)
END
	}
	$node->safe_psql('postgres', "CALL congress_backfill('press.article')");
	is(digest($node), $undisturbed, "round $round: after $kills kills, the facts are those of an undisturbed run");
}
ok($killed > 0, "a kill came in the middle of a backfill ($killed of 9 did)");

# ---- cancel, timeout

$node->safe_psql('postgres', "TRUNCATE $tables");
my $run = start_backfill(10);
$node->poll_query_until('postgres', 'SELECT count(*) > 0 FROM press_facts.reading') or die 'no batch was committed';
like($node->safe_psql('postgres', 'SELECT state, kind, articles > 0, waiting > 0 FROM congress_progress WHERE finished_at IS NULL'),
	qr/^running\|backfill\|t\|t$/, 'another session sees the progress');
$node->safe_psql('postgres', q{SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'backfill'});
like(finish_backfill($run), qr/canceling statement due to user request/, 'a backfill can be canceled');
is($node->safe_psql('postgres', 'SELECT state FROM congress_progress'), 'stopped', 'which the view of the progress shows');
cmp_ok(unread(), '>', 0, 'and leaves articles to read');
$node->safe_psql('postgres', "CALL congress_backfill('press.article')");
is(digest($node), $undisturbed, 'the next one reads them');

my $left = $articles;
my $output;
for my $ms (100, 200, 400, 800, 1600)		# as slow as the machine may be
{
	$node->safe_psql('postgres', "TRUNCATE $tables");
	$output = finish_backfill(start_backfill(10, "SET statement_timeout = $ms"));
	$left = unread();
	last if $left < $articles;
}
like($output, qr/canceling statement due to statement timeout/, 'a statement timeout ends it');
ok($left > 0 && $left < $articles, "after a part of the work ($left articles are left)");
my ($status, $out, $err) = $node->psql('postgres', "CALL congress_backfill('press.article', batch => 1000)");
like($err, qr/NOTICE:  backfill of "article": \d+ articles, \d+ facts, 0 failed, \d+ articles\/s, about \d+ left, \d+ s\n/, 'progress is told in notices');
like($err, qr/NOTICE:  backfill of "article" is complete: $left articles, \d+ facts, 0 failed, \d+ articles\/s/, 'and the end of it');
is(digest($node), $undisturbed, 'the next one reads the rest');

# ---- a full disk

SKIP:
{
	my $small = $ENV{CONGRESS_SMALL_DISK};
	skip 'there is no small file system', 5 unless $small;

	$node->safe_psql('postgres', "CREATE TABLESPACE small LOCATION '$small'");
	$node->safe_psql('postgres', "TRUNCATE $tables");
	$node->safe_psql('postgres', "ALTER TABLE press_facts.$_ SET TABLESPACE small") for qw(person count reading);
	my $ballast = "$small/ballast";
	open my $file, '>', $ballast or die "$ballast: $!";
	while (defined syswrite $file, 'x' x 65536) { }
	close $file;
	truncate $ballast, (-s $ballast) - 200 * 1024;

	(undef, undef, $err) = $node->psql('postgres', "CALL congress_backfill('press.article', batch => 100)");
	like($err, qr/ERROR:  could not extend file .*No space left on device/, 'a full disk is reported');
	is($node->safe_psql('postgres', 'SELECT count(*) FROM press_facts.error'), 0, 'and is not taken for an error of an article');
	$left = unread();
	ok($left > 0 && $left < $articles, "after a part of the work ($left articles are left)");
	(undef, undef, $err) = $node->psql('postgres', "INSERT INTO press.article SELECT 100000 + i, NULL, press.body(i) FROM generate_series(1, 3000) i");
	like($err, qr/ERROR:  could not extend file .*No space left on device/, 'an insert fails too, with its facts');
	unlink $ballast;
	$node->safe_psql('postgres', "CALL congress_backfill('press.article', batch => 100)");
	is(digest($node), $undisturbed, 'when there is room again, the next one reads the rest');
}

$node->stop;
done_testing();
