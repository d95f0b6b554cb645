export const refusals = {
  endBeforeStart: { pl: 'Koniec nie może być przed początkiem.', en: 'The end cannot be before the start.' },
  noSuchInstance: { pl: 'Ta seria nie ma wystąpienia w podanym terminie.', en: 'This series has no occurrence at that time.' },
  instanceMissing: { pl: 'Trzeba podać, które wystąpienie serii jest zmieniane.', en: 'It must be said which occurrence of the series is changed.' },
  notRecurring: { pl: 'To wydarzenie się nie powtarza.', en: 'This event does not recur.' },
  instanceChanged: { pl: 'To wystąpienie zostało już zmienione osobno. Proszę odświeżyć kalendarz.', en: 'This occurrence has been changed by itself already. Please reload the calendar.' },
  instanceTaken: { pl: 'O tej porze jest już inne wystąpienie tej samej serii.', en: 'Another occurrence of the same series takes place at that time.' },
  ruleNamesDays: { pl: 'Reguła tej serii wymienia dni, których nie da się przesunąć razem z nią. Proszę zmienić samą regułę powtarzania.', en: 'The rule of this series names days that cannot be shifted with it. Please change the rule itself.' },
  noTime: { pl: 'To działanie nie ma początku, więc nie stoi w kalendarzu.', en: 'This activity has no start, so it is not in the calendar.' },
  mayNotMove: { pl: 'Nie możesz zmieniać tego wpisu.', en: 'You may not change this entry.' },
  notFound: { pl: 'Nie ma takiego wpisu.', en: 'There is no such entry.' },
} as const
