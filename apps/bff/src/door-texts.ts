import type { ErrorCode } from '@trustwright/shared-schemas'
import type { ErrorText } from './error-texts.ts'

type DoorCode = Extract<
  ErrorCode,
  | 'SIGN_IN_REQUIRED'
  | 'SESSION_ENDED'
  | 'STEP_UP_REQUIRED'
  | 'REQUEST_NOT_FROM_PORTAL'
  | 'TOKEN_REFUSED'
  | 'TWO_PROOFS'
  | 'PORTAL_PAGES_ONLY'
  | 'CONSENT_REQUIRED'
>

/** Texts of what the two doors of the API refuse. */
export const doorTexts: Readonly<Record<DoorCode, ErrorText>> = {
  SIGN_IN_REQUIRED: {
    when: 'The request carries no session.',
    detail: 'Nobody is signed in here.',
    nextStep: 'Sign in, then try again.',
  },
  SESSION_ENDED: {
    when: 'The session was too long idle, reached its absolute limit, was signed out, or Entra withdrew it; or an access token is over, or Entra takes it no longer.',
    detail: 'The session ended, so nothing was done.',
    nextStep: 'Sign in again. What you typed is kept on this page.',
  },
  STEP_UP_REQUIRED: {
    when: 'Azure or Entra wants a fresh sign-in, for example with a second factor. To who came with an access token `claims` says what a new one has to prove.',
    detail: 'Azure wants a fresh sign-in before it does this, for example with a second factor.',
    nextStep: 'Sign in again, then try again.',
  },
  REQUEST_NOT_FROM_PORTAL: {
    when: 'The portal header is missing, or the browser says that another site made the request.',
    detail: 'The request lacks the marks of one made by the portal itself, so nothing was done.',
    nextStep: 'Use the portal in a current browser and reload the page.',
  },
  TOKEN_REFUSED: {
    when: 'A request came with an Authorization header that holds no access token of a person for the API of this portal. Why is in the log, and told to nobody.',
    detail: 'The access token was not accepted, so nothing was done.',
    nextStep: 'Get a new access token for the API of this portal, then send again.',
  },
  TWO_PROOFS: {
    when: 'A request came with an Authorization header and with a cookie of the portal.',
    detail: 'The request carries an access token and a cookie of the portal, so nothing was done.',
    nextStep: 'Send the access token alone: a page sends no cookies with `credentials: "omit"`.',
  },
  PORTAL_PAGES_ONLY: {
    when: 'A request came with an access token to an address that is about a session of the browser.',
    detail: 'This address is about a session of the browser, which an access token does not have.',
    nextStep: 'Nothing is left to do: an access token ends by itself, and who has it can forget it.',
  },
  CONSENT_REQUIRED: {
    when: 'Entra gives the portal no token for a person who came with an access token, since nobody consented. `consent` names the application and the scopes.',
    detail: 'Nobody consented to the portal using Azure as you, so nothing was done.',
    nextStep: 'Consent by signing in to the portal itself once, or ask an administrator to consent for all.',
  },
}
