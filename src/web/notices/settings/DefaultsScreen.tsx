import { useQuery } from '@tanstack/react-query'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { refused, told } from '../../kernel/ui/notify.tsx'
import { Page } from '../../kernel/ui/Page.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { titles } from '../titles.ts'
import { defaultsQuery, saveDefaults, type Choices } from './api.ts'
import { Matrix } from './Matrix.tsx'
import { texts } from './texts.ts'

/** How notices reach everybody who has not said otherwise. */
export function DefaultsScreen() {
  const t = useText()
  const defaults = useQuery(defaultsQuery)
  const save = useAct(async (choices: Choices) => {
    await saveDefaults(choices)
    told(t(texts.saved), { id: 'notice-defaults' })
  }, refused)
  return (
    <Page title={t(titles.defaults)} lead={t(texts.defaultsLead)} wide>
      {defaults.isError && <RefusedFace error={defaults.error} onRetry={() => void defaults.refetch()} />}
      {defaults.isPending && <Waiting lines={8} />}
      {defaults.data && <Matrix kinds={defaults.data.kinds} choices={defaults.data.choices} busy={save.busy} onChange={(choices) => void save.run(choices)} />}
    </Page>
  )
}
