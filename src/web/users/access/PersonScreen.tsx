import { Badge, Button } from '@mantine/core'
import { IconEye, IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Verb } from '../../../contract/definition.ts'
import type { ObjectView } from '../../../contract/records.ts'
import type { Answer } from '../../../contract/route.ts'
import type { personRights } from '../../../server/users/roles/contract.ts'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { request } from '../../kernel/api/request.ts'
import { actAs } from '../../kernel/api/session.ts'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { Go } from '../../kernel/ui/Go.tsx'
import { ObjectIcon } from '../../kernel/ui/icons.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { toRecord } from '../../kernel/ui/links.ts'
import { Page } from '../../kernel/ui/Page.tsx'
import { refused } from '../../kernel/ui/notify.tsx'
import { isWithheld, verbOrder } from '../roles/draft.ts'
import { massTexts, scopeNames, scopeTexts, texts, verbTexts } from '../roles/texts.ts'
import { followedBy, groupsOf } from '../roles/words.ts'
import { openWhy } from './openWhy.tsx'
import style from '../roles/roles.module.css'

type Rights = Answer<typeof personRights>

/** All that one person may do: roles added up, each reach with the role that gives it. */
export function PersonScreen() {
  const t = useText()
  const { id } = useParams({ strict: false }) as { id: string }
  const rights = useQuery({ queryKey: ['personRights', id], staleTime: 0, queryFn: ({ signal }) => request<Rights>('GET', `/api/access/person/${id}`, { signal }) })
  if (rights.isError) return <RefusedFace error={rights.error} />
  if (rights.isPending) return <div className={style.waiting}><Waiting lines={10} /></div>
  const { user, administrator, active } = rights.data
  return (
    <Page wide title={t(texts.rightsOf, { name: user.name })} lead={<Lead rights={rights.data} />} acts={
      <>
        <Button leftSection={<IconHelpCircle size={16} stroke={1.6} />} onClick={() => openWhy({ user })}>{t(texts.whyRecord)}</Button>
        {active && !administrator && <Button leftSection={<IconEye size={16} stroke={1.6} />} onClick={() => void actAs({ user: user.id }).catch(refused)}>{t(texts.lookAs)}</Button>}
      </>
    }>
      {administrator ? <p className={style.all}>{t(texts.administratorAll)}</p> : <Grid rights={rights.data} />}
    </Page>
  )
}

function Lead({ rights }: { rights: Rights }) {
  const t = useText()
  return (
    <span className={style.lead}>
      <Go className="sd-link" href={toRecord('user', rights.user.id)}>{rights.user.name}</Go>
      {!rights.active && <Badge color="red" variant="light">{t(texts.inactive)}</Badge>}
      {rights.roles.length > 0 && <span>{t(texts.roles)}: {rights.roles.join(', ')}</span>}
      {rights.territories.length > 0 && <span>{t(texts.territories)}: {rights.territories.join(', ')}</span>}
    </span>
  )
}

function Grid({ rights }: { rights: Rights }) {
  const t = useText()
  const groups = groupsOf(useMetadata().objects)
  return (
    <div className={style.scroll} tabIndex={0} role="region" aria-label={t(texts.data)}>
      <table className={style.overview}>
        <thead><tr><th scope="col">{t(texts.kind)}</th>{verbOrder.map((verb) => <th key={verb} scope="col">{t(verbTexts[verb])}</th>)}<th scope="col">{t(texts.narrowedTo)}</th></tr></thead>
        {groups.map(({ key, objects }) => (
          <tbody key={key}>
            {objects.map((object) => (
              <tr key={object.name}>
                <th scope="row"><span className={style.nameOfObject}><ObjectIcon name={object.icon} size={16} /><span>{t(object.plural)}<Below object={object} /></span></span></th>
                {verbOrder.map((verb) => <td key={verb}><Reach rights={rights} object={object} verb={verb} /></td>)}
                <td><Narrowed rights={rights} object={object} /></td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Below({ object }: { object: ObjectView }) {
  const t = useText()
  const targets = followedBy(useMetadata(), object, t)
  return targets === '' ? null : <span className={style.below}>{t(texts.follows, { targets })}</span>
}

function Reach({ rights, object, verb }: { rights: Rights; object: ObjectView; verb: Verb }) {
  const t = useText()
  const cells = rights.grants[object.name]?.[verb] ?? []
  const everybody = object.baseline?.[verb] ?? 'none'
  if (cells.length === 0 && everybody === 'none') return <span className={style.nothing}><span aria-hidden>{t(scopeTexts.none)}</span><span className="sd-unseen">{t(scopeNames.none)}</span></span>
  return (
    <div className={style.reach}>
      {cells.map(({ scope, rule, role }, place) => <span key={place}><span className={style.scope} data-scope={scope} title={rule ?? t(scopeNames[scope])}>{t(scopeTexts[scope])}{rule === null ? '' : ` (${rule})`}</span> <span className={style.hint}>{role}</span></span>)}
      {everybody !== 'none' && <span className={style.hint}>{t(texts.everybody, { scope: t(scopeTexts[everybody]) })}</span>}
    </div>
  )
}

/** Fields and works that his roles take away. */
function Narrowed({ rights, object }: { rights: Rights; object: ObjectView }) {
  const t = useText()
  const fields = Object.entries(rights.fields[object.name] ?? {}).map(([name, access]) => `${t(object.fields.find((field) => field.name === name)?.label ?? { pl: name, en: name })}: ${t(access === 'none' ? texts.fieldNone : texts.fieldRead)}`)
  const works = [
    ...Object.entries(massTexts).filter(([name]) => isWithheld(rights, 'mass', object.name, name)).map(([, label]) => label),
    ...(object.actions ?? []).filter(({ name }) => isWithheld(rights, 'action', object.name, name)).map(({ label }) => label),
  ].map((label) => t(texts.without, { what: t(label) }))
  return <span className={style.hint}>{[...fields, ...works].join('; ')}</span>
}
