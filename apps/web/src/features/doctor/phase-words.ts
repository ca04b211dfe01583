import type { Phase } from '@trustwright/federation'

/** Where a failure happened, as a whole sentence. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  'sign-in': 'It failed as a person signed in, not the workload.',
  write: 'It failed as a trust was written.',
  issue: 'It failed before: the platform gave out no token.',
  exchange: 'It failed as the workload’s token was exchanged.',
  authorization: 'The sign-in worked; it failed at what the identity may do.',
}
