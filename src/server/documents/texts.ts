/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const documentTemplate = {
  label: { pl: 'Szablon dokumentu', en: 'Document template' },
  plural: { pl: 'Szablony dokumentów', en: 'Document templates' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    object: { label: { pl: 'Dla', en: 'For' }, help: { pl: 'Rekordy, z których powstaje dokument', en: 'Records that documents are made of' } },
    purpose: { pl: 'Przeznaczenie', en: 'Purpose' },
    language: { pl: 'Język', en: 'Language' },
    file: { label: { pl: 'Plik szablonu', en: 'Template file' }, help: { pl: 'DOCX albo XLSX', en: 'DOCX or XLSX' } },
    pdfOnly: { label: { pl: 'Tylko PDF', en: 'PDF only' }, help: { pl: 'Dokument powstaje od razu jako PDF', en: 'The document is made as a PDF straight away' } },
    edition: { pl: 'Wersja', en: 'Version' },
    shipped: { pl: 'Dostarczony z programem', en: 'Shipped with the program' },
    active: { pl: 'Używany', en: 'In use' },
    description: { pl: 'Opis', en: 'Description' },
  },
} as const

export const document = {
  label: { pl: 'Dokument', en: 'Document' },
  plural: { pl: 'Dokumenty', en: 'Documents' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    template: { pl: 'Szablon', en: 'Template' },
    templateEdition: { pl: 'Wersja szablonu', en: 'Template version' },
    edition: { pl: 'Wersja', en: 'Version' },
    file: { pl: 'Plik', en: 'File' },
    pdf: { pl: 'PDF', en: 'PDF' },
    state: { pl: 'Stan', en: 'State' },
    problem: { pl: 'Przeszkoda', en: 'What stands in the way' },
    company: { pl: 'Firma', en: 'Company' },
    person: { pl: 'Osoba', en: 'Person' },
    opportunity: { pl: 'Szansa', en: 'Opportunity' },
    quote: { pl: 'Oferta', en: 'Quote' },
    salesOrder: { pl: 'Zamówienie', en: 'Order' },
    contract: { pl: 'Umowa', en: 'Contract' },
    activity: { pl: 'Działanie', en: 'Activity' },
  },
} as const

export const purposes: readonly ChoiceValue[] = [
  { value: 'quote', label: { pl: 'Oferta', en: 'Quote' } },
  { value: 'contract', label: { pl: 'Umowa', en: 'Contract' } },
  { value: 'confirmation', label: { pl: 'Potwierdzenie zamówienia', en: 'Order confirmation' } },
  { value: 'protocol', label: { pl: 'Protokół', en: 'Protocol' } },
  { value: 'letter', label: { pl: 'Pismo', en: 'Letter' } },
  { value: 'invoiceData', label: { pl: 'Dane do faktury', en: 'Data for an invoice' } },
  { value: 'other', label: { pl: 'Inny', en: 'Other' } },
]
export const documentStates: readonly ChoiceValue[] = [
  { value: 'making', label: { pl: 'Powstaje', en: 'Being made' }, color: 'blue' },
  { value: 'ready', label: { pl: 'Gotowy', en: 'Ready' }, color: 'green' },
  { value: 'failed', label: { pl: 'Nie powstał', en: 'Not made' }, color: 'red' },
]
export const reverse = {
  documents: { pl: 'Dokumenty', en: 'Documents' },
} as const satisfies Record<string, Text>
export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  about: { pl: 'Czego dotyczy', en: 'What it is about' },
} as const satisfies Record<string, Text>
