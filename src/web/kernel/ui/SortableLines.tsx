import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd'
import { IconGripVertical } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { useText } from './language.ts'
import style from './sorting.module.css'
import { sorting as texts } from './texts.ts'
import { styleNonce } from './theme.ts'

interface LinesProps<L> {
  lines: readonly L[]
  keyOf(line: L): string
  nameOf(line: L): string
  onMove(from: number, to: number): void
  children(line: L, index: number): ReactNode
  label: string
}

/** Lines whose order is changed by dragging, by finger, or by Space and arrows on the handle. */
export function SortableLines<L>({ lines, keyOf, nameOf, onMove, children, label }: LinesProps<L>) {
  const t = useText()
  const id = useId()
  const drop = ({ source, destination }: DropResult) => {
    if (destination && destination.index !== source.index) onMove(source.index, destination.index)
  }
  return (
    <DragDropContext onDragEnd={drop} nonce={styleNonce()} dragHandleUsageInstructions={t(texts.dragHelp)}>
      <Droppable droppableId={id}>
        {(list) => (
          <ul ref={list.innerRef} {...list.droppableProps} className={style.lines} aria-label={label}>
            {lines.map((line, index) => (
              <Draggable key={keyOf(line)} draggableId={`${id} ${keyOf(line)}`} index={index}>
                {(item, { isDragging }) => (
                  <li ref={item.innerRef} {...item.draggableProps} className={style.line} data-lifted={isDragging || undefined} style={item.draggableProps.style}>
                    <WithGrip grip={<span {...item.dragHandleProps} className={style.grip} aria-label={t(texts.move, { name: nameOf(line) })}><IconGripVertical size={15} stroke={1.7} aria-hidden /></span>}>{children(line, index)}</WithGrip>
                  </li>
                )}
              </Draggable>
            ))}
            {list.placeholder}
          </ul>
        )}
      </Droppable>
    </DragDropContext>
  )
}

const WithGrip = ({ grip, children }: { grip: ReactNode; children: ReactNode }) => <div className={style.withGrip}>{grip}{children}</div>

export function moved<L>(lines: readonly L[], from: number, to: number): L[] {
  const rest = lines.filter((_, at) => at !== from)
  return [...rest.slice(0, to), lines[from]!, ...rest.slice(to)]
}
