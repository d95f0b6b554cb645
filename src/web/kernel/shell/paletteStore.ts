import { createSpotlight } from '@mantine/spotlight'

export const [paletteStore, palette] = createSpotlight()
export const openPalette = (): void => palette.open()

/** Spotlight marks the chosen line in the document and keeps its number in the store; it has no call of its own for this. */
export function chooseFirst(): void {
  const { listId } = paletteStore.getState()
  const lines = document.getElementById(listId)?.querySelectorAll('[data-action]') ?? []
  for (const [index, line] of [...lines].entries()) {
    if (index === 0) line.setAttribute('data-selected', 'true')
    else line.removeAttribute('data-selected')
  }
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
