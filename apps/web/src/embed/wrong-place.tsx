import { innerPath } from './framed-history.ts'
import type { Framing } from './judge-framing.ts'

type Why = Exclude<Framing['kind'], 'framed'>

const words: Readonly<Record<Why, { readonly title: string; readonly text: string }>> = {
  alone: {
    title: 'This address is for frames',
    text: 'It shows Trustwright inside another product. Opened on its own it cannot sign you in.',
  },
  nested: {
    title: 'Trustwright does not open in a frame within a frame',
    text: 'The page around it is itself inside another page, so nobody can tell whose page asks you to sign in.',
  },
  'other-host': {
    title: 'This page may not show Trustwright',
    text: 'The people who run Trustwright have not listed it. They can, in EMBED_ORIGINS.',
  },
}

/** In the place of the application, where it would not be safe to sign in. The link leaves every frame. */
export function WrongPlace({ why }: { readonly why: Why }) {
  const { title, text } = words[why]
  const { pathname, search } = globalThis.location
  return (
    <main className="wrong-place">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={innerPath(pathname) + search} target="_blank" rel="noreferrer">
          Open Trustwright in a tab of its own
        </a>
      </p>
    </main>
  )
}
