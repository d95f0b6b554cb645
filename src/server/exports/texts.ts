export const refusals = {
  unknownObject: { pl: 'Nie ma rodzaju danych „{object}”.', en: 'There is no kind of data “{object}”.' },
  mayNotExport: { pl: 'Twoja rola nie pozwala eksportować tych danych.', en: 'Your role does not allow exporting this data.' },
} as const
