import type { Cloud } from '@trustwright/federation'
import type { DraftBody, SetUpItem } from '@trustwright/shared-schemas'
import { counted } from '../../../lib/words.ts'
import { trustWords } from '../../../components/trust-words.ts'
import type { Answer } from './review-answers.tsx'
import { kindOfParent } from '../parent-of-draft.ts'

interface AnswersOf {
  readonly body: DraftBody
  readonly item: SetUpItem
  /** Of the identity. */
  readonly name: string
  readonly roles: readonly { readonly short: string }[]
  /** Trusts of the same workload that the identity has. */
  readonly already: number
  readonly cloud: Cloud
}

/** Workload, identity and access as they were answered. */
export function answersOf({ body, item, name, roles, already, cloud }: AnswersOf): readonly Answer[] {
  const [first] = item.trusts
  const words =
    first === undefined ? null : trustWords({ issuer: first.issuer, subject: first.subject ?? null }, cloud)
  const others = item.trusts.length - 1
  return [
    {
      step: 'workload',
      term: 'Workload',
      value:
        words === null
          ? ''
          : [words.workload, words.qualifier].filter((part) => part !== null).join(' · ') +
            (others > 0 ? ` and ${counted(others, 'more', 'more')}` : ''),
      why: words?.platform ?? null,
    },
    {
      step: 'identity',
      term: 'Identity',
      value: name,
      why: whyIdentity(body, words?.workload ?? '', already),
    },
    {
      step: 'access',
      term: 'Access',
      value:
        roles.length > 0
          ? roles.map(({ short }) => short).join(', ')
          : body.parent?.kind === 'existing'
            ? 'The roles it has now'
            : 'No role',
      why: whyAccess(body, item, roles),
    },
  ]
}

/** The reasons that were written for roles that need one, as Azure will keep them. */
function whyAccess({ parent }: DraftBody, item: SetUpItem, roles: AnswersOf['roles']): string | null {
  const reasons = item.roles.flatMap(({ reason }, index) =>
    reason === undefined || reason === '' ? [] : [{ reason, role: roles[index]?.short ?? '' }],
  )
  if (roles.length === 0 && parent?.kind !== 'existing')
    return 'It can sign in and do nothing yet. A role can be given later.'
  if (reasons.length === 0) return null
  const isNamed = roles.length > 1
  return reasons
    .map(({ reason, role }) => (isNamed ? `Reason for ${role}: ${reason}` : `Reason: ${reason}`))
    .join(' · ')
}

function whyIdentity(body: DraftBody, workload: string, already: number): string | null {
  const where = whereOf(body)
  if (already === 0) return where
  return `${where ?? ''}, which trusts ${workload} already (${counted(already, 'trust')})`
}

function whereOf({ parent }: DraftBody): string | null {
  const noun = kindOfParent(parent) === 'application' ? 'application' : 'managed identity'
  if (parent === null) return null
  if (parent.kind === 'newApplication') return `New ${noun}`
  if (parent.kind === 'newManagedIdentity')
    return `New ${noun} in ${parent.resourceGroup}, ${parent.location}`
  return parent.parent.kind === 'application'
    ? `Existing ${noun}`
    : `Existing ${noun} in ${parent.parent.resourceGroup}`
}

/** `GitHub`: where the other side of the trust is, and nothing is changed. */
export function platformOf(item: SetUpItem, cloud: Cloud): string {
  const [first] = item.trusts
  if (first === undefined) return 'the platform'
  const { platform } = trustWords({ issuer: first.issuer, subject: first.subject ?? null }, cloud)
  return platform.replace(/ Actions$/, '')
}
