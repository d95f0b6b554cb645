/** What the invented firm sells: parts, machines made of them, lines made of machines; services and licences. */
import type { Text } from '../../../contract/text.ts'

export const groups: readonly { code: string; name: string; parent?: string }[] = [
  { code: 'ROB', name: 'Robotyka' }, { code: 'ROB-R', name: 'Roboty przemysłowe', parent: 'ROB' }, { code: 'ROB-C', name: 'Chwytaki', parent: 'ROB' }, { code: 'ROB-A', name: 'Akcesoria robotów', parent: 'ROB' },
  { code: 'TRA', name: 'Transport wewnętrzny' }, { code: 'TRA-P', name: 'Przenośniki', parent: 'TRA' }, { code: 'TRA-W', name: 'Wózki i windy', parent: 'TRA' },
  { code: 'PAK', name: 'Pakowanie' }, { code: 'PAK-K', name: 'Kartoniarki i zamykarki', parent: 'PAK' }, { code: 'PAK-O', name: 'Owijarki', parent: 'PAK' },
  { code: 'NAP', name: 'Napędy i sterowanie' }, { code: 'NAP-S', name: 'Silniki i falowniki', parent: 'NAP' }, { code: 'NAP-P', name: 'Sterowniki i panele', parent: 'NAP' }, { code: 'NAP-C', name: 'Czujniki', parent: 'NAP' },
  { code: 'PNE', name: 'Pneumatyka' }, { code: 'BEZ', name: 'Bezpieczeństwo maszyn' }, { code: 'USL', name: 'Usługi' }, { code: 'LIC', name: 'Oprogramowanie' },
  { code: 'ZES', name: 'Maszyny i linie' }, { code: 'ZES-G', name: 'Gniazda zrobotyzowane', parent: 'ZES' }, { code: 'ZES-L', name: 'Linie', parent: 'ZES' },
]

export interface Family {
  group: string
  code: string
  name: Text
  sizes: readonly string[]
  /** Of the first size in złoty; each next one costs so many times as much. */
  price: number
  step: number
  kind?: string
  unit?: string
}

