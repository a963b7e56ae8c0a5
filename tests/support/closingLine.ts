import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line that any machine reads: `Tests: 12 passed, 0 failed`. */
export const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const count = (state: string): number =>
      modules
        .flatMap((module) => [...module.children.allTests()])
        .filter((test) => test.result().state === state).length
    const broken = modules.filter(failedOutsideTests).length + unhandledErrors.length
    console.log(`Tests: ${count('passed')} passed, ${count('failed') + broken} failed`)
  },
}

/** A file that cannot be loaded, or whose hooks fail, has no failed test to show for it. */
function failedOutsideTests(module: TestModule): boolean {
  return module.errors().length > 0 || [...module.children.allSuites()].some(hasErrors)
}

function hasErrors(suite: { errors: () => unknown[] }): boolean {
  return suite.errors().length > 0
}
