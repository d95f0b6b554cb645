import { ActionIcon, Menu } from '@mantine/core'
import { colors, type Color } from '../../../contract/definition.ts'
import { Tag } from '../../../fields/tag.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { palette } from '../../kernel/ui/theme.ts'
import { colorNames, texts } from '../fields/texts.ts'
import style from './parts.module.css'

/** A colour of the palette, shown as the value will be. */
export function ColorPicker({ color, onChange, optional = true }: { color: Color | undefined; onChange(color: Color | undefined): void; optional?: boolean }) {
  const t = useText()
  const label = t(texts.color, { name: t(color === undefined ? texts.noColor : colorNames[color]) })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon variant="default" size="input-sm" aria-label={label} title={label}><span className={style.dot} data-none={color === undefined || undefined} style={color === undefined ? undefined : { background: `var(--${palette[color]})` }} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {optional && <Menu.Item onClick={() => onChange(undefined)}>{t(texts.noColor)}</Menu.Item>}
        {colors.map((one) => <Menu.Item key={one} onClick={() => onChange(one)}><Tag color={one}>{t(colorNames[one])}</Tag></Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
