import { ActionIcon, Drawer, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowUpRight, IconX } from '@tabler/icons-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { Waiting } from '../../ui/faces.tsx'
import { useGo } from '../../ui/go.ts'
import { useText } from '../../ui/language.ts'
import { toRecord } from '../../ui/links.ts'
import { narrowWidth } from '../../ui/theme.ts'
import { texts } from './texts.ts'
import type { ListOf } from './useList.ts'
import style from './list.module.css'

const RecordPanel = lazy(async () => ({ default: (await import('../page/RecordPanel.tsx')).RecordPanel }))

/** The list, and beside it the record one peeks at; over it where there is no room for both. */
export function ListWithPeek({ list, children }: { list: ListOf; children: ReactNode }) {
  const t = useText()
  const narrow = useMediaQuery(narrowWidth, undefined, { getInitialValueInEffect: false })
  const { peek } = list.place
  const close = () => list.move({ peek: undefined }, { replace: true })
  const content = peek === undefined ? null : <Peeked object={list.object.name} id={peek} onClose={close} />
  return (
    <div className={style.split}>
      <div className={style.lines}>{children}</div>
      {!narrow && content !== null && (
        <aside className={style.peek} aria-label={t(texts.peek)}>
          {content}
        </aside>
      )}
      {narrow && (
        <Drawer opened={content !== null} onClose={close} position="right" size="min(520px, 100%)" withCloseButton={false} padding={0} attributes={{ content: { 'aria-label': t(texts.peek) } }}>
          {content}
        </Drawer>
      )}
    </div>
  )
}

function Peeked({ object, id, onClose }: { object: string; id: string; onClose(): void }) {
  const t = useText()
  const go = useGo()
  return (
    <>
      <div className={style.peekBar}>
        <Tooltip label={t(texts.openRecord)}>
          <ActionIcon aria-label={t(texts.openRecord)} onClick={() => go(toRecord(object, id))}>
            <IconArrowUpRight size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t(texts.closePeek)}>
          <ActionIcon aria-label={t(texts.closePeek)} onClick={onClose}>
            <IconX size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={style.peekBody}>
        <Suspense fallback={<div className={style.padded}><Waiting lines={6} /></div>}>
          <RecordPanel key={id} object={object} id={id} />
        </Suspense>
      </div>
    </>
  )
}
