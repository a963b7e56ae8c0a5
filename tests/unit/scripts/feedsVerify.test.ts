import { describe, expect, it } from 'vitest'
import { fileStore } from '../../../src/store/index.ts'
import { claimMarkdown, feedTexts, releaseOfTexts } from '../consumer/exampleFeed.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { runScript } from './runScript.ts'

describe('feeds:verify', { timeout: 30_000 }, () => {
  it('counts what it has checked and exits 0', async () => {
    const folder = await temporaryFolder()
    await fileStore(folder).commit(releaseOfTexts(feedTexts()))
    expect(await runScript('feedsVerify', folder)).toEqual({
      code: 0,
      stdout: 'Release 1 is whole: 12 files, 5 schemas, 20 links.\n',
      stderr: '',
    })
  })

  it('lists what is wrong and exits 1', async () => {
    const folder = await temporaryFolder()
    const markdown = claimMarkdown.replace('version: 3', 'version: 2')
    await fileStore(folder).commit(releaseOfTexts(feedTexts({ markdown })))
    const { code, stdout } = await runScript('feedsVerify', folder)
    expect(code).toBe(1)
    expect(stdout.split('\n')).toEqual([
      'us-en/claims/made-up.md: Its version is 2; in us-en/claims/made-up.json it is 3. [forms-differ]',
      'Release 1 is not whole: 1 problem in 12 files, 5 schemas, 20 links.',
      '',
    ])
    const asJson = await runScript('feedsVerify', folder, '--json')
    expect(asJson.code).toBe(1)
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      ok: false,
      release: 1,
      problems: [{ path: 'us-en/claims/made-up.md', code: 'forms-differ' }],
    })
  })

  it('exits 3 when there is no release, and 2 when it is not told where to look', async () => {
    const folder = await temporaryFolder()
    const nothing = await runScript('feedsVerify', folder)
    expect(nothing.code).toBe(3)
    expect(nothing.stderr).toBe(
      `${folder} holds no release. Name the folder of a store, or publish a release to it first.\n`,
    )
    const uncalled = await runScript('feedsVerify')
    expect(uncalled.code).toBe(2)
    expect(uncalled.stderr).toContain('Missing: DIR|URL.')
  })
})
