/** Devices at the invented customers and their inspections, each made from its number alone. */
import type { Values } from '../../../contract/definition.ts'
import { diceFor, type Dice } from '../rules.ts'
import { failures, models } from './texts.ts'

export interface Device {
  /** Number of the company it stands at. */
  company: number
  /** Days before today when it was installed. */
  age: number
  values: Values
}

/** Every other company has one device, every sixth four. */
export function devicesAt(company: number, age: number): Device[] {
  const dice = diceFor(21, company)
  const count = dice.chance(0.5) ? (dice.chance(0.3) ? 4 : 1) : 0
  return Array.from({ length: count }, (_, n) => deviceAt(company, n, { dice, age }))
}

function deviceAt(company: number, n: number, { dice, age }: { dice: Dice; age: number }): Device {
  const [name, deviceKind, code] = dice.pick(models)
  const serialNumber = `${code}-${String(company * 10 + n + 100_000)}`
  return { company, age: 1 + dice.whole(Math.max(1, Math.min(age, 700))), values: { name, deviceKind, serialNumber, warrantyMonths: String(dice.pick([12, 24, 36])) } }
}

export interface Inspection {
  /** Days before today; below nought: that many days from now. */
  planned: number
  values: Values
}

/** One a year after the installation, with something missed here and there, and the next one planned. */
export function inspectionsOf(serial: number, age: number): Inspection[] {
  const dice = diceFor(22, serial)
  const past = Array.from({ length: Math.floor(age / 365) }, (_, year) => age - (year + 1) * 365).filter(() => dice.chance(0.8))
  const done = past.map((planned): Inspection => {
    const result = dice.chance(0.8) ? 'passed' : dice.pick(['remarks', 'failed'])
    return { planned, values: { status: 'done', result, remarks: result === 'passed' ? null : dice.pick(failures) } }
  })
  const next: Inspection = { planned: -(1 + dice.whole(60)), values: { status: dice.chance(0.95) ? 'planned' : 'cancelled' } }
  return dice.chance(0.4) ? [...done, next] : done
}
