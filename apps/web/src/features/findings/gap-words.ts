import type { FactGap, FindingGroup, FindingRun } from '@trustwright/shared-schemas'
import { count, counted } from '../../lib/words.ts'

const words: Readonly<Record<FactGap, string>> = {
  'not-read': 'nobody read what it needs yet',
  'not-allowed': 'you may not read what it needs',
  'not-told': 'Azure or the platform does not tell',
  failed: 'it was asked for, without an answer',
  'too-early': 'it was watched for too short a time',
  'not-set-up': 'the portal has no setting to judge by',
}

/** What of a rule is neither found nor fine: `312 not judged: you may not read what it needs`. */
export function gapLines({ notJudged }: Pick<FindingGroup, 'notJudged'>): readonly string[] {
  return notJudged
    .toSorted((a, b) => b.count - a.count)
    .map(({ reason, count: many }) => `${count(many)} not judged: ${words[reason]}`)
}

const githubWords = {
  'not-connected': 'GitHub was not looked at: connect it in the menu of your account.',
  'nobody-signed-in': 'GitHub was not looked at: nobody was signed in when this was judged.',
  failed: 'GitHub was not looked at: it did not answer.',
} as const

/** What the outside was not asked, so that silence is not taken for good. */
export function outsideLines({
  issuersLeft,
  repositoriesLeft,
  githubBecause,
}: Pick<FindingRun, 'issuersLeft' | 'repositoriesLeft' | 'githubBecause'>): readonly string[] {
  return [
    ...(issuersLeft === 0
      ? []
      : [`${counted(issuersLeft, 'issuer')} did not get ${turnOf(issuersLeft)} in time.`]),
    ...(repositoriesLeft === 0 || githubBecause !== null
      ? []
      : [
          `${counted(repositoriesLeft, 'repository', 'repositories')} at GitHub did not get ${turnOf(repositoriesLeft)} in time.`,
        ]),
    ...(githubBecause === null ? [] : [githubWords[githubBecause]]),
  ]
}

function turnOf(many: number): string {
  return many === 1 ? 'its turn' : 'their turn'
}
