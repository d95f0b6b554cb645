/** Files as they are read: name, size, a link that fetches them. */
import { ActionIcon } from '@mantine/core'
import { IconFile, IconFileTypePdf, IconFileZip, IconPhoto, IconX } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { FileValue } from './field.ts'
import type { FieldShowProps } from './web.ts'
import { useManner, useSay, useSurroundings } from './web.ts'
import { words } from './web-texts.ts'
import styles from './fields.module.css'

const iconOf = (type: string): Icon => (type.startsWith('image/') ? IconPhoto : type === 'application/pdf' ? IconFileTypePdf : /zip|compressed/.test(type) ? IconFileZip : IconFile)

export function sizeText(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, bytes === 0 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 }).format(bytes / 1000 ** power)
}

export function StoredFile({ file, field, at, onRemove }: { file: FileValue; field: string; at: FieldShowProps<'file'>['at']; onRemove?(): void }) {
  const say = useSay()
  const { language } = useManner()
  const { fileHref } = useSurroundings()
  const Kind = iconOf(file.type)
  return (
    <span className={styles.file}>
      <Kind className={styles.icon} aria-hidden />
      {at === undefined
        ? <span className={styles.fileName}>{file.name}</span>
        : <a className={`${styles.link} ${styles.fileName}`} href={fileHref(file, { ...at, field })} download={file.name} title={say(words.download, { name: file.name })} onClick={(event) => event.stopPropagation()}>{file.name}</a>}
      <span className={styles.aside}>{sizeText(file.size, language)}</span>
      {onRemove && (
        <ActionIcon size="sm" aria-label={say(words.removeNamed, { name: file.name })} onClick={onRemove}>
          <IconX className={styles.icon} />
        </ActionIcon>
      )}
    </span>
  )
}
