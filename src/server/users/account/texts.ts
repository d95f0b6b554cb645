export const refusals = {
  signIn: { pl: 'Zaloguj się, aby kontynuować.', en: 'Sign in to continue.' },
} as const
