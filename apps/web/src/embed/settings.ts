import * as z from 'zod'

/** What the portal wrote into the page; all of it is public. */
export const EmbedSettings = z.strictObject({
  clientId: z.string(),
  /** Of Entra, with the tenant. */
  authority: z.url(),
  /** Of the portal's own API. */
  scope: z.string(),
  /** Exact origins of the hosts that may frame the portal. */
  hosts: z.array(z.string()),
})
export type EmbedSettings = z.infer<typeof EmbedSettings>

/** Throws where the portal wrote something else. */
export function readEmbedSettings(text: string): EmbedSettings {
  return EmbedSettings.parse(JSON.parse(text))
}
