const address = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/

/** 'jan@firma.pl, Anna Nowak <anna@firma.pl>' as one pastes it; `wrong`: the first part that is no address. */
export function readMails(text: string): { mails: { mail: string; name?: string }[]; wrong: string | null } {
  const parts = text.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== '')
  const mails = parts.map((part) => {
    const named = /^"?([^"<]*?)"?\s*<([^>]+)>$/.exec(part)
    return named === null ? { mail: part } : { mail: named[2]!.trim(), ...(named[1] !== '' && { name: named[1]! }) }
  })
  return { mails, wrong: mails.find(({ mail }) => !address.test(mail))?.mail ?? null }
}
