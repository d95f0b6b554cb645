import { toList } from '../kernel/ui/links.ts'

export const toPlans = (): string => '/sales/targets'
export const toGrid = (plan: string): string => `/sales/targets/${plan}`
/** What a figure is made of: the list, narrowed to it. */
export const behind = (object: string, where: string): string => `${toList(object)}?${new URLSearchParams({ view: 'all', where })}`
