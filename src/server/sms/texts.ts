/** Every word of this room that a person reads. */
import type { ChoiceValue } from '../../contract/definition.ts'
import type { Text } from '../../contract/text.ts'

export const kindNames = {
  smsapi: { pl: 'SMSAPI', en: 'SMSAPI' },
  twilio: { pl: 'Twilio', en: 'Twilio' },
  http: { pl: 'Inna, przez HTTP', en: 'Another, over HTTP' },
} as const satisfies Record<string, Text>
export const kinds: readonly ChoiceValue[] = Object.entries(kindNames).map(([value, label]) => ({ value, label }))
export const methods: readonly ChoiceValue[] = ['POST', 'GET', 'PUT'].map((value) => ({ value, label: { pl: value, en: value } }))

export const gateway = {
  label: { pl: 'Bramka SMS', en: 'SMS gateway' },
  plural: { pl: 'Bramki SMS', en: 'SMS gateways' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    kind: { pl: 'Rodzaj', en: 'Kind' },
    active: { pl: 'Czynna', en: 'Active' },
    isDefault: { label: { pl: 'Domyślna', en: 'Default' }, help: { pl: 'Przez nią idą powiadomienia i wiadomości, dla których nie wskazano innej.', en: 'Notices go through it, and messages for which no other is named.' } },
    senderName: { label: { pl: 'Nadawca', en: 'Sender' }, help: { pl: 'Nazwa albo numer, który widzi odbiorca; musi być zgłoszony u operatora bramki.', en: 'The name or number the recipient sees; it must be registered with the gateway.' } },
    url: { label: { pl: 'Adres', en: 'Address' }, help: { pl: 'Dla bramki HTTP: dokąd wysyłać; można użyć znaczników {to}, {text}, {from}, {id}. Dla pozostałych pusty.', en: 'Of an HTTP gateway: where to send; the markers {to}, {text}, {from}, {id} may be used. Empty for the others.' } },
    account: { label: { pl: 'Account SID', en: 'Account SID' }, help: { pl: 'Tylko Twilio: zaczyna się od AC.', en: 'Twilio alone: begins with AC.' } },
    rate: { label: { pl: 'Wiadomości na sekundę', en: 'Messages a second' }, help: { pl: 'Nie szybciej, niż pozwala operator bramki.', en: 'No faster than the gateway allows.' } },
    pricePerPart: { label: { pl: 'Cena części', en: 'Price of a part' }, help: { pl: 'Z niej liczy się koszt przed wysłaniem.', en: 'The cost shown before sending is counted from it.' } },
    maxParts: { label: { pl: 'Najwięcej części', en: 'Most parts' }, help: { pl: 'Dłuższych wiadomości nie da się wysłać.', en: 'Longer messages are refused.' } },
    method: { pl: 'Metoda HTTP', en: 'HTTP method' },
    headers: { label: { pl: 'Nagłówki HTTP', en: 'HTTP headers' }, help: { pl: 'Po jednym w wierszu, np. Authorization: Bearer {secret}. Za {secret} wstawia się zapisany sekret.', en: 'One a line, as in Authorization: Bearer {secret}. The secret that is kept takes the place of {secret}.' } },
    body: { label: { pl: 'Treść żądania', en: 'Request body' }, help: { pl: 'Ze znacznikami {to}, {text}, {from}, {id}; wartości są zapisywane zgodnie z typem treści.', en: 'With the markers {to}, {text}, {from}, {id}; values are written as the content type asks.' } },
    successPath: { label: { pl: 'Pole powodzenia', en: 'Field of success' }, help: { pl: 'Ścieżka w odpowiedzi JSON, np. result.status. Puste: wystarcza kod HTTP 2xx.', en: 'A path in the JSON answer, as in result.status. Empty: an HTTP code of 2xx is enough.' } },
    successValue: { label: { pl: 'Wartość powodzenia', en: 'Value of success' }, help: { pl: 'Co ma być w tym polu, np. OK. Puste: cokolwiek poza „nie”.', en: 'What that field must hold, as in OK. Empty: anything but “no”.' } },
    idPath: { label: { pl: 'Pole z numerem wiadomości', en: 'Field of the message number' }, help: { pl: 'Ścieżka do numeru, pod którym bramka zna wiadomość.', en: 'Path to the number by which the gateway knows the message.' } },
  },
} as const

