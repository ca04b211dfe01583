/** What a platform is asked, and what its token must say; `audience` where it is not the recommended one. */
export type PlatformJob = [
  id: string,
  fields: Record<string, unknown>,
  issuer: string,
  subject: string,
  audience?: string,
]
