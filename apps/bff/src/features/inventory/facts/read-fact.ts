import { knownFact, unknownFact, type Fact } from '@trustwright/federation'
import type { Unreadable } from '@trustwright/shared-schemas'
import { asRefused } from '../../../domain/as-refused.ts'

/** Reads one kind; where Azure refuses it, that is told once, and every fact of it is missing for that reason. */
export async function readFact<T>(
  unreadable: Unreadable[],
  area: { readonly scope: string; readonly displayName: string },
  read: () => Promise<T>,
): Promise<Fact<T>> {
  try {
    return knownFact(await read())
  } catch (error) {
    const { code, detail } = asRefused(error)
    unreadable.push({ kind: 'facts', ...area, code, reason: detail })
    return unknownFact(code === 'FORBIDDEN' ? 'not-allowed' : 'failed')
  }
}
