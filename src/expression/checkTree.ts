/** Whether a link may be asked for what lies below a record: of what makes a tree, where a database answers, below one record for all rows. */
import type { Checker } from './check.ts'
import { looksAtRow } from './inside.ts'
import type { Typed } from './language.ts'
import { fault } from './texts.ts'
import { linkedObject } from './unify.ts'

export function checkTree({ scope }: Checker, [link, head]: readonly Typed[]): void {
  if (scope.isTree === undefined) fault('tree_not_here', link!)
  const object = linkedObject(link!.type)!
  if (!scope.isTree(object)) fault('no_tree', link!, { object })
  if (looksAtRow(head!)) fault('tree_of_each', head!)
}
