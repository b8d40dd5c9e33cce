# Databases that are not in UTF-8 get one clear error, whichever way the library comes in.

use strict;
use warnings;

use Test::More;

use FindBin;
use lib $FindBin::RealBin;
use CongressTest;

my $node = new_node('encoding');

for my $encoding ('SQL_ASCII', 'LATIN1')
{
	my $name = lc $encoding;
	$node->safe_psql('postgres', "CREATE DATABASE $name ENCODING '$encoding' LOCALE 'C' TEMPLATE template0");
	my ($status, $out, $err) = $node->psql($name, 'CREATE EXTENSION congress_ext');
	isnt($status, 0, "$encoding: CREATE EXTENSION fails");
	like($err, qr/ERROR:  congress_ext needs a database with encoding "UTF8"/, "$encoding: the error says why");
	like($err, qr/DETAIL:  The encoding of this database is "$encoding"/, "$encoding: the detail says what");
	is($node->safe_psql($name, q{SELECT count(*) FROM pg_proc WHERE proname LIKE 'congress%'}), 0,
		"$encoding: nothing is left");
}

# Preloaded, the library is there before any database is.
$node->append_conf('postgresql.conf', "shared_preload_libraries = 'congress_ext'");
$node->restart;
is($node->safe_psql('postgres', q{SELECT count(*) FROM congress_events('')}), 0, 'preloaded: works in UTF-8');
my ($status, $out, $err) = $node->psql('latin1', <<'END');
CREATE EXTENSION congress_ext;
SELECT * FROM congress_events('x');
END
like($err, qr/congress_ext needs a database with encoding "UTF8"/, 'preloaded: the error comes all the same');

$node->stop;
done_testing();
