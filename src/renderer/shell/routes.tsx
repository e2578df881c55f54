import { lazy, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
// Part of the first screen, so it comes with it; every other page is read when somebody goes there.
import { TodayPage } from "../features/today/today-page.tsx";
import { Loading } from "../ui/loading.tsx";

const CalendarPage = lazy(async () => ({ default: (await import("../features/calendar/calendar-page.tsx")).CalendarPage }));
const WindowFormPage = lazy(async () => ({ default: (await import("../features/window/window-form-page.tsx")).WindowFormPage }));
const WindowPage = lazy(async () => ({ default: (await import("../features/window/window-page.tsx")).WindowPage }));
const EvidencePage = lazy(async () => ({ default: (await import("../features/evidence/evidence-page.tsx")).EvidencePage }));
const ComposePage = lazy(async () => ({ default: (await import("../features/compose/compose-page.tsx")).ComposePage }));
const MatrixPage = lazy(async () => ({ default: (await import("../features/matrix/matrix-page.tsx")).MatrixPage }));
const PolicyImportPage = lazy(async () => ({
  default: (await import("../features/policy-import/policy-import-page.tsx")).PolicyImportPage,
}));
const CalendarImportPage = lazy(async () => ({
  default: (await import("../features/calendar-import/calendar-import-page.tsx")).CalendarImportPage,
}));
const DirectoryPage = lazy(async () => ({ default: (await import("../features/directory/directory-page.tsx")).DirectoryPage }));
const TemplatesPage = lazy(async () => ({ default: (await import("../features/templates/templates-page.tsx")).TemplatesPage }));
const OutboxPage = lazy(async () => ({ default: (await import("../features/outbox/outbox-page.tsx")).OutboxPage }));
const PracticePage = lazy(async () => ({ default: (await import("../features/practice/practice-page.tsx")).PracticePage }));
const SettingsPage = lazy(async () => ({ default: (await import("../features/settings/settings-page.tsx")).SettingsPage }));
const UptimePage = lazy(async () => ({ default: (await import("../features/uptime/uptime-page.tsx")).UptimePage }));
const AgreementPage = lazy(async () => ({ default: (await import("../features/agreement/agreement-page.tsx")).AgreementPage }));
const AuditPage = lazy(async () => ({ default: (await import("../features/audit/audit-page.tsx")).AuditPage }));
const AboutPage = lazy(async () => ({ default: (await import("../features/about/about-page.tsx")).AboutPage }));
const NotFoundPage = lazy(async () => ({ default: (await import("./not-found-page.tsx")).NotFoundPage }));

/** Every place in the application. Pages read their parameters with wouter's `useParams` and `useSearchParams`. */
export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">
          <Redirect to="/today" replace />
        </Route>
        <Route path="/today" component={TodayPage} />
        <Route path="/calendar" component={CalendarPage} />
        <Route path="/windows/new" component={WindowFormPage} />
        <Route path="/windows/:id" component={WindowPage} />
        <Route path="/windows/:id/edit" component={WindowFormPage} />
        <Route path="/windows/:id/evidence" component={EvidencePage} />
        <Route path="/notices/:id" component={ComposePage} />
        <Route path="/matrix" component={MatrixPage} />
        <Route path="/import" component={PolicyImportPage} />
        <Route path="/import/calendar" component={CalendarImportPage} />
        <Route path="/directory" component={DirectoryPage} />
        <Route path="/templates" component={TemplatesPage} />
        <Route path="/outbox" component={OutboxPage} />
        <Route path="/practice" component={PracticePage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="/uptime" component={UptimePage} />
        <Route path="/agreement" component={AgreementPage} />
        <Route path="/audit" component={AuditPage} />
        <Route path="/about" component={AboutPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}
