import type { Configuration } from '../../kernel/shaping/configuration.ts'

/** Fields that take their values from the list. */
export const usersOf = ({ objects }: Configuration, list: string) => objects.flatMap((object) => object.fields.filter((field) => 'list' in field && field.list === list).map((field) => ({ object, field })))
