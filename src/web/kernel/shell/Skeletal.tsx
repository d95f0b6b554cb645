import { Skeleton } from '@mantine/core'
import { useText } from '../ui/language.ts'
import { common } from '../ui/texts.ts'
import style from './shell.module.css'

/** The shell's outline until it is known who is there. */
export function Skeletal() {
  const t = useText()
  return (
    <div className={style.shell} role="status" aria-label={t(common.waiting)}>
      <div className={style.nav}>
        <div className={style.brand}>
          <span className={style.dot} />
          Sedno
        </div>
        {[70, 58, 64, 50].map((width) => (
          <Skeleton key={width} height={12} width={`${width}%`} mt={18} ml={8} radius="xs" />
        ))}
      </div>
      <div className={style.main}>
        <div className={style.top} />
      </div>
    </div>
  )
}
