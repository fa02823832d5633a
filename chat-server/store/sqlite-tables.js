// The tables of the database, and the steps that bring a file of an earlier version up to date.
import { CannotStart } from '../settings/cannot-start.js';

const OURS = 0x45617273; // "Ears", the application id in the file
const VERSIONS = [
  `create table if not exists sessions (id text primary key, token_hash text not null, reason text not null, seq integer not null,
     taken text not null, began integer not null, seen integer not null) without rowid;
   create table if not exists messages (session text not null, seq integer not null, sender text not null, id text not null,
     name text not null, text text not null, at integer not null, primary key (session, seq)) without rowid;
   create unique index if not exists messages_id on messages (session, sender, id);`,
  // The store's own clock: see HEARD in sqlite.js. `seen` is for people to read.
  `create table clock (one integer primary key check (one = 1), lived integer not null);
   insert into clock select 1, coalesce(max(seen), 0) from sessions;
   alter table sessions add column heard integer not null default 0;
   update sessions set heard = seen;
   drop index if exists sessions_seen;
   create index sessions_heard on sessions (heard);`,
  // How much is kept, for the limits: see weight.js.
  `alter table sessions add column bytes integer not null default 0;
   update sessions set bytes = 600 + (select coalesce(sum(200 + length(cast(text as blob)) + length(cast(name as blob))), 0) from messages where session = sessions.id);
   alter table clock add column messages integer not null default 0;
   alter table clock add column bytes integer not null default 0;
   update clock set messages = (select count(*) from messages), bytes = (select coalesce(sum(bytes), 0) from sessions);`,
];

/** @param {import('node-sqlite3-wasm').Database} db @param {string} pragma */
const number = (db, pragma) => Number(Object.values(db.get(`pragma ${pragma}`) ?? {})[0]);

/** Refuses a file that another program or a newer version wrote, before anything in it changes. @param {import('node-sqlite3-wasm').Database} db @param {string} file */
export function expectOurs(db, file) {
  const tables = db.all("select name from sqlite_master where type = 'table'").map(({ name }) => name);
  const early =
    number(db, 'application_id') === 0 &&
    (tables.length === 0 || (tables.includes('sessions') && tables.includes('messages')));
  if (number(db, 'application_id') !== OURS && !early)
    throw new CannotStart(`${file} is a database of another program: set CHAT_DB to another file.`);
  if (number(db, 'user_version') > VERSIONS.length)
    throw new CannotStart(
      `${file} was written by a newer version of this server: start that version, or set CHAT_DB to another file.`,
    );
}

/** @param {import('node-sqlite3-wasm').Database} db */
export function bringTables(db) {
  db.exec('begin immediate');
  for (const step of VERSIONS.slice(number(db, 'user_version'))) db.exec(step);
  db.exec(`pragma application_id = ${OURS}; pragma user_version = ${VERSIONS.length};`);
  db.exec('commit');
}
