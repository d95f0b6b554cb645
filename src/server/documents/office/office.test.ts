import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph } from '../writers/shipped/build.ts'
import { docxOf, xlsxOf } from '../testing/files.ts'
import { officeProgram, OfficeError, openOffice, type OfficeFailure } from './actions.ts'

/** A program in LibreOffice's place: says it is ready, then does as told. */
const standIn = (then: string) => ({ program: process.execPath, arguments: ['-e', `console.log('{"ready":true}'); process.stdin.on('data', () => { ${then} })`, '--'] })
const whyNot = (why: OfficeFailure) => (error: unknown) => error instanceof OfficeError && error.why === why

test('a LibreOffice that hangs is killed after its time, and the next document gets a new one', async () => {
  const office = openOffice({ limitMs: 300, command: standIn('') })
  try {
    await assert.rejects(office.toPdf(new Uint8Array(), 'docx'), whyNot('slow'))
    await assert.rejects(office.toPdf(new Uint8Array(), 'docx'), whyNot('slow'))
  } finally {
    await office.close()
  }
})

test('a LibreOffice that dies is said to have died', async () => {
  const office = openOffice({ command: standIn('process.exit(1)') })
  await assert.rejects(office.toPdf(new Uint8Array(), 'docx'), whyNot('died'))
  await office.close()
})

test('one that cannot be started at all is said to have died, too, and nothing is left waiting', async () => {
  const office = openOffice({ command: { program: '/nowhere/soffice', arguments: [] } })
  await assert.rejects(office.toPdf(new Uint8Array(), 'docx'), whyNot('died'))
  await office.close()
})

const isThere = (await officeProgram()) !== null

test('DOCX and XLSX become PDF, and what is neither is refused without harm to the next', { skip: isThere ? false : 'LibreOffice is not installed here' }, async () => {
  const office = openOffice()
  try {
    const start = (pdf: Uint8Array) => Buffer.from(pdf.subarray(0, 5)).toString()
    assert.equal(start(await office.toPdf(docxOf(paragraph('Zażółć gęślą jaźń')), 'docx')), '%PDF-')
    assert.equal(start(await office.toPdf(xlsxOf([['Łódź', 1]]), 'xlsx')), '%PDF-')
    await assert.rejects(office.toPdf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'docx'), (error) => error instanceof OfficeError)
    assert.equal(start(await office.toPdf(docxOf(paragraph('jeszcze raz')), 'docx')), '%PDF-')
  } finally {
    await office.close()
  }
})
