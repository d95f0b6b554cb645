import { useMemo } from 'react'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { surroundingsOf, type Surroundings } from '../../kernel/shaping/scope.ts'
import type { Canvas } from '../editor/useCanvas.ts'

/** What a condition over records of this object may mention; `isWhere`: one that says which of them a list shows. */
export function useAround({ configuration }: Canvas, object: string, isWhere = false): Surroundings {
  const metadata = useMetadata()
  return useMemo(() => surroundingsOf(configuration.objects, metadata, { object, isWhere }), [configuration, metadata, object, isWhere])
}
