import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDocument, reviewPanel } from './support/documentPage.ts'
import type { Session } from './support/session.ts'
import { signIn } from './support/session.ts'
import { startBrowser } from './support/startBrowser.ts'

const server = inject('server')
let browser: Browser
let admin: Session
let editor: Session

beforeAll(async () => {
  browser = await startBrowser()
  admin = await signIn(browser, server, 'admin@demo.test')
  editor = await signIn(browser, server, 'editor@demo.test')
})

afterAll(() => browser.close())

const open = (page: Page, path: string) => page.goto(`${server.url}/admin${path}`)

/** Opens a document of a list: the first, or the one that a word names. */
async function openOne({ page }: Session, collection: string, word = ''): Promise<void> {
  await open(page, `/collections/${collection}`)
  const link = page.locator('tbody tr').filter({ hasText: word }).locator('a').first()
  await openDocument(page, `${server.url}${(await link.getAttribute('href')) ?? ''}`)
}

/** The console complains of every part of a page that the policy keeps from running or loading. */
describe('the admin UI under its policy', () => {
  it('shows its lists and documents, with dates, text editor and review panel', async () => {
    const { page } = editor
    await openOne(editor, 'studies')
    await openOne(editor, 'claims')
    await reviewPanel(page).getByText('Signatures').first().waitFor()
    await openOne(editor, 'reviews')
    await page.getByRole('region', { name: 'actor' }).waitFor()
    await openDocument(page, `${server.url}/admin/collections/media/create`)
    await openOne(editor, 'therapies')
    await page.locator('#field-sections [contenteditable="true"]').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await page.getByRole('option', { name: 'Claim' }).waitFor()
    expect(editor.takeProblems()).toEqual([])
  })

  it('shows what administrators see', async () => {
    const { page } = admin
    await openOne(admin, 'channels')
    await openOne(admin, 'users')
    await openDocument(page, `${server.url}/admin/collections/users/create`)
    expect(admin.takeProblems()).toEqual([])
  })

  it('marks every script of a page, and runs none that is not marked', async () => {
    const { page } = editor
    const answer = await open(page, '')
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-/)
    expect(answer?.headers()['x-powered-by']).toBeUndefined()
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      document.body.append(script)
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="x" onerror="window.intruder = true">',
      )
    })
    await page.waitForFunction(() => document.querySelector('img[src="x"]') !== null)
    expect(await page.evaluate('window.intruder')).toBeUndefined()
    const complaints = editor.takeProblems().join('\n')
    expect(complaints).toContain('Content Security Policy')
  })

  it('has no form for a first account', async () => {
    const { page } = await signIn(browser, server, 'reviewer@demo.test')
    await page.context().clearCookies()
    await open(page, '/create-first-user')
    await page.waitForURL(`${server.url}/admin/login`)
  })
})

describe('the account page', () => {
  it('asks for the present password before it takes another address', async () => {
    const { page } = admin
    await openDocument(page, `${server.url}/admin/account`)
    const address = page.locator('#field-email')
    await address.fill('moved@demo.test')
    const save = page.getByRole('button', { name: 'Save' }).first()
    await save.click()
    await page.getByText('needs your present password').first().waitFor()
    await page.getByLabel('Present password').fill(server.password)
    await save.click()
    await page.getByText('Updated successfully').first().waitFor()
    expect(await address.inputValue()).toBe('moved@demo.test')
    // The refusal itself is what the browser logs.
    expect(admin.takeProblems()).toEqual([expect.stringMatching(/status of 403 .*\/users\//)])
  })

  it('shows no field for it on the accounts of others', async () => {
    const { page } = admin
    await openOne(admin, 'users', 'reviewer@demo.test')
    expect(await page.getByLabel('Present password').count()).toBe(0)
  })
})
