import type { RecordRow } from '../../../contract/records.ts'
import { may, type Session } from '../../kernel/api/session.ts'

/** Of whom it is worth asking; the server says whether one may. */
export const isWithinReach = (record: RecordRow, session: Session): boolean =>
  record.id === session.user.id || session.administrator || may(session, 'users') || (record['superior'] as { id?: string } | null | undefined)?.id === session.user.id
