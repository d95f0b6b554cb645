import { documentServer } from './document.ts'

export const server = documentServer<'file'>()
