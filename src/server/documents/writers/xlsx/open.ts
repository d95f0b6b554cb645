import type { Archive } from '../../reading/archive.ts'
import type { Template } from '../template.ts'

export function openXlsx(_archive: Archive): Template {
  throw new Error('not yet')
}
