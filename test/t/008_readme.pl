# What README shows is what happens: its SQL runs through, in its order, and prints the lines that stand there.

use strict;
use warnings;

use Test::More;

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

# The statements and the lines of output of all blocks in SQL: a statement ends with a line that ends in a semicolon.
open my $readme, '<', "$FindBin::RealBin/README.md" or die "README.md: $!";
my ($block, $statement) = (0, 0);
my $statements = '';
my @printed;
while (my $line = <$readme>)
{
	if ($line =~ /^```/)
	{
		$block = $line eq "```sql\n";
	}
	elsif ($block)
	{
		$statement ||= $line =~ /^(CREATE|INSERT|SELECT|CALL)\b/;
		if ($statement)
		{
			$statements .= $line;
			$statement = $line !~ /;\s*(--.*)?$/;
		}
		elsif ($line =~ /\S/)
		{
			push @printed, $line =~ s/\s+\z//r;
		}
	}
}
cmp_ok(scalar @printed, '>', 15, 'README shows output');

my $node = new_node('readme');
$node->safe_psql('postgres', 'DROP EXTENSION congress_ext');
my ($status, $out, $err) = $node->psql('postgres', "\\pset format aligned\n\\pset tuples_only off\n$statements");
unlike($err, qr/ERROR/, 'the statements run through');
my %is_printed = map { (s/\s+\z//r) => 1 } split /\n/, $out;
is_deeply([ grep { !$is_printed{$_} } @printed ], [], 'and print what README shows');
is($node->safe_psql('postgres', 'SELECT count(*) FROM facts.person'), 2, 'the fact tables are filled');

$node->stop;
done_testing();
