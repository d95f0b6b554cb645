import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { FieldDefinition } from '../contract/definition.ts'
import { isRefusal } from '../contract/refusal.ts'
import { say } from '../contract/text.ts'
import { countryFrom } from './address/countries.ts'
import { readAddress } from './address/lines.ts'
import { formatNumber, isNumberPattern, numberPeriod } from './autoNumber/pattern.ts'
import { momentOf, localTime } from './clock.ts'
import { addDays, addMonths, isDay } from './days.ts'
import { compareDecimals, plain, readDecimal, shifted, showDecimal } from './decimals.ts'
import type { Manner } from './field.ts'
import { patterns } from './text/identifiers.ts'
import './phone/world.ts'
import { types } from './types.ts'

const polish: Manner = { language: 'pl', timeZone: 'Europe/Warsaw', today: '2026-11-23', currency: 'PLN' }
const about = { id: 'a.b', name: 'b', label: { pl: 'Pole', en: 'Field' } }
const codeOf = (answer: unknown): unknown => (isRefusal(answer) ? answer.code : answer)
const sentenceOf = (answer: unknown): string => (isRefusal(answer) ? say(answer.text, 'pl', answer.values) : '')

describe('identifiers', () => {
  test('a NIP is read in any form and kept as digits', () => {
    for (const typed of ['1234563218', '123-456-32-18', '123 456 32 18', 'PL1234563218', 'pl 123-456-32-18', 'NIP: 123-456-32-18', 'NIP 1234563218', '123\u00a0456\u00a032\u00a018']) assert.equal(patterns.nip.accept(typed), '1234563218', typed)
    assert.equal(patterns.nip.show('1234563218'), '123-456-32-18')
    assert.deepEqual(patterns.nip.searchTexts('1234563218'), ['1234563218'])
  })

  test('a wrong NIP is refused with the reason', () => {
    for (const [typed, code] of [['1234563219', 'nip.check_digit'], ['0000000000', 'nip.check_digit'], ['123456321', 'nip.length'], ['12345632188', 'nip.length'], ['brak', 'nip.form'], ['DE136695976', 'nip.foreign'], ['ATU13585627', 'nip.foreign'], ['CHE100155212', 'nip.foreign']]) assert.equal(codeOf(patterns.nip.accept(typed!)), code, typed)
    assert.equal(sentenceOf(patterns.nip.accept('123-456-32-19')), 'NIP 123-456-32-19 ma błędną cyfrę kontrolną. Sprawdź, czy nie ma w nim przestawionych cyfr.')
    assert.match(sentenceOf(patterns.nip.accept('DE136695976')), /pole?u? numeru VAT UE/)
  })

  test('any single changed digit of a NIP is caught', () => {
    for (let place = 0; place < 10; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const changed = `${'1234563218'.slice(0, place)}${digit}${'1234563218'.slice(place + 1)}`
        assert.equal(typeof patterns.nip.accept(changed) === 'string', changed === '1234563218', changed)
      }
    }
  })

  test('a REGON has 9 or 14 digits, both checked; zeros lost in a spreadsheet come back', () => {
    for (const [typed, kept] of [['590096454', '590096454'], ['123456785', '123456785'], ['12345678512347', '12345678512347'], ['331501', 'regon.length'], ['0331501', '000331501'], ['123456786', 'regon.check_digit'], ['12345678512348', 'regon.check_digit'], ['000000000', 'regon.check_digit'], ['x', 'regon.form']]) assert.equal(codeOf(patterns.regon.accept(typed!)), kept, typed)
  })

  test('a KRS number is ten digits with its zeros', () => {
    for (const [typed, kept] of [['0000123456', '0000123456'], ['123456', '0000123456'], ['KRS: 0000123456', '0000123456'], ['0000000000', 'krs.form'], ['12345678901', 'krs.form'], ['abc', 'krs.form']]) assert.equal(codeOf(patterns.krs.accept(typed!)), kept, typed)
  })

  test('VAT numbers of every country are accepted', () => {
    const right = 'DE136695976 ATU13585627 BE0428759497 DK13585628 FI20774740 FR40303265045 FR23334175221 FRK7399859412 IT00743110157 LU15027442 NL004495445B01 NL123456789B13 PT501964843 SI50223054 SK2022749619 HU12892312 EE100931558 EL094259216 SE123456789701 HR33392005961 CHE100155212 NO995525828 MT11679112 IE6433435F IE6433435OA IE8D79739I CZ25123891 CZ640903926 RO18547290 BG175074752 GB980780684 ES54362315K ESB58378431 LT119511515 LV40003521600 CY10259033P XI980780684 PL8567346215'
    for (const number of right.split(' ')) assert.equal(patterns.vat.accept(number), number)
  })

  test('VAT numbers are read as people write them', () => {
    for (const [typed, kept] of [['de 136 695 976', 'DE136695976'], ['GR023456780', 'EL023456780'], ['BE 428.759.497', 'BE0428759497'], ['CHE-100.155.212 MWST', 'CHE100155212'], ['NO 995 525 828 MVA', 'NO995525828'], ['123-456-32-18', 'PL1234563218'], ['VAT: DE136695976', 'DE136695976']]) assert.equal(patterns.vat.accept(typed!), kept)
    assert.equal(patterns.vat.show('CHE100155212'), 'CHE-100.155.212')
  })

  test('a wrong VAT number is refused with the reason', () => {
    for (const [typed, code] of [['DE136695977', 'vat.check_digit'], ['DE13669597', 'vat.form'], ['US123456789', 'vat.country'], ['12345', 'vat.prefix'], ['PL1234563219', 'vat.check_digit'], ['IT00743110158', 'vat.check_digit'], ['FR41303265045', 'vat.check_digit'], ['GB123456789', 'vat.check_digit']]) assert.equal(codeOf(patterns.vat.accept(typed!)), code, typed)
  })
})

