// oxlint-disable-next-line no-restricted-imports -- the catalogue of PostgreSQL has no table types
import { sql, type Kysely } from "kysely";

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
  filled: boolean;
  key: boolean;
  labels: string[] | null;
}

export interface Reference {
  columns: string[];
  target: string;
  optional: boolean;
  unique: boolean;
}

export interface Table {
  schema: string;
  /** With its schema, as in "cart.line". */
  name: string;
  view: boolean;
  columns: Column[];
  references: Reference[];
}

/** Tables and views of the rooms as PostgreSQL itself describes them, sorted by name. */
export async function readSchema(db: Kysely<unknown>): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select
      n.nspname as schema,
      n.nspname || '.' || c.relname as name,
      c.relkind in ('v', 'm') as view,
      (
        select json_agg(json_build_object(
          'name', a.attname,
          'type', coalesce(nullif(t.typbasetype, 0)::regtype::text, case when t.typelem <> 0 and t.typlen = -1
            then e.typname || '[]' else t.typname end),
          'nullable', not a.attnotnull,
          'filled', a.atthasdef or a.attidentity <> '',
          'key', exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)),
          'labels', (select json_agg(l.enumlabel order by l.enumsortorder) from pg_enum l where l.enumtypid = t.oid)
        ) order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      ) as columns,
      coalesce((
        select json_agg(json_build_object(
          'columns', (select json_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (f.conkey)),
          'target', tn.nspname || '.' || tc.relname,
          'optional', exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (f.conkey) and not a.attnotnull),
          'unique', exists (select from pg_constraint u where u.conrelid = c.oid and u.contype in ('p', 'u')
            and u.conkey <@ f.conkey)
        ) order by f.conname)
        from pg_constraint f join pg_class tc on tc.oid = f.confrelid join pg_namespace tn on tn.oid = tc.relnamespace
        where f.conrelid = c.oid and f.contype = 'f'
      ), '[]') as "references"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and n.nspname not in ('public', 'information_schema', 'graphile_worker') and n.nspname not like 'pg\\_%'
    order by 1, 2`.execute(db);
  return rows;
}
