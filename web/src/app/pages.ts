import { addWords } from '@thiso/kit'
import type { ComponentType } from 'react'

type Page = () => Promise<{ default: ComponentType }>

const more = { vi: () => import('./texts/bundle-more-vi'), en: () => import('./texts/bundle-more-en') }

/** A page beside the road to a paper, with its words. */
async function withWords<P>(page: Promise<P>): Promise<P> {
  const [found] = await Promise.all([page, addWords(more)])
  return found
}

/** Every page by its path, each in its own chunk: the first visit fetches the page it came for and nothing else. */
export const pages = {
  '/': () => import('../features/home/pages/home-page'),
  '/dot/:roundId': () => import('../features/attempt/pages/round-page'),
  '/bai/:attemptId': () => import('../features/attempt/pages/paper-page'),
  '/ket-qua/:attemptId': () => import('../features/attempt/pages/result-page'),
  '/bang/:roundId': () => withWords(import('../features/board/pages/board-page')),
  '/luyen-tap': () => withWords(import('../features/practice/pages/practice-page')),
  '/luyen-tap/:part': () => withWords(import('../features/practice/pages/sitting-page')),
  '/dang-ky': () => import('../features/auth/pages/sign-up-page'),
  '/dang-nhap': () => import('../features/auth/pages/sign-in-page'),
  '/toi': () => withWords(import('../features/me/pages/profile-page')),
  '/toi/lich-su': () => withWords(import('../features/me/pages/history-page')),
  '/thong-bao': () => withWords(import('../features/notices/pages/notices-page')),
  '/dot/:roundId/boc-tham': () => withWords(import('../features/complaints/pages/draw-page')),
  '/ket-qua/:attemptId/phuc-khao': () => withWords(import('../features/complaints/pages/attempt-complaints-page')),
  '/phuc-khao': () => withWords(import('../features/complaints/pages/my-complaints-page')),
  '/dot/:roundId/giai': () => withWords(import('../features/winners/pages/winners-page')),
  '/kiem-tra': () => withWords(import('../features/winners/pages/certificate-page')),
  '/kiem-tra/:code': () => withWords(import('../features/winners/pages/certificate-page')),
  '/toi/giai': () => withWords(import('../features/winners/pages/my-prizes-page')),
  '/huong-dan': () => withWords(import('../features/legal/pages/guide-page')),
  '/quyen-rieng-tu': () => withWords(import('../features/legal/pages/privacy-page')),
} satisfies Record<string, Page>

export type PagePath = keyof typeof pages
