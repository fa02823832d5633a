/**
 * A union with one member for each name, made of a table of members. A name without an entry in the table does
 * not compile, and neither does an entry without a name.
 */
export type Tagged<
  Tag extends string,
  Name extends string,
  Members extends Record<Name, object> & Record<Exclude<keyof Members, Name>, never>,
> = { [Each in Name]: Record<Tag, Each> & Members[Each] }[Name];
