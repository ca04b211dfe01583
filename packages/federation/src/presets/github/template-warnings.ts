import type { FieldValues } from '../../model/preset.ts'
import type { Warning } from '../../model/warning.ts'
import type { ClaimPart } from '../platform/claim-list.ts'
import { partsOf, templateKeyOf } from './custom-subject.ts'
import { hostingOf } from './hosting.ts'

/** Claims that bind a subject to where or how a job runs, not merely to whose it is. */
const narrowing = [
  'context',
  'environment',
  'ref',
  'job_workflow_ref',
  'workflow',
  'workflow_ref',
  'job_workflow_sha',
]

/** Claims that only runs of one owner or enterprise carry. `job_workflow_ref` is none: whoever may call a workflow carries it. */
const owners = [
  'repo',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'enterprise',
  'enterprise_id',
  'workflow_ref',
]

/** What to know about a custom subject template whose claims passed their rules. */
export function templateWarnings(fields: FieldValues): readonly Warning[] {
  const field = templateKeyOf(fields)
  const parts = partsOf(fields)
  const keys = parts.map(({ key }) => key)
  return [
    ...(parts.some(({ value }) => /[*?]/.test(value ?? '')) ? [{ ...wildcard, field }] : []),
    ...(hostingOf(fields) !== 'github' || keys.some((key) => owners.includes(key))
      ? []
      : [{ ...anyone, field }]),
    ...(keys.some((key) => narrowing.includes(key)) ? [] : [{ ...anyRun, field }]),
    ...(keys.includes('job_workflow_ref') ? [{ ...caller, field }] : []),
    ...(parts.some(isCapitalOwner) ? [{ ...smallOwner, field }] : []),
    { ...notDefault, field },
  ]
}

function isCapitalOwner({ key, value }: ClaimPart): boolean {
  return key === 'job_workflow_ref' && /^[^/]*\p{Lu}/u.test(value ?? '')
}

/** https://github.com/Azure/login/issues/492 */
const smallOwner: Warning = {
  code: 'unusual-value',
  severity: 'info',
  text: 'job_workflow_ref was seen with its owner in small letters, whatever GitHub shows elsewhere.',
  fix: 'Compare it with the log of azure/login, which prints job_workflow_ref.',
}

const wildcard: Warning = {
  code: 'wildcard',
  severity: 'block',
  text: 'No token would ever match: Azure takes * and ? as plain characters.',
  fix: 'Write each value in full; add a trust for each further one.',
}

/** Every repository of github.com has the same issuer, and its administrators choose its template. */
const anyone: Warning = {
  code: 'wide-reach',
  severity: 'block',
  text: 'Nothing in it names the owner: strangers can set this template on a repository of their own and get in.',
  fix: 'Put repo, repository_id or repository_owner_id into the template at GitHub, and here.',
}

const anyRun: Warning = {
  code: 'wide-reach',
  severity: 'warn',
  text: 'Any run with these values matches, from every branch and pull request.',
  fix: 'Add context or environment to the template at GitHub, and here.',
}

const caller: Warning = {
  code: 'caller-subject',
  severity: 'info',
  text: 'The repository in the subject is the calling one; the called workflow stands in job_workflow_ref alone.',
  fix: 'Give id-token: write in the calling workflow too.',
}

const notDefault: Warning = {
  code: 'not-default-subject',
  severity: 'info',
  text: 'A repository sends this only after it was opted in: an organization’s template alone changes nothing.',
  fix: 'Check by: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub',
}
