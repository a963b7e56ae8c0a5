import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { onMongo, serverUrl } from '../support/settings.ts'
import { killAgainAndAgain } from './killing.ts'

const { ATTACK_KILLS, ATTACK_SEED, ATTACK_REPORT } = process.env

/** Kills, unless the environment says otherwise; `npm run attack -- --kills` does. */
const kills = Number(ATTACK_KILLS ?? 8)
const seed = Number(ATTACK_SEED ?? 20_261_122)

const dataDir = mkdtempSync(path.join(tmpdir(), 'citegate-kill-'))

/** A database and a store of its own for the process that is killed. */
function settings(): Record<string, string> {
  const own = {
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'a secret for tests, thirty-two characters long',
    CITEGATE_LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  }
  if (!onMongo || serverUrl === undefined) return own
  const url = new URL(serverUrl)
  url.pathname = `/${path.basename(dataDir).toLowerCase()}`
  return { ...own, DATABASE_URL: url.href }
}

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a process killed while it approves, publishes, withdraws and releases', () => {
  it(
    'finds everything whole when it starts anew: the log, the texts and the feed',
    async () => {
      const report = await killAgainAndAgain({ kills, seed, settings: settings() })
      const { faults, ...figures } = report
      console.log(`Seed ${String(seed)}: ${JSON.stringify(figures)}`)
      if (ATTACK_REPORT !== undefined) appendFileSync(ATTACK_REPORT, `${JSON.stringify(figures)}\n`)
      expect(faults).toEqual([])
      expect(figures.acknowledged).toBeGreaterThan(kills)
    },
    120_000 + kills * 120_000,
  )
})
