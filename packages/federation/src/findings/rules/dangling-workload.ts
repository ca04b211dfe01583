import { contextOf, readGithubSubject } from '../../diagnosis/github-subject.ts'
import { deadCauses } from '../dead-causes.ts'
import type { RepositoryFacts } from '../facts/inventory.ts'
import type { NamedWorkload } from '../named-workload.ts'
import { isGone, movedTo } from '../repository-state.ts'
import { fixOf, type Hit, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'

/** Microsoft calls it a dangling credential, and the takeover subject recycling. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const danglingWorkload: TrustRule = {
  id: 'dangling-workload',
  about: 'trust',
  title: 'The workload is gone',
  severity: 'critical',
  because:
    'The name is free: a stranger who registers it at the platform signs in as this identity, without any error.',
  needs: 'What GitHub says of the repository.',
  remedy: 'Delete the trust; where the workload lives on under another name, add a trust with its IDs first.',
  judge(trustCase) {
    const { workload, repository } = trustCase
    if (workload === null || repository === null) return null
    if (!repository.known) return { gap: repository.because }
    const facts = repository.value
    if (isGone(facts)) return gone(trustCase, workload, facts)
    const moved = movedTo(facts, workload.name)
    if (moved !== null) return workload.isPinned ? null : movedAway(trustCase, workload, moved)
    if (facts.repositoryStatus === undefined) return { gap: 'not-told' }
    return deadCauses(trustCase).length > 0 ? null : environmentGone(trustCase, facts)
  },
}

function gone({ trust }: TrustCase, { name, isPinned }: NamedWorkload, facts: RepositoryFacts): Hit {
  const status = facts.repositoryStatus ?? 0
  const evidence = `GitHub answers ${status} for ${name ?? ''}: ${trust.expression ?? trust.subject ?? ''}`
  const news = [`gone ${status}`, String(facts.seesPrivate === true)]
  if (isPinned) {
    return {
      text: `Nobody can use it any more: GitHub shows no repository ${name ?? ''}, and its IDs are never given to another.`,
      evidence,
      fix: fixOf('Delete the trust if the repository no longer exists.', { kind: 'delete' }),
      news,
      severity: 'low',
      because: 'IDs are never given to another repository, so that it is only a leftover.',
    }
  }
  if (facts.seesPrivate === true) {
    return {
      text: `A stranger can take it over: GitHub has no repository ${name ?? ''} any more, and whoever registers the name gets in.`,
      evidence,
      fix: fixOf('Delete the trust now.', { kind: 'delete' }),
      news,
    }
  }
  return {
    text: `A stranger may take it over: GitHub shows no repository ${name ?? ''}, so it was deleted or renamed, or is private.`,
    evidence,
    fix: fixOf('Look the repository up with an account that may see it. Delete the trust if it is gone.'),
    news,
    severity: 'high',
    because: 'The account that looked may not see private repositories, so that the name may still be held.',
  }
}

function movedAway({ trust }: TrustCase, { name }: NamedWorkload, to: string): Hit {
  return {
    text: `A stranger may take it over: the repository is no longer ${name ?? ''}, and whoever registers that name gets in.`,
    evidence: `${trust.expression ?? trust.subject ?? ''} — GitHub leads on to ${to}`,
    fix: fixOf(
      `Add a trust for the repository as it is called now (${to}), with its IDs, then delete this one.`,
    ),
    news: ['moved', to],
    severity: 'high',
    because: 'The old name is kept by a redirect alone, which ends when somebody registers the name.',
  }
}

/** GitHub makes a missing environment when a job first names it, without any protection rule. */
function environmentGone({ trust }: TrustCase, { environments }: RepositoryFacts): Hit | null {
  const context = contextOf(readGithubSubject(trust.subject ?? ''))
  if (context?.key !== 'environment' || context.value === null || environments === undefined) return null
  const wanted = context.value.replaceAll('%3A', ':')
  if (environments.some((known) => known.toLowerCase() === wanted.toLowerCase())) return null
  return {
    text: `Anybody who may push to the repository gets in: it has no environment ${wanted}, and a job that names one makes it, without rules.`,
    evidence: `Environments: ${environments.join(', ') || 'none'} — subject: ${trust.subject ?? ''}`,
    fix: fixOf(`Make the environment ${wanted} with its protection rules, or delete the trust.`, {
      kind: 'delete',
    }),
    news: ['environment', wanted],
    severity: 'medium',
    because: 'Only people who may already push to the repository can use it.',
  }
}
