import { useQuery } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { directoryAccessQuery } from '../../../api/application-queries.ts'
import { TextField } from '../../../components/forms/text-field.tsx'
import { NoPermission } from '../../../components/state-views.tsx'
import type { IdentityValues } from './identity-choice.ts'

/** The name of the new application, and what the person lacks to register one. */
export function NewApplicationFields({ form }: { readonly form: UseFormReturn<IdentityValues> }) {
  const access = useQuery(directoryAccessQuery).data?.createApplication
  return (
    <>
      {access !== undefined && access.allowed === false && (
        <NoPermission to="register an application" access={access} />
      )}
      <TextField
        control={form.control}
        name="displayName"
        label="Name of the application"
        help="People see it in sign-in logs. Names are no keys: a second one of the same name is another application."
      />
    </>
  )
}
