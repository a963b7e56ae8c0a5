import type { Action } from '../../../src/domain/review/index.ts'
import { actions } from '../../../src/domain/review/index.ts'
import type { Cell } from './cellTable.ts'
import { table } from './cellTable.ts'
import { situations } from './reviewSituations.ts'

const columns = Object.fromEntries(actions.map((action) => [action, true])) as Readonly<
  Record<Action, true>
>

/**
 * Every action of a review (a column) asked for in every situation (a row), with all said that has to
 * be said; `table` says what a cell means. A 401 is a stranger's. A 403 says that this person may not,
 * a 409 that it is not possible from here, a 422 that the gate has something against the text.
 */
export const reviewCells: readonly Cell<Action, keyof typeof situations>[] = table(
  columns,
  situations,
  `
                          | submit  assign  comment  resolve  approve  request-changes  publish  schedule  unschedule  reinstate  withdraw
  editorDraft             | done    done    done     409      403      403              409      409       409         409        409
  reviewerDraft           | 403     done    done     409      409      409              409      409       409         409        409
  adminDraft              | 403     403     403      403      403      403              403      403       403         403        403
  strangerDraft           | 401     401     401      401      401      401              401      401       401         401        401
  editorInReview          | 409     done    done     409      403      403              409      409       409         409        409
  reviewerInReview        | 403     done    done     409      done     done             409      409       409         409        409
  authorInReview          | 409     409     done     409      403      done             409      409       409         409        409
  adminInReview           | 403     403     403      403      403      403              403      403       403         403        403
  reviewerUncited         | 403     done    done     409      422      done             409      409       409         409        409
  reviewerCommented       | 403     done    done     done     409      done             409      409       409         409        409
  otherEditorCommented    | 409     done    done     403      403      403              409      409       409         409        409
  editorSentBack          | done    done    done     409      403      403              409      409       409         409        409
  reviewerSentBack        | 403     done    done     409      409      409              409      409       409         409        409
  editorApproved          | 409     409     done     409      403      403              live     done      409         409        409
  signerApproved          | 403     409     done     409      409      done             live     done      409         409        409
  secondApproved          | 403     done    done     409      409      done             live     done      409         409        409
  adminApproved           | 403     403     403      403      403      403              403      403       403         403        403
  editorApprovedCommented | 409     409     done     done     403      403              409      409       409         409        409
  editorApprovedOnSand    | 409     409     done     409      403      403              422      422       409         409        409
  editorScheduled         | 409     409     done     409      403      403              live     409       done        409        409
  editorExpired           | 409     done    done     409      403      403              409      409       409         409        409
  signerExpired           | 403     done    done     409      done     done             409      409       409         409        409
  editorLive              | 409     409     done     409      403      403              409      409       409         409        live
  signerLive              | 403     409     done     409      409      withheld         409      409       409         409        live
  adminLive               | 403     403     403      403      403      403              403      403       403         403        403
  editorLiveAndDraft      | done    done    done     409      403      403              409      409       409         409        live
  reviewerLiveAndInReview | 403     done    done     409      done     done             409      409       409         409        live
  editorLiveAndApproved   | 409     409     done     409      403      403              live     done      409         409        live
  editorWithdrawn         | done    done    done     409      403      403              409      409       409         409        409
  editorSignedAgain       | 409     409     done     409      403      403              409      409       409         live       409
  adminSignedAgain        | 403     403     403      403      403      403              403      403       403         403        403
  strangerSignedAgain     | 401     401     401      401      401      401              401      401       401         401        401
  editorStudyDraft        | 409     409     done     409      403      403              live     done      409         409        409
  reviewerStudyLive       | 403     409     done     409      409      409              409      409       409         409        live
`,
)
