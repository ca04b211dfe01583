import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { repositoryCauses } from './github-repository.ts'
import { runCauses } from './github-run.ts'
import type { GithubSubject } from '../../../github-subject.ts'
import { readWholeSubject, valueOf } from './github-parts.ts'
import { templateCauses, templateValueCauses } from './github-template.ts'
import { letterCase, type PartPair } from './letter-case.ts'
import type { Cause } from '../../../cause.ts'
import type { Pair } from '../../../claims/pair.ts'
import { githubIssuer } from '../../../../presets/github/facts.ts'
import { viewOf } from '../../../draft-view.ts'
import { githubGrammar } from '../../draft/github-grammar.ts'

/** Every difference between a stored subject and the one that GitHub made. */
export const github: PairRule = (pair) => {
  const { subject, trust, presented } = pair
  if (subject === null) return []
  const token = readWholeSubject(subject.presented)
  if (token === null) return []
  const stored = readWholeSubject(subject.stored)
  if (stored === null) return /^[a-z]/i.test(subject.stored) ? [grammarCause(pair)] : []
  const causes = [
    ...letterCase(pair, sameParts(stored, token)),
    ...repositoryCauses(pair, stored, token),
    ...(stored.repository === null || token.repository === null ? [] : runCauses(pair, stored, token)),
    ...templateCauses(pair, stored, token),
    ...templateValueCauses(pair, stored, token),
  ]
  const isGithub = /github|ghe\.com|_services\/token/.test(`${trust.issuer ?? ''} ${presented.issuer ?? ''}`)
  return causes.length > 0 || !isGithub ? ofOtherRepository(causes) : [grammarCause(pair)]
}

/** Beside a repository of another name the run and its form say little. */
function ofOtherRepository(causes: readonly Cause[]): readonly Cause[] {
  const isOther = ({ code }: Cause) => code === 'github-other-repository' || code === 'github-moved'
  if (!causes.some(isOther)) return causes
  return causes.map((cause) => (isOther(cause) ? cause : { ...cause, certainty: 'possible' }))
}

/** Values of the same claim on both sides. */
function sameParts(stored: GithubSubject, token: GithubSubject): readonly PartPair[] {
  const others = stored.parts.filter(({ key }) => key !== 'repo')
  const parts = others.map(({ key, value }): PartPair => [value ?? '', valueOf(token.parts, key) ?? ''])
  return [
    [stored.repository?.owner ?? '', token.repository?.owner ?? ''],
    [stored.repository?.repository ?? '', token.repository?.repository ?? ''],
    ...parts,
  ]
}

/** In the words of the form, which knows how such subjects are misspelled by hand, in documents and by scripts. */
function grammarCause(pair: Pair): Cause {
  const { trust, presented, subject } = pair
  const issuer = presented.issuer ?? trust.issuer ?? githubIssuer
  const [found] = githubGrammar(viewOf({ issuer, subject: subject?.stored ?? '' }))
  return pairCause(pair, 'subject', found?.code ?? 'github-grammar', {
    text:
      found?.text.replace('No token would match', 'No token matches') ??
      'No token matches: the stored subject has a form that GitHub never writes.',
    fix: 'Store the subject as “sub” of the token spells it.',
    action: 'set',
  })
}