describe('numbers', () => {
  const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }), fc.bigInt({ min: 0n, max: 9_999_999_999n })).map(([whole, fraction]) => plain(`${whole}.${String(fraction).padStart(10, '0')}`))

  test('every number that is shown is read back exactly, in both languages', () => {
    fc.assert(fc.property(decimals, fc.constantFrom('pl' as const, 'en' as const), (value, language) => {
      // '1,234' alone is the one form that means different numbers in the two languages; each reads its own.
      assert.equal(readDecimal(showDecimal(value, language), language), value)
    }))
  })

  test('they are compared exactly', () => {
    fc.assert(fc.property(decimals, decimals, (a, b) => {
      const scaled = (text: string) => BigInt(shifted(text, 10))
      assert.equal(Math.sign(compareDecimals(a, b)), scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0)
    }))
  })

  test('limits of the field are said in the refusal', () => {
    const field: FieldDefinition<'number'> = { ...about, type: 'number', decimals: 2, min: -1, max: 100 }
    assert.equal(types.number.accept('99.99', field), '99.99')
    assert.equal(codeOf(types.number.accept('1.234', field)), 'number.decimals')
    assert.match(sentenceOf(types.number.accept('1.234', field)), /najwyżej 2 cyfry/)
    assert.equal(codeOf(types.number.accept('100.01', field)), 'number.max')
    assert.equal(codeOf(types.number.accept(-2, field)), 'number.min')
    assert.equal(codeOf(types.number.accept('1.5', { ...field, decimals: 0 })), 'number.whole')
    assert.equal(types.number.accept(1e-7, { ...about, type: 'number' }), '0.0000001')
  })

  test('a unit may be typed and is shown', () => {
    const field: FieldDefinition<'number'> = { ...about, type: 'number', unit: { pl: 'szt.', en: 'pcs' } }
    assert.equal(types.number.read('1 200 szt.', field, polish), '1200')
    assert.equal(types.number.show('1200', field, polish), '1\u00a0200\u00a0szt.')
  })

  test('an amount is shown with its currency and spaces that do not break', () => {
    const field: FieldDefinition<'money'> = { ...about, type: 'money' }
    assert.equal(types.money.show({ amount: '1234.50', currency: 'PLN' }, field, polish), '1\u00a0234,50\u00a0zł')
    assert.equal(types.money.show({ amount: '1234.50', currency: 'PLN' }, field, { ...polish, language: 'en' }), 'PLN\u00a01,234.50')
    assert.deepEqual(types.money.cell({ amount: '1234.50', currency: 'EUR' }, field, polish), { kind: 'number', value: 1234.5, format: '#,##0.00 "EUR"' })
    assert.deepEqual(types.money.cell({ amount: '12345678901234567890.99', currency: 'EUR' }, field, polish), { kind: 'text', value: '12345678901234567890.99' })
  })
})

describe('days and times', () => {
  test('every day is read back from the way it is shown', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_652_058 }), fc.constantFrom('pl' as const, 'en' as const), (count, language) => {
      const day = addDays('0001-01-01', count)!
      assert.ok(isDay(day))
      assert.equal(types.date.read(types.date.show(day, { ...about, type: 'date' }, { ...polish, language }), { ...about, type: 'date' }, { ...polish, language }), day)
    }))
  })

  test('a month later is the same day, or the last one of a shorter month', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29')
    assert.equal(addMonths('2026-01-15', -13), '2024-12-15')
    assert.equal(addMonths('9999-12-01', 1), null)
  })

  test('local times and moments lead to each other in every zone, but for the hour that comes twice', () => {
    const zones = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC', 'Africa/Casablanca']
    fc.assert(fc.property(fc.integer({ min: -2_000_000, max: 3_000_000 }), fc.constantFrom(...zones), (quarterHours, zone) => {
      const instant = new Date(quarterHours * 900_000).toISOString()
      const local = localTime(instant, zone)
      const back = momentOf(local.slice(0, 10), local.slice(11), zone)!
      assert.equal(localTime(back, zone), local)
      assert.ok(back === instant || Date.parse(instant) - Date.parse(back) <= 3_600_000)
    }), { numRuns: 500 })
  })

  test('the refusal of a day that does not exist quotes it', () => {
    assert.equal(sentenceOf(types.date.read('31.02.2026', { ...about, type: 'date' }, polish)), 'Nie ma takiego dnia: 31.02.2026.')
  })
})

