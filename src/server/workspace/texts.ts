export const refusals = {
  noObject: { pl: 'Nie ma obiektu {name}.', en: 'There is no object {name}.' },
  viewGone: { pl: 'Nie ma takiego widoku albo nie jest dla Ciebie udostępniony.', en: 'There is no such view, or it is not shared with you.' },
  viewNotYours: { pl: 'Ten widok może zmienić tylko jego właściciel.', en: 'Only its owner may change this view.' },
  mayNotShare: { pl: 'Twoja rola nie pozwala udostępniać widoków innym.', en: 'Your role does not allow sharing views with others.' },
  viewStale: { pl: 'Ktoś zmienił ten widok w międzyczasie. Odśwież listę widoków.', en: 'Somebody changed this view in the meantime. Refresh the list of views.' },
  draftTooLarge: { pl: 'Szkic jest za duży, żeby go przechować.', en: 'The draft is too large to be kept.' },
} as const
