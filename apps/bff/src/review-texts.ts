import type { ErrorText } from './error-texts.ts'

/** A part of `errorTexts`: of reviews. */
export const reviewTexts = {
  REVIEW_NOT_FOUND: {
    when: 'No review has this ID, the person is neither an administrator nor a reviewer of it, or their own inventory does not show this trust.',
    detail: 'There is no such review, or you are not among its reviewers.',
    nextStep: 'Look at the list of reviews, or ask who made it to add you.',
  },
  REVIEW_CHANGED_MEANWHILE: {
    when: 'Somebody decided, or moved the review on, since the person read it. `detail` says who and what.',
    detail: 'Somebody changed this since you read it, so yours was not stored over theirs.',
    nextStep: 'Look at what they decided, then decide again where you disagree.',
  },
  REVIEW_NOT_OPEN: {
    when: 'The review is in a state that does not take this: a decision while it is paused, or an end that is final.',
    detail: 'The review is in a state that does not take this, so nothing was changed.',
    nextStep: 'Reload the review. An administrator can open it again unless it is applied or cancelled.',
  },
  REVIEW_ITEM_NOT_RENEWABLE: {
    when: 'The trust of the line is gone, was not read, or is what the review holds already.',
    detail: 'The trust is what the review holds, so there is no newer form of it to take.',
    nextStep: 'Decide about it as it stands.',
  },
  REVIEW_EMPTY: {
    when: 'No trust of the inventory fits the query.',
    detail: 'No trust fits, so there is nothing to review.',
    nextStep: 'Change the query, or read the inventory first.',
  },
  REVIEW_TOO_LARGE: {
    when: 'More than 50,000 trusts fit the query.',
    detail: 'More than 50,000 trusts fit, and nobody decides about so many at once.',
    nextStep: 'Narrow the query, such as by severity, platform or scope, and make several reviews.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>
