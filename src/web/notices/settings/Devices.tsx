import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBellPlus } from '@tabler/icons-react'
import { RefusedFace, Waiting } from '../../kernel/ui/faces.tsx'
import { useText } from '../../kernel/ui/language.ts'
import { complain, refused, told } from '../../kernel/ui/notify.tsx'
import { useAct } from '../../kernel/ui/useAct.ts'
import { addDevice, devicesQuery, removeDevice, testDevices } from './api.ts'
import { canPush, leaveThisDevice, subscribeThisDevice, thisEndpoint } from './device.ts'
import { texts } from './texts.ts'
import style from '../notices.module.css'

/** One's own devices that take push messages. */
export function Devices() {
  const t = useText()
  const devices = useQuery(devicesQuery)
  const here = useQuery({ queryKey: ['thisDevice'], queryFn: thisEndpoint, staleTime: 0 })
  const add = useAct(async (publicKey: string) => {
    const subscription = await subscribeThisDevice(publicKey)
    if (subscription === 'denied') return complain(t(texts.denied))
    await addDevice(subscription)
    await here.refetch()
    told(t(texts.added))
  }, refused)
  const remove = useAct(async (id: string, endpoint: string) => {
    await removeDevice(id)
    if (endpoint === here.data) await leaveThisDevice()
    await here.refetch()
  }, refused)
  const test = useAct(async () => told(t(texts.tested, { count: (await testDevices()).devices })), refused)
  if (devices.isError) return <RefusedFace error={devices.error} onRetry={() => void devices.refetch()} />
  if (devices.isPending) return <Waiting lines={3} />
  const { publicKey, devices: list } = devices.data
  const isAdded = list.some(({ endpoint }) => endpoint === here.data)
  return (
    <>
      {list.length === 0 ? <p className={style.note}>{t(texts.noneYet)}</p> : (
        <ul className={style.devices}>
          {list.map(({ id, device, endpoint }) => (
            <li key={id} className={style.device}>
              <span className={style.deviceName}>{device} {endpoint === here.data && <Badge color="teal" variant="light">{t(texts.thisOne)}</Badge>}</span>
              <Button size="compact-sm" variant="default" disabled={remove.busy} aria-label={t(texts.removeOne, { device })} onClick={() => void remove.run(id, endpoint)}>{t(texts.removeThis)}</Button>
            </li>
          ))}
        </ul>
      )}
      {!canPush() && <p className={style.note}>{t(texts.unsupported)}</p>}
      <div className={style.row}>
        {canPush() && !isAdded && <Button leftSection={<IconBellPlus size={16} stroke={1.6} />} loading={add.busy} onClick={() => void add.run(publicKey)}>{t(texts.addThis)}</Button>}
        {list.length > 0 && <Button variant="default" loading={test.busy} onClick={() => void test.run()}>{t(texts.testPush)}</Button>}
      </div>
    </>
  )
}
