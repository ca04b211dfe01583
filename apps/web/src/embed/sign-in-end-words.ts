import type { SignInEnd } from '../components/embedded-door.ts'

interface Words {
  readonly title: string
  readonly nextStep: string
}

/** Why a sign-in by a window ended without a person signed in, and what to do. */
export const signInEndWords: Readonly<Record<Exclude<SignInEnd, 'signed-in'>, Words>> = {
  blocked: {
    title: 'Your browser blocked the sign-in window',
    nextStep: 'Allow windows of this address in your browser, then press again. What you typed is kept.',
  },
  closed: {
    title: 'The sign-in window was closed before it was done',
    nextStep: 'Nothing was changed. Press again when you are ready.',
  },
  declined: {
    title: 'The sign-in was declined at Microsoft',
    nextStep:
      'Press again to agree, or ask an administrator of your tenant to agree for everybody. Nothing was changed.',
  },
  'timed-out': {
    title: 'The sign-in window gave no answer',
    nextStep: 'Close it if it is still open, then press again.',
  },
  failed: {
    title: 'Signing in did not work',
    nextStep: 'Try again. If it stays, open the portal in a tab of its own, or tell the people who run it.',
  },
}
