import { Callout } from '../../ui/callout.tsx'

/** What of a link was not understood, and what was done without it. */
export function LinkNote({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <Callout intent="warning" title="Not all of this link was understood">
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      <p>The rest is read below. Paste the error itself to be sure.</p>
    </Callout>
  )
}
