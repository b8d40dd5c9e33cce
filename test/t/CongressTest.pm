# A server of the TAP framework that finds the staged extension.

package CongressTest;

use strict;
use warnings;

use Exporter 'import';
use PostgreSQL::Test::Cluster;
use Time::HiRes qw(sleep);

our @EXPORT = qw(new_node article create_articles attach_articles digest crash);

# A running server in UTF-8, with the extension in the database postgres; %params are those of init().
sub new_node
{
	my ($name, %params) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(extra => [ '--locale=C.UTF-8', '--encoding=UTF8' ], %params);
	$node->append_conf('postgresql.conf', <<"END");
extension_destdir = '$ENV{CONGRESS_STAGE}'
dynamic_library_path = '$ENV{CONGRESS_STAGE}$ENV{CONGRESS_PKGLIBDIR}:\$libdir'
END
	$node->start;
	$node->safe_psql('postgres', 'CREATE EXTENSION congress_ext');
	return $node;
}

# An article in a few sentences, as an SQL literal.
sub article
{
	return <<'END' =~ s/\n\z//r;
'Đảng bộ huyện Kim Ngọc khai mạc Đại hội lần thứ IX
Sáng 17/8/2020, Đảng bộ huyện Kim Ngọc khai mạc Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Dự Đại hội có đồng chí Trần Văn Kiên, Bí thư Huyện ủy và 248 đại biểu chính thức.
Đại hội đề ra 15 chỉ tiêu, phấn đấu đến năm 2025 có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ. Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX; đồng chí Trần Văn Kiên tái cử chức Bí thư Huyện ủy với 100% số phiếu.
'
END
}

# A table press.article with so many different articles, and press.differences(),
# which tells how many rows are in the fact tables of an attached table and not
# in a fresh extraction, or the other way round.
sub create_articles
{
	my ($node, $count) = @_;
	$node->safe_psql('postgres', <<'SQL' =~ s/COUNT/$count/r);
CREATE SCHEMA press;
CREATE TABLE press.article (id integer PRIMARY KEY, published date, body text);

CREATE FUNCTION press.body(n integer) RETURNS text LANGUAGE sql AS $$
	SELECT format('Đảng bộ huyện Kim Ngọc %1$s khai mạc Đại hội lần thứ IX
Sáng 17/8, Đảng bộ huyện Kim Ngọc %1$s khai mạc Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Dự Đại hội có đồng chí %3$s %2$s, Bí thư Huyện ủy và %4$s đại biểu chính thức.
Đại hội đề ra %5$s chỉ tiêu, phấn đấu đến năm 2025 có trên %6$s%% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ. Đại hội đã bầu %7$s đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX; đồng chí %3$s %2$s tái cử chức Bí thư Huyện ủy với 100%% số phiếu.
', n % 50, (ARRAY['Kiên', 'Mai', 'Hùng', 'Lan', 'Sơn'])[n % 5 + 1], (ARRAY['Trần Văn', 'Lê Thị', 'Nguyễn Đình'])[n % 3 + 1],
		100 + n % 400, 10 + n % 20, 70 + n % 30, 21 + n % 40)
$$;

INSERT INTO press.article SELECT i, date '2020-08-20' + i % 100, press.body(i) FROM generate_series(1, COUNT) i;

CREATE FUNCTION press.differences(article regclass) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	r record;
	n bigint;
	total bigint;
BEGIN
	SELECT count(*) INTO total FROM press.article a
		WHERE NOT EXISTS (SELECT FROM press_facts.reading f WHERE f.article_id = a.id) OR EXISTS (SELECT FROM press_facts.error f WHERE f.article_id = a.id);
	FOR r IN SELECT t.facts, x.function::oid::regproc AS function,
			(SELECT string_agg('x.' || quote_ident(p.proargnames[i]), ', ') FROM generate_subscripts(p.proargmodes, 1) i WHERE p.proargmodes[i] = 't') AS columns
		FROM congress_tables($1) t JOIN congress_relations() x USING (relation) JOIN pg_proc p ON p.oid = x.function
	LOOP
		EXECUTE format('SELECT count(*) FROM (
			(SELECT x.article_id, x.fact_no, %1$s FROM %2$s x EXCEPT ALL
			 SELECT a.id, x.ordinality, %1$s FROM press.article a, %3$s(a.body, a.published) WITH ORDINALITY x)
			UNION ALL
			(SELECT a.id, x.ordinality, %1$s FROM press.article a, %3$s(a.body, a.published) WITH ORDINALITY x EXCEPT ALL
			 SELECT x.article_id, x.fact_no, %1$s FROM %2$s x)) d', r.columns, r.facts, r.function) INTO n;
		total := total + n;
	END LOOP;
	RETURN total;
END
$$;
SQL
	return;
}

sub attach_articles
{
	my ($node, @options) = @_;
	my $options = join '', map { ", $_" } @options;
	$node->safe_psql('postgres', "SELECT congress_attach('press.article', key => 'id', body => 'body',
		published => 'published', facts_schema => 'press_facts'$options)");
	return;
}

# All rows of the fact tables, but for the time when they were made: a line a table.
sub digest
{
	my ($node, $database) = @_;
	return $node->safe_psql($database // 'postgres', <<'END');
SELECT format('SELECT %L, count(*), md5(COALESCE(string_agg(x::text, chr(10) ORDER BY x::text), '''')) FROM (SELECT to_jsonb(t) - ''read_at'' FROM %s t) t (x);',
	t.relation, t.facts) FROM congress_tables('press.article') t ORDER BY t.relation \gexec
END
}

# Kill all processes of a server as a failure of power would, and start it again.
sub crash
{
	my ($node) = @_;
	my $postmaster = $node->{_pid};
	my @children;
	for my $path (glob '/proc/[0-9]*/stat')
	{
		open my $file, '<', $path or next;
		my $line = <$file> // '';
		push @children, $1 if $line =~ /^(\d+) \(.*\) \S (\d+) / && $2 == $postmaster;
	}
	$node->kill9;
	kill 9, @children;
	for (1 .. 100)
	{
		return if $node->start(fail_ok => 1);
		$node->{_pid} = undef;		# the old processes take a moment to vanish
		sleep 0.1;
	}
	die 'the server does not start again';
}

1;
