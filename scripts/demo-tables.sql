-- The table of the demonstration, as a newsroom might have one.

CREATE EXTENSION congress_ext;

CREATE SCHEMA press;
CREATE TABLE press.article (
	id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name text NOT NULL UNIQUE,
	published date,
	body text NOT NULL
);
COMMENT ON TABLE press.article IS 'news articles, one a row; published completes dates without a year';
