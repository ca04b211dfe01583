import { createHash } from 'node:crypto'
import type { User } from '../../kernel/entities/directory.ts'

/** The six digits that stand for a person's authenticator: always the same, and shown on the page that asks for them. */
export function secondFactorCode({ objectId }: Pick<User, 'objectId'>): string {
  const number =
    createHash('sha256').update(`second factor of ${objectId}`).digest().readUInt32BE() % 1_000_000
  return String(number).padStart(6, '0')
}
