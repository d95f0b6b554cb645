export const texts = {
  insert: { pl: 'Wstaw blok tekstu', en: 'Insert a text block' },
  onlyDraft: { pl: 'Treść zmienia się w ofercie roboczej.', en: 'The wording is changed while the quote is a draft.' },
} as const