export const directions: readonly ChoiceValue[] = [
  { value: 'out', label: { pl: 'Wysłana', en: 'Outgoing' } },
  { value: 'in', label: { pl: 'Odebrana', en: 'Incoming' } },
]
export const states: readonly ChoiceValue[] = [
  { value: 'draft', label: { pl: 'Szkic', en: 'Draft' }, color: 'grey' },
  { value: 'waiting', label: { pl: 'Czeka na wysłanie', en: 'Waiting' }, color: 'amber' },
  { value: 'sent', label: { pl: 'Wysłana', en: 'Sent' }, color: 'blue' },
  { value: 'delivered', label: { pl: 'Doręczona', en: 'Delivered' }, color: 'green' },
  { value: 'failed', label: { pl: 'Niewysłana', en: 'Failed' }, color: 'red' },
  { value: 'received', label: { pl: 'Odebrana', en: 'Received' }, color: 'teal' },
]

/** Why a message did not arrive; the gateway's own words stand beside it. */
export const failures = {
  notSet: { pl: 'Żadna bramka SMS nie jest czynna.', en: 'No SMS gateway is active.' },
  noSecret: { pl: 'W bramce nie zapisano tokenu ani hasła.', en: 'The gateway has no token or password.' },
  notLetIn: { pl: 'Bramka nie przyjęła tokenu albo hasła.', en: 'The gateway did not accept the token or password.' },
  noCredit: { pl: 'Na koncie w bramce brakuje środków.', en: 'The gateway’s account has no credit left.' },
  badSender: { pl: 'Bramka nie przyjęła nazwy nadawcy.', en: 'The gateway did not accept the sender’s name.' },
  unreachable: { pl: 'Bramka nie odpowiada.', en: 'The gateway does not answer.' },
  busy: { pl: 'Bramka prosi, by wysyłać wolniej.', en: 'The gateway asks to send more slowly.' },
  fault: { pl: 'Bramka zgłosiła swój błąd.', en: 'The gateway reported a fault of its own.' },
  badNumber: { pl: 'Numer nie istnieje albo nie odbiera SMS-ów.', en: 'The number does not exist or takes no text messages.' },
  optedOut: { pl: 'Odbiorca nie chce wiadomości z tego numeru.', en: 'The recipient does not want messages from this number.' },
  badText: { pl: 'Bramka nie przyjęła treści.', en: 'The gateway did not accept the text.' },
  refused: { pl: 'Bramka odrzuciła wiadomość.', en: 'The gateway refused the message.' },
  undelivered: { pl: 'Operator nie doręczył wiadomości.', en: 'The operator did not deliver the message.' },
  expired: { pl: 'Telefon odbiorcy był niedostępny zbyt długo.', en: 'The recipient’s telephone was out of reach for too long.' },
  gaveUp: { pl: 'Zaprzestano prób po dobie.', en: 'Given up after a day.' },
  taken: { pl: 'Wiadomość usunięto przed wysłaniem.', en: 'The message was deleted before it was sent.' },
} as const satisfies Record<string, Text>
export type FailureName = keyof typeof failures
export const failureChoices: readonly ChoiceValue[] = Object.entries(failures).map(([value, label]) => ({ value, label }))

export const message = {
  label: { pl: 'SMS', en: 'Text message' },
  plural: { pl: 'SMS-y', en: 'Text messages' },
  fields: {
    title: { pl: 'Początek', en: 'Beginning' },
    to: { pl: 'Do', en: 'To' },
    text: { pl: 'Treść', en: 'Text' },
    direction: { pl: 'Kierunek', en: 'Direction' },
    state: { pl: 'Stan', en: 'State' },
    from: { pl: 'Od', en: 'From' },
    parts: { pl: 'Części', en: 'Parts' },
    cost: { pl: 'Koszt', en: 'Cost' },
    sentAt: { pl: 'Wysłano', en: 'Sent at' },
    deliveredAt: { pl: 'Doręczono', en: 'Delivered at' },
    failure: { pl: 'Dlaczego nie doręczono', en: 'Why it did not arrive' },
    said: { pl: 'Odpowiedź bramki', en: 'The gateway’s answer' },
    person: { pl: 'Osoba', en: 'Person' },
    company: { pl: 'Firma', en: 'Company' },
    user: { pl: 'Pracownik', en: 'Colleague' },
    gateway: { pl: 'Bramka', en: 'Gateway' },
    providerId: { pl: 'Numer w bramce', en: 'Number at the gateway' },
    aboutObject: { pl: 'Dotyczy: rodzaj', en: 'About: kind' },
    aboutId: { pl: 'Dotyczy: rekord', en: 'About: record' },
  },
} as const

