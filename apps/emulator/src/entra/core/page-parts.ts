import type { User } from '../../kernel/entities/directory.ts'
import { html, type Html } from '../../kernel/html.ts'

/** The person a page is about. */
export function personLine({ displayName, username }: Pick<User, 'displayName' | 'username'>): Html {
  return html`<p class="quiet"><bdi>${displayName}</bdi> · ${username}</p>`
}

export function hiddenFields(fields: Record<string, string>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
}

/** What a page's form may lead to besides the emulator: the client's origin, or its scheme when it is no web address. */
export function formTargetOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri)
  return origin === 'null' ? protocol : origin
}
