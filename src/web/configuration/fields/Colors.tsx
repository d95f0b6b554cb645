import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Color, FieldDefinition } from '../../../contract/definition.ts'
import { useText } from '../../kernel/ui/language.ts'
import { ColorPicker } from '../parts/ColorPicker.tsx'
import { ExpressionBox } from '../../kernel/shaping/ExpressionBox.tsx'
import type { Surroundings } from '../../kernel/shaping/scope.ts'
import { texts } from './texts.ts'
import parts from '../parts/parts.module.css'

type Rule = NonNullable<FieldDefinition['colors']>[number]

/** The first condition that holds colours the value. */
export function Colors({ colors, onChange, around }: { colors: readonly Rule[]; onChange(colors: readonly Rule[]): void; around: Surroundings }) {
  const t = useText()
  const setOne = (at: number, part: Partial<Rule>) => onChange(colors.map((rule, index) => (index === at ? { ...rule, ...part } : rule)))
  const next: Color = colors.length % 2 === 0 ? 'red' : 'amber'
  return (
    <div className={parts.values}>
      {colors.map((rule, at) => (
        <div key={at} className={parts.colorLine}>
          <ExpressionBox label={t(texts.colorWhen)} around={around} expected={null} text={rule.when} onChange={(when) => setOne(at, { when })} />
          <ColorPicker optional={false} color={rule.color} onChange={(color) => setOne(at, { color: color! })} />
          <ActionIcon size="input-sm" aria-label={t(texts.removeColor)} onClick={() => onChange(colors.filter((_, index) => index !== at))}><IconTrash size={16} stroke={1.6} /></ActionIcon>
        </div>
      ))}
      <div><Button size="compact-md" leftSection={<IconPlus size={15} stroke={1.8} />} onClick={() => onChange([...colors, { when: '', color: next }])}>{t(texts.addColor)}</Button></div>
    </div>
  )
}
