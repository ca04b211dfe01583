import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule } from '../../draft-view.ts'
import { readGithubSubject } from '../../github-subject.ts'
import { isSwallowed, repairEnding, repairStart } from '../../github-repair.ts'
import { quoted } from '../../letters.ts'

/** Subjects that GitHub never writes. https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims */
export const githubGrammar: DraftRule = (draft) => {
  if (draft.issuerPlatform !== 'github' || draft.subject.trim() === '') return []
  if (/^\s*claims\s*\[/.test(draft.subject)) return []
  if (draft.subjectPlatform !== null && draft.subjectPlatform !== 'github') return []
  const found = grammarFault(draft.subject.trim(), /\/_services\/token\/*$/.test(draft.issuer))
  return found === null ? [] : [found]
}

function grammarFault(subject: string, isServer: boolean): Cause | null {
  const start = repairStart(subject)
  const startRepaired = start?.subject ?? subject
  const { repository, parts, lostAt } = readGithubSubject(startRepaired)
  if (isSwallowed(startRepaired)) return swallowed(startRepaired)
  const why = [start?.why]
  let wanted = startRepaired
  if (lostAt !== null) {
    if (isPattern(lostAt)) return null
    if (parts.at(-1)?.key === 'pull_request') {
      const alone = startRepaired.slice(0, startRepaired.length - lostAt.length - 1)
      return malformed(subject, 'pull_request stands alone, without a branch', alone)
    }
    if (parts.at(-1)?.key === 'environment') return isServer ? null : plainColon(subject, lostAt)
    const ending = repairEnding(lostAt)
    if (ending === null && start === null) return unknownForm(subject, lostAt, repository !== null)
    why.push(ending?.why)
    if (ending !== null)
      wanted = `${startRepaired.slice(0, startRepaired.length - lostAt.length)}${ending.ending}`
  }
  const merge = /^(repo:[^:]+):ref:refs\/pull\/.+$/s.exec(startRepaired)?.[1]
  if (merge !== undefined)
    return malformed(subject, 'GitHub writes pull_request for every pull request', `${merge}:pull_request`)
  const reasons = why.filter((one) => one !== undefined)
  if (reasons.length > 0) return malformed(subject, reasons.join('; '), wanted)
  return repository !== null && parts.length === 1 && !subject.includes('*') ? repositoryAlone(subject) : null
}

/** Enterprise Server up to 3.18 writes the colon as it is. */
function plainColon(subject: string, lostAt: string): Cause {
  const wanted = `${subject.slice(0, subject.length - lostAt.length - 1)}%3A${lostAt.replaceAll(':', '%3A')}`
  return malformed(subject, 'GitHub writes a colon inside an environment’s name as %3A', wanted)
}

/** A pattern may stand for what is missing; its own rule speaks then. */
function isPattern(lost: string): boolean {
  const before = (lost.split('*')[0] ?? '').replace(/^repo:/, '')
  return lost.includes('*') && !before.includes(':')
}

function swallowed(subject: string): Cause {
  const wanted = subject.replace(/^(repo:[^:]*)ef:refs\//, '$1:ref:refs/')
  return causeOf('github-grammar', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: 'No token would match: the subject is malformed. A shell took the :r of “$repo:ref” for an order of its own, so :ref: is lost.',
    evidence: `Subject: ${subject}`,
    fix: `Write ${wanted} — in a script, build it as \${repo}:ref:refs/… in braces.`,
    action: { kind: 'set', field: 'subject', value: wanted },
  })
}

function malformed(subject: string, why: string, wanted: string): Cause {
  const code = faultOf(subject, wanted)
  return causeOf(code, {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: `No token would match: ${code === 'subject-case' ? 'the letter case is wrong' : 'the subject is malformed'}; ${why}.`,
    evidence: `Subject: ${quoted(subject)}`,
    fix: `Write ${wanted}`,
    action: { kind: 'set', field: 'subject', value: wanted },
  })
}

/** Right but for capitals; right but for the word for the kind of run; or another form. */
function faultOf(subject: string, wanted: string): 'subject-case' | 'github-entity-word' | 'github-grammar' {
  if (subject.toLowerCase() === wanted.toLowerCase()) return 'subject-case'
  const [stored, meant] = [readGithubSubject(subject), readGithubSubject(wanted)]
  const word = meant.parts.at(-1)?.key
  const isOther = stored.repository !== null && stored.parts.at(-1)?.key !== word
  return isOther && (word === 'environment' || word === 'pull_request')
    ? 'github-entity-word'
    : 'github-grammar'
}

function unknownForm(subject: string, lostAt: string, hasRepository: boolean): Cause {
  return causeOf('github-grammar', {
    severity: 'block',
    certainty: 'likely',
    field: 'subject',
    text: `No token would match: the subject is malformed from “${quoted(lostAt, 60)}” on; ${hasRepository ? 'behind the repository comes :ref:refs/heads/…, :ref:refs/tags/…, :environment:… or :pull_request' : 'GitHub’s grammar starts with repo:OWNER/REPOSITORY or a claim of a custom template'}.`,
    evidence: `Subject: ${quoted(subject)}`,
    fix: 'Copy “sub” from a token, or from the log of azure/login.',
  })
}

/** Right for a template of `repo` alone, which hardly anybody has. */
function repositoryAlone(subject: string): Cause {
  return causeOf('github-grammar', {
    severity: 'warn',
    certainty: 'likely',
    field: 'subject',
    text: 'No token likely matches: behind the repository GitHub’s default subject names a branch, tag, environment or pull_request.',
    evidence: `Subject: ${subject}`,
    fix: 'Add :ref:refs/heads/NAME, :environment:NAME or :pull_request, unless the repository’s template is repo alone.',
  })
}
