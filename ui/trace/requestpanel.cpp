// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/requestpanel.h"

#include "core/document/workspaceeditor.h"
#include "ui/preview/bars.h"
#include "ui/trace/tracesuggestions.h"
#include "ui/trace/verdict.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QLineEdit *newLine(const QString &name, const QString &title, const QString &placeholder)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setAccessibleName(title);
    line->setToolTip(title);
    line->setPlaceholderText(placeholder);
    return line;
}

void showText(QComboBox *box, const QString &text)
{
    const QSignalBlocker blocker(box);
    if (box->currentText() != text)
        box->setEditText(text);
}

} // namespace

RequestPanel::RequestPanel(WorkspaceEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_namespace(newBox(u"namespace"_s, tr("Namespace of the workload"), tr("namespace"), 14))
    , m_labels(
          newBox(u"labels"_s, tr("Labels of the workload: app=sleep,tier=web"), tr("labels: app=sleep,tier=web"), 22))
    , m_account(newLine(u"account"_s, tr("Service account of the workload"), tr("service account: default")))
    , m_method(newBox(u"method"_s, tr("Method of the request"), u"GET"_s, 7))
    , m_address(newBox(u"address"_s, tr("URL of the request, or host:port of a stream"),
                       tr("http://host/path, https://host or host:port"), 30))
    , m_headers(newLine(u"headers"_s, tr("Headers of the request"), tr("headers: Name: value; Name: value")))
{
    auto *from = new QLabel(tr("F&rom:"));
    from->setBuddy(m_namespace);
    auto *request = new QLabel(tr("Re&quest:"));
    request->setBuddy(m_address);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(barMargins(this));
    layout->setVerticalSpacing(barMargins(this).top());
    layout->addWidget(from, 0, 0);
    layout->addWidget(m_namespace, 0, 1);
    layout->addWidget(m_labels, 0, 2);
    layout->addWidget(m_account, 0, 3);
    layout->addWidget(request, 1, 0);
    layout->addWidget(m_method, 1, 1);
    layout->addWidget(m_address, 1, 2);
    layout->addWidget(m_headers, 1, 3);
    m_buttons = new QHBoxLayout;
    layout->addLayout(m_buttons, 0, 4, 2, 1);
    layout->setColumnStretch(1, 2);
    layout->setColumnStretch(2, 5);
    layout->setColumnStretch(3, 4);
    for (const QString &method : {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s})
        m_method->addItem(method);
    for (QComboBox *box : {m_namespace, m_labels, m_method, m_address})
        connect(box, &QComboBox::editTextChanged, this, &RequestPanel::read);
    for (QLineEdit *line : {m_account, m_headers})
        connect(line, &QLineEdit::textEdited, this, &RequestPanel::read);
    setFocusProxy(m_address);
    setRequest({});
}

QComboBox *RequestPanel::newBox(const QString &name, const QString &title, const QString &placeholder, int characters)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(title);
    box->setToolTip(title);
    box->lineEdit()->setPlaceholderText(placeholder);
    box->lineEdit()->setAccessibleName(title);
    box->lineEdit()->setAccessibleDescription(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(characters);
    // Nothing is put into the line that was not typed: half a host is a host, too.
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->installEventFilter(this);
    box->lineEdit()->installEventFilter(this);
    return box;
}

void RequestPanel::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

void RequestPanel::setRequest(const TraceRequest &request)
{
    m_request = request;
    showText(m_namespace, request.namespaceName);
    showText(m_labels, labelsText(request.labels, ","_L1));
    m_account->setText(request.serviceAccount);
    showText(m_method, request.request.method);
    showText(m_address, sallyport::addressOf(request.request));
    m_headers->setText(headersLine(request.request.headers));
}

/// What is typed. A field that nobody touched keeps what it stands for, to the letter.
void RequestPanel::read()
{
    TraceRequest request = m_request;
    request.namespaceName = m_namespace->currentText().trimmed();
    request.serviceAccount = m_account->text().trimmed();
    request.request.method = m_method->currentText().trimmed();
    if (m_labels->currentText() != labelsText(request.labels, ","_L1))
        request.labels = labelsOfLine(m_labels->currentText());
    if (m_address->currentText() != sallyport::addressOf(request.request))
        setAddress(request.request, m_address->currentText());
    if (m_headers->text() != headersLine(request.request.headers))
        request.request.headers = headersOfLine(m_headers->text());
    if (request.request.method.isEmpty())
        request.request.method = u"GET"_s;
    if (request == m_request)
        return;
    m_request = request;
    emit edited();
}

QStringList RequestPanel::offersFor(const QComboBox *box) const
{
    QStringList offers;
    if (box == m_address)
        return knownAddresses(m_editor->compilation());
    for (const KnownWorkload &workload : knownWorkloads(m_editor->workspace())) {
        if (box == m_namespace)
            offers.append(workload.namespaceName);
        else if (!workload.labels.isEmpty() && workload.namespaceName == m_namespace->currentText().trimmed())
            offers.append(labelsText(workload.labels, ","_L1));
    }
    offers.removeDuplicates();
    return offers;
}

/// What the workspace knows is looked up when somebody comes to choose, not with every change of it.
void RequestPanel::offer(QComboBox *box)
{
    if (box == m_method)
        return;
    const QStringList offers = offersFor(box);
    const QSignalBlocker blocker(box);
    const QString text = box->currentText();
    QStringList present;
    for (int i = 0; i < box->count(); ++i)
        present.append(box->itemText(i));
    if (present == offers)
        return;
    const int cursor = box->lineEdit()->cursorPosition();
    box->clear();
    box->addItems(offers);
    box->setEditText(text);
    box->lineEdit()->setCursorPosition(cursor);
}

bool RequestPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool comes = event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress;
    auto *box = qobject_cast<QComboBox *>(watched);
    if (!box)
        box = qobject_cast<QComboBox *>(watched->parent());
    if (comes && box)
        offer(box);
    // Who scrolls past a field does not mean to change it.
    if (event->type() == QEvent::Wheel && watched == box && !box->lineEdit()->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sallyport
