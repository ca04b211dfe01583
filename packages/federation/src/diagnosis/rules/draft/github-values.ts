import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule } from '../../draft-view.ts'
import { type GithubSubject, readGithubSubject } from '../../github-subject.ts'
import { templateInForce } from '../../github-template.ts'

/** Subjects of the right form with values that GitHub does not write. https://docs.github.com/en/actions/reference/security/oidc */
export const githubValues: DraftRule = ({ issuerPlatform, subject, github }) => {
  if (issuerPlatform !== 'github') return []
  const read = readGithubSubject(subject)
  if (read.lostAt !== null) return []
  return [
    ...refTwice(subject),
    ...blanks(subject, read),
    ...halfIds(subject, read),
    ...(templateInForce(github) === null ? refAndEnvironment(subject, read) : []),
  ]
}

function refTwice(subject: string): Cause[] {
  const once = subject.replace(/(:ref:refs\/(?:heads|tags)\/)refs\/(?:heads|tags)\//, '$1')
  if (once === subject) return []
  return [malformed(subject, 'the full ref is written once', once)]
}

function blanks(subject: string, { parts }: GithubSubject): Cause[] {
  const odd = parts.find(({ value }) => value !== null && value !== value.trim())
  const wanted = odd?.value ?? ''
  if (odd === undefined || subject !== subject.trim()) return []
  return [
    malformed(
      subject,
      `white space stands around the value of ${odd.key}`,
      subject.replace(wanted, () => wanted.trim()),
    ),
  ]
}

/** GitHub adds both IDs or none. */
function halfIds(subject: string, { repository }: GithubSubject): Cause[] {
  if (repository === null || (repository.ownerId === null) === (repository.repositoryId === null)) return []
  const missing = repository.ownerId === null ? 'owner' : 'repository'
  return [
    causeOf('github-grammar', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: `No token would match: the subject is malformed; GitHub writes the IDs of both, and that of the ${missing} is missing.`,
      evidence: `Subject: ${subject}`,
      fix: 'Copy sub_claim_prefix: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub',
    }),
  ]
}

/** One of them stands in a default subject, never both; a template of the repository’s own may list both. */
function refAndEnvironment(subject: string, { parts }: GithubSubject): Cause[] {
  const contexts = parts.filter(({ key }) => key === 'ref' || key === 'environment' || key === 'pull_request')
  if (contexts.length < 2 || parts[0]?.key !== 'repo' || parts.length > contexts.length + 1) return []
  return [
    causeOf('github-grammar', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: 'No token likely matches: a default subject names the environment or the ref, never both. The environment wins.',
      evidence: `Subject: ${subject}`,
      fix: 'Keep the environment alone, unless the repository’s own template lists both.',
    }),
  ]
}

function malformed(subject: string, why: string, wanted: string): Cause {
  return causeOf('github-grammar', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: `No token would match: the subject is malformed; ${why}.`,
    evidence: `Subject: ${subject}`,
    fix: `Write ${wanted}`,
    action: { kind: 'set', field: 'subject', value: wanted },
  })
}
