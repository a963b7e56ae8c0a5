import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

interface Ended {
  readonly code: number | null
  readonly said: string
}

function run(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CI: '', ...settings },
  })
  return { code: status, said: stdout + stderr }
}

describe('npm test', () => {
  it('says which tests it did not run where there is no Chromium', () => {
    const { code, said } = run('test.mjs', ['--only', 'e2e'], { CHROMIUM_PATH: '/nowhere' })
    expect(said).toContain('The browser tests in tests/e2e did not run: CHROMIUM_PATH is /nowhere')
    expect(code).toBe(0)
  })

  it('fails for that in CI', () => {
    const { code } = run('test.mjs', ['--only', 'e2e'], { CHROMIUM_PATH: '/nowhere', CI: 'true' })
    expect(code).toBe(3)
  })

  it('exits 2 when asked for tests that do not exist', () => {
    expect(run('test.mjs', ['--only', 'some'])).toEqual({
      code: 2,
      said: '--only takes unit, int, e2e, s3 or examples. See npm test -- --help.\n',
    })
  })
})

describe('npm run attack', () => {
  it.each([
    [['--runs', 'many'], '--runs takes a whole number. See npm run attack -- --help.\n'],
    [['--path', '3'], '--path needs its --seed. See npm run attack -- --help.\n'],
  ])('exits 2 when called with %j', (args, said) => {
    expect(run('attack.mjs', args)).toEqual({ code: 2, said })
  })
})

describe('the commands of a fresh machine', () => {
  it.each(['start.mjs', 'test.mjs', 'attack.mjs', 'build.mjs'])(
    '%s tells what it does',
    (script) => {
      const { code, said } = run(script, ['--help'])
      expect(said).toMatch(/^npm /)
      expect(code).toBe(0)
    },
  )
})
