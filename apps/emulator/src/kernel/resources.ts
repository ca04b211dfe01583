import type { Settings } from './world.ts'

export type ResourceName = 'arm' | 'graph'

interface Resource {
  name: ResourceName
  displayName: string
  appId: string
  identifiers: (settings: Settings) => string[]
}

/**
 * The resources tokens may be asked for.
 * Application ids: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const resources: readonly Resource[] = [
  {
    name: 'arm',
    displayName: 'Windows Azure Service Management API',
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    identifiers: ({ httpsOrigin }) => [
      'https://management.azure.com',
      'https://management.core.windows.net',
      httpsOrigin,
    ],
  },
  {
    name: 'graph',
    displayName: 'Microsoft Graph',
    appId: '00000003-0000-0000-c000-000000000000',
    identifiers: () => ['https://graph.microsoft.com'],
  },
]

/** Finds a resource by application id or identifier URI, with or without one trailing slash. */
export function findResource(identifier: string, settings: Settings): Resource | undefined {
  const wanted = withoutTrailingSlash(identifier)
  return resources.find(
    (resource) => resource.appId === wanted || resource.identifiers(settings).includes(wanted),
  )
}

/** Every `aud` value that the resource takes. */
export function allowedAudiences(name: ResourceName, settings: Settings): string[] {
  return resources
    .filter((resource) => resource.name === name)
    .flatMap((resource) => [
      ...resource.identifiers(settings).flatMap((identifier) => [`${identifier}/`, identifier]),
      resource.appId,
    ])
}

function withoutTrailingSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text
}
