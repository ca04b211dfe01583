import type { FieldValues } from '../../model/preset.ts'
import { type ClaimPart, writeClaimList } from '../platform/claim-list.ts'
import { isTemplateKey } from './facts.ts'
import { decodeValue } from './hosting.ts'
import { repositoryOf } from './repository-of.ts'

const repositoryPattern =
  /^(?<owner>[^/@:]+)(?:@(?<ownerId>\d+))?\/(?<repository>[^/@:]+)(?:@(?<repositoryId>\d+))?$/

/** The end of a default subject: `repo:…` with one of these alone is no template. */
const defaultEnd = /^repo:[^:]*:(?:environment|ref):[^:]*$/

/**
 * The claims of a custom template, where a subject holds nothing else. `context` cannot be told from the claims that it
 * stands for, so it is read as those.
 */
export function readTemplateSubject(subject: string, ofIssuer: FieldValues): FieldValues | null {
  if (defaultEnd.test(subject)) return null
  const texts = subject.split(':')
  const parts: ClaimPart[] = []
  let repository: FieldValues | null = null
  for (let at = 0; at < texts.length; at += 1) {
    const key = texts[at] ?? ''
    if (key === 'pull_request') {
      parts.push({ key: 'context', value: key })
      continue
    }
    at += 1
    const value = texts[at] ?? ''
    if (value === '') return null
    if (key === 'repo') {
      const found = repositoryPattern.exec(value)?.groups
      if (found === undefined) return null
      repository = repositoryOf(found)
      parts.push({ key, value: null })
    } else {
      if (!isTemplateKey(key)) return null
      parts.push({ key, value: decodeValue(value, ofIssuer) })
    }
  }
  const list = writeClaimList(parts)
  if (repository === null) return { entity: 'keys', claims: list }
  return { ...repository, entity: 'template', template: list }
}
