import type { FastifyInstance, RouteOptions } from 'fastify'

/** Refuses to start when a route does not say what it is: how it is protected must never be an accident. */
export function registerRouteRules(app: FastifyInstance, onRoute?: (route: RouteOptions) => void): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
    onRoute?.(route)
  })
  app.addHook('onReady', async () => {
    const silent = routes.filter(
      ({ config }) => config?.responseClass === undefined || config.access === undefined,
    )
    if (silent.length > 0) {
      const names = silent.map(({ method, url }) => `${String(method)} ${url}`)
      throw new Error(`These routes lack responseClass or access in their config: ${names.join(', ')}`)
    }
  })
}
