import { withoutForm } from './feedPaths.ts'
import { disagreements } from './itemAgreement.ts'
import type { ReleaseLedger } from './releaseLedger.ts'

/** Judges what only the whole release can tell, and reports it in the ledger. */
export function judgeRelease(ledger: ReleaseLedger): void {
  judgeLinks(ledger)
  judgeWithdrawals(ledger)
  judgeDigests(ledger)
  judgeItems(ledger)
}

function judgeLinks(ledger: ReleaseLedger): void {
  for (const [from, targets] of ledger.links) {
    for (const to of targets) {
      const state = ledger.found.get(to)?.state ?? 'missing'
      if (state === 'file' || state === 'broken') continue
      ledger.report(from, 'broken-link', `It points to ${to || 'the root'}, which is ${state}.`)
    }
  }
}

function judgeWithdrawals(ledger: ReleaseLedger): void {
  for (const [path, index] of ledger.withdrawn) {
    const state = ledger.found.get(path)?.state ?? 'missing'
    if (state === 'withdrawn') continue
    const instead = state === 'missing' ? 'missing, instead of gone with its reason' : 'still there'
    ledger.report(path, 'not-withdrawn', `${index} says it was withdrawn; it is ${instead}.`)
  }
}

function judgeDigests(ledger: ReleaseLedger): void {
  for (const { path, sha256, from } of ledger.expectedDigests) {
    const found = ledger.found.get(path)?.sha256
    if (found === undefined || found === sha256) continue
    ledger.report(path, 'wrong-digest', `Its digest is ${found}; ${from} says ${sha256}.`)
  }
}

function judgeItems(ledger: ReleaseLedger): void {
  const { json, markdown, listed } = ledger
  for (const [name, index] of listed) {
    const forms = [json.get(name), markdown.get(name)] as const
    if (forms[0] === undefined || forms[1] === undefined) continue
    for (const { path, message } of disagreements(forms[0], forms[1], index)) {
      ledger.report(path, 'forms-differ', message)
    }
  }
  for (const { path } of [...json.values(), ...markdown.values()]) {
    if (listed.has(withoutForm(path))) continue
    ledger.report(path, 'not-listed', 'The index of its channel does not list it.')
  }
}
