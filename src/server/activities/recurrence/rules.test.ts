import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../../../contract/refusal.ts'
import { describeRecurrence, readRecurrence, writeRecurrence, type Recurrence } from './contract.ts'
import { endedBefore, lastOccurrence, nextAfter, occurrencesBetween, occursAt, whyNotRecurrence } from './rules.ts'

const warsaw = (recurrence: string, start = '2026-03-23T08:00:00.000Z') => ({ recurrence, start, zone: 'Europe/Warsaw' })
const year = { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }
const code = (recurrence: string, start?: string) => whyNotRecurrence(warsaw(recurrence, start))?.code ?? null

test('a weekly meeting keeps its local hour when the clocks go forward', () => {
  const found = occurrencesBetween(warsaw('FREQ=WEEKLY;COUNT=3'), year)
  assert.deepEqual(found, ['2026-03-23T08:00:00.000Z', '2026-03-30T07:00:00.000Z', '2026-04-06T07:00:00.000Z'])
})

test('29 February recurs in leap years alone', () => {
  const found = occurrencesBetween(warsaw('FREQ=YEARLY', '2024-02-29T09:00:00.000Z'), { from: '2024-01-01T00:00:00Z', until: '2033-01-01T00:00:00Z' })
  assert.deepEqual(found.map((moment) => moment.slice(0, 10)), ['2024-02-29', '2028-02-29', '2032-02-29'])
})

test('an endless rule is looked at only where one asks, however far away, and never gives more than asked for', () => {
  const daily = warsaw('FREQ=DAILY')
  assert.deepEqual(occurrencesBetween(daily, { from: '2126-03-01T00:00:00Z', until: '2126-03-03T00:00:00Z' }).map((moment) => moment.slice(0, 10)), ['2126-03-01', '2126-03-02'])
  assert.equal(occurrencesBetween(daily, { from: '2026-01-01T00:00:00Z', until: '2126-01-01T00:00:00Z', limit: 7 }).length, 7)
  assert.equal(lastOccurrence(daily), null)
})

test('the end of a rule holds, by count, by day and by moment', () => {
  assert.equal(lastOccurrence(warsaw('FREQ=DAILY;COUNT=4')), '2026-03-26T08:00:00.000Z')
  assert.equal(lastOccurrence(warsaw('FREQ=WEEKLY;UNTIL=20260330')), '2026-03-30T07:00:00.000Z')
  assert.equal(lastOccurrence(warsaw('FREQ=WEEKLY;UNTIL=20260330T065959Z')), '2026-03-23T08:00:00.000Z')
  assert.equal(nextAfter(warsaw('FREQ=DAILY;COUNT=2'), '2026-03-24T08:00:00Z'), null)
  assert.equal(nextAfter(warsaw('FREQ=WEEKLY;BYDAY=MO,TH'), '2026-03-23T08:00:00Z'), '2026-03-26T08:00:00.000Z')
})

test('the last day of the month is the last of each', () => {
  const found = occurrencesBetween(warsaw('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-01-31T08:00:00.000Z'), year)
  assert.deepEqual(found.map((moment) => moment.slice(0, 10)), ['2026-01-31', '2026-02-28', '2026-03-31'])
})

test('a series cut before one of its moments ends with the one before', () => {
  const cut = warsaw(endedBefore('FREQ=WEEKLY;COUNT=10', '2026-04-06T07:00:00.000Z'))
  assert.equal(lastOccurrence(cut), '2026-03-30T07:00:00.000Z')
  assert.deepEqual([occursAt(cut, '2026-03-30T07:00:00.000Z'), occursAt(cut, '2026-04-06T07:00:00.000Z')], [true, false])
})

