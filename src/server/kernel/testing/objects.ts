/** Two small objects for tests of the kernel: it knows no business word, so these stand for any. */
import { defineObject, is, type ObjectDefinition } from '../../../contract/definition.ts'

const t = (pl: string, en: string) => ({ pl, en })

export const shelf: ObjectDefinition = defineObject(
  'shelf',
  { label: t('Regał', 'Shelf'), plural: t('Regały', 'Shelves'), fields: { name: t('Nazwa', 'Name'), inside: t('Stoi w', 'Stands in') } },
  {
    room: 'testing', icon: 'books', nameField: 'name', access: { kind: 'shared' }, tree: 'inside',
    fields: { name: is.text({ required: true, searchable: true }), inside: is.link('shelf') },
    list: { columns: ['name'], order: 'name' },
    form: [{ key: 'main', label: t('Dane', 'Facts'), fields: ['name', 'inside'] }],
  },
)

export const book: ObjectDefinition = defineObject(
  'book',
  {
    label: t('Książka', 'Book'), plural: t('Książki', 'Books'),
    fields: { title: t('Tytuł', 'Title'), isbn: t('ISBN', 'ISBN'), shelf: t('Regał', 'Shelf'), price: t('Cena', 'Price'), genre: t('Gatunek', 'Genre'), bought: t('Kupiono', 'Bought') },
  },
  {
    room: 'testing', icon: 'book', nameField: 'title', access: { kind: 'owned' }, archivable: true,
    fields: {
      title: is.text({ required: true, searchable: true }),
      isbn: is.text({ unique: true }),
      shelf: is.link('shelf'),
      price: is.money({ indexed: true }),
      genre: is.choice([{ value: 'novel', label: t('Powieść', 'Novel') }, { value: 'poems', label: t('Wiersze', 'Poems') }]),
      bought: is.date(),
    },
    list: { columns: ['title', 'shelf.name', 'price'], order: 'title,-createdAt' },
    form: [{ key: 'main', label: t('Dane', 'Facts'), fields: ['title', 'isbn', 'shelf', 'price', 'genre', 'bought'] }],
    indexes: [{ fields: ['shelf', 'title'], unique: true }, { fields: ['genre', 'bought'] }],
  },
)
