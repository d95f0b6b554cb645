import type { Icon as TablerIcon } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import {
  IconAddressBook, IconAlertTriangle, IconHelpCircle, IconTable, IconUserPlus, IconUserOff, IconShieldLock, IconFingerprint, IconPassword, IconCopy, IconColumns, IconLinkPlus, IconArrowsExchange, IconArrowsSplit, IconCategory, IconCursorText, IconLockOpen, IconLogout, IconShieldOff, IconUserCircle,
  IconBinaryTree, IconBook, IconBriefcase, IconBuilding, IconBuildingFactory, IconBuildingStore, IconBuildingWarehouse, IconCalendar, IconChartBar,
  IconCalendarCheck, IconCheckbox, IconClock, IconCoin, IconDatabase, IconDoor, IconFile, IconFileText, IconFlag, IconFolder, IconHash, IconHistory, IconHome, IconKey,
  IconLifebuoy, IconLink, IconList, IconLock, IconMail, IconMap, IconMapPin, IconMessage, IconNote, IconNotes, IconPackage, IconPhone, IconReceipt,
  IconChartHistogram, IconFileInvoice, IconSettings, IconShield, IconSignature, IconTargetArrow, IconShoppingCart, IconSitemap, IconSpeakerphone, IconStar, IconTag, IconTags, IconTarget, IconTicket, IconTool, IconTrash, IconTruck,
  IconEye, IconUpload, IconUser, IconUsers, IconUsersGroup, IconWorld,
} from '@tabler/icons-react'

// Declarations name icons by word; only these come with the first page, the rest when one of them is shown. A name in neither shows as a plain list.
const icons: Record<string, TablerIcon> = {
  'address-book': IconAddressBook, 'alert-triangle': IconAlertTriangle, 'arrows-exchange': IconArrowsExchange, 'arrows-split': IconArrowsSplit, 'binary-tree': IconBinaryTree,
  book: IconBook, briefcase: IconBriefcase, building: IconBuilding, 'building-factory': IconBuildingFactory, 'building-store': IconBuildingStore,
  'building-warehouse': IconBuildingWarehouse, calendar: IconCalendar, 'calendar-check': IconCalendarCheck, category: IconCategory, 'chart-bar': IconChartBar, checkbox: IconCheckbox,
  eye: IconEye, clock: IconClock, coin: IconCoin, 'cursor-text': IconCursorText, database: IconDatabase, door: IconDoor, file: IconFile, 'file-text': IconFileText, flag: IconFlag,
  folder: IconFolder, hash: IconHash, help: IconHelpCircle, 'help-circle': IconHelpCircle, table: IconTable, 'user-plus': IconUserPlus, 'user-off': IconUserOff, 'shield-lock': IconShieldLock, fingerprint: IconFingerprint, password: IconPassword, copy: IconCopy, columns: IconColumns, 'link-plus': IconLinkPlus, history: IconHistory, home: IconHome, key: IconKey, lifebuoy: IconLifebuoy, link: IconLink, list: IconList,
  lock: IconLock, 'lock-open': IconLockOpen, logout: IconLogout, mail: IconMail, map: IconMap, 'map-pin': IconMapPin, message: IconMessage,
  note: IconNote, notes: IconNotes, package: IconPackage, phone: IconPhone, receipt: IconReceipt, settings: IconSettings, shield: IconShield,
  'shield-off': IconShieldOff, 'shopping-cart': IconShoppingCart, sitemap: IconSitemap, speakerphone: IconSpeakerphone, star: IconStar, tag: IconTag,
  tags: IconTags, target: IconTarget, ticket: IconTicket, tool: IconTool, trash: IconTrash, truck: IconTruck, upload: IconUpload, user: IconUser,
  'chart-histogram': IconChartHistogram, 'file-invoice': IconFileInvoice, signature: IconSignature, 'target-arrow': IconTargetArrow,
  'user-circle': IconUserCircle, users: IconUsers, 'users-group': IconUsersGroup, world: IconWorld,
}

export const iconNames: readonly string[] = Object.keys(icons)

const MoreIcon = lazy(async () => ({ default: (await import('./moreIcons.tsx')).MoreIcon }))

export function ObjectIcon({ name, size = 17 }: { name: string; size?: number }) {
  const Found = icons[name]
  if (Found !== undefined) return <Found size={size} stroke={1.6} aria-hidden />
  const list = <IconList size={size} stroke={1.6} aria-hidden />
  return <Suspense fallback={list}><MoreIcon name={name} size={size} otherwise={list} /></Suspense>
}