test('nonsense is refused in words, at its field', () => {
  const cases: [string, string][] = [
    ['co tydzień', 'recurrence.shape'], ['', 'recurrence.shape'], ['FREQ=SECONDLY', 'recurrence.too_often'], ['FREQ=DAILY;BYHOUR=1,2,3', 'recurrence.too_often'],
    ['FREQ=FORTNIGHTLY', 'recurrence.bad_value'], ['FREQ=DAILY;INTERVAL=0', 'recurrence.bad_value'], ['FREQ=DAILY;COUNT=1000000', 'recurrence.bad_value'],
    ['FREQ=DAILY;UNTIL=20260231', 'recurrence.bad_value'], ['FREQ=WEEKLY;BYDAY=PN', 'recurrence.bad_value'], ['FREQ=WEEKLY;BYDAY=2MO', 'recurrence.not_together'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'recurrence.count_and_until'], ['FREQ=DAILY;FREQ=WEEKLY', 'recurrence.twice'], ['FREQ=DAILY;DTSTART=20260101', 'recurrence.unknown_part'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'recurrence.never'], ['FREQ=MONTHLY;BYSETPOS=1', 'recurrence.not_together'], ['FREQ=DAILY;UNTIL=20200101', 'recurrence.ends_before'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300', 'recurrence.never'], ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1000', 'recurrence.bad_value'], ['FREQ=DAILY\nDTSTART:20200101T000000Z', 'recurrence.bad_value'],
  ]
  for (const [rule, expected] of cases) {
    assert.equal(code(rule), expected, rule)
    assert.equal(whyNotRecurrence(warsaw(rule))?.field, 'recurrence')
  }
  for (const rule of ['FREQ=WEEKLY;BYDAY=MO', 'RRULE:FREQ=MONTHLY;BYDAY=2TU', 'freq=daily;', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1']) assert.equal(code(rule), null, rule)
})

test('what is no rule any more has no occurrences, and breaks nothing', () => {
  assert.deepEqual([occurrencesBetween(warsaw('FREQ=SECONDLY'), year), nextAfter(warsaw('nic'), year.from), lastOccurrence(warsaw('nic'))], [[], null, null])
})

test('a rule that is written is the rule that was read', () => {
  for (const text of ['FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,-1FR;WKST=MO;COUNT=5', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=DAILY;UNTIL=20261231']) {
    const rule = readRecurrence(text)
    assert.ok(!isRefusal(rule))
    assert.deepEqual(readRecurrence(writeRecurrence(rule as Recurrence)), rule)
  }
})

test('a recurrence is said as people say it', () => {
  const cases: [string, string, string][] = [
    ['FREQ=WEEKLY;BYDAY=MO', 'co tydzień w poniedziałki', 'every week on Mondays'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE', 'co 2 tygodnie we wtorki i środy', 'every 2 weeks on Tuesdays and Wednesdays'],
    ['FREQ=WEEKLY;INTERVAL=5;BYDAY=MO,TU,WE,TH,FR', 'co 5 tygodni w dni robocze', 'every 5 weeks on weekdays'],
    ['FREQ=DAILY', 'codziennie', 'every day'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=2', 'co 3 dni, 2 razy', 'every 3 days, 2 times'],
    ['FREQ=MONTHLY;BYDAY=2WE', 'co miesiąc w drugą środę', 'every month on the second Wednesday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'co miesiąc w ostatni piątek', 'every month on the last Friday'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'co miesiąc 1. i 15. dnia', 'every month on the 1st and 15th'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'co miesiąc w ostatni dzień', 'every month on the last day'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'co miesiąc w ostatni dzień roboczy', 'every month on the last weekday'],
    ['FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3;UNTIL=20301231', 'co rok 3 maja, do 31 grudnia 2030', 'every year on 3 May, until 31 December 2030'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'według reguły FREQ=YEARLY;BYWEEKNO=20', 'by the rule FREQ=YEARLY;BYWEEKNO=20'],
  ]
  for (const [rule, pl, en] of cases) assert.deepEqual([describeRecurrence(rule, 'pl'), describeRecurrence(rule, 'en')], [pl, en])
})
