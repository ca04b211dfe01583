import type { Cause } from '../../../cause.ts'
import type { Pair } from '../../../claims/pair.ts'
import { pairCause } from '../../../claims/pair-cause.ts'
import type { GithubSubject } from '../../../github-subject.ts'
import { isRunKey, runOf, valueOf } from './github-parts.ts'

const read =
  'Read the template by: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub, and store its claims in their order.'

/** The claims that trust and token list are others, or stand in another order. */
export function templateCauses(
  pair: Pair,
  stored: GithubSubject,
  presented: GithubSubject,
): readonly Cause[] {
  const [trust, token] = [keysOf(stored), keysOf(presented)]
  if (trust.join() === token.join()) return []
  const missing = token.filter((key) => !trust.includes(key))
  const surplus = trust.filter((key) => !token.includes(key))
  const isDefault = token.join() === 'repo,context'
  if (surplus.length > 0 && (missing.length === 0 || isDefault)) {
    return [
      pairCause(pair, 'subject', 'github-no-template', {
        text: `No run matches: the trust lists ${list(surplus)}, which the token’s subject does not carry. The custom template is not in force in this repository.`,
        fix: 'Opt the repository in to the template at GitHub (use_default: false), or store the subject as the token carries it.',
        action: 'set',
      }),
    ]
  }
  return [
    pairCause(pair, 'subject', 'github-template', {
      text:
        missing.length === 0
          ? `No run matches: the claims stand in another order. The custom template of the repository gives ${list(token)}.`
          : `No run matches: a custom template of the organization or repository adds ${list(missing)} to the subject, and the trust does not follow it.`,
      fix: read,
      action: 'set',
    }),
  ]
}

/** Repository and run count as one claim each, since other rules compare them. */
function keysOf(subject: GithubSubject): readonly string[] {
  const run = runOf(subject)
  const runAt = subject.parts.findIndex(({ key }) => isRunKey(key))
  const keys = subject.parts
    .map(({ key }, at) => (run !== null && at === runAt ? 'context' : key))
    .filter((key) => !isRunKey(key))
  return keys
}

/** Claims of a template that both list, with other values. */
export function templateValueCauses(
  pair: Pair,
  stored: GithubSubject,
  presented: GithubSubject,
): readonly Cause[] {
  return presented.parts.flatMap(({ key, value }) => {
    const trust = valueOf(stored.parts, key)
    if (
      key === 'repo' ||
      isRunKey(key) ||
      value === null ||
      trust === undefined ||
      trust.toLowerCase() === value.toLowerCase()
    )
      return []
    return key === 'job_workflow_ref'
      ? [workflowCause(pair, trust, value)]
      : [valueCause(pair, key, trust, value)]
  })
}

function workflowCause(pair: Pair, trust: string, token: string): Cause {
  const [trustPath, trustRef] = partsAt(trust)
  const [tokenPath, tokenRef] = partsAt(token)
  if (trustPath.toLowerCase() === tokenPath.toLowerCase()) {
    const isFlip = trustRef.replace(/^refs\/heads\//, '') === tokenRef.replace(/^refs\/tags\//, '')
    return pairCause(pair, 'subject', 'github-workflow-ref', {
      text: isFlip
        ? `This run does not match: job_workflow_ref ends in ${tokenRef}, a tag, and the trust has the branch ${trustRef}. A tag of the same name wins over the branch.`
        : `This run does not match: job_workflow_ref ends in ${tokenRef || 'no ref'}, and the trust has ${trustRef || 'none'}.`,
      fix: isFlip
        ? `Delete the tag, or call the workflow by @${trustRef}.`
        : 'Call the reusable workflow at the ref that is trusted, or create a trust for this one.',
      action: 'create',
    })
  }
  const isDoubled = /\/\.github\/workflows\/(?:.*\/)?\.github\/workflows\//.test(trust)
  return pairCause(pair, 'subject', 'github-workflow-path', {
    text: isDoubled
      ? 'No run matches: job_workflow_ref in the trust holds .github/workflows/ twice.'
      : `This run does not match: its job_workflow_ref is ${token}, and the trust has ${trust}.`,
    fix: isDoubled
      ? 'Write .github/workflows/ once.'
      : 'Store job_workflow_ref as the token carries it: owner/repository/.github/workflows/file.yml@ref.',
    action: 'set',
  })
}

function valueCause(pair: Pair, key: string, trust: string, token: string): Cause {
  return pairCause(pair, 'subject', key.endsWith('_id') ? 'github-other-ids' : 'subject-differs', {
    text: `This run does not match: its ${key} is ${token}, and the trust has ${trust}.`,
    fix: `If the run with ${key} ${token} may use this identity, create a trust for it.`,
    action: 'create',
  })
}

function partsAt(workflow: string): readonly [string, string] {
  const at = workflow.indexOf('@')
  return at < 0 ? [workflow, ''] : [workflow.slice(0, at), workflow.slice(at + 1)]
}

function list(keys: readonly string[]): string {
  return keys.join(', ')
}
