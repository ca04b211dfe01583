import { paths } from '../paths.ts'
import { ActionLink } from './action-link.tsx'
import { PageHeader } from './page-header.tsx'

/** For an address that names no page. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader
        title="Page not found"
        summary="Nothing is at this address. It may be cut off, or the page has another place now."
      />
      <ActionLink href={paths.trusts()} appearance="primary">
        Go to trusts
      </ActionLink>
    </>
  )
}
