import { CopyButton } from './copy-button.tsx'
import { requestToAdmin, type MissingAccess } from './request-to-admin.ts'
import { useRequester } from './use-requester.ts'

/** Copies a message to whoever can give what is missing. */
export function CopyRequest({ missing }: { readonly missing: MissingAccess }) {
  return (
    <CopyButton
      value={requestToAdmin(missing, useRequester())}
      what="request to admin"
      text="Copy request to admin"
      appearance="secondary"
    />
  )
}
