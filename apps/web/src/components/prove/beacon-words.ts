import type { BeaconRefusal } from '@trustwright/shared-schemas'

/** Why the last token proved nothing, and what to change. */
export const refusalWords: Readonly<Record<BeaconRefusal, string>> = {
  'no-token': 'What came was no signed token. Post the token alone, without quotes.',
  'audience-of-azure':
    'A token for Azure came and was not used. It left the place it was made for: let it end, and ask for one with the audience of this beacon.',
  'other-audience': 'A token for another receiver came. Ask for one with the audience of this beacon.',
  'other-issuer':
    'A token of another issuer came, so Entra would refuse it for this trust. Compare the issuer of the token with the stored one.',
  signature:
    'The signature of the token is not of a key that the issuer publishes. Take a fresh token; if it stays, look at the keys of the issuer.',
  algorithm: 'The token is not signed with RS256, so Entra would refuse it. Change how the issuer signs.',
  'token-ended': 'The token had ended. Post it right after it was made.',
  'token-not-yet': 'The token starts in the future. Check the clock of the issuer.',
  'issuer-unreadable':
    'The portal could not read the keys of the issuer, so it cannot tell who signed the token. Entra reads them in the same way: check the issuer.',
}
