import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { PageHeader } from './page-header.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** Takes the place of a page that failed while it was drawn; the shell around it stays usable. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <>
      <PageHeader title="This page failed" />
      <ProblemNotice
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </>
  )
}
