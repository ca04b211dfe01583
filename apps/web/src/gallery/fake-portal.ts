import { endpoints, type InventoryPage, type Session } from '@trustwright/shared-schemas'
import {
  sampleApplicationDetail,
  sampleApplications,
  sampleDirectoryAccess,
  sampleHalfMade,
  sampleIdentities,
} from './application-samples.ts'
import { ago, sampleEvents, sampleProblem, sampleRows, sampleScan, sampleUnreadable } from './samples.ts'

/** Picked by `?scene=`: the state that every page shows. */
export type Scene = 'full' | 'empty' | 'running' | 'failed' | 'loading' | 'signed-out' | 'many' | 'huge'

const sizes: Partial<Record<Scene, number>> = { empty: 0, running: 24, many: 1000, huge: 50_000 }

/** Answers the portal's API from samples, inside this page alone. */
export function fakePortal(scene: Scene): void {
  const rows = sampleRows(sizes[scene] ?? 12)
  const scan = sampleScan(
    rows.length,
    scene === 'running'
      ? {
          state: 'running',
          finishedAt: null,
          identitiesRead: 18,
          identitiesFound: 64,
          secondsLeft: 95,
          waitingUntil: ago(-20_000),
        }
      : {},
  )
  const page = (after: number, limit: number): InventoryPage => {
    const part = rows.slice(after, after + limit)
    return {
      scan,
      unreadable: scene === 'full' ? sampleUnreadable : [],
      rows: part,
      parents: [],
      gone: [],
      nextAfter: String(after + part.length),
      hasMore: part.length === limit,
    }
  }
  const session: Session = {
    user:
      scene === 'signed-out'
        ? null
        : {
            objectId: 'o',
            tenantId: 't',
            username: 'dev@contoso.example',
            displayName: 'Devi Eloper',
            isAdmin: false,
          },
    settings: {
      cloud: 'public',
      tenantId: '99999999-aaaa-4bbb-8ccc-dddddddddddd',
      authorityHost: 'https://login.microsoftonline.com',
      armEndpoint: 'https://management.azure.com',
      graphEndpoint: 'https://graph.microsoft.com',
      defaultAudience: 'api://AzureADTokenExchange',
      sampleTokenUrl: null,
    },
  }
  const subscription = {
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    displayName: 'Production',
    state: 'Enabled',
    tenantId: null,
  }

  const second = { subscriptionId: '22222222-2222-3333-4444-555555555555', displayName: 'Development' }

  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.origin)
    if (url.pathname === endpoints.readSession.path) return json(session)
    if (scene === 'loading') return await new Promise<Response>(() => undefined)
    if (scene === 'failed') return json(sampleProblem, 403)
    if (url.pathname === endpoints.latestInventory.path) return json({ scan })
    if (url.pathname === endpoints.startInventory.path) return json(scan)
    if (url.pathname.startsWith('/api/inventory/')) {
      return json(page(Number(url.searchParams.get('after')), Number(url.searchParams.get('limit'))))
    }
    if (url.pathname === endpoints.listActivity.path) {
      return json({
        events: scene === 'empty' ? [] : sampleEvents(),
        nextBefore: scene === 'empty' ? null : 'older',
      })
    }
    if (url.pathname === endpoints.listSubscriptions.path)
      return json({ subscriptions: scene === 'empty' ? [] : [subscription, { ...subscription, ...second }] })
    if (url.pathname === endpoints.readDirectoryAccess.path)
      return json(sampleDirectoryAccess(scene === 'full' ? false : null))
    if (url.pathname === endpoints.createApplication.path && init?.method === 'POST')
      return json(sampleHalfMade, 201)
    const identity = identityAnswer(url, rows.length, subscription.subscriptionId)
    if (identity !== null) return json(identity)
    return json({ ...sampleProblem, code: 'ROUTE_NOT_FOUND', status: 404 }, 404)
  }
}

/** What workloads sign in as, of both kinds; null for other addresses. */
function identityAnswer({ pathname }: URL, total: number, subscriptionId: string): unknown {
  if (pathname === endpoints.listAllIdentities.path) return sampleIdentities(total, subscriptionId)
  if (pathname === endpoints.listApplications.path) return sampleApplications(total)
  const [, appId, rest] = /^\/api\/applications\/([^/]+)(\/trusts|\/activity)?$/.exec(pathname) ?? []
  if (appId === undefined) return null
  if (rest === '/trusts') return { trusts: [], deleted: [] }
  if (rest === '/activity') return { events: [], nextBefore: null }
  return sampleApplicationDetail(appId)
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status })
}
