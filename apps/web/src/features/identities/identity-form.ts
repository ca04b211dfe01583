import {
  IdentityName,
  LocationName,
  NewIdentity,
  NewResourceGroup,
  ResourceGroupName,
} from '@trustwright/shared-schemas'
import * as z from 'zod'

/** The form as it is on the screen. Both group variants stay filled while a person switches between them. */
export interface IdentityFormValues {
  groupChoice: 'existing' | 'new'
  existingGroup: string
  newGroupName: string
  newGroupLocation: string
  identityName: string
  location: string
}

/** What to ask of the API, in this order. `newGroup` is null when the group exists already. */
export interface IdentityPlan {
  newGroup: NewResourceGroup | null
  resourceGroup: string
  identity: NewIdentity
}

export const emptyIdentityForm: IdentityFormValues = {
  groupChoice: 'existing',
  existingGroup: '',
  newGroupName: '',
  newGroupLocation: '',
  identityName: '',
  location: '',
}

/** Checks the variant that is chosen only; a half-typed other one is no error. */
export const IdentityForm = z
  .strictObject({
    groupChoice: z.enum(['existing', 'new']),
    existingGroup: z.string(),
    newGroupName: z.string(),
    newGroupLocation: z.string(),
    identityName: IdentityName,
    location: z.string().min(1, 'Choose where the identity lives.').pipe(LocationName),
  })
  .superRefine((values, context) => {
    if (values.groupChoice === 'existing') {
      if (values.existingGroup === '') issue(context, 'existingGroup', 'Choose a resource group.')
      return
    }
    const name = ResourceGroupName.safeParse(values.newGroupName)
    if (!name.success) issue(context, 'newGroupName', firstMessage(name.error))
    if (values.newGroupLocation === '') {
      issue(context, 'newGroupLocation', 'Choose where the resource group keeps its records.')
    }
  })

/** Values that passed `IdentityForm`, as the requests to send. */
export function identityPlan(values: IdentityFormValues): IdentityPlan {
  const isNew = values.groupChoice === 'new'
  return {
    newGroup: isNew
      ? NewResourceGroup.parse({ name: values.newGroupName, location: values.newGroupLocation })
      : null,
    resourceGroup: isNew ? values.newGroupName : values.existingGroup,
    identity: NewIdentity.parse({ identityName: values.identityName, location: values.location }),
  }
}

function issue(context: z.RefinementCtx, field: keyof IdentityFormValues, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message })
}

function firstMessage(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'This value needs a change.'
}
