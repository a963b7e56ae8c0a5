import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { barriers } from './support/barriers.ts'
import {
  openDocument,
  openForm,
  panelButton,
  press,
  reviewPanel,
  saveDraft,
  shows,
  showsNot,
} from './support/documentPage.ts'
import { fetched } from './support/fetched.ts'
import type { Session } from './support/session.ts'
import { signIn } from './support/session.ts'
import { startBrowser } from './support/startBrowser.ts'

const statement =
  'In this invented comparison 20 of 41 people had less pain, against 19 of 40 others.'
const key = 'invented-comparison-of-a-workflow'
const superseded = 'prp-what-was-injected'
const remark = 'Say how long the people were followed.'
const reason = 'Another text says the same and more.'

const server = inject('server')
let browser: Browser
let editor: Session
let reviewer: Session
let claimUrl: string

beforeAll(async () => {
  browser = await startBrowser()
  editor = await signIn(browser, server, 'editor@demo.test', { timezoneId: 'Europe/Berlin' })
  reviewer = await signIn(browser, server, 'reviewer@demo.test', { colorScheme: 'dark' })
  claimUrl = await writtenClaim(editor.page)
})

afterAll(() => browser.close())

/** The steps build on each other, as they do for people. */
describe('a review among people', () => {
  it('is asked of a person who can sign, until a day', async () => {
    const { page } = editor
    await openDocument(page, claimUrl)
    await press(page, 'Submit for review')
    await shows(page, 'Submitted.')
    await press(page, 'Assign a reviewer')
    const form = openForm(page)
    const people = form.getByLabel('Reviewer')
    await people.locator('option', { hasText: 'Dr Ivo Invented' }).waitFor({ state: 'attached' })
    expect(await people.locator('option').allInnerTexts()).toEqual([
      'Choose a person',
      'Dr Flora Fictitious',
      'Dr Ivo Invented',
    ])
    await people.selectOption('Dr Flora Fictitious')
    await form.getByLabel('Due').fill('2031-05-06')
    expect(await barriers(page, '.review-panel')).toEqual([])
    await form.getByRole('button', { name: 'Assign' }).click()
    await shows(page, 'Assigned.', 'Waiting for Dr Flora Fictitious, due 2031-05-06')
  })

  it('stands on that person’s dashboard, which leads there', async () => {
    const { page } = reviewer
    await page.goto(`${server.url}/admin`)
    const waiting = page.getByRole('region', { name: 'Waiting for your review' })
    const item = waiting.getByRole('listitem').filter({ hasText: statement })
    await item.getByText('You were asked, due 2031-05-06').waitFor()
    expect(await barriers(page, '.work')).toEqual([])
    await item.getByRole('link').click()
    await page.waitForURL(claimUrl)
    await shows(page, 'In review')
  })

  it('stops at a comment on a place in the text, which its editor finds', async () => {
    await press(reviewer.page, 'Comment')
    const form = openForm(reviewer.page)
    await form.getByLabel('About').selectOption('Statement')
    await form.getByLabel('Your comment').fill(remark)
    await form.getByRole('button', { name: 'Comment' }).click()
    await shows(reviewer.page, 'Commented.', '1 open comment')
    expect(await panelButton(reviewer.page, 'Approve').count()).toBe(0)
    await shows(reviewer.page, 'You cannot approve it')
    expect(await barriers(reviewer.page, '.review-panel')).toEqual([])

    const { page } = editor
    await page.goto(`${server.url}/admin`)
    const commented = page.getByRole('region', { name: 'Open comments on your texts' })
    await commented.getByRole('link', { name: statement }).click()
    await page.waitForURL(claimUrl)
    await page.locator('form[data-form-ready="true"]').first().waitFor()
    await shows(page, remark, 'or any reviewer can resolve it')
    await reviewPanel(page).getByRole('button', { name: 'Statement' }).first().click()
    await page.locator('#field-statement:focus').waitFor()
  })

  it('goes on once the comment is settled, by hand and by keyboard alone', async () => {
    await editor.page.locator('#field-followUpMonths').fill('6')
    await saveDraft(editor.page)
    await press(editor.page, 'Submit for review')
    await shows(editor.page, 'Submitted.')

    const { page } = reviewer
    await openDocument(page, claimUrl)
    await reviewPanel(page).getByRole('button', { name: 'Resolve the comment' }).click()
    await shows(page, 'Resolved.', '0 open comments', '1 resolved')
    await tabTo(page, 'Approve…')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type(server.password)
    expect(await barriers(page, '.review-panel')).toEqual([])
    await page.keyboard.press('Enter')
    await shows(page, 'Signed.', 'Signatures: 1 of 1', 'The text is medically accurate.')
    await showsNot(page, 'Waiting for')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Signed.')
  })
})

