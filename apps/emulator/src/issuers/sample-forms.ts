import { tokenExchangeAudience } from '../seed.ts'
import type { IssuerId } from './issuer-catalogue.ts'

/** What the form of an issuer shows: texts, as a browser sends them. */
export type SampleValues = Record<string, string>

export interface SampleField {
  name: string
  label: string
  help?: string
  /** Choices make it a list. */
  options?: readonly [value: string, label: string][]
}

export const sampleFields: Record<IssuerId, readonly SampleField[]> = {
  github: [
    { name: 'owner', label: 'Owner', help: 'Organisation or person, such as octo-org' },
    { name: 'repository', label: 'Repository' },
    { name: 'ownerId', label: 'Owner ID', help: 'With both IDs the subject is the immutable one' },
    { name: 'repositoryId', label: 'Repository ID' },
    {
      name: 'entity',
      label: 'The job runs',
      options: [
        ['environment', 'in an environment'],
        ['branch', 'on a branch'],
        ['tag', 'on a tag'],
        ['pullRequest', 'for a pull request'],
      ],
    },
    { name: 'value', label: 'Environment, branch or tag', help: 'Empty for a pull request' },
    { name: 'audience', label: 'Audience' },
  ],
  cluster: [
    { name: 'namespace', label: 'Namespace' },
    { name: 'serviceAccount', label: 'Service account' },
    { name: 'audience', label: 'Audience' },
  ],
}

const githubSubjectParts =
  /^repo:([^/@:]+)(?:@(\d+))?\/([^@:]+)(?:@(\d+))?:(?:environment:(.*)|ref:refs\/heads\/(.*)|ref:refs\/tags\/(.*)|(pull_request))$/
const clusterSubjectParts = /^system:serviceaccount:([^:]+):([^:]+)$/

/** Fields that would give this subject; undefined when the platform's default templates cannot. */
export function valuesFromSubject(id: IssuerId, subject: string, audience: string): SampleValues | undefined {
  const common = { audience: audience === '' ? tokenExchangeAudience : audience }
  if (id === 'cluster') {
    const [, namespace, serviceAccount] = clusterSubjectParts.exec(subject) ?? []
    return namespace === undefined || serviceAccount === undefined
      ? undefined
      : { ...common, namespace, serviceAccount }
  }
  const found = githubSubjectParts.exec(subject)
  if (!found) return undefined
  const [, owner = '', ownerId = '', repository = '', repositoryId = '', environment, branch, tag] = found
  const value = (environment ?? branch ?? tag ?? '').replaceAll(/%3a/gi, ':')
  const entity =
    environment !== undefined
      ? 'environment'
      : branch !== undefined
        ? 'branch'
        : tag !== undefined
          ? 'tag'
          : 'pullRequest'
  return { ...common, owner, ownerId, repository, repositoryId, entity, value }
}

/** The minting endpoint's fields for what the form holds; empty texts count as left out. */
export function toMintFields(id: IssuerId, values: SampleValues): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  if (id === 'cluster') return given
  const { entity, value, ...fields } = given
  const immutable = 'ownerId' in fields || 'repositoryId' in fields
  const trigger =
    entity === 'pullRequest' ? { pullRequest: true } : entity === undefined ? {} : { [entity]: value }
  return { ...fields, ...trigger, ...(immutable ? { immutable } : {}) }
}
