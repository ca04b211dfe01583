import type { BeaconRefusal } from '@trustwright/shared-schemas'

/** For the log of a workload: what was wrong with its token, without a word about the trust. */
export const refusalWords: Readonly<Record<BeaconRefusal, { detail: string; nextStep: string }>> = {
  'no-token': {
    detail: 'What was posted is no signed JSON Web Token.',
    nextStep: 'Post the token alone as the body, without quotes.',
  },
  'audience-of-azure': {
    detail:
      'This token is meant for Azure, not for this beacon, so it was not used. It left the place it was made for: whoever reads it before it ends can use it.',
    nextStep: 'Ask for a token with the audience that the portal shows beside the address.',
  },
  'other-audience': {
    detail: 'This token is meant for another receiver than this beacon, so it was not used.',
    nextStep: 'Ask for a token with the audience that the portal shows beside the address.',
  },
  'other-issuer': {
    detail: 'Another issuer than that of the trust made this token, so its signature was not looked at.',
    nextStep: 'Compare the issuer of the token with that of the trust in the portal.',
  },
  signature: {
    detail: 'The signature of this token is not one of the keys that its issuer publishes.',
    nextStep: 'Take a fresh token. If it stays, look at the keys of the issuer.',
  },
  algorithm: {
    detail: 'This token is not signed with RS256, the one way that Entra takes.',
    nextStep: 'Have the issuer sign with RS256.',
  },
  'token-ended': {
    detail: 'This token has ended, or does not say when it ends.',
    nextStep: 'Take a fresh token and post it at once.',
  },
  'token-not-yet': {
    detail: 'This token starts in the future.',
    nextStep: 'Check the clock of the issuer.',
  },
  'issuer-unreadable': {
    detail: 'The portal could not read the keys of the issuer, so it cannot tell who signed this token.',
    nextStep: 'Check the issuer in the portal: Entra reads its keys in the same way.',
  },
}
