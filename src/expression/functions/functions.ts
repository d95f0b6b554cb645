/** The table of functions. A new one is an entry in the file of its kind, or a file of entries added here. */
import { classFunctions } from './classes.ts'
import { conditionFunctions } from './conditions.ts'
import { currencyFunctions } from './currencies.ts'
import { dayFunctions } from './days.ts'
import type { FunctionDefinition } from './definition.ts'
import { numberFunctions } from './numbers.ts'
import { textFunctions } from './texts.ts'

export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [...conditionFunctions, ...numberFunctions, ...textFunctions, ...dayFunctions, ...classFunctions, ...currencyFunctions].map((definition) => [definition.name, definition]),
)
