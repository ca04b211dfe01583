import { readGithubSubject } from '../../diagnosis/github-subject.ts'
import type { RepositoryFacts } from '../facts/inventory.ts'
import { fixOf, type Hit, type TrustRule } from '../rule.ts'
import type { TrustCase } from '../trust-case.ts'
import { subjectWithIds } from '../subject-with-ids.ts'
import { isGone, movedTo } from '../repository-state.ts'

/** https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects */
export const idMigrationDue: TrustRule = {
  id: 'id-migration-due',
  about: 'trust',
  title: 'Ready to switch to immutable IDs',
  severity: 'medium',
  because:
    'The repository and its IDs are known, so the open risk of a recycled name can be closed now, without downtime.',
  needs: 'What GitHub says of the repository: its IDs and the form of its subjects.',
  remedy:
    'Add the trust with IDs, turn on immutable subjects at GitHub, see a run work, then delete this one.',
  yieldsTo: ['cannot-match', 'dead-twin'],
  judge(trustCase) {
    const { workload, repository, trust } = trustCase
    if (workload === null || workload.isPinned || repository === null || trust.subject === null) return null
    if (!repository.known) return { gap: repository.because }
    const facts = repository.value
    if (facts.repositoryStatus === undefined || isGone(facts)) return null
    if (movedTo(facts, workload.name) !== null) return null
    if (readGithubSubject(trust.subject).repository === null) return null
    const wanted = subjectWithIds(trust.subject, facts)
    return wanted === null ? { gap: 'not-told' } : due(trustCase, facts, wanted)
  },
}

function due({ trust, world }: TrustCase, facts: RepositoryFacts, wanted: string): Hit {
  const successor = world
    .trustsOf(trust.parentKey)
    .find((other) => other.issuer === trust.issuer && other.subject === wanted)
  const [audience = ''] = trust.audiences
  const sends = facts.useImmutableSubject === true ? 'already sends IDs' : 'still sends names'
  return {
    text:
      successor === undefined
        ? 'Whoever takes the repository’s name later gets in, although its IDs are known: the trust can name them.'
        : `Whoever takes the repository’s name later gets in: ${successor.name} with the IDs stands beside it, and this one was left.`,
    evidence: `${trust.subject ?? ''} — with IDs: ${wanted}. The repository ${sends}.`,
    fix:
      successor === undefined
        ? fixOf(
            'Add the trust with IDs, turn on immutable subjects at GitHub, see a run work, then delete this one.',
            {
              kind: 'create',
              issuer: trust.issuer,
              subject: wanted,
              audience,
            },
          )
        : fixOf(`See a run work by ${successor.name}, then delete this one.`, { kind: 'delete' }),
    news: [wanted, successor?.key ?? ''],
  }
}
