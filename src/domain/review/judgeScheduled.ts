import type { Actor } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import type { Obstacle, Situation } from './actions.ts'
import { errorsInWords, openCommentsInWords } from './approvalObstacles.ts'
import { judgeAction } from './judgeAction.ts'
import type { ActionJudgement } from './judgeAction.ts'
import { permissions } from './permissions.ts'

/**
 * Whether a scheduled publication may happen at its moment: by whoever scheduled it, of the text they
 * named. It is judged as if they asked now, but a refusal speaks of them: it is read in the log.
 */
export function judgeScheduled(
  actor: Actor,
  situation: Situation,
  contentHash: string,
): ActionJudgement {
  const judgement = judgeAction('publish', actor, situation, { contentHash })
  if (judgement.allowed) return judgement
  return { ...judgement, message: inTheLog(judgement, actor, situation) ?? judgement.message }
}

function inTheLog({ code }: Obstacle, actor: Actor, situation: Situation): string | undefined {
  switch (code) {
    case 'role':
      return `${actor.name}, who scheduled this, may not publish any more: that takes the role ${permissions.publish.join(' or ')}. Somebody who has it can schedule it again.`
    case 'stale':
      return `The text of ${subjectName(situation.subject)}, or a fact it rests on, has changed since its publication was scheduled. It can be scheduled again once it is approved as it is now.`
    case 'comments':
      return openCommentsInWords(situation)
    case 'findings':
      return errorsInWords('everything', situation)
    default:
      return undefined
  }
}
