export const texts = {
  unknownAction: { pl: 'Nie ma akcji {name}.', en: 'There is no action {name}.' },
  notFound: { pl: 'Nie ma takiego rekordu albo nie masz do niego dostępu.', en: 'There is no such record, or you have no access to it.' },
  mayNotChange: { pl: 'Twoja rola nie pozwala zmieniać tego rekordu.', en: 'Your role does not allow changing this record.' },
  withheld: { pl: 'Twoja rola nie pozwala na czynność „{name}”.', en: 'Your role does not allow “{name}”.' },
  unknownField: { pl: 'Nieznane pole: {name}.', en: 'Unknown field: {name}.' },
  required: { pl: 'To pole jest wymagane.', en: 'This field is required.' },
} as const
