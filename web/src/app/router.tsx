import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { Route, Routes } from 'react-router'
import { RequireSignIn } from '../lib/session'
import { type PagePath, pages } from './pages'
import { BareFrame } from './shell/bare-frame'
import { NotFoundPage } from './shell/not-found-page'
import { SiteFrame } from './shell/site-frame'

const lazily = {} as Record<PagePath, LazyExoticComponent<ComponentType>>
for (const path of Object.keys(pages) as PagePath[]) lazily[path] = lazy<ComponentType>(pages[path])

const open = [
  '/',
  '/dot/:roundId',
  '/bang/:roundId',
  '/the-le/:contestId',
  '/dot/:roundId/giai',
  '/dot/:roundId/boc-tham',
  '/dot/:roundId/kiem-chung',
  '/kiem-chung/bien-nhan',
  '/cuoc-thi/:contestId/boc-tham',
  '/cuoc-thi/:contestId/boc-tham-don-vi',
  '/cuoc-thi/:contestId/tong',
  '/kiem-tra',
  '/kiem-tra/:code',
  '/luyen-tap',
  '/dang-ky',
  '/dang-nhap',
  '/lop',
  '/huong-dan',
  '/quyen-rieng-tu',
] as const
const signedIn = [
  '/ket-qua/:attemptId',
  '/ket-qua/:attemptId/phuc-khao',
  '/ket-qua/:attemptId/bien-nhan',
  '/ket-qua/:attemptId/nhat-ky',
  '/phuc-khao',
  '/toi',
  '/toi/giai',
  '/toi/lich-su',
  '/thong-bao',
  '/vu-viec',
  '/vu-viec/:caseId',
] as const

function page(path: PagePath) {
  const Page = lazily[path]
  return <Page />
}

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<SiteFrame />}>
        {open.map((path) => (
          <Route key={path} path={path} element={page(path)} />
        ))}
        {signedIn.map((path) => (
          <Route key={path} path={path} element={<RequireSignIn>{page(path)}</RequireSignIn>} />
        ))}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route element={<BareFrame />}>
        {/* Asks for signing in by itself: a paper kept on this device must open also while nobody can say who is signed in. */}
        <Route path="/bai/:attemptId" element={page('/bai/:attemptId')} />
        <Route path="/dieu-khien" element={page('/dieu-khien')} />
        {/* A seat in class needs no account. */}
        <Route path="/lop/choi" element={page('/lop/choi')} />
        <Route path="/lop/:pin" element={page('/lop/:pin')} />
        <Route path="/luyen-tap/:part" element={<RequireSignIn>{page('/luyen-tap/:part')}</RequireSignIn>} />
      </Route>
    </Routes>
  )
}
