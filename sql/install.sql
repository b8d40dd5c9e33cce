--
-- The extension as an object: what it holds, who may create it, where.
--
\pset format unaligned

-- its functions, with all that the planner is told about them
SELECT p.oid::regprocedure AS function,
	pg_get_function_result(p.oid) AS result
FROM pg_depend d JOIN pg_proc p ON p.oid = d.objid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND d.classid = 'pg_proc'::regclass
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'congress_ext')
ORDER BY p.proname COLLATE "C", p.oid::regprocedure::text COLLATE "C";

\pset format aligned
SELECT p.proname, p.provolatile AS volatile, p.proisstrict AS strict, p.proparallel AS parallel,
	p.prosecdef AS definer, p.procost AS cost, p.prorows AS rows
FROM pg_depend d JOIN pg_proc p ON p.oid = d.objid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND d.classid = 'pg_proc'::regclass
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'congress_ext')
ORDER BY p.proname COLLATE "C", p.oid::regprocedure::text COLLATE "C";

-- every object has a comment
SELECT pg_describe_object(d.classid, d.objid, 0) AS without_comment
FROM pg_depend d
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
	AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'congress_ext')
	AND obj_description(d.objid, d.classid::regclass::name) IS NULL
ORDER BY 1;

-- whoever may create objects in the database may create it, in a schema of choice
DROP EXTENSION congress_ext;
CREATE ROLE regress_congress_editor;
SELECT format('GRANT CREATE ON DATABASE %I TO regress_congress_editor', current_database()) \gexec
SET ROLE regress_congress_editor;
CREATE SCHEMA regress_press;
CREATE EXTENSION congress_ext SCHEMA regress_press;
SELECT count(*) FROM regress_press.congress_facts('');
SET search_path = pg_catalog;
SELECT count(*) FROM regress_press.vn_dates('17/8/2020');
RESET search_path;
CREATE SCHEMA regress_archive;
ALTER EXTENSION congress_ext SET SCHEMA regress_archive;
SELECT count(*) FROM regress_archive.congress_facts('');
DROP EXTENSION congress_ext;
DROP SCHEMA regress_press, regress_archive;
RESET ROLE;
SELECT format('REVOKE CREATE ON DATABASE %I FROM regress_congress_editor', current_database()) \gexec
SET ROLE regress_congress_editor;
CREATE EXTENSION congress_ext;
RESET ROLE;
DROP ROLE regress_congress_editor;
CREATE EXTENSION congress_ext;
