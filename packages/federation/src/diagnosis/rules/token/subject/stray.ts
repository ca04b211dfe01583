import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

/** White space, unseen characters, quotes or placeholders that were stored with the subject. */
export const stray: PairRule = (pair) => {
  const { subject } = pair
  if (subject === null) return []
  const { stored, presented } = subject
  if (presented === '') {
    return [
      pairCause(pair, 'subject', 'subject-differs', {
        text: 'No trust with a subject can match: the token has no subject (sub).',
        fix: 'Have the platform put a subject into its tokens.',
      }),
    ]
  }
  const isUnseen =
    stored.replace(/[\p{Cf}\p{Cc}\p{Z}]/gu, '') === presented.replace(/[\p{Cf}\p{Cc}\p{Z}]/gu, '')
  if (isUnseen) {
    return [
      pairCause(pair, 'subject', 'subject-white-space', {
        text: 'No token matches: white space or an unseen character makes the stored subject another one than the token’s.',
        fix: 'Store the subject as “sub” of the token spells it.',
        action: 'set',
      }),
    ]
  }
  const isQuoted = stored.replace(/^["'`“‘]+|["'`”’,;]+$/g, '') === presented
  const isPlaceholder = /\$\{|\{\{|<[A-Za-z][\w -]*>|\{[A-Za-z][\w-]*\}/.test(stored)
  if (!isQuoted && !isPlaceholder) return []
  return [
    pairCause(pair, 'subject', 'subject-form', {
      text: isQuoted
        ? 'No token matches: quotes or commas were stored with the subject.'
        : 'No token matches: a placeholder was stored where its value belongs.',
      fix: 'Store the subject as “sub” of the token spells it.',
      action: 'set',
    }),
  ]
}
