import type { Cell } from './cellTable.ts'
import { table } from './cellTable.ts'
import type { RouteName } from './routes.ts'
import { routes } from './routes.ts'
import type { WrongName } from './wrongs.ts'
import { wrongs } from './wrongs.ts'

const attacks = (text: string) => table(routes, wrongs, text)

/**
 * The attack matrix: every way in (a column; routes.ts says what it does) with everything that must
 * not get out (a row; wrongs.ts says what it is). `table` says what a cell means, because.ts what its
 * letter does. The last two rows are controls: with nothing wrong, the same ways lead out.
 */
export const cells: readonly Cell<RouteName, WrongName>[] = [
  // Writes to one text over REST
  ...attacks(`
                       | create  createDraft  patch  patchLive  patchSilent  patchOverNewer  patchDraftFalse  patchDraft  patchDraftPublished
  noCitation           | 422     draft        422    422        422          409             422              draft       422
  onlyContradicted     | 422     draft        422    422        422          409             422              draft       422
  citesDraft           | 422     draft        422    422        422          409             422              draft       422
  citesWithdrawn       | 422     draft        422    422        422          409             422              draft       422
  citesTrashed         | 400     400          400    400        400          400             400              400         400
  citesRetracted       | 422     draft        422    422        422          409             422              draft       422
  citesForeign         | 400     400          400    400        400          400             400              400         400
  anotherCollection    | 400     400          400    400        400          400             400              400         400
  nul                  | 422     draft        422    422        422          409             422              draft       422
  bidi                 | 422     draft        422    422        422          409             422              draft       422
  zeroWidth            | 422     draft        422    422        422          409             422              draft       422
  megabyte             | 422     draft        422    422        422          409             422              draft       422
  missingDisclaimer    | 422     draft        422    422        422          409             422              draft       422
  scriptLink           | 400     400          400    400        400          400             400              400         400
  incompleteStudy      | 422     draft        422    422        422          409             422              draft       422
  namelessCondition    | 422     draft        422    422        422          409             422              draft       422
  emptyDisclaimer      | 422     draft        422    422        422          409             422              draft       422
  pageWithoutText      | 422     draft        422    422        422          409             422              draft       422
  unapproved           | 422     draft        422    422        409          409             422              same        422
  unapprovedTherapy    | 422     draft        422    422        409          409             422              same        422
  unapprovedArticle    | 422     draft        422    422        409          409             422              same        422
  unapprovedDisclaimer | 422     draft        422    422        409          409             422              same        422
  inReview             | a       a            422    422        409          409             422              same        422
  sentBack             | a       a            422    422        409          409             422              same        422
  sentBackLater        | a       a            422    422        409          409             422              same        422
  selfApproved         | a       a            422    422        409          409             422              same        422
  wrongRole            | a       a            422    422        409          409             422              same        422
  otherContent         | a       a            422    422        409          409             422              same        422
  stale                | a       a            422    422        409          409             422              same        422
  returned             | a       a            422    422        409          409             422              same        422
  oneOfTwo             | a       a            422    422        409          409             422              same        422
  oneTwice             | a       a            422    422        409          409             422              same        422
  factsChanged         | a       a            422    422        409          409             422              same        422
  expired              | a       a            422    422        409          409             422              same        422
  openComment          | a       a            422    422        409          409             422              same        422
  withdrawn            | a       a            409    409        same         same            409              same        409
  withdrawnSigned      | a       a            409    409        same         same            409              same        409
  oldText              | a       a            422    422        409          409             422              same        422
  forgedState          | 422     draft        422    422        409          409             422              same        422
  forgedReviews        | 422     draft        422    422        409          409             422              same        422
  forgedEditor         | 422     draft        422    422        409          409             422              same        422
  forgedHash           | 422     draft        422    422        409          409             422              same        422
  forgedKey            | 409     409          422    422        409          409             422              same        422
  oddKey               | 400     400          422    422        409          409             422              same        422
  forgedId             | 422     draft        422    422        409          409             422              same        422
  oddStatus            | 400     draft        400    400        400          400             400              same        same
  nested               | 400     400          400    400        400          400             400              400         400
  polluting            | 400     400          400    400        400          400             400              400         400
  megabyteBody         | 422     draft        422    422        409          409             422              same        422
  nothing              | a       a            live   live       409          409             live             same        live
  overdueAssignment    | a       a            live   live       409          409             live             same        live
  `),
  // More writes to one text over REST
  ...attacks(`
                       | autosave  autosaveDraft  deletedAt  untrash  unpublishAllLocales  locales  shortAnswer  form
  noCitation           | 422       draft          422        422      422                  422      422          422
  onlyContradicted     | 422       draft          422        422      422                  422      422          422
  citesDraft           | 422       draft          422        422      422                  422      422          422
  citesWithdrawn       | 422       draft          422        422      422                  422      422          422
  citesTrashed         | 400       400            400        400      400                  400      400          400
  citesRetracted       | 422       draft          422        422      422                  422      422          422
  citesForeign         | 400       400            400        400      400                  400      400          400
  anotherCollection    | 400       400            400        400      400                  400      400          400
  nul                  | 422       draft          422        422      422                  422      422          422
  bidi                 | 422       draft          422        422      422                  422      422          422
  zeroWidth            | 422       draft          422        422      422                  422      422          422
  megabyte             | 422       draft          422        422      422                  422      422          422
  missingDisclaimer    | 422       draft          422        422      422                  422      422          422
  scriptLink           | 400       400            400        400      400                  400      400          400
  incompleteStudy      | 422       draft          422        422      422                  422      422          422
  namelessCondition    | 422       draft          422        422      422                  422      422          422
  emptyDisclaimer      | 422       draft          422        422      422                  422      422          422
  pageWithoutText      | 422       draft          422        422      422                  422      422          422
  unapproved           | 422       same           422        422      422                  422      422          422
  unapprovedTherapy    | 422       same           422        422      422                  422      422          422
  unapprovedArticle    | 422       same           422        422      422                  422      422          422
  unapprovedDisclaimer | 422       same           422        422      422                  422      422          422
  inReview             | 422       same           422        422      422                  422      422          422
  sentBack             | 422       same           422        422      422                  422      422          422
  sentBackLater        | 422       same           422        422      422                  422      422          422
  selfApproved         | 422       same           422        422      422                  422      422          422
  wrongRole            | 422       same           422        422      422                  422      422          422
  otherContent         | 422       same           422        422      422                  422      422          422
  stale                | 422       same           422        422      422                  422      422          422
  returned             | 422       same           422        422      422                  422      422          422
  oneOfTwo             | 422       same           422        422      422                  422      422          422
  oneTwice             | 422       same           422        422      422                  422      422          422
  factsChanged         | 422       same           422        422      422                  422      422          422
  expired              | 422       same           422        422      422                  422      422          422
  openComment          | 422       same           422        422      422                  422      422          422
  withdrawn            | 409       same           409        409      409                  409      409          409
  withdrawnSigned      | 409       same           409        409      409                  409      409          409
  oldText              | 422       same           422        422      422                  422      422          422
  forgedState          | 422       same           422        422      422                  422      422          422
  forgedReviews        | 422       same           422        422      422                  422      422          422
  forgedEditor         | 422       same           422        422      422                  422      422          422
  forgedHash           | 422       same           422        422      422                  422      422          422
  forgedKey            | 422       same           422        422      422                  422      422          422
  oddKey               | 422       same           422        422      422                  422      422          422
  forgedId             | 422       same           422        422      422                  422      422          422
  oddStatus            | 400       same           400        400      400                  400      400          400
  nested               | 400       400            400        400      400                  400      400          400
  polluting            | 400       400            400        400      400                  400      400          400
  megabyteBody         | 422       same           422        422      422                  422      422          422
  nothing              | live      same           409        live     live                 live     live         live
  overdueAssignment    | live      same           409        live     live                 live     live         live
  `),
  // What is stored already
  ...attacks(`
                       | reviewPublish  reviewPublishNewer  schedule  scheduledBefore  restore  restoreOverLive  restoreDraft
  noCitation           | 409            409                 409       failed           same     409              same
  onlyContradicted     | 409            409                 409       failed           same     409              same
  citesDraft           | 409            409                 409       failed           same     409              same
  citesWithdrawn       | 409            409                 409       failed           same     409              same
  citesTrashed         | c              c                   c         c                c        c                c
  citesRetracted       | 409            409                 409       failed           same     409              same
  citesForeign         | c              c                   c         c                c        c                c
  anotherCollection    | c              c                   c         c                c        c                c
  nul                  | 409            409                 409       failed           same     409              same
  bidi                 | 409            409                 409       failed           same     409              same
  zeroWidth            | 409            409                 409       failed           same     409              same
  megabyte             | 409            409                 409       failed           400      409              same
  missingDisclaimer    | 409            409                 409       failed           same     409              same
  scriptLink           | c              c                   c         c                c        c                c
  incompleteStudy      | 422            422                 422       failed           same     409              same
  namelessCondition    | 422            422                 422       failed           same     409              same
  emptyDisclaimer      | 409            409                 409       failed           400      409              same
  pageWithoutText      | 409            409                 409       failed           400      409              same
  unapproved           | 409            409                 409       d                same     409              same
  unapprovedTherapy    | 409            409                 409       d                same     409              same
  unapprovedArticle    | 409            409                 409       d                same     409              same
  unapprovedDisclaimer | 409            409                 409       d                same     409              same
  inReview             | 409            409                 409       d                same     409              same
  sentBack             | 409            409                 409       d                same     409              same
  sentBackLater        | 409            409                 409       failed           same     409              same
  selfApproved         | 409            409                 409       d                same     409              same
  wrongRole            | 409            409                 409       d                same     409              same
  otherContent         | 409            409                 409       d                same     409              same
  stale                | 409            409                 409       failed           same     409              same
  returned             | 409            409                 409       failed           same     409              same
  oneOfTwo             | 409            409                 409       d                same     409              same
  oneTwice             | 409            409                 409       d                same     409              same
  factsChanged         | 409            409                 409       d                same     409              same
  expired              | 409            409                 409       d                same     409              same
  openComment          | 409            409                 409       failed           same     409              same
  withdrawn            | 409            409                 409       409              same     same             same
  withdrawnSigned      | 409            409                 409       409              same     same             same
  oldText              | 409            409                 409       d                422      422              draft
  forgedState          | b              b                   b         b                b        b                b
  forgedReviews        | b              b                   b         b                b        b                b
  forgedEditor         | b              b                   b         b                b        b                b
  forgedHash           | b              b                   b         b                b        b                b
  forgedKey            | b              b                   b         b                b        b                b
  oddKey               | b              b                   b         b                b        b                b
  forgedId             | b              b                   b         b                b        b                b
  oddStatus            | b              b                   b         b                b        b                b
  nested               | b              b                   b         b                b        b                b
  polluting            | b              b                   b         b                b        b                b
  megabyteBody         | b              b                   b         b                b        b                b
  nothing              | live           live                live      live             same     409              same
  overdueAssignment    | live           live                live      live             same     409              same
  `),
  // What is stored already, and copies of it
  ...attacks(`
                       | restoreLocal  restorePast  duplicate  duplicateLocal  stockSchedule  stockScheduleNobody
  noCitation           | 409           409          404        400             404            404
  onlyContradicted     | 409           409          404        400             404            404
  citesDraft           | 409           409          404        400             404            404
  citesWithdrawn       | 409           409          404        400             404            404
  citesTrashed         | c             c            c          c               c              c
  citesRetracted       | 409           409          404        400             404            404
  citesForeign         | c             c            c          c               c              c
  anotherCollection    | c             c            c          c               c              c
  nul                  | 409           409          404        400             404            404
  bidi                 | 409           409          404        400             404            404
  zeroWidth            | 409           409          404        400             404            404
  megabyte             | 409           409          404        400             404            404
  missingDisclaimer    | 409           409          404        400             404            404
  scriptLink           | c             c            c          c               c              c
  incompleteStudy      | 409           409          404        400             404            404
  namelessCondition    | 409           409          404        400             404            404
  emptyDisclaimer      | 409           409          404        400             404            404
  pageWithoutText      | 409           409          404        400             404            404
  unapproved           | 409           409          404        400             404            404
  unapprovedTherapy    | 409           409          404        400             404            404
  unapprovedArticle    | 409           409          404        400             404            404
  unapprovedDisclaimer | 409           409          404        400             404            404
  inReview             | 409           409          404        400             404            404
  sentBack             | 409           409          404        400             404            404
  sentBackLater        | 409           409          404        400             404            404
  selfApproved         | 409           409          404        400             404            404
  wrongRole            | 409           409          404        400             404            404
  otherContent         | 409           409          404        400             404            404
  stale                | 409           409          404        400             404            404
  returned             | 409           409          404        400             404            404
  oneOfTwo             | 409           409          404        400             404            404
  oneTwice             | 409           409          404        400             404            404
  factsChanged         | 409           409          404        400             404            404
  expired              | 409           409          404        400             404            404
  openComment          | 409           409          404        400             404            404
  withdrawn            | same          same         404        400             404            404
  withdrawnSigned      | same          same         404        400             404            404
  oldText              | 422           422          404        400             404            404
  forgedState          | b             b            b          b               b              b
  forgedReviews        | b             b            b          b               b              b
  forgedEditor         | b             b            b          b               b              b
  forgedHash           | b             b            b          b               b              b
  forgedKey            | b             b            b          b               b              b
  oddKey               | b             b            b          b               b              b
  forgedId             | b             b            b          b               b              b
  oddStatus            | b             b            b          b               b              b
  nested               | b             b            b          b               b              b
  polluting            | b             b            b          b               b              b
  megabyteBody         | b             b            b          b               b              b
  nothing              | 409           409          404        400             404            404
  overdueAssignment    | 409           409          404        400             404            404
  `),
  // Programs of our own
  ...attacks(`
                       | localCreate  local  localPast  localLive  localDraft  localNobody  localAdmin  localMany
  noCitation           | 422          422    422        422        draft       401          403         400
  onlyContradicted     | 422          422    422        422        draft       401          403         400
  citesDraft           | 422          422    422        422        draft       401          403         400
  citesWithdrawn       | 422          422    422        422        draft       401          403         400
  citesTrashed         | 400          400    400        400        400         401          400         400
  citesRetracted       | 422          422    422        422        draft       401          403         400
  citesForeign         | 400          400    400        400        400         401          400         400
  anotherCollection    | 400          400    400        400        400         401          400         400
  nul                  | 422          422    422        422        draft       401          403         400
  bidi                 | 422          422    422        422        draft       401          403         400
  zeroWidth            | 422          422    422        422        draft       401          403         400
  megabyte             | 422          422    422        422        draft       401          403         400
  missingDisclaimer    | 422          422    422        422        draft       401          403         400
  scriptLink           | 400          400    400        400        400         401          400         400
  incompleteStudy      | 422          422    422        422        draft       401          403         400
  namelessCondition    | 422          422    422        422        draft       401          403         400
  emptyDisclaimer      | 422          422    422        422        draft       401          403         400
  pageWithoutText      | 422          422    422        422        draft       401          403         400
  unapproved           | 422          422    422        422        same        401          403         400
  unapprovedTherapy    | 422          422    422        422        same        401          403         400
  unapprovedArticle    | 422          422    422        422        same        401          403         400
  unapprovedDisclaimer | 422          422    422        422        same        401          403         400
  inReview             | a            422    422        422        same        401          403         400
  sentBack             | a            422    422        422        same        401          403         400
  sentBackLater        | a            422    422        422        same        401          403         400
  selfApproved         | a            422    422        422        same        401          403         400
  wrongRole            | a            422    422        422        same        401          403         400
  otherContent         | a            422    422        422        same        401          403         400
  stale                | a            422    422        422        same        401          403         400
  returned             | a            422    422        422        same        401          403         400
  oneOfTwo             | a            422    422        422        same        401          403         400
  oneTwice             | a            422    422        422        same        401          403         400
  factsChanged         | a            422    422        422        same        401          403         400
  expired              | a            422    422        422        same        401          403         400
  openComment          | a            422    422        422        same        401          403         400
  withdrawn            | a            409    409        409        same        401          403         400
  withdrawnSigned      | a            409    409        409        same        401          403         400
  oldText              | a            422    422        422        same        401          403         same
  forgedState          | 422          422    422        422        same        401          403         400
  forgedReviews        | 422          422    422        422        same        401          403         400
  forgedEditor         | 422          422    422        422        same        401          403         400
  forgedHash           | 422          422    422        422        same        401          403         400
  forgedKey            | 409          422    422        422        same        401          403         400
  oddKey               | 400          422    422        422        same        401          403         400
  forgedId             | 422          422    422        422        same        401          403         400
  oddStatus            | 400          400    400        400        same        401          400         400
  nested               | 400          400    400        400        400         401          400         400
  polluting            | 422          422    422        422        draft       401          403         400
  megabyteBody         | 422          422    422        422        same        401          403         400
  nothing              | a            live   live       live       same        401          403         live
  overdueAssignment    | a            live   live       live       same        401          403         live
  `),
  // Closed ways
  ...attacks(`
                       | put  bulk  override  overrideGet  versionPatch  admin  reviewer  stranger  apiKey  graphQl  import
  noCitation           | 404  403   404       none         404           403    403       401       401     404      404
  onlyContradicted     | 404  403   404       none         404           403    403       401       401     404      404
  citesDraft           | 404  403   404       none         404           403    403       401       401     404      404
  citesWithdrawn       | 404  403   404       none         404           403    403       401       401     404      404
  citesTrashed         | 404  403   404       none         404           403    403       401       401     404      404
  citesRetracted       | 404  403   404       none         404           403    403       401       401     404      404
  citesForeign         | 404  403   404       none         404           403    403       401       401     404      404
  anotherCollection    | 404  403   404       none         404           403    403       401       401     404      404
  nul                  | 404  403   404       none         404           403    403       401       401     404      404
  bidi                 | 404  403   404       none         404           403    403       401       401     404      404
  zeroWidth            | 404  403   404       none         404           403    403       401       401     404      404
  megabyte             | 404  403   404       none         404           403    403       401       401     404      404
  missingDisclaimer    | 404  403   404       none         404           403    403       401       401     404      404
  scriptLink           | 404  403   404       none         404           403    403       401       401     404      404
  incompleteStudy      | 404  403   404       none         404           403    403       401       401     404      404
  namelessCondition    | 404  403   404       none         404           403    403       401       401     404      404
  emptyDisclaimer      | 404  403   404       none         404           403    403       401       401     404      404
  pageWithoutText      | 404  403   404       none         404           403    403       401       401     404      404
  unapproved           | 404  403   404       none         404           403    403       401       401     404      404
  unapprovedTherapy    | 404  403   404       none         404           403    403       401       401     404      404
  unapprovedArticle    | 404  403   404       none         404           403    403       401       401     404      404
  unapprovedDisclaimer | 404  403   404       none         404           403    403       401       401     404      404
  inReview             | 404  403   404       none         404           403    403       401       401     404      404
  sentBack             | 404  403   404       none         404           403    403       401       401     404      404
  sentBackLater        | 404  403   404       none         404           403    403       401       401     404      404
  selfApproved         | 404  403   404       none         404           403    403       401       401     404      404
  wrongRole            | 404  403   404       none         404           403    403       401       401     404      404
  otherContent         | 404  403   404       none         404           403    403       401       401     404      404
  stale                | 404  403   404       none         404           403    403       401       401     404      404
  returned             | 404  403   404       none         404           403    403       401       401     404      404
  oneOfTwo             | 404  403   404       none         404           403    403       401       401     404      404
  oneTwice             | 404  403   404       none         404           403    403       401       401     404      404
  factsChanged         | 404  403   404       none         404           403    403       401       401     404      404
  expired              | 404  403   404       none         404           403    403       401       401     404      404
  openComment          | 404  403   404       none         404           403    403       401       401     404      404
  withdrawn            | 404  403   404       none         404           403    403       401       401     404      404
  withdrawnSigned      | 404  403   404       none         404           403    403       401       401     404      404
  oldText              | 404  403   404       none         404           403    403       401       401     404      404
  forgedState          | 404  403   404       none         404           403    403       401       401     404      404
  forgedReviews        | 404  403   404       none         404           403    403       401       401     404      404
  forgedEditor         | 404  403   404       none         404           403    403       401       401     404      404
  forgedHash           | 404  403   404       none         404           403    403       401       401     404      404
  forgedKey            | 404  403   404       none         404           403    403       401       401     404      404
  oddKey               | 404  403   404       none         404           403    403       401       401     404      404
  forgedId             | 404  403   404       none         404           403    403       401       401     404      404
  oddStatus            | 404  403   404       none         404           403    403       401       401     404      404
  nested               | 400  400   400       400          400           400    400       401       401     404      400
  polluting            | 400  400   400       400          400           400    400       401       401     404      400
  megabyteBody         | 404  403   404       none         404           403    403       401       401     404      404
  nothing              | 404  403   404       none         404           403    403       401       401     404      404
  overdueAssignment    | 404  403   404       none         404           403    403       401       401     404      404
  `),
  // Side doors
  ...attacks(`
                       | upload  preferences  lock  accessCheck  jobs  reviewLog
  noCitation           | none    none         none  none         403   403
  onlyContradicted     | none    none         none  none         403   403
  citesDraft           | none    none         none  none         403   403
  citesWithdrawn       | none    none         none  none         403   403
  citesTrashed         | none    none         none  none         403   403
  citesRetracted       | none    none         none  none         403   403
  citesForeign         | none    none         none  none         403   403
  anotherCollection    | none    none         none  none         403   403
  nul                  | none    none         none  none         403   403
  bidi                 | none    none         none  none         403   403
  zeroWidth            | none    none         none  none         403   403
  megabyte             | none    none         none  none         403   403
  missingDisclaimer    | none    none         none  none         403   403
  scriptLink           | none    none         none  none         403   403
  incompleteStudy      | none    none         none  none         403   403
  namelessCondition    | none    none         none  none         403   403
  emptyDisclaimer      | none    none         none  none         403   403
  pageWithoutText      | none    none         none  none         403   403
  unapproved           | none    none         none  none         403   403
  unapprovedTherapy    | none    none         none  none         403   403
  unapprovedArticle    | none    none         none  none         403   403
  unapprovedDisclaimer | none    none         none  none         403   403
  inReview             | none    none         none  none         403   403
  sentBack             | none    none         none  none         403   403
  sentBackLater        | none    none         none  none         403   403
  selfApproved         | none    none         none  none         403   403
  wrongRole            | none    none         none  none         403   403
  otherContent         | none    none         none  none         403   403
  stale                | none    none         none  none         403   403
  returned             | none    none         none  none         403   403
  oneOfTwo             | none    none         none  none         403   403
  oneTwice             | none    none         none  none         403   403
  factsChanged         | none    none         none  none         403   403
  expired              | none    none         none  none         403   403
  openComment          | none    none         none  none         403   403
  withdrawn            | none    none         none  none         403   403
  withdrawnSigned      | none    none         none  none         403   403
  oldText              | none    none         none  none         403   403
  forgedState          | none    none         none  none         403   403
  forgedReviews        | none    none         none  none         403   403
  forgedEditor         | none    none         none  none         403   403
  forgedHash           | none    none         none  none         403   403
  forgedKey            | none    none         none  none         403   403
  oddKey               | none    none         none  none         403   403
  forgedId             | none    none         none  none         403   403
  oddStatus            | none    none         none  none         403   403
  nested               | 400     400          400   400          403   400
  polluting            | 400     400          400   400          403   400
  megabyteBody         | none    none         none  none         403   403
  nothing              | none    none         none  none         403   403
  overdueAssignment    | none    none         none  none         403   403
  `),
]
