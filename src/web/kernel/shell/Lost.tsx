import { IconMapQuestion } from '@tabler/icons-react'
import { EmptyFace } from '../ui/faces.tsx'
import { useText } from '../ui/language.ts'
import { texts } from './texts.ts'

export function Lost() {
  const t = useText()
  return (
    <EmptyFace icon={<IconMapQuestion size={28} stroke={1.5} aria-hidden />} title={t(texts.lost)}>
      {t(texts.lostText)}
    </EmptyFace>
  )
}
