import type { FieldValues } from '../../model/preset.ts'
import { fieldText } from '../../model/texts.ts'
import { field, readTemplate, segmentsOf, type Template } from '../platform/template.ts'
import type { Segment } from '../../model/segment.ts'
import { githubIssuer } from './facts.ts'

/** Where the workflows run. The first is meant where nothing was chosen. */
export const githubHostings = ['github', 'enterprise', 'ghe', 'ghe-unique', 'server', 'server-3.18'] as const
export type GithubHosting = (typeof githubHostings)[number]

const slug = { pattern: '[A-Za-z0-9-]+' }
const server: Template = ['https://', field('serverHost', 'server', { pattern: '[^/]+' }), '/_services/token']

/** None ends with a slash. https://docs.github.com/en/actions/reference/security/oidc */
const issuers: Readonly<Record<Exclude<GithubHosting, 'github'>, Template>> = {
  enterprise: [`${githubIssuer}/`, field('enterprise', 'enterprise', slug)],
  ghe: ['https://token.actions.', field('subdomain', 'subdomain', slug), '.ghe.com'],
  'ghe-unique': [
    'https://token.actions.',
    field('subdomain', 'subdomain', slug),
    '.ghe.com/',
    field('subdomain', 'subdomain', slug),
  ],
  server,
  'server-3.18': server,
}

export function hostingOf(fields: FieldValues): GithubHosting {
  const typed = fieldText(fields, 'hosting')
  return githubHostings.find((known) => known === typed) ?? 'github'
}

/** Enterprise Server knows no immutable subjects. */
export function isServer(fields: FieldValues): boolean {
  return hostingOf(fields).startsWith('server')
}

/** A colon inside a value is written `%3A`, since colons part the subject; not by Enterprise Server up to 3.18. */
export function encodeValue(value: string, fields: FieldValues): string {
  return hostingOf(fields) === 'server-3.18' ? value : value.replaceAll(':', '%3A')
}

export function decodeValue(value: string, fields: FieldValues): string {
  return hostingOf(fields) === 'server-3.18' ? value : value.replaceAll('%3A', ':')
}

export function issuerSegments(fields: FieldValues): readonly Segment[] {
  const hosting = hostingOf(fields)
  if (hosting === 'github') return [{ text: githubIssuer, label: 'GitHub Actions', source: 'fixed' }]
  return segmentsOf(issuers[hosting], fields)
}

/** Every way in which this issuer can be read; none when it is not one of GitHub's. */
export function readIssuer(issuer: string): readonly FieldValues[] {
  if (issuer === githubIssuer) return [{}]
  return githubHostings.flatMap((hosting) => {
    const read = hosting === 'github' ? null : readTemplate(issuers[hosting], issuer)
    return read === null ? [] : [{ hosting, ...read }]
  })
}