describe('a publication', () => {
  it('is scheduled on the editor’s own clock, and taken back', async () => {
    const { page } = editor
    await openDocument(page, claimUrl)
    await press(page, 'Schedule')
    const form = openForm(page)
    await form.getByLabel('in your time zone, Europe/Berlin').fill(inAWeek())
    await form.getByText(`${inAWeek().slice(0, 10)} 10:00 Europe/Berlin is`).waitFor()
    expect(await barriers(page, '.review-panel')).toEqual([])
    await form.getByRole('button', { name: 'Schedule' }).click()
    await shows(page, 'Scheduled. Every rule', 'Scheduled by Edda Example.')
    await reviewPanel(page).getByRole('button', { name: 'Take back' }).click()
    await shows(page, 'Taken back.')
    await showsNot(page, 'Scheduled by Edda Example.')
  })

  it('brings the text into the feed', async () => {
    await press(editor.page, 'Publish')
    await openForm(editor.page).getByRole('button', { name: 'Publish' }).click()
    await shows(editor.page, 'Published.', 'Live')
    expect(await fetched(`us-en/claims/${key}.md`, 200)).toContain(statement.slice(0, -1))
  })
})

describe('a change of a study', () => {
  it('shows what it would withhold, before it is saved and before it is published', async () => {
    const { page } = editor
    await openDocument(page, await documentUrl(page, 'studies', 'schepers-2022'))
    await page.locator('#field-sampleSize').fill('97')
    await press(page, 'What would fall\\?')
    await shows(page, 'This would withhold:', 'lacks 2 signatures')
    await saveDraft(page)
    await shows(page, 'If these facts are published', 'This would withhold:', 'Leans on it:')
    await panelButton(page, 'Publish').waitFor()
    expect(await barriers(page, '.review-panel')).toEqual([])
  })
})

describe('a withdrawal', () => {
  it('takes two presses, with what follows in sight and what takes its place', async () => {
    const { page } = editor
    await openDocument(page, await documentUrl(page, 'claims', superseded))
    await press(page, 'Withdraw')
    const form = openForm(page)
    await form.getByText('Stay, with a notice in its place').waitFor()
    await form.getByLabel('Superseded').check()
    await form.getByLabel('Search').fill('invented comparison')
    await form.getByLabel(statement).check()
    await form.getByLabel('The reason').fill(reason)
    expect(await barriers(page, '.review-panel')).toEqual([])
    await form.getByRole('button', { name: 'Withdraw now' }).click()
    await shows(page, 'Withdrawn.', reason, `In its place: claim/${key}`)
    expect(await fetched(`us-en/claims/${superseded}.md`, 410)).toContain(reason)
  })

  it('is possible although nobody can tell what follows', async () => {
    const { page } = reviewer
    await page.route('**/cascade', (route) => route.abort())
    await openDocument(page, claimUrl)
    await press(page, 'Withdraw')
    const form = openForm(page)
    await form.getByText('You can withdraw it all the same').waitFor()
    await form.getByLabel('Safety').check()
    await form.getByLabel('The reason').fill('The example was invented for a test.')
    await form.getByRole('button', { name: 'Withdraw now' }).click()
    await shows(page, 'Withdrawn.', 'Safety: it could harm a reader.')
    // The request that was cut off is what the browser logs.
    expect(reviewer.takeProblems()).toEqual([expect.stringContaining('/cascade')])
  })
})

describe('the consoles', () => {
  it('have nothing to complain of', () => {
    expect(editor.takeProblems()).toEqual([])
    expect(reviewer.takeProblems()).toEqual([])
  })
})

/** A draft that cites a live study, made by the person of the page. */
async function writtenClaim(page: Page): Promise<string> {
  const doc = await created(page, {
    key,
    statement,
    therapy: await idOf(page, 'therapies', 'prolotherapy'),
    claimKind: 'comparison',
    direction: 'noDifference',
    certainty: 'low',
    certaintyReason: 'Invented.',
    language: 'en',
    citations: [{ study: await idOf(page, 'studies', 'ongley-1987'), stance: 'supports' }],
  })
  return `${server.url}/admin/collections/claims/${doc.id}`
}

async function created(page: Page, data: object): Promise<{ readonly id: string }> {
  const answer = await page.request.post(`${server.url}/api/claims?draft=true`, {
    data,
    headers: { Origin: server.url },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { doc } = (await answer.json()) as { doc: { id: string } }
  return doc
}

async function documentUrl(page: Page, collection: string, name: string): Promise<string> {
  return `${server.url}/admin/collections/${collection}/${await idOf(page, collection, name)}`
}

async function idOf(page: Page, collection: string, name: string): Promise<string> {
  const query = new URLSearchParams({ 'where[key][equals]': name, depth: '0', limit: '1' })
  const answer = await page.request.get(`${server.url}/api/${collection}?${query.toString()}`)
  const { docs } = (await answer.json()) as { docs: { id: string }[] }
  const [found] = docs
  if (found === undefined) throw new Error(`${collection} has no ${name}.`)
  return found.id
}

/** Goes on to a button as people without a mouse do. */
async function tabTo(page: Page, name: string): Promise<void> {
  const mostSteps = 60
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return
  }
  throw new Error(`The keyboard does not get to ${name}.`)
}

/** Ten o’clock in a week, as the input of a browser in Berlin takes it. */
function inAWeek(): string {
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length)
  return `${day}T10:00`
}
