import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountInWords, numberInWords } from './words.ts'

const pln = (amount: string, options = {}) => amountInWords({ amount, currency: 'PLN' }, 'pl', options)

test('amounts in Polish have the right form of the złoty and the grosz', () => {
  for (const [amount, said] of [
    ['0.00', 'zero złotych zero groszy'],
    ['0.01', 'zero złotych jeden grosz'],
    ['1.00', 'jeden złoty zero groszy'],
    ['2.02', 'dwa złote dwa grosze'],
    ['5.05', 'pięć złotych pięć groszy'],
    ['12.14', 'dwanaście złotych czternaście groszy'],
    ['21.21', 'dwadzieścia jeden złotych dwadzieścia jeden groszy'],
    ['22.22', 'dwadzieścia dwa złote dwadzieścia dwa grosze'],
    ['100.10', 'sto złotych dziesięć groszy'],
    ['112.00', 'sto dwanaście złotych zero groszy'],
    ['1000.00', 'tysiąc złotych zero groszy'],
    ['1234.50', 'tysiąc dwieście trzydzieści cztery złote pięćdziesiąt groszy'],
    ['2000.00', 'dwa tysiące złotych zero groszy'],
    ['5001.00', 'pięć tysięcy jeden złotych zero groszy'],
    ['1000001.00', 'milion jeden złotych zero groszy'],
    ['2345678.90', 'dwa miliony trzysta czterdzieści pięć tysięcy sześćset siedemdziesiąt osiem złotych dziewięćdziesiąt groszy'],
    ['999999999999999.99', 'dziewięćset dziewięćdziesiąt dziewięć bilionów dziewięćset dziewięćdziesiąt dziewięć miliardów dziewięćset dziewięćdziesiąt dziewięć milionów dziewięćset dziewięćdziesiąt dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć złotych dziewięćdziesiąt dziewięć groszy'],
    ['-3.00', 'minus trzy złote zero groszy'],
  ] as const) assert.equal(pln(amount), said, amount)
})

test('a currency of feminine gender has one crown, two crowns and twenty-one crowns in their forms', () => {
  const czk = (amount: string) => amountInWords({ amount, currency: 'CZK' }, 'pl')
  assert.equal(czk('1.00'), 'jedna korona czeska zero halerzy')
  assert.equal(czk('2.00'), 'dwie korony czeskie zero halerzy')
  assert.equal(czk('21.00'), 'dwadzieścia jeden koron czeskich zero halerzy')
  assert.equal(czk('2002.00'), 'dwa tysiące dwie korony czeskie zero halerzy')
  assert.equal(amountInWords({ amount: '1.00', currency: 'EUR' }, 'pl'), 'jedno euro zero eurocentów')
})

test('a currency without words goes by its code, one without a minor unit has none', () => {
  assert.equal(amountInWords({ amount: '12.30', currency: 'BRL' }, 'pl'), 'dwanaście BRL 30/100')
  assert.equal(amountInWords({ amount: '1200', currency: 'JPY' }, 'en'), 'one thousand two hundred Japanese yen')
  assert.equal(pln('1234.50', { short: true }), 'tysiąc dwieście trzydzieści cztery złote 50/100')
})

test('amounts in English', () => {
  assert.equal(amountInWords({ amount: '1005.01', currency: 'PLN' }, 'en'), 'one thousand and five Polish zlotys and one grosz')
  assert.equal(amountInWords({ amount: '1.00', currency: 'USD' }, 'en'), 'one US dollar and zero cents')
  assert.equal(amountInWords({ amount: '342117.45', currency: 'EUR' }, 'en'), 'three hundred and forty-two thousand one hundred and seventeen euros and forty-five cents')
})

test('a number is said without a currency; one too long to be said is not', () => {
  assert.equal(numberInWords('21', 'pl'), 'dwadzieścia jeden')
  assert.equal(numberInWords('1.5', 'pl'), 'jeden i 50/100')
  assert.equal(numberInWords('9'.repeat(40), 'pl'), null)
})
