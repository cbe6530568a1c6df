// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"
#include "core/result.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace sallyport {

/// The ASMEgressTrafficPolicies of a cluster, to open some of them. Asks when it is made; can be left at any moment.
class PoliciesDialog : public QDialog
{
    Q_OBJECT
public:
    /// The client must outlive it.
    PoliciesDialog(kube::Client &client, const QString &context, QWidget *parent = nullptr);

    /// Those that were chosen, as they are on the cluster.
    std::vector<Value> chosen() const;

private:
    void take(const std::vector<Value> &policies);
    void say(const QString &text);

    std::vector<Value> m_policies;
    QLabel *m_text;
    QProgressBar *m_progress;
    QListWidget *m_list;
    QPushButton *m_open;
};

} // namespace sallyport
