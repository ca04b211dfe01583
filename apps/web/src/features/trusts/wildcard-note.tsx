import { AppLink } from '../../components/app-link.tsx'
import { Callout } from '../../ui/callout.tsx'

/** Said where a wildcard was typed into an exact subject, with the way to what was meant: `href` is the builder's. */
export function WildcardNote({ href }: { readonly href: string }) {
  return (
    <Callout intent="warning" title="Azure compares letter by letter here">
      <p>
        In an exact subject * and ? are plain characters, so no token would match.{' '}
        <AppLink href={href}>Build a pattern from it</AppLink>, or the list of exact trusts that gives the
        same.
      </p>
    </Callout>
  )
}
