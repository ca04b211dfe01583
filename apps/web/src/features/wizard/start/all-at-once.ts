import type { Cloud } from '@trustwright/federation'
import type { DraftBody, DraftParent } from '@trustwright/shared-schemas'
import type { HandedRow } from '../../../components/set-up/bulk-hand-over.ts'
import { triggerOf } from '../../../components/workload/github-trigger.ts'
import { wantedTrusts } from '../review/set-up-of-draft.ts'
import type { StartChoice } from './start-choices.ts'
import { isAgeOpen } from './workload-start.ts'

/** Rows for many at once; none where one of the choices still asks for something. */
export function rowsOfChoices(choices: readonly StartChoice[], cloud: Cloud): readonly HandedRow[] {
  const rows = choices.map(({ body }) => rowsOfBody(body, cloud))
  return rows.some(({ length }) => length === 0) ? [] : rows.flat()
}

function rowsOfBody(body: DraftBody, cloud: Cloud): readonly HandedRow[] {
  const trusts = wantedTrusts(body, cloud)
  const shared = { description: body.description, identity: identityOf(body.parent) }
  if (trusts.length > 0 && isAgeOpen(body)) return ofRepository(body, shared)
  return trusts.map(({ name, issuer, subject, audiences: [audience] }) => ({
    ...shared,
    name,
    issuer,
    subject,
    audience,
  }))
}

/** The paste does not say how the subject is made: the page of many asks GitHub, and says where that does not tell. */
function ofRepository(
  { fields, name, audience }: DraftBody,
  shared: Pick<HandedRow, 'description' | 'identity'>,
): readonly HandedRow[] {
  const trigger = triggerOf(fields)
  if (trigger === null || !['', 'github'].includes(fields['hosting'] ?? '')) return []
  const runs = trigger.kind === 'pull-request' ? { pullRequest: 'yes' } : { [trigger.kind]: trigger.name }
  const repository = `${fields['owner'] ?? ''}/${fields['repository'] ?? ''}`
  return [{ ...shared, name, audience, repository, ...runs }]
}

function identityOf(parent: DraftParent | null): string {
  if (parent?.kind !== 'existing') return ''
  return parent.parent.kind === 'application' ? parent.parent.appId : parent.parent.identityName
}
