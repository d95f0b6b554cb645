import { Checkbox } from '@mantine/core'
import type { ObjectDefinition } from '../../../contract/definition.ts'
import { useWhom } from '../../kernel/shaping/whose.ts'
import { kindTexts } from '../../kernel/shaping/whoseTexts.ts'
import { useText } from '../../kernel/ui/language.ts'
import { Section } from '../../kernel/ui/Page.tsx'
import type { PlaceOnLayout } from './placing.ts'
import { texts } from './texts.ts'
import style from '../configuration.module.css'

interface OnLayoutsProps {
  object: ObjectDefinition
  places: readonly PlaceOnLayout[]
  chosen: ReadonlySet<string>
  onChange(chosen: ReadonlySet<string>): void
}

/** On which of the laid out screens the new field stands. Where nothing was laid out it is there by itself. */
export function OnLayouts({ object, places, chosen, onChange }: OnLayoutsProps) {
  const t = useText()
  const whom = useWhom(object)
  const set = (id: string, on: boolean) => onChange(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  return (
    <Section title={t(texts.onLayouts)} about={t(texts.onLayoutsAbout)}>
      <div className={style.switches}>
        {places.map(({ id, layout }) => <Checkbox key={id} label={t(kindTexts[layout.kind].name)} description={whom(layout)} checked={chosen.has(id)} onChange={(event) => set(id, event.currentTarget.checked)} />)}
      </div>
    </Section>
  )
}
