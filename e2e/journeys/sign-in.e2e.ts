import { createServer } from 'node:http'
import { chooseAccount, expect, signIn, test } from '../fixtures.ts'
import { findSeeded, identityAddress } from '../trusts.ts'

test('somebody who is signed out sees what this is and one way in', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

test('a deep link with its query survives signing in', async ({ page }) => {
  const wanted = '/trusts?q=contoso%2Fpay-api'
  await signIn(page, 'developer', wanted)
  await expect(page).toHaveURL(
    ({ pathname, searchParams }) => pathname === '/trusts' && searchParams.get('q') === 'contoso/pay-api',
  )
  await expect(page.getByRole('textbox', { name: 'Filter trusts' })).toHaveValue('contoso/pay-api')
})

for (const outside of [
  'https://fabrikam.example/',
  '//fabrikam.example',
  '/\\fabrikam.example',
  '/%2f%2ffabrikam.example',
]) {
  test(`signing in never returns to ${outside}`, async ({ page }) => {
    await page.goto(`/auth/sign-in?returnTo=${encodeURIComponent(outside)}`)
    await chooseAccount(page, 'developer')
    await expect(page).toHaveURL('/')
  })
}

test('going back at the sign-in page ends on a page that says so, without a session', async ({ page }) => {
  await page.goto('/auth/sign-in')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(/\/sign-in-problem\?reason=cancelled/)
  await expect(page.getByRole('main')).toContainText('You went back before signing in')
})

test('no token and no session id is within reach of the page', async ({ page, context }) => {
  const answers: string[] = []
  page.on('response', (response) => {
    if (response.url().startsWith(String(process.env.E2E_PORTAL)) && response.url().includes('/api/')) {
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      )
    }
  })
  await signIn(page, 'developer')
  await page.goto(identityAddress(await findSeeded()))
  await expect(page.getByText('4 of 20')).toBeVisible()
  const reachable = await page.evaluate(() =>
    [
      document.cookie,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      document.documentElement.outerHTML,
    ].join(),
  )
  const jwt = /eyJ[\w-]{10,}\.[\w-]{10,}\./
  expect(reachable).not.toMatch(jwt)
  expect(answers.length).toBeGreaterThan(2)
  for (const answer of answers) expect(answer).not.toMatch(jwt)

  const cookies = (await context.cookies()).filter(({ name }) => name.includes('trustwright'))
  expect(
    cookies.map(({ name, httpOnly, secure, sameSite, path }) => ({ name, httpOnly, secure, sameSite, path })),
  ).toEqual([
    { name: '__Host-Http-trustwright-session', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' },
  ])
})

test('signing out ends the session here and at Entra', async ({ page }) => {
  await signIn(page, 'developer')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.origin === process.env.E2E_PORTAL)
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  const status = await page.evaluate(async () => {
    const response = await fetch('/api/subscriptions', { headers: { 'x-trustwright': '1' } })
    return response.status
  })
  expect(status).toBe(401)
  await page.goto('/auth/sign-in')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
})

test('a page of another port on the same host can make no API call', async ({ page, context }) => {
  await signIn(page, 'reader')
  const portal = String(process.env.E2E_PORTAL)
  const attacker = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<p>Hello'),
  )
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve))
  const address = attacker.address()
  // A page of its own: the browser reports each refusal on its console.
  const foreign = await context.newPage()
  await foreign.goto(`http://localhost:${String(typeof address === 'object' ? address?.port : '')}`)
  const seen = await foreign.evaluate(async (origin) => {
    const attempt = (init: RequestInit) =>
      fetch(`${origin}/api/inventory`, { method: 'POST', credentials: 'include', ...init }).then(
        (response) => response.type,
        () => 'refused',
      )
    return [await attempt({ mode: 'no-cors' }), await attempt({ headers: { 'x-trustwright': '1' } })]
  }, portal)
  await new Promise((resolve) => attacker.close(resolve))
  // The first was sent with the person's cookie, and its answer withheld; the second died at its preflight.
  expect(seen).toEqual(['refused', 'refused'])
  await page.goto('/')
  const latest = await page.evaluate(async () => {
    const response = await fetch('/api/inventory/latest', { headers: { 'x-trustwright': '1' } })
    return (await response.json()) as unknown
  })
  expect(latest).toEqual({ scan: null })
})

test('the page of the API opens for anybody, and breaks no policy', async ({ page }) => {
  await page.goto('/api/docs')
  await expect(page.getByText('/api/session').first()).toBeVisible()
  const document = await page.request.get('/api/openapi.json')
  expect(await document.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
})
