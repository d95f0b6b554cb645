export const escalationRule = {
  label: { pl: 'Reguła eskalacji', en: 'Escalation rule' },
  plural: { pl: 'Reguły eskalacji', en: 'Escalation rules' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    active: { pl: 'Działa', en: 'Active' },
    condition: { label: { pl: 'Dla działań, które spełniają', en: 'For activities that meet' }, help: { pl: 'Warunek na działaniu, np. priority = \'urgent\' albo type = \'task\'. Puste: wszystkie.', en: 'A condition over the activity, e.g. priority = \'urgent\' or type = \'task\'. Empty: all.' } },
    ownerAfter: { label: { pl: 'Ponownie do wykonawcy po (godz. pracy)', en: 'To the owner again after (working hours)' }, help: { pl: 'Godziny pracy od przekroczenia terminu. Puste: nigdy.', en: 'Working hours since it was due. Empty: never.' } },
    superiorAfter: { label: { pl: 'Do przełożonego po (godz. pracy)', en: 'To the superior after (working hours)' }, help: { pl: 'Godziny pracy od przekroczenia terminu. Puste: nigdy.', en: 'Working hours since it was due. Empty: never.' } },
  },
} as const

export const sections = { basics: { pl: 'Reguła', en: 'Rule' } } as const
export const view = { pl: 'Wszystkie', en: 'All' } as const

export const texts = {
  place: { pl: 'Reguła eskalacji „{name}”', en: 'Escalation rule “{name}”' },
  badCondition: { pl: 'Ten warunek nie jest zrozumiały: {why}', en: 'This condition is not understood: {why}' },
  noStep: { pl: 'Podaj, po ilu godzinach kogo zawiadomić.', en: 'Say after how many hours who is to be told.' },
} as const
