import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Opens a document in the admin UI and waits until its form can be used. */
export async function openDocument(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('form[data-form-ready="true"]').first().waitFor()
  await page.addLocatorHandler(page.locator('#document-locked'), async () => {
    // Payload holds a document for whoever edited it last, some minutes beyond the saving.
    await page.locator('#document-locked-view-read-only').click()
  })
}

/** Chooses an option of a select or relationship field by typing a part of it. */
export async function choose(field: Locator, text: string): Promise<void> {
  await field.locator('.rs__control').click()
  await field.page().keyboard.type(text)
  await field.locator('.rs__option--is-focused', { hasText: text }).waitFor()
  await field.page().keyboard.press('Enter')
}

/** Chooses a document for a relationship field that opens a list. */
export async function chooseFromList(field: Locator, words: string): Promise<void> {
  await field.locator('.rs__control').click()
  await chooseInList(field.page(), words)
}

async function chooseInList(page: Page, words: string): Promise<void> {
  const list = page.getByRole('dialog').filter({ has: page.getByPlaceholder('Search by') })
  await list.getByPlaceholder('Search by').fill(words)
  await list.locator('tbody tr').filter({ hasText: words }).getByRole('button').first().click()
  await list.waitFor({ state: 'detached' })
}

/** Chooses a claim in the drawer that a new claim in running text opens, and closes the drawer. */
export async function chooseClaim(page: Page, words: string): Promise<void> {
  const drawer = page.getByRole('dialog').filter({ hasText: 'Edit Claim' })
  await drawer.locator('#field-claim .rs__control').click()
  await chooseInList(page, words)
  // Payload drops a submission that meets its own reading of the changed field.
  await expect
    .poll(
      async () => {
        if (await drawer.isVisible())
          await drawer.getByRole('button', { name: 'Save changes' }).click()
        return drawer.isVisible()
      },
      { interval: 1500, timeout: 20_000 },
    )
    .toBe(false)
}

/** Saves the draft and waits until it is saved. */
export async function saveDraft(page: Page): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) =>
        response.url().includes('draft=true') &&
        ['PATCH', 'POST'].includes(response.request().method()),
    ),
    page.getByRole('button', { name: 'Save Draft' }).click(),
  ])
  if (!answer.ok()) throw new Error(`The draft was not saved: ${await answer.text()}`)
}

/** The review panel beside a document. */
export function reviewPanel(page: Page): Locator {
  return page.getByRole('region', { name: 'Review', exact: true })
}

/** The form that an action of the panel has opened. */
export function openForm(page: Page): Locator {
  return reviewPanel(page)
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: 'Cancel' }) })
}

/** A button of the panel by what it does; one that asks for something first ends with dots. */
export function panelButton(page: Page, action: string): Locator {
  return reviewPanel(page).getByRole('button', { name: new RegExp(`^${action}…?$`) })
}

/** Presses a button of the panel, outside of any open form. */
export async function press(page: Page, action: string): Promise<void> {
  await panelButton(page, action).first().click()
}

/** Waits until the panel says all of this. */
export async function shows(page: Page, ...words: readonly string[]): Promise<void> {
  for (const each of words) await reviewPanel(page).getByText(each).first().waitFor()
}

/** Waits until the panel does not say it any more. */
export async function showsNot(page: Page, words: string): Promise<void> {
  await reviewPanel(page).getByText(words).waitFor({ state: 'detached' })
}

/** Signs the text of the panel. */
export async function sign(page: Page, meaning: string, password: string): Promise<void> {
  await press(page, 'Approve')
  await openForm(page).getByLabel(meaning).check()
  await openForm(page).getByLabel('Your password').fill(password)
  await openForm(page).getByRole('button', { name: 'Sign' }).click()
}
