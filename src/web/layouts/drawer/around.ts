import { useMemo } from 'react'
import { useMetadata } from '../../kernel/api/metadata.ts'
import { surroundingsOf, type Surroundings } from '../../kernel/shaping/scope.ts'
import type { Canvas } from '../editor/useCanvas.ts'

/** What a condition over records of this object may mention. */
export function useAround({ configuration }: Canvas, object: string): Surroundings {
  const metadata = useMetadata()
  return useMemo(() => surroundingsOf(configuration.objects, metadata, { object }), [configuration, metadata, object])
}
