import { exchangeCurl } from '../../exports/exchange-curl.ts'
import { clouds } from '../../model/cloud.ts'
import { fieldText } from '../../model/texts.ts'
import { type FieldRule, type PresetDefinition, refuse } from '../define-preset.ts'
import { definePlatform, type Platform } from '../platform/define-platform.ts'
import { pasted } from '../platform/fields.ts'
import { field } from '../platform/template.ts'
import { eid1Spelling } from './spelling.ts'

type Facts = Pick<Platform, 'id' | 'title' | 'summary' | 'docsUrl' | 'factsAsOf'>

interface Eid1 extends Facts {
  /** The caller's application, as its subjects spell it. */
  readonly app: string
  /** What stands behind the application, in an example that nobody computes. */
  readonly exampleTail: string
  readonly shownAt: string
  readonly warnings?: NonNullable<Platform['warnings']>
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const hosts = Object.values(clouds).map(({ authorityHost }) => authorityHost.replaceAll('.', String.raw`\.`))
const issuerSource = `(?:${hosts.join('|')})/${guid}/v2\\.0`

/**
 * One of Microsoft's own callers: issuer and subject are copied from the product, since the end of the subject is its
 * own. What can be checked is checked: the caller, and that the subject names the tenant of the issuer.
 */
export function defineEid1({ app, exampleTail, shownAt, warnings, ...facts }: Eid1): PresetDefinition {
  const tenant = '11111111-2222-3333-4444-555555555555'
  return definePlatform({
    ...facts,
    category: 'identities',
    certainty: 'read',
    fields: {
      issuer: pasted(
        {
          label: 'Issuer',
          help: `Entra’s own address with your tenant, without a slash at its end. ${shownAt}`,
          example: `https://login.microsoftonline.com/${tenant}/v2.0`,
        },
        new RegExp(`^${issuerSource}$`),
        'the form https://login.microsoftonline.com/TENANT-ID/v2.0, in small letters',
      ),
      subject: {
        guide: {
          label: 'Subject',
          help: `It starts with /eid1/ and is copied whole. ${shownAt}`,
          example: `/eid1/c/pub/t/${eid1Spelling.write(tenant)}/a/${app}${exampleTail}`,
        },
        rule: () => subjectRule(app, facts.title),
      },
    },
    forms: [
      {
        issuer: [field('issuer', 'tenant', { pattern: issuerSource })],
        subject: [field('subject', 'connection', { pattern: `/eid1/c/[a-z]+/t/[^/]+/a/${app}/.+` })],
      },
    ],
    ...(warnings === undefined ? {} : { warnings }),
    nameParts: (fields) => [facts.id, tailOf(fieldText(fields, 'subject'), app)],
    words: (fields) => ({ workload: tailOf(fieldText(fields, 'subject'), app), qualifier: null }),
    snippet: exchangeCurl,
  })
}

function subjectRule(app: string, title: string): FieldRule {
  return (value, fields) => {
    const [, tenant, caller] = /^\/eid1\/c\/[a-z]+\/t\/([^/]+)\/a\/([^/]+)\/\P{Cc}+$/u.exec(value) ?? []
    if (tenant === undefined) {
      return refuse(
        'subject',
        'The subject is not whole: it has the form /eid1/c/…/t/…/a/…/….',
        'Copy it whole.',
      )
    }
    if (caller !== app) {
      return refuse(
        'subject',
        `This is not a subject of ${title}: it names another caller.`,
        'Choose its platform above.',
      )
    }
    const ofIssuer = /\/([0-9a-f-]{36})\/v2\.0$/.exec(fieldText(fields, 'issuer'))?.[1]
    if (ofIssuer === undefined || ofIssuer === eid1Spelling.read(tenant)) return null
    return refuse(
      'subject',
      `The subject names the tenant ${eid1Spelling.read(tenant)}, the issuer another one.`,
      'Copy both from the same page.',
    )
  }
}

function tailOf(subject: string, app: string): string {
  return subject.split(`/a/${app}`)[1] ?? subject
}
