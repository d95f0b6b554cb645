import { lazy, Suspense, useState } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import type { ObjectView } from '../../../../contract/records.ts'
import { useObject } from '../../api/metadata.ts'
import { Lost } from '../../shell/Lost.tsx'
import { Waiting } from '../../ui/faces.tsx'
import { phoneWidth } from '../../ui/theme.ts'
import { useTitle } from '../../ui/title.ts'
import { useText } from '../../ui/language.ts'
import { FilterBar } from '../filter/FilterBar.tsx'
import { GoneColumns } from './GoneColumns.tsx'
import { Foot } from './Foot.tsx'
import { ListHead } from './ListHead.tsx'
import { ListWithPeek } from './ListWithPeek.tsx'
import { nothing, type Selection } from './selection.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { Table } from './Table.tsx'
import { useListOf, type ListOf } from './useList.ts'
import { ViewTabs } from './ViewTabs.tsx'
import style from './list.module.css'

const Board = lazy(async () => ({ default: (await import('../board/Board.tsx')).Board }))

/** The records of one object: as a table, as a board; the address is its whole state. */
export function ListScreen({ object }: { object: string }) {
  const view = useObject(object)
  return view === null ? <Lost /> : <ListOfObject object={view} />
}

function ListOfObject({ object }: { object: ObjectView }) {
  const t = useText()
  useTitle(t(object.plural))
  const list = useListOf(object)
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  return (
    <div className={style.screen} data-phone={phone || undefined}>
      <ListHead list={list} phone={phone} />
      <ViewTabs list={list} phone={phone} />
      {list.shown.view.saved && <GoneColumns view={list.shown.view.saved} />}
      <ListBody list={list} phone={phone} />
    </div>
  )
}

/** Another condition is another list: what was chosen, and where one stood, belong to the list they were chosen in. */
const bodyKey = ({ shown, request }: ListOf) => JSON.stringify([shown.view.key, request.where, request.search, request.archived, request.trash])

function ListBody({ list, phone }: { list: ListOf; phone: boolean }) {
  const key = bodyKey(list)
  const [kept, setKept] = useState({ key, selection: nothing })
  const chosen = { selection: kept.key === key ? kept.selection : nothing, setSelection: (selection: Selection) => setKept({ key, selection }) }
  const board = list.shown.show === 'board'
  return (
    <>
      <FilterBar list={list} phone={phone}>
        <SelectionBar key={key} list={list} {...chosen} />
      </FilterBar>
      {/* The bar above stays: who types in its search box must not lose his place when the list changes with the first letters. */}
      <ListWithPeek key={key} list={list}>
        {board ? (
          <Suspense fallback={<div className={style.padded}><Waiting lines={6} /></div>}>
            <Board list={list} />
          </Suspense>
        ) : (
          <Table list={list} phone={phone} {...chosen} />
        )}
      </ListWithPeek>
      {!board && !phone && <Foot list={list} />}
    </>
  )
}