export const families: readonly Family[] = [
  { group: 'ROB-R', code: 'RP', name: { pl: 'Robot sześcioosiowy', en: 'Six-axis robot' }, sizes: ['8', '12', '20', '50', '165'], price: 98_000, step: 1.32 },
  { group: 'ROB-R', code: 'RD', name: { pl: 'Robot delta', en: 'Delta robot' }, sizes: ['3', '8'], price: 124_000, step: 1.25 },
  { group: 'ROB-R', code: 'RC', name: { pl: 'Robot współpracujący', en: 'Collaborative robot' }, sizes: ['5', '10', '16'], price: 109_000, step: 1.2 },
  { group: 'ROB-C', code: 'CHP', name: { pl: 'Chwytak dwupalczasty', en: 'Two-finger gripper' }, sizes: ['40', '64', '80', '125'], price: 2_380, step: 1.38 },
  { group: 'ROB-C', code: 'CHV', name: { pl: 'Chwytak podciśnieniowy', en: 'Vacuum gripper' }, sizes: ['200', '400', '600'], price: 4_150, step: 1.45 },
  { group: 'ROB-C', code: 'CHM', name: { pl: 'Chwytak magnetyczny', en: 'Magnetic gripper' }, sizes: ['50', '100'], price: 5_900, step: 1.5 },
  { group: 'ROB-C', code: 'PRZ', name: { pl: 'Przyssawka mieszkowa', en: 'Bellows suction cup' }, sizes: ['20', '30', '40', '60', '80'], price: 38.5, step: 1.22 },
  { group: 'ROB-A', code: 'POD', name: { pl: 'Podstawa robota', en: 'Robot pedestal' }, sizes: ['600', '900'], price: 3_200, step: 1.3 },
  { group: 'ROB-A', code: 'OSS', name: { pl: 'Oś siódma', en: 'Seventh axis' }, sizes: ['3M', '6M', '9M'], price: 64_000, step: 1.4 },
  { group: 'TRA-P', code: 'PTA', name: { pl: 'Przenośnik taśmowy', en: 'Belt conveyor' }, sizes: ['300', '500', '800'], price: 2_150, step: 1.25, unit: 'm' },
  { group: 'TRA-P', code: 'PRO', name: { pl: 'Przenośnik rolkowy napędzany', en: 'Driven roller conveyor' }, sizes: ['400', '600', '800', '1200'], price: 2_890, step: 1.24, unit: 'm' },
  { group: 'TRA-P', code: 'PLU', name: { pl: 'Łuk przenośnika', en: 'Conveyor curve' }, sizes: ['45', '90'], price: 6_400, step: 1.55 },
  { group: 'TRA-W', code: 'AMR', name: { pl: 'Wózek autonomiczny', en: 'Autonomous truck' }, sizes: ['250', '1000'], price: 142_000, step: 1.6 },
  { group: 'TRA-W', code: 'WIN', name: { pl: 'Winda paletowa', en: 'Pallet lift' }, sizes: ['3M', '6M'], price: 88_000, step: 1.35 },
  { group: 'PAK-K', code: 'KAR', name: { pl: 'Formierka kartonów', en: 'Case erector' }, sizes: ['10', '20'], price: 128_000, step: 1.42 },
  { group: 'PAK-K', code: 'ZAM', name: { pl: 'Zaklejarka kartonów', en: 'Case sealer' }, sizes: ['A', 'B', 'C'], price: 34_500, step: 1.5 },
  { group: 'PAK-O', code: 'OWI', name: { pl: 'Owijarka palet', en: 'Pallet wrapper' }, sizes: ['S', 'R', 'RX'], price: 46_000, step: 1.9 },
  { group: 'NAP-S', code: 'MOT', name: { pl: 'Motoreduktor', en: 'Gear motor' }, sizes: ['0,37', '0,75', '1,5', '2,2'], price: 1_290, step: 1.28 },
  { group: 'NAP-S', code: 'FAL', name: { pl: 'Falownik', en: 'Frequency converter' }, sizes: ['0,75', '1,5', '2,2', '4'], price: 1_080, step: 1.3 },
  { group: 'NAP-S', code: 'SRV', name: { pl: 'Serwonapęd', en: 'Servo drive' }, sizes: ['400', '750', '1500'], price: 4_700, step: 1.34 },
  { group: 'NAP-P', code: 'PLC', name: { pl: 'Sterownik PLC', en: 'PLC' }, sizes: ['1200', '1500', '1500F'], price: 3_950, step: 2.1 },
  { group: 'NAP-P', code: 'HMI', name: { pl: 'Panel operatorski', en: 'Operator panel' }, sizes: ['7', '12', '15'], price: 3_400, step: 1.6 },
  { group: 'NAP-P', code: 'SZA', name: { pl: 'Szafa sterownicza', en: 'Control cabinet' }, sizes: ['800', '1200'], price: 9_800, step: 1.45 },
  { group: 'NAP-C', code: 'CZO', name: { pl: 'Czujnik optyczny', en: 'Photoelectric sensor' }, sizes: ['M12', 'M18'], price: 310, step: 1.2 },
  { group: 'NAP-C', code: 'CZI', name: { pl: 'Czujnik indukcyjny', en: 'Inductive sensor' }, sizes: ['M8', 'M12', 'M18', 'M30'], price: 145, step: 1.16 },
  { group: 'NAP-C', code: 'WIZ', name: { pl: 'Kamera wizyjna', en: 'Vision camera' }, sizes: ['2D', '3D'], price: 18_900, step: 2.6 },
  { group: 'PNE', code: 'SIL', name: { pl: 'Siłownik pneumatyczny', en: 'Pneumatic cylinder' }, sizes: ['32', '50', '63', '80', '100'], price: 265, step: 1.26 },
  { group: 'PNE', code: 'ZAW', name: { pl: 'Zawór rozdzielający', en: 'Directional valve' }, sizes: ['3/2', '5/2', '5/3'], price: 390, step: 1.18 },
  { group: 'PNE', code: 'WYS', name: { pl: 'Wyspa zaworowa', en: 'Valve terminal' }, sizes: ['4', '8', '16'], price: 2_250, step: 1.6 },
  { group: 'PNE', code: 'EJE', name: { pl: 'Eżektor', en: 'Ejector' }, sizes: ['10', '20'], price: 840, step: 1.35 },
  { group: 'PNE', code: 'PRW', name: { pl: 'Przewód poliuretanowy', en: 'Polyurethane tube' }, sizes: ['6', '8', '10'], price: 3.2, step: 1.4, unit: 'm' },
  { group: 'BEZ', code: 'OGR', name: { pl: 'Panel ogrodzenia', en: 'Fence panel' }, sizes: ['1000', '1500', '2000'], price: 620, step: 1.25 },
  { group: 'BEZ', code: 'KUR', name: { pl: 'Kurtyna świetlna', en: 'Light curtain' }, sizes: ['600', '900', '1200'], price: 4_600, step: 1.2 },
  { group: 'BEZ', code: 'SKA', name: { pl: 'Skaner bezpieczeństwa', en: 'Safety scanner' }, sizes: ['4M', '9M'], price: 13_900, step: 1.4 },
  { group: 'BEZ', code: 'FUR', name: { pl: 'Furtka z ryglem', en: 'Gate with interlock' }, sizes: ['900'], price: 3_850, step: 1 },
  { group: 'USL', code: 'MON', name: { pl: 'Montaż u klienta', en: 'Installation on site' }, sizes: ['dzień'], price: 2_400, step: 1, kind: 'service', unit: 'day' },
  { group: 'USL', code: 'SZK', name: { pl: 'Szkolenie operatorów', en: 'Operator training' }, sizes: ['dzień'], price: 3_200, step: 1, kind: 'service', unit: 'day' },
  { group: 'USL', code: 'SRW', name: { pl: 'Umowa serwisowa', en: 'Service agreement' }, sizes: ['standard', 'premium'], price: 1_450, step: 1.8, kind: 'service', unit: 'month' },
  { group: 'USL', code: 'PRJ', name: { pl: 'Projekt i dokumentacja', en: 'Design and documentation' }, sizes: ['godzina'], price: 240, step: 1, kind: 'service', unit: 'hour' },
  { group: 'LIC', code: 'MES', name: { pl: 'Licencja MES', en: 'MES licence' }, sizes: ['Start', 'Pro'], price: 18_000, step: 2.2, kind: 'licence' },
  { group: 'LIC', code: 'RAP', name: { pl: 'Raporty produkcji', en: 'Production reports' }, sizes: ['rok'], price: 6_000, step: 1, kind: 'licence', unit: 'year' },
]