describe('lists of entries', () => {
  const kinds = [{ value: 'work', label: { pl: 'służbowy', en: 'work' } }, { value: 'home', label: { pl: 'domowy', en: 'home' } }]

  test('the same phone written twice is kept once, with the note of either', () => {
    const field: FieldDefinition<'phones'> = { ...about, type: 'phones', kinds }
    assert.deepEqual(types.phones.accept([{ kind: 'work', value: '601 234 567' }, { kind: 'home', value: '+48601234567', note: 'po 16' }, { value: '' }, { value: '22 123 45 67' }], field), [
      { kind: 'work', value: '+48601234567', note: 'po 16' },
      { kind: 'work', value: '+48221234567' },
    ])
  })

  test('a refusal says which entry and which part', () => {
    const refused = types.mails.accept([{ kind: 'work', value: 'a@b.pl' }, { kind: 'home', value: 'nic' }], { ...about, type: 'mails', kinds })
    assert.ok(isRefusal(refused))
    assert.deepEqual([refused.field, refused.code], ['1.value', 'mail.form'])
    const address = types.addresses.accept([{ kind: 'work', country: 'XX' }], { ...about, type: 'addresses', kinds })
    assert.deepEqual(isRefusal(address) && [address.field, address.code], ['0.country', 'address.country'])
  })

  test('no more than a hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ kind: 'work', value: `a${index}@b.pl` }))
    assert.equal(codeOf(types.mails.accept(many, { ...about, type: 'mails', kinds })), 'value.too_many')
  })
})

describe('addresses', () => {
  test('countries are known by name in both languages and by code', () => {
    for (const [typed, code] of [['Polska', 'PL'], ['POLAND', 'PL'], ['pl', 'PL'], ['Niemcy', 'DE'], ['Germany', 'DE'], ['Wielka Brytania', 'GB'], ['UK', 'GB'], ['Czechy', 'CZ'], ['Czech Republic', 'CZ'], ['Holandia', 'NL'], ['USA', 'US'], ['Slowacja', 'SK'], ['Narnia', null]]) assert.equal(countryFrom(typed!), code, typed!)
  })

  test('a region at the end is found', () => {
    assert.deepEqual(readAddress('ul. Jasna 10, 90-001 Łódź, łódzkie, Polska'), { country: 'PL', region: 'łódzkie', postalCode: '90-001', city: 'Łódź', street: 'ul. Jasna', building: '10' })
    assert.deepEqual(readAddress('10 Downing Street, London SW1A 2AA, United Kingdom').country, 'GB')
  })
})

describe('auto-numbers', () => {
  test('a pattern gives the number its year and zeros', () => {
    assert.equal(formatNumber('OF/{yyyy}/{nnnn}', 42, '2026-11-23'), 'OF/2026/0042')
    assert.equal(formatNumber('{yy}{mm}-{nnn}', 12345, '2026-03-01'), '2603-12345')
    assert.deepEqual([numberPeriod('{yyyy}/{n}', '2026-03-01'), numberPeriod('{yy}{mm}/{n}', '2026-03-01'), numberPeriod('K{nnnn}', '2026-03-01')], ['2026', '2026-03', ''])
    assert.deepEqual(['K{nnnn}', 'K', '{n}{nn}', '{x}{n}', 'A{n}/{yyyy}'].map(isNumberPattern), [true, false, false, false, true])
  })
})

describe('hostile texts', () => {
  const fields: FieldDefinition[] = [{ ...about, type: 'text' }, { ...about, type: 'mail' }, { ...about, type: 'phone' }, { ...about, type: 'web' }, { ...about, type: 'number' }, { ...about, type: 'money' }, { ...about, type: 'date' }, { ...about, type: 'dateTime' }, { ...about, type: 'address' }, { ...about, type: 'time' }]

  test('no text of any length makes reading slow or fail', () => {
    const million = 1_000_000
    const long = ['1'.repeat(million), ' '.repeat(million), '1 '.repeat(million / 2), 'a@'.repeat(million / 2), ','.repeat(million), '(('.repeat(million / 2), 'ł'.repeat(million), '1.1'.repeat(300_000), '\u00a0'.repeat(million), 'a.'.repeat(million / 2), '-'.repeat(million)]
    for (const text of long) {
      for (const field of fields) {
        const started = process.cpuUsage()
        const answer = (types[field.type].read as (...given: unknown[]) => unknown)(text, field, polish)
        const milliseconds = process.cpuUsage(started).user / 1000
        assert.ok(milliseconds < 400, `${field.type} ${text.slice(0, 5)}… took ${milliseconds} ms`)
        if (isRefusal(answer)) assert.ok(sentenceOf(answer).length < 1000)
      }
    }
  })

  test('reading never throws, and what it reads is accepted as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...fields), (text, field) => {
      const type = types[field.type] as (typeof types)['text']
      const value = type.read(text, field as FieldDefinition<'text'>, polish)
      if (!isRefusal(value)) assert.deepEqual(type.accept(value, field as FieldDefinition<'text'>), value)
    }), { numRuns: 3000 })
  })
})
