import assert from 'node:assert/strict'
import { test } from 'node:test'
import ical, { type VEvent } from 'node-ical'
import { readReply, writeCalendar, type EventText } from './rules.ts'

const meeting: EventText = {
  uid: 'abc@sedno', sequence: 3, stamp: '2026-03-01T08:00:00.000Z', start: '2026-03-16T08:00:00.000Z', end: '2026-03-16T09:00:00.000Z', allDay: false, zone: 'Europe/Warsaw',
  title: 'Rada; zażółć, gęślą \\ jaźń', description: 'Pierwszy wiersz\nDrugi "wiersz"', place: 'Łódź, Piotrkowska 1',
}
const events = (text: string) => Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')
const eventIn = (text: string) => events(text)[0] as VEvent

test('another program reads what was written: words, addresses, the hour in its zone', () => {
  const text = writeCalendar({ method: 'REQUEST', events: [{ ...meeting, organizer: { name: 'Anna "Szef" Żak', mail: 'anna@example.pl' }, attendees: [{ name: 'Łukasz', mail: 'lukasz@example.com', answer: 'maybe' }] }] })
  const read = eventIn(text)
  assert.deepEqual([read.summary, read.description, read.location, read.uid, String(read.sequence)], [meeting.title, meeting.description, meeting.place, 'abc@sedno', '3'])
  assert.equal(read.start.toISOString(), meeting.start)
  assert.equal(read.end?.toISOString(), meeting.end)
  assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  assert.match(text, /METHOD:REQUEST\r\n/)
  const unfolded = text.replaceAll('\r\n ', '')
  assert.match(unfolded, /ORGANIZER;CN=Anna 'Szef' Żak:mailto:anna@example\.pl/)
  assert.match(unfolded, /ATTENDEE;CN=Łukasz;PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:lukasz@example\.com/)
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), 'no line is longer than 75 bytes')
})

test('a weekly meeting keeps its hour over summer time there too, without what was cancelled', () => {
  const text = writeCalendar({ events: [{ ...meeting, recurrence: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260413', without: ['2026-03-30T07:00:00.000Z'] }] })
  assert.match(text, /RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260413T215959Z/)
  assert.match(text, /EXDATE;TZID=Europe\/Warsaw:20260330T090000/)
  const series = eventIn(text)
  const starts = ical.expandRecurringEvent(series, { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-05-01T00:00:00Z') }).map(({ start }) => start.toISOString())
  assert.deepEqual(starts, ['2026-03-16T08:00:00.000Z', '2026-03-23T08:00:00.000Z', '2026-04-06T07:00:00.000Z', '2026-04-13T07:00:00.000Z'])
})

test('an occurrence that was moved replaces the one it stands for', () => {
  const text = writeCalendar({ events: [{ ...meeting, recurrence: 'FREQ=WEEKLY;COUNT=3' }, { ...meeting, instance: '2026-03-23T08:00:00.000Z', start: '2026-03-24T10:00:00.000Z', end: '2026-03-24T11:00:00.000Z' }] })
  const starts = ical.expandRecurringEvent(eventIn(text), { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-05-01T00:00:00Z') }).map(({ start }) => start.toISOString())
  assert.deepEqual(starts, ['2026-03-16T08:00:00.000Z', '2026-03-24T10:00:00.000Z', '2026-03-30T07:00:00.000Z'])
})

test('whole days are days, and end with the day after the last', () => {
  const text = writeCalendar({ events: [{ ...meeting, allDay: true, start: '2026-03-28T23:00:00.000Z', end: '2026-03-30T22:00:00.000Z', recurrence: 'FREQ=YEARLY;UNTIL=20300329T230000Z' }] })
  assert.match(text, /DTSTART;VALUE=DATE:20260329\r\nDTEND;VALUE=DATE:20260331/)
  assert.match(text, /RRULE:FREQ=YEARLY;UNTIL=20300330/)
  assert.doesNotMatch(text, /VTIMEZONE/)
})

test('an answer by mail is read as other programs write it, and what is none is none', () => {
  const reply = (more: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:abc@sedno\r\nSEQUENCE:2\r\nDTSTAMP:20260301T080000Z\r\n${more}END:VEVENT\r\nEND:VCALENDAR\r\n`
  assert.deepEqual(readReply(reply('ATTENDEE;PARTSTAT=ACCEPTED;CN=X:MAILTO:Jan@Example.COM\r\nCOMMENT:Spóźnię się\r\n')), [
    { uid: 'abc@sedno', mail: 'jan@example.com', answer: 'yes', comment: 'Spóźnię się', sequence: 2, instance: null },
  ])
  assert.equal(readReply(reply('RECURRENCE-ID;TZID=Europe/Warsaw:20260330T090000\r\nATTENDEE;PARTSTAT=DECLINED:mailto:jan@example.com\r\n'))![0]!.instance, '2026-03-30T07:00:00.000Z')
  assert.equal(readReply(reply('RECURRENCE-ID:20260330T070000Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:jan@example.com\r\n'))![0]!.instance, '2026-03-30T07:00:00.000Z')
  for (const none of ['', 'Szanowni Państwo', reply('').replace('REPLY', 'REQUEST'), 'BEGIN:VCALENDAR', 'BEGIN:VCARD\r\nEND:VCARD']) assert.equal(readReply(none), null)
})
