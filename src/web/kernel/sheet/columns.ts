import type { ReactNode } from 'react'

/** How an edited cell is left: where the keyboard goes from there; a column by its key in the same row. */
export type Leaving = 'down' | 'next' | 'back' | 'stay' | { column: string }

export interface CellInputProps<Row> {
  row: Row
  label: string
  /** What stands in the input when it opens. */
  text: string
  /** Opened by typing: the cursor follows what was typed. Else all of it is selected. */
  typed: boolean
  /** While it is typed: for sums that go along. */
  onType(text: string): void
  /** Null: the cell is left as it is, what was chosen has been written by other means. */
  onDone(text: string | null, leaving: Leaving): void
  onCancel(): void
}

export interface SheetColumn<Row> {
  key: string
  label: string
  /** In pixels; the one that grows takes what is left. */
  width: number
  grows?: boolean
  align?: 'end'
  /** Stays in sight while one goes to the right; the first column alone. */
  pinned?: true
  show(row: Row): ReactNode
  /** As it is edited, copied and pasted. */
  text(row: Row): string
  mayEdit(row: Row): boolean
  /** What it is edited in, when plain text is not enough. */
  input?(props: CellInputProps<Row>): ReactNode
}

export interface CellText {
  row: number
  column: string
  text: string
}

/** What one does with rows; the room knows what they are. */
export interface SheetActs {
  set(cells: readonly CellText[]): void
  /** A cell as it is being typed; null when it is left. */
  typing?(cell: CellText | null): void
  /** Gives how many rows and columns it filled. */
  paste(place: { row: number; column: string }, table: readonly (readonly string[])[]): { rows: number; columns: number }
  /** Gives the row where the new one stands. */
  insert(after: number): number
  remove(from: number, to: number): void
  /** Gives where the row has come to stand. */
  move(row: number, by: 1 | -1): number
  undo(): void
  redo(): void
}
