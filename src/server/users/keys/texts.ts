/** What a person reads about API keys. */
export const refusals = {
  adminOnly: { pl: 'Klucz z zakresem „admin” może utworzyć tylko administrator.', en: 'Only an administrator may make a key with the scope “admin”.' },
  past: { pl: 'Ten termin już minął.', en: 'This time has passed.' },
  tooMany: { pl: 'Masz już {limit} działających kluczy. Najpierw unieważnij któryś z nich.', en: 'You already have {limit} working keys. Revoke one of them first.' },
  noKey: { pl: 'Nie ma takiego klucza.', en: 'There is no such key.' },
} as const
