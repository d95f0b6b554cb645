import { ActionIcon, Button, Checkbox, MultiSelect, Radio } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ObjectView } from '../../../contract/records.ts'
import { objectOf, useMetadata } from '../../kernel/api/metadata.ts'
import { useText } from '../../kernel/ui/language.ts'
import type { Import } from '../api.ts'
import { Foot } from '../Foot.tsx'
import { StepHead } from '../Frame.tsx'
import { choose } from '../saving.ts'
import { keyLabel, keyPaths, notFilled, pathLabel, sameKey, type Key } from './keys.ts'
import { texts } from './texts.ts'
import page from '../imports.module.css'
import style from './duplicates.module.css'

/** Third step: how the same record is told, and what then. */
export function DuplicatesStep({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  return (
    <>
      <div className={page.body}>
        <div className={page.narrow}>
          <StepHead title={t(texts.title)}>{t(texts.lead)}</StepHead>
          <Keys it={it} object={object} />
          <Found it={it} />
        </div>
      </div>
      <Foot it={it} at="duplicates" />
    </>
  )
}

function Keys({ it, object }: { it: Import; object: ObjectView }) {
  const t = useText()
  const metadata = useMetadata()
  const chosen: readonly Key[] = it.options.keys ?? []
  const offered: readonly Key[] = object.duplicateKeys ?? []
  const own = chosen.filter((key) => !offered.some((one) => sameKey(one, key)))
  // The object's own keys stand from the surest on; own ones follow in the order they were added.
  const set = (keys: readonly Key[]) => choose(it.id, { options: { keys: [...offered.filter((key) => keys.some((one) => sameKey(one, key))), ...keys.filter((key) => !offered.some((one) => sameKey(one, key)))].map((key) => [...key]) } })
  const turn = (key: Key, on: boolean) => set(on ? [...chosen, key] : chosen.filter((one) => !sameKey(one, key)))
  return (
    <fieldset className={style.group}>
      <legend className={style.legend}>{t(texts.keys)}</legend>
      <p className={page.why}>{t(texts.keysAbout)}</p>
      <div className={style.keys}>
        {offered.map((key) => {
          const missing = notFilled(it, key)
          const on = chosen.some((one) => sameKey(one, key))
          const why = missing.length > 0 ? t(texts.notFilled, { fields: missing.map((path) => pathLabel(metadata, object, path, t)).join(', ') }) : undefined
          return <Checkbox size="sm" key={key.join()} label={keyLabel(metadata, object, key, t)} description={why} checked={on} disabled={missing.length > 0 && !on} onChange={(event) => turn(key, event.currentTarget.checked)} />
        })}
        {own.map((key) => (
          <div key={key.join()} className={page.row}>
            <Checkbox size="sm" label={keyLabel(metadata, object, key, t)} checked onChange={() => turn(key, false)} />
            <ActionIcon size="sm" aria-label={t(texts.removeKey, { key: keyLabel(metadata, object, key, t) })} onClick={() => turn(key, false)}><IconX className={page.icon} /></ActionIcon>
          </div>
        ))}
      </div>
      <OwnKey it={it} object={object} onAdd={(key) => !chosen.some((one) => sameKey(one, key)) && set([...chosen, key])} />
    </fieldset>
  )
}

function OwnKey({ it, object, onAdd }: { it: Import; object: ObjectView; onAdd(key: Key): void }) {
  const t = useText()
  const metadata = useMetadata()
  const [paths, setPaths] = useState<string[]>([])
  const add = () => {
    onAdd(paths)
    setPaths([])
  }
  return (
    <div className={style.ownKey}>
      <MultiSelect
        className={style.grows} label={t(texts.ownKey)} description={t(texts.ownKeyAbout)} placeholder={paths.length === 0 ? t(texts.chooseFields) : undefined} searchable maxValues={5}
        data={keyPaths(it, object).map((path) => ({ value: path, label: pathLabel(metadata, objectOf(metadata, object.name)!, path, t) }))} value={paths} onChange={setPaths}
      />
      <Button disabled={paths.length === 0} onClick={add}>{t(texts.addKey)}</Button>
    </div>
  )
}

const ways = ['skip', 'update', 'updateEmpty', 'ask', 'create'] as const
const about = { skip: texts.skipAbout, update: texts.updateAbout, updateEmpty: texts.updateEmptyAbout, ask: texts.askAbout, create: texts.createAbout } as const

function Found({ it }: { it: Import }) {
  const t = useText()
  const none = (it.options.keys ?? []).length === 0
  return (
    <>
      <Radio.Group classNames={{ label: style.legend }} label={t(texts.found)} value={it.options.found ?? 'skip'} onChange={(found) => choose(it.id, { options: { found: found as (typeof ways)[number] } })}>
        <div className={style.ways}>
          {ways.map((way) => (
            <Radio.Card key={way} value={way} className={style.way} disabled={none}>
              <Radio.Indicator disabled={none} />
              <span>
                <span className={style.wayName}>{t(texts[way])}</span>
                <span className={style.wayAbout}>{t(about[way])}</span>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <p className={page.why} role="status">{none ? t(texts.noKeys) : ''}</p>
    </>
  )
}
