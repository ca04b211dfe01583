import type { ErrorText } from './error-texts.ts'

/** A part of `errorTexts`: of administrators, rules, requests and fixes. */
export const guardrailTexts = {
  ADMINISTRATOR_REQUIRED: {
    when: 'The address is for administrators of the portal: who holds its app role, or is named in its configuration.',
    detail: 'This is for administrators of the portal, and your sign-in did not name you as one.',
    nextStep: 'Ask whoever manages the portal in Entra for its administrator role, then sign in again.',
  },
  GUARDRAIL_REFUSED: {
    when: 'A rule of the portal forbids the trust or the role. `guardrails` names each rule, why, and whom to ask.',
    detail: 'A rule of your portal forbids this, so nothing was sent to Azure.',
    nextStep: 'Change it as the rule says, or send a request to the administrators of the portal.',
  },
  POLICIES_CHANGED_MEANWHILE: {
    when: 'The rules were saved by somebody else since they were read. `current` names the stored version.',
    detail: 'Somebody saved the rules since you read them, so yours were not saved over theirs.',
    nextStep: 'Reload the rules, make your change again, and save.',
  },
  POLICIES_NOT_FOUND: {
    when: 'The rules have no version of this number.',
    detail: 'The rules have no such version.',
    nextStep: 'Choose one from the list of versions.',
  },
  REQUEST_NOT_FOUND: {
    when: 'The person has no request of this ID, and is no administrator who may see those of others.',
    detail: 'There is no such request, or it is of somebody else.',
    nextStep: 'Go back to the list of requests.',
  },
  REQUEST_NOT_OPEN: {
    when: 'Somebody decided or withdrew the request meanwhile, or changed it since it was read.',
    detail: 'Somebody else dealt with this request meanwhile, so nothing was done.',
    nextStep: 'Reload it to see who, and what became of it.',
  },
  REQUEST_LIMIT_REACHED: {
    when: 'Fifty requests of the person are open.',
    detail: 'Fifty requests of yours are open, which is as many as the portal keeps.',
    nextStep: 'Withdraw one that is not needed any more, or wait for a decision.',
  },
  ID_SWITCH_NOT_READY: {
    when: 'A trust with names is to be removed in the switch to IDs while none with IDs stands beside it, or while nobody saw that one work and no reason was given.',
    detail: 'Nothing says that its successor with IDs works, so nothing was deleted.',
    nextStep:
      'Look at the steps again: see a run sign in by the successor, or write why it goes all the same.',
  },
  FIX_PLAN_CHANGED: {
    when: 'A finding was fixed or accepted, a trust was changed, or a rule was saved since the dry run.',
    detail: 'What you saw is not what would be done by now, so nothing was changed.',
    nextStep: 'Look at the changes again, then begin.',
  },
  FIX_RUN_NOT_FOUND: {
    when: 'The person has no run of this ID; runs are kept for 30 days.',
    detail: 'There is no such run, or it is of somebody else.',
    nextStep: 'Go back to the findings.',
  },
  FIX_RUNNING: {
    when: 'The run is worked on already.',
    detail: 'This run is going on already, so nothing was begun twice.',
    nextStep: 'Wait for its end, or stop it.',
  },
  FIX_LIMIT_REACHED: {
    when: 'Another run of changes of the person is going on.',
    detail: 'Another run of changes of yours is going on, and two would get in each other’s way.',
    nextStep: 'Wait for its end or stop it, then begin again.',
  },
  ACCEPT_RULE_LIMIT_REACHED: {
    when: 'Two hundred rules of the tenant that accept findings hold at the moment.',
    detail: 'The portal keeps at most 200 rules that accept findings, so that somebody can still read them.',
    nextStep: 'Withdraw one that is no longer needed, or make one of them wider.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>
