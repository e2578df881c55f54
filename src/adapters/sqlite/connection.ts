import type { DatabaseSync, StatementSync } from "node:sqlite";

export type Value = string | number | null;

/**
 * One opened workspace file as the tables use it.
 * Statements are prepared when first needed and kept; each one is run to its end,
 * because node:sqlite silently puts off a commit while a statement is unfinished.
 *
 * `LIMIT +?`, and `state = +?` where an index is made for one state, are written with the sign so that SQLite's planner
 * does not look into the value: where it does, it compiles the statement anew at every run, ten times what a short query costs.
 */
export type Connection = {
  readonly database: DatabaseSync;
  /** All rows of a query. `Row` names the columns' types in order; the STRICT tables are what guarantees them. */
  rows<Row extends readonly Value[]>(sql: string, ...values: readonly Value[]): readonly Row[];
  /** Runs a change. A bug when no transaction is open: nothing is ever written outside of one. */
  change(sql: string, ...values: readonly Value[]): void;
  /** Gives what `load` gave last time, until `forget` is called with the same name. For small tables only. */
  remembered<T>(name: string, load: () => T): T;
  /** Drops what is remembered under this name, or everything. */
  forget(name?: string): void;
};

export function connect(database: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>();
  const memory = new Map<string, unknown>();

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    statements.set(sql, statement);
    return statement;
  }

  return {
    database,
    rows<Row extends readonly Value[]>(sql: string, ...values: readonly Value[]) {
      // node:sqlite types rows as records even when it returns arrays.
      return prepared(sql).all(...values) as unknown as readonly Row[];
    },
    change(sql, ...values) {
      if (!database.isTransaction) throw new Error("A change of the workspace outside of a transaction");
      prepared(sql).run(...values);
    },
    remembered<T>(name: string, load: () => T) {
      // Each name is used by one loader only, so what is kept under it has that loader's type.
      if (memory.has(name)) return memory.get(name) as T;
      const loaded = load();
      memory.set(name, loaded);
      return loaded;
    },
    forget(name) {
      if (name === undefined) memory.clear();
      else memory.delete(name);
    },
  };
}

/** The only row of a query that has at most one, or null. */
export function onlyRow<Row>(rows: readonly Row[]): Row | null {
  return rows[0] ?? null;
}
