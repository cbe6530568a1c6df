// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/policiesdialog.h"

#include "core/kube/policieslist.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport {

PoliciesDialog::PoliciesDialog(kube::Client &client, const QString &context, QWidget *parent)
    : QDialog(parent)
    , m_text(new QLabel(tr("Asking %1 for its policies…").arg(context)))
    , m_progress(new QProgressBar)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Open Policy from Cluster"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Asking the cluster"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Policies of the cluster"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    m_open->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 18);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_open->setEnabled(!m_list->selectedItems().isEmpty()); });
    auto *job = new kube::PoliciesJob(client, this);
    connect(job, &kube::PoliciesJob::finished, this, &PoliciesDialog::take);
    connect(job, &kube::PoliciesJob::failed, this, [this](const Error &error) { say(error.toString()); });
    job->start();
}

void PoliciesDialog::say(const QString &text)
{
    m_progress->hide();
    m_text->setText(text);
}

void PoliciesDialog::take(const std::vector<Value> &policies)
{
    m_policies = policies;
    for (const Value &policy : m_policies) {
        const Value &metadata = policy[u"metadata"];
        m_list->addItem(metadata[u"namespace"].text() + u'/' + metadata[u"name"].text());
    }
    if (m_policies.empty())
        return say(tr("There is no ASMEgressTrafficPolicy on this cluster that you may read."));
    say(tr("Each opens as a new file, without what only the server writes."));
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

std::vector<Value> PoliciesDialog::chosen() const
{
    std::vector<Value> result;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->isSelected())
            result.push_back(m_policies[size_t(row)]);
    }
    return result;
}

} // namespace sallyport
