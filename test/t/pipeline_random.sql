-- One random operation on press.article, for pgbench: articles come, change, get
-- other keys and go, while facts are read.  Who changes several articles does so
-- in the order of their keys, so that a deadlock would be one of ours.
\set id random(1, 2000)
\set n random(1, 100000)
\set what random(1, 100)
\if :what <= 20
INSERT INTO press.article VALUES (:id, date '2020-08-20' + :n % 100, press.body(:n)) ON CONFLICT (id) DO UPDATE SET body = excluded.body;
\elif :what <= 45
UPDATE press.article SET body = press.body(:n) WHERE id = :id;
\elif :what <= 55
BEGIN;
UPDATE press.article SET published = date '2020-08-20' + :n % 100, body = press.body(:n) WHERE id = :id;
UPDATE press.article SET body = press.body(:n + 1) WHERE id = :id + 1;
COMMIT;
\elif :what <= 65
DELETE FROM press.article WHERE id = :id;
\elif :what <= 75
BEGIN;
UPDATE press.article SET published = NULL WHERE id = :id;
UPDATE press.article SET body = body || ' ' WHERE id = :id;
ROLLBACK;
\elif :what <= 85
UPDATE press.article SET id = nextval('press.key') WHERE id = :id;
\elif :what <= 90
INSERT INTO press.article SELECT nextval('press.key'), NULL, press.body(i) FROM generate_series(:n, :n + 5) i;
\elif :what <= 95
SELECT count(*) FROM press_facts.event e JOIN press_facts.person p USING (article_id) WHERE e.article_id = :id;
\else
BEGIN;
SELECT FROM press.article WHERE id = :id FOR UPDATE;
UPDATE press.article SET body = press.body(:n) WHERE id = :id;
COMMIT;
\endif
