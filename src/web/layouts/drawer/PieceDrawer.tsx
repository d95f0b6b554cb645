import { Button, Drawer } from '@mantine/core'
import type { LayoutBodies } from '../../../contract/layout.ts'
import { useText } from '../../kernel/ui/language.ts'
import { common } from '../../kernel/ui/texts.ts'
import { linkWords } from '../editor/links.ts'
import type { Canvas, Opened } from '../editor/useCanvas.ts'
import { entriesOf, sectionsOf, tabsOf } from '../sheet/sheet.ts'
import { AboutField } from './AboutField.tsx'
import { AboutRelated } from './AboutRelated.tsx'
import { AboutSection, AboutTab } from './AboutSection.tsx'
import { texts } from './texts.ts'
import style from './drawer.module.css'

/** What is set of the piece that was opened, beside the sheet. */
export function PieceDrawer({ canvas }: { canvas: Canvas }) {
  const t = useText()
  const { opened } = canvas
  const close = () => canvas.open(null)
  const title = opened === null ? null : titleOf(canvas, opened, t)
  return (
    <Drawer opened={title !== null} onClose={close} position="right" size={440} padding="lg" title={title} closeButtonProps={{ 'aria-label': t(common.close) }}>
      {opened !== null && title !== null && (
        <div className={style.body}>
          {opened.sort === 'field' && <AboutField key={opened.path} canvas={canvas} opened={opened} />}
          {opened.sort === 'section' && <AboutSection key={opened.key} canvas={canvas} section={sectionsOf(canvas.body).find(({ key }) => key === opened.key)!} onGone={close} />}
          {opened.sort === 'tab' && <AboutTab key={opened.key} canvas={canvas} at={opened.key} onGone={close} />}
          {opened.sort === 'related' && <AboutRelated key={opened.at} canvas={canvas} at={opened.at} onGone={close} />}
          <div className={style.foot}><Button variant="filled" onClick={close}>{t(texts.close)}</Button></div>
        </div>
      )}
    </Drawer>
  )
}

/** null: it is no longer there, taken back by a step. */
function titleOf(canvas: Canvas, opened: Opened, t: ReturnType<typeof useText>): string | null {
  const { body, configuration } = canvas
  if (opened.sort === 'field') return entriesOf(body, opened.from.list).length === 0 ? null : canvas.words(opened.path)
  if (opened.sort === 'section') return sectionsOf(body).some(({ key }) => key === opened.key) ? t(texts.section) : null
  if (opened.sort === 'tab') return tabsOf(body).some(({ key }) => key === opened.key) ? t(texts.tab) : null
  const related = (body as LayoutBodies['record']).related?.[opened.at]
  return related === undefined ? null : linkWords(configuration, related, t)
}
