import type { ComponentType } from 'react'

type Page = () => Promise<{ default: ComponentType }>

/** Every page by its path, each in its own chunk: the first visit fetches the page it came for and nothing else. */
export const pages = {
  '/': () => import('../features/home/pages/home-page'),
  '/dot/:roundId': () => import('../features/attempt/pages/round-page'),
  '/bai/:attemptId': () => import('../features/attempt/pages/paper-page'),
  '/ket-qua/:attemptId': () => import('../features/attempt/pages/result-page'),
  '/bang/:roundId': () => import('../features/board/pages/board-page'),
  '/luyen-tap': () => import('../features/practice/pages/practice-page'),
  '/luyen-tap/:part': () => import('../features/practice/pages/sitting-page'),
  '/dang-ky': () => import('../features/auth/pages/sign-up-page'),
  '/dang-nhap': () => import('../features/auth/pages/sign-in-page'),
  '/toi': () => import('../features/me/pages/profile-page'),
  '/toi/lich-su': () => import('../features/me/pages/history-page'),
  '/thong-bao': () => import('../features/notices/pages/notices-page'),
  '/dot/:roundId/boc-tham': () => import('../features/complaints/pages/draw-page'),
  '/ket-qua/:attemptId/phuc-khao': () => import('../features/complaints/pages/attempt-complaints-page'),
  '/phuc-khao': () => import('../features/complaints/pages/my-complaints-page'),
  '/dot/:roundId/giai': () => import('../features/winners/pages/winners-page'),
  '/kiem-tra': () => import('../features/winners/pages/certificate-page'),
  '/kiem-tra/:code': () => import('../features/winners/pages/certificate-page'),
  '/toi/giai': () => import('../features/winners/pages/my-prizes-page'),
  '/huong-dan': () => import('../features/legal/pages/guide-page'),
  '/quyen-rieng-tu': () => import('../features/legal/pages/privacy-page'),
} satisfies Record<string, Page>

export type PagePath = keyof typeof pages
