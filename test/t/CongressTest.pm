# A server of the TAP framework that finds the staged extension.

package CongressTest;

use strict;
use warnings;

use Exporter 'import';
use PostgreSQL::Test::Cluster;

our @EXPORT = qw(new_node article);

# A running server in UTF-8, with the extension in the database postgres.
sub new_node
{
	my ($name) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(extra => [ '--locale=C.UTF-8', '--encoding=UTF8' ]);
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

1;
