import { WizardSearch } from '../../../search.ts'

/** No value of a trust is longer, nor the place of a role. */
const longest = 1000

/** The values of a link that can mean something. */
export function withoutTooLong(read: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => !isTooLong(value)))
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > longest
}

/** What of a link is left out, a sentence for each: names that mean nothing here, and values that are too long. */
export function leftOut(query: string): readonly string[] {
  const asked = new URLSearchParams(query)
  return [...new Set(asked.keys())].flatMap((name) => {
    const quoted = `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`
    if (!Object.hasOwn(WizardSearch.shape, name)) return [`${quoted} means nothing here and is left out.`]
    return isTooLong(asked.get(name)) ? [`${quoted} is longer than any such value, and is left out.`] : []
  })
}