export const reverse = { messages: { pl: 'SMS-y', en: 'Text messages' } } as const
export const sections = {
  message: { pl: 'Wiadomość', en: 'Message' }, links: { pl: 'Kogo dotyczy', en: 'Whom it concerns' }, delivery: { pl: 'Doręczenie', en: 'Delivery' },
  basics: { pl: 'Bramka', en: 'Gateway' }, limits: { pl: 'Tempo i koszt', en: 'Pace and cost' }, http: { pl: 'Bramka HTTP', en: 'HTTP gateway' },
} as const
export const views = { all: { pl: 'Wszystkie', en: 'All' }, incoming: { pl: 'Odebrane', en: 'Incoming' }, failed: { pl: 'Niewysłane', en: 'Failed' } } as const
export const verbs = { send: { pl: 'Wyślij', en: 'Send' } } as const

export const refusals = {
  needsSettings: { pl: 'Bramki SMS są dla osób z funkcją „Ustawienia systemu”.', en: 'SMS gateways are for people with the function “System settings”.' },
  maySend: { pl: 'Twoja rola nie pozwala wysyłać SMS-ów.', en: 'Your role does not allow sending text messages.' },
  notNumber: { pl: 'To nie jest numer telefonu.', en: 'This is not a telephone number.' },
  noSuchNumber: { pl: 'Taki numer nie istnieje.', en: 'There is no such number.' },
  landline: { pl: 'To numer stacjonarny; SMS można wysłać tylko na komórkowy.', en: 'This is a landline; text messages go to mobile numbers only.' },
  special: { pl: 'To numer specjalny; nie odbiera SMS-ów.', en: 'This is a special number; it takes no text messages.' },
  twice: { pl: 'Ten numer jest na liście więcej niż raz.', en: 'This number is on the list more than once.' },
  noText: { pl: 'Wiadomość nie ma treści.', en: 'The message has no text.' },
  noNumber: { pl: 'Wiadomość nie ma odbiorcy.', en: 'The message has no recipient.' },
  nobody: { pl: 'Na żaden z podanych numerów nie można wysłać SMS-a.', en: 'A text message can be sent to none of these numbers.' },
  tooLong: { pl: 'Wiadomość ma {parts, plural, one {# część} few {# części} many {# części} other {# części}}, a bramka przyjmuje najwyżej {most}.', en: 'The message has {parts, plural, one {# part} other {# parts}}; the gateway takes {most} at most.' },
  notDraft: { pl: 'Tę wiadomość już wysłano.', en: 'This message has been sent already.' },
  nobodyThere: { pl: 'Nie ma już tej osoby ani firmy albo nie masz do niej dostępu.', en: 'This person or company is not there any more, or you may not see it.' },
  gatewayGone: { pl: 'Nie ma takiej bramki.', en: 'There is no such gateway.' },
  needsUrl: { pl: 'Bramka HTTP musi mieć adres.', en: 'An HTTP gateway needs an address.' },
  badUrl: { pl: 'To nie jest adres http:// ani https://.', en: 'This is no http:// or https:// address.' },
  needsAccount: { pl: 'Bramka Twilio musi mieć Account SID.', en: 'A Twilio gateway needs its Account SID.' },
  badHeader: { pl: 'Nagłówek ma mieć postać „Nazwa: wartość”: {line}', en: 'A header looks like “Name: value”: {line}' },
  forged: { pl: 'Podpis się nie zgadza.', en: 'The signature does not match.' },
} as const satisfies Record<string, Text>

export const test = {
  text: { pl: 'Sedno: wiadomość próbna. Bramka działa.', en: 'Sedno: a test message. The gateway works.' },
} as const satisfies Record<string, Text>
