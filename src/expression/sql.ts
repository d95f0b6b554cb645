/**
 * SQL as text with its parameters beside it. Values given to the template become parameters, always;
 * fragments given to it are joined in. Names come from the registry through `name()`.
 *   sql`select ${name('id')} from ${table} where city = ${city}`
 */
export class Sql {
  readonly pieces: readonly string[]
  readonly values: readonly unknown[]
  constructor(pieces: readonly string[], values: readonly unknown[]) {
    this.pieces = pieces
    this.values = values
  }
}

export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const pieces: string[] = [strings[0]!]
  const values: unknown[] = []
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    const next = strings[index + 1]!
    if (part instanceof Sql) {
      pieces[pieces.length - 1] += part.pieces[0]!
      for (let inner = 0; inner < part.values.length; inner++) {
        values.push(part.values[inner])
        pieces.push(part.pieces[inner + 1]!)
      }
      pieces[pieces.length - 1] += next
    } else {
      values.push(part)
      pieces.push(next)
    }
  }
  return new Sql(pieces, values)
}

/** A quoted identifier. It may hold only what the registry allows in names, so quoting can never be escaped. */
export function name(...path: string[]): Sql {
  for (const part of path) if (!/^[a-z_][a-z0-9_]*$/.test(part)) throw new Error(`not a column or table name: ${part}`)
  return new Sql([path.map((part) => `"${part}"`).join('.')], [])
}

/** Text that is put in as it is. Only constants of the program may come here; each use says why it is safe. */
export function raw(text: string): Sql {
  return new Sql([text], [])
}

/** A whole number as a literal, where PostgreSQL plans better with it than with a parameter: limits, numbers of sequences. */
export function whole(number: number | bigint): Sql {
  if (typeof number === 'number' && !Number.isSafeInteger(number)) throw new Error(`not a whole number: ${number}`)
  return raw(String(number))
}

export const nothing = raw('')

export function join(parts: readonly Sql[], between: Sql = raw(', ')): Sql {
  if (parts.length === 0) return nothing
  const pieces: string[] = ['']
  const values: unknown[] = []
  const add = (part: Sql) => {
    pieces[pieces.length - 1] += part.pieces[0]!
    for (let inner = 0; inner < part.values.length; inner++) {
      values.push(part.values[inner])
      pieces.push(part.pieces[inner + 1]!)
    }
  }
  parts.forEach((part, index) => {
    if (index > 0) add(between)
    add(part)
  })
  return new Sql(pieces, values)
}

export const and = (parts: readonly Sql[]): Sql => (parts.length === 0 ? raw('true') : parts.length === 1 ? parts[0]! : sql`(${join(parts, raw(' and '))})`)
export const or = (parts: readonly Sql[]): Sql => (parts.length === 0 ? raw('false') : parts.length === 1 ? parts[0]! : sql`(${join(parts, raw(' or '))})`)

/** Text with $1, $2 … and the values, as node-postgres takes them. */
export function compile(statement: Sql): { text: string; values: unknown[] } {
  let text = statement.pieces[0]!
  for (let index = 0; index < statement.values.length; index++) text += `$${index + 1}${statement.pieces[index + 1]!}`
  return { text, values: statement.values as unknown[] }
}
