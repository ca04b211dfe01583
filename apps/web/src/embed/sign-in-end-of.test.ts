import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { expect, test } from 'vitest'
import { signInEndOf } from './sign-in-end-of.ts'

const declined = 'AADSTS65004: User declined to consent to access the app.'

test.each([
  ['a window that was not opened', new BrowserAuthError('popup_window_error', ''), 'blocked', null],
  ['an empty window', new BrowserAuthError('empty_window_error', ''), 'blocked', null],
  ['a window that was closed', new BrowserAuthError('user_cancelled', ''), 'closed', null],
  ['a window without an answer', new BrowserAuthError('timed_out', ''), 'timed-out', null],
  [
    'consent that was not given',
    new ServerError('access_denied', '', `${declined}\r\nTrace ID: 1`),
    'declined',
    declined,
  ],
  [
    'a refusal whose IDs stand in the same line',
    new ServerError('access_denied', '', `${declined} Trace ID: 1 Correlation ID: 2`),
    'declined',
    declined,
  ],
  [
    'a refusal that wants another sign-in',
    new InteractionRequiredAuthError('interaction_required', '', 'AADSTS53000: Device is not compliant.'),
    'failed',
    'AADSTS53000: Device is not compliant.',
  ],
  ['anything else', new BrowserAuthError('unable_to_parse_state', ''), 'failed', 'unable_to_parse_state'],
])('%s has an end of its own', (_, error, end, said) => {
  expect(signInEndOf(error)).toEqual({ end, said })
})

test('a fault that is not of the library is thrown on', () => {
  const fault = new TypeError('a mistake')
  expect(() => signInEndOf(fault)).toThrow(fault)
})
