import { useQuery } from '@tanstack/react-query'
import { availableMarkers, offeredTemplates, readSettings } from '../../server/documents/contract.ts'
import { queries } from '../kernel/api/client.ts'
import { call } from '../kernel/api/request.ts'

export const useOffered = (object: string) => useQuery({ queryKey: ['documents', 'offered', object], queryFn: ({ signal }) => call(offeredTemplates, { query: { object } }, signal) })

export const useMarkers = (object: string, inside: boolean) =>
  useQuery({ queryKey: ['documents', 'markers', object, inside], queryFn: ({ signal }) => call(availableMarkers, { query: { object, inside: inside ? 'true' : 'false' } }, signal) })

const settingsKey = ['documents', 'settings'] as const
export const useSettings = () => useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => call(readSettings, {}, signal) })
export const settingsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: settingsKey })
export const documentsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['documents'] })
