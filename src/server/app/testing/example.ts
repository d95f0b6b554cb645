import { defineObject, is } from '../../../contract/definition.ts'

const texts = {
  label: { pl: 'Maszyna', en: 'Machine' },
  plural: { pl: 'Maszyny', en: 'Machines' },
  fields: {
    name: { pl: 'Nazwa', en: 'Name' },
    serialNumber: { pl: 'Numer seryjny', en: 'Serial number' },
    company: { pl: 'Firma', en: 'Company' },
    warrantyUntil: { pl: 'Gwarancja do', en: 'Warranty until' },
  },
}

export const machine = defineObject('machine', texts, {
  room: 'service',
  icon: 'engine',
  nameField: 'name',
  access: { kind: 'follows', links: ['company'] },
  navigation: { group: 'knowledge', order: 30 },
  fields: {
    name: is.text({ required: true, searchable: true }),
    serialNumber: is.text({ unique: true, searchable: true }),
    company: is.link('company', { required: true, reverse: { pl: 'Maszyny', en: 'Machines' }, onDelete: 'cascade' }),
    warrantyUntil: is.date({ indexed: true }),
  },
  list: { columns: ['name', 'serialNumber', 'company', 'warrantyUntil'], order: 'name' },
  form: [{ key: 'basics', label: { pl: 'Dane', en: 'Details' }, fields: ['name', 'serialNumber', 'company', 'warrantyUntil'] }],
})