interface Part {
  part: string
  kind?: 'required' | 'optional' | 'alternative' | 'exclusive'
  choiceGroup?: string
  quantity?: string
  minQuantity?: string
  maxQuantity?: string
  chosen?: boolean
  included?: boolean
}
export interface Machine {
  code: string
  group: string
  name: Text
  /** In złoty; left out: what its parts cost. */
  price?: string
  parts: readonly Part[]
  rules?: readonly { part: string; kind: 'needs' | 'excludes'; other: string; message?: string }[]
}

const oneOf = (choiceGroup: string, first: Part, ...others: Part[]): Part[] => [{ ...first, chosen: true }, ...others].map((part) => ({ ...part, kind: 'alternative' as const, choiceGroup }))
const option = (part: string, more: Partial<Part> = {}): Part => ({ part, kind: 'optional', ...more })

/** The lower ones first: a line consists of cells, a cell of grippers, a gripper of suction cups. */
export const machines: readonly Machine[] = [
  { code: 'CHZ-2', group: 'ROB-C', name: { pl: 'Chwytak palcowy kompletny', en: 'Finger gripper, complete' }, parts: [...oneOf('Chwytak', { part: 'CHP-80' }, { part: 'CHP-64' }, { part: 'CHP-125' }), { part: 'CZI-M8', quantity: '2' }, { part: 'ZAW-5/2' }, { part: 'PRW-6', quantity: '12', minQuantity: '6', maxQuantity: '30' }] },
  { code: 'CHZ-V', group: 'ROB-C', name: { pl: 'Chwytak podciśnieniowy kompletny', en: 'Vacuum gripper, complete' }, parts: [{ part: 'CHV-400' }, ...oneOf('Przyssawki', { part: 'PRZ-40', quantity: '12', minQuantity: '8', maxQuantity: '16' }, { part: 'PRZ-60', quantity: '8', minQuantity: '6', maxQuantity: '12' }), { part: 'EJE-20', quantity: '2' }, { part: 'PRW-8', quantity: '15' }, option('CZO-M12')] },
  { code: 'STR-1', group: 'NAP-P', name: { pl: 'Sterowanie gniazda', en: 'Cell control' }, price: '29900', parts: [{ part: 'SZA-800' }, { part: 'PLC-1500' }, { part: 'HMI-7' }, option('HMI-15'), option('MES-Start')], rules: [{ part: 'MES-Start', kind: 'needs', other: 'HMI-15', message: 'Raporty produkcji wyświetla tylko panel 15 cali' }] },
  {
    code: 'GNI-PAK', group: 'ZES-G', name: { pl: 'Gniazdo pakujące', en: 'Packing cell' },
    parts: [
      ...oneOf('Robot', { part: 'RP-12' }, { part: 'RP-20' }, { part: 'RD-8' }, { part: 'RC-10' }), ...oneOf('Chwytak', { part: 'CHZ-V' }, { part: 'CHZ-2' }), { part: 'POD-900' }, { part: 'STR-1' },
      { part: 'OGR-1500', kind: 'exclusive', choiceGroup: 'Ochrona', quantity: '8', minQuantity: '4', maxQuantity: '24', chosen: true }, { part: 'SKA-4M', kind: 'exclusive', choiceGroup: 'Ochrona', quantity: '2' },
      option('FUR-900', { quantity: '1', minQuantity: '1', maxQuantity: '3' }), option('WIZ-2D'), option('WIZ-3D'),
    ],
    rules: [{ part: 'RP-20', kind: 'excludes', other: 'SKA-4M', message: 'Ten robot pracuje tylko za ogrodzeniem' }, { part: 'FUR-900', kind: 'needs', other: 'OGR-1500' }, { part: 'WIZ-2D', kind: 'excludes', other: 'WIZ-3D' }],
  },
  {
    code: 'GNI-PAL', group: 'ZES-G', name: { pl: 'Gniazdo paletyzujące', en: 'Palletising cell' },
    parts: [...oneOf('Robot', { part: 'RP-50' }, { part: 'RP-165' }), ...oneOf('Chwytak', { part: 'CHZ-V', quantity: '2' }, { part: 'CHM-100' }), { part: 'STR-1' }, { part: 'OGR-2000', quantity: '12', minQuantity: '8', maxQuantity: '40' }, { part: 'FUR-900' }, { part: 'KUR-1200', quantity: '2' }, option('OSS-6M'), option('WIN-3M')],
  },
  { code: 'STW-1', group: 'ZES-G', name: { pl: 'Stanowisko współpracujące', en: 'Collaborative station' }, price: '189000', parts: [{ part: 'RC-5' }, { part: 'CHZ-2' }, { part: 'PLC-1200' }, option('WIZ-2D'), option('SKA-4M'), option('SZK-dzień', { included: true, chosen: true })] },
  { code: 'TRN-1', group: 'TRA-P', name: { pl: 'Odcinek transportu', en: 'Conveyor section' }, parts: [...oneOf('Przenośnik', { part: 'PRO-600', quantity: '6', minQuantity: '2', maxQuantity: '40' }, { part: 'PTA-500', quantity: '6', minQuantity: '2', maxQuantity: '40' }), { part: 'MOT-0,75' }, { part: 'FAL-0,75' }, { part: 'CZO-M18', quantity: '4' }, option('PLU-90', { minQuantity: '1', maxQuantity: '6' })] },
  {
    code: 'LIN-PAK', group: 'ZES-L', name: { pl: 'Linia pakująca', en: 'Packing line' },
    parts: [
      { part: 'GNI-PAK', minQuantity: '1', maxQuantity: '4' }, { part: 'TRN-1', quantity: '2', minQuantity: '1', maxQuantity: '8' }, ...oneOf('Kartony', { part: 'KAR-10' }, { part: 'KAR-20' }), { part: 'ZAM-B' }, option('GNI-PAL'), option('OWI-R'),
      { part: 'PRJ-godzina', quantity: '120', minQuantity: '40', maxQuantity: '600' }, { part: 'MON-dzień', quantity: '10', minQuantity: '4', maxQuantity: '60' }, option('SZK-dzień', { quantity: '2', minQuantity: '1', maxQuantity: '10', chosen: true, included: true }), option('MES-Pro'),
    ],
    rules: [{ part: 'OWI-R', kind: 'needs', other: 'GNI-PAL', message: 'Owijarka odbiera palety z gniazda paletyzującego' }],
  },
  { code: 'LIN-PAL', group: 'ZES-L', name: { pl: 'Linia paletyzująca', en: 'Palletising line' }, parts: [{ part: 'GNI-PAL', minQuantity: '1', maxQuantity: '2' }, { part: 'TRN-1', quantity: '3', minQuantity: '1', maxQuantity: '12' }, ...oneOf('Owijarka', { part: 'OWI-R' }, { part: 'OWI-RX' }), { part: 'MON-dzień', quantity: '8' }, option('AMR-1000', { quantity: '2', minQuantity: '1', maxQuantity: '6' }), option('SRW-premium', { quantity: '12' })] },
]

export const lists = { domestic: 'Cennik krajowy', export: 'Cennik eksportowy EUR', dealers: 'Cennik dla dystrybutorów' } as const
export const documents = { brochure: 'Karta katalogowa', manual: 'Instrukcja obsługi', certificate: 'Deklaracja zgodności CE' } as const
