import type { CauseCode } from '../diagnosis/codes.ts'
import { judgeWrite, type PlannedWrite } from '../diagnosis/judge-write.ts'
import type { WriteContext } from '../diagnosis/write-view.ts'
import { aboveInfo, rightTrust } from './said.ts'

/** Codes of what is said above `info` of writing a right trust. */
export function saidOfWrite(context: WriteContext, change: Partial<PlannedWrite> = {}): readonly CauseCode[] {
  const write = { operation: 'create', parentKind: 'managedIdentity', draft: rightTrust, ...change } as const
  return aboveInfo(judgeWrite({ ...write, context }))
}
