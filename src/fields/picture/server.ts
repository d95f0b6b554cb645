import { documentServer } from '../file/document.ts'

export const server = documentServer<'picture'>()
