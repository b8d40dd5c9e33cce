CREATE FUNCTION congress_drop_views(article regclass) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE COST 1000
SET search_path = pg_catalog, pg_temp
AS $$ BEGIN END $$;
COMMENT ON FUNCTION congress_drop_views(regclass) IS 'drop the views of congress_create_views()';
