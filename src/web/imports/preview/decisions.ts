export const decisions = ['skip', 'updateEmpty', 'update', 'create'] as const
export type Decision = (typeof decisions)[number]
