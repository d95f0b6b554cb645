import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconHistory, IconSearch } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { fold } from '../../../expression/fold.ts'
import { objectOf, useMetadata } from '../api/metadata.ts'
import { useSearch, type SearchHit } from '../api/search.ts'
import { useSession } from '../api/session.ts'
import { useGo } from '../ui/go.ts'
import { ObjectIcon } from '../ui/icons.tsx'
import { useText } from '../ui/language.ts'
import { toRecord } from '../ui/links.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { common } from '../ui/texts.ts'
import { useCommands } from './commands.tsx'
import { readRecent, type Recent } from './own.ts'
import { chooseFirst, openPalette, palette, paletteStore } from './paletteStore.ts'
import { usePlaces } from './places.ts'
import { texts } from './texts.ts'
import style from './shell.module.css'

/** Ctrl/⌘ K: records, screens, commands, what was opened lately; one list, best first. */
export function Palette() {
  const t = useText()
  const [text, setText] = useState('')
  useShortcuts([
    { keys: 'mod+k', label: texts.openPalette, group: texts.onward, run: openPalette, whileTyping: true },
    { keys: '/', label: texts.openPalette, group: texts.onward, run: openPalette },
  ])
  return (
    <Spotlight.Root store={paletteStore} query={text} onQueryChange={setText} shortcut={null} clearQueryOnClose scrollable maxHeight={460} radius="lg" centered={false} yOffset={72} overlayProps={{ blur: 0, backgroundOpacity: 0.35 }} transitionProps={{ duration: 90 }}>
      <Spotlight.Search placeholder={t(texts.paletteHint)} aria-label={t(common.search)} leftSection={<IconSearch size={18} stroke={1.7} />} />
      <Spotlight.ActionsList>
        <Offers text={text} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** What fits the words: records from the server, screens and commands by their names, what was opened lately when nothing is typed. */
function useOffers(text: string) {
  const t = useText()
  const session = useSession()
  const [asked] = useDebouncedValue(text.trim(), 120)
  const search = useSearch(asked, { enabled: asked.length >= 2 })
  const hits = asked.length >= 2 ? (search.data ?? []) : []
  const has = (words: string) => fold(text).split(' ').every((word) => fold(words).includes(word))
  const places = usePlaces().filter((place) => has(t(place.label)))
  const commands = useCommands().filter((command) => has(command.words))
  const recent = text.trim() === '' ? readRecent(session.user.id).slice(0, 6) : []
  const first = hits[0]?.id
  // Records come after screens and commands have been offered; the best one is then the one Enter takes.
  useEffect(() => {
    const timer = setTimeout(chooseFirst, 0)
    return () => clearTimeout(timer)
  }, [first, asked])
  const nothing = hits.length + places.length + commands.length + recent.length === 0 && !search.isFetching
  return { hits, places: places.slice(0, text === '' ? 5 : 8), commands: commands.slice(0, 8), recent, nothing }
}

function Offers({ text }: { text: string }) {
  const t = useText()
  const { hits, places, commands, recent, nothing } = useOffers(text)
  return (
    <>
      {recent.length > 0 && (
        <Spotlight.ActionsGroup label={t(texts.recent)}>
          {recent.map((one) => (
            <RecordOffer key={one.id} hit={one} icon={<IconHistory size={17} stroke={1.6} aria-hidden />} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {hits.map((hit) => (
        <RecordOffer key={hit.id} hit={hit} />
      ))}
      {places.length > 0 && (
        <Spotlight.ActionsGroup label={t(texts.screens)}>
          {places.map((place) => (
            <Offer key={place.key} icon={<ObjectIcon name={place.icon} />} name={t(place.label)} href={place.href} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {commands.length > 0 && (
        <Spotlight.ActionsGroup label={t(texts.actions)}>
          {commands.map((command) => (
            <Offer key={command.words} icon={command.icon} name={command.words} run={command.run} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {nothing && <Spotlight.Empty>{text.trim().length < 2 ? t(texts.keepTyping) : t(texts.nothingFound, { text })}</Spotlight.Empty>}
    </>
  )
}

function RecordOffer({ hit, icon }: { hit: SearchHit | Recent; icon?: ReactNode }) {
  const t = useText()
  const object = objectOf(useMetadata(), hit.object)
  if (object === null) return null
  const about = 'about' in hit ? [hit.through?.name, ...Object.values(hit.about).map(asWords)].filter((words) => words !== undefined && words !== '') : []
  return <Offer icon={icon ?? <ObjectIcon name={object.icon} />} name={hit.name} about={about.join(' · ')} kind={t(object.label)} href={toRecord(hit.object, hit.id)} />
}

const asWords = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? String((value as { name?: string }).name ?? '') : String(value))

function Offer({ icon, name, about, kind, href, run }: { icon: ReactNode; name: string; about?: string; kind?: string; href?: string; run?: () => void }) {
  const go = useGo()
  const choose = () => {
    palette.close()
    if (href !== undefined) go(href)
    else run?.()
  }
  return (
    <Spotlight.Action className={style.offer} onClick={choose} label={name} closeSpotlightOnTrigger={false}>
      <span className={style.found}>
        {icon}
        <span className={style.foundName}>{name}</span>
        <span className={style.foundAbout}>{about}</span>
        <span className={style.foundKind}>{kind ?? <IconArrowRight size={14} aria-hidden />}</span>
      </span>
    </Spotlight.Action>
  )
}
