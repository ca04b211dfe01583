import type { ErrorText } from './error-texts.ts'

/** A part of `errorTexts`: of saved views. */
export const viewTexts = {
  VIEW_NOT_FOUND: {
    when: 'The person has no view of this ID, and none of this ID is shared.',
    detail: 'There is no such view, or it is of somebody else and no longer shared.',
    nextStep: 'Choose another view from the list.',
  },
  VIEW_NAME_TAKEN: {
    when: 'The person has a view of this name, or a shared view has it.',
    detail: 'There is a view of this name already, so nothing was saved.',
    nextStep: 'Choose another name, or save over that view.',
  },
  VIEW_CHANGED_MEANWHILE: {
    when: 'The view was saved since it was read. `current` names the stored version.',
    detail: 'Somebody saved this view since you read it, so yours was not saved over theirs.',
    nextStep: 'Reload the views, look at what changed, then save again or under another name.',
  },
  VIEW_LIMIT_REACHED: {
    when: 'The person has 100 views of their own.',
    detail: 'The portal keeps 100 views a person, and you have as many.',
    nextStep: 'Delete one that you no longer need.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>
