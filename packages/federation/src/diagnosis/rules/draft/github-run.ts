import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { contextOf, contextWords, type GithubPart, readGithubSubject } from '../../github-subject.ts'
import { differsInCaseOnly } from '../../letters.ts'

const precedence =
  'GitHub, not azure/login, builds the subject: an environment beats pull_request, which beats the ref.'

/** What the job names against what the trust names. https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
export const githubRun: DraftRule = (draft) => {
  if (draft.issuerPlatform !== 'github') return []
  const context = contextOf(readGithubSubject(draft.subject))
  if (context === null) return []
  const { jobEnvironment } = draft.github
  if (jobEnvironment !== undefined && jobEnvironment !== '')
    return byEnvironment(draft, context, jobEnvironment)
  return [
    ...(jobEnvironment === '' && context.key === 'environment' ? [notNamed(draft, context)] : []),
    ...unknownEnvironment(draft, context),
    ...byRef(draft, context),
    ...byTriggers(draft, context),
  ]
}

function byEnvironment(draft: DraftView, context: GithubPart, environment: string): Cause[] {
  const { value } = context
  if (context.key === 'environment') {
    if (value === environment || differsInCaseOnly(value ?? '', environment)) return []
    return [
      causeOf('entity-other-value', {
        severity: 'block',
        certainty: 'certain',
        field: 'subject',
        text: `The job’s token does not match: it names the environment ${environment}, and the trust ${value ?? ''}.`,
        evidence: `Job: environment: ${environment} — subject: ${draft.subject}`,
        fix: `Add a trust for the environment ${environment}, or name ${value ?? ''} in the job.`,
        action: setContext(draft, context, `environment:${environment}`),
      }),
    ]
  }
  return [
    causeOf('environment-replaces-ref', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: `The job’s token does not match: it names the environment ${environment}, which stands in its subject in the place of ${contextWords(context)}.`,
      evidence: `Job: environment: ${environment} — subject: ${draft.subject}. ${precedence}`,
      fix: `Make the trust for the environment ${environment}, or drop the environment key from the job.`,
      action: setContext(draft, context, `environment:${environment}`),
    }),
  ]
}

function notNamed({ subject }: DraftView, { value }: GithubPart): Cause {
  return causeOf('environment-not-named', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: `The job’s token does not match: the job names no environment, and the trust is for ${value ?? ''}.`,
    evidence: `Subject: ${subject}. ${precedence}`,
    fix: `Add “environment: ${value ?? ''}” to the job, or make the trust for its branch.`,
  })
}

/** GitHub makes an environment when a job first names it, so a missing one is no proof. */
function unknownEnvironment({ github, subject }: DraftView, { key, value }: GithubPart): Cause[] {
  const known = github.environments
  if (key !== 'environment' || known === undefined || value === null) return []
  if (known.some((name) => name.toLowerCase() === value.toLowerCase())) return []
  return [
    causeOf('entity-other-value', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: `No job matches yet: the repository has no environment ${value}.`,
      evidence: `Environments: ${known.join(', ') || 'none'} — subject: ${subject}`,
      fix: 'Use one of these, or create the environment with its rules first.',
    }),
  ]
}

function byRef(draft: DraftView, context: GithubPart): Cause[] {
  const { jobRef } = draft.github
  if (jobRef === undefined || context.key === 'environment' || context.value === jobRef) return []
  if (jobRef.startsWith('refs/pull/')) return ofPullRequest(draft, context, jobRef)
  const isSameKind = context.value !== null && context.value.split('/')[1] === jobRef.split('/')[1]
  const ran = contextWords({ key: 'ref', value: jobRef })
  return [
    causeOf(isSameKind ? 'entity-other-value' : 'entity-other-kind', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: `The job’s token does not match: it runs from ${ran}, and the trust is for ${contextWords(context)}.`,
      evidence: `Ref of the job: ${jobRef} — subject: ${draft.subject}`,
      fix: `Make the trust for ${ran}, or for an environment that the job names.`,
      action: setContext(draft, context, `ref:${jobRef}`),
    }),
  ]
}

/** Runs of a pull request have a ref of their own, which the subject does not carry. */
function ofPullRequest(draft: DraftView, context: GithubPart, jobRef: string): Cause[] {
  if (context.key === 'pull_request') return []
  return [
    causeOf('entity-other-kind', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: `The job’s token does not match: it runs for a pull request and carries pull_request, and the trust is for ${contextWords(context)}.`,
      evidence: `Ref of the job: ${jobRef} — subject: ${draft.subject}`,
      fix: 'Make the trust for pull requests, or for an environment that the job names.',
      action: setContext(draft, context, 'pull_request'),
    }),
  ]
}

const ofPullRequests = ['pull_request', 'pull_request_review', 'pull_request_review_comment']

/** What starts the workflow decides which subjects its runs carry. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows */
function byTriggers(draft: DraftView, context: GithubPart): Cause[] {
  const { triggers = [] } = draft.github
  if (triggers.length === 0 || context.key === 'environment') return []
  const isBranch = context.value?.startsWith('refs/heads/') === true
  const other = triggers.filter(
    (trigger) => ofPullRequests.includes(trigger) !== (context.key === 'pull_request'),
  )
  const odd = isBranch
    ? triggers.filter((trigger) => ofPullRequests.includes(trigger) || trigger === 'release')
    : other
  if (odd.length > 0 && (context.key === 'pull_request' || isBranch)) return [otherKind(draft, context, odd)]
  const open = triggers.filter((trigger) =>
    ['workflow_dispatch', 'repository_dispatch', 'merge_group'].includes(trigger),
  )
  return isBranch && open.length > 0 ? [otherBranches(draft, context, open)] : []
}

function otherKind(draft: DraftView, context: GithubPart, odd: readonly string[]): Cause {
  return causeOf('entity-other-kind', {
    severity: 'warn',
    certainty: 'likely',
    field: 'subject',
    text: `Runs started by ${odd.join(', ')} do not match: their tokens do not carry ${context.key === 'pull_request' ? 'pull_request but their branch or tag' : `the ${contextWords(context)} but ${odd.includes('release') ? 'their tag' : 'pull_request'}`}.`,
    evidence: `Triggers: ${(draft.github.triggers ?? []).join(', ')} — subject: ${draft.subject}`,
    fix: 'Use a trust for a GitHub environment that the job names: it fits every trigger.',
  })
}

function otherBranches(draft: DraftView, context: GithubPart, open: readonly string[]): Cause {
  return causeOf('other-branches', {
    severity: 'warn',
    certainty: 'possible',
    field: 'subject',
    text: `Runs from any other branch do not match: ${open.join(', ')} takes the branch that a person chooses, and the trust is for ${contextWords(context)} alone.`,
    evidence: `Triggers: ${(draft.github.triggers ?? []).join(', ')} — subject: ${draft.subject}`,
    fix: 'Use a trust for a GitHub environment with protection rules, and name that environment in the job.',
  })
}

function setContext(draft: DraftView, { key, value }: GithubPart, wanted: string) {
  const stored = value === null ? key : `${key}:${value}`
  return { kind: 'set', field: 'subject', value: draft.subject.replace(stored, () => wanted) } as const
}
