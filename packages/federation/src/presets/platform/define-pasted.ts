import { exchangeCurl } from '../../exports/exchange-curl.ts'
import { fieldText } from '../../model/texts.ts'
import type { Warning } from '../../model/warning.ts'
import type { PresetDefinition } from '../define-preset.ts'
import { issuerWarnings } from '../issuer-checks.ts'
import { hostOf } from '../issuer-host.ts'
import { definePlatform, type Platform } from './define-platform.ts'
import { issuer, issuerOf, pasted } from './fields.ts'
import { field } from './template.ts'

type Facts = Pick<Platform, 'id' | 'title' | 'summary' | 'category' | 'docsUrl' | 'factsAsOf'>

interface Pasted extends Facts {
  readonly issuerExample: string
  /** Source of a regular expression for the issuers by which a stored trust is recognised. */
  readonly issuers: string
  /** The vendor's hosts, where they are published: no other issuer is taken then. */
  readonly onlyHosts?: RegExp
  /** Where the platform shows both values. */
  readonly shownAt: string
  /** What to know whatever was copied. */
  readonly warnings?: readonly Warning[]
}

/** A platform that does not publish how its subjects are made: both values are copied, and none is invented. */
export function definePasted({
  issuerExample,
  issuers,
  onlyHosts,
  shownAt,
  warnings = [],
  ...facts
}: Pasted): PresetDefinition {
  const guide = { label: 'Issuer', help: `“iss” of a token${shownAt}.`, example: issuerExample }
  return definePlatform({
    ...facts,
    certainty: 'read',
    fields: {
      issuer: onlyHosts === undefined ? issuer(guide) : issuerOf(guide, onlyHosts, facts.title),
      subject: pasted(
        {
          label: 'Subject',
          help: `“sub” of a token${shownAt}. It cannot be computed here.`,
          example: 'copied-from-a-token',
        },
        /^[^\s*](?:[^\p{Cc}*]*[^\s*])?$/u,
        'no white space around it and no wildcard',
      ),
    },
    forms: [
      {
        issuer: [field('issuer', 'issuer', { pattern: issuers })],
        subject: [field('subject', 'workload', { pattern: '.+' })],
      },
    ],
    warnings: (fields) => [...issuerWarnings(fieldText(fields, 'issuer')), ...warnings],
    nameParts: (fields) => [facts.id, fieldText(fields, 'subject')],
    words: (fields) => ({
      workload: fieldText(fields, 'subject'),
      qualifier: hostOf(fieldText(fields, 'issuer')) || null,
    }),
    snippet: exchangeCurl,
  })
}
