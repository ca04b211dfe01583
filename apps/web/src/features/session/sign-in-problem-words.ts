import type { SignInProblem } from '@trustwright/shared-schemas'

interface Words {
  readonly title: string
  readonly cause: string
  readonly nextStep: string
}

/** Why signing in ended without a session, and what to do. */
export const signInProblemWords: Record<SignInProblem, Words> = {
  cancelled: {
    title: 'You went back before signing in',
    cause: 'Nothing happened to your account.',
    nextStep: 'Sign in whenever you are ready.',
  },
  expired: {
    title: 'This sign-in is over',
    cause:
      'It took longer than ten minutes, or its answer was used before, as happens after reloading the page.',
    nextStep: 'Start a new one.',
  },
  'other-browser': {
    title: 'The answer came to another browser',
    cause: 'A sign-in ends in the browser and window where it began. This one did not begin here.',
    nextStep:
      'If you opened a link that somebody sent you, do not follow it again. Start your own sign-in here.',
  },
  refused: {
    title: 'Entra did not let you in',
    cause:
      'A rule of your organisation, such as Conditional Access or a missing assignment, refused the sign-in.',
    nextStep: 'Ask the people who run Entra in your organisation, and tell them the time and this portal.',
  },
  'not-trusted': {
    title: 'The answer did not pass our checks',
    cause: 'What came back could not be proven to come from Entra for this sign-in. You were not signed in.',
    nextStep: 'Sign in again. If it stays, tell the people who run this portal.',
  },
  'other-tenant': {
    title: 'This account belongs to another tenant',
    cause: 'The portal serves one tenant, shown above. Your account is in a different one.',
    nextStep: 'Sign in with an account of that tenant.',
  },
  'entra-unreachable': {
    title: 'Entra did not answer',
    cause: 'The portal asked Entra and got no usable answer.',
    nextStep: 'Try again in a minute.',
  },
  'portal-fault': {
    title: 'The portal failed, not your account',
    cause: 'Its database is away, or it is set up wrongly at Entra.',
    nextStep: 'Try again in a minute. If it stays, tell the people who run this portal.',
  },
}
