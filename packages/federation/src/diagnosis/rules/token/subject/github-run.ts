import type { Cause } from '../../../cause.ts'
import type { Pair } from '../../../claims/pair.ts'
import { pairCause } from '../../../claims/pair-cause.ts'
import type { GithubSubject } from '../../../github-subject.ts'
import { type GithubRun, runOf, wordsOfRun } from './github-parts.ts'

/** Trust and token name different runs of a repository. https://docs.github.com/en/actions/reference/security/oidc */
export function runCauses(pair: Pair, stored: GithubSubject, presented: GithubSubject): readonly Cause[] {
  const [trust, token] = [runOf(stored), runOf(presented)]
  if (trust === null || token === null) return []
  if (trust.kind === token.kind) return sameKind(pair, trust, token)
  if (token.kind === 'environment') return [environmentReplaces(pair, trust, token)]
  if (trust.kind === 'environment') return [environmentMissing(pair, trust, token)]
  return [otherKind(pair, trust, token)]
}

function sameKind(pair: Pair, trust: GithubRun, token: GithubRun): readonly Cause[] {
  if (token.name === '***' || trust.name.toLowerCase() === token.name.toLowerCase()) return []
  const isBranch = token.kind === 'branch'
  return [
    pairCause(pair, 'subject', 'entity-other-value', {
      text: `This run does not match: the trust is for ${wordsOfRun(trust)} alone, and the token is of ${wordsOfRun(token)}. ${eventWords(pair)}`.trimEnd(),
      fix: isBranch
        ? 'Trust an environment with protection rules, which serves every branch, or create a trust for this branch; on an application, a flexible one can cover them all.'
        : `Create a trust for ${wordsOfRun(token)}, or run as ${wordsOfRun(trust)}.`,
      action: 'create',
    }),
  ]
}

function environmentReplaces(pair: Pair, trust: GithubRun, token: GithubRun): Cause {
  return pairCause(pair, 'subject', 'environment-replaces-ref', {
    text: `This run does not match: its job names the environment “${token.name}”, so GitHub puts that in the place of ${wordsOfRun(trust)}. Environment beats pull_request, which beats branch and tag; no setting of azure/login changes it.`,
    fix: `Create a trust for the environment “${token.name}”, or remove the environment key from the job.`,
    action: 'create',
  })
}

function environmentMissing(pair: Pair, trust: GithubRun, token: GithubRun): Cause {
  return pairCause(pair, 'subject', 'environment-not-named', {
    text: `This run does not match: the trust is for the environment “${trust.name}”, and the job names none, so its token is of ${wordsOfRun(token)}.`,
    fix: `Add “environment: ${trust.name}” to the job, or create a trust for ${wordsOfRun(token)}.`,
    action: 'create',
  })
}

function otherKind(pair: Pair, trust: GithubRun, token: GithubRun): Cause {
  return pairCause(pair, 'subject', 'entity-other-kind', {
    text: `This run does not match: the trust is for ${wordsOfRun(trust)}, and the token is of ${wordsOfRun(token)}. ${eventWords(pair) || reasonOf(trust, token)}`,
    fix:
      trust.kind === 'pull request'
        ? 'Start the workflow by pull_request, or trust an environment, which serves push and pull request alike.'
        : `Create a trust for ${wordsOfRun(token)}, or trust an environment that all its runs name.`,
    action: 'create',
  })
}

/** What started the run, where the token says it. */
function eventWords({ presented }: Pair): string {
  const event = presented.claims['event_name']
  return typeof event === 'string' && /^\w{1,40}$/.test(event) ? `The run was started by ${event}.` : ''
}

function reasonOf(trust: GithubRun, token: GithubRun): string {
  if (trust.kind === 'pull request') {
    return 'Runs started by push or by hand (workflow_dispatch), even on the branch of a pull request, carry the branch.'
  }
  if (token.kind === 'pull request') return 'Runs of pull requests carry no branch.'
  return trust.name === token.name
    ? `A ${trust.kind} and a ${token.kind} of one name are different refs.`
    : 'Branches and tags are different refs.'
}
