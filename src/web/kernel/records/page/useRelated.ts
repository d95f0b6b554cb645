import type { ObjectView } from '../../../../contract/records.ts'
import { fieldOf, isLink, objectOf, useMetadata, type FieldView } from '../../api/metadata.ts'
import type { Text } from '../../../../contract/text.ts'

export interface Related {
  key: string
  object: ObjectView
  link: FieldView
  columns: readonly string[]
  label: Text
}

/** Lists of records that link here, as the declaration orders them and this person may see them. What the tree shows is not listed again. */
export function useRelated(object: ObjectView): Related[] {
  const metadata = useMetadata()
  return (object.related ?? []).flatMap(({ object: name, link, columns }) => {
    const other = objectOf(metadata, name)
    const field = other === null ? null : fieldOf(other, link)
    if (other === null || field === null || !isLink(field) || (other.name === object.name && link === object.tree)) return []
    const reverse = 'reverse' in field ? (field.reverse as Text | undefined) : undefined
    return [{ key: `${name}.${link}`, object: other, link: field, columns, label: reverse ?? other.plural }]
  })
}
