import { useElementSize } from '@mantine/hooks'
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import style from './preview.module.css'

const height = 720

/** A window of its own width inside the screen, so that the styles for tablets and telephones hold in it as they will there. */
export function Framed({ title, width, children }: { title: string; width: number; children: ReactNode }) {
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const { ref, width: room } = useElementSize<HTMLDivElement>()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const inside = frame?.contentDocument
    if (!inside) return
    const dress = () => dressed(inside)
    dress()
    setRoot(inside.body)
    // Styles that come later, and a change between light and dark, are followed.
    const watching = new MutationObserver(dress)
    watching.observe(document.head, { childList: true })
    watching.observe(document.documentElement, { attributes: true })
    return () => watching.disconnect()
  }, [frame])
  // A computer's screen is shown smaller where there is less room for it.
  const scale = room === 0 ? 1 : Math.min(1, room / width)
  return (
    <div className={style.frameRoom}>
      <div ref={ref} />
      <div className={style.scaled} style={{ width: width * scale, height }}>
        <iframe ref={setFrame} title={title} className={style.frame} style={{ width, height: height / scale, transform: `scale(${scale})` }} />
      </div>
      {root !== null && createPortal(<div className={style.inside} id="app" onClickCapture={onlyLooking} onSubmitCapture={stop} onKeyDownCapture={onlyMoving} onPasteCapture={stop} onDropCapture={stop}>{children}</div>, root)}
    </div>
  )
}

function dressed(inside: Document): void {
  inside.head.replaceChildren(...[...document.querySelectorAll('link[rel="stylesheet"], style')].map((one) => one.cloneNode(true)))
  for (const { name, value } of document.documentElement.attributes) inside.documentElement.setAttribute(name, value)
}

type Happening = { target: EventTarget; stopPropagation(): void; preventDefault(): void }

function stop(event: Happening): void {
  event.stopPropagation()
  event.preventDefault()
}

/** Tabs and folded parts open; nothing is written and nothing leads away. */
function onlyLooking(event: Happening): void {
  if ((event.target as HTMLElement).closest('[role="tab"], summary') === null) stop(event)
}

const moving = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])
function onlyMoving(event: Happening & { key: string; currentTarget: EventTarget }): void {
  const onTab = (event.target as HTMLElement).closest('[role="tab"], summary') !== null
  if (!moving.has(event.key) && !(onTab && (event.key === 'Enter' || event.key === ' '))) stop(event)
}
