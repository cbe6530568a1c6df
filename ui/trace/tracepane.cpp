// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/tracepane.h"

#include "core/document/livetrace.h"
#include "core/document/workspaceeditor.h"
#include "ui/icons.h"
#include "ui/trace/requestpanel.h"
#include "ui/trace/traceview.h"
#include "ui/trace/verdict.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

TracePane::TracePane(WorkspaceEditor *editor, LiveTrace *live, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_live(live)
    , m_request(new RequestPanel(editor))
    , m_view(new TraceView([editor](int file) { return editor->title(file); }))
    , m_curl(new QToolButton)
    , m_expect(newExpectButton())
{
    m_curl->setText(tr("Copy as c&url"));
    m_curl->setObjectName(u"curl"_s);
    m_curl->setToolTip(tr("Copy the request as a command for a shell in the workload's pod."));
    m_curl->setFocusPolicy(Qt::TabFocus);
    connect(m_curl, &QToolButton::clicked, this, &TracePane::copyAsCurl);
    m_request->addButton(m_curl);
    m_request->addButton(m_expect);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_request);
    layout->addWidget(m_view, 1);
    connect(m_request, &RequestPanel::edited, this, &TracePane::requestChanged);
    connect(live, &LiveTrace::traced, this, [this](const QObject *viewer, const PlacedTrace &trace) {
        if (viewer == this)
            show(trace);
    });
    requestChanged();
}

QToolButton *TracePane::newExpectButton()
{
    auto *button = new QToolButton;
    button->setText(tr("Add as e&xpectation"));
    button->setObjectName(u"expect"_s);
    button->setToolTip(tr("Keep the request, with what is to become of it, in an Expectations document."));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(button);
    m_expectNow = menu->addAction(tr("As It Is &Now"), this, [this] {
        expect(m_trace.result.verdict == TraceVerdict::Allowed ? ExpectedVerdict::Allowed : ExpectedVerdict::Blocked,
               true);
    });
    menu->addSeparator();
    menu->addAction(icon(u"allowed"_s), tr("Must Be &Allowed"), this,
                    [this] { expect(ExpectedVerdict::Allowed, false); });
    menu->addAction(icon(u"blocked"_s), tr("Must Be &Blocked"), this,
                    [this] { expect(ExpectedVerdict::Blocked, false); });
    button->setMenu(menu);
    return button;
}

bool TracePane::isEmpty() const
{
    return m_request->request() == TraceRequest();
}

void TracePane::setRequest(const TraceRequest &request)
{
    m_request->setRequest(request);
    requestChanged();
}

void TracePane::requestChanged()
{
    const bool isReadable = targetOf(m_request->request().request).has_value();
    m_curl->setEnabled(isReadable);
    m_expect->setEnabled(isReadable && !m_request->request().namespaceName.isEmpty());
    ask();
}

/// Only while somebody looks: what is hidden costs nothing.
void TracePane::ask()
{
    const TraceRequest &request = m_request->request();
    if (request.namespaceName.isEmpty()) {
        m_live->unwatch(this);
        m_view->clear(tr("Say whose request it is: the namespace and the labels of the workload."));
    } else if (!targetOf(request.request)) {
        m_live->unwatch(this);
        m_view->clear(tr("Say where the request goes: http://host/path, https://host, or host:port for a stream."));
    } else if (isVisible()) {
        m_live->watch(this, request);
    }
}

void TracePane::show(const PlacedTrace &trace)
{
    m_trace = trace;
    m_view->show(trace);
    const bool isKnown = trace.result.verdict != TraceVerdict::Unknown;
    m_expectNow->setEnabled(isKnown);
    m_expectNow->setText(isKnown ? tr("As It Is &Now: %1").arg(trace.result.outcome) : tr("As It Is &Now"));
}

void TracePane::copyAsCurl()
{
    QGuiApplication::clipboard()->setText(curlOf(m_request->request()));
}

void TracePane::expect(ExpectedVerdict verdict, bool withStatus)
{
    const TraceRequest &request = m_request->request();
    Expectation expectation;
    expectation.namespaceName = request.namespaceName;
    expectation.labels = request.labels;
    expectation.serviceAccount = request.serviceAccount;
    expectation.request = request.request;
    expectation.verdict = verdict;
    if (withStatus)
        expectation.status = m_trace.result.status;
    emit expectationWanted(expectation);
}

void TracePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void TracePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_live->unwatch(this);
}

} // namespace sallyport
