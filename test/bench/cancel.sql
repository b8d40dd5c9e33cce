--
-- cancel.sql
--	  Cancel the session "reader" some "delay" ms after its statement has begun;
--	  print the ms until it is idle, or nothing if it was idle before or has not
--	  begun after two seconds.
--

CREATE FUNCTION pg_temp.active() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_stat_clear_snapshot();
	RETURN (SELECT pid FROM pg_stat_activity WHERE application_name = 'reader' AND state = 'active');
END
$$;

CREATE FUNCTION pg_temp.cancel(delay integer) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	reader integer;
	started timestamptz := clock_timestamp();
BEGIN
	LOOP
		reader := pg_temp.active();
		EXIT WHEN reader IS NOT NULL;
		IF clock_timestamp() > started + interval '2 s' THEN
			RETURN NULL;
		END IF;
		PERFORM pg_sleep(0.001);
	END LOOP;
	PERFORM pg_sleep(delay / 1000.0);
	started := clock_timestamp();
	IF pg_temp.active() IS NULL THEN
		RETURN NULL;
	END IF;
	PERFORM pg_cancel_backend(reader);
	WHILE pg_temp.active() IS NOT NULL LOOP
		PERFORM pg_sleep(0.0005);
	END LOOP;
	RETURN round(1000 * extract(epoch FROM clock_timestamp() - started), 1);
END
$$;

SELECT pg_temp.cancel(:delay);
