import { Go } from '../kernel/ui/Go.tsx'
import style from './sales.module.css'

export interface TileOf {
  key: string
  label: string
  figure: string
  more?: string
  href?: string
}

/** The figures one came for. */
export function Tiles({ tiles }: { tiles: readonly TileOf[] }) {
  return (
    <ul className={style.tiles}>
      {tiles.map(({ key, label, figure, more, href }) => {
        const inside = <><span className={style.tileName}>{label}</span><span className={style.tileFigure}>{figure}</span>{more && <span className={style.tileMore}>{more}</span>}</>
        return <li key={key} className={style.tile}>{href === undefined ? inside : <Go className={style.tileLink} href={href}>{inside}</Go>}</li>
      })}
    </ul>
  )
}
