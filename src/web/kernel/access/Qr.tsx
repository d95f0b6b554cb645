import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import style from './access.module.css'

const quiet = 4

/** Always dark on white, whatever the scheme: cameras want it so. ISO/IEC 18004, with the quiet zone it asks for. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => draw(text), [text])
  return (
    <svg className={style.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function draw(text: string): { path: string; size: number } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const lines = Array.from({ length: count }, (_, row) => row).flatMap((row) =>
    Array.from({ length: count }, (_, column) => column).filter((column) => code.isDark(row, column)).map((column) => `M${column + quiet} ${row + quiet}h1v1h-1z`))
  return { path: lines.join(''), size: count + 2 * quiet }
}
