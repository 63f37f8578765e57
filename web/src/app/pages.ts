import { addWords } from '@thiso/kit'
import type { ComponentType } from 'react'

type Page = () => Promise<{ default: ComponentType }>

const road = { vi: () => import('./texts/bundle-road-vi'), en: () => import('./texts/bundle-road-en') }
const more = { vi: () => import('./texts/bundle-more-vi'), en: () => import('./texts/bundle-more-en') }
const remote = { vi: () => import('./texts/bundle-remote-vi'), en: () => import('./texts/bundle-remote-en') }
const lesson = { vi: () => import('./texts/bundle-lesson-vi'), en: () => import('./texts/bundle-lesson-en') }
const proof = { vi: () => import('./texts/bundle-proof-vi'), en: () => import('./texts/bundle-proof-en') }

type Words = typeof remote | typeof road | typeof more | typeof lesson | typeof proof

/** A page with its words; those of the paper are there from the start. */
async function withWords<P>(words: Words, page: Promise<P>): Promise<P> {
  const [found] = await Promise.all([page, addWords(words)])
  return found
}

/** Every page by its path, each in its own chunk: the first visit fetches the page it came for and nothing else. */
export const pages = {
  '/': () => withWords(road, import('../features/home/pages/home-page')),
  '/dot/:roundId': () => withWords(road, import('../features/attempt/pages/round-page')),
  '/bai/:attemptId': () => import('../features/attempt/pages/paper-page'),
  '/ket-qua/:attemptId': () => withWords(road, import('../features/attempt/pages/result-page')),
  '/bang/:roundId': () => withWords(more, import('../features/board/pages/board-page')),
  '/the-le/:contestId': () => withWords(more, import('../features/rulebook/pages/rulebook-page')),
  '/luyen-tap': () => withWords(more, import('../features/practice/pages/practice-page')),
  '/luyen-tap/:part': () => withWords(more, import('../features/practice/pages/sitting-page')),
  '/dang-ky': () => withWords(road, import('../features/auth/pages/sign-up-page')),
  '/dang-nhap': () => withWords(road, import('../features/auth/pages/sign-in-page')),
  '/toi': () => withWords(more, import('../features/me/pages/profile-page')),
  '/toi/lich-su': () => withWords(more, import('../features/me/pages/history-page')),
  '/thong-bao': () => withWords(more, import('../features/notices/pages/notices-page')),
  '/dot/:roundId/kiem-chung': () => withWords(proof, import('../features/proof/pages/round-proof-page')),
  '/kiem-chung/bien-nhan': () => withWords(proof, import('../features/proof/pages/receipt-page')),
  '/ket-qua/:attemptId/bien-nhan': () => withWords(proof, import('../features/proof/pages/own-receipt-page')),
  '/dot/:roundId/boc-tham': () => withWords(more, import('../features/draw/pages/round-draw-page')),
  '/cuoc-thi/:contestId/tong': () => withWords(more, import('../features/board/pages/total-page')),
  '/cuoc-thi/:contestId/boc-tham': () => withWords(more, import('../features/draw/pages/total-draw-page')),
  '/cuoc-thi/:contestId/boc-tham-don-vi': () => withWords(more, import('../features/draw/pages/units-draw-page')),
  '/ket-qua/:attemptId/phuc-khao': () =>
    withWords(more, import('../features/complaints/pages/attempt-complaints-page')),
  '/ket-qua/:attemptId/nhat-ky': () => withWords(more, import('../features/own-log/pages/own-log-page')),
  '/phuc-khao': () => withWords(more, import('../features/complaints/pages/my-complaints-page')),
  '/vu-viec': () => withWords(more, import('../features/cases/pages/my-cases-page')),
  '/vu-viec/:caseId': () => withWords(more, import('../features/cases/pages/my-case-page')),
  '/dot/:roundId/giai': () => withWords(more, import('../features/winners/pages/winners-page')),
  '/kiem-tra': () => withWords(more, import('../features/winners/pages/certificate-page')),
  '/kiem-tra/:code': () => withWords(more, import('../features/winners/pages/certificate-page')),
  '/toi/giai': () => withWords(more, import('../features/winners/pages/my-prizes-page')),
  '/lop': () => withWords(lesson, import('../features/lesson/pages/pin-page')),
  '/lop/choi': () => withWords(lesson, import('../features/lesson/pages/play-page')),
  '/lop/:pin': () => withWords(lesson, import('../features/lesson/pages/join-page')),
  '/huong-dan': () => withWords(more, import('../features/legal/pages/guide-page')),
  '/dieu-khien': () => withWords(remote, import('../features/remote/pages/remote-page')),
  '/quyen-rieng-tu': () => withWords(more, import('../features/legal/pages/privacy-page')),
} satisfies Record<string, Page>

export type PagePath = keyof typeof pages
