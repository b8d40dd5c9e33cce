# A running analysis ends soon after pg_cancel_backend(), in whatever step it is.

use strict;
use warnings;

use IPC::Run qw(start finish timeout);
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(sleep time);

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my $limit = 0.2;				# seconds
my $attempts = 3;				# a busy machine may be late once, not always

my $node = new_node('cancel');
my $article = article();

# Some 60 MB; short of that an analysis could be over before it is canceled.
$node->safe_psql('postgres', <<"END");
CREATE TABLE document (body text);
ALTER TABLE document ALTER body SET STORAGE EXTERNAL;
INSERT INTO document SELECT repeat($article, 60 * 1024 * 1024 / octet_length($article));
END

# Seconds from the cancel to the end of the client; undef if it came too late.
sub cancel_after
{
	my ($delay, $function) = @_;
	my ($in, $out, $err) = ('', '', '');
	my $client = start(
		[ 'psql', '-X', '-q', '-d', $node->connstr('postgres') . ' application_name=reader',
		  '-c', "SELECT count(*) FROM document d, $function(d.body)" ],
		\$in, \$out, \$err, timeout($PostgreSQL::Test::Utils::timeout_default));

	$node->poll_query_until('postgres',
		q{SELECT count(*) = 1 FROM pg_stat_activity WHERE state = 'active' AND application_name = 'reader'})
	  or die 'the query did not start';
	sleep $delay;

	my $from = time;
	$node->safe_psql('postgres',
		q{SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'reader'});
	finish($client);
	my $seconds = time - $from;

	return undef unless $err =~ /canceling statement due to user request/;
	return $seconds;
}

my $in_time = 0;
for ([ 'congress_events', 0.0, 0.1, 0.25, 0.5, 1.0 ], [ 'congress_explain', 0.5, 2.0 ])
{
	my ($function, @delays) = @$_;
	for my $delay (@delays)
	{
		my $best;
		for (1 .. $attempts)
		{
			my $seconds = cancel_after($delay, $function);
			last unless defined $seconds;	# done before: nothing to cancel any more
			$best = $seconds if !defined $best || $seconds < $best;
			last if $best <= $limit;
		}
	  SKIP:
		{
			skip "the analysis takes less than $delay s", 1 unless defined $best;
			ok($best <= $limit, sprintf('%s is canceled %.2f s after its start within %.2f s', $function, $delay, $best));
			$in_time++;
		}
	}
}
ok($in_time > 0, 'an analysis was canceled');

is($node->safe_psql('postgres', "SELECT count(*) > 0 FROM congress_events($article)"), 't',
	'the server goes on');

$node->stop;
done_testing();
