import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconFilter, IconHelpCircle, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { Verb } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import { fold } from '../../../expression/fold.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { phoneWidth } from '../../kernel/ui/theme.ts'
import { toRole } from '../links.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { verbOrder } from '../roles/draft.ts'
import { scopeNames, scopeTexts, texts, verbTexts } from '../roles/texts.ts'
import { matrixQuery, type Matrix } from '../roles/useRole.ts'
import { followedBy, groupsOf } from '../roles/words.ts'
import { openWhy } from './openWhy.tsx'
import style from '../roles/roles.module.css'

type Role = Matrix['roles'][number]

/** All roles at once, for one activity. */
export function OverviewScreen() {
  const t = useText()
  const [verb, setVerb] = useState<Verb>('read')
  const [sought, setSought] = useState('')
  const matrix = useQuery(matrixQuery)
  const phone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false })
  const activities = verbOrder.map((one) => ({ value: one, label: t(verbTexts[one]) }))
  return (
    <Page wide title={t(texts.overview)} lead={t(texts.overviewLead)} acts={<Button leftSection={<IconHelpCircle size={16} stroke={1.6} />} onClick={() => openWhy({})}>{t(texts.whoAsks)}</Button>}>
      <div className={style.overviewBar}>
        {phone ? <NativeSelect className={style.activity} label={t(texts.activity)} data={activities} value={verb} onChange={(event) => setVerb(event.currentTarget.value as Verb)} /> : <SegmentedControl aria-label={t(texts.activity)} data={activities} value={verb} onChange={(value) => setVerb(value as Verb)} />}
        <TextInput type="search" value={sought} onChange={(event) => setSought(event.currentTarget.value)} placeholder={t(texts.findRole)} aria-label={t(texts.findRole)} leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />} />
      </div>
      {matrix.isError && <RefusedFace error={matrix.error} onRetry={() => void matrix.refetch()} />}
      {matrix.isPending && <Waiting lines={10} />}
      {matrix.data && <Overview matrix={{ ...matrix.data, roles: matrix.data.roles.filter(({ name }) => fold(name).includes(fold(sought))) }} verb={verb} />}
    </Page>
  )
}

function Overview({ matrix, verb }: { matrix: Matrix; verb: Verb }) {
  const t = useText()
  const groups = groupsOf(useMetadata().objects)
  const isEverybody = matrix.objects.some((object) => object.baseline[verb] !== undefined)
  return (
    <div className={style.scroll} tabIndex={0} role="region" aria-label={t(texts.overview)}>
      <table className={style.overview}>
        <thead>
          <tr>
            <th scope="col">{t(texts.kind)}</th>
            {isEverybody && <th scope="col"><span className={style.roleName}>{t(texts.everybodyColumn)}</span></th>}
            {matrix.roles.map((role) => (
              <th key={role.id} scope="col">
                <Go className={style.roleName} href={toRole(role.id)}>{role.name}</Go>
                <span className={style.roleAbout}>{t(texts.people, { count: role.people })}</span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, objects }) => (
          <tbody key={key}>
            {objects.map((object) => (
              <tr key={object.name}>
                <th scope="row"><span className={style.nameOfObject}><ObjectIcon name={object.icon} size={16} /><span>{t(object.plural)}<Follows object={object} /></span></span></th>
                {isEverybody && <td><Baseline scope={matrix.objects.find((one) => one.name === object.name)?.baseline[verb]} /></td>}
                {matrix.roles.map((role) => <td key={role.id}><Reach role={role} object={object} verb={verb} /></td>)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** What belongs to a customer needs no grant of its own to be seen. */
function Follows({ object }: { object: ObjectView }) {
  const t = useText()
  const targets = followedBy(useMetadata(), object, t)
  return targets === '' ? null : <span className={style.below}>{t(texts.follows, { targets })}</span>
}

function Baseline({ scope }: { scope: string | undefined }) {
  const t = useText()
  if (scope === undefined || scope === 'none') return <Nothing />
  return <span className={style.scope} data-scope={scope}>{t(scopeTexts[scope as 'all'])}</span>
}

function Reach({ role, object, verb }: { role: Role; object: ObjectView; verb: Verb }) {
  const t = useText()
  const cells = role.administrator ? [{ scope: 'all' as const, rule: null }] : (role.grants[object.name]?.[verb] ?? [])
  const narrowed = verb === 'read' || verb === 'change' ? Object.values(role.fields[object.name] ?? {}).filter((access) => access === 'none' || verb === 'change').length : 0
  if (cells.length === 0) return <Nothing />
  return (
    <div className={style.reach}>
      {cells.map(({ scope, rule }, place) => (
        <span key={place} className={style.scope} data-scope={scope} title={rule ?? t(scopeNames[scope])}>
          {t(scopeTexts[scope])} {rule !== null && <><IconFilter size={12} stroke={1.8} aria-hidden /><span className="sd-unseen">{t(texts.withRule)}: {rule}</span></>}
        </span>
      ))}
      {narrowed > 0 && <span className={style.hint}>{t(texts.fieldsNarrowed, { count: narrowed })}</span>}
    </div>
  )
}

function Nothing() {
  const t = useText()
  return <span className={style.nothing}><span aria-hidden>{t(scopeTexts.none)}</span><span className="sd-unseen">{t(scopeNames.none)}</span></span>
}
