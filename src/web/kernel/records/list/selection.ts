/** Chosen rows: some by name, or all that match but for some. */
export type Selection = { all: false; ids: ReadonlySet<string> } | { all: true; except: ReadonlySet<string> }

export const nothing: Selection = { all: false, ids: new Set() }
export const everything: Selection = { all: true, except: new Set() }

export const isChosen = (selection: Selection, id: string): boolean => (selection.all ? !selection.except.has(id) : selection.ids.has(id))

export function toggled(selection: Selection, ids: readonly string[], chosen: boolean): Selection {
  const next = new Set(selection.all ? selection.except : selection.ids)
  for (const id of ids) {
    if (chosen !== selection.all) next.add(id)
    else next.delete(id)
  }
  return selection.all ? { all: true, except: next } : { all: false, ids: next }
}

/** How many, where the total is known. */
export const chosenCount = (selection: Selection, total: number | null): number | null =>
  selection.all ? (total === null ? null : Math.max(0, total - selection.except.size)) : selection.ids.size

const quoted = (ids: Iterable<string>) => [...ids].map((id) => `'${id}'`).join(', ')

/** The chosen rows as the mass edit asks for them. */
export function chosenWhere(selection: Selection, where: string): { where: string; matching: boolean } {
  if (!selection.all) return { where: `id in (${quoted(selection.ids)})`, matching: false }
  const parts = [where, selection.except.size === 0 ? '' : `id not in (${quoted(selection.except)})`].filter((part) => part !== '')
  return { where: parts.length < 2 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' and '), matching: true }
}
