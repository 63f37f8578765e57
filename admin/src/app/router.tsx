import { createBrowserRouter, type RouteObject } from 'react-router'
import { Blank } from './shell/blank'
import { NotFound } from './shell/not-found'
import { RouteError } from './shell/route-error'
import { BarePanel, PanelOnly } from './shell/panel-only'
import { StaffPart } from './shell/staff-part'

type Page = () => Promise<{ default: React.ComponentType }>

/** One page, fetched when it is first opened. */
const page = (path: string | undefined, load: Page): RouteObject => ({
  ...(path === undefined ? { index: true } : { path }),
  lazy: async () => ({ Component: (await load()).default }),
})

export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: RouteError,
      HydrateFallback: Blank,
      children: [
        page('dang-nhap', () => import('../features/auth/pages/sign-in-page')),
        {
          // For the projector: no menu around it.
          Component: BarePanel,
          children: [
            {
              ErrorBoundary: RouteError,
              children: [page('man-hinh/:lessonId', () => import('../features/classroom/host/host-page'))],
            },
          ],
        },
        {
          Component: PanelOnly,
          children: [
            {
              ErrorBoundary: RouteError,
              children: [
                {
                  Component: StaffPart,
                  children: [
                    page(undefined, () => import('../features/overview/pages/overview-page')),
                    page('cuoc-thi', () => import('../features/contests/pages/contests-page')),
                    page('cuoc-thi/moi', () => import('../features/contests/pages/contest-form-page')),
                    page('cuoc-thi/:contestId', () => import('../features/contests/pages/contest-page')),
                    page('cuoc-thi/:contestId/sua', () => import('../features/contests/pages/contest-form-page')),
                    page('cuoc-thi/:contestId/the-le', () => import('../features/rulebook/pages/rulebook-page')),
                    page('cuoc-thi/:contestId/dot/moi', () => import('../features/rounds/pages/round-form-page')),
                    page('dot/:roundId', () => import('./round-page')),
                    page('dot/:roundId/sua', () => import('../features/rounds/pages/round-form-page')),
                    page('dot/:roundId/theo-doi', () => import('../features/monitor/pages/monitor-page')),
                    page(
                      'cuoc-thi/:contestId/sua-the-le',
                      () => import('../features/amendments/pages/amendments-page'),
                    ),
                    page(
                      'cuoc-thi/:contestId/sua-the-le/moi',
                      () => import('../features/contests/pages/amend-contest-page'),
                    ),
                    page('dot/:roundId/sua-the-le', () => import('../features/rounds/pages/amend-round-page')),
                    page('cuoc-thi/:contestId/them-gio', () => import('../features/entrants/pages/extra-time-page')),
                    page('cuoc-thi/:contestId/danh-sach', () => import('../features/entrants/pages/entrants-page')),
                    page('dot/:roundId/danh-sach', () => import('../features/entrants/pages/entrants-page')),
                    page('dot/:roundId/dong-ho', () => import('../features/clock/pages/clock-page')),
                    page('dot/:roundId/ket-qua', () => import('../features/results/pages/results-page')),
                    page('cuoc-thi/:contestId/tong', () => import('../features/results/pages/total-page')),
                    page('dot/:roundId/phuc-khao', () => import('../features/results/pages/complaints-page')),
                    page('dot/:roundId/vu-viec', () => import('../features/cases/pages/cases-page')),
                    page('vu-viec', () => import('../features/cases/pages/cases-page')),
                    page('vu-viec/:caseId', () => import('../features/cases/pages/case-page')),
                    page('dot/:roundId/bang', () => import('../features/winners/pages/standings-page')),
                    page('dot/:roundId/giai', () => import('../features/winners/pages/winners-page')),
                    page('cuoc-thi/:contestId/giai/:list', () => import('../features/winners/pages/winner-list-page')),
                    page('dot/:roundId/phan-tich', () => import('../features/analysis/pages/analysis-page')),
                    page('dot/:roundId/dau-hieu', () => import('./signals-page')),
                    page('nguoi', () => import('../features/people/pages/people-page')),
                    page('nguoi/:accountId', () => import('../features/people/pages/person-page')),
                    page('don-vi', () => import('../features/units/pages/units-page')),
                    page('nhat-ky', () => import('../features/audit/pages/audit-page')),
                    page('van-ban/moi', () => import('../features/documents/pages/document-form-page')),
                    page('van-ban/:documentId/sua', () => import('../features/documents/pages/document-form-page')),
                  ],
                },
                page('cau-hoi', () => import('../features/items/pages/items-page')),
                page('nhap-cau-hoi', () => import('../features/exchange/pages/imports-page')),
                page('nhap-cau-hoi/:batchId', () => import('./import-page')),
                page('cau-hoi/moi', () => import('../features/items/pages/item-edit-page')),
                page('cau-hoi/:itemId', () => import('../features/items/pages/item-page')),
                page('cau-hoi/:itemId/sua', () => import('../features/items/pages/item-edit-page')),
                page('ngan-hang', () => import('../features/banks/pages/banks-page')),
                page('ngan-hang/ma-tran', () => import('../features/banks/pages/matrix-page')),
                page('ngan-hang/:bankId', () => import('../features/banks/pages/bank-page')),
                page('chu-de', () => import('../features/topics/pages/topics-page')),
                page('van-ban', () => import('../features/documents/pages/documents-page')),
                page('van-ban/:documentId', () => import('../features/documents/pages/document-page')),
                page('de-in', () => import('../features/printed-papers/pages/papers-page')),
                page('de-in/moi', () => import('../features/printed-papers/pages/paper-form-page')),
                page('de-in/:paperId', () => import('../features/printed-papers/pages/paper-page')),
                page('lop-hoc', () => import('../features/classroom/classes/classes-page')),
                page('lop-hoc/:classId', () => import('../features/classroom/classes/class-page')),
                page('lop-hoc/:classId/tien-bo', () => import('../features/classroom/progress/progress-page')),
                page('bo-cau-hoi', () => import('../features/classroom/sets/sets-page')),
                page('bo-cau-hoi/moi', () => import('../features/classroom/sets/set-page')),
                page('bo-cau-hoi/:setId', () => import('../features/classroom/sets/set-page')),
                page('buoi-choi', () => import('../features/classroom/start/lessons-page')),
                page('buoi-choi/moi', () => import('../features/classroom/start/start-page')),
                page('buoi-choi/mang-ve', () => import('../features/classroom/carry/carry-page')),
                page('buoi-choi/:lessonId', () => import('../features/classroom/report/report-page')),
                page('tai-khoan', () => import('../features/auth/pages/account-page')),
                { path: '*', Component: NotFound },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
)
