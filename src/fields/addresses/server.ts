import { addressLine, addressParts } from '../address/parts.ts'
import { entriesServer, snake, textForPeople } from '../columns.ts'
import type { KindedAddress } from '../field.ts'

const columns = ['city', ...addressParts.filter((part) => part !== 'city').map(snake)]
const main = ({ city, street, building, postalCode, region, country }: KindedAddress) => [city, street, building, postalCode, region, country].map((part) => part ?? null)

export const server = entriesServer<'addresses', KindedAddress>({ mainColumns: columns, type: textForPeople, mainValues: main, textOf: addressLine })
