import type { TrustParent } from '@trustwright/shared-schemas'
import type { Choice } from '../../../components/forms/choice-field.tsx'
import { ApplicationMark, ManagedIdentityMark } from '../../../ui/marks.tsx'
import { newApplication, newIdentity, otherChoice } from './identity-choice.ts'
import { nameOfDraftParent } from '../parent-of-draft.ts'
import type { SuggestedParent } from './rank-parents.ts'
import { suggestionWords } from './suggestion-words.ts'

interface Offered {
  readonly found: readonly SuggestedParent[]
  /** The trusts of the tenant were read before, so their counts mean something. */
  readonly isKnown: boolean
  /** What was searched for and chosen; null where nothing was. */
  readonly picked: TrustParent | null
  /** Its name, where Azure told one. */
  readonly pickedName: string | null
}

/** Those that fit best with the reason, a new one, and a way to any other. */
export function identityChoices({ found, isKnown, picked, pickedName }: Offered): readonly Choice[] {
  return [
    ...found.map((one) => ({
      value: one.key,
      label: one.name,
      help: suggestionWords(one, isKnown),
      icon: one.parent.kind === 'application' ? <ApplicationMark /> : <ManagedIdentityMark />,
    })),
    {
      value: newIdentity,
      label: 'A new managed identity',
      help: 'Lives in a resource group. The usual choice.',
      icon: <ManagedIdentityMark />,
    },
    {
      value: newApplication,
      label: 'A new application',
      help: 'An app registration of the directory. Needed for patterns and Microsoft Graph permissions.',
      icon: <ApplicationMark />,
    },
    {
      value: otherChoice,
      label:
        picked === null
          ? 'Another one'
          : `Another one: ${nameOfDraftParent({ kind: 'existing', parent: picked }, pickedName)}`,
      help: 'Any managed identity or application that you may read.',
    },
  ]
}
