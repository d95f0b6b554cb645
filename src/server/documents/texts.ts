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
    customer: { pl: 'Klient', en: 'Customer' },
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
  allDocuments: { pl: 'Dokumenty klienta', en: 'Documents of the customer' },
} as const satisfies Record<string, Text>
export const sections = {
  basics: { pl: 'Podstawowe', en: 'Basics' },
  about: { pl: 'Czego dotyczy', en: 'What it is about' },
} as const satisfies Record<string, Text>

export const titles = {
  pdf: { pl: 'PDF: {name}', en: 'PDF: {name}' },
} as const satisfies Record<string, Text>

const install: Text = {
  pl: 'Do plików PDF potrzebny jest LibreOffice, a na tym serwerze go nie ma. Administrator instaluje go poleceniem „apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui python3-uno fonts-liberation fonts-crosextra-carlito”. Dokumenty DOCX i XLSX powstają bez niego.',
  en: 'PDF files need LibreOffice, which is not on this server. An administrator installs it with “apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui python3-uno fonts-liberation fonts-crosextra-carlito”. DOCX and XLSX documents are made without it.',
}

export const refusals = {
  noTemplate: { pl: 'Nie ma takiego szablonu albo nie jest już używany.', en: 'There is no such template, or it is no longer in use.' },
  otherObject: { pl: 'Ten szablon jest do innych rekordów: {object}.', en: 'This template is for other records: {object}.' },
  noRecord: { pl: 'Nie ma takiego rekordu albo nie masz do niego dostępu.', en: 'There is no such record, or you may not see it.' },
  noDocument: { pl: 'Nie ma takiego dokumentu albo nie masz do niego dostępu.', en: 'There is no such document, or you may not see it.' },
  noFile: { pl: 'Nie ma takiego pliku. Prześlij go jeszcze raz.', en: 'There is no such file. Upload it again.' },
  noPlace: { pl: 'Dokumenty nie mają pola, które prowadziłoby do tych rekordów: {object}. Administrator może je dodać.', en: 'Documents have no field that leads to these records: {object}. An administrator can add one.' },
  notReadable: { pl: 'Ten szablon pokazuje dane, których nie możesz zobaczyć. Wybierz inny albo poproś o dokument osobę, która je widzi.', en: 'This template shows something that you may not see. Choose another, or ask somebody who may see it for the document.' },
  templateBroken: { pl: 'Szablon wspomina o czymś, czego już nie ma. Administrator musi go poprawić.', en: 'The template mentions something that is no longer there. An administrator must mend it.' },
  noOffice: install,
  unknownObject: { pl: 'Nie ma rodzaju danych „{name}”.', en: 'There is no kind of record called “{name}”.' },
  notAllowed: { pl: 'Może to zrobić tylko administrator.', en: 'Only an administrator may do this.' },
  fault: { pl: '{pl}', en: '{en}' },
} as const satisfies Record<string, Text>

/** Why there is no PDF. */
export const troubles = {
  missing: install,
  slow: { pl: 'LibreOffice nie zrobił PDF-u w wyznaczonym czasie i został zatrzymany. Spróbuj jeszcze raz.', en: 'LibreOffice did not make the PDF in time and was stopped. Try again.' },
  died: { pl: 'LibreOffice przestał działać w trakcie robienia PDF-u. Spróbuj jeszcze raz.', en: 'LibreOffice stopped working while it made the PDF. Try again.' },
  refused: { pl: 'LibreOffice nie umie otworzyć tego dokumentu.', en: 'LibreOffice cannot open this document.' },
} as const satisfies Record<string, Text>
