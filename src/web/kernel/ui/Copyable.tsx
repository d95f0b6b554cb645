import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useText } from './language.ts'
import { common } from './texts.ts'
import style from './ui.module.css'

/** Something to take along: a key, a link, a secret. Selects whole at a click, and copies. */
export function Copyable({ value, label }: { value: string; label: string }) {
  const t = useText()
  const { copied, copy } = useClipboard({ timeout: 2500 })
  const word = t(copied ? common.copied : common.copy)
  return (
    <div className={style.copyable}>
      <input className={style.copyableText} readOnly value={value} aria-label={label} spellCheck={false} onFocus={(event) => event.currentTarget.select()} />
      <Tooltip label={word}>
        <ActionIcon size="lg" aria-label={`${word}: ${label}`} onClick={() => copy(value)}>
          {copied ? <IconCheck size={17} stroke={1.8} /> : <IconCopy size={17} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
      <span role="status" className="sd-unseen">{copied ? t(common.copied) : ''}</span>
    </div>
  )
}

export function CopyButton({ value, children }: { value: string; children: string }) {
  const t = useText()
  const { copied, copy } = useClipboard({ timeout: 2500 })
  return (
    <Button leftSection={copied ? <IconCheck size={16} stroke={1.8} /> : <IconCopy size={16} stroke={1.6} />} onClick={() => copy(value)}>
      {copied ? t(common.copied) : children}
    </Button>
  )
}
