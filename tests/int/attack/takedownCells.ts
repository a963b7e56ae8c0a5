import type { Cell } from './cellTable.ts'
import { table } from './cellTable.ts'
import { standings, takingsDown } from './takedowns.ts'

const takedowns = (text: string) => table(takingsDown, standings, text)

/**
 * Every way to take something away (a column) with everything that others rest on (a row). The first
 * row is a control: what nobody rests on can be deleted.
 */
export const takedownCells: readonly Cell<keyof typeof takingsDown, keyof typeof standings>[] = [
  ...takedowns(`
                 | delete  deleteShort  deleteTrash  deleteMany  unpublish  unpublishAll  trash  noStatus  unexplained
  freeDraft      | gone    gone         gone         gone        same       same          409    400       409
  citedDraft     | 409     409          409          400         same       same          409    400       409
  liveClaim      | 409     409          409          400         409        409           409    400       400
  liveStudy      | 409     409          409          400         409        409           409    400       400
  citedStudy     | 409     409          409          400         409        409           409    400       400
  claimOnPage    | 409     409          409          400         409        409           409    400       400
  therapyOfClaim | 409     409          409          400         409        409           409    400       400
  namedCondition | 409     409          409          400         409        409           409    400       400
  liveArticle    | 409     409          409          400         409        409           409    400       400
  liveDisclaimer | 409     409          409          400         409        409           409    400       400
  `),
  ...takedowns(`
                 | unkind  adminDelete  reviewerDelete  strangerDelete  localDelete  localNobody  localUnpublish
  freeDraft      | 409     403          403             401             gone         401          same
  citedDraft     | 409     403          403             401             409          409          same
  liveClaim      | 400     403          403             401             409          409          409
  liveStudy      | 400     403          403             401             409          409          409
  citedStudy     | 400     403          403             401             409          409          409
  claimOnPage    | 400     403          403             401             409          409          409
  therapyOfClaim | 400     403          403             401             409          409          409
  namedCondition | 400     403          403             401             409          409          409
  liveArticle    | 400     403          403             401             409          409          409
  liveDisclaimer | 400     403          403             401             409          409          409
  `),
]
