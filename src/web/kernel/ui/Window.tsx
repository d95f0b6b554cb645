import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useText } from './language.ts'
import { common } from './texts.ts'
import { phoneWidth } from './theme.ts'
import style from './page.module.css'

/** Without `onClose` only its content leads out. */
export function Window({ title, onClose, children }: { title: string; onClose?(): void; children: ReactNode }) {
  const t = useText()
  const phone = useMediaQuery(phoneWidth)
  const stays = onClose === undefined
  return (
    <Modal opened onClose={onClose ?? (() => undefined)} withCloseButton={!stays} closeOnEscape={!stays} closeOnClickOutside={false} title={<span className={style.modalTitle}>{title}</span>} fullScreen={phone} size={520} padding="lg" closeButtonProps={{ 'aria-label': t(common.close) }}>
      {children}
    </Modal>
  )
}
