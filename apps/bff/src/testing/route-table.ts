import type { RouteOptions } from 'fastify'

export interface TableRoute {
  readonly method: string
  /** The template with an example in the place of each parameter. */
  readonly url: string
  readonly template: string
  readonly config: NonNullable<RouteOptions['config']>
}

/** Every address and method of a route table; of one class where it is named. */
export function tableOf(routes: readonly RouteOptions[], responseClass?: string): TableRoute[] {
  return routes
    .filter(({ config }) => responseClass === undefined || config?.responseClass === responseClass)
    .flatMap(({ config = {}, method, url: template }) =>
      [method].flat().map((one) => ({ method: one, template, url: exampleOf(template), config })),
    )
}

function exampleOf(template: string): string {
  const guid = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
  return template
    .replace(/:(subscriptionId|scanId|deletedTrustId)/g, guid)
    .replace(/:[A-Za-z]+/g, 'id-pay')
    .replace('*', 'x')
}
