import { SegmentedControl } from '@mantine/core'
import { useText } from '../../kernel/ui/language.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { usePlace } from '../place.ts'
import { texts as common } from '../texts.ts'
import { Compare } from './Compare.tsx'
import { Overview } from './Overview.tsx'
import { texts } from './texts.ts'

/** How the selling process works: for all of it, or two of its parts side by side. */
export function ProcessScreen() {
  const t = useText()
  const [place, move] = usePlace<'show'>()
  const show = place.show === 'compare' ? 'compare' : 'overview'
  const shows = <SegmentedControl size="xs" aria-label={t(texts.views)} value={show} onChange={(next) => move({ show: next })} data={[{ value: 'overview', label: t(texts.overview) }, { value: 'compare', label: t(texts.compare) }]} />
  return (
    <Page title={t(common.process)} lead={t(texts.lead)} acts={shows} wide>
      {show === 'compare' ? <Compare /> : <Overview />}
    </Page>
  )
}
