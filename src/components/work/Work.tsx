'use client'

import './work.css'
import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { WorkList } from '../../domain/work/index.ts'
import { useReading } from '../api/index.ts'
import { WorkListSection } from './WorkListSection.tsx'

/** On the dashboard: what waits for the person who is signed in, list by list. */
export function Work(): ReactNode {
  const { config } = useConfig()
  const url = formatAdminURL({ apiRoute: config.routes.api, path: '/work' })
  const { answer, readAgain } = useReading<{ readonly lists: readonly WorkList[] }>(url)
  const titleId = useId()
  return (
    <section className="work" aria-labelledby={titleId}>
      <h2 id={titleId}>Your work</h2>
      <div role="status">{answer === undefined ? <p>Reading what waits for you…</p> : null}</div>
      {answer?.ok === false ? (
        <div role="alert" className="work__problem">
          <p>{answer.refusal.message}</p>
          <button type="button" className="work__link" onClick={readAgain}>
            Read again
          </button>
        </div>
      ) : null}
      {answer?.ok === true ? (
        <div className="work__lists">
          {answer.value.lists.map((list) => (
            <WorkListSection key={list.name} list={list} />
          ))}
        </div>
      ) : null}
    </section>
  )
}
