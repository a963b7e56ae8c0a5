import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { barriers } from './support/barriers.ts'
import { choose, openDocument } from './support/documentPage.ts'
import type { Session } from './support/session.ts'
import { signIn } from './support/session.ts'
import { startBrowser } from './support/startBrowser.ts'

const server = inject('server')
let browser: Browser
let admin: Session
let key = ''
let site = ''

beforeAll(async () => {
  browser = await startBrowser()
  admin = await signIn(browser, server, 'admin@demo.test')
})

afterAll(() => browser.close())

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Receipts and keys' })
const secrets = (page: Page): Locator => page.getByRole('region', { name: 'Secrets and trial' })

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(/\/collections\/[a-z]+\/(?!create)[^/]+$/)
}

async function receipt(authorization: string): Promise<Response> {
  const index = await fetch(`${server.url}/feeds/v1/index.json`)
  const bytes = Buffer.from(await index.arrayBuffer())
  const { release } = JSON.parse(bytes.toString()) as { release: number }
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
  return fetch(`${server.url}/feeds/v1/receipts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body: JSON.stringify({
      channels: ['us-en'],
      release,
      digest,
      appliedAt: new Date().toISOString(),
    }),
  })
}

describe('a site', () => {
  it('gets a key, which is shown once', async () => {
    const { page } = admin
    await openDocument(page, `${server.url}/admin/collections/sites/create`)
    await page.getByLabel('Name').fill('Example Clinic')
    await choose(page.locator('#field-channels'), 'United States')
    await save(page)
    site = page.url()
    await panel(page).getByText('This site has no keys.').waitFor()
    await panel(page).getByRole('button', { name: 'Make a key' }).click()
    const shown = panel(page).getByLabel('The new key.')
    await shown.waitFor()
    key = await shown.inputValue()
    expect(key).toMatch(/^cgk_[\w-]{43}$/)
    expect(await barriers(page, '[aria-label="Receipts and keys"]')).toEqual([])
    await openDocument(page, site)
    await panel(page)
      .getByText(`${key.slice(0, 10)}…`)
      .waitFor()
    expect(await page.content()).not.toContain(key)
    expect(admin.takeProblems()).toEqual([])
  })

  it('says what it has applied, and editors see where it stands', async () => {
    expect((await receipt('Bearer cgk_none')).status).toBe(401)
    const taken = await receipt(`Bearer ${key}`)
    expect([taken.status, await taken.json()]).toMatchObject([200, { site: 'example-clinic' }])
    const { page, takeProblems } = await signIn(browser, server, 'editor@demo.test')
    await openDocument(page, site)
    await panel(page)
      .getByRole('row', { name: /us-en/ })
      .getByText(/up to date/)
      .waitFor()
    expect(await panel(page).getByRole('button', { name: 'Make a key' }).count()).toBe(0)
    expect(takeProblems()).toEqual([])
  })

  it('is turned away once its key is revoked', async () => {
    const { page } = admin
    await openDocument(page, site)
    page.once('dialog', (dialog) => void dialog.accept())
    await panel(page).getByRole('button', { name: 'Revoke' }).click()
    await panel(page)
      .getByText(/revoked/)
      .waitFor()
    expect((await receipt(`Bearer ${key}`)).status).toBe(401)
  })
})

describe('a webhook', () => {
  it('goes to a public address only, and shows its secret once', async () => {
    const { page } = admin
    await openDocument(page, `${server.url}/admin/collections/webhooks/create`)
    await page.getByLabel('Name').fill('Example Clinic, production')
    await choose(page.locator('#field-site'), 'Example Clinic')
    await page.getByLabel('URL').fill('https://127.0.0.1/hook')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('127.0.0.1 is no address of the public Internet').waitFor()
    await page.getByLabel('URL').fill('https://receiver.invalid/hook')
    admin.takeProblems()
    await save(page)
    await secrets(page).getByRole('button', { name: 'Make the secret' }).click()
    const secret = secrets(page).getByText(/^whsec_/)
    await secret.waitFor()
    const clear = (await secret.textContent()) ?? ''
    expect(await barriers(page, '[aria-label="Secrets and trial"]')).toEqual([])
    await openDocument(page, page.url())
    await secrets(page)
      .getByText(/signs since/)
      .waitFor()
    expect(await page.content()).not.toContain(clear)
    await secrets(page).getByRole('button', { name: 'Send a test' }).click()
    await secrets(page)
      .getByText(/It did not arrive\./)
      .waitFor()
    expect(admin.takeProblems()).toEqual([])
  })
})
