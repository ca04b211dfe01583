import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    textDecorationThickness: '1px',
    textUnderlineOffset: '3px',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationThickness: '2px' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
})

interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** From `paths`. */
  readonly href: string
  /** Without the look of a link, for rails and cards that bring their own. */
  readonly plain?: boolean
}

/** A link inside the application: no page load, but every habit of a link (new tab, copy address) stays. */
export function AppLink({ href, plain = false, className, onClick, children, ...rest }: AppLinkProps) {
  const styles = useStyles()
  const follow = useFollow()
  return (
    <a
      {...rest}
      href={href}
      className={plain ? className : mergeClasses(styles.link, className)}
      onClick={(event) => {
        onClick?.(event)
        follow(event, href)
      }}
    >
      {children}
    </a>
  )
}

/** Goes to an address from `paths` when a link was clicked plainly. */
export function useFollow() {
  const router = useRouter()
  return (event: MouseEvent<HTMLElement>, href: string) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain) return
    event.preventDefault()
    router.history.push(href)
  }
}

/** Goes to an address from `paths` from code, such as after a form was stored. */
export function useGo() {
  const router = useRouter()
  return (href: string, { replace = false } = {}) => {
    if (replace) router.history.replace(href)
    else router.history.push(href)
  }
}
