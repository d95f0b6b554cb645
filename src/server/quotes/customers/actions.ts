/** A customer abroad is written to in English until somebody says otherwise; the firm's own language is not his. */
import { idOfLink } from '../../../fields/link/ids.ts'
import type { Completion } from '../../kernel/records/completions.ts'
import { countriesOf } from './queries.ts'

const languageOfCustomer: Completion = {
  object: 'quote',
  concerns: ({ before, given, after, byProgram }) => before === null && !byProgram && !('language' in given) && idOfLink(after['company']) !== null,
  async complete(ctx, all) {
    const countries = await countriesOf(ctx.db, all.map(({ after }) => idOfLink(after['company'])!))
    return all.map(({ after }) => (['PL', undefined].includes(countries.get(idOfLink(after['company'])!)) ? {} : { values: { language: 'en' } }))
  },
}

export const completions = [languageOfCustomer]
