import { afterAll, expect, test } from 'vitest'
import { entraRequests } from '../../testing/entra-requests.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin, world } = emulator
const { authorizeAddress, signIn } = entraRequests(emulator)

function logout(query: Record<string, string>, cookie = '') {
  const address = `${browserOrigin}/${world.settings.tenantId}/oauth2/v2.0/logout?${new URLSearchParams(query).toString()}`
  return emulator.fetch(address, { headers: { cookie } })
}

test('signing out ends single sign-on and leads to a registered address with the state', async () => {
  const cookie = (await signIn()).headers.get('set-cookie')?.split(';')[0] ?? ''
  const response = await logout(
    { post_logout_redirect_uri: 'http://localhost:4280/signed-out', state: 's' },
    cookie,
  )
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('http://localhost:4280/signed-out?state=s')
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await emulator.fetch(authorizeAddress(), { headers: { cookie } })).status).toBe(200)
})

test.for([
  'https://evil.example/',
  'http://localhost:4280.evil.example/',
  'http://localhost:4280/elsewhere',
  'javascript:alert(1)',
  '//evil.example',
])('%s is not registered: the person stays on the page', async (address) => {
  const response = await logout({ post_logout_redirect_uri: address })
  expect(response.status).toBe(200)
  expect(response.headers.get('location')).toBeNull()
  expect(await response.text()).toContain('You signed out of your account')
})
