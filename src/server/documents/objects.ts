import { defineObject, is } from '../../contract/definition.ts'
import { languages } from '../../contract/selling/choices.ts'
import * as texts from './texts.ts'
import { documentStates, purposes, reverse, sections } from './texts.ts'

export const documentTemplate = defineObject('documentTemplate', texts.documentTemplate, {
  room: 'documents',
  icon: 'template',
  nameField: 'name',
  access: { kind: 'shared' },
  baseline: { read: 'all' },
  navigation: { group: 'settings', order: 90 },
  fields: {
    name: is.text({ required: true, searchable: true, maxLength: 200 }),
    /** Name of an object, also one of the administrator's own. */
    object: is.text({ required: true, indexed: true, maxLength: 100 }),
    purpose: is.choice(purposes, { required: true, default: { expression: "'other'" } }),
    language: is.choice(languages, { required: true, default: { expression: "'pl'" } }),
    file: is.file({ required: true }),
    pdfOnly: is.yesNo(),
    edition: is.number({ readOnly: true, decimals: 0, default: { expression: '1' } }),
    shipped: is.text({ readOnly: true, unique: true, maxLength: 60 }),
    active: is.yesNo({ required: true, default: { expression: 'true' } }),
    description: is.longText(),
  },
  list: { columns: ['name', 'object', 'purpose', 'language', 'file', 'pdfOnly', 'edition', 'active'], order: 'object,name' },
  form: [{ key: 'basics', label: sections.basics, fields: ['name', 'object', 'purpose', 'language', 'file', 'pdfOnly', 'active', 'description'] }],
  quickCreate: ['name', 'object', 'purpose', 'language', 'file', 'pdfOnly'],
  rules: {
    /** A new file is a new version of the template: documents say of which they were made. */
    derive: (values, { before }) => (before === null || hashIn(before['file']) === hashIn(values['file']) ? {} : { edition: String(Number(before['edition'] ?? 1) + 1) }),
  },
})

const hashIn = (file: unknown): unknown => (typeof file === 'object' && file !== null && 'hash' in file ? file.hash : null)

const about = ['company', 'person', 'opportunity', 'quote', 'salesOrder', 'contract', 'activity'] as const

/** A file made from a record; making it anew gives a further one, with the next version. */
export const document = defineObject('document', texts.document, {
  room: 'documents',
  icon: 'file-text',
  nameField: 'name',
  distinguishedBy: ['edition'],
  access: { kind: 'follows', links: about },
  fields: {
    name: is.text({ required: true, searchable: true, maxLength: 300 }),
    template: is.link('documentTemplate', { reverse: reverse.documents }),
    templateEdition: is.number({ readOnly: true, decimals: 0 }),
    edition: is.number({ readOnly: true, decimals: 0, default: { expression: '1' } }),
    file: is.file(),
    pdf: is.file(),
    state: is.choice(documentStates, { readOnly: true }),
    problem: is.text({ readOnly: true, maxLength: 1_000 }),
    company: is.link('company', { reverse: reverse.documents }),
    person: is.link('person', { reverse: reverse.documents }),
    opportunity: is.link('opportunity', { reverse: reverse.documents }),
    quote: is.link('quote', { reverse: reverse.documents }),
    salesOrder: is.link('salesOrder', { reverse: reverse.documents }),
    contract: is.link('contract', { reverse: reverse.documents }),
    activity: is.link('activity', { reverse: reverse.documents }),
    // Whom it concerns in the end: a quote's document stands on the customer's page too. It gives nobody the right to see it.
    customer: is.link('company', { readOnly: true, reverse: reverse.allDocuments }),
  },
  list: { columns: ['name', 'edition', 'template', 'file', 'pdf', 'state', 'createdAt', 'createdBy'], order: '-createdAt' },
  form: [
    { key: 'basics', label: sections.basics, fields: ['name', 'edition', 'template', 'templateEdition', 'file', 'pdf', 'state', 'problem'] },
    { key: 'about', label: sections.about, fields: [...about, 'customer'] },
  ],
})

export const objects = [documentTemplate, document]
