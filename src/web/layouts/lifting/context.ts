import { createContext, use } from 'react'
import type { ListName, Place } from '../sheet/sheet.ts'
import type { Lifting } from './useLifting.ts'

export const LiftingContext = createContext<Lifting | null>(null)
export function useLifted(): Lifting {
  const lifting = use(LiftingContext)
  if (lifting === null) throw new Error('a piece outside the editor')
  return lifting
}

/** The line that shows where what is lifted would stand. */
export function markAt({ lifted }: Lifting, { list, at }: Place, length: number): 'before' | 'after' | undefined {
  const to = lifted?.to
  if (to == null || to === 'out' || to.list !== list) return undefined
  return to.at === at ? 'before' : at === length - 1 && to.at >= length ? 'after' : undefined
}

export const isOver = ({ lifted }: Lifting, list: ListName | 'out'): boolean => lifted?.to != null && (lifted.to === 'out' ? list === 'out' : lifted.to.list === list)
