const barred = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'deletedAt', 'deletedBy', 'owner', 'archivedAt', 'search'])
const longest = 40

/** 'Data następnego kontaktu' → dataNastepnegoKontaktu; never one that is taken or that the program keeps to itself. '' when nothing of it can be a name. */
export function nameFrom(words: string, taken: readonly string[] = []): string {
  const plain = words.replace(/[łŁ]/g, 'l').normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
  const [first = '', ...rest] = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const name = (first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')).replace(/^[0-9]+/, '')
  if (name === '') return ''
  const begun = (name[0]!.toLowerCase() + name.slice(1)).slice(0, longest)
  return free(begun, (one) => barred.has(one) || taken.some((other) => other.toLowerCase() === one.toLowerCase()))
}

function free(name: string, isTaken: (name: string) => boolean): string {
  let found = name
  for (let n = 2; isTaken(found); n++) found = `${name.slice(0, longest - String(n).length)}${n}`
  return found
}

/** What a value of a list is known by for ever: made of its first words, and never shown. */
export function valueFrom(words: string, taken: readonly string[]): string {
  return nameFrom(words, taken) || free('value', (one) => taken.includes(one))
}
