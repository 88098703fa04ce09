import { createBrowserRouter, type RouteObject } from 'react-router';
import { Crash, NotFound } from './failures';
import { Home } from './Home';
import { Rounds } from './Rounds';
import { Shell } from './Shell';

/** Every page is its own chunk, loaded when first opened. */
const routes: RouteObject[] = [
  {
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', lazy: async () => ({ Component: (await import('../features/sign-in/SignInPage')).SignInPage }) },
      { path: '/sign-in/openid', lazy: async () => ({ Component: (await import('../features/sign-in/OpenidReturnPage')).OpenidReturnPage }) },
      {
        path: '/cong-bo',
        lazy: async () => ({ Component: (await import('../features/publication/PublicFrame')).PublicFrame }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import('../features/publication/PublicationsPage')).PublicationsPage }) },
          { path: ':round', lazy: async () => ({ Component: (await import('../features/publication/NewestPublication')).NewestPublication }) },
          { path: ':round/:number', lazy: async () => ({ Component: (await import('../features/publication/PublicationPage')).PublicationPage }) },
        ],
      },
      {
        path: '/',
        Component: Shell,
        children: [
          {
            ErrorBoundary: Crash,
            children: [
              { index: true, Component: Home },
              { path: 'rounds', Component: Rounds },
              { path: 'rounds/new', lazy: async () => ({ Component: (await import('../features/plan/PlanPage')).PlanPage }) },
              { path: 'rounds/:round', lazy: async () => ({ Component: (await import('../features/rounds/RoundPage')).RoundPage }) },
              { path: 'rounds/:round/ranks', lazy: async () => ({ Component: (await import('../features/ranks/RanksPage')).RanksPage }) },
              { path: 'rounds/:round/work', lazy: async () => ({ Component: (await import('../features/work/RoundWorkPage')).RoundWorkPage }) },
              { path: 'rounds/:round/units/:unit/work', lazy: async () => ({ Component: (await import('../features/work/UnitWorkPage')).UnitWorkPage }) },
              {
                path: 'rounds/:round/units/:unit',
                lazy: async () => ({ Component: (await import('../features/assessment/AssessmentPage')).AssessmentPage }),
              },
              {
                path: 'rounds/:round/units/:unit/advice',
                lazy: async () => ({ Component: (await import('../features/advice/AdvicePage')).AdvicePage }),
              },
              { path: 'reports/:report', lazy: async () => ({ Component: (await import('../features/report/ReportPage')).ReportPage }) },
              { path: 'series', lazy: async () => ({ Component: (await import('../features/series/SeriesPage')).SeriesPage }) },
              { path: 'trend', lazy: async () => ({ Component: (await import('../features/trend/TrendPage')).TrendPage }) },
              { path: 'search', lazy: async () => ({ Component: (await import('../features/search/SearchPage')).SearchPage }) },
              { path: 'account', lazy: async () => ({ Component: (await import('../features/account/AccountPage')).AccountPage }) },
              { path: 'notices', lazy: async () => ({ Component: (await import('../features/notices/NoticesPage')).NoticesPage }) },
              { path: 'log', lazy: async () => ({ Component: (await import('../features/ledger/LogPage')).LogPage }) },
              { path: 'documents', lazy: async () => ({ Component: (await import('../features/documents/DocumentsPage')).DocumentsPage }) },
              { path: 'documents/:document', lazy: async () => ({ Component: (await import('../features/documents/DocumentPage')).DocumentPage }) },
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
];

export function newRouter() {
  return createBrowserRouter(routes);
}
