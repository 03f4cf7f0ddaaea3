-- PostgreSQL: the site is not the owner of its tables, but for one. The owner may drop the triggers that keep what is settled as it is;
-- the site reads and writes rows and can do nothing else. Run it as a superuser, in the database of the site, when both
-- roles are there (deploy/README.md), and again after the first migration, which makes that one table. A site that was the owner until now
-- hands its tables over. Running it again is fine.
\set ON_ERROR_STOP on
\if :{?site} \else \set site regiostaf \endif
\if :{?owner} \else \set owner regiostaf-owner \endif

BEGIN;
REASSIGN OWNED BY :"site" TO :"owner";

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM :"site";
GRANT USAGE, CREATE ON SCHEMA public TO :"owner";
GRANT USAGE ON SCHEMA public TO :"site";

-- What is there, and what migrations make later.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :"site";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :"site";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO :"site";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"site";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO :"site";

-- One table is the site's own: only its owner may write it anew, and that is how secret answers are wiped from the disk.
SELECT format('ALTER TABLE %s OWNER TO %I', found, :'site')
FROM to_regclass('public.checklist_secretballot') AS found WHERE found IS NOT NULL \gexec
COMMIT;
