/** A structure with 200 parts under price lists; a product sought while typing among 50,000. */
import { configure, type Structure, type StructurePrices } from '../src/contract/selling/structure.ts'
import { measure, millis, type Row } from './measure.ts'
import type { BenchWorld } from './world.ts'

const products = 50_000
const parts = 200
const words = ['zawor', 'robot', 'czujnik', 'silow', 'chwyt', 'napęd']

export async function productRows(world: BenchWorld): Promise<Row[]> {
  const whole = await prepareProducts(world)
  const path = `/api/products/${whole}/structure`
  const { structure, prices } = JSON.parse(await world.seller.get(path)) as { structure: Structure; prices: StructurePrices }
  const configured = await measure(async () => configure(structure, { choices: {}, prices, quantity: '20' }), { atOnce: 1, seconds: 3, warmUp: 200 })
  const asked = await measure(() => world.seller.get(path), { atOnce: 1 })
  const sought = await measure((n) => world.seller.get(`/api/products/search?text=${encodeURIComponent(`${words[n % words.length]!}`.slice(0, 3 + (n % 3)))}&limit=10`), { atOnce: 1 })
  const coded = await measure((n) => world.seller.get(`/api/products/search?text=POM-${(n * 7_919) % products}&limit=10`), { atOnce: 1 })
  const base = { size: world.size, raw: '', ratio: '' }
  return [
    { ...base, work: `price of a structure with ${parts} parts under price lists, p95`, ours: millis(configured.p95), promise: '≤ 5 ms', kept: configured.p95 <= 5 && Number(configure(structure, { choices: {}, prices }).price) > 0 },
    { ...base, work: `that structure with its price lists from the server, p95`, ours: millis(asked.p95), promise: 'told', kept: true },
    { ...base, work: `product sought among ${products.toLocaleString('en')} while typing a name, p95`, ours: millis(sought.p95), promise: '≤ 40 ms', kept: sought.p95 <= 40 },
    { ...base, work: 'the same by its code, p95', ours: millis(coded.p95), promise: '≤ 40 ms', kept: coded.p95 <= 40 },
  ]
}

/** Twenty wholes of nine parts under one; every second price in a list based on another. Gives the structure's id. */
async function prepareProducts({ raw }: BenchWorld): Promise<string> {
  await raw.query(`
    insert into product (id, version, created_at, updated_at, search, name, code, kind, unit, vat_rate, price_of, price_amount, price_currency, active)
    select gen_random_uuid(), 1, now(), now(), sedno_fold(n.name || ' ' || n.code), n.name, n.code, 'goods', 'pcs', '23', 'own', 10 + n.at % 900, 'PLN', true
    from (select at, 'POM-' || at as code, (array['Zawór', 'Robot', 'Czujnik', 'Siłownik', 'Chwytak', 'Napęd'])[1 + at % 6] || ' pomiarowy ' || md5(at::text) as name from generate_series(1, ${products}) at) n
    on conflict do nothing`)
  await raw.query(`update product set kind = 'structure', price_of = 'sum' where code in ('POM-1', ${Array.from({ length: 20 }, (_, at) => `'POM-${at + 2}'`).join(', ')})`)
  await raw.query(`
    insert into component (id, version, created_at, updated_at, search, whole, part, kind, quantity, position)
    select gen_random_uuid(), 1, now(), now(), '', w.id, p.id, 'required', 2, at from generate_series(2, ${parts}) at
      join product w on w.code = 'POM-' || case when at <= 21 then 1 else 2 + (at - 22) % 20 end join product p on p.code = 'POM-' || at
    where not exists (select from component c where c.whole = w.id and c.part = p.id)`)
  await raw.query(`
    insert into price_list (id, version, created_at, updated_at, search, name, currency, active) select gen_random_uuid(), 1, now(), now(), '', 'Pomiar', 'PLN', true where not exists (select from price_list where name = 'Pomiar');
    insert into price_list (id, version, created_at, updated_at, search, name, currency, active, based_on, factor, priority)
    select gen_random_uuid(), 1, now(), now(), '', 'Pomiar pochodny', 'PLN', true, id, 90, 5 from price_list l where name = 'Pomiar' and not exists (select from price_list where name = 'Pomiar pochodny');
    insert into price (id, version, created_at, updated_at, search, price_list, product, amount_amount, amount_currency, from_quantity)
    select gen_random_uuid(), 1, now(), now(), '', l.id, p.id, 100 - step, 'PLN', step from price_list l, product p, unnest(array[0, 10, 50]) step
     where l.name = 'Pomiar' and p.code like 'POM-%' and p.price_amount::int % 2 = 0 and not exists (select from price where price_list = l.id);
    analyze product, component, price_list, price`)
  const { rows } = await raw.query<{ id: string }>(`select id from product where code = 'POM-1'`)
  return rows[0]!.id
}
