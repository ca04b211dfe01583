import type { ErrorCode } from '@trustwright/shared-schemas'
import { guardrailTexts } from './guardrail-texts.ts'
import { doorTexts } from './door-texts.ts'
import { reviewTexts } from './review-texts.ts'
import { viewTexts } from './view-texts.ts'

/** What each code means when nothing more exact is known. `when` is for docs/errors.md only. */
export interface ErrorText {
  readonly when: string
  readonly detail: string
  readonly nextStep: string
}

export const errorTexts: Readonly<Record<ErrorCode, ErrorText>> = {
  ...doorTexts,
  ...guardrailTexts,
  ...reviewTexts,
  ...viewTexts,
  INPUT_REFUSED: {
    when: 'A field, a path part or a query value breaks a rule, is unknown, or the body is not JSON.',
    detail: 'At least one value breaks a rule, so nothing was done.',
    nextStep: 'Change the named fields, then send again.',
  },
  ROUTE_NOT_FOUND: {
    when: 'The API has no such address.',
    detail: 'The portal has nothing at this address.',
    nextStep: 'Check the address, or start from the first page.',
  },
  METHOD_NOT_ALLOWED: {
    when: 'The address exists, but not for this method. The answer carries `Allow`.',
    detail: 'The address exists, but does not take this method.',
    nextStep: 'Use one of the methods of the Allow header.',
  },
  BODY_TOO_LARGE: {
    when: 'The body has more than 64 KiB; 4 MiB of a draft, 8 MiB of a set-up of many.',
    detail: 'The body is larger than the portal takes at this address, so it was not read.',
    nextStep: 'Send less at once.',
  },
  CONTENT_TYPE_REFUSED: {
    when: 'A body came with another content type than application/json.',
    detail: 'The portal reads bodies of the type application/json only.',
    nextStep: 'Send the body as application/json.',
  },
  TOO_MANY_REQUESTS: {
    when: 'One person or address made too many requests of the portal itself, or a person reads more issuers at once than it takes.',
    detail: 'More requests came than the portal takes from one person.',
    nextStep: 'Wait for the time of Retry-After, then try again.',
  },
  FORBIDDEN: {
    when: 'Azure answered 403 to the person. `missing` names action, scope and the smallest built-in role.',
    detail: 'Your account lacks a permission for this in Azure.',
    nextStep: 'Ask an owner of the subscription for the missing role.',
  },
  POLICY_REFUSED: {
    when: 'Azure Policy refused the write (RequestDisallowedByPolicy).',
    detail: 'A policy assigned in Azure refuses this, so nothing was stored.',
    nextStep: 'Ask whoever owns the policy, and quote its name.',
  },
  NOT_FOUND: {
    when: 'Azure answered 404, or the portal has no such record for this person.',
    detail: 'Azure has nothing of this name, or your account may not see it.',
    nextStep: 'Check the name, or ask for the Reader role there.',
  },
  RESOURCE_GROUP_EXISTS: {
    when: 'A resource group of this name exists in the subscription.',
    detail: 'The subscription has a resource group of this name. It was left as it is.',
    nextStep: 'Use the existing one, or choose another name.',
  },
  IDENTITY_EXISTS: {
    when: 'A managed identity of this name exists in the resource group.',
    detail: 'The resource group has an identity of this name. It was left as it is.',
    nextStep: 'Use the existing one, or choose another name.',
  },
  TRUST_NAME_TAKEN: {
    when: 'A trust of this name exists on the identity or application; ARM would overwrite it.',
    detail: 'There is a trust of this name already. It was left as it is.',
    nextStep: 'Choose another name, or change the existing trust.',
  },
  TRUST_PAIR_TAKEN: {
    when: 'Another trust of the identity or application has the same issuer with the same subject, or the same pattern.',
    detail:
      'Another trust has the same issuer with the same subject, or the same pattern. Azure allows the pair once on an identity or application.',
    nextStep: 'Use the existing trust, or change issuer, subject or pattern.',
  },
  TRUST_LIMIT_REACHED: {
    when: 'The identity or application has 20 trusts.',
    detail:
      'There are 20 trusts, which is as many as Azure allows on an identity or application, so this one was not stored.',
    nextStep: 'Delete a trust that is not used any more, or use another identity or application.',
  },
  TRUST_CHANGED_MEANWHILE: {
    when: 'The fingerprint that came with the request is not that of the stored trust.',
    detail: 'The trust no longer has the values you saw, so nothing was done.',
    nextStep: 'Reload, look at the new values, then decide again.',
  },
  TRUST_NOT_RESTORABLE: {
    when: 'The deleted trust is unknown, older than 30 days, or was made again already.',
    detail: 'This deleted trust is gone from the portal, too old, or was made again already.',
    nextStep: 'Create a new trust with the same values.',
  },
  TRUST_KIND_FIXED: {
    when: 'A change would turn a trust with a subject into one with a pattern, or back. Azure keeps the kind of a stored trust.',
    detail: 'Azure does not turn a subject into a pattern or back, so nothing was changed.',
    nextStep: 'Create a second trust of the other kind, prove it, then delete this one.',
  },
  TRUST_WOULD_FAIL: {
    when: 'The values are certain never to match a token, which Azure would store without a word. `causes` says why; sending their codes as `acceptRisks` stores them all the same.',
    detail:
      'No token would match these values, so nothing was stored. Azure would have stored them without a word.',
    nextStep: 'Change what the causes name, or accept them and send again.',
  },
  TOKEN_NOT_WANTED: {
    when: 'The text or a claim holds a token. It was not read, kept or logged.',
    detail:
      'This holds a token, so it was not read: the portal takes the text of the failure or the claims alone.',
    nextStep: 'Take the token out, or paste it on the page of the doctor, which reads it in the browser.',
  },
  EXPRESSION_REFUSED: {
    when: 'Azure refused the pattern (`claimsMatchingExpression`) by its rules for the issuer. `upstream` holds its words.',
    detail:
      'Azure refused this pattern by its rules for the issuer, so nothing was stored. Its own words are below.',
    nextStep:
      'Use only the claims that Azure takes for this issuer, with all that it requires, or make one trust with a subject for each workload.',
  },
  EXPRESSION_NOT_SUPPORTED: {
    when: 'Azure does not take patterns on this kind of parent in this tenant: it asked for a subject instead.',
    detail:
      'Azure does not take patterns here: they are a preview that this tenant does not have for this kind of parent.',
    nextStep: 'Make one trust with a subject for each workload.',
  },
  API_VERSION_UNKNOWN: {
    when: 'Azure does not know the version of its interface that was asked for, as that of patterns (2025-01-31-preview) in a cloud without it.',
    detail: 'This cloud does not have the version of the interface that this needs.',
    nextStep: 'For a pattern, make one trust with a subject for each workload instead.',
  },
  CONCURRENT_WRITE: {
    when: 'Other writes on the same identity or application did not end in time. Azure takes one at a time.',
    detail: 'Azure takes one change of an identity or application at a time, and another one is going on.',
    nextStep: 'Wait a few seconds, then try again.',
  },
  RESOURCE_LOCKED: {
    when: 'A management lock protects the identity or a scope above it (ScopeLocked).',
    detail: 'A lock in Azure protects this resource or its resource group, so nothing was done.',
    nextStep: 'Ask an owner to remove the lock.',
  },
  REGION_NOT_SUPPORTED: {
    when: "Azure answered 405: the identity's region does not support federated identity credentials.",
    detail: 'The identity lies in a region where Azure does not support trusts.',
    nextStep: 'Use an identity in another region.',
  },
  DRAFT_NOT_FOUND: {
    when: 'The person has no draft of this ID: it is another person’s, was deleted, or is older than 30 days.',
    detail: 'This draft belongs to somebody else or was deleted. Drafts are kept for 30 days.',
    nextStep: 'Look at the list of your drafts, or start anew.',
  },
  DRAFT_CHANGED_MEANWHILE: {
    when: 'The version that came with the request is not the stored one. `current` names that one.',
    detail: 'Another tab or device saved this draft after you opened it, so yours was not saved over it.',
    nextStep: 'Take the saved one, or keep yours and save again.',
  },
  DRAFT_LIMIT_REACHED: {
    when: 'The person has 50 drafts, and none of them was carried out.',
    detail: 'You have 50 unfinished drafts, which is as many as the portal keeps, so this one is not saved.',
    nextStep: 'Finish or delete one of them.',
  },
  SET_UP_NOT_FOUND: {
    when: 'The person has no set-up run of this ID: it is another person’s, or older than 30 days.',
    detail: 'This run belongs to somebody else or is gone. Runs are kept for 30 days.',
    nextStep: 'Look at the list of your runs.',
  },
  SET_UP_ROWS_REFUSED: {
    when: 'At least one row of a set-up breaks a rule, and the request does not say `skipRefused`. `rows` names them.',
    detail: 'At least one row breaks a rule, so nothing was begun.',
    nextStep: 'Change the named rows, or set up the rest without them.',
  },
  SET_UP_LIMIT_REACHED: {
    when: 'Three runs of the person are going on.',
    detail: 'Three runs of yours are going on, which is as many as the portal takes at once.',
    nextStep: 'Wait until one has ended, or stop one.',
  },
  SET_UP_RUNNING: {
    when: 'A run is to be resumed that is going on.',
    detail: 'This run is going on, so it was not started a second time.',
    nextStep: 'Watch its progress, or stop it first.',
  },
  SET_UP_NOTHING_LEFT: {
    when: 'A run is to be resumed, and has no step of the wanted kind.',
    detail: 'This run has no step left of the kind that you want to run.',
    nextStep: 'Look at its result. What failed is tried again with “only the failed”.',
  },
  BEACON_NOT_FOUND: {
    when: 'The person has no beacon of this ID, or the address is not that of one.',
    detail: 'There is no beacon here. One is forgotten a day after its end.',
    nextStep: 'Open the trust in the portal and make a new beacon.',
  },
  BEACON_LIMIT_REACHED: {
    when: 'Ten beacons of the person wait for a token.',
    detail: 'Ten beacons of yours wait for a token, which is as many as the portal keeps open.',
    nextStep: 'Use one of them, or wait until one ends.',
  },
  BEACON_OVER: {
    when: 'A token comes to a beacon that heard one before, whose time is over, or that refused too many.',
    detail: 'This beacon has heard its one token already.',
    nextStep: 'Make a new beacon in the portal and post a fresh token to its address.',
  },
  BEACON_TOKEN_REFUSED: {
    when: 'A token comes to a beacon and proves nothing: its audience, issuer, signature or time is wrong.',
    detail: 'This token proves nothing here, so it was not used.',
    nextStep: 'Take a fresh token with the audience that the portal shows.',
  },
  THROTTLED: {
    when: 'Azure answered 429 and asked for a longer wait. `retryAfterSeconds` says how long.',
    detail: 'Azure limits how often it may be asked, and that limit is reached.',
    nextStep: 'Wait for the stated time, then try again.',
  },
  UPSTREAM_REFUSED: {
    when: 'Azure refused with a 4xx that has no code of its own here. `upstream` holds its words.',
    detail: 'Azure refused this. Its own words are below.',
    nextStep: "Read Azure's message. Quote its request id when asking for help.",
  },
  UPSTREAM_FAILED: {
    when: 'Azure or Entra answered 5xx, or with something that is no complete answer, or was not reached.',
    detail: 'Azure gave no usable answer.',
    nextStep: 'Try again in a minute.',
  },
  UPSTREAM_TIMEOUT: {
    when: 'Azure or Entra did not answer within the deadline.',
    detail: 'Azure did not answer in time.',
    nextStep: 'Reload to see whether the change was made, then try again.',
  },
  GITHUB_NOT_FOUND: {
    when: 'GitHub answered 404: there is no such repository, or it is private and not shown to this person.',
    detail: 'GitHub shows no such repository. It says the same of one that is private.',
    nextStep: 'Check owner and name. Sign in to GitHub if it is private, or go on by hand.',
  },
  GITHUB_MOVED: {
    when: 'GitHub answered with a second redirect, or with one to another host, so it was not followed.',
    detail: 'GitHub leads on from this name to another place, which the portal does not follow.',
    nextStep: 'Open the repository at GitHub and use the name that it has now.',
  },
  GITHUB_SIGN_IN_REQUIRED: {
    when: 'GitHub answered 401 to a person without a connection, as an Enterprise Server in private mode does.',
    detail: 'This GitHub shows nothing to people who are not signed in there.',
    nextStep: 'Sign in to GitHub, or go on by hand.',
  },
  GITHUB_CONNECTION_ENDED: {
    when: 'GitHub no longer accepts the access of this person: it was withdrawn or expired. It is forgotten then.',
    detail: 'GitHub no longer accepts the access that you gave the portal, so the portal has forgotten it.',
    nextStep: 'Sign in to GitHub again, or try again without: what is public is still found.',
  },
  GITHUB_RATE_LIMITED: {
    when: 'GitHub takes no more requests for now. `retryAfterSeconds` says when it does again.',
    detail: 'GitHub limits how often it may be asked, and that limit is reached.',
    nextStep: 'Wait for the stated time, sign in to GitHub for a limit of your own, or go on by hand.',
  },
  GITHUB_REFUSED: {
    when: 'GitHub refused with a 4xx that has no code of its own here, such as 403 of an organisation that wants its own sign-in. `upstream` holds its words.',
    detail: 'GitHub refused this. Its own words are below.',
    nextStep: "Read GitHub's message, or go on by hand.",
  },
  GITHUB_FAILED: {
    when: 'GitHub answered 5xx, or with something that is no complete answer, or was not reached.',
    detail: 'GitHub gave no usable answer.',
    nextStep: 'Try again in a minute, or go on by hand.',
  },
  GITHUB_TIMEOUT: {
    when: 'GitHub did not answer within the deadline.',
    detail: 'GitHub did not answer in time.',
    nextStep: 'Try again, or go on by hand.',
  },
  DATABASE_UNAVAILABLE: {
    when: 'The portal cannot reach its database. Nothing is sent to Azure meanwhile.',
    detail: 'The portal cannot reach its database, so nothing was sent to Azure.',
    nextStep: 'Try again in a few seconds.',
  },
  INTERNAL: {
    when: 'A fault of the portal itself. The log has the request id.',
    detail: 'The portal met a fault of its own.',
    nextStep: 'Try again. If it stays, report the request id.',
  },
}
