import type { ErrorFact } from './error-facts.ts'

/** Where a failure happened. `sign-in`: that of a person who changes things, not of the workload. */
export type Phase = 'sign-in' | 'write' | 'issue' | 'exchange' | 'authorization'

interface FurtherFact extends Omit<ErrorFact, 'mayStillSpread'> {
  readonly phase: Phase
}

const person = 'Sign in again in the browser, in the way that the message asks for; then repeat the change.'
const administrator = 'Ask an administrator of the tenant, and quote the code.'

/**
 * Codes beside those of the token exchange: sign-ins of people, secrets, and requests without their IDs.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const furtherFacts: Readonly<Record<string, FurtherFact>> = {
  '50005': sign(
    'The sign-in of the person was blocked: Conditional Access does not support the platform of the device.',
    'Make the change from a device or platform that the policy allows, such as the browser of a managed device.',
  ),
  '50011': sign('The redirect address of the tool is not registered.', administrator),
  '50020': sign(
    'The account of the person does not exist in this tenant.',
    'Sign in to the right tenant, or ask to be invited.',
  ),
  '50034': sign(
    'The account of the person does not exist in this tenant.',
    'Sign in with the right account and tenant.',
  ),
  '50053': sign('The account of the person is locked for a while.', 'Wait, then sign in again.'),
  '50055': sign(
    'The password of the person has expired.',
    'Change it at the sign-in page, then repeat the change.',
  ),
  '50057': sign('The account of the person is disabled.', administrator),
  '50058': sign('Nobody is signed in, or the session is over.', person),
  '50072': sign('The person has to set up a second factor first.', person),
  '50074': sign('The person has to confirm a second factor.', person),
  '50076': sign('The person has to confirm a second factor.', person),
  '50079': sign('The person has to set up a second factor first.', person),
  '50097': sign('The device of the person has to prove itself.', person),
  '50105': sign('The person is not assigned to the application.', administrator),
  '50126': sign('Name or password of the person is wrong.', person),
  '50131': sign('Conditional Access refused the device or place of the person.', administrator),
  '50140': sign('The sign-in of the person was interrupted by a question.', person),
  '50158': sign('An outside check of Conditional Access is not passed yet.', person),
  '50173': sign('The session of the person was ended, such as by a new password.', person),
  '53000': sign('The device of the person does not comply with the policy.', administrator),
  '53001': sign('The device of the person is not joined to the domain.', administrator),
  '53002': sign('The tool is not one that Conditional Access allows.', administrator),
  '530003': sign('The device of the person has to be managed.', administrator),
  '530004': sign('The device of the person has to prove its state.', administrator),
  '65001': sign('Nobody has consented to the permissions that the tool asks for.', administrator),
  '65004': sign('The consent was declined.', 'Sign in again and accept, or ask an administrator to consent.'),
  '70043': sign('The session of the person is too old for the policy.', person),
  '70044': sign('The session of the person is too old for the policy.', person),
  '700082': sign('The session of the tool was not used for too long.', person),
  '700084': sign('The session of the tool has ended.', person),
  '90094': sign('An administrator has to consent first.', administrator),
  '90095': sign('An administrator has to consent first.', administrator),
  '50128': identity(
    'Entra cannot tell which tenant is meant.',
    'Set the tenant ID in the workload: the GUID of the identity’s tenant.',
  ),
  '50059': identity(
    'Entra cannot tell which tenant is meant.',
    'Set the tenant ID in the workload: the GUID of the identity’s tenant.',
  ),
  '90013': identity(
    'A value of the request cannot be read.',
    'Check client ID and tenant ID of the workload.',
  ),
  '900021': identity(
    'The tenant ID is none.',
    'Set the tenant ID in the workload: the GUID of the identity’s tenant.',
  ),
  '900023': identity(
    'The tenant ID is neither a GUID nor a domain.',
    'Set the tenant ID in the workload: the GUID of the identity’s tenant.',
  ),
  '90019': identity(
    'The request names no tenant.',
    'Set the tenant ID in the workload: the GUID of the identity’s tenant.',
  ),
  '900144': identity(
    'The request lacks a value, such as the client ID.',
    'Check that client ID and tenant ID reach the workload.',
  ),
  '90014': identity(
    'The request lacks a value, such as the client ID.',
    'Check that client ID and tenant ID reach the workload.',
  ),
  '7000112': identity('The application is disabled.', 'Ask an administrator to enable it again.'),
  '700030': identity('The application cannot be used by this caller.', administrator),
  '7000218': secret(
    'No credential was presented: neither a token of the workload nor a secret.',
    'Present the token of the workload as client_assertion.',
  ),
  '7000222': secret(
    'A client secret was presented, and it has expired.',
    'Present the token of the workload instead of a secret.',
  ),
  '500133': assertion(
    'The assertion has expired, or is not valid yet.',
    'Fetch a new token and present it at once; check the clock of the platform if it recurs.',
  ),
  '50013': assertion(
    'The assertion does not fit: its signature, audience or time.',
    'Fetch a new token, present it whole and at once, and check that it was issued for this identity.',
  ),
  '7000216': secret('No credential was presented.', 'Present the token of the workload as client_assertion.'),
}

function sign(explanation: string, nextStep: string): FurtherFact {
  return { explanation, nextStep, phase: 'sign-in' }
}

function identity(explanation: string, nextStep: string): FurtherFact {
  return { explanation, nextStep, phase: 'exchange' }
}

function assertion(explanation: string, nextStep: string): FurtherFact {
  return { explanation, nextStep, phase: 'exchange' }
}

function secret(explanation: string, nextStep: string): FurtherFact {
  return { explanation, nextStep, phase: 'exchange' }
}
