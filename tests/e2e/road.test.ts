import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import {
  choose,
  chooseClaim,
  chooseFromList,
  openDocument,
  openForm,
  panelButton,
  press,
  reviewPanel,
  saveDraft,
  shows,
  showsNot,
  sign,
} from './support/documentPage.ts'
import { fetched } from './support/fetched.ts'
import type { Session } from './support/session.ts'
import { signIn } from './support/session.ts'
import { startBrowser } from './support/startBrowser.ts'

const unclear = 'In this invented example 12 of 30 people had less pain after 6 months.'
const statement =
  'In this invented example 12 of 30 people had less pain after 6 months, against 9 of 30 others.'
const claimKey = 'in-this-invented-example-12-of-30-people'
const changes = 'Say how many people of the other group had less pain.'
const reason = 'The example was invented for a test.'

const server = inject('server')
let browser: Browser
let editor: Session
let reviewer: Session
let second: Session
let claimUrl: string
let therapyUrl: string

beforeAll(async () => {
  browser = await startBrowser()
  editor = await signIn(browser, server, 'editor@demo.test')
  reviewer = await signIn(browser, server, 'reviewer@demo.test')
  second = await signIn(browser, server, 'reviewer2@demo.test')
})

afterAll(() => browser.close())

/** The steps build on each other, as they do for people. */
describe('the road from an empty claim to the feed', () => {
  it('begins with a draft whose findings name what is missing', async () => {
    const { page } = editor
    await openDocument(page, `${server.url}/admin/collections/claims/create`)
    expect(await reviewPanel(page).innerText()).toContain('Save the draft first')
    await page.locator('#field-statement').fill(unclear)
    await choose(page.locator('#field-therapy'), 'Prolotherapy')
    await choose(page.locator('#field-claimKind'), 'Benefit')
    await choose(page.locator('#field-direction'), 'Favours')
    await choose(page.locator('#field-certainty'), 'Low')
    await saveDraft(page)
    await page.waitForURL(/\/claims\/[0-9a-f-]{24,}$/)
    claimUrl = page.url()
    await shows(page, 'cites no source', 'Cite a source that supports the statement')
    await reviewPanel(page).getByRole('button', { name: 'Citations' }).first().click()
    await page.locator('#field-citations :focus').waitFor()
  })

  it('loses the finding with the citation, and its way to a reviewer while it is unsaved', async () => {
    const { page } = editor
    await page.getByRole('button', { name: 'Add Citation' }).click()
    await chooseFromList(
      page.locator('#field-citations__0__study'),
      'A new approach to the treatment',
    )
    await shows(page, 'Save the draft first: what is signed or published is the saved text.')
    expect(await panelButton(page, 'Submit for review').isDisabled()).toBe(true)
    await saveDraft(page)
    await showsNot(page, 'cites no source')
    await press(page, 'Submit for review')
    await shows(page, 'Submitted.', 'In review')
  })

  it('sends the text back with a reason, which its editor reads', async () => {
    await openDocument(reviewer.page, claimUrl)
    await press(reviewer.page, 'Request changes')
    await openForm(reviewer.page).getByLabel('What has to change').fill(changes)
    await openForm(reviewer.page).getByRole('button', { name: 'Request changes' }).click()
    await shows(reviewer.page, 'Sent back', 'Changes requested')

    await openDocument(editor.page, claimUrl)
    await shows(editor.page, 'Changes requested', changes)
    await editor.page.locator('#field-statement').fill(statement)
    await saveDraft(editor.page)
    await press(editor.page, 'Submit for review')
    await shows(editor.page, 'Submitted.')
  })

  it('signs nothing on a page that shows an older text, and says so', async () => {
    await openDocument(reviewer.page, claimUrl)
    await press(reviewer.page, 'Approve')
    await editor.page.locator('#field-outcome').fill('pain')
    await saveDraft(editor.page)
    await press(editor.page, 'Submit for review')
    await shows(editor.page, 'Submitted.')

    const form = openForm(reviewer.page)
    await form.getByLabel('The text is medically accurate.').check()
    await form.getByLabel('Your password').fill(server.password)
    await form.getByRole('button', { name: 'Sign' }).click()
    await form.getByText('has changed since you read it').waitFor()
    expect(reviewer.takeProblems()).toEqual([expect.stringMatching(/status of 409 .*\/review\)$/)])
    expect(await form.locator('ins').innerText()).toBe('pain')
    await form.getByRole('button', { name: 'Read the new text' }).click()
    await form.waitFor({ state: 'detached' })
    await reviewer.page.locator('form[data-form-ready="true"]').first().waitFor()
    expect(await reviewer.page.locator('#field-outcome').inputValue()).toBe('pain')
  })

  it('signs nothing with a wrong password, and keeps what was typed', async () => {
    const { page } = reviewer
    await openDocument(page, claimUrl)
    await press(page, 'Approve')
    const form = openForm(page)
    await form.getByLabel('I have read the cited evidence').check()
    await form.getByLabel('Your password').fill('not this one')
    await page.keyboard.press('Enter')
    await form.getByRole('alert').waitFor()
    expect(await form.getByRole('alert').innerText()).toContain('nothing was signed')
    expect(await form.getByLabel('I have read the cited evidence').isChecked()).toBe(true)
    // The refusal itself is what the browser logs.
    expect(reviewer.takeProblems()).toEqual([expect.stringMatching(/status of 403 .*\/review\)$/)])
    await form.getByLabel('Your password').fill(server.password)
    await page.keyboard.press('Enter')
    await shows(page, 'Signed.', 'Signatures: 1 of 2', '(fictitious person)')
  })

  it('publishes a benefit of low certainty once a second reviewer has signed', async () => {
    await openDocument(editor.page, claimUrl)
    await shows(editor.page, 'In review', 'One signature is missing')
    await openDocument(second.page, claimUrl)
    await sign(second.page, 'The text is medically accurate.', server.password)
    await shows(second.page, 'Signed.', 'Approved')

    await openDocument(editor.page, claimUrl)
    await press(editor.page, 'Publish')
    await openForm(editor.page).getByRole('button', { name: 'Publish' }).click()
    await shows(editor.page, 'Published.', 'Live')
    const markdown = await fetched(`us-en/claims/${claimKey}.md`, 200)
    expect(markdown).toContain(statement.slice(0, -1))
    expect(markdown).toContain('https://doi.org/')
  })

  it('puts the claim into a live page beside it, through the text editor', async () => {
    const { page } = editor
    await page.goto(`${server.url}/admin/collections/therapies`)
    await page.getByRole('link', { name: 'Prolotherapy for back pain' }).click()
    await page.waitForURL(/\/therapies\/[0-9a-f-]{24,}$/)
    therapyUrl = page.url()
    await openDocument(page, therapyUrl)
    const text = page.locator('#field-sections [contenteditable="true"]').first()
    await text
      .locator(':scope > p')
      .last()
      .click({ position: { x: 4, y: 4 } })
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/claim')
    await page.getByRole('option', { name: 'Claim' }).click()
    await chooseClaim(page, 'invented example')
    await text.getByText('In this invented example').waitFor()
    expect(await text.locator('.claim-label', { hasText: 'invented' }).innerText()).toMatch(/Live$/)
    await saveDraft(page)
    await shows(page, 'readers see that version, not this newer text')
    expect(await fetched('us-en/therapies/prolotherapy.md', 200)).not.toContain('invented example')
    await press(page, 'Submit for review')
    await shows(page, 'Submitted.')
  })

  it('shows the claim in the page once the page is signed and published', async () => {
    await openDocument(reviewer.page, therapyUrl)
    await sign(reviewer.page, 'I approve the text for publication.', server.password)
    await shows(reviewer.page, 'Signed.')
    await press(reviewer.page, 'Publish')
    await openForm(reviewer.page).getByRole('button', { name: 'Publish' }).click()
    await shows(reviewer.page, 'Published.')
    await vi.waitFor(
      async () => {
        const markdown = await fetched('us-en/therapies/prolotherapy.md', 200)
        expect(markdown).toContain(statement.slice(0, -1))
      },
      { timeout: 30_000, interval: 500 },
    )
  })

  it('takes the claim out of the feed with the reason given', async () => {
    const { page } = editor
    await openDocument(page, claimUrl)
    await press(page, 'Withdraw')
    await openForm(page).getByLabel('Evidence').check()
    await openForm(page).getByLabel('The reason').fill(reason)
    await openForm(page).getByRole('button', { name: 'Withdraw now' }).click()
    await shows(page, 'Withdrawn.', reason)
    expect(await fetched(`us-en/claims/${claimKey}.md`, 410)).toContain(reason)
    expect(await fetched('us-en/therapies/prolotherapy.md', 200)).not.toContain(
      statement.slice(0, -1),
    )
  })

  it('leaves nothing in anybody’s console', () => {
    expect(editor.takeProblems()).toEqual([])
    expect(reviewer.takeProblems()).toEqual([])
    expect(second.takeProblems()).toEqual([])
  })
})
