import type { Icon as TablerIcon } from '@tabler/icons-react'
import {
  IconAlignLeft, IconAmbulance, IconAnchor, IconApple, IconAt, IconAward, IconBackpack, IconBallFootball, IconBarcode, IconBed, IconBeer, IconBell, IconBike,
  IconBlocks, IconBolt, IconBooks, IconBottle, IconBox, IconBrandDocker, IconBrush, IconBug, IconBuildingBank, IconBuildingBridge, IconBuildingChurch,
  IconBuildingCommunity, IconBuildingCottage, IconBuildingHospital, IconBuildingSkyscraper, IconBulb, IconBus, IconCake, IconCalculator, IconCalendarDue,
  IconCalendarEvent, IconCalendarTime, IconCamera, IconCampfire, IconCar, IconCaravan, IconCash, IconCertificate, IconChalkboard, IconChartLine, IconChecklist,
  IconCircleDot, IconClipboard, IconClipboardCheck, IconClipboardList, IconCloud, IconCode, IconCoffee, IconCoins, IconContract, IconCreditCard, IconCrown,
  IconCurrencyZloty, IconCut, IconDental, IconDeviceDesktop, IconDeviceLaptop, IconDeviceMobile, IconDevices, IconDiamond, IconDog, IconDroplet,
  IconEngine, IconEyeglass, IconFeather, IconFiles, IconFirstAidKit, IconFish, IconFlame, IconFlask, IconForklift, IconFridge, IconGasStation, IconGauge, IconGavel,
  IconGift, IconGlass, IconGlobe, IconGrill, IconHammer, IconHeadset, IconHeart, IconHeartHandshake, IconHeartbeat, IconHelicopter, IconHelmet, IconHome2,
  IconHorse, IconId, IconIdBadge, IconLadder, IconLamp, IconLanguage, IconLeaf, IconLetterCase, IconLicense, IconLine, IconListCheck, IconLuggage, IconMailPlus,
  IconMailbox, IconMap2, IconMapPins, IconMedal, IconMedicalCross, IconMicrophone, IconMicroscope, IconMoon, IconMotorbike, IconMountain, IconMusic, IconNews,
  IconNumber123, IconNumbers, IconNurse, IconPalette, IconPaperclip, IconPaw, IconPencil, IconPercentage, IconPhoneCall, IconPhonePlus, IconPhoto, IconPigMoney,
  IconPill, IconPlane, IconPlant, IconPlug, IconPool, IconPresentation, IconPrinter, IconPropeller, IconPuzzle, IconQrcode, IconRadio, IconReceipt2, IconRecycle,
  IconReportMoney, IconRobot, IconRocket, IconRoute, IconRouter, IconRuler, IconRun, IconSailboat, IconScale, IconSchool, IconScissors, IconServer, IconSettings2,
  IconShieldCheck, IconShip, IconShirt, IconShoe, IconShovel, IconSignature, IconSmartHome, IconSnowflake, IconSofa, IconSolarPanel, IconSteeringWheel,
  IconStethoscope, IconSun, IconSwimming, IconTent, IconTestPipe, IconTextSize, IconThumbUp, IconTimeline, IconToggleRight, IconTools, IconToolsKitchen2,
  IconTractor, IconTrain, IconTree, IconTrophy, IconUmbrella, IconUserHeart, IconVaccine, IconVideo, IconWallet, IconWash, IconWheel, IconWheelchair, IconWind,
  IconWood, IconYoga,
  IconCheck, IconThumbDown, IconArrowBackUp, IconUserCheck, IconCalendarOff, IconSend, IconFileExport,
  IconListDetails, IconTemplate, IconFolders, IconGitBranch, IconSwords, IconSection, IconBlockquote, IconDiscount, IconSquareCheck,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

// Icons of field types and of the administrator's own objects: fetched when the first of them is shown.
const icons: Record<string, TablerIcon> = {
  anchor: IconAnchor, ambulance: IconAmbulance, apple: IconApple, award: IconAward, backpack: IconBackpack, 'ball-football': IconBallFootball, barcode: IconBarcode,
  bed: IconBed, beer: IconBeer, bell: IconBell, bike: IconBike, blocks: IconBlocks, bolt: IconBolt, bottle: IconBottle, box: IconBox, books: IconBooks,
  'brand-docker': IconBrandDocker, brush: IconBrush, bug: IconBug, 'building-bank': IconBuildingBank, 'building-bridge': IconBuildingBridge,
  'building-church': IconBuildingChurch, 'building-community': IconBuildingCommunity, 'building-cottage': IconBuildingCottage,
  'building-hospital': IconBuildingHospital, 'building-skyscraper': IconBuildingSkyscraper, bulb: IconBulb, bus: IconBus, cake: IconCake,
  calculator: IconCalculator, 'calendar-event': IconCalendarEvent, 'calendar-due': IconCalendarDue, camera: IconCamera, campfire: IconCampfire, car: IconCar,
  caravan: IconCaravan, cash: IconCash, certificate: IconCertificate, chalkboard: IconChalkboard, 'chart-line': IconChartLine, checklist: IconChecklist,
  'circle-dot': IconCircleDot, clipboard: IconClipboard, 'clipboard-check': IconClipboardCheck, 'clipboard-list': IconClipboardList, cloud: IconCloud,
  code: IconCode, coffee: IconCoffee, coins: IconCoins, contract: IconContract, 'credit-card': IconCreditCard, crown: IconCrown,
  'currency-zloty': IconCurrencyZloty, cut: IconCut, dental: IconDental, 'device-desktop': IconDeviceDesktop, 'device-laptop': IconDeviceLaptop,
  'device-mobile': IconDeviceMobile, devices: IconDevices, diamond: IconDiamond, dog: IconDog, droplet: IconDroplet, engine: IconEngine,
  eyeglass: IconEyeglass, feather: IconFeather, files: IconFiles, 'first-aid-kit': IconFirstAidKit, fish: IconFish, flame: IconFlame, flask: IconFlask,
  forklift: IconForklift, fridge: IconFridge, 'gas-station': IconGasStation, gauge: IconGauge, gavel: IconGavel, gift: IconGift, glass: IconGlass, globe: IconGlobe,
  grill: IconGrill, hammer: IconHammer, headset: IconHeadset, heart: IconHeart, 'heart-handshake': IconHeartHandshake, heartbeat: IconHeartbeat,
  helicopter: IconHelicopter, helmet: IconHelmet, 'home-2': IconHome2, horse: IconHorse, id: IconId, 'id-badge': IconIdBadge, ladder: IconLadder, lamp: IconLamp,
  language: IconLanguage, leaf: IconLeaf, 'letter-case': IconLetterCase, license: IconLicense, line: IconLine, 'list-check': IconListCheck, luggage: IconLuggage,
  mailbox: IconMailbox, 'mail-plus': IconMailPlus, 'map-2': IconMap2, 'map-pins': IconMapPins, medal: IconMedal, 'medical-cross': IconMedicalCross,
  microphone: IconMicrophone, microscope: IconMicroscope, moon: IconMoon, motorbike: IconMotorbike, mountain: IconMountain, music: IconMusic, news: IconNews,
  nurse: IconNurse, numbers: IconNumbers, palette: IconPalette, paperclip: IconPaperclip, paw: IconPaw, pencil: IconPencil, percentage: IconPercentage,
  'phone-call': IconPhoneCall, 'phone-plus': IconPhonePlus, photo: IconPhoto, 'pig-money': IconPigMoney, pill: IconPill, plane: IconPlane, plant: IconPlant,
  plug: IconPlug, pool: IconPool, presentation: IconPresentation, printer: IconPrinter, propeller: IconPropeller, puzzle: IconPuzzle, qrcode: IconQrcode,
  radio: IconRadio, 'receipt-2': IconReceipt2, recycle: IconRecycle, 'report-money': IconReportMoney, robot: IconRobot, rocket: IconRocket, route: IconRoute,
  router: IconRouter, ruler: IconRuler, run: IconRun, sailboat: IconSailboat, scale: IconScale, school: IconSchool, scissors: IconScissors, server: IconServer,
  'settings-2': IconSettings2, 'shield-check': IconShieldCheck, shirt: IconShirt, shoe: IconShoe, ship: IconShip, shovel: IconShovel, signature: IconSignature,
  'smart-home': IconSmartHome, snowflake: IconSnowflake, sofa: IconSofa, 'solar-panel': IconSolarPanel, 'steering-wheel': IconSteeringWheel,
  stethoscope: IconStethoscope, sun: IconSun, swimming: IconSwimming, tent: IconTent, 'test-pipe': IconTestPipe, 'text-size': IconTextSize, 'thumb-up': IconThumbUp,
  timeline: IconTimeline, 'toggle-right': IconToggleRight, tools: IconTools, 'tools-kitchen-2': IconToolsKitchen2, tractor: IconTractor, train: IconTrain,
  tree: IconTree, trophy: IconTrophy, umbrella: IconUmbrella, 'user-heart': IconUserHeart, vaccine: IconVaccine, video: IconVideo, wallet: IconWallet,
  wash: IconWash, wheel: IconWheel, wheelchair: IconWheelchair, wind: IconWind, wood: IconWood, yoga: IconYoga, 'number-123': IconNumber123,
  'list-details': IconListDetails, template: IconTemplate, folders: IconFolders, 'git-branch': IconGitBranch, swords: IconSwords, section: IconSection, blockquote: IconBlockquote, discount: IconDiscount, 'square-check': IconSquareCheck,
  check: IconCheck, 'thumb-down': IconThumbDown, 'arrow-back-up': IconArrowBackUp, 'user-check': IconUserCheck, 'calendar-off': IconCalendarOff, send: IconSend, 'file-export': IconFileExport,
  'align-left': IconAlignLeft, at: IconAt, 'calendar-time': IconCalendarTime,
}

export const moreIconNames: readonly string[] = Object.keys(icons)

export function MoreIcon({ name, size, otherwise }: { name: string; size: number; otherwise: ReactNode }) {
  const Found = icons[name]
  return Found === undefined ? otherwise : <Found size={size} stroke={1.6} aria-hidden />
}
