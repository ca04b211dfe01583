import { findingRules } from '@trustwright/federation'
import type { AcceptRuleBody } from '@trustwright/shared-schemas'
import { severityWords } from '../../components/findings/severity-words.ts'

/** What a rule accepts, as one sentence. */
export function acceptRuleWords(body: AcceptRuleBody): string {
  const { issuers, parentKeys, rules, severityUpTo = 'medium', subjects, trustNames } = body
  const what =
    rules === undefined
      ? 'Any finding'
      : rules.map((id) => `“${findingRules.find((rule) => rule.id === id)?.title ?? id}”`).join(' or ')
  const parts = [
    ['of the issuer', issuers],
    ['of the subject', subjects],
    ['on', parentKeys?.map((key) => key.split('/').at(-1) ?? key)],
    ['of the trust', trustNames],
  ] as const
  const where = parts.flatMap(([word, values]) =>
    values === undefined ? [] : [`${word} ${values.join(' or ')}`],
  )
  return `${[what, ...where].join(' ')}, up to ${severityWords[severityUpTo].toLowerCase()}`
}
