import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconDownload, IconFileImport, IconPlayerPlay, IconPlus, IconRepeat, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { objectOf, useMetadata } from '../kernel/api/metadata.ts'
import { momentText } from '../kernel/records/time.ts'
import { EmptyFace, RefusedFace, Waiting } from '../kernel/ui/faces.tsx'
import { Go } from '../kernel/ui/Go.tsx'
import { useLanguage, useManner, useText } from '../kernel/ui/language.ts'
import { refused, told } from '../kernel/ui/notify.tsx'
import { countText } from '../kernel/ui/number.ts'
import { useTitle } from '../kernel/ui/title.ts'
import { giveUp, isOpen, useImports, type Import } from './api.ts'
import { toImport, toNewImport, toRefusedFile } from './links.ts'
import { State } from './State.tsx'
import { texts } from './texts.ts'
import { canUndo, UndoQuestion } from './Undo.tsx'
import style from './imports.module.css'

/** One's own imports, the newest first: how they came out, and what may still be done with them. */
export function ImportsScreen() {
  const t = useText()
  const imports = useImports()
  useTitle(t(texts.imports))
  const create = <Button component={Go} href={toNewImport()} variant="filled" leftSection={<IconPlus className={style.icon} stroke={2.2} />}>{t(texts.newImport)}</Button>
  return (
    <div className={style.screen}>
      <header className={style.head}>
        <h1 className={style.title}>{t(texts.imports)}</h1>
        <span className={style.quiet}>{t(texts.importsAbout)}</span>
        <div className={style.headRight}>{create}</div>
      </header>
      <div className={style.body}>
        {imports.isError ? <RefusedFace error={imports.error} onRetry={() => void imports.refetch()} />
          : imports.data === undefined ? <Waiting lines={8} />
            : imports.data.length === 0 ? <EmptyFace icon={<IconFileImport className={style.bigIcon} stroke={1.5} aria-hidden />} title={t(texts.noImports)} action={create}>{t(texts.noImportsText)}</EmptyFace>
              : <Imports imports={imports.data} />}
      </div>
    </div>
  )
}

function Imports({ imports }: { imports: readonly Import[] }) {
  const t = useText()
  const heads = [texts.file, texts.state, texts.when]
  const figures = [texts.read, texts.created, texts.updated, texts.skipped, texts.refused]
  return (
    <table className={`${style.table} ${style.imports}`}>
      <thead>
        <tr>
          {heads.map((head) => <th key={head.en} scope="col">{t(head)}</th>)}
          {figures.map((head) => <th key={head.en} scope="col" className={style.figure}>{t(head)}</th>)}
          <th scope="col"><span className="sd-unseen">{t(texts.acts)}</span></th>
        </tr>
      </thead>
      <tbody>{imports.map((it) => <ImportRow key={it.id} it={it} />)}</tbody>
    </table>
  )
}

function ImportRow({ it }: { it: Import }) {
  const t = useText()
  const language = useLanguage()
  const manner = useManner()
  const object = objectOf(useMetadata(), it.object)
  const written = !isOpen(it)
  return (
    <tr>
      <td><Go className={style.name} href={toImport(it.id)}>{it.fileName}</Go><div className={style.small}>{object === null ? it.object : t(object.plural)}</div></td>
      <td><State state={it.state} /></td>
      <td className={style.quiet}>{momentText(it.startedAt ?? it.createdAt, manner)}</td>
      {(['read', 'created', 'updated', 'skipped', 'refused'] as const).map((name) => <td key={name} className={style.figure}>{written ? countText(it.counts[name], language) : <span className={style.quiet}>–</span>}</td>)}
      <td className={style.figure} data-acts><Acts it={it} /></td>
    </tr>
  )
}

function Acts({ it }: { it: Import }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const drop = () => void giveUp(it.id).then(() => told(t(texts.givenUp, { name: it.fileName })), refused)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={t(texts.moreOf, { name: it.fileName })}><IconDots className={style.icon} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {isOpen(it) && <Menu.Item component={Go} href={toImport(it.id)} leftSection={<IconPlayerPlay className={style.icon} />}>{t(texts.continueIt)}</Menu.Item>}
          {(it.state === 'uploaded' || it.state === 'previewed') && <Menu.Item onClick={drop} leftSection={<IconTrash className={style.icon} />}>{t(texts.giveUp)}</Menu.Item>}
          {!isOpen(it) && <Menu.Item component={Go} href={toNewImport(it.object, it.id)} leftSection={<IconRepeat className={style.icon} />}>{t(texts.again)}</Menu.Item>}
          {it.counts.refused > 0 && !isOpen(it) && <Menu.Item component="a" href={toRefusedFile(it.id)} download leftSection={<IconDownload className={style.icon} />}>{t(texts.refusedRows)}</Menu.Item>}
          {canUndo(it) && <Menu.Item onClick={() => setAsking(true)} leftSection={<IconArrowBackUp className={style.icon} />}>{t(texts.undo)}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {asking && <UndoQuestion it={it} onClose={() => setAsking(false)} />}
    </>
  )
}
